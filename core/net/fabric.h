// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "core/base/units.h"
#include "core/net/event_queue.h"
#include "core/net/fair_sharing.h"
#include "core/net/impairments.h"
#include "core/net/link.h"

namespace telegrad {

/// What is to be carried, between nodes that the topology numbers.
struct Message {
  SimTime time{};  ///< when it is wholly there to be sent
  std::uint32_t source = 0;
  std::uint32_t destination = 0;
  Bytes bytes;  ///< on the wire: whatever the network adds is included
};

/// What became of a message. end - start = queueing + serialisation + propagation.
struct Delivery {
  SimTime start{};
  SimTime end{};
  SimTime queueing{};       ///< behind other messages, over all links; until it is offered again
  SimTime serialisation{};  ///< over all links, repeats included
  SimTime propagation{};    ///< over all links, with jitter and round trips that were waited for
  SimTime firstQueueing{};  ///< of these, until it was over the first of several links
  SimTime firstSerialisation{};
  SimTime firstPropagation{};
  Bytes repeated{};  ///< sent again: lost packets, what was dropped after its first link

  void exchange(StateArchive& state) {
    state(start, end, queueing, serialisation, propagation, firstQueueing, firstSerialisation,
          firstPropagation, repeated);
  }
};

/// Links, the routes over them, and the messages under way: the emulator itself, which any topology
/// stands on. A message crosses the links of its route one after the other.
///
/// Two events a link: a message arrives, a link has finished sending. Messages that reach a link at
/// the same nanosecond are served in the order in which their arrivals were scheduled; one that
/// reaches it at the end of a transmission finds it ended.
///
/// With impairments (impairments.h), of which one that is off costs nothing:
///
/// - Jitter changes the latency of a route's first link message by message (Propagation).
/// - Loss, on a route's first link and where a trace says so: what a link loses it sends again,
/// right behind the message and in the same turn; then a
///   message waits a round trip of its route (twice its links' latencies) for every round of
///   repeats, while the link sends others, which may come first. What is lost is drawn as the turn
///   begins, with the loss that a trace says then; a new rate later is integrated over repeats too.
/// - A message that a full queue drops is offered again at the beginning of its route, a
///   Retransmission's delay after the drop; the links before have carried it for nothing.
/// - A connection (a route is one) waits for acknowledgements at its route's first link, which
///   sends others in the meantime: Connection::waits() with the narrowest link's rate (from 1e4
///   bit/s) and the latencies at the turn's beginning, segments being packets. Messages of a route
///   pass its first link in order then.
///
/// Fair discipline: one latency of all its links (with jitter) after it was sent, a message begins
/// on all of them at once, and they are shared as FairSharing says; at its end there, and with
/// every change of a trace or of configure(), all rates are found anew. It is delivered as it ends,
/// after the waits of above. So the latency passes before a message competes: what is still on its
/// way takes nothing from the others. Serialisation is what its slowest link would have taken for
/// it alone, as that was at the beginning; queueing is the rest. Buckets and limited queues do
/// nothing. Loss is drawn for each link as the message is sent, and its repeats go over the whole
/// route.
///
/// A value: a copy goes on by itself.
/// Threads: one.
class Fabric {
 public:
  using LinkId = std::uint32_t;
  using RouteId = std::uint32_t;

  /// Simulated time goes no further; what would happen later never does.
  static constexpr SimTime kEndOfTime{1'000'000'000'000'000'000};  // 1e9 s

  LinkId addLink(BitsPerSecond rate, SimTime latency) { return addLink(Link(rate, latency)); }
  /// One that nothing is on.
  LinkId addLink(Link link);
  /// A way over at least one link, in the order of `links`.
  RouteId addRoute(std::span<const LinkId> links);

  Link& link(LinkId id) { return links_[id]; }
  const Link& link(LinkId id) const { return links_[id]; }
  std::size_t links() const { return links_.size(); }

  /// What holds for all. The discipline stays once a message has been sent.
  void setRules(const FabricRules& rules);
  /// What a link does from `now` on, all deliveries until then having been taken.
  void impair(LinkId id, const LinkProfile& profile, SimTime now);
  /// From now on a link follows that trace, also with what is on it: its bandwidth, its latency and
  /// its loss as far as it has them.
  void follow(LinkId id, std::shared_ptr<const Trace> trace, SimTime now);
  /// No impairment was ever set: one after the other, every link a plain one.
  bool isPlain() const { return !impairments_; }

