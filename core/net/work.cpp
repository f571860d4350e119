// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/work.h"

#include <cassert>
#include <cmath>

namespace telegrad {
namespace {

constexpr int kFractionBits = 40;
constexpr std::uint64_t kBitsPerByteTimesNanoseconds = 8'000'000'000;
constexpr WideInteger kWorkOfByte = WideInteger{kBitsPerByteTimesNanoseconds} << kFractionBits;

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

Progress sendAt(FixedRate rate, Progress from, SimTime until) {
  assert(from.time <= until);
  if (from.left.value == 0) return from;
  if (rate.value == 0) return {until, from.left};
  const auto span = static_cast<std::uint64_t>((until - from.time).count());
  const WideInteger needed = (from.left.value + rate.value - 1) / rate.value;
  if (needed <= span) return {from.time + SimTime{static_cast<std::int64_t>(needed)}, {}};
  return {until, {from.left.value - rate.value * span}};
}

}  // namespace telegrad
