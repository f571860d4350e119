// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace telegrad {

/// Which class the test set's examples were taken for, at one evaluation.
///
/// Shapes: counts [true class][predicted class], square.
struct ConfusionMatrix {
  std::vector<std::string> classNames;
  std::vector<std::uint32_t> counts;

  std::size_t classes() const { return classNames.size(); }
  std::uint32_t at(std::size_t truth, std::size_t predicted) const {
    return counts.at(truth * classes() + predicted);
  }
  /// Examples of a class, whatever they were taken for.
  std::uint64_t examples(std::size_t truth) const;
  /// Of these, the share that was taken for `predicted`; NaN where there are none.
  double share(std::size_t truth, std::size_t predicted) const;
  /// The share that was taken for what it is.
  double recall(std::size_t truth) const { return share(truth, truth); }

  bool operator==(const ConfusionMatrix&) const = default;
};

/// "true_class,true_name,predicted_class,predicted_name,count" and a line for each pair of classes,
/// in order; names are written as they are, commas being none of theirs.
std::string confusionCsv(const ConfusionMatrix& matrix);

/// Reads what confusionCsv() writes. `file` is the name in messages.
/// Errors: another header, a row of another length, a cell that is no number, rows that are not all
/// pairs in order; the message names file, line, what was read and what is allowed.
Result<ConfusionMatrix> parseConfusion(std::string_view text, std::string_view file);

}  // namespace telegrad
