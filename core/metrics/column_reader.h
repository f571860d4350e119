// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/metrics/quantities.h"

namespace telegrad {

/// Puts a value where the quantity reads it: of a whole number what stands before its point, and no
/// more than 9e18 or less than its negative, or NaN as 0.
void assign(Record& record, const Quantity& quantity, double value);

/// Some columns of a CSV file of records, read block by block: for files of which all records
/// would be too many. Cells of other columns are not looked at.
///
/// Threads: one.
class ColumnReader {
 public:
  /// `file` is the name in messages.
  ColumnReader(std::string file, std::vector<const Quantity*> wanted);

  /// The text's next piece, of any length. Errors: a header without one of the columns, a row of
  /// another length, a cell that is no number, an axis quantity that falls; the message names file,
  /// line and column. The rows above stay, and nothing is taken after it.
  Result<void> take(std::string_view piece);

  std::size_t rows() const { return values_.empty() ? 0 : values_.front().size(); }
  /// Of the wanted quantities, in their order: the rows so far, NaN in empty cells. A last line
  /// without its end, as a crash leaves it, does not count.
  std::vector<std::vector<double>> release() { return std::move(values_); }

 private:
  Result<void> line(std::string_view text);
  Result<void> header(std::string_view text);
  Result<void> row(std::string_view text);
  Result<void> cell(std::size_t index, std::string_view text);
  std::string where() const { return file_ + ":" + std::to_string(line_); }

  std::string file_;
  std::vector<const Quantity*> wanted_;
  std::vector<std::size_t> places_;  // of each column: which of the wanted, or none of them
  std::size_t last_ = 0;             // the last column that is wanted
  std::vector<std::vector<double>> values_;
  std::string begun_;  // a line whose end is in the next piece
  std::size_t line_ = 0;
  bool failed_ = false;
};

}  // namespace telegrad
