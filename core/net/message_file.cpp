// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/message_file.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "core/base/catalogue.h"
#include "core/net/text_io.h"

namespace telegrad {
namespace {

constexpr double kMostSeconds = 1e9;
constexpr std::int64_t kMostBytes = 1'000'000'000'000'000;
constexpr std::size_t kMostWorkers = 65536;
constexpr std::uint32_t kServer = UINT32_MAX;  // until the number of workers is known
constexpr std::string_view kAllowedColumns = "allowed: id,src,dst,time_s,bytes";

enum Column : std::size_t { Id, Source, Destination, Time, Size };
constexpr std::size_t kColumns = 5;
constexpr std::array<std::string_view, kColumns> kColumnNames{"id", "src", "dst", "time_s",
                                                              "bytes"};

/// Reads the lines of one text, and words what is wrong with them.
class MessageReader {
 public:
  MessageReader(std::string_view text, std::string_view file, std::optional<std::size_t> workers)
      : lines_(text),
        file_(file),
        workers_(workers) {}

  Result<MessageList> read() {
    while (const auto line = lines_.next()) {
      const auto text = trimmed(*line);
      if (text.empty() || text.front() == '#') continue;
      auto done = columns_.empty() ? header(text) : row(text);
      if (!done) return done.error();
    }
    if (columns_.empty())
      return Error{file_ + ": there is no header; " + std::string(kAllowedColumns)};
    list_.workers = workers_.value_or(std::max<std::size_t>(1, named_));
    for (auto& message : list_.messages)
      for (auto* node : {&message.source, &message.destination})
        if (*node == kServer) *node = static_cast<std::uint32_t>(list_.workers);
    return std::move(list_);
  }

 private:
  std::string here() const { return file_ + ":" + std::to_string(lines_.number()) + ": "; }

  Error refuse(Column column, std::string_view read, const std::string& allowed) const {
    return {here() + "column " + std::string(kColumnNames.at(column)) + ": read " + quoted(read) +
            "; allowed: " + allowed};
  }

  Result<void> header(std::string_view text) {
    for (const auto cell : cellsOf(text)) {
      const auto* found = std::ranges::find(kColumnNames, cell);
      if (found == kColumnNames.end())
        return Error{here() + "column " + quoted(cell) + " is unknown; " +
                     std::string(kAllowedColumns)};
      const auto column = static_cast<std::size_t>(found - kColumnNames.begin());
      if (std::ranges::find(columns_, column) != columns_.end())
        return Error{here() + "column " + std::string(*found) + " is there twice; allowed: once"};
      columns_.push_back(column);
    }
    for (std::size_t column = 0; column < kColumns; ++column)
      if (std::ranges::find(columns_, column) == columns_.end())
        return Error{here() + "there is no column " + std::string(kColumnNames.at(column)) + "; " +
                     std::string(kAllowedColumns)};
    return {};
  }

  Result<void> row(std::string_view text) {
    const auto read = cellsOf(text);
    if (read.size() != columns_.size())
      return Error{here() + "cells read: " + std::to_string(read.size()) +
                   "; allowed: " + std::to_string(columns_.size()) + ", as in the header"};
    std::array<std::string_view, kColumns> cells;
    for (std::size_t i = 0; i < read.size(); ++i) cells.at(columns_[i]) = read[i];
    return message(cells);
  }

  Result<void> message(const std::array<std::string_view, kColumns>& cells) {
    const auto source = node(Source, cells[Source]);
    if (!source) return source.error();
    const auto destination = node(Destination, cells[Destination]);
    if (!destination) return destination.error();
    if ((*source == kServer) == (*destination == kServer))
      return refuse(
          Destination, cells[Destination],
          *source == kServer ? "a worker, as src is the server" : "server, as src is a worker");
    const auto time = numberIn<double>(cells[Time]);
    if (!time || !(*time >= 0.0 && *time <= kMostSeconds))
      return refuse(Time, cells[Time], "0 to 1e9");
    const auto size = numberIn<std::int64_t>(cells[Size]);
    if (!size || *size < 0 || *size > kMostBytes)
      return refuse(Size, cells[Size], "a whole number from 0 to 10^15");
    if (cells[Id].empty() || !seen_.emplace(cells[Id]).second)
      return refuse(Id, cells[Id], "a name that no row above has");
    list_.ids.emplace_back(cells[Id]);
    list_.messages.push_back({simTime(*time), *source, *destination, {*size}});
    return {};
  }

  Result<std::uint32_t> node(Column column, std::string_view cell) {
    constexpr std::string_view kWorker = "worker";
    if (cell == "server") return kServer;
    const std::size_t most = workers_.value_or(kMostWorkers);
    const auto number = cell.starts_with(kWorker)
                            ? numberIn<std::uint32_t>(cell.substr(kWorker.size()))
                            : std::nullopt;
    if (!number || *number >= most)
      return refuse(column, cell, "server, or worker0 to worker" + std::to_string(most - 1));
    named_ = std::max<std::size_t>(named_, *number + 1);
    return *number;
  }

  Lines lines_;
  std::string file_;
  std::optional<std::size_t> workers_;
  std::size_t named_ = 0;  // workers
  std::vector<std::size_t> columns_;
  std::set<std::string, std::less<>> seen_;
  MessageList list_;
};

}  // namespace

Result<MessageList> parseMessages(std::string_view text, std::string_view file,
                                  std::optional<std::size_t> workers) {
  return MessageReader(text, file, workers).read();
}

std::string formatDeliveries(std::span<const std::string> ids,
                             std::span<const Delivery> deliveries) {
  std::string text = "id,start_s,end_s,queueing_s,serialisation_s,propagation_s\n";
  for (std::size_t i = 0; i < deliveries.size(); ++i) {
    const Delivery& of = deliveries[i];
    text += ids[i];
    for (const auto time : {of.start, of.end, of.queueing, of.serialisation, of.propagation})
      text += ',' + decimalSeconds(time);
    text += '\n';
  }
  return text;
}

}  // namespace telegrad
