// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/present_values.h"

#include <algorithm>

#include "core/algorithm/learning_rate.h"
#include "core/algorithm/skipping_rule.h"
#include "core/compress/kept_count.h"

namespace telegrad {
namespace {

/// The same of all algorithms that can fall in epochs.
bool hasSchedule(const Settings& settings) {
  return settings.has("learning_rate") && settings.has("schedule");
}

std::int64_t keptOf(const Settings& settings, std::int64_t size) {
  if (size <= 0) return 0;
  if (settings.choice("amount") == "count")
    return std::clamp<std::int64_t>(settings.integer("count"), 1, size);
  const auto kept = keptCount(settings.real("fraction"), static_cast<std::size_t>(size));
  return static_cast<std::int64_t>(kept);
}

}  // namespace

std::optional<double> learningRateAt(const Experiment& experiment, double epoch) {
  const auto& settings = experiment.slot("algorithm").settings;
  if (!hasSchedule(settings)) return std::nullopt;
  return LearningRate(settings).at(epoch);
}

bool addsWorkersUp(const Experiment& experiment) {
  // Those that push: what decays the weights at the workers is theirs alone.
  return experiment.slot("algorithm").settings.has("weight_decay");
}

std::optional<SkippingWeight> skippingWeightAt(const Experiment& experiment, double epoch) {
  const auto& settings = experiment.slot("algorithm").settings;
  if (!settings.has("threshold_factor") || !hasSchedule(settings)) return std::nullopt;
  const auto variant = ruleVariant(settings);
  SkippingWeight weight;
  weight.rate = LearningRate(settings).laggedAt(epoch, variant.lag);
  weight.alpha = settings.real("threshold_factor") / weight.rate;
  weight.moves = settings.integer("delay_bound") - variant.unsummed;
  weight.skips = settings.integer("delay_bound") + 1 - variant.firstDelay;
  return weight;
}

std::optional<std::vector<std::int64_t>> keptEntries(const Experiment& experiment,
                                                     std::span<const LayerInfo> tensors) {
  const auto& settings = experiment.slot("compressor").settings;
  if (!settings.has("amount") || !settings.has("scope")) return std::nullopt;
  std::vector<std::int64_t> kept;
  std::int64_t all = 0;
  for (const auto& tensor : tensors) {
    kept.push_back(keptOf(settings, tensor.size));
    all += tensor.size;
  }
  if (settings.choice("scope") != "tensor") kept = {keptOf(settings, all)};
  return kept;
}

}  // namespace telegrad
