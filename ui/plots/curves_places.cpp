// SPDX-License-Identifier: GPL-3.0-or-later
// Which run, which iteration and which changes a place in CurvesPlot means.
#include <algorithm>
#include <cmath>
#include <limits>

#include <QContextMenuEvent>

#include "ui/plots/curves_plot.h"

namespace telegrad::ui {
namespace {

constexpr double kNearCurve = 14.0;  // pixels

/// Pixels between a curve and a place beside it; infinite where the curve has no point there.
double distanceTo(const Curve& curve, const QCPAxisRect& rect, const QPointF& position) {
  constexpr double kNowhere = std::numeric_limits<double>::infinity();
  const double x = rect.axis(QCPAxis::atBottom)->pixelToCoord(position.x());
  const auto after = std::ranges::lower_bound(curve.x, x);
  if (after == curve.x.end() || (after == curve.x.begin() && *after > x)) return kNowhere;
  const auto i = static_cast<std::size_t>(after - curve.x.begin());
  const double y = rect.axis(QCPAxis::atLeft)->coordToPixel(curve.smooth[i]);
  return std::abs(y - position.y());
}

}  // namespace

const Run* CurvesPlot::runAt(const QPointF& position) const {
  const bool upper = figure_->lossRect()->rect().contains(position.toPoint());
  const auto& rect = upper ? *figure_->lossRect() : *figure_->accuracyRect();
  const Run* nearest = runs_.current();
  double least = kNearCurve;
  for (int row = 0; row < runs_.count(); ++row) {
    const Run& run = runs_.at(row);
    const auto* curves = figure_->curves(run.id);
    if (!run.visible || curves == nullptr) continue;
    const double distance = distanceTo(upper ? curves->loss() : curves->accuracy(), rect, position);
    if (distance >= least) continue;
    least = distance;
    nearest = &run;
  }
  return nearest;
}

std::optional<CurvesPlot::Place> CurvesPlot::placeOn(const Run& run, double x) const {
  const auto xs = run.series.column(describe(figure_->options().x).core());
  if (xs.empty()) return std::nullopt;
  auto row = static_cast<std::size_t>(std::ranges::lower_bound(xs, x) - xs.begin());
  if (row > 0 && (row == xs.size() || x - xs[row - 1] <= xs[row] - x)) --row;
  return Place{run.id, run.series.at(row).iteration, {}};
}

std::optional<CurvesPlot::Place> CurvesPlot::placeAt(const QPointF& position) const {
  if (!figure_->lossRect()->rect().contains(position.toPoint()) &&
      !figure_->accuracyRect()->rect().contains(position.toPoint()))
    return std::nullopt;
  const Run* current = runs_.current();
  if (auto changes = figure_->markers().changesAt(position); !changes.empty() && current != nullptr)
    return Place{current->id, changes.front().iteration, std::move(changes)};
  const Run* run = runAt(position);
  if (run == nullptr) return std::nullopt;
  return placeOn(*run, figure_->x()->pixelToCoord(position.x()));
}

std::optional<CurvesPlot::Place> CurvesPlot::placeOfReadOut() const {
  const Run* run = runOfReadOut();
  if (run == nullptr) return std::nullopt;
  auto place = placeOn(*run, readOut_ ? readOut_->x : std::numeric_limits<double>::infinity());
  if (!place || !readOut_) return place;
  for (const auto& change : run->changes)
    if (change.iteration == place->iteration) place->changes.push_back(change);
  return place;
}

/// The read-out, to the next change of its run that is not where it stands.
void CurvesPlot::goToChange(bool forward) {
  const Run* run = runOfReadOut();
  const auto here = placeOfReadOut();
  if (run == nullptr || !here) return;
  const auto xs = run->series.column(describe(figure_->options().x).core());
  std::optional<std::int64_t> found;
  for (const auto& change : run->changes) {
    if (change.iteration < 1 || change.iteration > static_cast<std::int64_t>(xs.size())) continue;
    if (forward && change.iteration > here->iteration && !found) found = change.iteration;
    if (!forward && change.iteration < here->iteration) found = change.iteration;
  }
  if (!found) return;
  mouse_.reset();
  showReadOut(xs[static_cast<std::size_t>(*found) - 1]);
}

Topic CurvesPlot::topicAt(const QPoint& position) const {
  const auto of = [](const Quantity& quantity) {
    return Topic{QStringLiteral("quantity:") + QString::fromStdString(quantity.key)};
  };
  const QPoint place = plot_->mapFrom(this, position);
  if (!plot_->rect().contains(place)) return {};
  if (place.y() > figure_->accuracyRect()->bottom()) return of(describe(options().x).core());
  if (place.y() <= figure_->lossRect()->bottom()) return of(lossQuantity(options().loss));
  return of(accuracyQuantity(runs_.targetMetric()));
}

void CurvesPlot::wantMenu(const QContextMenuEvent& event) {
  const bool byKey = event.reason() == QContextMenuEvent::Keyboard;
  const auto place = byKey ? placeOfReadOut() : placeAt(event.pos());
  if (!place) return;
  auto at = event.globalPos();
  if (byKey && readOut_)
    at = plot_->mapToGlobal(
        QPoint(qRound(figure_->x()->coordToPixel(readOut_->x)), figure_->lossRect()->center().y()));
  emit menuWanted(*place, at);
}

}  // namespace telegrad::ui
