// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/staleness_map_plot.h"

#include <algorithm>
#include <cmath>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QVBoxLayout>
#include <qcustomplot.h>

#include "ui/models/grid_words.h"
#include "ui/models/number_format.h"
#include "ui/plots/figure_style.h"
#include "ui/plots/lazy_plot.h"
#include "ui/plots/map_marks.h"
#include "ui/plots/noise_colours.h"
#include "ui/plots/painted.h"
#include "ui/plots/plot_cursor.h"
#include "ui/plots/plot_reach.h"

namespace telegrad::ui {
namespace {

constexpr int kLeastColumns = 32;
constexpr int kMostColumns = 2048;
constexpr double kStepsOfADecade = 20.0;  // of the keyboard's cursor

QCPColorGradient gradient(const Theme& theme) {
  constexpr int kStops = 24;
  QCPColorGradient made;
  made.setLevelCount(256);
  made.clearColorStops();
  for (int i = 0; i <= kStops; ++i)
    made.setColorStopAt(i / double{kStops}, noiseColour(theme, i / double{kStops}));
  return made;
}

/// The kept fractions that the cursor goes to, from the left edge on.
double deltaAt(std::size_t column) {
  return std::min(1.0, StalenessMap::kLeastDelta *
                           std::pow(10.0, static_cast<double>(column) / kStepsOfADecade));
}

std::size_t columnAt(double delta) {
  return static_cast<std::size_t>(
      std::lround(kStepsOfADecade * std::log10(delta / StalenessMap::kLeastDelta)));
}

QString number(double value) {
  return std::isinf(value) ? QStringLiteral("∞") : shortNumber(value, 3);
}

}  // namespace

StalenessMapPlot::StalenessMapPlot(QWidget* parent) : QWidget(parent), plot_(new LazyPlot(this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(plot_);
  new PlotReach(plot_, [this] { return table(); });
  plot_->setMouseTracking(true);
  plot_->installEventFilter(this);
  plot_->setAccessibleName(tr("Compression noise by the model, over kept fraction and staleness"));
  makeMap();
  connect(plot_, &QCustomPlot::afterLayout, this, &StalenessMapPlot::fill);
  takeTheme();
}

StalenessMapPlot::~StalenessMapPlot() {
  delete plot_;  // while what it asks when it draws is still there
}

void StalenessMapPlot::makeMap() {
  plot_->axisRect()->setupFullAxesBox();
  plot_->axisRect()->setMinimumMargins(QMargins(46, 8, 4, 4));
  plot_->axisRect()->setRangeDrag(Qt::Orientations());
  setScale(*plot_->xAxis, true, false, 5);
  plot_->yAxis->setTicker(QSharedPointer<QCPAxisTickerFixed>::create());
  plot_->xAxis->setRange(StalenessMap::kLeastDelta, 1.0);
  colours_ = new QCPColorMap(plot_->xAxis, plot_->yAxis);
  colours_->setInterpolate(false);
  scale_ = new QCPColorScale(plot_);
  scale_->setBarWidth(10);
  scale_->setDataScaleType(QCPAxis::stLogarithmic);
  scale_->setDataRange(QCPRange(kLeast, kMost));
  setScale(*scale_->axis(), true, false, 6);
  scale_->setRangeDrag(false);
  scale_->setRangeZoom(false);
  colours_->setColorScale(scale_);
  plot_->plotLayout()->addElement(0, 1, scale_);
  auto* edges = new QCPMarginGroup(plot_);
  plot_->axisRect()->setMarginGroup(QCP::msTop | QCP::msBottom, edges);
  scale_->setMarginGroup(QCP::msTop | QCP::msBottom, edges);
  const auto painted = [this](const QString& name, auto paint) {
    auto* layer = addBufferedLayer(plot_, name);
    new Painted(plot_, name, [this, paint](QCPPainter& painter) {
      painter.setFont(plotFont());
      // A mark on the edge is seen whole.
      painter.setClipRect(plot_->axisRect()->rect().adjusted(-8, -8, 8, 8));
      (this->*paint)(painter);
    });
    return layer;
  };
  painted(QStringLiteral("marks"), &StalenessMapPlot::paintMarks);
  trailLayer_ = painted(QStringLiteral("trail"), &StalenessMapPlot::paintTrail);
  hoverLayer_ = painted(QStringLiteral("hover"), &StalenessMapPlot::paintHover);
}

void StalenessMapPlot::setMap(const StalenessMap& map) {
  map_ = map;
  plot_->yAxis->setRange(-0.5, map_.mostTau + 0.5);
  const auto ticker = plot_->yAxis->ticker().dynamicCast<QCPAxisTickerFixed>();
  ticker->setTickStep(map_.mostTau <= 2 * StalenessMap::kUsualTau ? 2 : 8);
  plot_->replot(QCustomPlot::rpQueuedReplot);
}

void StalenessMapPlot::setTrail(const RunTrail& trail) {
  trail_ = trail;
  trailLayer_->replot();
}

/// Called in every replot, once the size is known; mostly there is nothing to do.
void StalenessMapPlot::fill() {
  const int columns = std::clamp(plot_->axisRect()->width(), kLeastColumns, kMostColumns);
  if (columns == columns_ && rows_ == map_.mostTau + 1 && base_ == map_.settings.phiBase) return;
  columns_ = columns;
  rows_ = map_.mostTau + 1;
  base_ = map_.settings.phiBase;
  const auto values =
      noiseMap(static_cast<std::size_t>(columns), map_.mostTau, *base_, kLeast, kMost);
  auto* cells = colours_->data();
  cells->setSize(columns, rows_);
  // Columns are even in pixels, and the axis is logarithmic: even in the logarithm.
  cells->setRange(QCPRange(StalenessMap::kLeastDelta, 1.0), QCPRange(0, map_.mostTau));
  auto value = values.begin();  // row by row
  for (int row = 0; row < rows_; ++row)
    for (int column = 0; column < columns; ++column) cells->setCell(column, row, *value++);
}

QPointF StalenessMapPlot::pixel(double delta, double tau) const {
  return {plot_->xAxis->coordToPixel(delta), plot_->yAxis->coordToPixel(tau)};
}

void StalenessMapPlot::paintMarks(QCPPainter& painter) const {
  const Theme& theme = Theme::current();
  const QRectF rect(plot_->axisRect()->rect());
  const auto edge = map_.outline();
  if (edge.empty()) {
    paintLabel(painter, theme, rect.topLeft() + QPointF(8, 8),
               tr("No point of this map hides the network"));
  } else {
    QPainterPath path(pixel(edge.front().x(), edge.front().y()));
    for (const auto& point : edge) path.lineTo(pixel(point.x(), point.y()));
    paintEdge(painter, theme, path);
    const QPointF corner = pixel(StalenessMap::kLeastDelta, map_.mostTau + 0.5);
    paintLabel(painter, theme, corner + QPointF(8, 8), tr("Network hidden"));
  }
  if (!map_.decision) return;
  for (const auto& candidate : map_.decision->candidates)
    paintCandidate(painter, theme, pixel(candidate.delta, candidate.tau));
  const auto& chosen = map_.decision->chosen;
  paintChoice(painter, theme, pixel(chosen.delta, chosen.tau));
}

void StalenessMapPlot::paintTrail(QCPPainter& painter) const {
  const auto& points = trail_.points();
  if (points.empty()) return;
  const Theme& theme = Theme::current();
  const auto at = [&](std::size_t i) { return pixel(points[i].delta, points[i].tau); };
  painter.setPen(QPen(theme.panel, 4.0));
  for (std::size_t i = 1; i < points.size(); ++i) painter.drawLine(at(i - 1), at(i));
  for (std::size_t i = 1; i < points.size(); ++i) {
    QColor colour = theme.accent;
    colour.setAlphaF(0.15F + 0.7F * static_cast<float>(i) / static_cast<float>(points.size()));
    painter.setPen(QPen(colour, 2.0));
    painter.drawLine(at(i - 1), at(i));
  }
  paintRunPoint(painter, theme, pixel(points.back().delta, points.back().tau));
}

void StalenessMapPlot::hover(std::optional<RunTrail::Point> point) {
  if (point == hover_) return;
  hover_ = point;
  hoverLayer_->replot();
  plot_->setAccessibleDescription(
      hover_ ? tr("Kept fraction %1, staleness %2, φ %3, %4 an iteration")
                   .arg(number(hover_->delta))
                   .arg(hover_->tau)
                   .arg(number(compressionNoise(hover_->delta, hover_->tau, map_.settings.phiBase)),
                        secondsText(iterationTime(map_.conditions, hover_->delta, hover_->tau)))
             : QString());
}

void StalenessMapPlot::paintHover(QCPPainter& painter) const {
  if (!hover_) return;
  const auto [delta, tau] = *hover_;
  const Theme& theme = Theme::current();
  const double phi = compressionNoise(delta, tau, map_.settings.phiBase);
  const double time = iterationTime(map_.conditions, delta, tau);
  const double dense = denseIterationTime(map_.conditions);
  const QPointF at = pixel(delta, tau);
  painter.setPen(QPen(theme.panel, 3.0));
  painter.setBrush(Qt::NoBrush);
  painter.drawEllipse(at, 4, 4);
  painter.setPen(QPen(theme.text, 1.4));
  painter.drawEllipse(at, 4, 4);
  std::vector<QPair<QString, QString>> rows{{tr("Compression noise φ"), number(phi)},
                                            {tr("Time of an iteration"), secondsText(time)},
                                            {tr("With D-SGD"), secondsText(dense)}};
  const QString title = QStringLiteral("δ = %1, τ = %2").arg(number(delta)).arg(tau);
  paintFacts(painter, theme, title, rows, at,
             QRectF(plot_->axisRect()->rect()).adjusted(4, 4, -4, -4));
}

void StalenessMapPlot::takeTheme() {
  const Theme& theme = Theme::current();
  if (look_ == Theme::look()) return;
  look_ = Theme::look();
  plot_->setBackground(QBrush(theme.panel));
  styleRect(*plot_->axisRect(), theme);
  for (auto* axis : plot_->axisRect()->axes()) axis->grid()->setVisible(false);
  titleAxis(*plot_->xAxis, tr("Kept fraction δ"), theme);
  titleAxis(*plot_->yAxis, tr("Staleness τ, iterations"), theme);
  auto* axis = scale_->axis();
  for (auto* side : axis->axisRect()->axes()) side->setBasePen(QPen(theme.hairline, 1.0));
  axis->setTickPen(Qt::NoPen);
  axis->setSubTickPen(Qt::NoPen);
  axis->setTickLabelFont(plotFont());
  axis->setTickLabelColor(theme.mutedText);
  titleAxis(*axis, tr("Compression noise φ"), theme);
  axis->setLabelPadding(2);
  scale_->setGradient(gradient(theme));
  plot_->replot(QCustomPlot::rpQueuedReplot);
}

void StalenessMapPlot::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) takeTheme();
  QWidget::changeEvent(event);
}

