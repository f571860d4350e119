// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "core/experiment/experiment.h"
#include "core/experiment/journal.h"
#include "core/experiment/worker_slots.h"

namespace telegrad::test {

/// Draws values that a user might move a control to. The engine's numbers are the standard's, and
/// what is made of them is made here, so that a seed draws the same everywhere.
class Storm {
 public:
  explicit Storm(std::uint64_t seed) : engine_(seed) {}

  /// So many changes at random controls, workers' among them, in ascending iterations below
  /// `iterations`. What an experiment does not allow is not drawn.
  std::vector<AppliedChange> changes(Experiment experiment, std::int64_t iterations, int count) {
    std::vector<AppliedChange> all;
    while (static_cast<int>(all.size()) < count) {
      const auto at = iterations * static_cast<std::int64_t>(all.size()) / count;
      auto names = liveParameters(experiment);
      const auto ofWorkers = workerParameters(experiment);
      names.insert(names.end(), ofWorkers.begin(), ofWorkers.end());
      const auto& name = names[below(names.size())];
      const auto value = draw(**describe(experiment, name));
      if (!value) continue;
      const auto from = experiment.value(name);
      auto next = experiment.with(name, *value);
      if (!next || conflictIn(*next) || *value == from) continue;
      all.push_back({at, name, from, *value});
      experiment = *std::move(next);
    }
    return all;
  }

 private:
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(engine_() % count); }
  double between(double low, double high) {
    return low + (high - low) * static_cast<double>(engine_() >> 11U) * 0x1p-53;
  }
  std::optional<Value> draw(const Parameter& parameter) {
    if (std::holds_alternative<Flag>(parameter.kind)) return below(2) == 0;
    if (const auto* choice = std::get_if<Choice>(&parameter.kind)) {
      const auto& option = choice->options[below(choice->options.size())];
      if (option == "measured") return std::nullopt;  // this machine's times do not repeat
      return option;
    }
    if (const auto* whole = std::get_if<Integer>(&parameter.kind)) {
      const auto most = std::min(whole->max, std::max<std::int64_t>(4 * whole->initial, 8));
      return whole->min +
             static_cast<std::int64_t>(below(static_cast<std::size_t>(most - whole->min) + 1));
    }
    if (const auto* real = std::get_if<Real>(&parameter.kind)) return draw(parameter, *real);
    return std::nullopt;  // text of a form of its own
  }
  /// Up to four times more or less; of learning rates only less, so that the run goes on.
  std::optional<Value> draw(const Parameter& parameter, const Real& real) {
    const bool isRate = parameter.key.find("learning_rate") != std::string::npos;
    const double low = std::max(real.min, real.initial / 4);
    double high = std::min(real.max, isRate ? real.initial : real.initial * 4);
    if (real.initial == 0.0) high = std::min(real.max, 0.1);
    return std::clamp(between(low, high), real.min, real.max);
  }

  std::mt19937_64 engine_;
};

}  // namespace telegrad::test
