// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/worker_slots.h"

#include <cassert>
#include <charconv>

namespace telegrad {
namespace {

constexpr std::string_view kPrefix = "worker.";

}  // namespace

std::string workerSlot(std::size_t number) {
  return std::string(kPrefix) + std::to_string(number);
}

std::optional<std::size_t> workerNumber(std::string_view slot) {
  if (!slot.starts_with(kPrefix)) return std::nullopt;
  const auto digits = slot.substr(kPrefix.size());
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  // One spelling a worker: what is written twice in different ways would be two slots.
  if (error != std::errc{} || number == 0 || std::to_string(number) != digits) return std::nullopt;
  return number;
}

const SlotDescription& workerSlotDescription() {
  static const SlotDescription slot = [] {
    Description only{"worker", "Worker", "What sets one worker apart from the others.", "",
                     workerConditionParameters()};
    return SlotDescription{"worker", only.name, "", only.summary, {std::move(only)}};
  }();
  return slot;
}

const Selection& usualWorker() {
  static const Selection usual = [] {
    auto settings = Settings::from(workerSlotDescription().entries.front().parameters);
    assert(settings && "initial values are allowed");
    return Selection{workerSlotDescription().key, *std::move(settings)};
  }();
  return usual;
}

WorkerCondition workerCondition(const Experiment& experiment, std::size_t number) {
  return workerCondition(experiment.slot(workerSlot(number)).settings);
}

std::vector<ParameterName> workerParameters(const Experiment& experiment) {
  std::vector<ParameterName> names;
  for (std::size_t number = 1; number <= experiment.workers(); ++number)
    for (const auto& parameter : workerSlotDescription().entries.front().parameters)
      names.push_back({workerSlot(number), parameter.key});
  return names;
}

}  // namespace telegrad
