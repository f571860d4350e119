// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <fstream>
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

/// Writes records to a file as they come: iterations.csv (all) or evaluations.csv (those with an
/// evaluation).
///
/// Threads: one.
class CsvWriter {
 public:
  enum class Rows { All, Evaluations };

  /// A new file with its header; one that is there is replaced.
  /// Errors: the file cannot be written; the message names it.
  static Result<CsvWriter> create(const std::filesystem::path& path, Rows rows);

  /// Takes a record; it may stay in memory until flush() or the end.
  /// Errors: the disk is full or gone.
  Result<void> write(const Record& record);
  Result<void> flush();

 private:
  CsvWriter(std::filesystem::path path, Rows rows) : path_(std::move(path)), rows_(rows) {}
  Result<void> put(const std::string& text);

  std::filesystem::path path_;
  Rows rows_;
  std::ofstream file_;
  std::string line_;  // scratch
};

/// What a file of records held.
struct CsvRecords {
  std::vector<Record> records;
  std::vector<std::string> notes;  ///< for the user: what was left out, and why
};

/// Reads what CsvWriter wrote; columns in any order. A last line without its end is what a crash or
/// a full disk leaves: it is dropped, with a note. A column that is missing leaves its quantity at
/// its initial value, with a note.
///
/// Errors: an unknown or repeated column, no iteration column, a row of another length, a cell that
/// is no such number, an axis quantity that falls; the message names file, line, column, what was
/// read and what is allowed.
Result<CsvRecords> parseCsv(std::string_view text, std::string_view file);
/// parseCsv() of a file's content. Errors: also a file that cannot be read.
Result<CsvRecords> readCsv(const std::filesystem::path& path);

}  // namespace telegrad
