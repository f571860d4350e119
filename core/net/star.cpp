// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/star.h"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <optional>
#include <utility>

#include "core/net/event_queue.h"
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
  std::array<std::uint32_t, kHops> route(const Message& message) const {
    if (message.destination == workers_) return {2 + 2 * message.source, 0};
    assert(message.source == workers_ && message.destination < workers_);
    return {1, 3 + 2 * message.destination};
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
  return links;
}

/// Store and forward: two events a link, a message arrives and a message has been sent.
class FifoStar {
 public:
  FifoStar(const StarOptions& options, std::span<const Message> messages)
      : layout_(options.workers),
        links_(makeLinks(options)),
        messages_(messages) {}

  std::vector<Delivery> carry() {
    hops_.assign(messages_.size(), 0);
    for (std::uint32_t i = 0; i < messages_.size(); ++i) {
      deliveries_.push_back({.start = messages_[i].time, .end = messages_[i].time});
      events_.schedule(messages_[i].time, Arrival, i);
    }
    while (!events_.isEmpty()) {
      const Event event = events_.next();
      event.kind == Arrival ? arrive(event.subject, event.time) : sent(event.subject, event.time);
    }
    return std::move(deliveries_);
  }

 private:
  enum Kind : std::uint32_t { Arrival, Sent };  // subjects: a message, a link

  void arrive(std::uint32_t message, SimTime now) {
    if (hops_[message] == kHops) {
      deliveries_[message].end = now;
      return;
    }
    const auto link = layout_.route(messages_[message]).at(hops_[message]++);
    begun(link, links_[link].arrive(message, messages_[message].bytes, now));
  }

  void sent(std::uint32_t id, SimTime now) {
    Link& link = links_[id];
    const std::uint32_t message = link.current().message;
    const SimTime latency = link.latencyAt(now);
    deliveries_[message].propagation += latency;
    events_.schedule(now + latency, Arrival, message);
    begun(id, link.next(now));
  }

  void begun(std::uint32_t link, const std::optional<Link::Transmission>& transmission) {
    if (!transmission) return;
    Delivery& delivery = deliveries_[transmission->message];
    delivery.queueing += transmission->start - transmission->arrived;
    delivery.serialisation += transmission->end - transmission->start;
    events_.schedule(transmission->end, Sent, link);
  }

  Layout layout_;
  std::vector<Link> links_;
  std::span<const Message> messages_;
  std::vector<std::size_t> hops_;  // of each message, begun
  std::vector<Delivery> deliveries_;
  EventQueue events_;
};

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
    sharing_.begin(message, layout_.route(messages_[message]), bytes, now);
    SimTime alone{0};
    for (const auto id : layout_.route(messages_[message])) {
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
    for (const auto id : layout_.route(messages_[message]))
      delivery.propagation += links_[id].latencyAt(now);
    delivery.end = now + delivery.propagation;
  }

  Layout layout_;
  std::vector<Link> links_;
  std::span<const Message> messages_;
  std::vector<std::uint32_t> traced_;  // links that follow a trace
  std::vector<Delivery> deliveries_;
  FairSharing sharing_;
};

/// Whether the clock's integer holds all that may happen.
Result<void> check(const StarOptions& options, std::span<const Message> messages) {
  double slowest = Trace::kMostBandwidth;
  for (std::size_t kind = 0; kind < kStarLinks; ++kind) {
    const auto& [rate, latency, trace] = options.links.at(kind);
    slowest = std::min(slowest, trace ? trace->meanBandwidth().value : rate.value);
    const auto loses = [](const TraceStep& step) { return step.loss.value_or(0.0) > 0.0; };
    if (trace && std::ranges::any_of(trace->steps(), loses))
      return Error{"the trace of " + std::string(kStarLinkNames.at(kind)) +
                   " loses packets, which is not modelled here; allowed: a loss of 0"};
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
  return FifoStar(options, messages).carry();
}

}  // namespace telegrad
