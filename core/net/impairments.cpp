// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/impairments.h"

#include <algorithm>
#include <cassert>

#include "core/net/work.h"

namespace telegrad {
namespace {

// Range of what serialisationTime() takes.
constexpr double kLeastRate = 1e4;
constexpr double kMostRate = 1e15;
constexpr WideInteger kMostBytes = WideInteger{1} << 50U;

}  // namespace

void Impairments::setRules(const FabricRules& rules) {
  assert(rules.packet.value > 0);
  // A segment's size is part of a connection.
  if (rules.connection != rules_.connection || rules.packet != rules_.packet) ways_.clear();
  rules_ = rules;
}

Impairments::State Impairments::newState() const {
  const auto stream = rules_.firstStream + static_cast<std::uint32_t>(links_.size());
  return {{}, Propagation({}, rules_.seed, stream), PacketLoss({}, rules_.seed, stream)};
}

Impairments::State& Impairments::state(LinkId link) {
  while (links_.size() <= link) links_.push_back(newState());
  return links_[link];
}

void Impairments::exchange(StateArchive& state) {
  state(rules_);
  state.list(
      links_, [&](State& link) { state(link.profile, link.propagation, link.loss); },
      [this] { return newState(); });
  state.list(
      ways_, [&](Way& way) { state(way.connection, way.there); }, [this] { return newWay(); });
  state.list(journeys_);
  state(gaveUp_);
}

bool Impairments::knowsOnly(std::size_t routes, std::size_t links) const {
  return links_.size() <= links && ways_.size() <= routes && (!gaveUp_ || *gaveUp_ < links) &&
         std::ranges::all_of(journeys_, [&](const Journey& one) { return one.route < routes; });
}

void Impairments::setProfile(LinkId link, const LinkProfile& profile) {
  State& state = this->state(link);
  state.profile = profile;
  state.propagation.setJitter(profile.jitter);
  state.loss.setModel(profile.loss);
}

Impairments::Journey& Impairments::journey(std::uint32_t message) {
  if (journeys_.size() <= message) journeys_.resize(message + 1);
  return journeys_[message];
}

Impairments::Repeats Impairments::repeats(LinkId link, Bytes size, std::optional<double> traced) {
  State& state = this->state(link);
  const LossModel model = traced ? LossModel::bernoulli(*traced) : state.profile.loss;
  if (!model.loses()) return {};
  state.loss.setModel(model);
  const std::int64_t packets =
      std::max<std::int64_t>(1, (size.value + rules_.packet.value - 1) / rules_.packet.value);
  const Recovery recovery = state.loss.recover(packets);
  const auto again = static_cast<WideInteger>(recovery.sent - packets);
  // A message's packets count as equally long.
  const WideInteger bytes =
      (static_cast<WideInteger>(size.value) * again + static_cast<WideInteger>(packets) - 1) /
      static_cast<WideInteger>(packets);
  Repeats repeats{{static_cast<std::int64_t>(std::min(bytes, kMostBytes))}, recovery.rounds - 1};
  repeats.complete = recovery.complete && bytes <= kMostBytes;
  if (!repeats.complete && !gaveUp_) gaveUp_ = link;
  return repeats;
}

SimTime Impairments::arrival(LinkId link, SimTime departure, SimTime latency) {
  State& state = this->state(link);
  if (state.profile.jitter.kind == Jitter::Kind::None) return departure + latency;
  return state.propagation.arrival(departure, latency);
}

Impairments::Way Impairments::newWay() const {
  return {Connection({.kind = rules_.connection,
                      .segmentPayload = rules_.packet.value,
                      .segmentWire = rules_.packet.value})};
}

Impairments::Way& Impairments::way(RouteId route) {
  while (ways_.size() <= route) ways_.push_back(newWay());
  return ways_[route];
}

SimTime Impairments::slowStart(RouteId route, SimTime now, Bytes size, BitsPerSecond rate,
                               SimTime latency) {
  const BitsPerSecond held{std::clamp(rate.value, kLeastRate, kMostRate)};
  return way(route).connection.waits(now, size, held, latency);
}

SimTime Impairments::inOrder(RouteId route, SimTime left, SimTime there) {
  Way& way = this->way(route);
  way.connection.hasLeft(left);
  way.there = std::max(way.there, there);
  return way.there;
}

}  // namespace telegrad