bool StalenessMapPlot::key(const QKeyEvent& event) {
  if (event.key() == Qt::Key_Escape && hover_) {
    hover(std::nullopt);
    return true;
  }
  const auto cellOf = [this](const RunTrail::Point& point) {
    return CursorCell{columnAt(point.delta), static_cast<std::size_t>(map_.mostTau - point.tau)};
  };
  std::optional<CursorCell> now;
  if (hover_) now = cellOf(*hover_);
  const CursorCell size{columnAt(1.0) + 1, static_cast<std::size_t>(map_.mostTau) + 1};
  const auto next = cursorAfter(event, now, size, cellOf({0.01, std::min(1, map_.mostTau)}));
  if (!next) return false;
  hover(RunTrail::Point{deltaAt(next->column), map_.mostTau - static_cast<int>(next->row)});
  return true;
}

PlotTable StalenessMapPlot::table() const {
  PlotTable table;
  table.title = plot_->accessibleName();
  const std::size_t columns = columnAt(1.0) + 1;
  const std::size_t rows = columns * static_cast<std::size_t>(map_.mostTau + 1);
  const auto delta = [columns](std::size_t row) { return deltaAt(row % columns); };
  const auto tau = [columns](std::size_t row) { return static_cast<int>(row / columns); };
  table.columns = {
      {tr("Kept fraction δ"), rows, [delta](std::size_t row) { return QVariant(delta(row)); }},
      {tr("Staleness τ, iterations"), rows, [tau](std::size_t row) { return QVariant(tau(row)); }},
      {tr("Compression noise φ"), rows,
       [delta, tau, base = map_.settings.phiBase](std::size_t row) {
         return QVariant(compressionNoise(delta(row), tau(row), base));
       }},
      {tr("Time of an iteration, s"), rows,
       [delta, tau, conditions = map_.conditions](std::size_t row) {
         return QVariant(iterationTime(conditions, delta(row), tau(row)));
       }}};
  return table;
}

bool StalenessMapPlot::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Leave) hover(std::nullopt);
  if (event->type() == QEvent::KeyPress && key(dynamic_cast<QKeyEvent&>(*event))) return true;
  if (event->type() == QEvent::MouseMove) {
    const auto at = dynamic_cast<QMouseEvent&>(*event).position();
    if (!plot_->axisRect()->rect().contains(at.toPoint())) {
      hover(std::nullopt);
    } else {
      const int tau = static_cast<int>(std::lround(plot_->yAxis->pixelToCoord(at.y())));
      hover(RunTrail::Point{
          std::clamp(plot_->xAxis->pixelToCoord(at.x()), StalenessMap::kLeastDelta, 1.0),
          std::clamp(tau, 0, map_.mostTau)});
    }
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace telegrad::ui
