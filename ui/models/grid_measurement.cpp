// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/grid_measurement.h"

#include <algorithm>
#include <utility>

#include "core/base/said.h"

namespace telegrad::ui {

GridMeasurement::GridMeasurement(QObject* parent) : QObject(parent) {}

GridMeasurement::~GridMeasurement() = default;

Result<void> GridMeasurement::start(const GridPlan& plan, const std::filesystem::path& data) {
  if (isRunning()) return {};
  if (plan.runs() == 0)
    return Error{
        said("a grid without runs; allowed: at least one kept fraction, staleness and seed")};
  for (std::size_t run = 0; run < plan.runs(); ++run)
    if (const auto experiment = plan.at(run); !experiment) return experiment.error();
  grid_ = {plan, std::vector<GridRun>(plan.runs())};
  return resume(data);
}

Result<void> GridMeasurement::resume(const std::filesystem::path& data) {
  if (isRunning()) return {};
  for (std::size_t run = 0; run < grid_.runs.size(); ++run)
    if (const auto experiment = grid_.plan.at(run); !experiment) return experiment.error();
  for (auto& run : grid_.runs)
    if (run.state == GridRun::State::Failed) run = GridRun{};
  data_ = data;
  cancelled_ = false;
  failure_.clear();
  next();
  return {};
}

void GridMeasurement::next() {
  const auto waiting = std::ranges::find_if_not(grid_.runs, &GridRun::isOver);
  if (cancelled_ || waiting == grid_.runs.end()) {
    emit changed();
    emit ended();
    return;
  }
  run_ = static_cast<std::size_t>(waiting - grid_.runs.begin());
  waiting->state = GridRun::State::Running;
  const auto experiment = *grid_.plan.at(run_);  // start() and resume() have asked
  const auto& run = experiment.slot("run").settings;
  iteration_ = 0;
  iterations_ = std::max<qint64>(1, run.integer("max_iterations"));
  figures_.emplace(iterations_, run.real("target_accuracy"));
  RunOptions options;
  if (!data_.empty()) options.data = data_;
  options.giveWay = true;
  feed_ = new RunFeed(experiment, std::move(options), this);
  connect(feed_, &RunFeed::arrived, this, [this](const SampleBatch& batch) {
    for (const auto& sample : batch) figures_->take(sample.record);
    iteration_ = batch.back().record.iteration;
    emit progressed();
  });
  connect(feed_, &RunFeed::finished, this, &GridMeasurement::finish);
  emit changed();
}

void GridMeasurement::finish() {
  grid_.runs[run_] = figures_->result(feed_->state());
  if (feed_->state() == RunState::Failed)
    failure_ = QString::fromStdString(feed_->summary().message);
  // What cannot start, for want of data say, would fail at every other point, too.
  if (feed_->state() == RunState::Failed) cancelled_ = true;
  feed_->deleteLater();
  feed_ = nullptr;
  iteration_ = 0;
  next();
}

void GridMeasurement::cancel() {
  if (!isRunning()) return;
  cancelled_ = true;
  feed_->stop();
  emit progressed();
}

void GridMeasurement::show(const StalenessGrid& grid) {
  if (isRunning()) return;
  grid_ = grid;
  failure_.clear();
  emit changed();
}

double GridMeasurement::progress() const {
  if (grid_.runs.empty()) return 0.0;
  const double part = static_cast<double>(iteration_) / static_cast<double>(iterations_);
  return (static_cast<double>(grid_.over()) + std::min(1.0, part)) /
         static_cast<double>(grid_.runs.size());
}

}  // namespace telegrad::ui
