// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/schedule.h"

#include <cassert>
#include <utility>

namespace telegrad {

Schedule::Schedule(std::uint32_t ranks, std::vector<Leg> legs)
    : legs_(std::move(legs)),
      bySource_(legs_.size()),
      begin_(ranks + 1, 0) {
  [[maybe_unused]] std::uint32_t here = 0;
  for (const auto& leg : legs_) {
    assert(leg.source < ranks && leg.destination < ranks && leg.source != leg.destination);
    for ([[maybe_unused]] const auto before : leg.after)
      assert(before == Leg::kNone || (before < here && legs_[before].destination == leg.source));
    ++begin_[leg.source + 1];
    ++here;
  }
  for (std::uint32_t rank = 0; rank < ranks; ++rank) begin_[rank + 1] += begin_[rank];
  auto next = begin_;
  for (std::uint32_t number = 0; number < legs_.size(); ++number)
    bySource_[next[legs_[number].source]++] = number;
}

}  // namespace telegrad
