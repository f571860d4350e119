// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>
#include <unordered_set>

#include "ui/models/lab_report.h"

namespace telegrad::ui {
namespace {

constexpr std::size_t kMostRanks = 600;
constexpr std::size_t kMostPairs = 3000;
constexpr std::size_t kBins = 61;

void addRanks(LabEffect& effect, std::span<const float> original, std::span<const float> sent) {
  std::vector<std::uint32_t> order(original.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) {
    const float one = std::abs(original[a]);
    const float other = std::abs(original[b]);
    return one != other ? one > other : a < b;
  });
  const auto last = static_cast<double>(order.size());
  std::size_t before = 0;
  for (std::size_t i = 0; i < kMostRanks; ++i) {
    const double share = static_cast<double>(i) / static_cast<double>(kMostRanks - 1);
    const auto rank = std::clamp<std::size_t>(
        static_cast<std::size_t>(std::llround(std::pow(last, share))), 1, order.size());
    if (rank == before) continue;
    before = rank;
    const auto at = order[rank - 1];
    effect.ranks.push_back({static_cast<double>(rank), std::abs(original[at]), std::abs(sent[at])});
  }
}

void addHistogram(LabEffect& effect, std::span<const float> original, std::span<const float> sent) {
  double low = double{sent[0]} - double{original[0]};
  double high = low;
  for (std::size_t i = 0; i < original.size(); ++i) {
    const double error = double{sent[i]} - double{original[i]};
    low = std::min(low, error);
    high = std::max(high, error);
  }
  effect.lowestError = low;
  if (!(high > low)) {
    effect.histogram = {static_cast<double>(original.size())};
    return;
  }
  effect.binWidth = (high - low) / static_cast<double>(kBins);
  effect.histogram.assign(kBins, 0.0);
  for (std::size_t i = 0; i < original.size(); ++i) {
    const double error = double{sent[i]} - double{original[i]};
    const auto bin = static_cast<std::size_t>((error - low) / effect.binWidth);
    effect.histogram[std::min(bin, kBins - 1)] += 1.0;
  }
}

}  // namespace

LabEffect effectOf(std::span<const float> original, std::span<const float> sent) {
  assert(original.size() == sent.size());
  LabEffect effect;
  effect.size = original.size();
  if (original.empty()) return effect;
  addRanks(effect, original, sent);
  addHistogram(effect, original, sent);
  const std::size_t stride = (original.size() + kMostPairs - 1) / kMostPairs;
  for (std::size_t i = 0; i < original.size(); i += stride)
    effect.pairs.push_back({original[i], sent[i]});
  std::unordered_set<float> values;
  for (std::size_t i = 0; i < original.size(); ++i) {
    if (original[i] != 0.0F && sent[i] == 0.0F) ++effect.lost;
    if (values.size() < LabEffect::kMostValues) values.insert(sent[i]);
  }
  effect.values = values.size();
  return effect;
}

}  // namespace telegrad::ui
