// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/run_forecast.h"

#include <algorithm>
#include <cassert>

#include "core/algorithm/algorithm.h"
#include "core/data/dataset.h"
#include "core/nn/model.h"

namespace telegrad {
namespace {

constexpr double kTraining = 3.0;  // forward, derivative by the source, derivative by the weights

template <typename EntryType>
const EntryType& entryOf(std::span<const EntryType> catalogue, const Experiment& experiment,
                         const std::string& slot) {
  const auto entry = find(catalogue, experiment.slot(slot).key, slot);
  assert(entry);  // an Experiment holds no other keys
  return **entry;
}

std::int64_t batchOf(const Experiment& experiment) {
  return experiment.slot("cluster").settings.integer("batch");
}

/// How often a worker evaluates and differentiates its minibatch in an iteration.
double passesOf(const Experiment& experiment) {
  return entryOf(algorithms(), experiment, "algorithm").comparesGradients ? 2.0 : 1.0;
}

std::string selectionText(const Experiment& experiment, const std::string& slot) {
  const auto& selection = experiment.slot(slot);
  std::string text = selection.key;
  for (const auto& [key, value] : selection.settings.values()) {
    const auto parameter = describe(experiment, {slot, key});
    text += " " + key + "=" + formatValue(**parameter, value);
  }
  return text;
}

}  // namespace

RunPlan planOf(const Experiment& experiment, std::int64_t iterationsPerEpoch,
               std::size_t testExamples) {
  const auto& run = experiment.slot("run").settings;
  const std::int64_t byEpochs = run.integer("epochs") * iterationsPerEpoch;
  const std::int64_t bound = run.integer("max_iterations");
  const double examples = static_cast<double>(batchOf(experiment)) *
                          static_cast<double>(experiment.workers()) * passesOf(experiment);
  return {.iterations = bound > 0 ? std::min(bound, byEpochs) : byEpochs,
          .iterationsPerEpoch = iterationsPerEpoch,
          .evaluateEvery = run.integer("evaluate_every"),
          .evaluationCost = static_cast<double>(testExamples) / (kTraining * examples)};
}

double iterationMultiplyAdds(const Experiment& experiment, std::int64_t multiplyAdds) {
  return kTraining * passesOf(experiment) * static_cast<double>(multiplyAdds) *
         static_cast<double>(batchOf(experiment)) * static_cast<double>(experiment.workers());
}

double ExpectedWork::seconds(double multiplyAddsPerSecond) const {
  const double iteration = iterationMultiplyAdds / multiplyAddsPerSecond;
  return Pace{.iterationSeconds = iteration, .evaluationSeconds = iteration * plan.evaluationCost}
      .secondsAfter(plan, 0);
}

std::optional<ExpectedWork> expectedWork(const Experiment& experiment) {
  if (conflictIn(experiment) || problemIn(experiment) != nullptr) return std::nullopt;
  const auto& dataset = experiment.slot("dataset");
  const auto outline = entryOf(datasets(), experiment, "dataset").make(dataset.settings)->outline();
  if (!outline) return std::nullopt;
  const auto workers = static_cast<std::int64_t>(experiment.workers());
  const auto perEpoch = static_cast<std::int64_t>(outline->train) / workers / batchOf(experiment);
  if (perEpoch == 0) return std::nullopt;
  const auto model = entryOf(models(), experiment, "model")
                         .make(experiment.slot("model").settings)
                         ->build(outline->shape, outline->classes);
  if (!model || (*model)->multiplyAdds() == 0) return std::nullopt;
  return ExpectedWork{
      .plan = planOf(experiment, perEpoch, outline->test),
      .iterationMultiplyAdds = iterationMultiplyAdds(experiment, (*model)->multiplyAdds())};
}

std::string workloadOf(const Experiment& experiment) {
  std::string text;
  if (isNeeded(experiment, "dataset")) text += selectionText(experiment, "dataset") + "; ";
  text += selectionText(experiment, "model") + "; ";
  text += selectionText(experiment, "cluster") + "; ";
  return text + experiment.slot("algorithm").key + "; " + experiment.slot("compressor").key;
}

}  // namespace telegrad
