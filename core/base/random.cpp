// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"

#include <cassert>
#include <cmath>
#include <numbers>
#include <utility>

#include "core/base/philox.h"

namespace telegrad {
namespace {

/// One well-mixed word of a word (SplitMix64's finaliser), so that near seeds give far keys.
std::uint64_t mix(std::uint64_t x) {
  x += 0x9E3779B97F4A7C15ULL;
  x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  x = (x ^ (x >> 27U)) * 0x94D049BB133111EBULL;
  return x ^ (x >> 31U);
}

}  // namespace

Random::Random(std::uint64_t seed, Purpose purpose, std::uint32_t worker, std::uint64_t iteration) {
  // The key is (seed, purpose); the counter is (block, worker, iteration). Of one seed, distinct
  // coordinates therefore never share a block: the mixing is one to one.
  const std::uint64_t key = mix(mix(seed) + static_cast<std::uint64_t>(purpose));
  key_ = {static_cast<std::uint32_t>(key), static_cast<std::uint32_t>(key >> 32U)};
  counter_ = {0, worker, static_cast<std::uint32_t>(iteration),
              static_cast<std::uint32_t>(iteration >> 32U)};
}

void Random::refill() {
  block_ = philox(counter_, key_);
  ++counter_[0];
  used_ = 0;
}

std::uint32_t Random::next32() {
  if (used_ == block_.size()) refill();
  return block_.at(used_++);
}

std::uint64_t Random::next64() {
  const std::uint64_t high = next32();
  return (high << 32U) | next32();
}

double Random::uniform() {
  return static_cast<double>(next64() >> 11U) * 0x1.0p-53;
}

double Random::uniform(double low, double high) {
  return low + (high - low) * uniform();
}

std::uint64_t Random::below(std::uint64_t bound) {
  assert(bound > 0);
  const std::uint64_t unbiased = bound * (UINT64_MAX / bound);
  std::uint64_t word = next64();
  while (word >= unbiased) word = next64();
  return word % bound;
}

double Random::normal() {
  if (std::exchange(hasSpare_, false)) return spare_;
  const double radius = std::sqrt(-2.0 * std::log(1.0 - uniform()));
  const double angle = 2.0 * std::numbers::pi * uniform();
  spare_ = radius * std::sin(angle);
  hasSpare_ = true;
  return radius * std::cos(angle);
}

void Random::permutation(std::span<std::uint32_t> order) {
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::size_t j = below(i + 1);
    order[i] = order[j];
    order[j] = static_cast<std::uint32_t>(i);
  }
}

}  // namespace telegrad
