// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/grid_heat_map.h"

#include <cmath>
#include <utility>

#include "core/base/units.h"
#include "ui/models/number_format.h"

namespace telegrad::ui {
namespace {

QString times(double factor) {
  return QStringLiteral("×") + QString::number(factor, 'f', factor < 10.0 ? 2 : 0);
}

QString shown(double value, GridQuantity quantity) {
  if (std::isinf(value)) return QStringLiteral("∞");
  if (quantity == GridQuantity::Seconds) return secondsText(value);
  return shortNumber(value, 3);
}

/// What the cells of a grid say.
class GridCells {
 public:
  GridCells(const StalenessGrid& grid, GridQuantity quantity, PhiBase base)
      : grid_(grid),
        quantity_(quantity),
        base_(base) {}

  HeatMapContents::Cell cell(std::size_t delta, std::size_t tau) const {
    const auto point = grid_.point(delta, tau);
    return {.value = figureOf(grid_, quantity_, base_, delta, tau),
            .words = words(delta, tau),
            .told = told(delta, tau),
            .running = point.running,
            .over = point.over > 0};
  }

 private:
  QStringList words(std::size_t delta, std::size_t tau) const;
  QString told(std::size_t delta, std::size_t tau) const;
  bool isOfTarget() const {
    return quantity_ == GridQuantity::Iterations || quantity_ == GridQuantity::Seconds;
  }

  const StalenessGrid& grid_;
  GridQuantity quantity_;
  PhiBase base_;
};

QStringList GridCells::words(std::size_t delta, std::size_t tau) const {
  const double value = figureOf(grid_, quantity_, base_, delta, tau);
  const auto point = grid_.point(delta, tau);
  if (std::isnan(value)) {
    if (point.running) return {GridHeatMap::tr("running")};
    if (point.failed > 0) return {GridHeatMap::tr("failed")};
    if (point.diverged > 0) return {GridHeatMap::tr("diverged")};
    return point.over > 0 && isOfTarget()
               ? QStringList{GridHeatMap::tr("never"), GridHeatMap::tr("reached")}
               : QStringList{};
  }
  QStringList lines{shown(value, quantity_)};
  if (isOfTarget() && point.reached < point.over)
    lines << GridHeatMap::tr("%1 of %2").arg(point.reached).arg(point.over);
  if (tau == 0) return lines;
  if (const auto grown = growth(grid_, quantity_, base_, delta, tau)) lines << times(*grown);
  const auto phi = growth(grid_, GridQuantity::Noise, base_, delta, tau);
  if (quantity_ == GridQuantity::Residual && phi) lines << GridHeatMap::tr("φ %1").arg(times(*phi));
  return lines;
}

QString GridCells::told(std::size_t delta, std::size_t tau) const {
  const auto point = grid_.point(delta, tau);
  const auto fraction = QString::fromStdString(formatNumber(grid_.plan.deltas[delta]));
  QStringList lines{GridHeatMap::tr("Kept fraction %1, staleness %2: %3 of %4 runs done")
                        .arg(fraction)
                        .arg(grid_.plan.taus[tau])
                        .arg(point.over)
                        .arg(grid_.plan.seeds)};
  if (point.diverged > 0) lines << GridHeatMap::tr("%1 diverged").arg(point.diverged);
  if (std::isfinite(point.residual))
    lines << GridHeatMap::tr("Residual ‖e‖²: %1").arg(shortNumber(point.residual, 4));
  if (point.reached > 0)
    lines << GridHeatMap::tr("Target after %1 iterations, %2 of simulated time, in %3 of %4 runs")
                 .arg(shortNumber(point.iterations, 4), secondsText(point.seconds))
                 .arg(point.reached)
                 .arg(point.over);
  else if (point.over > 0)
    lines << GridHeatMap::tr("The target was never reached");
  lines << GridHeatMap::tr("φ by the model: %1")
               .arg(shown(figureOf(grid_, GridQuantity::Noise, base_, delta, tau),
                          GridQuantity::Noise));
  return lines.join('\n');
}

}  // namespace

GridHeatMap::GridHeatMap(QWidget* parent)
    : HeatMap(tr("Measured grid over kept fraction and staleness"), parent) {}

void GridHeatMap::setGrid(const StalenessGrid& grid, GridQuantity quantity, PhiBase base) {
  HeatMapContents contents;
  contents.xTitle = tr("Kept fraction δ");
  contents.yTitle = tr("Staleness τ, iterations");
  contents.log = true;
  contents.emptyWords =
      tr("Nothing measured yet. “Measure” trains once at every point of a small grid and fills it "
         "in as the runs end.");
  const GridCells cells(grid, quantity, base);
  if (!grid.runs.empty()) {
    for (const double delta : grid.plan.deltas)
      contents.columns << QString::fromStdString(formatNumber(delta));
    for (std::size_t tau = 0; tau < grid.plan.taus.size(); ++tau) {
      contents.rows << QString::number(grid.plan.taus[tau]);
      for (std::size_t delta = 0; delta < grid.plan.deltas.size(); ++delta)
        contents.cells.push_back(cells.cell(delta, tau));
    }
  }
  setContents(std::move(contents));
}

}  // namespace telegrad::ui
