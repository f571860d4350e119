// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/confusion_plot.h"

#include <algorithm>
#include <cmath>

#include <QFontMetrics>
#include <QKeyEvent>
#include <QMouseEvent>

#include "ui/models/number_format.h"
#include "ui/plots/plot_cursor.h"
#include "ui/plots/plot_reach.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {

ConfusionPlot::ConfusionPlot(QWidget* parent) : QWidget(parent) {
  setMouseTracking(true);
  new PlotReach(this, [this] { return table(); });
  setAccessibleName(tr("Confusion matrix of the test set"));
}

void ConfusionPlot::setMatrix(std::shared_ptr<const ConfusionMatrix> matrix) {
  if (matrix == matrix_) return;
  if (classes() != (matrix == nullptr ? 0 : matrix->classes())) chosen_.reset();
  matrix_ = std::move(matrix);
  examples_.clear();
  commonest_.reset();
  std::uint32_t most = 0;
  for (std::size_t t = 0; t < classes(); ++t) {
    examples_.push_back(matrix_->examples(t));
    for (std::size_t p = 0; p < classes(); ++p) {
      if (p == t || matrix_->at(t, p) <= most) continue;
      most = matrix_->at(t, p);
      commonest_ = Cell{t, p};
    }
  }
  setAccessibleDescription(readOut());
  update();
}

QString ConfusionPlot::nameOf(std::size_t classIndex) const {
  return QString::fromStdString(matrix_->classNames[classIndex]);
}

double ConfusionPlot::share(const Cell& cell) const {
  const auto all = examples_[cell.truth];
  return all == 0 ? 0.0 : matrix_->at(cell.truth, cell.predicted) / static_cast<double>(all);
}

QString ConfusionPlot::told(const Cell& cell) const {
  return tr("%1 read as %2: %3 of %4 (%5)")
      .arg(nameOf(cell.truth), nameOf(cell.predicted),
           grouped(qint64{matrix_->at(cell.truth, cell.predicted)}),
           grouped(static_cast<qint64>(examples_[cell.truth])), percent(share(cell)));
}

QString ConfusionPlot::readOut() const {
  if (classes() == 0) return {};
  if (chosen_) return told(*chosen_);
  if (!commonest_) return tr("Every example was read right");
  return tr("Most often mistaken: %1").arg(told(*commonest_));
}

QString ConfusionPlot::number(const Cell& cell) const {
  const auto count = matrix_->at(cell.truth, cell.predicted);
  if (count == 0) return {};
  const double per = 100.0 * share(cell);
  if (per < 0.05) return QStringLiteral("<0.1");
  return QString::number(per, 'f', per < 99.95 ? 1 : 0);
}

int ConfusionPlot::longestName() const {
  const QFontMetrics metrics(plotFont());
  int longest = 0;
  for (std::size_t c = 0; c < classes(); ++c)
    longest = std::max(longest, metrics.horizontalAdvance(nameOf(c)));
  return std::min(longest, kLongestName);
}

ConfusionPlot::Geometry ConfusionPlot::geometryOf() const {
  Geometry g;
  const auto n = static_cast<double>(std::max<std::size_t>(classes(), 1));
  const int longest = longestName();
  const double foot = height() - kFoot;
  // Numbers take less room than names, so whether names fit is asked with names.
  g.names = (foot - kTitle - longest) / n >= kLeastName;
  const double left = kTitle + (g.names ? longest : 24) + space::kSmall;
  const double across = width() - left - kRecall;
  double above = kTitle + 16 + space::kTiny;
  g.wide = across / n;
  g.high = (foot - above) / n;
  g.wide = std::min(g.wide, std::max(kWidest * g.high, 6.0));
  g.upright = g.names && g.wide < longest + 4;
  if (g.upright) {
    above = kTitle + longest + space::kSmall;
    g.high = (foot - above) / n;
    g.wide = std::min(across / n, kWidest * g.high);
  }
  if (g.names) {
    g.wide = std::floor(g.wide);
    g.high = std::floor(g.high);
  }
  g.cells = QRectF(left, above, g.wide * n, g.high * n);
  return g;
}

QRectF ConfusionPlot::rectOf(const Geometry& g, const Cell& cell) const {
  return {g.cells.left() + g.wide * static_cast<double>(cell.predicted),
          g.cells.top() + g.high * static_cast<double>(cell.truth), g.wide, g.high};
}

QRectF ConfusionPlot::rectOf(const Cell& cell) const {
  return rectOf(geometryOf(), cell);
}

void ConfusionPlot::choose(std::optional<Cell> cell) {
  if (cell == chosen_) return;
  chosen_ = cell;
  setAccessibleDescription(readOut());
  update();
}

void ConfusionPlot::mouseMoveEvent(QMouseEvent* event) {
  if (classes() == 0) return;
  const Geometry g = geometryOf();
  const QPointF at = event->position();
  if (!g.cells.contains(at)) return choose(std::nullopt);
  const auto last = classes() - 1;
  choose(Cell{std::min(static_cast<std::size_t>((at.y() - g.cells.top()) / g.high), last),
              std::min(static_cast<std::size_t>((at.x() - g.cells.left()) / g.wide), last)});
}

void ConfusionPlot::leaveEvent(QEvent*) {
  choose(std::nullopt);
}

void ConfusionPlot::keyPressEvent(QKeyEvent* event) {
  if (chosen_ && event->key() == Qt::Key_Escape) return choose(std::nullopt);
  std::optional<CursorCell> now;
  if (chosen_) now = CursorCell{chosen_->predicted, chosen_->truth};
  const auto next = cursorAfter(*event, now, {classes(), classes()});
  if (!next) return QWidget::keyPressEvent(event);
  choose(Cell{next->row, next->column});
}

PlotTable ConfusionPlot::table() const {
  PlotTable table;
  table.title = accessibleName();
  if (classes() == 0) return table;
  std::vector<QVariant> names;
  for (std::size_t c = 0; c < classes(); ++c) names.emplace_back(nameOf(c));
  table.columns.push_back(columnOf(tr("True class"), std::move(names)));
  for (std::size_t p = 0; p < classes(); ++p)
    table.columns.push_back(
        {tr("read as %1").arg(nameOf(p)), classes(), [matrix = matrix_, p](std::size_t truth) {
           return QVariant(qint64{matrix->at(truth, p)});
         }});
  return table;
}

void ConfusionPlot::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  update();
}

}  // namespace telegrad::ui
