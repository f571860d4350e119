// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/staleness_map.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>

#include "core/experiment/catalogues.h"
#include "core/metrics/quantities.h"
#include "ui/models/grid_words.h"
#include "ui/models/number_format.h"

namespace telegrad::ui {
namespace {

struct MapWords {
  Q_DECLARE_TR_FUNCTIONS(StalenessLab)
};

constexpr double kSame = 0.02;  // relative: less is a matter of rounding k, not of choosing

bool isNear(const RunTrail::Point& a, const RunTrail::Point& b) {
  return a.tau == b.tau && std::abs(a.delta - b.delta) <= kSame * b.delta;
}

/// Of DeCo, as the catalogue has them.
Settings initialSettings() {
  const auto slot = findSlot("algorithm");
  const auto deco = std::ranges::find((*slot)->entries, "deco-sgd", &Description::key);
  return *Settings::from(deco->parameters);
}

}  // namespace

DecoSettings decoSettingsOf(const Experiment& experiment, PhiBase base) {
  const auto& algorithm = experiment.slot("algorithm");
  const auto own = algorithm.key == "deco-sgd" ? algorithm.settings : initialSettings();
  return {.minRatio = own.real("least_fraction"),
          .headroom = own.real("headroom"),
          .hysteresis = own.real("hysteresis"),
          .phiBase = base};
}

StalenessMap stalenessMap(const IterationConditions& conditions, const DecoSettings& settings) {
  StalenessMap map;
  map.conditions = conditions;
  map.settings = settings;
  const auto decision = decideDeco(conditions, settings);
  if (decision) {
    constexpr int kRoom = 3;  // above the choice
    map.decision = *decision;
    map.mostTau =
        std::clamp(decision->chosen.tau + kRoom, StalenessMap::kUsualTau, StalenessMap::kMostTau);
  } else {
    map.reason = QString::fromStdString(decision.error().message);
  }
  for (int tau = 0; tau <= map.mostTau; ++tau)
    map.hiddenUpTo.push_back(areUsable(conditions) ? largestHiddenRatio(conditions, tau) : 0.0);
  return map;
}

QString StalenessMap::sentence() const {
  if (!decision) return MapWords::tr("DeCo has no choice here: %1.").arg(reason);
  const auto& chosen = decision->chosen;
  const QString seconds = secondsText(iterationTime(conditions, chosen.delta, chosen.tau));
  QString text =
      MapWords::tr(
          "DeCo would keep %1 and work with staleness %2: %3 an iteration, %4 times as "
          "fast as D-SGD.")
          .arg(percent(chosen.delta, chosen.delta < 0.01 ? 2 : 1))
          .arg(chosen.tau)
          .arg(seconds, shortNumber(iterationSpeedUp(conditions, chosen.delta, chosen.tau), 3));
  if (decision->atMinRatio)
    text +=
        MapWords::tr(
            " It would need to keep less than %1, the least that is allowed, to hide the network.")
            .arg(percent(settings.minRatio, 2));
  if (decision->atMaxStaleness)
    text +=
        MapWords::tr(" To hide the network it would need a staleness above %1.").arg(chosen.tau);
  return text;
}

std::vector<QPointF> StalenessMap::outline() const {
  std::vector<QPointF> edge;
  int tau = -1;
  for (const double delta : hiddenUpTo) {
    ++tau;
    if (!(delta >= kLeastDelta)) continue;
    // More staleness never hides less, so the staircase goes up and to the right.
    if (edge.empty()) edge.emplace_back(kLeastDelta, tau - 0.5);
    edge.emplace_back(delta, tau - 0.5);
    edge.emplace_back(delta, tau + 0.5);
  }
  return edge;
}

double deltaOf(std::size_t column, std::size_t columns) {
  const double share =
      columns < 2 ? 1.0 : static_cast<double>(column) / static_cast<double>(columns - 1);
  return std::pow(StalenessMap::kLeastDelta, 1.0 - share);
}

std::vector<double> noiseMap(std::size_t columns, int mostTau, PhiBase base, double least,
                             double most) {
  std::vector<double> values;
  values.reserve(columns * static_cast<std::size_t>(mostTau + 1));
  for (int tau = 0; tau <= mostTau; ++tau)
    for (std::size_t column = 0; column < columns; ++column)
      values.push_back(
          std::clamp(compressionNoise(deltaOf(column, columns), tau, base), least, most));
  return values;
}

bool RunTrail::take(const Run* run) {
  const int id = run == nullptr ? 0 : run->id;
  bool isNew = id != id_;
  if (isNew) {
    id_ = id;
    read_ = 0;
    points_.clear();
  }
  if (run == nullptr) return isNew;
  // The last iteration applies all that is still under way: its staleness of 0 is no choice.
  const auto last = run->info ? run->info->iterations : 0;
  const auto deltas = run->series.column(quantity("compression_ratio"));
  const auto taus = run->series.column(quantity("staleness"));
  for (; read_ < run->series.size(); ++read_) {
    const Point point{deltas[read_], static_cast<int>(taus[read_])};
    if (static_cast<std::int64_t>(read_) + 1 == last && !points_.empty()) continue;
    if (!(point.delta > 0.0) || (!points_.empty() && isNear(point, points_.back()))) continue;
    points_.push_back(point);
    isNew = true;
  }
  if (points_.size() > kLongest)
    points_.erase(points_.begin(), points_.end() - static_cast<std::ptrdiff_t>(kLongest));
  return isNew;
}

}  // namespace telegrad::ui
