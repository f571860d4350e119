// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/csv.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "core/base/said.h"
#include "core/metrics/csv_text.h"
#include "core/metrics/quantities.h"

namespace telegrad {
namespace {

using csv::appendNumber;
using csv::cells;
using csv::parseNumber;

/// Reads one file's lines into records, and words what is wrong with them.
class Parser {
 public:
  /// `sound`: what is sound is wanted of a file that may not be.
  Parser(std::string_view file, bool sound) : file_(file), sound_(sound) {}

  Result<CsvRecords> parse(std::string_view text) {
    for (std::size_t begin = 0; begin < text.size();) {
      ++line_;
      const auto end = text.find('\n', begin);
      if (end == std::string_view::npos) {
        found_.notes.push_back(said("%1: dropped, the line is not complete", where()));
        break;
      }
      const auto line = text.substr(begin, end - begin);
      if (auto done = line_ == 1 ? header(line) : row(line); !done) {
        if (line_ == 1 || !sound_) return done.error();
        found_.notes.push_back(said("%1; left out, with all rows below it", done.error()));
        break;
      }
      begin = end + 1;
    }
    if (text.empty()) found_.notes.push_back(said("%1: the file is empty", file_));
    return std::move(found_);
  }

 private:
  std::string where() const { return file_ + ":" + std::to_string(line_); }

  Error refuse(const Quantity& quantity, std::string_view read, const std::string& allowed) const {
    return {said("%1: column %2: read \"%3\"; allowed: %4", where(), quantity.key, read, allowed)};
  }

  Result<void> header(std::string_view line) {
    for (const auto cell : cells(line)) {
      const auto quantity = findQuantity(cell);
      if (!quantity && !sound_) return Error{where() + ": " + quantity.error().message};
      if (!quantity) {
        found_.notes.push_back(said("%1: left out: %2", where(), quantity.error()));
        columns_.push_back(nullptr);
        continue;
      }
      if (std::ranges::find(columns_, *quantity) != columns_.end())
        return Error{said("%1: column %2 is there twice; allowed: once", where(), cell)};
      columns_.push_back(*quantity);
    }
    for (const auto& quantity : quantities()) {
      if (std::ranges::find(columns_, &quantity) != columns_.end()) continue;
      if (quantity.key == "iteration")
        return Error{said("%1: there is no column %2; it is needed", where(), quantity.key)};
      found_.notes.push_back(said("%1: there is no column %2", where(), quantity.key));
    }
    return {};
  }

  Result<void> row(std::string_view line) {
    const auto read = cells(line);
    if (read.size() != columns_.size())
      return Error{said("%1: cells read: %2; allowed: %3, as in the header", where(), read.size(),
                        columns_.size())};
    Record record;
    for (std::size_t i = 0; i < read.size(); ++i)
      if (columns_[i] != nullptr)
        if (auto done = cell(*columns_[i], read[i], record); !done) return done;
    found_.records.push_back(record);
    return {};
  }

  Result<void> cell(const Quantity& quantity, std::string_view read, Record& record) const {
    if (const auto* whole = std::get_if<std::int64_t Record::*>(&quantity.field)) {
      const auto number = parseNumber<std::int64_t>(read);
      if (!number || *number < 0)
        return refuse(quantity, read, said("a whole number, not negative"));
      record.** whole = *number;
    } else {
      const auto number = read.empty() ? Record::kNone : parseNumber<double>(read);
      if (!number) return refuse(quantity, read, said("a number, or nothing"));
      record.*std::get<double Record::*>(quantity.field) = *number;
    }
    if (!quantity.axis) return {};
    const double least = found_.records.empty() ? 0.0 : quantity.read(found_.records.back());
    if (quantity.read(record) >= least) return {};
    std::string leastText;
    appendNumber(leastText, least);
    return refuse(quantity, read, said("a number of at least %1, as in the row above", leastText));
  }

  std::string file_;
  bool sound_;
  std::size_t line_ = 0;
  std::vector<const Quantity*> columns_;  // null: not known
  CsvRecords found_;
};

}  // namespace

std::string csvHeader() {
  std::string text;
  for (const auto& quantity : quantities()) {
    if (!text.empty()) text += ',';
    text += quantity.key;
  }
  return text + '\n';
}

void appendCsvRow(std::string& text, const Record& record) {
  for (const auto& quantity : quantities()) {
    if (quantity.index > 0) text += ',';
    if (const auto* whole = std::get_if<std::int64_t Record::*>(&quantity.field))
      appendNumber(text, record.**whole);
    else if (const double number = quantity.read(record); !std::isnan(number))
      appendNumber(text, number);
  }
  text += '\n';
}

std::string layersCsvHeader() {
  return "iteration,tensor,size,kept,compression_error,residual_norm,cosine\n";
}

void appendCsvRow(std::string& text, std::int64_t iteration, const LayerInfo& layer,
                  const LayerRecord& record) {
  appendNumber(text, iteration);
  text += ',' + layer.name + ',';
  appendNumber(text, layer.size);
  for (const double number : {record.kept, record.error, record.residualNorm, record.cosine}) {
    text += ',';
    if (!std::isnan(number)) appendNumber(text, number);
  }
  text += '\n';
}

Result<CsvRecords> parseCsv(std::string_view text, std::string_view file) {
  return Parser(file, false).parse(text);
}

Result<CsvRecords> parseSoundCsv(std::string_view text, std::string_view file) {
  return Parser(file, true).parse(text);
}

}  // namespace telegrad
