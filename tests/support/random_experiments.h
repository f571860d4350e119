// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "core/base/random.h"
#include "core/experiment/experiment.h"
#include "core/experiment/journal.h"

namespace telegrad::test {

/// A value that the parameter allows, ends of the range included.
inline Value randomValue(const Parameter& parameter, Random& random) {
  if (std::holds_alternative<Flag>(parameter.kind)) return random.below(2) == 1;
  if (const auto* integer = std::get_if<Integer>(&parameter.kind))
    return integer->min + static_cast<std::int64_t>(random.below(
                              static_cast<std::uint64_t>(integer->max - integer->min) + 1));
  if (const auto* choice = std::get_if<Choice>(&parameter.kind))
    return choice->options.at(random.below(choice->options.size()));
  if (const auto* text = std::get_if<Text>(&parameter.kind)) {
    const std::string painted = "1 s to 2.5 s: 3 Mbit/s";
    return random.below(2) == 1 && text->isAllowed(painted) ? painted : text->initial;
  }
  const auto& real = std::get<Real>(parameter.kind);
  switch (random.below(4)) {
    case 0:
      return real.min;
    case 1:
      return real.max;
    case 2:
      if (real.min > 0.0)
        return std::clamp(real.min * std::pow(real.max / real.min, random.uniform()), real.min,
                          real.max);
      [[fallthrough]];
    default:
      return std::clamp(random.uniform(real.min, real.max), real.min, real.max);
  }
}

/// Any slot with any entry and any values; names that quoting must survive.
inline Experiment randomExperiment(Random& random) {
  static const std::vector<std::string> names{"",
                                              "plain",
                                              "\"quoted\" \\ back",
                                              "two\nlines\ttab",
                                              "\xC3\xA4 \xE2\x82\xAC \xF0\x9F\x98\x80",
                                              "# no",
                                              std::string("\x01\x7F\0x", 4)};
  std::map<std::string, Experiment::Draft, std::less<>> drafts;
  for (const auto& slot : experimentSlots()) {
    const auto& entry = slot.entries.at(random.below(slot.entries.size()));
    auto& draft = drafts[slot.key];
    draft.key = entry.key;
    for (const auto& parameter : entry.parameters)
      draft.values[parameter.key] = randomValue(parameter, random);
  }
  const auto word = [&] { return names.at(random.below(names.size())); };
  static const std::vector<std::string> rules{"seed", "algorithm.learning_rate", "network.*",
                                              "worker.*", "partition.key"};
  WindowRules window;
  for (const auto& rule : rules) {
    if (random.below(4) == 0) window.lock.push_back(rule);
    if (random.below(4) == 0) window.hide.push_back(rule);
  }
  if (random.below(4) == 0) window.hide.emplace_back("page.sweeps");
  window.fullScreen = random.below(4) == 0;
  return Experiment::from(word(), word(), random.next64() >> random.below(64), drafts)
      ->withWindow(window);
}

/// Changes of live parameters as a run makes them, iteration by iteration, with what was before.
inline std::vector<AppliedChange> randomChanges(const Experiment& experiment, Random& random) {
  std::vector<AppliedChange> changes;
  auto current = experiment;
  const auto names = liveParameters(experiment);
  std::int64_t iteration = 1;
  for (std::uint64_t left = names.empty() ? 0 : random.below(20); left > 0; --left) {
    iteration += static_cast<std::int64_t>(random.below(1000));
    const auto& name = names.at(random.below(names.size()));
    const auto value = randomValue(**describe(current, name), random);
    auto changed = current.with(name, value);
    if (!changed) continue;
    changes.push_back({iteration, name, current.value(name), value});
    current = *std::move(changed);
  }
  return changes;
}

}  // namespace telegrad::test
