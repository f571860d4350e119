// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/metrics/layer_record.h"
#include "core/metrics/record.h"

namespace telegrad {

/// The columns' names, with the line's end: the keys of quantities(), in their order.
std::string csvHeader();
/// Appends a record as one line. Numbers are the shortest that read back to the same bits; what is
/// absent is an empty cell.
void appendCsvRow(std::string& text, const Record& record);

/// "iteration,tensor,size,kept,compression_error,residual_norm,cosine", with the line's end, and a
/// tensor's line below it; names are written as they are, commas being none of theirs.
std::string layersCsvHeader();
void appendCsvRow(std::string& text, std::int64_t iteration, const LayerInfo& layer,
                  const LayerRecord& record);

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

/// As parseCsv(), of a file that may be damaged or another version's: a column that is not known is
/// left out, and so is the first row that is refused with all below it; both are noted.
/// Errors: a repeated column, no iteration column.
Result<CsvRecords> parseSoundCsv(std::string_view text, std::string_view file);

}  // namespace telegrad
