// SPDX-License-Identifier: GPL-3.0-or-later
// What a fabric does beside store and forward over plain links.
#include <algorithm>
#include <cassert>
#include <utility>

#include "core/net/fabric.h"

namespace telegrad {

void Fabric::makeImpairments() {
  if (impairments_) return;
  impairments_.emplace();
  // Messages under way have been plain so far.
  for (std::uint32_t message = 0; message < flights_.size(); ++message) {
    const auto route = std::ranges::lower_bound(routes_, flights_[message].end, {}, &Route::end);
    impairments_->journey(message).route = static_cast<RouteId>(route - routes_.begin());
  }
}

void Fabric::setRules(const FabricRules& rules) {
  assert(flights_.empty() || (rules.discipline == Discipline::Fair) == fair_.has_value());
  if (rules == FabricRules{} && isPlain()) return;
  makeImpairments();
  impairments_->setRules(rules);
  if (rules.discipline == Discipline::Fifo || fair_) return;
  fair_ = Fair{};  // emplace() of a nested class is too much for clang 14
  for (const auto& link : links_) fair_->sharing.addLink(link.rateAt(now()));
}

void Fabric::impair(LinkId id, const LinkProfile& profile, SimTime now) {
  if (profile.isPlain() && isPlain()) return;
  makeImpairments();
  impairments_->setProfile(id, profile);
  links_[id].setBucket(profile.bucket, now);
  links_[id].limitQueue(profile.queueLimit);
}

std::span<const Fabric::LinkId> Fabric::linksOf(RouteId route) const {
  const auto [begin, end] = routes_[route];
  return std::span(hops_).subspan(begin, end - begin);
}

SimTime Fabric::latencyOf(RouteId route, SimTime now) const {
  SimTime sum{};
  for (const auto id : linksOf(route)) sum += links_[id].latencyAt(now);
  return sum;
}

bool Fabric::beginsOn(std::uint32_t message, LinkId id) {
  return linksOf(impairments_->journey(message).route).front() == id;
}

/// Of a message that leaves the link now.
SimTime Fabric::latencyOn(std::uint32_t message, LinkId id, SimTime now) {
  const SimTime latency = links_[id].latencyAt(now);
  return beginsOn(message, id) ? impairments_->arrival(id, now, latency) - now : latency;
}

bool Fabric::drops(std::uint32_t message, LinkId id, SimTime now) {
  Flight& flight = flights_[message];
  Link& link = links_[id];
  if (link.accepts(flight.bytes)) return false;
  link.drop(flight.bytes);
  auto& journey = impairments_->journey(message);
  const SimTime delay = impairments_->rules().retransmission.delay(journey.drops++);
  Delivery& delivery = deliveries_[message];
  delivery.queueing += delay;
  const std::uint32_t begin = routes_[journey.route].begin;
  if (flight.hop > begin) delivery.repeated.value += flight.bytes.value;
  flight.hop = begin;
  events_.schedule(now + delay, Arrival, message);
  return true;
}

/// Draws what the link will lose of it, and what that costs beside the link's time.
Bytes Fabric::lose(std::uint32_t message, LinkId id, SimTime now) {
  const Trace* trace = links_[id].trace();
  const auto traced = trace != nullptr ? trace->at(now).loss : std::nullopt;
  if (!traced && !beginsOn(message, id)) return {};
  const auto repeats = impairments_->repeats(id, flights_[message].bytes, traced);
  if (repeats.rounds == 0) return {};
  auto& journey = impairments_->journey(message);
  journey.wait += repeats.rounds * 2 * latencyOf(journey.route, now);
  journey.lost = journey.lost || !repeats.complete;
  deliveries_[message].repeated.value += repeats.bytes.value;
  return repeats.bytes;
}

void Fabric::startSlowly(std::uint32_t message, SimTime now) {
  auto& journey = impairments_->journey(message);
  double narrowest = links_[linksOf(journey.route).front()].rateAt(now).value;
  for (const auto id : linksOf(journey.route))
    narrowest = std::min(narrowest, links_[id].rateAt(now).value);
  journey.wait += impairments_->slowStart(journey.route, now, flights_[message].bytes, {narrowest},
                                          latencyOf(journey.route, now));
}

Link::Transmission Fabric::impede(LinkId id, Link::Transmission transmission) {
  const std::uint32_t message = transmission.message;
  const Bytes more = lose(message, id, transmission.start);
  if (more.value > 0) transmission = links_[id].prolong(more);
  if (impairments_->hasConnections() && beginsOn(message, id))
    startSlowly(message, transmission.start);
  return transmission;
}

void Fabric::leave(std::uint32_t message, LinkId id, SimTime now) {
  const SimTime there = now + latencyOn(message, id, now);
  proceed(message, flights_[message].hop + 1, now, there, beginsOn(message, id));
}

/// What has left is at the hop after its waits.
void Fabric::proceed(std::uint32_t message, std::uint32_t hop, SimTime now, SimTime there,
                     bool inOrder) {
  auto& journey = impairments_->journey(message);
  if (journey.lost) return;
  const SimTime left = now + journey.wait;
  there += journey.wait;
  journey.wait = SimTime{};
  if (inOrder && impairments_->hasConnections())
    there = impairments_->inOrder(journey.route, left, there);
  advance(message, hop, there - now);
  events_.schedule(there, Arrival, message);
}

/// Its latency passes, and then it begins.
void Fabric::setOut(std::uint32_t message, SimTime now) {
  const auto route = linksOf(impairments_->journey(message).route);
  std::int64_t more = 0;
  for (const auto id : route) more += lose(message, id, now).value;
  flights_[message].bytes.value += more;
  if (impairments_->hasConnections()) startSlowly(message, now);
  SimTime& latency = deliveries_[message].propagation;
  for (const auto id : route) latency += latencyOn(message, id, now);
  events_.schedule(now + latency, FlowBegins, message);
}

void Fabric::beginFlow(std::uint32_t message, SimTime now) {
  auto& sharing = fair_->sharing;
  if (sharing.active() == 0) followTraces(now);
  const auto route = linksOf(impairments_->journey(message).route);
  const Bytes bytes = flights_[message].bytes;
  SimTime alone{};
  for (const auto id : route) {
    Link& link = links_[id];
    alone = std::max(alone, link.trace() != nullptr ? link.trace()->finish(now, bytes) - now
                                                    : serialisationTime(bytes, link.rate()));
    link.countIn(bytes);
  }
  deliveries_[message].serialisation = alone;
  sharing.begin(message, route, bytes, now);
  planEnds();
}

void Fabric::endFlows(SimTime now) {
  for (const auto message : fair_->sharing.advance(now)) {
    Delivery& delivery = deliveries_[message];
    const SimTime latency = std::exchange(delivery.propagation, {});  // which proceed() adds
    const SimTime taken = now - delivery.start - latency;
    // A flow's end is rounded once, and may be a nanosecond before that of the link alone.
    delivery.serialisation = std::min(delivery.serialisation, taken);
    delivery.queueing = taken - delivery.serialisation;
    for (const auto id : linksOf(impairments_->journey(message).route))
      links_[id].countOut(flights_[message].bytes);
    proceed(message, flights_[message].end, now - latency, now, true);
  }
}

void Fabric::sharesChange(const Event& event) {
  if (event.kind == FlowBegins) beginFlow(event.subject, event.time);
  if (event.kind == FlowsEnd && event.subject == fair_->ends) {
    fair_->planned = SimTime::max();
    endFlows(event.time);
    planEnds();
  }
  if (event.kind == TracesChange && event.subject == fair_->changes &&
      fair_->sharing.active() > 0) {
    followTraces(event.time);
    planEnds();
  }
}

void Fabric::setCapacity(LinkId id, SimTime now) {
  fair_->sharing.setCapacity(id, links_[id].rateAt(now), now);
  if (fair_->sharing.active() > 0) followTraces(now);
  planEnds();
}

/// All capacities as they are now, and the next time that a trace changes one.
void Fabric::followTraces(SimTime now) {
  SimTime next = SimTime::max();
  for (LinkId id = 0; id < links_.size(); ++id) {
    const Trace* trace = links_[id].trace();
    if (trace == nullptr) continue;
    fair_->sharing.setCapacity(id, links_[id].rateAt(now), now);
    next = std::min(next, trace->nextChange(now).value_or(next));
  }
  if (next < SimTime::max()) events_.schedule(next, TracesChange, ++fair_->changes);
}

void Fabric::planEnds() {
  const SimTime next = fair_->sharing.nextEnd().value_or(SimTime::max());
  if (next == fair_->planned) return;
  fair_->planned = next;
  ++fair_->ends;
  if (next < SimTime::max()) events_.schedule(next, FlowsEnd, fair_->ends);
}

}  // namespace telegrad
