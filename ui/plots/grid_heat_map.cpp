// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/grid_heat_map.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include "core/base/units.h"
#include "ui/models/number_format.h"
#include "ui/plots/noise_colours.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

constexpr double kStalenessLabels = 46.0;  // the staleness
constexpr double kFractionLabels = 38.0;   // the kept fraction
constexpr double kCellGap = 3.0;
constexpr double kRound = 4.0;

QString times(double factor) {
  return QStringLiteral("×") + QString::number(factor, 'f', factor < 10.0 ? 2 : 0);
}

QString shown(double value, GridQuantity quantity) {
  if (std::isinf(value)) return QStringLiteral("∞");
  if (quantity == GridQuantity::Seconds) return secondsText(value);
  return shortNumber(value, 3);
}

}  // namespace

GridHeatMap::GridHeatMap(QWidget* parent) : QWidget(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(tr("Measured grid over kept fraction and staleness"));
}

void GridHeatMap::setGrid(const StalenessGrid& grid, GridQuantity quantity, PhiBase base) {
  grid_ = grid;
  quantity_ = quantity;
  base_ = base;
  least_ = std::numeric_limits<double>::infinity();
  most_ = 0.0;
  for (std::size_t tau = 0; tau < grid_.plan.taus.size(); ++tau) {
    for (std::size_t delta = 0; delta < grid_.plan.deltas.size(); ++delta) {
      const double value = figureOf(grid_, quantity_, base_, delta, tau);
      if (!(value > 0.0) || !std::isfinite(value)) continue;
      least_ = std::min(least_, value);
      most_ = std::max(most_, value);
    }
  }
  if (selected_ &&
      (selected_->delta >= grid_.plan.deltas.size() || selected_->tau >= grid_.plan.taus.size()))
    select(std::nullopt);
  update();
}

std::optional<double> GridHeatMap::share(const Cell& cell) const {
  const double value = figureOf(grid_, quantity_, base_, cell.delta, cell.tau);
  if (std::isnan(value)) return std::nullopt;
  if (value <= least_) return 0.0;
  if (value >= most_) return 1.0;
  return std::log(value / least_) / std::log(most_ / least_);
}

QStringList GridHeatMap::words(const Cell& cell) const {
  const double value = figureOf(grid_, quantity_, base_, cell.delta, cell.tau);
  const auto point = grid_.point(cell.delta, cell.tau);
  if (std::isnan(value)) {
    if (point.running) return {tr("running")};
    if (point.failed > 0) return {tr("failed")};
    if (point.diverged > 0) return {tr("diverged")};
    const bool wantsTarget =
        quantity_ == GridQuantity::Iterations || quantity_ == GridQuantity::Seconds;
    return point.over > 0 && wantsTarget ? QStringList{tr("never"), tr("reached")} : QStringList{};
  }
  QStringList lines{shown(value, quantity_)};
  if (quantity_ == GridQuantity::Iterations || quantity_ == GridQuantity::Seconds)
    if (point.reached < point.over) lines << tr("%1 of %2").arg(point.reached).arg(point.over);
  if (cell.tau == 0) return lines;
  if (const auto grown = growth(grid_, quantity_, base_, cell.delta, cell.tau))
    lines << times(*grown);
  const auto phi = growth(grid_, GridQuantity::Noise, base_, cell.delta, cell.tau);
  if (quantity_ == GridQuantity::Residual && phi) lines << tr("φ %1").arg(times(*phi));
  return lines;
}

QString GridHeatMap::told(const Cell& cell) const {
  const auto point = grid_.point(cell.delta, cell.tau);
  const auto fraction = QString::fromStdString(formatNumber(grid_.plan.deltas[cell.delta]));
  QStringList lines{tr("Kept fraction %1, staleness %2: %3 of %4 runs done")
                        .arg(fraction)
                        .arg(grid_.plan.taus[cell.tau])
                        .arg(point.over)
                        .arg(grid_.plan.seeds)};
  if (point.diverged > 0) lines << tr("%1 diverged").arg(point.diverged);
  if (std::isfinite(point.residual))
    lines << tr("Residual ‖e‖²: %1").arg(shortNumber(point.residual, 4));
  if (point.reached > 0)
    lines << tr("Target after %1 iterations, %2 of simulated time, in %3 of %4 runs")
                 .arg(shortNumber(point.iterations, 4), secondsText(point.seconds))
                 .arg(point.reached)
                 .arg(point.over);
  else if (point.over > 0)
    lines << tr("The target was never reached");
  lines << tr("φ by the model: %1")
               .arg(shown(figureOf(grid_, GridQuantity::Noise, base_, cell.delta, cell.tau),
                          GridQuantity::Noise));
  return lines.join('\n');
}

QRectF GridHeatMap::area() const {
  return QRectF(rect()).adjusted(kStalenessLabels, 2, -2, -kFractionLabels);
}

QRectF GridHeatMap::rectOf(const Cell& cell) const {
  const auto all = area();
  const double wide = all.width() / static_cast<double>(grid_.plan.deltas.size());
  const double high = all.height() / static_cast<double>(grid_.plan.taus.size());
  const auto row = static_cast<double>(grid_.plan.taus.size() - 1 - cell.tau);
  return QRectF(all.left() + wide * static_cast<double>(cell.delta), all.top() + high * row, wide,
                high)
      .adjusted(kCellGap / 2, kCellGap / 2, -kCellGap / 2, -kCellGap / 2);
}

