// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/star.h"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <utility>

#include "core/net/fair_sharing.h"
#include "core/net/link.h"
#include "core/net/text_io.h"

namespace telegrad {
namespace {

constexpr double kLongestSeconds = 1e9;
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

 private:
  std::size_t workers_;
};

std::vector<Link> makeLinks(const StarOptions& options) {
  std::vector<Link> links;
  for (std::size_t i = 0; i < Layout(options.workers).size(); ++i) {
    const auto& link = options.links.at(static_cast<std::size_t>(Layout::kind(i)));
    links.emplace_back(link.rate, link.latency);
    links.back().setTrace(link.trace, SimTime{0});
  }
  for (const auto& own : options.own) links.at(Layout::link(own)).setTrace(own.trace, SimTime{0});
  return links;
}

/// Store and forward, on a fabric of those links.
std::vector<Delivery> carryInTurn(const StarOptions& options, std::span<const Message> messages) {
  const Layout layout(options.workers);
  Fabric fabric;
  for (const auto& link : makeLinks(options)) fabric.addLink(link);
  std::vector<Fabric::RouteId> up;
  std::vector<Fabric::RouteId> down;
  const auto server = static_cast<std::uint32_t>(options.workers);
  for (std::uint32_t worker = 0; worker < server; ++worker) {
    up.push_back(fabric.addRoute(layout.route(worker, server)));
    down.push_back(fabric.addRoute(layout.route(server, worker)));
  }
  for (const auto& [time, source, destination, bytes] : messages)
    fabric.send(destination == server ? up[source] : down[destination], time, bytes);
  while (fabric.runToDelivery()) {
  }
  std::vector<Delivery> deliveries;
  for (std::uint32_t i = 0; i < messages.size(); ++i) deliveries.push_back(fabric.delivery(i));
  return deliveries;
}

/// All at once: flows that begin, end, and feel the traces change.
class FairStar {
 public:
  FairStar(const StarOptions& options, std::span<const Message> messages)
      : layout_(options.workers),
        links_(makeLinks(options)),
        messages_(messages),
        deliveries_(messages.size()) {
    for (std::size_t i = 0; i < links_.size(); ++i) {
      sharing_.addLink(links_[i].rateAt(SimTime{0}));
      if (links_[i].trace() != nullptr) traced_.push_back(static_cast<std::uint32_t>(i));
    }
  }

  std::vector<Delivery> carry() {
    std::vector<std::uint32_t> order(messages_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, {}, [&](std::uint32_t i) { return messages_[i].time; });
    SimTime now{0};
    for (auto next = order.begin(); next != order.end() || sharing_.active() > 0;) {
      const SimTime begin = next != order.end() ? messages_[*next].time : SimTime::max();
      const SimTime end = sharing_.nextEnd().value_or(SimTime::max());
      const SimTime change = sharing_.active() > 0 ? nextChange(now) : SimTime::max();
      now = std::min({begin, end, change});
      follow(now);
      if (end == now)
        for (const auto message : sharing_.advance(now)) ended(message, now);
      else if (begin == now)
        this->begin(*next++, now);
    }
    return std::move(deliveries_);
  }

 private:
  SimTime nextChange(SimTime now) const {
    SimTime first = SimTime::max();
    for (const auto link : traced_)
      first = std::min(first, links_[link].trace()->nextChange(now).value_or(first));
    return first;
  }

  void follow(SimTime now) {
    for (const auto link : traced_) sharing_.setCapacity(link, links_[link].rateAt(now), now);
  }

  void begin(std::uint32_t message, SimTime now) {
    const auto& [time, source, destination, bytes] = messages_[message];
    sharing_.begin(message, routeOf(message), bytes, now);
    SimTime alone{0};
    for (const auto id : routeOf(message)) {
      const Link& link = links_[id];
      alone = std::max(alone, link.trace() != nullptr ? link.trace()->finish(now, bytes) - now
                                                      : serialisationTime(bytes, link.rate()));
    }
    deliveries_[message] = {.start = time, .end = time, .serialisation = alone};
  }

  void ended(std::uint32_t message, SimTime now) {
    Delivery& delivery = deliveries_[message];
    // A flow's end is rounded once, and may be a nanosecond before that of the link alone.
    delivery.serialisation = std::min(delivery.serialisation, now - delivery.start);
    delivery.queueing = now - delivery.start - delivery.serialisation;
    for (const auto id : routeOf(message)) delivery.propagation += links_[id].latencyAt(now);
    delivery.end = now + delivery.propagation;
  }

  std::array<std::uint32_t, kHops> routeOf(std::uint32_t message) const {
    return layout_.route(messages_[message].source, messages_[message].destination);
  }

  Layout layout_;
  std::vector<Link> links_;
  std::span<const Message> messages_;
  std::vector<std::uint32_t> traced_;  // links that follow a trace
  std::vector<Delivery> deliveries_;
  FairSharing sharing_;
};

Result<void> checkLoss(const Trace& trace, StarLink link) {
  const auto loses = [](const TraceStep& step) { return step.loss.value_or(0.0) > 0.0; };
  if (std::ranges::none_of(trace.steps(), loses)) return {};
  return Error{"the trace of " + std::string(kStarLinkNames.at(static_cast<std::size_t>(link))) +
               " loses packets, which is not modelled here; allowed: a loss of 0"};
}

/// Whether the clock's integer holds all that may happen.
Result<void> check(const StarOptions& options, std::span<const Message> messages) {
  double slowest = Trace::kMostBandwidth;
  for (std::size_t kind = 0; kind < kStarLinks; ++kind) {
    const auto& [rate, latency, trace] = options.links.at(kind);
    slowest = std::min(slowest, trace ? trace->meanBandwidth().value : rate.value);
    if (!trace) continue;
    if (auto fine = checkLoss(*trace, static_cast<StarLink>(kind)); !fine) return fine;
  }
  for (const auto& own : options.own) {
    slowest = std::min(slowest, own.trace->meanBandwidth().value);
    if (auto fine = checkLoss(*own.trace, own.link); !fine) return fine;
  }
  double bits = 0.0;
  for (const auto& message : messages) bits += 8.0 * static_cast<double>(message.bytes.value);
  if (bits / slowest <= kLongestSeconds) return {};
  return Error{"the messages would take up to " + formatNumber(bits / slowest) +
               " s; allowed: " + "at most 1e9 s"};
}

}  // namespace

Result<std::vector<Delivery>> carryOverStar(const StarOptions& options,
                                            std::span<const Message> messages) {
  if (auto fine = check(options, messages); !fine) return fine.error();
  if (options.discipline == Discipline::Fair) return FairStar(options, messages).carry();
  return carryInTurn(options, messages);
}

}  // namespace telegrad
