// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/column_reader.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

#include "core/base/said.h"
#include "core/metrics/csv_text.h"

namespace telegrad {
namespace {

constexpr auto kUnwanted = static_cast<std::size_t>(-1);

}  // namespace

void assign(Record& record, const Quantity& quantity, double value) {
  constexpr double kMost = 9e18;
  if (const auto* real = std::get_if<double Record::*>(&quantity.field))
    record.** real = value;
  else
    record.*std::get<std::int64_t Record::*>(quantity.field) =
        std::isnan(value) ? 0 : static_cast<std::int64_t>(std::clamp(value, -kMost, kMost));
}

ColumnReader::ColumnReader(std::string file, std::vector<const Quantity*> wanted)
    : file_(std::move(file)),
      wanted_(std::move(wanted)),
      values_(wanted_.size()) {}

Result<void> ColumnReader::take(std::string_view piece) {
  while (!failed_) {
    const auto end = piece.find('\n');
    if (end == std::string_view::npos) {
      begun_ += piece;
      return {};
    }
    ++line_;
    const auto text = piece.substr(0, end);
    auto done = begun_.empty() ? line(text) : line(begun_ += text);
    begun_.clear();
    failed_ = !done;
    if (failed_) return done;
    piece.remove_prefix(end + 1);
  }
  return Error{said("%1: nothing is read after it", where())};
}

Result<void> ColumnReader::line(std::string_view text) {
  if (text.ends_with('\r')) text.remove_suffix(1);
  return line_ == 1 ? header(text) : row(text);
}

Result<void> ColumnReader::header(std::string_view text) {
  const auto names = csv::cells(text);
  places_.assign(names.size(), kUnwanted);
  for (std::size_t i = 0; i < wanted_.size(); ++i) {
    const auto found = std::ranges::find(names, wanted_[i]->key);
    if (found == names.end())
      return Error{said("%1: there is no column %2; it is needed", where(), wanted_[i]->key)};
    const auto place = static_cast<std::size_t>(found - names.begin());
    places_[place] = i;
    last_ = std::max(last_, place);
  }
  return {};
}

Result<void> ColumnReader::row(std::string_view text) {
  const auto commas = static_cast<std::size_t>(std::ranges::count(text, ','));
  if (commas + 1 != places_.size())
    return Error{said("%1: cells read: %2; allowed: %3, as in the header", where(), commas + 1,
                      places_.size())};
  const std::size_t before = rows();
  for (std::size_t column = 0; column <= last_; ++column) {
    const auto comma = text.find(',');
    if (const auto index = places_[column]; index != kUnwanted) {
      auto done = cell(index, text.substr(0, comma));
      if (!done) {
        for (auto& values : values_) values.resize(before);
        return done;
      }
    }
    text.remove_prefix(comma == std::string_view::npos ? text.size() : comma + 1);
  }
  return {};
}

Result<void> ColumnReader::cell(std::size_t index, std::string_view text) {
  const Quantity& quantity = *wanted_[index];
  auto& values = values_[index];
  const auto refuse = [&](const std::string& allowed) {
    return Error{
        said("%1: column %2: read \"%3\"; allowed: %4", where(), quantity.key, text, allowed)};
  };
  const auto number = text.empty() ? Record::kNone : csv::parseNumber<double>(text);
  if (!number) return refuse(said("a number, or nothing"));
  const double least = values.empty() ? 0.0 : values.back();
  if (quantity.axis && !(*number >= least))
    return refuse(said("a number that is not below the row's above"));
  values.push_back(*number);
  return {};
}

}  // namespace telegrad
