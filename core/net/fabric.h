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
  SimTime queueing{};       ///< behind other messages, over all links
  SimTime serialisation{};  ///< over all links
  SimTime propagation{};    ///< over all links
  SimTime firstQueueing{};  ///< of these, at the first link
  SimTime firstSerialisation{};
  SimTime firstPropagation{};
};

/// Links, the routes over them, and the messages under way: the emulator itself, which any topology
/// stands on. A message crosses the links of its route one after the other.
///
/// Two events a link: a message arrives, a link has finished sending. Messages that reach a link at
/// the same nanosecond are served in the order in which their arrivals were scheduled.
///
/// Threads: one.
class Fabric {
 public:
  using LinkId = std::uint32_t;
  using RouteId = std::uint32_t;

  LinkId addLink(BitsPerSecond rate, SimTime latency) { return addLink(Link(rate, latency)); }
  /// One that nothing is on.
  LinkId addLink(Link link);
  /// A way over at least one link, in the order of `links`.
  RouteId addRoute(std::span<const LinkId> links);

  Link& link(LinkId id) { return links_[id]; }
  const Link& link(LinkId id) const { return links_[id]; }

  /// Sends a message; the result is its number until it is forgotten. `time` is not before now().
  std::uint32_t send(RouteId route, SimTime time, Bytes bytes);
  /// Moves the clock to the next delivery that is not after `until`: whose? Nothing when there is
  /// none.
  std::optional<std::uint32_t> runToDelivery(SimTime until = SimTime::max());
  /// A new rate and latency of a link from `now` on, all deliveries until then having been taken.
  /// What is being sent goes on at the new rate, its remaining bytes integrated exactly; the
  /// latency is that of what leaves later. A link that follows a trace keeps to it.
  void configure(LinkId id, BitsPerSecond rate, SimTime latency, SimTime now);
  /// From `now` on a link follows that trace, also with what is being sent; the rest as above.
  void follow(LinkId id, std::shared_ptr<const Trace> trace, SimTime now);
  /// What became of a message that has been delivered.
  const Delivery& delivery(std::uint32_t message) const { return deliveries_[message]; }
  /// Its number is free for another message.
  void forget(std::uint32_t message) { free_.push_back(message); }
  SimTime now() const { return events_.now(); }

 private:
  enum Kind : std::uint32_t { Arrival, Sent };  // subjects: a message, a link

  struct Route {
    std::uint32_t begin = 0;  // of hops_
    std::uint32_t end = 0;
  };
  struct Flight {
    std::uint32_t begin = 0;  // of hops_
    std::uint32_t hop = 0;
    std::uint32_t end = 0;
    Bytes bytes;
  };

  /// True if this was the end of its route.
  bool arrive(std::uint32_t message, SimTime now);
  void sent(LinkId id, SimTime now);
  void begun(LinkId id, const Link::Transmission& transmission);
  /// What is being sent, if anything is, ends at another time than it would have.
  void moved(LinkId id, const std::optional<Link::Transmission>& transmission, SimTime formerEnd);

  std::vector<Link> links_;
  std::vector<LinkId> hops_;
  std::vector<Route> routes_;
  EventQueue events_;
  std::vector<Flight> flights_;
  std::vector<Delivery> deliveries_;  // likewise by message number
  std::vector<std::uint32_t> free_;   // numbers
};

}  // namespace telegrad
