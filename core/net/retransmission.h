// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>

#include "core/base/state.h"
#include "core/base/units.h"

namespace telegrad {

/// When a message that a full queue dropped is offered again: a timeout later, which doubles with
/// every attempt that is dropped as well, up to a longest. It is offered until it is taken, so that
/// nothing is lost for ever; a link that is free takes any message.
///
/// Source: the doubling is RFC 6298, 5.5; 200 ms is the least timeout of Linux.
struct Retransmission {
  SimTime first = std::chrono::milliseconds(200);
  SimTime longest = std::chrono::seconds(60);
  bool operator==(const Retransmission&) const = default;
  void exchange(StateArchive& state) { state(first, longest); }

  /// After the attempt of that number, counted from 0: min(first * 2^attempt, longest).
  SimTime delay(std::uint32_t attempt) const {
    SimTime delay = std::min(first, longest);
    for (; attempt > 0 && delay < longest; --attempt)
      delay = delay > longest / 2 ? longest : 2 * delay;
    return delay;
  }
};

}  // namespace telegrad
