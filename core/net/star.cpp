// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/star.h"

#include <algorithm>
#include <cassert>
#include <functional>
#include <map>
#include <string>
#include <utility>

#include "core/base/said.h"
#include "core/net/text_io.h"

namespace telegrad {
namespace {

constexpr double kLongestCarried = 1e9;
constexpr std::size_t kHops = 2;

/// The numbers of a star's links: the server's, then each worker's.
class Layout {
 public:
  explicit Layout(std::size_t workers) : workers_(workers) {}

  std::size_t size() const { return 2 + 2 * workers_; }
  /// The links of a message's way, in order.
  std::array<std::uint32_t, kHops> route(std::uint32_t source, std::uint32_t destination) const {
    if (destination == workers_) return {2 + 2 * source, 0};
    assert(source == workers_ && destination < workers_);
    return {1, 3 + 2 * destination};
  }
  static std::size_t link(const OwnTrace& own) {
    return 2 + 2 * own.worker + (own.link == StarLink::WorkerDownlink ? 1 : 0);
  }
  static StarLink kind(std::size_t link) {
    if (link < 2) return link == 0 ? StarLink::ServerIngress : StarLink::ServerEgress;
    return link % 2 == 0 ? StarLink::WorkerUplink : StarLink::WorkerDownlink;
  }
  static std::string name(std::size_t link) {
    const std::string name(kStarLinkNames.at(static_cast<std::size_t>(kind(link))));
    return link < 2 ? name : said("%1 of worker%2", name, link / 2 - 1);
  }

 private:
  std::size_t workers_;
};

/// Whether the clock's integer holds all that may happen, on a link of that rate.
Result<void> check(double slowest, std::span<const Message> messages) {
  double bits = 0.0;
  for (const auto& message : messages) bits += 8.0 * static_cast<double>(message.bytes.value);
  if (bits / slowest <= kLongestCarried) return {};
  return Error{said("the messages would take up to %1 s; allowed: at most 1e9 s",
                    formatNumber(bits / slowest))};
}

/// Sends each over the way that `routeOf` gives for it, and waits for all.
template <typename RouteOf>
Result<std::vector<Delivery>> carry(Fabric& fabric, std::span<const Message> messages,
                                    const RouteOf& routeOf,
                                    const std::function<std::string(Fabric::LinkId)>& name) {
  for (const auto& message : messages) fabric.send(routeOf(message), message.time, message.bytes);
  std::size_t delivered = 0;
  while (fabric.runToDelivery()) ++delivered;
  if (delivered < messages.size()) return standstill(fabric, name);
  std::vector<Delivery> deliveries;
  for (std::uint32_t i = 0; i < messages.size(); ++i) deliveries.push_back(fabric.delivery(i));
  return deliveries;
}

}  // namespace

Result<std::vector<Delivery>> carryOverStar(const StarOptions& options,
                                            std::span<const Message> messages) {
  double slowest = Trace::kMostBandwidth;
  for (const auto& [rate, latency, trace] : options.links)
    slowest = std::min(slowest, trace ? trace->meanBandwidth().value : rate.value);
  for (const auto& own : options.own) slowest = std::min(slowest, own.trace->meanBandwidth().value);
  if (auto fine = check(slowest, messages); !fine) return fine.error();
  const Layout layout(options.workers);
  Fabric fabric;
  for (std::size_t i = 0; i < layout.size(); ++i) {
    const auto& link = options.links.at(static_cast<std::size_t>(Layout::kind(i)));
    const auto id = fabric.addLink(link.rate, link.latency);
    if (link.trace) fabric.follow(id, link.trace, SimTime{});
  }
  for (const auto& own : options.own) fabric.follow(Layout::link(own), own.trace, SimTime{});
  std::vector<Fabric::RouteId> up;
  std::vector<Fabric::RouteId> down;
  const auto server = static_cast<std::uint32_t>(options.workers);
  for (std::uint32_t worker = 0; worker < server; ++worker) {
    up.push_back(fabric.addRoute(layout.route(worker, server)));
    down.push_back(fabric.addRoute(layout.route(server, worker)));
  }
  applyImpairments(options.impairments, fabric, options.seed, SimTime{});
  const auto routeOf = [&](const Message& message) {
    return message.destination == server ? up[message.source] : down[message.destination];
  };
  return carry(fabric, messages, routeOf, Layout::name);
}

Result<std::vector<Delivery>> carryOverWires(const Wiring& wiring,
                                             const LinkImpairments& impairments, std::uint64_t seed,
                                             std::span<const Message> messages) {
  double slowest = Trace::kMostBandwidth;
  Fabric fabric;
  for (const auto& wire : wiring.wires) {
    slowest = std::min(slowest, wire.rate.value);
    for (int direction = 0; direction < 2; ++direction) fabric.addLink(wire.rate, wire.latency);
  }
  if (auto fine = check(slowest, messages); !fine) return fine.error();
  std::map<std::pair<std::uint32_t, std::uint32_t>, Fabric::RouteId> routes;
  for (const auto& [time, source, destination, bytes] : messages)
    if (const auto [way, isNew] = routes.try_emplace({source, destination}); isNew)
      way->second = fabric.addRoute(wiring.route(source, destination));
  applyImpairments(impairments, fabric, seed, SimTime{});
  const auto routeOf = [&](const Message& message) {
    return routes.at({message.source, message.destination});
  };
  return carry(fabric, messages, routeOf, [&](Fabric::LinkId id) {
    const auto& wire = wiring.wires[id / 2];
    const auto& from = wiring.nodes[id % 2 == 0 ? wire.one : wire.other];
    const auto& to = wiring.nodes[id % 2 == 0 ? wire.other : wire.one];
    return said("the link from %1 to %2", from, to);
  });
}

}  // namespace telegrad
