// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/parameter.h"
#include "core/base/result.h"
#include "core/base/units.h"
#include "core/net/trace.h"

namespace telegrad {

/// A time in which a trace has another bandwidth than its own: painted over it by hand.
struct PaintedStretch {
  // What a stretch may hold.
  static constexpr double kLeastBandwidth = 1e3;  // bit/s
  static constexpr double kMostBandwidth = 1e12;
  static constexpr double kMostSeconds = 1e6;
  static constexpr std::size_t kMost = 10000;  // of them

  SimTime from{};
  SimTime to{};  ///< the trace's own again from here on
  BitsPerSecond bandwidth{};
  bool operator==(const PaintedStretch&) const = default;
};

/// Reads stretches in the order of their times:
///
///     10 s to 20 s: 4 Mbit/s; 20 s to 20.5 s: 500 kbit/s
///
/// Nothing: none. Times are rounded to nanoseconds, and are those of the trace's first period.
/// Errors: another form, a stretch that does not end after it begins or begins before the one
/// before it ends, more of them, longer times or another bandwidth than a stretch may hold; the
/// message names the stretch and what is allowed.
Result<std::vector<PaintedStretch>> parsePaint(std::string_view text);

/// The text that parsePaint() reads back, bandwidths to six significant digits.
std::string formatPaint(std::span<const PaintedStretch> stretches);

/// The stretches with one more painted over them; what touches at the same bandwidth becomes one.
std::vector<PaintedStretch> paintOver(std::span<const PaintedStretch> stretches,
                                      const PaintedStretch& over);

/// The trace with the stretches' bandwidths in its place, in every period; what they say of times
/// after the period is left out. Latency and loss stay the trace's.
Trace painted(const Trace& trace, std::span<const PaintedStretch> stretches);

/// The shipped trace of that key, its bandwidths multiplied by `scale`, then painted over.
/// Errors: as shippedTrace() and parsePaint().
Result<Trace> paintedTrace(std::string_view key, double scale, std::string_view paint);

/// The parameter "painted" of a network that follows a trace.
Parameter paintedParameter(Condition onlyWith);

}  // namespace telegrad
