// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/state.h"
#include "core/base/units.h"

namespace telegrad {

__extension__ using WideInteger = unsigned __int128;

/// A rate in multiples of 2^-40 bit/s, which every double from 8192 bit/s up is; smaller rates are
/// rounded to the nearest. So that rate * time is an integer, and a change of rate in the middle of
/// a message loses nothing.
struct FixedRate {
  WideInteger value = 0;
  bool operator==(const FixedRate&) const = default;
};

/// What is to be sent, or left to send, in units of a FixedRate over a nanosecond.
struct Work {
  WideInteger value = 0;
  bool operator==(const Work&) const = default;
  void exchange(StateArchive& state) { state(value); }
};

/// Range: 0 to 1e15 bit/s.
FixedRate fixedRate(BitsPerSecond rate);
/// 8e9 * 2^40 * bytes. Range: 0 to 2^50 B.
Work workOf(Bytes size);
/// The bytes that the work is, rounded up.
Bytes bytesOf(Work work);

/// How far a transmission has come: at `time` there was `left` to send.
struct Progress {
  SimTime time{};
  Work left;
  Work spare{};  ///< how much more could have left by `time`; zero while anything is left

  /// Of what is left, so much goes that could have left before; the rest of that is spare.
  void take(Work before) {
    const WideInteger sent = left.value < before.value ? left.value : before.value;
    left.value -= sent;
    spare.value = before.value - sent;
  }

  void exchange(StateArchive& state) { state(time, left, spare); }
};

/// Sends at one rate from `from.time` until all is sent, or until `until`, whichever is first. The
/// time at which all is sent is rounded up to a whole nanosecond; `left` is exact, and so is
/// `spare`, what the rate carries in the fraction that was rounded up.
Progress sendAt(FixedRate rate, const Progress& from, SimTime until);

}  // namespace telegrad
