// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/aggregation_time.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <initializer_list>

#include "core/theory/unknown.h"

namespace telegrad {
namespace {

bool areNotNegative(std::initializer_list<double> values) {
  return std::ranges::all_of(values, isNotNegative);
}

bool canCarry(int workers, double bits, double bitsPerSecond, double hopSeconds) {
  return workers >= 1 && areNotNegative({bits, bitsPerSecond, hopSeconds}) && bitsPerSecond > 0.0;
}

struct Way {
  int depth = 0;
  int second = 0;  // how often it is a second child's
};

/// From the top of a tree whose places 1 ... all are in order, as doubleTreeAllReduce() says.
Way wayTo(unsigned place, unsigned all) {
  Way way;
  for (unsigned here = std::bit_floor(all); here != place; ++way.depth) {
    unsigned step = (1U << static_cast<unsigned>(std::countr_zero(here))) / 2;
    if (place < here) {
      here -= step;
      continue;
    }
    while (here + step > all) step /= 2;
    here += step;
    ++way.second;
  }
  return way;
}

}  // namespace

AggregationCost sparseAllGather(int workers, double messageBits, double bitsPerSecond,
                                double hopSeconds) {
  if (!canCarry(workers, messageBits, bitsPerSecond, hopSeconds)) return {kUnknown, kUnknown};
  const double rounds = workers - 1.0;
  return {rounds * messageBits / bitsPerSecond, rounds * hopSeconds};
}

AggregationCost denseRingAllReduce(int workers, double gradientBits, double bitsPerSecond,
                                   double hopSeconds) {
  if (!canCarry(workers, gradientBits, bitsPerSecond, hopSeconds)) return {kUnknown, kUnknown};
  const double rounds = 2.0 * (workers - 1.0);
  return {rounds / workers * gradientBits / bitsPerSecond, rounds * hopSeconds};
}

AggregationCost binaryTreeAllReduce(int workers, double gradientBits, double bitsPerSecond,
                                    double hopSeconds) {
  if (!canCarry(workers, gradientBits, bitsPerSecond, hopSeconds)) return {kUnknown, kUnknown};
  const double whole = gradientBits / bitsPerSecond;
  AggregationCost longest;
  for (unsigned rank = 0; rank < static_cast<unsigned>(workers); ++rank) {
    // Counted from 1, a rank's bits after the first one are its way down: 1 for a second child.
    const int depth = static_cast<int>(std::bit_width(rank + 1)) - 1;
    const int second = std::popcount(rank + 1) - 1;
    const AggregationCost cost{(2.0 * depth + second) * whole, 2.0 * depth * hopSeconds};
    if (cost.transferSeconds + cost.latencySeconds >
        longest.transferSeconds + longest.latencySeconds)
      longest = cost;
  }
  return longest;
}

AggregationCost doubleTreeAllReduce(int workers, double gradientBits, double bitsPerSecond,
                                    double hopSeconds) {
  if (!canCarry(workers, gradientBits, bitsPerSecond, hopSeconds)) return {kUnknown, kUnknown};
  const auto all = static_cast<unsigned>(workers);
  const auto longer = [](const AggregationCost& one, const AggregationCost& other) {
    return one.transferSeconds + one.latencySeconds > other.transferSeconds + other.latencySeconds
               ? one
               : other;
  };
  const double half = gradientBits / 2.0 / bitsPerSecond;
  AggregationCost up;
  AggregationCost down;
  for (unsigned place = 1; place <= all; ++place) {
    const auto [depth, second] = wayTo(place, all);
    const double twice = place == all && all % 2 == 1 && all > 1 ? 1.0 : 0.0;
    up = longer({(depth + twice) * half, depth * hopSeconds}, up);
    down = longer({(depth + second) * half, depth * hopSeconds}, down);
  }
  return {up.transferSeconds + down.transferSeconds, up.latencySeconds + down.latencySeconds};
}

AggregationCost halvingDoublingAllReduce(int workers, double gradientBits, double bitsPerSecond,
                                         double hopSeconds) {
  if (!canCarry(workers, gradientBits, bitsPerSecond, hopSeconds)) return {kUnknown, kUnknown};
  const auto all = static_cast<unsigned>(workers);
  const unsigned power = std::bit_floor(all);
  const double whole = gradientBits / bitsPerSecond;
  const double share = (power - 1.0) / power;
  const double folds = power < all ? 2.0 : 0.0;
  return {(2.0 * share + folds) * whole, (2.0 * (std::bit_width(power) - 1) + folds) * hopSeconds};
}

double sharedServerSeconds(int workers, double messageBits, double serverBitsPerSecond) {
  if (!canCarry(workers, messageBits, serverBitsPerSecond, 0.0)) return kUnknown;
  return workers * messageBits / serverBitsPerSecond;
}

double iterationTime(double computeSeconds, const AggregationCost& cost, int tau) {
  if (!areNotNegative({computeSeconds, cost.transferSeconds, cost.latencySeconds}) || tau < 0)
    return kUnknown;
  const double around = computeSeconds + cost.latencySeconds + cost.transferSeconds;
  return std::max({computeSeconds, cost.transferSeconds, around / (tau + 1.0)});
}

double iterationTime(std::span<const WorkerPath> workers, int tau) {
  if (workers.empty() || tau < 0) return kUnknown;
  double slowest = 0.0;
  for (const auto& w : workers) {
    if (!areNotNegative({w.computeSeconds, w.uplinkSeconds, w.downlinkSeconds,
                         w.uplinkLatencySeconds, w.downlinkLatencySeconds}))
      return kUnknown;
    const double around = w.computeSeconds + w.uplinkSeconds + w.uplinkLatencySeconds +
                          w.downlinkSeconds + w.downlinkLatencySeconds;
    slowest = std::max(
        {slowest, w.computeSeconds, w.uplinkSeconds, w.downlinkSeconds, around / (tau + 1.0)});
  }
  return slowest;
}

}  // namespace telegrad
