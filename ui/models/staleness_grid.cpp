// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/staleness_grid.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace telegrad::ui {
namespace {

constexpr std::string_view kFraction = "fraction";

/// A slot as an experiment has it.
Experiment::Draft taken(const Experiment& experiment, std::string_view slot) {
  const auto& selection = experiment.slot(slot);
  return {selection.key, selection.settings.values()};
}

std::map<std::string, Experiment::Draft, std::less<>> quickSlots() {
  return {{"dataset",
           {"synthetic-digits",
            {{"train_examples", std::int64_t{4000}}, {"test_examples", std::int64_t{1000}}}}},
          {"partition", {"iid", {}}},
          {"model", {"logistic-regression", {}}},
          {"cluster", {"", {{"workers", std::int64_t{4}}, {"batch", std::int64_t{10}}}}}};
}

Experiment::Draft compressorOf(const Experiment& draft) {
  auto own = taken(draft, "compressor");
  if (!own.values.contains(kFraction)) own = {"top-k", {}};
  if (own.values.contains("amount")) own.values["amount"] = std::string(kFraction);
  return own;
}

/// Mean of the figures that are there.
class Mean {
 public:
  void add(double value) {
    if (!std::isfinite(value)) return;
    sum_ += value;
    ++count_;
  }
  double value() const { return count_ == 0 ? GridRun::kNone : sum_ / count_; }

 private:
  double sum_ = 0.0;
  int count_ = 0;
};

}  // namespace

Result<Experiment> GridPlan::at(std::size_t run) const {
  const auto fraction = experiment.with({"compressor", std::string(kFraction)}, deltas[delta(run)]);
  if (!fraction) return fraction.error();
  const auto stale =
      fraction->with({"algorithm", "staleness"}, static_cast<std::int64_t>(taus[tau(run)]));
  if (!stale) return stale.error();
  return stale->withSeed(experiment.seed() + seed(run));
}

Result<Experiment> gridExperiment(const Experiment& draft, const GridSetting& setting) {
  // Some 80 evaluations: enough for a mean and for when a target was reached.
  constexpr std::int64_t kEvaluations = 80;
  constexpr std::int64_t kNoBound = 100'000;  // epochs: the iterations end the run
  auto drafts = quickSlots();
  if (!setting.quick)
    for (auto& [key, slot] : drafts) slot = taken(draft, key);
  drafts["algorithm"] = {"dd-ef-sgd", {{"learning_rate", setting.learningRate}}};
  drafts["compressor"] = compressorOf(draft);
  drafts["network"] = taken(draft, "network");
  if (setting.quick && setting.gradientBits > 0.0 &&
      drafts["network"].values.contains("emulated_gradient"))
    drafts["network"].values["emulated_gradient"] = setting.gradientBits;
  drafts["run"] = {
      "",
      {{"epochs", kNoBound},
       {"max_iterations", setting.iterations},
       {"evaluate_every", std::max<std::int64_t>(1, setting.iterations / kEvaluations)},
       {"target_accuracy", setting.targetAccuracy}}};
  return Experiment::from("Staleness grid", "One point of a grid over kept fraction and staleness.",
                          draft.seed(), drafts);
}

void GridRunFigures::take(const Record& record) {
  if (!record.isEvaluated()) return;
  figures_.accuracy = record.testAccuracy;
  if (!figures_.hasReached() && record.testAccuracy > target_) {
    figures_.iterations = static_cast<double>(record.iteration);
    figures_.seconds = record.simulatedSeconds;
  }
  if (2 * record.iteration <= iterations_) return;
  // Evaluated and yet none: with error feedback, a residual of zero.
  const double norm = std::isnan(record.residualNorm) ? 0.0 : record.residualNorm;
  residualSum_ += norm * norm;
  ++residuals_;
}

GridRun GridRunFigures::result(RunState state) const {
  using State = GridRun::State;
  GridRun run = figures_;
  run.state = state == RunState::Finished   ? State::Done
              : state == RunState::Diverged ? State::Diverged
              : state == RunState::Stopped  ? State::Waiting
                                            : State::Failed;
  if (run.state == State::Waiting || run.state == State::Failed) return GridRun{.state = run.state};
  // A run that diverged has no steady residual.
  if (run.state == State::Done && residuals_ > 0)
    run.residual = residualSum_ / static_cast<double>(residuals_);
  return run;
}

StalenessGrid::Point StalenessGrid::point(std::size_t delta, std::size_t tau) const {
  Point point;
  Mean residual, iterations, simulated;
  for (std::size_t i = tau * plan.deltas.size() + delta; i < runs.size(); i += plan.points()) {
    const auto& run = runs[i];
    point.running = point.running || run.state == GridRun::State::Running;
    if (!run.isOver()) continue;
    ++point.over;
    point.done += run.state == GridRun::State::Done ? 1 : 0;
    point.diverged += run.state == GridRun::State::Diverged ? 1 : 0;
    point.failed += run.state == GridRun::State::Failed ? 1 : 0;
    point.reached += run.hasReached() ? 1 : 0;
    residual.add(run.residual);
    iterations.add(run.iterations);
    simulated.add(run.seconds);
  }
  point.residual = residual.value();
  point.iterations = iterations.value();
  point.seconds = simulated.value();
  return point;
}

std::size_t StalenessGrid::over() const {
  return static_cast<std::size_t>(std::ranges::count_if(runs, &GridRun::isOver));
}

}  // namespace telegrad::ui
