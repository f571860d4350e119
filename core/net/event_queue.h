// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/base/state.h"
#include "core/base/units.h"

namespace telegrad {

/// Something that happens at an instant of simulated time. What `kind` and `subject` mean is the
/// business of whoever scheduled it.
struct Event {
  SimTime time{};
  std::uint64_t sequence = 0;  ///< how many events were scheduled before it
  std::uint32_t kind = 0;
  std::uint32_t subject = 0;

  void exchange(StateArchive& state) { state(time, sequence, kind, subject); }
};

/// The events that are still to happen, handed out by time; of equal times, the one that was
/// scheduled first. So a simulation's order depends on nothing but what was scheduled.
///
/// A binary heap in one vector that is kept: once it has grown, an event allocates nothing.
///
/// Threads: one.
class EventQueue {
 public:
  /// Schedules an event; `time` is not before now().
  void schedule(SimTime time, std::uint32_t kind, std::uint32_t subject);
  /// Takes the next event and moves the clock to it. Not when empty.
  Event next();

  /// When the next event is. Not when empty.
  SimTime nextTime() const { return heap_.front().time; }
  bool isEmpty() const { return heap_.empty(); }
  std::size_t size() const { return heap_.size(); }
  /// The time of the last event taken; zero before the first.
  SimTime now() const { return now_; }

  /// No events, the clock at `now`; keeps the memory. Sequence numbers go on.
  void reset(SimTime now = SimTime{});
  /// The events in the order in which the heap has them.
  void exchange(StateArchive& state);
  std::span<const Event> events() const { return heap_; }

 private:
  std::vector<Event> heap_;
  std::uint64_t scheduled_ = 0;
  SimTime now_{};
};

}  // namespace telegrad
