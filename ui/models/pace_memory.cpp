// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/pace_memory.h"

#include <QSettings>
#include <QVariantMap>

namespace telegrad::ui {
namespace {

constexpr int kMost = 200;  // workloads
const auto kRate = QStringLiteral("pace/multiply_adds_per_second");
const auto kWorkloads = QStringLiteral("pace/workloads");

QString keyOf(const Experiment& experiment) {
  return QString::fromStdString(workloadOf(experiment));
}

}  // namespace

void PaceMemory::remember(const Run& run) {
  if (!run.info) return;
  const auto plan = planOf(run.experiment, run.info->iterationsPerEpoch, run.info->testExamples);
  const auto pace = run.remaining.pace(plan);
  if (!pace || pace->iterationSeconds <= 0.0) return;
  QSettings settings;
  auto all = settings.value(kWorkloads).toMap();
  if (all.size() >= kMost) all.clear();
  all[keyOf(run.experiment)] =
      QVariantMap{{QStringLiteral("iteration_s"), pace->iterationSeconds},
                  {QStringLiteral("evaluation_s"), pace->evaluationSeconds},
                  {QStringLiteral("per_epoch"), qint64{run.info->iterationsPerEpoch}}};
  settings.setValue(kWorkloads, all);
  if (run.info->multiplyAdds == 0) return;
  settings.setValue(kRate, iterationMultiplyAdds(run.experiment, run.info->multiplyAdds) /
                               pace->iterationSeconds);
}

std::optional<double> PaceMemory::seconds(const Experiment& experiment) {
  const auto known = QSettings().value(kWorkloads).toMap().value(keyOf(experiment)).toMap();
  const auto perEpoch = known.value(QStringLiteral("per_epoch")).toLongLong();
  if (perEpoch <= 0) return std::nullopt;
  const Pace pace{known.value(QStringLiteral("iteration_s")).toDouble(),
                  known.value(QStringLiteral("evaluation_s")).toDouble()};
  return pace.secondsAfter(planOf(experiment, perEpoch, 0), 0);
}

std::optional<double> PaceMemory::multiplyAddsPerSecond() {
  const double rate = QSettings().value(kRate).toDouble();
  return rate > 0.0 ? std::optional(rate) : std::nullopt;
}

}  // namespace telegrad::ui
