// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/net/text_io.h"

namespace telegrad {

/// Reads a table of comma-separated values with a header, row by row, and words what is wrong with
/// it. The columns may be in any order, and all must be there; lines that begin with "#", and empty
/// ones, are skipped.
class TableReader {
 public:
  /// Columns are numbered as in `columns`. `file` names the text in messages.
  TableReader(std::string_view text, std::string_view file, std::vector<std::string> columns);

  /// Goes to the next row: false after the last one.
  /// Errors: no header, a column that is unknown, missing or there twice, a row of another length.
  Result<bool> next();

  // Of the row in hand.
  std::string_view cell(std::size_t column) const { return cells_[column]; }
  /// The cell as a number; nothing if it spells none, or one outside [least, most].
  std::optional<double> number(std::size_t column, double least, double most) const;
  /// What is wrong with the cell; `allowed` words what is not.
  Error refuse(std::size_t column, const std::string& allowed) const;

  const std::string& file() const { return file_; }
  /// "m.csv:3: "
  std::string here() const { return file_ + ":" + std::to_string(lines_.number()) + ": "; }

 private:
  Result<void> header(std::string_view text);
  Result<void> row(std::string_view text);
  /// "one,other"
  std::string allowedColumns() const;

  Lines lines_;
  std::string file_;
  std::vector<std::string> columns_;
  std::vector<std::size_t> order_;  // the column of each place in a row; empty before the header
  std::vector<std::string_view> cells_;
};

}  // namespace telegrad
