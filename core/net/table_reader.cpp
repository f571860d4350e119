// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/table_reader.h"

#include <algorithm>
#include <utility>

#include "core/base/said.h"

namespace telegrad {

TableReader::TableReader(std::string_view text, std::string_view file,
                         std::vector<std::string> columns)
    : lines_(text),
      file_(file),
      columns_(std::move(columns)),
      cells_(columns_.size()) {}

Result<bool> TableReader::next() {
  while (const auto line = lines_.next()) {
    const auto text = trimmed(*line);
    if (text.empty() || text.front() == '#') continue;
    const bool isRow = !order_.empty();
    if (auto read = isRow ? row(text) : header(text); !read) return read.error();
    if (isRow) return true;
  }
  if (order_.empty())
    return Error{file_ + ": " + said("there is no header; allowed: %1", allowedColumns())};
  return false;
}

std::string TableReader::allowedColumns() const {
  std::string text;
  for (const auto& column : columns_) text += (column == columns_.front() ? "" : ",") + column;
  return text;
}

Result<void> TableReader::header(std::string_view text) {
  for (const auto cell : cellsOf(text)) {
    const auto found = std::ranges::find(columns_, cell);
    if (found == columns_.end())
      return Error{here() +
                   said("column %1 is unknown; allowed: %2", quoted(cell), allowedColumns())};
    const auto column = static_cast<std::size_t>(found - columns_.begin());
    if (std::ranges::find(order_, column) != order_.end())
      return Error{here() + said("column %1 is there twice; allowed: once", *found)};
    order_.push_back(column);
  }
  for (std::size_t column = 0; column < columns_.size(); ++column)
    if (std::ranges::find(order_, column) == order_.end())
      return Error{here() +
                   said("there is no column %1; allowed: %2", columns_[column], allowedColumns())};
  return {};
}

Result<void> TableReader::row(std::string_view text) {
  const auto read = cellsOf(text);
  if (read.size() != order_.size())
    return Error{here() +
                 said("cells read: %1; allowed: %2, as in the header", read.size(), order_.size())};
  for (std::size_t i = 0; i < read.size(); ++i) cells_[order_[i]] = read[i];
  return {};
}

std::optional<double> TableReader::number(std::size_t column, double least, double most) const {
  const auto number = numberIn<double>(cells_[column]);
  return number && *number >= least && *number <= most ? number : std::nullopt;
}

Error TableReader::refuse(std::size_t column, const std::string& allowed) const {
  return {here() + said("column %1: read %2; allowed: %3", columns_[column], quoted(cells_[column]),
                        allowed)};
}

}  // namespace telegrad
