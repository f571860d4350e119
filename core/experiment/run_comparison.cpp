// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/run_comparison.h"

#include <algorithm>
#include <cctype>
#include <optional>

#include "core/base/said.h"
#include "core/experiment/worker_slots.h"

namespace telegrad {
namespace {

bool sameExperiment(const Experiment& one, const Experiment& other) {
  if (one.workers() != other.workers()) return false;
  const auto same = [&](const std::string& slot) { return one.slot(slot) == other.slot(slot); };
  for (const auto& slot : experimentSlots())
    if ((isNeeded(one, slot.key) || isNeeded(other, slot.key)) && !same(slot.key)) return false;
  for (std::size_t number = 1; number <= one.workers(); ++number)
    if (!same(workerSlot(number))) return false;
  return true;
}

/// "1,200".
std::string groupedDigits(std::int64_t number) {
  auto digits = std::to_string(number);
  for (auto place = static_cast<std::ptrdiff_t>(digits.size()) - 3; place > 0; place -= 3)
    digits.insert(static_cast<std::size_t>(place), ",");
  return digits;
}

const Description* entryOf(const SlotDescription& slot, const Experiment& experiment) {
  const auto& key = experiment.slot(slot.key).key;
  const auto found = std::ranges::find(slot.entries, key, &Description::key);
  return found == slot.entries.end() ? nullptr : &*found;
}

const Parameter* parameterOf(const Experiment& experiment, const ParameterName& name) {
  const auto worker = workerNumber(name.slot);
  if (worker ? *worker > experiment.workers() : !isNeeded(experiment, name.slot)) return nullptr;
  const auto parameter = describe(experiment, name);
  if (!parameter || !applies(**parameter, experiment.slot(name.slot).settings)) return nullptr;
  return *parameter;
}

/// The value, and those that followed; empty where the run has no such parameter.
std::string valueText(const RunSettings& run, const ParameterName& name) {
  const auto* parameter = parameterOf(run.experiment, name);
  if (parameter == nullptr) return {};
  auto text = displayValue(*parameter, run.experiment.value(name));
  for (const auto& change : run.changes)
    if (change.name == name)
      text = said("%1; %2 from %3", text, displayValue(*parameter, change.to),
                  groupedDigits(change.iteration));
  return text;
}

/// A parameter that some run has.
struct Named {
  ParameterName name;
  std::string label;
};

void addOnce(std::vector<Named>& names, Named named) {
  if (std::ranges::find(names, named.name, &Named::name) == names.end())
    names.push_back(std::move(named));
}

/// Of a slot, in the order of the first run that has them.
std::vector<Named> namesIn(const SlotDescription& slot, std::span<const RunSettings> runs) {
  std::vector<Named> names;
  for (const auto& run : runs)
    if (const auto* entry = entryOf(slot, run.experiment))
      for (const auto& parameter : entry->parameters)
        addOnce(names, {{slot.key, parameter.key}, parameter.label});
  return names;
}

std::vector<Named> workerNames(std::span<const RunSettings> runs) {
  std::size_t workers = 0;
  for (const auto& run : runs) workers = std::max(workers, run.experiment.workers());
  std::vector<Named> names;
  for (std::size_t number = 1; number <= workers; ++number)
    for (const auto& parameter : workerSlotDescription().entries.front().parameters) {
      auto label = parameter.label;
      label.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(label.front())));
      names.push_back(
          {{workerSlot(number), parameter.key}, "Worker " + std::to_string(number) + ": " + label});
    }
  return names;
}

bool allAlike(const std::vector<std::string>& values) {
  return std::ranges::adjacent_find(values, std::not_equal_to<>()) == values.end();
}

/// If the values differ.
void addDifference(SettingDifference difference, std::vector<SettingDifference>& found) {
  if (!allAlike(difference.values)) found.push_back(std::move(difference));
}

void addKeys(const SlotDescription& slot, std::span<const RunSettings> runs,
             std::vector<SettingDifference>& found) {
  SettingDifference difference{{slot.key, "key"}, slot.label, {}};
  for (const auto& run : runs) {
    const auto* entry =
        isNeeded(run.experiment, slot.key) ? entryOf(slot, run.experiment) : nullptr;
    difference.values.push_back(entry == nullptr ? std::string() : entry->name);
  }
  addDifference(std::move(difference), found);
}

void addValues(const std::vector<Named>& names, std::span<const RunSettings> runs,
               std::vector<SettingDifference>& found) {
  for (const auto& [name, label] : names) {
    SettingDifference difference{name, label, {}};
    for (const auto& run : runs) difference.values.push_back(valueText(run, name));
    addDifference(std::move(difference), found);
  }
}

}  // namespace

bool differBySeedAlone(const RunSettings& one, const RunSettings& other) {
  return one.changes == other.changes && sameExperiment(one.experiment, other.experiment);
}

std::vector<std::vector<std::size_t>> groupsOverSeeds(std::span<const RunSettings> runs) {
  std::vector<std::vector<std::size_t>> groups;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const auto found = std::ranges::find_if(
        groups, [&](const auto& group) { return differBySeedAlone(runs[group.front()], runs[i]); });
    if (found == groups.end())
      groups.push_back({i});
    else
      found->push_back(i);
  }
  return groups;
}

std::vector<SettingDifference> differences(std::span<const RunSettings> runs) {
  std::vector<SettingDifference> found;
  if (runs.size() < 2) return found;
  SettingDifference seeds{{"", "seed"}, "Seed", {}};
  for (const auto& run : runs) seeds.values.push_back(std::to_string(run.experiment.seed()));
  addDifference(std::move(seeds), found);
  for (const auto& slot : experimentSlots()) {
    if (slot.hasChoice()) addKeys(slot, runs, found);
    addValues(namesIn(slot, runs), runs, found);
  }
  addValues(workerNames(runs), runs, found);
  return found;
}

Result<Experiment> denseBaseline(const Experiment& experiment) {
  if (experiment.slot("algorithm").key == "sgd" && experiment.slot("compressor").key == "identity")
    return Error{said("%1 is a run of dense SGD itself", experiment.name())};
  auto baseline = experiment.withKey("algorithm", "sgd");
  if (!baseline) return baseline.error();
  // The usual compressor of SGD comes with it.
  for (const auto& [key, value] : experiment.slot("algorithm").settings.values()) {
    if (!baseline->slot("algorithm").settings.has(key)) continue;
    auto changed = baseline->with({"algorithm", key}, value);
    if (changed) *baseline = *std::move(changed);
  }
  if (auto conflict = conflictIn(*baseline)) return *conflict;
  return baseline->withName("SGD, dense");
}

}  // namespace telegrad
