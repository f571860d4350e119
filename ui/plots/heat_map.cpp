// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/heat_map.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include "ui/plots/noise_colours.h"
#include "ui/plots/plot_cursor.h"
#include "ui/plots/plot_reach.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

constexpr double kRowsTitle = 18.0;  // the rows' title, which stands on end
constexpr double kWidestRow = 96.0;
constexpr double kHeatGap = 3.0;
constexpr double kHeatRound = 4.0;

/// The columns' labels and title.
double columnsFoot() {
  return scaled(38);
}

int heatLine() {
  return scaled(15);
}

}  // namespace

HeatMap::HeatMap(const QString& accessibleName, QWidget* parent) : QWidget(parent) {
  setAccessibleName(accessibleName);
  new PlotReach(this, [this] { return table(); });
}

void HeatMap::setContents(HeatMapContents contents) {
  contents_ = std::move(contents);
  least_ = std::numeric_limits<double>::infinity();
  most_ = -least_;
  for (const auto& cell : contents_.cells) {
    if (!std::isfinite(cell.value)) continue;
    least_ = std::min(least_, cell.value);
    most_ = std::max(most_, cell.value);
  }
  log_ = contents_.log && least_ >= 0.0;
  if (log_ && least_ == 0.0) {  // nothing is no factor of anything: it is below all
    least_ = most_;
    for (const auto& cell : contents_.cells)
      if (cell.value > 0.0) least_ = std::min(least_, cell.value);
  }
  const QFontMetricsF metrics(plotFont());
  double widest = 0.0;
  for (const auto& row : contents_.rows) widest = std::max(widest, metrics.horizontalAdvance(row));
  left_ = kRowsTitle + std::min(widest, kWidestRow) + 8.0;
  if (selected_ && (selected_->column >= columns() || selected_->row >= rows())) {
    select(std::nullopt);
  } else if (selected_) {
    setAccessibleDescription(contents_.at(selected_->column, selected_->row).told);
  }
  update();
}

std::optional<double> HeatMap::share(const Cell& cell) const {
  const double value = contents_.at(cell.column, cell.row).value;
  if (std::isnan(value)) return std::nullopt;
  if (value <= least_) return 0.0;
  if (value >= most_) return 1.0;
  return log_ ? std::log(value / least_) / std::log(most_ / least_)
              : (value - least_) / (most_ - least_);
}

QRectF HeatMap::area() const {
  return QRectF(rect()).adjusted(left_, 2, -2, -columnsFoot());
}

QRectF HeatMap::rectOf(const Cell& cell) const {
  const auto all = area();
  const double wide = all.width() / static_cast<double>(columns());
  const double high = all.height() / static_cast<double>(rows());
  const auto fromTop = static_cast<double>(rows() - 1 - cell.row);
  return QRectF(all.left() + wide * static_cast<double>(cell.column), all.top() + high * fromTop,
                wide, high)
      .adjusted(kHeatGap / 2, kHeatGap / 2, -kHeatGap / 2, -kHeatGap / 2);
}

void HeatMap::paintCell(QPainter& painter, const Cell& cell) const {
  const Theme& theme = Theme::current();
  const auto rect = rectOf(cell);
  const auto& contents = contents_.at(cell.column, cell.row);
  const auto shade = share(cell);
  const QColor ground = shade ? noiseColour(theme, *shade) : theme.panel;
  painter.setPen(shade ? QPen(Qt::NoPen) : QPen(theme.hairline, 1.0));
  painter.setBrush(ground);
  painter.drawRoundedRect(rect, kHeatRound, kHeatRound);
  if (!shade && contents.over && !contents.words.isEmpty()) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(QBrush(theme.hairline, Qt::BDiagPattern));
    painter.drawRoundedRect(rect, kHeatRound, kHeatRound);
  }
  if (contents.running || cell == selected_) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.accent, cell == selected_ ? 2.5 : 1.5));
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), kHeatRound, kHeatRound);
  }
  // As many lines as there is room for; the first, always.
  const int room = std::max(1, static_cast<int>(rect.height()) / heatLine());
  const int count = std::min(room, static_cast<int>(contents.words.size()));
  painter.setPen(shade ? inkOn(ground) : theme.mutedText);
  double top = rect.center().y() - count * heatLine() / 2.0;
  for (int i = 0; i < count; ++i, top += heatLine()) {
    QFont font = i == 0 && shade ? bodyFont() : plotFont();
    if (i == 0 && shade) font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.drawText(
        QRectF(rect.left(), top, rect.width(), heatLine()), Qt::AlignCenter,
        QFontMetricsF(font).elidedText(contents.words[i], Qt::ElideRight, rect.width() - 4));
  }
}

