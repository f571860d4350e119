// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/lab_chart_plot.h"

#include <algorithm>
#include <cmath>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QVBoxLayout>
#include <qcustomplot.h>

#include "ui/models/number_format.h"
#include "ui/plots/figure_style.h"
#include "ui/plots/lab_chart_drawing.h"
#include "ui/plots/lazy_plot.h"
#include "ui/plots/map_marks.h"
#include "ui/plots/painted.h"
#include "ui/plots/plot_cursor.h"
#include "ui/plots/plot_reach.h"

namespace telegrad::ui {
namespace {

constexpr double kNear = 28.0;  // pixels
constexpr int kLegendSlack = 24;

}  // namespace

LabChartPlot::LabChartPlot(QWidget* parent) : QWidget(parent), plot_(new LazyPlot(this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(plot_);
  new PlotReach(plot_, [this] { return table(); });
  plot_->setMouseTracking(true);
  plot_->installEventFilter(this);
  plot_->setAttribute(Qt::WA_NoMousePropagation, false);  // the wheel scrolls the page
  plot_->setAccessibleName(tr("What operators lose against what they send"));
  const auto name = QStringLiteral("hover");
  hoverLayer_ = addBufferedLayer(plot_, name);
  new Painted(plot_, name, [this](QCPPainter& painter) {
    painter.setFont(plotFont());
    paintHover(painter);
  });
  redraw();
}

LabChartPlot::~LabChartPlot() {
  plot_->removeEventFilter(this);  // the mouse leaves what goes
  delete plot_;                    // while what it asks when it draws is still there
}

void LabChartPlot::setChart(const LabChart& chart, int focus) {
  chart_ = chart;
  focus_ = focus;
  if (hover_ && (hover_->curve >= chart_.curves.size() ||
                 hover_->point >= chart_.curves[hover_->curve].points.size() +
                                      (chart_.curves[hover_->curve].mark ? 1 : 0)))
    hover_.reset();
  redraw();
}

void LabChartPlot::setEmptyWords(const QString& words) {
  emptyWords_ = words;
  plot_->replot(QCustomPlot::rpQueuedReplot);
}

void LabChartPlot::redraw() {
  width_ = width();
  const int legend =
      drawChart(*plot_, chart_, Theme::current(), focus_, std::max(width_ - kLegendSlack, 120));
  if (legend != legendHeight_) {
    legendHeight_ = legend;
    updateGeometry();
  }
  plot_->replot(QCustomPlot::rpQueuedReplot);
}

const LabChart::Point& LabChartPlot::pointAt(const Place& place) const {
  const auto& curve = chart_.curves[place.curve];
  return place.point < curve.points.size() ? curve.points[place.point] : *curve.mark;
}

QPointF LabChartPlot::pixelOf(const LabChart::Point& point) const {
  return {plot_->xAxis->coordToPixel(point.x), plot_->yAxis->coordToPixel(point.y)};
}

std::optional<LabChartPlot::Place> LabChartPlot::nearest(const QPointF& at) const {
  std::optional<Place> found;
  double best = kNear;
  for (std::size_t i = 0; i < chart_.curves.size(); ++i) {
    const auto& curve = chart_.curves[i];
    if (curve.isReference) continue;
    const std::size_t count = curve.points.size() + (curve.mark ? 1 : 0);
    for (std::size_t j = 0; j < count; ++j) {
      const QPointF away = pixelOf(pointAt({i, j})) - at;
      const double distance = std::hypot(away.x(), away.y());
      if (distance >= best) continue;
      best = distance;
      found = Place{i, j};
    }
  }
  return found;
}

void LabChartPlot::hover(std::optional<Place> place) {
  if (place == hover_) return;
  hover_ = place;
  hoverLayer_->replot();
  if (!hover_) return plot_->setAccessibleDescription({});
  const auto& point = pointAt(*hover_);
  plot_->setAccessibleDescription(tr("%1 %2: %3 %4, %5 %6")
                                      .arg(chart_.curves[hover_->curve].name, point.label,
                                           chart_.xTitle, shortNumber(point.x), chart_.yTitle,
                                           shortNumber(point.y)));
}

void LabChartPlot::paintHover(QCPPainter& painter) const {
  const Theme& theme = Theme::current();
  const QRectF rect(plot_->axisRect()->rect());
  if (chart_.isEmpty()) {
    painter.setPen(theme.mutedText);
    painter.drawText(rect.adjusted(24, 0, -24, 0), int{Qt::AlignCenter} | int{Qt::TextWordWrap},
                     emptyWords_);
    return;
  }
  if (!hover_) return;
  const auto& curve = chart_.curves[hover_->curve];
  const auto& point = pointAt(*hover_);
  const QPointF at = pixelOf(point);
  painter.setPen(QPen(theme.text, 1.4));
  painter.setBrush(theme.run(curve.colour));
  painter.drawEllipse(at, 4.5, 4.5);
  std::vector<QPair<QString, QString>> rows;
  if (!curve.parameter.isEmpty() && hover_->point < curve.points.size())
    rows.emplace_back(curve.parameter, point.label);
  rows.emplace_back(chart_.xTitle, shortNumber(point.x));
  rows.emplace_back(chart_.yTitle, shortNumber(point.y));
  paintFacts(painter, theme, curve.name, rows, at, rect.adjusted(4, 4, -4, -4));
}

bool LabChartPlot::key(const QKeyEvent& event) {
  const int key = event.key();
  if (key == Qt::Key_Escape && hover_) {
    hover(std::nullopt);
    return true;
  }
  if (hover_ && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
    if (const int item = chart_.curves[hover_->curve].item; item != 0) emit itemChosen(item);
    return true;
  }
  std::vector<std::size_t> sizes;
  std::size_t start = 0;
  for (std::size_t i = 0; i < chart_.curves.size(); ++i) {
    const auto& curve = chart_.curves[i];
    sizes.push_back(curve.isReference ? 0 : curve.points.size() + (curve.mark ? 1 : 0));
    if (curve.item != 0 && curve.item == focus_) start = i;
  }
  auto curves = oneByOne(std::move(sizes));
  curves.start = start;
  std::optional<CursorPlace> now;
  if (hover_) now = CursorPlace{hover_->curve, hover_->point};
  const auto next = cursorAfter(event, now, curves, 0.0);
  if (!next) return false;
  hover(Place{next->curve, next->point});
  return true;
}

PlotTable LabChartPlot::table() const {
  PlotTable table;
  table.title = chart_.title.isEmpty() ? plot_->accessibleName() : chart_.title;
  std::vector<QVariant> names, labels, xs, ys;
  for (const auto& curve : chart_.curves) {
    auto points = curve.points;
    if (curve.mark) points.push_back(*curve.mark);
    for (const auto& point : points) {
      names.emplace_back(curve.name);
      labels.emplace_back(point.label);
      xs.emplace_back(point.x);
      ys.emplace_back(point.y);
    }
  }
  table.columns = {columnOf(tr("Curve"), names), columnOf(tr("Its parameter"), labels),
                   columnOf(chart_.xTitle, xs), columnOf(chart_.yTitle, ys)};
  return table;
}

void LabChartPlot::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) redraw();
  QWidget::changeEvent(event);
}

void LabChartPlot::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  if (width() != width_) redraw();
}

bool LabChartPlot::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Wheel) {
    event->ignore();
    return true;
  }
  if (event->type() == QEvent::Leave) hover(std::nullopt);
  if (event->type() == QEvent::KeyPress && key(dynamic_cast<QKeyEvent&>(*event))) return true;
  if (event->type() == QEvent::MouseMove)
    hover(nearest(dynamic_cast<QMouseEvent&>(*event).position()));
  if (event->type() == QEvent::MouseButtonPress) {
    const auto place = nearest(dynamic_cast<QMouseEvent&>(*event).position());
    if (place && chart_.curves[place->curve].item != 0)
      emit itemChosen(chart_.curves[place->curve].item);
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace telegrad::ui
