// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/front_plot.h"

#include <algorithm>
#include <cmath>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QVBoxLayout>
#include <qcustomplot.h>

#include "ui/plots/figure_style.h"
#include "ui/plots/lazy_plot.h"
#include "ui/plots/map_marks.h"
#include "ui/plots/painted.h"
#include "ui/plots/plot_cursor.h"
#include "ui/plots/plot_reach.h"

namespace telegrad::ui {
namespace {

constexpr double kFrontReach = 28.0;  // pixels
constexpr double kFrontDot = 7.0;
constexpr double kFrontPad = 0.06;  // of the axis, beyond the outermost points
constexpr int kFrontTicks = 5;

/// The range that holds some values, with a margin.
QCPRange rangeOf(const std::vector<double>& values, bool logarithmic) {
  if (values.empty()) return logarithmic ? QCPRange(0.1, 10.0) : QCPRange(0.0, 1.0);
  const auto [low, high] = std::ranges::minmax(values);
  if (logarithmic) {
    const double pad = std::pow(10.0, std::max(0.1, std::log10(high / low) * kFrontPad));
    return {low / pad, high * pad};
  }
  const double pad = high > low ? (high - low) * kFrontPad : std::max(0.5, std::abs(low) / 2);
  return {low - pad, high + pad};
}

void addDots(QCustomPlot& plot, const QVector<double>& x, const QVector<double>& y,
             const QCPScatterStyle& style) {
  auto* dots = new QCPGraph(plot.xAxis, plot.yAxis);
  dots->setData(x, y);
  dots->setLineStyle(QCPGraph::lsNone);
  dots->setScatterStyle(style);
}

/// What can be had at a cost, up to the right edge.
void addFrontLine(QCustomPlot& plot, QVector<double> x, QVector<double> y, const Theme& theme) {
  if (x.isEmpty()) return;
  x << plot.xAxis->range().upper;
  y << y.back();
  auto* line = new QCPGraph(plot.xAxis, plot.yAxis);
  line->setData(x, y);
  line->setLineStyle(QCPGraph::lsStepLeft);
  line->setPen(QPen(theme.accent, 1.6));
}

}  // namespace

FrontPlot::FrontPlot(QWidget* parent) : QWidget(parent), plot_(new LazyPlot(this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(plot_);
  new PlotReach(plot_, [this] { return table(); });
  plot_->setMouseTracking(true);
  plot_->installEventFilter(this);
  plot_->setAttribute(Qt::WA_NoMousePropagation, false);  // the wheel scrolls the page
  plot_->setAccessibleName(tr("Pareto front of the sweep"));
  const auto name = QStringLiteral("marks");
  marks_ = addBufferedLayer(plot_, name);
  new Painted(plot_, name, [this](QCPPainter& painter) {
    painter.setFont(plotFont());
    paintMarks(painter);
  });
  redraw();
}

FrontPlot::~FrontPlot() {
  plot_->removeEventFilter(this);  // the mouse leaves what goes
  delete plot_;                    // while what it asks when it draws is still there
}

void FrontPlot::setContents(FrontContents contents) {
  const auto shown = hovered();
  contents_ = std::move(contents);
  hover_.reset();
  for (std::size_t i = 0; i < contents_.points.size(); ++i)
    if (shown && contents_.points[i].id == *shown) hover_ = i;
  redraw();
}

void FrontPlot::setChosen(std::optional<std::size_t> id) {
  if (id == chosen_) return;
  chosen_ = id;
  marks_->replot();
}

void FrontPlot::redraw() {
  const Theme& theme = Theme::current();
  plot_->clearPlottables();
  auto* rect = plot_->axisRect();
  rect->setupFullAxesBox();
  rect->setMinimumMargins(QMargins(50, 8, 14, 4));
  plot_->setBackground(QBrush(theme.panel));
  styleRect(*rect, theme);
  setScale(*plot_->xAxis, contents_.logX, false, kFrontTicks);
  setScale(*plot_->yAxis, contents_.logY, false, kFrontTicks);
  titleAxis(*plot_->xAxis, contents_.xTitle, theme);
  titleAxis(*plot_->yAxis, contents_.yTitle, theme);
  plot_->yAxis->setLabelPadding(4);
  std::vector<double> costs;
  std::vector<double> worths;
  QVector<double> restX, restY, frontX, frontY;
  for (std::size_t i = 0; i < contents_.points.size(); ++i) {
    const auto& point = contents_.points[i];
    costs.push_back(point.cost);
    worths.push_back(point.worth);
    const bool isOn = std::ranges::find(contents_.front, i) != contents_.front.end();
    (isOn ? frontX : restX) << point.cost;
    (isOn ? frontY : restY) << point.worth;
  }
  plot_->xAxis->setRange(rangeOf(costs, contents_.logX));
  plot_->yAxis->setRange(rangeOf(worths, contents_.logY));
  addFrontLine(*plot_, frontX, frontY, theme);
  addDots(*plot_, restX, restY,
          {QCPScatterStyle::ssCircle, QPen(theme.mutedText, 1.3), QBrush(theme.panel), kFrontDot});
  addDots(*plot_, frontX, frontY,
          {QCPScatterStyle::ssDisc, QPen(theme.accent), QBrush(theme.accent), kFrontDot + 1});
  plot_->replot(QCustomPlot::rpQueuedReplot);
}

QPointF FrontPlot::pixelAt(std::size_t place) const {
  const auto& point = contents_.points[place];
  return {plot_->xAxis->coordToPixel(point.cost), plot_->yAxis->coordToPixel(point.worth)};
}

QPointF FrontPlot::pixelOf(std::size_t id) const {
  const auto found = std::ranges::find(contents_.points, id, &FrontContents::Point::id);
  return found == contents_.points.end()
             ? QPointF(-1, -1)
             : pixelAt(static_cast<std::size_t>(found - contents_.points.begin()));
}

std::optional<std::size_t> FrontPlot::hovered() const {
  if (!hover_) return std::nullopt;
  return contents_.points[*hover_].id;
}

std::optional<std::size_t> FrontPlot::nearest(const QPointF& at) const {
  std::optional<std::size_t> found;
  double best = kFrontReach;
  for (std::size_t i = 0; i < contents_.points.size(); ++i) {
    const QPointF away = pixelAt(i) - at;
    const double distance = std::hypot(away.x(), away.y());
    if (distance >= best) continue;
    best = distance;
    found = i;
  }
  return found;
}

void FrontPlot::hover(std::optional<std::size_t> place) {
  if (place == hover_) return;
  hover_ = place;
  marks_->replot();
  if (!hover_) return plot_->setAccessibleDescription({});
  const auto& point = contents_.points[*hover_];
  QStringList words{point.title};
  for (const auto& [word, value] : point.facts) words << word + QStringLiteral(" ") + value;
  plot_->setAccessibleDescription(words.join(QStringLiteral(", ")));
}

void FrontPlot::paintMarks(QCPPainter& painter) const {
  const Theme& theme = Theme::current();
  const QRectF rect(plot_->axisRect()->rect());
  if (contents_.points.empty()) {
    painter.setPen(theme.mutedText);
    painter.drawText(rect.adjusted(24, 0, -24, 0), int{Qt::AlignCenter} | int{Qt::TextWordWrap},
                     contents_.emptyWords);
    return;
  }
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(theme.accent, 2.0));
  for (std::size_t i = 0; i < contents_.points.size(); ++i)
    if (contents_.points[i].id == chosen_) painter.drawEllipse(pixelAt(i), 8.0, 8.0);
  if (!hover_) return;
  const auto& point = contents_.points[*hover_];
  const QPointF at = pixelAt(*hover_);
  painter.setPen(QPen(theme.text, 1.4));
  painter.drawEllipse(at, 5.5, 5.5);
  paintFacts(painter, theme, point.title, point.facts, at, rect.adjusted(4, 4, -4, -4));
}

bool FrontPlot::key(const QKeyEvent& event) {
  if (contents_.points.empty()) return false;
  const int key = event.key();
  if (key == Qt::Key_Escape && hover_) {
    hover(std::nullopt);
    return true;
  }
  if (hover_ && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
    emit activated(contents_.points[*hover_].id);
    return true;
  }
  std::optional<CursorPlace> now;
  if (hover_) now = CursorPlace{0, *hover_};
  const auto points = oneByOne({contents_.points.size()});
  const auto next = cursorAfter(event, now, points, key == Qt::Key_Left ? 1e12 : 0.0);
  if (!next) return false;
  hover(next->point);
  return true;
}

PlotTable FrontPlot::table() const {
  PlotTable table;
  table.title = plot_->accessibleName();
  std::vector<QVariant> titles, costs, worths, fronts;
  for (std::size_t i = 0; i < contents_.points.size(); ++i) {
    const auto& point = contents_.points[i];
    titles.emplace_back(point.title);
    costs.emplace_back(point.cost);
    worths.emplace_back(point.worth);
    const bool isOn = std::ranges::find(contents_.front, i) != contents_.front.end();
    fronts.emplace_back(isOn ? tr("yes") : tr("no"));
  }
  table.columns = {columnOf(tr("Run"), titles), columnOf(contents_.xTitle, costs),
                   columnOf(contents_.yTitle, worths), columnOf(tr("On the front"), fronts)};
  return table;
}

void FrontPlot::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) redraw();
  QWidget::changeEvent(event);
}

bool FrontPlot::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Wheel) {
    event->ignore();
    return true;
  }
  if (event->type() == QEvent::Leave) hover(std::nullopt);
  if (event->type() == QEvent::KeyPress && key(dynamic_cast<QKeyEvent&>(*event))) return true;
  if (event->type() == QEvent::MouseMove)
    hover(nearest(dynamic_cast<QMouseEvent&>(*event).position()));
  if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick) {
    const auto place = nearest(dynamic_cast<QMouseEvent&>(*event).position());
    if (place && event->type() == QEvent::MouseButtonPress)
      emit clicked(contents_.points[*place].id);
    else if (place)
      emit activated(contents_.points[*place].id);
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace telegrad::ui
