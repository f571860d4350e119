// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/metrics/quantities.h"
#include "core/metrics/record.h"

namespace telegrad {

/// A closed interval of an axis.
struct AxisRange {
  double lower = 0.0;
  double upper = 0.0;
  bool operator==(const AxisRange&) const = default;
};

/// All records of a run, column by column, in order of iteration.
///
/// Spans are valid until the next append() or clear(). Whole numbers are kept as doubles: exact to
/// 2^53. Threads: one.
class RunSeries {
 public:
  RunSeries();

  /// Amortised O(1). No axis quantity is below that of the record before.
  void append(const Record& record);
  void clear();

  std::size_t size() const { return columns_.front().size(); }
  bool isEmpty() const { return size() == 0; }
  /// The values of one quantity, NaN where it is absent.
  std::span<const double> column(const Quantity& quantity) const {
    return columns_[quantity.index];
  }
  /// Rows in which the model was evaluated on the test set, ascending.
  std::span<const std::size_t> evaluations() const { return evaluations_; }
  /// The record that was appended as that row; row < size().
  Record at(std::size_t row) const;

  /// Where a value of one axis quantity lies on another: piecewise linear through (0, 0), where
  /// every run begins, and the records; beyond either end with the run's mean slope. Of the
  /// records that share a value, the last counts.
  double map(const Quantity& from, const Quantity& to, double value) const;
  /// The range of `to` that shows what `range` of `from` shows: as map(), but of the records that
  /// share the lower end's value the first counts, so that none of them is lost.
  AxisRange map(const Quantity& from, const Quantity& to, AxisRange range) const;

 private:
  double interpolate(const Quantity& from, const Quantity& to, double value,
                     std::size_t next) const;
  double meanSlope(const Quantity& from, const Quantity& to) const;

  std::vector<std::vector<double>> columns_;
  std::vector<std::size_t> evaluations_;
};

}  // namespace telegrad