  /// Sends a message; the result is its number until it is forgotten. `time` is not before now().
  std::uint32_t send(RouteId route, SimTime time, Bytes bytes);
  /// Moves the clock to the next delivery that is not after `until`: whose? Nothing when there is
  /// none, or none before the end of time.
  std::optional<std::uint32_t> runToDelivery(SimTime until = SimTime::max());
  /// A new rate and latency of a link from `now` on, all deliveries until then having been taken.
  /// What is being sent goes on at the new rate, its remaining bytes integrated exactly; the
  /// latency is that of what leaves later. A link that follows a trace keeps to it.
  void configure(LinkId id, BitsPerSecond rate, SimTime latency, SimTime now);
  /// What became of a message that has been delivered.
  const Delivery& delivery(std::uint32_t message) const { return deliveries_[message]; }
  /// Its number is free for another message.
  void forget(std::uint32_t message) { free_.push_back(message); }
  SimTime now() const { return events_.now(); }
  /// Of a fabric with the same links and routes.
  void exchange(StateArchive& state);

  /// Why nothing is delivered any more although something is under way.
  struct Standstill {
    LinkId link = 0;
    bool loses = false;  ///< more often than a sender tries; else it is too slow
  };
  /// For when runToDelivery() finds nothing; nothing if nothing is in the way but the end of time.
  std::optional<Standstill> standstill() const;

 private:
  enum Kind : std::uint32_t { Arrival, Sent, FlowBegins, FlowsEnd, TracesChange };
  // Subjects: a message, a link, a message, and the state of the shares for which it was planned.

  struct Route {
    std::uint32_t begin = 0;  // of hops_
    std::uint32_t end = 0;
  };
  struct Flight {
    std::uint32_t begin = 0;  // of hops_
    std::uint32_t hop = 0;
    std::uint32_t end = 0;
    Bytes bytes;

    void exchange(StateArchive& state) { state(begin, hop, end, bytes); }
  };
  /// All messages at once.
  struct Fair {
    FairSharing sharing;
    SimTime planned = SimTime::max();  // for when the next end is planned
    std::uint32_t ends = 0;            // the FlowsEnd that counts
    std::uint32_t changes = 0;         // the TracesChange that counts
  };

  /// True if this was the end of its route.
  bool isConsistent() const;
  bool arrive(std::uint32_t message, SimTime now);
  void sent(LinkId id, SimTime now);
  void advance(std::uint32_t message, std::uint32_t hop, SimTime propagation);
  void begun(LinkId id, Link::Transmission transmission);
  void reschedule(LinkId id, const std::optional<Link::Transmission>& goesOn, SimTime formerEnd);

  // With impairments.
  void makeImpairments();
  std::span<const LinkId> linksOf(RouteId route) const;
  SimTime latencyOf(RouteId route, SimTime now) const;
  bool beginsOn(std::uint32_t message, LinkId id);
  SimTime latencyOn(std::uint32_t message, LinkId id, SimTime now);
  bool drops(std::uint32_t message, LinkId id, SimTime now);
  Bytes lose(std::uint32_t message, LinkId id, SimTime now);
  void startSlowly(std::uint32_t message, SimTime now);
  Link::Transmission impede(LinkId id, Link::Transmission transmission);
  void leave(std::uint32_t message, LinkId id, SimTime now);
  void proceed(std::uint32_t message, std::uint32_t hop, SimTime now, SimTime there, bool inOrder);

  // All at once.
  void setOut(std::uint32_t message, SimTime now);
  void beginFlow(std::uint32_t message, SimTime now);
  void endFlows(SimTime now);
  void sharesChange(const Event& event);
  void setCapacity(LinkId id, SimTime now);
  void followTraces(SimTime now);
  void planEnds();

  std::vector<Link> links_;
  std::vector<LinkId> hops_;
  std::vector<Route> routes_;
  EventQueue events_;
  std::vector<Flight> flights_;
  std::vector<Delivery> deliveries_;  // likewise by message number
  std::vector<std::uint32_t> free_;   // numbers
  std::optional<Impairments> impairments_;
  std::optional<Fair> fair_;  // only with impairments
};

}  // namespace telegrad
