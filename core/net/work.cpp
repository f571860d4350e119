// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/work.h"

#include <bit>
#include <cassert>
#include <cmath>
#include <cstdint>

namespace telegrad {
namespace {

constexpr int kFractionBits = 40;
constexpr std::uint64_t kBitsPerByteTimesNanoseconds = 8'000'000'000;
constexpr WideInteger kWorkOfByte = WideInteger{kBitsPerByteTimesNanoseconds} << kFractionBits;

/// Nanoseconds, rounded up, of work and a rate that are not zero. Without its trailing zeros a rate
/// has no more than 64 bits, by which processors divide many times faster than by 128.
WideInteger nanosecondsFor(Work work, FixedRate rate) {
  const auto low = static_cast<std::uint64_t>(rate.value);
  const int zeros = low == 0 ? 64 : std::countr_zero(low);
  return ((work.value - 1) >> static_cast<unsigned>(zeros)) /
             (rate.value >> static_cast<unsigned>(zeros)) +
         1;
}

}  // namespace

FixedRate fixedRate(BitsPerSecond rate) {
  assert(rate.value >= 0.0 && rate.value <= 1e15);
  // The whole and the fractional part apart: together they may have more bits than an integer that
  // the standard library rounds to.
  const double whole = std::floor(rate.value);
  const double fraction = std::ldexp(rate.value - whole, kFractionBits);
  return {(WideInteger{static_cast<std::uint64_t>(whole)} << kFractionBits) +
          static_cast<std::uint64_t>(std::llround(fraction))};
}

Work workOf(Bytes size) {
  assert(size.value >= 0 && size.value <= (std::int64_t{1} << 50));
  return {kWorkOfByte * static_cast<std::uint64_t>(size.value)};
}

Bytes bytesOf(Work work) {
  return {static_cast<std::int64_t>((work.value + kWorkOfByte - 1) / kWorkOfByte)};
}

Progress sendAt(FixedRate rate, const Progress& from, SimTime until) {
  assert(from.time <= until);
  if (from.left.value == 0) return from;
  if (rate.value == 0) return {until, from.left};
  const auto span = static_cast<std::uint64_t>((until - from.time).count());
  const WideInteger needed = nanosecondsFor(from.left, rate);
  if (needed <= span)
    return {from.time + SimTime{static_cast<std::int64_t>(needed)},
            {},
            {needed * rate.value - from.left.value}};
  return {until, {from.left.value - rate.value * span}};
}

}  // namespace telegrad
