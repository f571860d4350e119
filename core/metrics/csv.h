// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/metrics/record.h"

namespace telegrad {

/// The columns' names, with the line's end: the keys of quantities(), in their order.
std::string csvHeader();
/// Appends a record as one line. Numbers are the shortest that read back to the same bits; what is
/// absent is an empty cell.
void appendCsvRow(std::string& text, const Record& record);

/// What a file of records held.
struct CsvRecords {
  std::vector<Record> records;
  std::vector<std::string> notes;  ///< for the user: what was left out, and why
};

/// Reads a csvHeader() and the rows below it; columns in any order. `file` is the name in messages.
/// Noted are: a last line without its end, as a crash or a full disk leaves it, which is dropped; a
/// column that is missing, whose quantity keeps its initial value; an empty text, which holds no
/// records.
///
/// Errors: an unknown or repeated column, no iteration column, a row of another length, a cell that
/// is no such number, an axis quantity that falls; the message names file, line, column, what was
/// read and what is allowed.
Result<CsvRecords> parseCsv(std::string_view text, std::string_view file);

}  // namespace telegrad
