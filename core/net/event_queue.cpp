// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/event_queue.h"

#include <algorithm>
#include <cassert>

namespace telegrad {
namespace {

/// The standard heap keeps the largest on top, so "less" is "later". A type, not a function: the
/// call is then inlined into the heap's loops.
struct Later {
  bool operator()(const Event& a, const Event& b) const {
    return a.time != b.time ? a.time > b.time : a.sequence > b.sequence;
  }
};

}  // namespace

void EventQueue::schedule(SimTime time, std::uint32_t kind, std::uint32_t subject) {
  assert(time >= now_ && "nothing can be scheduled in the past");
  heap_.push_back({time, scheduled_++, kind, subject});
  std::push_heap(heap_.begin(), heap_.end(), Later{});
}

Event EventQueue::next() {
  assert(!heap_.empty());
  std::pop_heap(heap_.begin(), heap_.end(), Later{});
  const Event event = heap_.back();
  heap_.pop_back();
  now_ = event.time;
  return event;
}

void EventQueue::exchange(StateArchive& state) {
  state.list(heap_);
  state(scheduled_, now_);
  state.require(
      std::ranges::is_heap(heap_, Later{}) && (heap_.empty() || heap_.front().time >= now_),
      "events that are still to come");
}

void EventQueue::reset(SimTime now) {
  heap_.clear();
  now_ = now;
}

}  // namespace telegrad
