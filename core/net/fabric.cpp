// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/fabric.h"

#include <cassert>
#include <utility>

namespace telegrad {

Fabric::LinkId Fabric::addLink(Link link) {
  links_.push_back(std::move(link));
  return static_cast<LinkId>(links_.size() - 1);
}

Fabric::RouteId Fabric::addRoute(std::span<const LinkId> links) {
  assert(!links.empty());
  const auto begin = static_cast<std::uint32_t>(hops_.size());
  hops_.insert(hops_.end(), links.begin(), links.end());
  routes_.push_back({begin, static_cast<std::uint32_t>(hops_.size())});
  return static_cast<RouteId>(routes_.size() - 1);
}

std::uint32_t Fabric::send(RouteId route, SimTime time, Bytes bytes) {
  auto message = static_cast<std::uint32_t>(flights_.size());
  if (free_.empty()) {
    flights_.emplace_back();
    deliveries_.emplace_back();
  } else {
    message = free_.back();
    free_.pop_back();
  }
  const Route way = routes_[route];
  flights_[message] = {way.begin, way.begin, way.end, bytes};
  deliveries_[message] = {.start = time, .end = time};
  events_.schedule(time, Arrival, message);
  return message;
}

std::optional<std::uint32_t> Fabric::runToDelivery(SimTime until) {
  while (!events_.isEmpty() && events_.nextTime() <= until) {
    const Event event = events_.next();
    if (event.kind == Sent)
      sent(event.subject, event.time);
    else if (arrive(event.subject, event.time))
      return event.subject;
  }
  return std::nullopt;
}

void Fabric::configure(LinkId id, BitsPerSecond rate, SimTime latency, SimTime now) {
  Link& link = links_[id];
  const bool another = rate != link.rate() && link.trace() == nullptr;
  const SimTime end = link.current().end;
  link.configure(rate, latency);
  if (!another) return;
  moved(id, link.setRate(rate, now), end);
}

void Fabric::follow(LinkId id, std::shared_ptr<const Trace> trace, SimTime now) {
  const SimTime end = links_[id].current().end;
  moved(id, links_[id].setTrace(std::move(trace), now), end);
}

void Fabric::moved(LinkId id, const std::optional<Link::Transmission>& transmission,
                   SimTime formerEnd) {
  if (!transmission) return;
  deliveries_[transmission->message].serialisation += transmission->end - formerEnd;
  events_.schedule(transmission->end, Sent, id);
}

bool Fabric::arrive(std::uint32_t message, SimTime now) {
  const Flight& flight = flights_[message];
  if (flight.hop == flight.end) {
    deliveries_[message].end = now;
    return true;
  }
  const LinkId id = hops_[flight.hop];
  if (const auto begins = links_[id].arrive(message, flight.bytes, now)) begun(id, *begins);
  return false;
}

void Fabric::sent(LinkId id, SimTime now) {
  Link& link = links_[id];
  // Of an end that has been moved by a new rate.
  if (!link.isBusy() || link.current().end != now) return;
  const std::uint32_t message = link.current().message;
  const SimTime latency = link.latencyAt(now);
  Delivery& delivery = deliveries_[message];
  delivery.propagation += latency;
  Flight& flight = flights_[message];
  if (flight.hop == flight.begin) {
    delivery.firstQueueing = delivery.queueing;
    delivery.firstSerialisation = delivery.serialisation;
    delivery.firstPropagation = latency;
  }
  ++flight.hop;
  events_.schedule(now + latency, Arrival, message);
  if (const auto begins = link.next(now)) begun(id, *begins);
}

void Fabric::begun(LinkId id, const Link::Transmission& transmission) {
  Delivery& delivery = deliveries_[transmission.message];
  delivery.queueing += transmission.start - transmission.arrived;
  delivery.serialisation += transmission.end - transmission.start;
  events_.schedule(transmission.end, Sent, id);
}

}  // namespace telegrad