void GridHeatMap::paintCell(QPainter& painter, const Cell& cell) const {
  const Theme& theme = Theme::current();
  const auto rect = rectOf(cell);
  const auto point = grid_.point(cell.delta, cell.tau);
  const auto shade = share(cell);
  const QColor ground = shade ? noiseColour(theme, *shade) : theme.panel;
  painter.setPen(shade ? QPen(Qt::NoPen) : QPen(theme.hairline, 1.0));
  painter.setBrush(ground);
  painter.drawRoundedRect(rect, kRound, kRound);
  const auto lines = words(cell);
  if (!shade && point.over > 0 && !lines.isEmpty()) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(QBrush(theme.hairline, Qt::BDiagPattern));
    painter.drawRoundedRect(rect, kRound, kRound);
  }
  if (point.running || cell == selected_) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.accent, cell == selected_ ? 2.5 : 1.5));
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), kRound, kRound);
  }
  // As many lines as there is room for; the first, always.
  constexpr int kLine = 15;
  const int room = std::max(1, static_cast<int>(rect.height()) / kLine);
  const int count = std::min(room, static_cast<int>(lines.size()));
  painter.setPen(shade ? inkOn(ground) : theme.mutedText);
  double top = rect.center().y() - count * kLine / 2.0;
  for (int i = 0; i < count; ++i, top += kLine) {
    QFont font = i == 0 && shade ? bodyFont() : plotFont();
    if (i == 0 && shade) font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.drawText(QRectF(rect.left(), top, rect.width(), kLine), Qt::AlignCenter,
                     QFontMetricsF(font).elidedText(lines[i], Qt::ElideRight, rect.width() - 4));
  }
}

void GridHeatMap::paintAxes(QPainter& painter) const {
  const Theme& theme = Theme::current();
  const auto all = area();
  painter.setFont(plotFont());
  painter.setPen(theme.mutedText);
  for (std::size_t delta = 0; delta < grid_.plan.deltas.size(); ++delta) {
    const auto cell = rectOf({delta, 0});
    painter.drawText(QRectF(cell.left(), all.bottom() + 3, cell.width(), 15), Qt::AlignCenter,
                     QString::fromStdString(formatNumber(grid_.plan.deltas[delta])));
  }
  for (std::size_t tau = 0; tau < grid_.plan.taus.size(); ++tau) {
    const auto cell = rectOf({0, tau});
    painter.drawText(QRectF(kStalenessLabels - 28, cell.top(), 22, cell.height()),
                     Qt::AlignRight | Qt::AlignVCenter, QString::number(grid_.plan.taus[tau]));
  }
  painter.setPen(theme.text);
  painter.drawText(QRectF(all.left(), all.bottom() + 20, all.width(), 16), Qt::AlignCenter,
                   tr("Kept fraction δ"));
  painter.save();
  painter.translate(8, all.center().y());
  painter.rotate(-90);
  painter.drawText(QRectF(-all.height() / 2, -8, all.height(), 16), Qt::AlignCenter,
                   tr("Staleness τ, iterations"));
  painter.restore();
}

void GridHeatMap::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  if (grid_.runs.empty()) {
    painter.setFont(bodyFont());
    painter.setPen(Theme::current().mutedText);
    painter.drawText(rect().adjusted(24, 0, -24, 0), int{Qt::AlignCenter} | Qt::TextWordWrap,
                     tr("Nothing measured yet. “Measure” trains once at every point of a small "
                        "grid and fills it in as the runs end."));
    return;
  }
  for (std::size_t tau = 0; tau < grid_.plan.taus.size(); ++tau)
    for (std::size_t delta = 0; delta < grid_.plan.deltas.size(); ++delta)
      paintCell(painter, {delta, tau});
  paintAxes(painter);
}

std::optional<GridHeatMap::Cell> GridHeatMap::at(const QPointF& position) const {
  for (std::size_t tau = 0; tau < grid_.plan.taus.size(); ++tau)
    for (std::size_t delta = 0; delta < grid_.plan.deltas.size(); ++delta)
      if (!grid_.runs.empty() && rectOf({delta, tau}).contains(position)) return Cell{delta, tau};
  return std::nullopt;
}

void GridHeatMap::select(std::optional<Cell> cell) {
  if (cell == selected_) return;
  selected_ = cell;
  setAccessibleDescription(selected_ ? told(*selected_) : QString());
  update();
  emit selectionChanged();
}

void GridHeatMap::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) select(at(event->position()));
}

void GridHeatMap::keyPressEvent(QKeyEvent* event) {
  const auto key = event->key();
  const bool moves =
      key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
  if (grid_.runs.empty() || (!moves && key != Qt::Key_Escape)) return QWidget::keyPressEvent(event);
  if (!moves) return select(std::nullopt);
  if (!selected_) return select(Cell{});
  Cell cell = *selected_;
  if (key == Qt::Key_Left && cell.delta > 0) --cell.delta;
  if (key == Qt::Key_Right && cell.delta + 1 < grid_.plan.deltas.size()) ++cell.delta;
  if (key == Qt::Key_Down && cell.tau > 0) --cell.tau;
  if (key == Qt::Key_Up && cell.tau + 1 < grid_.plan.taus.size()) ++cell.tau;
  select(cell);
}

bool GridHeatMap::event(QEvent* event) {
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) update();
  if (event->type() != QEvent::ToolTip) return QWidget::event(event);
  const auto& help = dynamic_cast<QHelpEvent&>(*event);
  const auto cell = at(help.pos());
  QToolTip::showText(help.globalPos(), cell ? told(*cell) : QString(), this);
  return true;
}

}  // namespace telegrad::ui
