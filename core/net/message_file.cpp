// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/message_file.h"

#include <algorithm>
#include <set>
#include <utility>

#include "core/base/catalogue.h"
#include "core/base/said.h"
#include "core/net/table_reader.h"

namespace telegrad {
namespace {

constexpr double kMostSeconds = 1e9;
constexpr std::int64_t kLargestMessage = 1'000'000'000'000'000;
constexpr std::size_t kMostWorkers = 65536;

/// Reads the rows of one text, and words what is wrong with them. What nodes there are is its
/// heirs' to say.
class MessageReader {
 public:
  MessageReader(std::string_view text, std::string_view file)
      : table_(text, file, {"id", "src", "dst", "time_s", "bytes"}) {}
  virtual ~MessageReader() = default;
  MessageReader(const MessageReader&) = delete;
  MessageReader& operator=(const MessageReader&) = delete;

  Result<MessageList> read() {
    for (;;) {
      auto row = table_.next();
      if (!row) return row.error();
      if (!*row) return std::move(list_);
      if (auto read = message(); !read) return read.error();
    }
  }

 protected:
  enum Column : std::size_t { Id, Source, Destination, Time, Size };

  /// The number of the node that the row in hand names there.
  virtual Result<std::uint32_t> node(Column column) = 0;
  /// Whether a message may go from the one to the other.
  virtual Result<void> check(std::uint32_t source, std::uint32_t destination) const = 0;

  const TableReader& table() const { return table_; }

 private:
  Result<void> message() {
    const auto source = node(Source);
    if (!source) return source.error();
    const auto destination = node(Destination);
    if (!destination) return destination.error();
    if (auto fine = check(*source, *destination); !fine) return fine;
    const auto time = table_.number(Time, 0.0, kMostSeconds);
    if (!time) return table_.refuse(Time, said("%1 to %2", "0", "1e9"));
    const auto size = numberIn<std::int64_t>(table_.cell(Size));
    if (!size || *size < 0 || *size > kLargestMessage)
      return table_.refuse(Size, said("a whole number from 0 to 10^15"));
    if (table_.cell(Id).empty() || !seen_.emplace(table_.cell(Id)).second)
      return table_.refuse(Id, said("a name that no row above has"));
    list_.ids.emplace_back(table_.cell(Id));
    list_.messages.push_back({simTime(*time), *source, *destination, {*size}});
    return {};
  }

  TableReader table_;
  std::set<std::string, std::less<>> seen_;
  MessageList list_;
};

class StarMessages final : public MessageReader {
 public:
  StarMessages(std::string_view text, std::string_view file, std::optional<std::size_t> workers)
      : MessageReader(text, file),
        workers_(workers) {}

  Result<MessageList> readStar() {
    auto list = read();
    if (!list) return list;
    list->workers = workers_.value_or(std::max<std::size_t>(1, named_));
    for (auto& message : list->messages)
      for (auto* node : {&message.source, &message.destination})
        if (*node == kServer) *node = static_cast<std::uint32_t>(list->workers);
    return list;
  }

 protected:
  Result<std::uint32_t> node(Column column) override {
    constexpr std::string_view kWorker = "worker";
    const auto cell = table().cell(column);
    if (cell == "server") return kServer;
    const std::size_t most = workers_.value_or(kMostWorkers);
    const auto number = cell.starts_with(kWorker)
                            ? numberIn<std::uint32_t>(cell.substr(kWorker.size()))
                            : std::nullopt;
    if (!number || *number >= most)
      return table().refuse(column, said("server, or worker0 to worker%1", most - 1));
    named_ = std::max<std::size_t>(named_, *number + 1);
    return *number;
  }

  Result<void> check(std::uint32_t source, std::uint32_t destination) const override {
    if ((source == kServer) != (destination == kServer)) return {};
    return table().refuse(Destination, source == kServer ? said("a worker, as src is the server")
                                                         : said("server, as src is a worker"));
  }

 private:
  static constexpr std::uint32_t kServer = UINT32_MAX;  // until the number of workers is known

  std::optional<std::size_t> workers_;
  std::size_t named_ = 0;  // workers
};

class NodeMessages final : public MessageReader {
 public:
  NodeMessages(std::string_view text, std::string_view file, std::span<const std::string> nodes)
      : MessageReader(text, file),
        nodes_(nodes) {}

 protected:
  Result<std::uint32_t> node(Column column) override {
    const auto found = std::ranges::find(nodes_, table().cell(column));
    if (found == nodes_.end()) return table().refuse(column, listOf(nodes_));
    return static_cast<std::uint32_t>(found - nodes_.begin());
  }

  Result<void> check(std::uint32_t source, std::uint32_t destination) const override {
    if (source != destination) return {};
    return table().refuse(Destination, said("another node than src"));
  }

 private:
  std::span<const std::string> nodes_;
};

}  // namespace

Result<MessageList> parseMessages(std::string_view text, std::string_view file,
                                  std::optional<std::size_t> workers) {
  return StarMessages(text, file, workers).readStar();
}

Result<MessageList> parseMessages(std::string_view text, std::string_view file,
                                  std::span<const std::string> nodes) {
  return NodeMessages(text, file, nodes).read();
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
