// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace telegrad {

/// Time on the emulator's clock: whole nanoseconds since the run began, exact at any length of run.
using SimTime = std::chrono::duration<std::int64_t, std::nano>;

/// A duration in seconds as SimTime, rounded to the nearest nanosecond. Under 292 years.
SimTime simTime(double seconds);
/// SimTime in seconds.
double seconds(SimTime time);

/// A link's rate. Positive.
struct BitsPerSecond {
  double value = 0.0;
  bool operator==(const BitsPerSecond&) const = default;
};

/// A number of bytes on a wire.
struct Bytes {
  std::int64_t value = 0;
  bool operator==(const Bytes&) const = default;
};

/// The number in `baseUnit` that `text` spells: ("1.5 Gbit/s", "bit/s") -> 1.5e9, ("20 ms", "s") ->
/// 0.02, ("1 %", "") -> 0.01, ("12", "s") -> 12. SI prefixes n, u (or the micro sign), m, k, M, G,
/// T before a unit that is not empty. Errors: no number, or a unit that is not a multiple of
/// `baseUnit`; the message names both.
Result<double> parseQuantity(std::string_view text, std::string_view baseUnit);

/// `value` with the prefix that keeps one to three digits before the point, in `digits` significant
/// digits: (1.5e9, "bit/s") -> "1.5 Gbit/s". An empty unit and "%" take no prefix. The decimal
/// point is a point in every locale.
std::string formatQuantity(double value, std::string_view baseUnit, int digits = 6);

/// The shortest decimal text that reads back to exactly this double.
std::string formatNumber(double value);

}  // namespace telegrad
