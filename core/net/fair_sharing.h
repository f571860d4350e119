// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/base/state.h"
#include "core/base/units.h"

namespace telegrad {

/// Flows that share links as a fluid, max-min fairly: no flow's rate can grow without that of one
/// that is not faster shrinking. All rates rise together; when a link is full its flows stay, and
/// the others go on (progressive filling). Rates change only when a flow begins or ends, or a link
/// gets another capacity; between, every flow sends at its rate.
///
/// So of N flows over one link each has a share 1/N, and if they are equal all end when the last
/// one would have one after the other. A flow is on all links of its route at once; latency is the
/// caller's.
///
/// It keeps no clock: it is told what time it is, and says when the next flow ends. Times are whole
/// nanoseconds, rates and what is left are doubles: an end is right to the nanosecond up to some
/// hours of sending, and the same on every machine.
///
/// Source: Bertsekas and Gallager, Data Networks, 2nd ed., 6.5.2.
/// Threads: one.
class FairSharing {
 public:
  using LinkId = std::uint32_t;

  /// A capacity may be zero: nothing moves over the link.
  LinkId addLink(BitsPerSecond capacity);
  void setCapacity(LinkId link, BitsPerSecond capacity, SimTime now);

  /// A flow begins, over at least one link, each named once. `flow` is the caller's number, of no
  /// other flow that is on.
  void begin(std::uint32_t flow, std::span<const LinkId> route, Bytes size, SimTime now);
  /// When the next flow ends if nothing else changes; nothing if none moves.
  std::optional<SimTime> nextEnd() const;
  /// Goes on to `now`, at most nextEnd(), and takes away the flows that have ended by then. Returns
  /// them in the order in which they began, until the next call.
  std::span<const std::uint32_t> advance(SimTime now);

  std::size_t active() const { return flows_.size(); }
  /// In bit/s; zero for a flow that is not on.
  BitsPerSecond rate(std::uint32_t flow) const;
  /// The flows that are on; of a FairSharing with the same links.
  void exchange(StateArchive& state);
  /// Whether all flows have numbers below that.
  bool knowsOnly(std::uint32_t flows) const;

 private:
  struct Flow {
    std::uint32_t number = 0;
    std::vector<LinkId> route;
    double left = 0.0;             // bits
    double rate = 0.0;             // bit/s
    SimTime end = SimTime::max();  // at that rate
  };
  struct Capacity {
    double total = 0.0;
    double free = 0.0;        // while rates are being found
    std::size_t filling = 0;  // flows whose rate still rises
  };

  void moveTo(SimTime now);
  void share();
  std::optional<LinkId> narrowest() const;
  void settle(Flow& flow, double rate);

  std::vector<Capacity> links_;
  std::vector<Flow> flows_;  // in the order in which they began
  std::vector<std::uint32_t> ended_;
  SimTime now_{};
};

}  // namespace telegrad