void HeatMap::paintAxes(QPainter& painter) const {
  const Theme& theme = Theme::current();
  const auto all = area();
  const QFontMetricsF metrics(plotFont());
  painter.setFont(plotFont());
  painter.setPen(theme.mutedText);
  for (std::size_t column = 0; column < columns(); ++column) {
    const auto cell = rectOf({column, 0});
    painter.drawText(QRectF(cell.left(), all.bottom() + 3, cell.width(), heatLine()),
                     Qt::AlignCenter,
                     metrics.elidedText(contents_.columns[static_cast<qsizetype>(column)],
                                        Qt::ElideRight, cell.width()));
  }
  const double wide = left_ - kRowsTitle - 6.0;
  for (std::size_t row = 0; row < rows(); ++row) {
    const auto cell = rectOf({0, row});
    painter.drawText(
        QRectF(kRowsTitle, cell.top(), wide, cell.height()), Qt::AlignRight | Qt::AlignVCenter,
        metrics.elidedText(contents_.rows[static_cast<qsizetype>(row)], Qt::ElideRight, wide));
  }
  painter.setPen(theme.text);
  painter.drawText(QRectF(all.left(), all.bottom() + 20, all.width(), 16), Qt::AlignCenter,
                   contents_.xTitle);
  painter.save();
  painter.translate(8, all.center().y());
  painter.rotate(-90);
  painter.drawText(QRectF(-all.height() / 2, -8, all.height(), 16), Qt::AlignCenter,
                   metrics.elidedText(contents_.yTitle, Qt::ElideRight, all.height()));
  painter.restore();
}

void HeatMap::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  if (contents_.cells.empty()) {
    painter.setFont(bodyFont());
    painter.setPen(Theme::current().mutedText);
    painter.drawText(rect().adjusted(24, 0, -24, 0), int{Qt::AlignCenter} | Qt::TextWordWrap,
                     contents_.emptyWords);
    return;
  }
  for (std::size_t row = 0; row < rows(); ++row)
    for (std::size_t column = 0; column < columns(); ++column) paintCell(painter, {column, row});
  paintAxes(painter);
}

std::optional<HeatMap::Cell> HeatMap::at(const QPointF& position) const {
  if (contents_.cells.empty()) return std::nullopt;
  for (std::size_t row = 0; row < rows(); ++row)
    for (std::size_t column = 0; column < columns(); ++column)
      if (rectOf({column, row}).contains(position)) return Cell{column, row};
  return std::nullopt;
}

void HeatMap::setSelected(std::optional<Cell> cell) {
  selected_ = cell;
  setAccessibleDescription(cell ? contents_.at(cell->column, cell->row).told : QString());
  update();
}

void HeatMap::select(std::optional<Cell> cell) {
  if (cell == selected_) return;
  setSelected(cell);
  emit selectionChanged();
}

void HeatMap::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  select(at(event->position()));
  if (selected_) emit clicked();
}

void HeatMap::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton && at(event->position())) emit activated();
}

void HeatMap::keyPressEvent(QKeyEvent* event) {
  const auto key = event->key();
  if (selected_ && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
    emit activated();
    return;
  }
  if (selected_ && key == Qt::Key_Escape) return select(std::nullopt);
  if (contents_.cells.empty()) return QWidget::keyPressEvent(event);
  // The cursor counts rows from above, the cells from below.
  std::optional<CursorCell> now;
  if (selected_) now = CursorCell{selected_->column, rows() - 1 - selected_->row};
  const auto next = cursorAfter(*event, now, {columns(), rows()}, {0, rows() - 1});
  if (!next) return QWidget::keyPressEvent(event);
  select(Cell{next->column, rows() - 1 - next->row});
}

PlotTable HeatMap::table() const {
  PlotTable table;
  table.title = accessibleName();
  if (contents_.cells.empty()) return table;
  std::vector<QVariant> names(contents_.rows.rbegin(), contents_.rows.rend());
  table.columns.push_back(columnOf(contents_.yTitle, std::move(names)));
  for (std::size_t column = 0; column < columns(); ++column) {
    std::vector<QVariant> values;
    for (std::size_t row = rows(); row-- > 0;) {
      const auto& cell = contents_.at(column, row);
      values.push_back(std::isnan(cell.value) ? QVariant(cell.words.join(' '))
                                              : QVariant(cell.value));
    }
    table.columns.push_back(columnOf(
        contents_.xTitle + QStringLiteral(" ") + contents_.columns[static_cast<qsizetype>(column)],
        std::move(values)));
  }
  return table;
}

bool HeatMap::event(QEvent* event) {
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) update();
  if (event->type() != QEvent::ToolTip) return QWidget::event(event);
  const auto& help = dynamic_cast<QHelpEvent&>(*event);
  const auto cell = at(help.pos());
  QToolTip::showText(help.globalPos(),
                     cell ? contents_.at(cell->column, cell->row).told : QString(), this);
  return true;
}

}  // namespace telegrad::ui
