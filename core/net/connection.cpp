// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/connection.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "core/net/link.h"

namespace telegrad {
namespace {

// More segments than any message has, and far from the integer's end when doubled.
constexpr std::int64_t kWidest = std::int64_t{1} << 52;

}  // namespace

Connection::Connection(ConnectionModel model) : model_(model), window_(model.initialWindow) {
  assert(model.initialWindow > 0 && model.segmentPayload > 0);
}

void Connection::resetAfterIdle(SimTime start, SimTime timeout) {
  for (SimTime idle = start - lastSent_ - timeout; idle > SimTime{0}; idle -= timeout) {
    if (window_ <= model_.initialWindow) return;
    window_ = std::max(window_ / 2, model_.initialWindow);
  }
}

std::int64_t Connection::segmentsOf(Bytes payload) const {
  return std::max<std::int64_t>(
      1, (payload.value + model_.segmentPayload - 1) / model_.segmentPayload);
}

SimTime Connection::transfer(SimTime start, Bytes payload, BitsPerSecond rate, SimTime latency) {
  assert(start >= lastSent_);
  const SimTime waited = waits(start, payload, rate, latency);
  lastSent_ = start + segmentsOf(payload) * serialisationTime({model_.segmentWire}, rate) + waited;
  return lastSent_ + latency;
}

SimTime Connection::waits(SimTime start, Bytes payload, BitsPerSecond rate, SimTime latency) {
  using Kind = ConnectionModel::Kind;
  const std::int64_t segments = segmentsOf(payload);
  const SimTime segment = serialisationTime({model_.segmentWire}, rate);
  const SimTime roundTrip = 2 * latency + segment;
  if (model_.kind == Kind::Cold) window_ = model_.initialWindow;
  if (model_.kind == Kind::IdleReset && std::exchange(used_, true))
    resetAfterIdle(start, roundTrip + model_.minimumTimeout);
  SimTime waited{0};
  if (model_.kind != Kind::Ideal) {
    std::int64_t left = segments;
    for (std::int64_t window = window_; left > window && window * segment < roundTrip;
         window *= 2) {
      waited += roundTrip - window * segment;
      left -= window;
    }
    if (segments > window_) window_ = std::min(window_ + segments, kWidest);
  }
  return waited;
}

}  // namespace telegrad
