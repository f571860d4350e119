// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/fabric.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace telegrad {

Fabric::LinkId Fabric::addLink(Link link) {
  if (fair_) fair_->sharing.addLink(link.rateAt(now()));
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
  if (impairments_) impairments_->journey(message) = {.route = route};
  events_.schedule(time, Arrival, message);
  return message;
}

std::optional<std::uint32_t> Fabric::runToDelivery(SimTime until) {
  const SimTime last = std::min(until, kEndOfTime);
  while (!events_.isEmpty() && events_.nextTime() <= last) {
    const Event event = events_.next();
    if (event.kind == Sent)
      sent(event.subject, event.time);
    else if (event.kind != Arrival)
      sharesChange(event);
    else if (arrive(event.subject, event.time))
      return event.subject;
  }
  return std::nullopt;
}

void Fabric::configure(LinkId id, BitsPerSecond rate, SimTime latency, SimTime now) {
  Link& link = links_[id];
  const bool another = rate != link.rate() && link.trace() == nullptr;
  const SimTime end = link.current().end;
  if (another) reschedule(id, link.setRate(rate, now), end);
  link.configure(rate, latency);
  if (fair_ && another) setCapacity(id, now);
}

void Fabric::follow(LinkId id, std::shared_ptr<const Trace> trace, SimTime now) {
  Link& link = links_[id];
  const SimTime end = link.current().end;
  if (trace && trace->steps().front().loss) makeImpairments();
  reschedule(id, link.setTrace(std::move(trace), now), end);
  if (fair_) setCapacity(id, now);
}

void Fabric::reschedule(LinkId id, const std::optional<Link::Transmission>& goesOn,
                        SimTime formerEnd) {
  if (!goesOn) return;
  deliveries_[goesOn->message].serialisation += goesOn->end - formerEnd;
  events_.schedule(goesOn->end, Sent, id);
}

bool Fabric::arrive(std::uint32_t message, SimTime now) {
  const Flight& flight = flights_[message];
  if (flight.hop == flight.end) {
    deliveries_[message].end = now;
    return true;
  }
  if (fair_) {
    setOut(message, now);
    return false;
  }
  const LinkId id = hops_[flight.hop];
  // What ends now has left before anything arrives, whichever event was scheduled first.
  while (links_[id].isBusy() && links_[id].current().end == now) sent(id, now);
  if (impairments_ && drops(message, id, now)) return false;
  if (const auto begins = links_[id].arrive(message, flight.bytes, now)) begun(id, *begins);
  return false;
}

void Fabric::sent(LinkId id, SimTime now) {
  Link& link = links_[id];
  // Of an end that has been moved by a new rate.
  if (!link.isBusy() || link.current().end != now) return;
  const std::uint32_t message = link.current().message;
  if (impairments_) {
    leave(message, id, now);
  } else {
    const SimTime latency = link.latencyAt(now);
    advance(message, flights_[message].hop + 1, latency);
    events_.schedule(now + latency, Arrival, message);
  }
  if (const auto begins = link.next(now)) begun(id, *begins);
}

/// On to that hop of its way, after so long since it left the one before.
void Fabric::advance(std::uint32_t message, std::uint32_t hop, SimTime propagation) {
  Delivery& delivery = deliveries_[message];
  Flight& flight = flights_[message];
  delivery.propagation += propagation;
  if (flight.hop == flight.begin && hop < flight.end) {
    delivery.firstQueueing = delivery.queueing;
    delivery.firstSerialisation = delivery.serialisation;
    delivery.firstPropagation = delivery.propagation;
  }
  flight.hop = hop;
}

void Fabric::begun(LinkId id, Link::Transmission transmission) {
  if (impairments_) transmission = impede(id, transmission);
  Delivery& delivery = deliveries_[transmission.message];
  delivery.queueing += transmission.start - transmission.arrived;
  delivery.serialisation += transmission.end - transmission.start;
  events_.schedule(transmission.end, Sent, id);
}

void Fabric::exchange(StateArchive& state) {
  state(links_, events_);
  state.list(flights_);
  state.list(deliveries_);
  state.list(free_);
  bool impaired = impairments_.has_value();
  bool fair = fair_.has_value();
  state(impaired, fair);
  if (state.isLoading()) {
    impairments_.reset();
    if (impaired) impairments_.emplace();
    fair_.reset();
    if (fair) fair_ = Fair{};
    for (std::size_t i = 0; fair && i < links_.size(); ++i) fair_->sharing.addLink({});
  }
  if (impairments_) state(*impairments_);
  if (fair_) state(fair_->sharing, fair_->planned, fair_->ends, fair_->changes);
  state.require(isConsistent(), "messages, links and routes that know of each other");
}

/// Whether no number names something that is not there.
bool Fabric::isConsistent() const {
  const std::size_t messages = flights_.size();
  const auto isMessage = [&](std::uint32_t number) { return number < messages; };
  const auto isFlight = [&](const Flight& flight) {
    return flight.begin <= flight.hop && flight.hop <= flight.end && flight.end <= hops_.size();
  };
  const auto isEvent = [&](const Event& event) {
    if (event.kind == Arrival) return isMessage(event.subject);
    if (event.kind == Sent) return event.subject < links_.size();
    if (event.kind == FlowBegins && !isMessage(event.subject)) return false;
    return fair_.has_value() && event.kind <= TracesChange;
  };
  return deliveries_.size() == messages && std::ranges::all_of(flights_, isFlight) &&
         std::ranges::all_of(free_, isMessage) && std::ranges::all_of(events_.events(), isEvent) &&
         std::ranges::all_of(links_,
                             [&](const Link& link) {
                               return link.knowsOnly(static_cast<std::uint32_t>(messages));
                             }) &&
         (!impairments_ || impairments_->knowsOnly(routes_.size(), links_.size())) &&
         (!fair_ || fair_->sharing.knowsOnly(static_cast<std::uint32_t>(messages)));
}

std::optional<Fabric::Standstill> Fabric::standstill() const {
  if (impairments_ && impairments_->gaveUp()) return Standstill{*impairments_->gaveUp(), true};
  std::optional<LinkId> slowest;
  for (LinkId id = 0; id < links_.size(); ++id) {
    const Link& link = links_[id];
    if (fair_ && link.bytesIn() != link.bytesOut() &&
        (!slowest || link.rateAt(now()).value < links_[*slowest].rateAt(now()).value))
      slowest = id;
    if (link.isBusy() && link.current().end > kEndOfTime) return Standstill{id};
  }
  if (!slowest) return std::nullopt;
  return Standstill{*slowest};
}

}  // namespace telegrad
