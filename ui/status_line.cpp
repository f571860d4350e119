// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/status_line.h"

#include <algorithm>
#include <cmath>
#include <thread>

#include "core/experiment/run_forecast.h"
#include "ui/models/number_format.h"
#include "ui/widgets/text.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

QString duration(double seconds) {
  const auto whole = static_cast<qint64>(seconds);
  if (whole < 100) return shortNumber(seconds, 3) + QStringLiteral(" s");
  if (whole < 3600) return QStringLiteral("%1 min %2 s").arg(whole / 60).arg(whole % 60);
  return QStringLiteral("%1 h %2 min").arg(whole / 3600).arg(whole / 60 % 60);
}

/// Iterations a second over the last 100.
double rateOf(const RunSeries& series) {
  constexpr std::size_t kLast = 100;
  if (series.size() < 2) return 0.0;
  const Record last = series.at(series.size() - 1);
  const Record first = series.at(series.size() > kLast ? series.size() - 1 - kLast : 0);
  const double seconds = last.wallSeconds - first.wallSeconds;
  return seconds > 0.0 ? static_cast<double>(last.iteration - first.iteration) / seconds : 0.0;
}

/// Of a run that goes on, once it is known.
QString timeLeft(const Run& run) {
  if (!run.info || (run.state != RunState::Running && run.state != RunState::Paused)) return {};
  const auto plan = planOf(run.experiment, run.info->iterationsPerEpoch, run.info->testExamples);
  const auto seconds = run.remaining.seconds(plan);
  if (!seconds) return {};
  return StatusLine::tr("%1 left").arg(roughly(*seconds));
}

QColor dotOf(RunState state) {
  const Theme& theme = Theme::current();
  switch (state) {
    case RunState::Running:
    case RunState::Preparing:
      return theme.accent;
    case RunState::Diverged:
    case RunState::Failed:
      return theme.warning;
    case RunState::Finished:
      return theme.run(2);
    default:
      return theme.mutedText;
  }
}

}  // namespace

StatusLine::StatusLine(QWidget* parent) : QStatusBar(parent) {
  setSizeGripEnabled(false);
  setContentsMargins(space::kMedium, 0, space::kMedium, 0);
  const auto piece = [this](bool right) {
    auto* label = new FigureLabel(this);
    label->setContentsMargins(0, 0, 0, 0);
    if (right)
      addPermanentWidget(label);
    else
      addWidget(label);
    return label;
  };
  state_ = piece(false);
  iteration_ = piece(false);
  epoch_ = piece(false);
  rate_ = piece(false);
  left_ = piece(false);
  simulated_ = piece(false);
  seed_ = piece(true);
  threads_ = piece(true);
  saved_ = piece(true);
  const auto threads = std::max(1U, std::thread::hardware_concurrency());
  threads_->setText(threads == 1 ? tr("1 thread") : tr("%1 threads").arg(threads));
}

void StatusLine::showRun(const Run* run, std::uint64_t seed) {
  const QString gap = QStringLiteral("     ");
  seed_->setText(tr("seed %1").arg(run != nullptr ? run->experiment.seed() : seed) + gap);
  if (run == nullptr) {
    state_->setDot(Theme::current().mutedText);
    state_->setText(tr("ready") + gap);
    for (auto* label : {iteration_, epoch_, rate_, left_, simulated_, saved_}) label->setText({});
    return;
  }
  state_->setDot(dotOf(run->state));
  state_->setText(translated(stateName(run->state)) + gap);
  saved_->setText(run->folder.empty() ? QString() : gap + tr("saved"));
  saved_->setToolTip(QString::fromStdString(run->folder.string()));
  if (run->series.isEmpty()) {
    for (auto* label : {iteration_, epoch_, rate_, left_, simulated_}) label->setText({});
    return;
  }
  const Record last = run->series.at(run->series.size() - 1);
  iteration_->setText(
      (run->info
           ? tr("iteration %1 of %2").arg(grouped(last.iteration), grouped(run->info->iterations))
           : tr("iteration %1").arg(grouped(last.iteration))) +
      gap);
  epoch_->setText(tr("epoch %1").arg(last.epoch, 0, 'f', 1) + gap);
  const double rate = run->state == RunState::Running ? rateOf(run->series) : 0.0;
  rate_->setText(rate > 0.0 ? tr("%1 it/s").arg(shortNumber(rate, 3)) + gap : QString());
  const QString left = timeLeft(*run);
  left_->setText(left.isEmpty() ? left : left + gap);
  simulated_->setText(tr("simulated %1").arg(duration(last.simulatedSeconds)));
}

}  // namespace telegrad::ui
