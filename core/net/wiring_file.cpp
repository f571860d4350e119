// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/wiring_file.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <utility>

#include "core/base/said.h"
#include "core/net/table_reader.h"

namespace telegrad {
namespace {

class WiringReader {
 public:
  WiringReader(std::string_view text, std::string_view file)
      : table_(text, file, {"one", "other", "bandwidth_bit_per_s", "latency_s"}) {}

  Result<Wiring> read() {
    for (;;) {
      auto row = table_.next();
      if (!row) return row.error();
      if (!*row) break;
      if (auto read = wire(); !read) return read.error();
    }
    if (wiring_.wires.empty())
      return Error{table_.file() + ": " + said("there is no wire; allowed: a tree")};
    for (std::uint32_t node = 1; node < wiring_.nodes.size(); ++node)
      if (treeOf(node) != treeOf(0))
        return Error{
            table_.file() + ": " +
            said("no way leads from %1 to %2; allowed: a tree, in which all nodes are connected",
                 wiring_.nodes[0], wiring_.nodes[node])};
    return std::move(wiring_);
  }

 private:
  enum Column : std::size_t { One, Other, Bandwidth, Latency };

  Result<void> wire() {
    for (const auto column : {One, Other})
      if (table_.cell(column).empty()) return table_.refuse(column, said("a node's name"));
    const auto rate = table_.number(Bandwidth, 1e4, 1e15);
    if (!rate) return table_.refuse(Bandwidth, said("%1 to %2", "1e4", "1e15"));
    const auto latency = table_.number(Latency, 0.0, 1e6);
    if (!latency) return table_.refuse(Latency, said("%1 to %2", "0", "1e6"));
    const auto one = node(table_.cell(One));
    const auto other = node(table_.cell(Other));
    if (treeOf(one) == treeOf(other))
      return Error{table_.here() + said("the wire from %1 to %2 closes a cycle; allowed: a tree, "
                                        "with one way between any two nodes",
                                        wiring_.nodes[one], wiring_.nodes[other])};
    tree_[treeOf(one)] = treeOf(other);
    wiring_.wires.push_back({one, other, {*rate}, simTime(*latency)});
    return {};
  }

  std::uint32_t node(std::string_view name) {
    const auto next = static_cast<std::uint32_t>(wiring_.nodes.size());
    const auto [known, isNew] = numbers_.try_emplace(std::string(name), next);
    if (isNew) {
      wiring_.nodes.emplace_back(name);
      tree_.push_back(next);
    }
    return known->second;
  }

  /// The same number for all nodes that are connected by now.
  std::uint32_t treeOf(std::uint32_t node) {
    while (tree_[node] != node) node = tree_[node] = tree_[tree_[node]];
    return node;
  }

  TableReader table_;
  Wiring wiring_;
  std::map<std::string, std::uint32_t, std::less<>> numbers_;
  std::vector<std::uint32_t> tree_;  // disjoint sets of nodes, each pointing to another of its own
};

}  // namespace

std::vector<std::uint32_t> Wiring::route(std::uint32_t source, std::uint32_t destination) const {
  std::vector<std::vector<std::uint32_t>> leaving(nodes.size());  // directed links
  for (std::uint32_t i = 0; i < wires.size(); ++i) {
    leaving[wires[i].one].push_back(2 * i);
    leaving[wires[i].other].push_back(2 * i + 1);
  }
  const auto end = [&](std::uint32_t link) {
    return link % 2 == 0 ? wires[link / 2].other : wires[link / 2].one;
  };
  std::vector<std::optional<std::uint32_t>> via(nodes.size());  // the link that reached a node
  std::vector<std::uint32_t> reached{source};
  for (std::size_t i = 0; i < reached.size() && reached.back() != destination; ++i)
    for (const auto link : leaving[reached[i]]) {
      if (end(link) == source || via[end(link)]) continue;
      via[end(link)] = link;
      reached.push_back(end(link));
      if (end(link) == destination) break;
    }
  std::vector<std::uint32_t> way;
  for (auto node = destination; node != source; node = end(way.back() ^ 1U))
    way.push_back(*via[node]);
  std::ranges::reverse(way);
  return way;
}

Result<Wiring> parseWiring(std::string_view text, std::string_view file) {
  return WiringReader(text, file).read();
}

}  // namespace telegrad
