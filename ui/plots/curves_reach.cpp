// SPDX-License-Identifier: GPL-3.0-or-later
// CurvesPlot without a mouse: the keyboard's cursor, and the curves as a table.
#include <algorithm>
#include <cmath>

#include <QCoreApplication>

#include "ui/plots/curves_plot.h"

namespace telegrad::ui {
namespace {

/// Records of a run, from one on.
struct SeenRecords {
  std::size_t first = 0;
  std::size_t count = 0;
};

SeenRecords seenOf(const RunSeries& series, const Quantity& x, const AxisRange& range) {
  const auto xs = series.column(x);
  const auto first = std::ranges::lower_bound(xs, range.lower);
  const auto last = std::ranges::upper_bound(xs, range.upper);
  if (last <= first) return {};
  return {static_cast<std::size_t>(first - xs.begin()), static_cast<std::size_t>(last - first)};
}

/// Reads a run as long as it is there; in per cent where it is a share.
PlotTable::Column columnFor(const RunsModel& runs, const Run& run, const Quantity& quantity,
                            const SeenRecords& seen) {
  return {{},
          seen.count,
          [&runs, id = run.id, &quantity, first = seen.first](std::size_t row) -> QVariant {
            const Run* there = runs.byId(id);
            if (there == nullptr || first + row >= there->series.size()) return {};
            const double value = there->series.column(quantity)[first + row];
            if (std::isnan(value)) return {};
            if (quantity.isWhole()) return static_cast<qint64>(value);
            return value;
          }};
}

}  // namespace

/// The runs whose curves are read out, the current one where it stands among them.
std::vector<const Run*> CurvesPlot::readableRuns() const {
  std::vector<const Run*> found;
  for (int row = 0; row < runs_.count(); ++row) {
    const Run& run = runs_.at(row);
    const bool shown = run.visible || &run == runs_.current();
    if (shown && !run.series.isEmpty() && figure_->curves(run.id) != nullptr) found.push_back(&run);
  }
  return found;
}

const Run* CurvesPlot::runOfReadOut() const {
  const Run* chosen = runs_.byId(readRun_);
  return chosen != nullptr ? chosen : runs_.current();
}

bool CurvesPlot::moveCursor(const QKeyEvent& event) {
  const auto runs = readableRuns();
  const auto& quantity = describe(figure_->options().x).core();
  const auto* axis = figure_->x();
  const auto of = std::ranges::find(runs, runOfReadOut());
  if (of == runs.end()) return false;
  const auto curve = static_cast<std::size_t>(of - runs.begin());
  const CursorCurves curves{runs.size(), [&](std::size_t i) { return runs[i]->series.size(); },
                            [&](std::size_t i, std::size_t point) {
                              return axis->coordToPixel(runs[i]->series.column(quantity)[point]);
                            },
                            curve};
  std::optional<CursorPlace> now;
  if (readOut_) {
    const auto xs = (*of)->series.column(quantity);
    const auto at = std::ranges::lower_bound(xs, readOut_->x);
    if (at != xs.end()) now = CursorPlace{curve, static_cast<std::size_t>(at - xs.begin())};
  }
  const auto next = cursorAfter(event, now, curves, figure_->accuracyRect()->center().x());
  if (!next) return false;
  mouse_.reset();
  readRun_ = runs[next->curve]->id;
  const double x = runs[next->curve]->series.column(quantity)[next->point];
  bringIntoSight(x);
  showReadOut(x);
  return true;
}

/// The cursor is never out of sight: what is seen moves along.
void CurvesPlot::bringIntoSight(double x) {
  auto* axis = figure_->x();
  const auto range = axis->range();
  if (range.contains(x)) return;
  constexpr int kMargin = 40;
  const auto* rect = figure_->accuracyRect();
  const double edge =
      axis->pixelToCoord(x < range.lower ? rect->left() + kMargin : rect->right() - kMargin);
  if (figure_->options().xLog && x > 0.0)
    axis->setRange(range.lower * x / edge, range.upper * x / edge);
  else if (!figure_->options().xLog)
    axis->moveRange(x - edge);
  userMovedRanges();
  plot_->replot(QCustomPlot::rpQueuedReplot);
}

/// A ring where the cursor stands on each of the two curves of its run.
void CurvesPlot::paintCursor(QCPPainter& painter, const Run& run) const {
  const auto* curves = figure_->curves(run.id);
  if (curves == nullptr) return;
  const auto ring = [&](const Curve& curve, const QCPAxisRect& rect) {
    const auto after = std::ranges::upper_bound(curve.x, readOut_->x);
    if (after == curve.x.begin()) return;
    const auto i = static_cast<std::size_t>(after - curve.x.begin()) - 1;
    const QPointF at(figure_->x()->coordToPixel(curve.x[i]),
                     rect.axis(QCPAxis::atLeft)->coordToPixel(curve.smooth[i]));
    if (!QRectF(rect.rect()).contains(at)) return;
    painter.setPen(QPen(figure_->theme().text, 1.4));
    painter.setBrush(figure_->theme().run(run.colour));
    painter.drawEllipse(at, 4.5, 4.5);
  };
  ring(curves->loss(), *figure_->lossRect());
  ring(curves->accuracy(), *figure_->accuracyRect());
}

PlotTable CurvesPlot::table() const {
  PlotTable table;
  table.title = tr("Loss and accuracy");
  const auto& options = figure_->options();
  const auto& x = describe(options.x);
  const auto& accuracy = accuracyQuantity(runs_.targetMetric());
  for (const Run* run : readableRuns()) {
    const auto seen = seenOf(run->series, x.core(), visibleRange());
    if (seen.count == 0) continue;
    const auto add = [&](const Quantity& quantity, const QString& title) {
      auto column = columnFor(runs_, *run, quantity, seen);
      column.title = run->name + QStringLiteral(": ") + title;
      table.columns.push_back(std::move(column));
    };
    add(x.core(), QCoreApplication::translate("Curves", x.axisTitle));
    add(lossQuantity(options.loss), lossTitle(options.loss));
    add(accuracy, accuracyTitle(runs_.targetMetric()));
  }
  return table;
}

}  // namespace telegrad::ui
