// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/fair_sharing.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace telegrad {
namespace {

constexpr double kUnsettled = -1.0;
// Below this a rest is the rounding of what was computed, not something left to send.
constexpr double kLeastNanoseconds = 1e-3;

SimTime endAt(SimTime now, double bits, double rate) {
  if (bits <= 0.0) return now;
  if (rate <= 0.0) return SimTime::max();
  const double nanoseconds = std::ceil(bits / rate * 1e9 - kLeastNanoseconds);
  const auto room = static_cast<double>((SimTime::max() - now).count());
  if (nanoseconds >= room) return SimTime::max();
  return now + SimTime{static_cast<std::int64_t>(std::max(0.0, nanoseconds))};
}

}  // namespace

FairSharing::LinkId FairSharing::addLink(BitsPerSecond capacity) {
  links_.push_back({.total = capacity.value});
  return static_cast<LinkId>(links_.size() - 1);
}

void FairSharing::setCapacity(LinkId link, BitsPerSecond capacity, SimTime now) {
  if (links_[link].total == capacity.value) return;
  moveTo(now);
  links_[link].total = capacity.value;
  share();
}

void FairSharing::begin(std::uint32_t flow, std::span<const LinkId> route, Bytes size,
                        SimTime now) {
  assert(!route.empty());
  moveTo(now);
  flows_.push_back({.number = flow,
                    .route = {route.begin(), route.end()},
                    .left = 8.0 * static_cast<double>(size.value)});
  share();
}

std::optional<SimTime> FairSharing::nextEnd() const {
  const auto first = std::ranges::min_element(flows_, {}, &Flow::end);
  if (first == flows_.end() || first->end == SimTime::max()) return std::nullopt;
  return first->end;
}

std::span<const std::uint32_t> FairSharing::advance(SimTime now) {
  moveTo(now);
  ended_.clear();
  for (const auto& flow : flows_)
    if (flow.end <= now) ended_.push_back(flow.number);
  if (ended_.empty()) return ended_;
  std::erase_if(flows_, [&](const Flow& flow) { return flow.end <= now; });
  share();
  return ended_;
}

BitsPerSecond FairSharing::rate(std::uint32_t flow) const {
  const auto found = std::ranges::find(flows_, flow, &Flow::number);
  return {found == flows_.end() ? 0.0 : found->rate};
}

void FairSharing::exchange(StateArchive& state) {
  for (auto& link : links_) state(link.total, link.free, link.filling);
  state.list(flows_, [&](Flow& flow) {
    state(flow.number);
    state.list(flow.route);
    state(flow.left, flow.rate, flow.end);
    state.require(
        !flow.route.empty() &&
            std::ranges::all_of(flow.route, [this](LinkId id) { return id < links_.size(); }),
        "a flow over links that are there");
  });
  state(now_);
}

bool FairSharing::knowsOnly(std::uint32_t flows) const {
  return std::ranges::all_of(flows_, [&](const Flow& flow) { return flow.number < flows; });
}

void FairSharing::moveTo(SimTime now) {
  assert(now >= now_);
  const double passed = seconds(now - now_);
  // By its end all of a flow has left, whatever rounding makes of the product.
  for (auto& flow : flows_)
    flow.left = flow.end <= now ? 0.0 : std::max(0.0, flow.left - flow.rate * passed);
  now_ = now;
}

void FairSharing::share() {
  for (auto& link : links_) link = {.total = link.total, .free = link.total, .filling = 0};
  for (auto& flow : flows_) {
    flow.rate = kUnsettled;
    for (const auto link : flow.route) ++links_[link].filling;
  }
  while (const auto full = narrowest()) {
    const double rate = links_[*full].free / static_cast<double>(links_[*full].filling);
    for (auto& flow : flows_)
      if (flow.rate == kUnsettled && std::ranges::find(flow.route, *full) != flow.route.end())
        settle(flow, rate);
  }
}

/// The link that is full first as the rates rise: of equals, the one added first.
std::optional<FairSharing::LinkId> FairSharing::narrowest() const {
  std::optional<LinkId> least;
  double share = 0.0;
  for (LinkId id = 0; id < links_.size(); ++id) {
    if (links_[id].filling == 0) continue;
    const double here = links_[id].free / static_cast<double>(links_[id].filling);
    if (least && here >= share) continue;
    least = id;
    share = here;
  }
  return least;
}

void FairSharing::settle(Flow& flow, double rate) {
  flow.rate = rate;
  flow.end = endAt(now_, flow.left, rate);
  for (const auto link : flow.route) {
    links_[link].free = std::max(0.0, links_[link].free - rate);
    --links_[link].filling;
  }
}

}  // namespace telegrad
