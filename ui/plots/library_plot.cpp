// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/library_plot.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <QVBoxLayout>

#include "ui/models/number_format.h"
#include "ui/plots/figure_style.h"
#include "ui/plots/hover_card.h"
#include "ui/plots/painted.h"
#include "ui/plots/plot_reach.h"

namespace telegrad::ui {
namespace {

/// Where all lines lie, with a little room; nothing without a point.
struct Extent {
  double left = std::numeric_limits<double>::infinity();
  double right = -left;
  double low = left;
  double high = -left;
};

Extent extentOf(const std::vector<NamedLine>& lines) {
  Extent all;
  for (const auto& each : lines) {
    if (each.line->size() == 0) continue;
    const auto xs = each.line->x();
    all.left = std::min(all.left, xs.front());
    all.right = std::max(all.right, xs.back());
    // From the pyramid, of which one pixel is the whole line.
    std::vector<PlotPoint> ends;
    const bool log = xs.front() > 0.0 && each.line->isLogarithmicX();
    each.line->envelope(
        {xs.front(), std::max(xs.back(), std::nextafter(xs.front(), HUGE_VAL)), 1, log}, ends);
    for (const auto& point : ends) {
      all.low = std::min(all.low, point.y);
      all.high = std::max(all.high, point.y);
    }
    if (each.band == nullptr) continue;
    for (const double low : each.band->low) all.low = std::min(all.low, low);
    for (const double high : each.band->high) all.high = std::max(all.high, high);
  }
  return all;
}

QCPRange roomy(double low, double high, bool log) {
  constexpr double kRoom = 0.04;
  if (log && low > 0.0) {
    const double factor = std::max(1.02, std::pow(high / low, kRoom));
    return {low / factor, high * factor};
  }
  const double room = std::max(kRoom * (high - low), 1e-9 * std::max(1.0, std::abs(high)));
  return {low - room, high + room};
}

}  // namespace

std::optional<double> valueAt(const DecimatedLine& line, double x) {
  if (line.size() == 0 || x < line.x().front() || x > line.x().back()) return std::nullopt;
  return CurveView{line.x(), line.y()}.at(x);
}

LibraryPlot::LibraryPlot(QWidget* parent)
    : QWidget(parent),
      plot_(new LazyPlot(this)),
      emptyTitle_(tr("No curves yet")) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(plot_);
  new PlotReach(plot_, [this] { return table(); });
  plot_->setAccessibleName(tr("Curves of the shown runs"));
  plot_->setMinimumSize(240, 140);
  plot_->setInteractions(QCP::iRangeDrag);
  plot_->setMouseTracking(true);
  plot_->installEventFilter(this);
  auto* rect = plot_->axisRect();
  rect->setupFullAxesBox();
  rect->setMinimumMargins(QMargins(58, 6, 14, 4));
  rect->axis(QCPAxis::atTop)->setTickLabels(false);
  rect->axis(QCPAxis::atRight)->setTickLabels(false);
  linesLayer_ = addBufferedLayer(plot_, QStringLiteral("lines"));
  hoverLayer_ = addBufferedLayer(plot_, QStringLiteral("hover"));
  new Painted(plot_, linesLayer_->name(), [this](QCPPainter& painter) { paintLines(painter); });
  new Painted(plot_, hoverLayer_->name(), [this](QCPPainter& painter) { paintHover(painter); });
  new Painted(plot_, QStringLiteral("axes"), [this](QCPPainter& painter) {
    paintLeftTitle(painter, *plot_->axisRect(), axes_.yTitle, Theme::current());
  });
  connect(&raster_, &CurveRaster::painted, this, [this] { linesLayer_->replot(); });
  connect(plot_, &QCustomPlot::afterLayout, this,
          [this] { raster_.show(view(), plot_->devicePixelRatioF()); });
  connect(plot_, &QCustomPlot::mouseMove, this, [this](const QMouseEvent* event) {
    if ((event->buttons() & Qt::LeftButton) != 0) return moved();
    const auto at = event->position();
    const bool inside = plot_->axisRect()->rect().contains(at.toPoint());
    hoverAt(inside ? std::optional(x()->pixelToCoord(at.x())) : std::nullopt, at);
  });
  connect(plot_, &QCustomPlot::mouseDoubleClick, this, &LibraryPlot::fit);
  style();
}

LibraryPlot::~LibraryPlot() {
  plot_->removeEventFilter(this);  // the mouse leaves what goes
  delete plot_;                    // while what it asks when it draws is still there
}

PixelView LibraryPlot::view() const {
  const auto seen = [](const QCPAxis* axis, int pixels) {
    return PixelAxis{axis->range().lower, axis->range().upper, pixels,
                     axis->scaleType() == QCPAxis::stLogarithmic};
  };
  const auto* rect = plot_->axisRect();
  return {seen(x(), rect->width()), seen(y(), rect->height())};
}

void LibraryPlot::style() {
  const Theme& theme = Theme::current();
  shownLook_ = Theme::look();
  plot_->setBackground(QBrush(theme.panel));
  styleRect(*plot_->axisRect(), theme);
  titleAxis(*x(), axes_.xTitle, theme);
  setScale(*x(), axes_.xLog, axes_.wholeX, 7);
  setScale(*y(), axes_.yLog, false, 5);
  giveLines();
}

void LibraryPlot::giveLines() {
  std::vector<RasterLine> drawn;
  for (const auto& each : lines_)
    drawn.push_back(
        {each.line, each.band, runPen(Theme::current(), each.colour, false, Ground::Screen)});
  for (auto& each : drawn) each.pen.setWidthF(each.band != nullptr ? 1.8 : 1.2);
  raster_.setLines(std::move(drawn));
}

void LibraryPlot::setLines(std::vector<NamedLine> lines, const LibraryAxes& axes) {
  const bool others = axes != axes_;
  lines_ = std::move(lines);
  axes_ = axes;
  if (cursor_) hoverAt(std::nullopt, std::nullopt);
  style();
  if (fits_ || others) return fit();
  plot_->replot(QCustomPlot::rpQueuedReplot);
}

void LibraryPlot::setEmptyWords(const QString& title, const QString& next) {
  emptyTitle_ = title;
  emptyNext_ = next;
  if (lines_.empty()) linesLayer_->replot();
}

void LibraryPlot::fit() {
  fits_ = true;
  const Extent all = extentOf(lines_);
  if (all.left <= all.right) {
    x()->setRange(axes_.xLog ? roomy(all.left, std::max(all.right, 2 * all.left), true)
                             : QCPRange(std::min(0.0, all.left), 1.02 * all.right));
    y()->setRange(roomy(all.low, all.high, axes_.yLog));
  } else {
    x()->setRange(axes_.xLog ? QCPRange(1.0, 1000.0) : QCPRange(0.0, 1000.0));
    y()->setRange(axes_.yLog ? QCPRange(0.01, 1.0) : QCPRange(0.0, 100.0));
  }
  plot_->replot(QCustomPlot::rpQueuedReplot);
}

void LibraryPlot::moved() {
  fits_ = false;
  hoverAt(std::nullopt, std::nullopt);
}

void LibraryPlot::paintLines(QCPPainter& painter) {
  const QRect rect = plot_->axisRect()->rect();
  if (lines_.empty()) return paintEmpty(painter);
  painter.save();
  painter.setClipRect(rect);
  if (reference_) {
    const double at = y()->coordToPixel(*reference_);
    QPen pen(Theme::current().mutedText, 1.0);
    pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.drawLine(QPointF(rect.left(), at), QPointF(rect.right(), at));
  }
  // A file of a figure has lines, not a picture of them.
  if (painter.modes().testFlag(QCPPainter::pmVectorized)) {
    painter.translate(rect.topLeft());
    drawLines(painter, raster_.lines(), view());
  } else {
    raster_.paint(painter, rect.topLeft());
  }
  painter.restore();
}

void LibraryPlot::paintEmpty(QCPPainter& painter) const {
  const Theme& theme = Theme::current();
  const QRectF rect(plot_->axisRect()->rect());
  painter.setFont(titleFont());
  painter.setPen(QPen(theme.text));
  painter.drawText(QRectF(rect.left(), rect.center().y() - 26, rect.width(), 24), Qt::AlignCenter,
                   emptyTitle_);
  painter.setFont(bodyFont());
  painter.setPen(QPen(theme.mutedText));
  painter.drawText(rect.adjusted(24, rect.height() / 2 + 2, -24, 0),
                   int{Qt::AlignHCenter | Qt::AlignTop} | Qt::TextWordWrap, emptyNext_);
}

QStringList LibraryPlot::readOut(double place) const {
  QStringList words;
  for (const auto& each : lines_) {
    const auto value = valueAt(*each.line, place);
    if (!value) continue;
    const auto told = tr("%1: %2").arg(each.name, shortNumber(*value));
    if (cursor_ && &each == &lines_[cursor_->curve])
      words.prepend(told);
    else
      words << told;
  }
  return words;
}

void LibraryPlot::hoverAt(std::optional<double> place, std::optional<QPointF> mouse) {
  const bool before = hover_.has_value();
  hover_ = place;
  mouse_ = mouse;
  if (!place || mouse) cursor_.reset();
  if (before || hover_) hoverLayer_->replot();
  plot_->setAccessibleDescription(hover_ ? readOut(*hover_).join(QStringLiteral("; ")) : QString());
}

void LibraryPlot::paintHover(QCPPainter& painter) const {
  if (!hover_) return;
  const Theme& theme = Theme::current();
  const QRectF rect(plot_->axisRect()->rect());
  const double at = x()->coordToPixel(*hover_);
  if (at < rect.left() || at > rect.right()) return;
  ReadOut read;
  read.title = QStringLiteral("%1 %2").arg(axes_.xName, shortNumber(*hover_, 4));
  for (const auto& each : lines_)
    if (const auto value = valueAt(*each.line, *hover_))
      read.runs.push_back({each.colour,
                           cursor_ && &each == &lines_[cursor_->curve],
                           each.name,
                           shortNumber(*value),
                           {}});
  if (read.runs.empty()) return;
  QPen pen(theme.mutedText, 1.0);
  pen.setDashPattern({1.5, 2.5});
  painter.setPen(pen);
  painter.drawLine(QPointF(at, rect.top()), QPointF(at, rect.bottom()));
  if (cursor_) {
    const auto& line = lines_[cursor_->curve];
    painter.setPen(QPen(theme.text, 1.4));
    painter.setBrush(theme.run(line.colour));
    painter.drawEllipse(QPointF(at, y()->coordToPixel(line.line->y()[cursor_->point])), 4.5, 4.5);
  }
  paintReadOut(painter, theme, read, mouse_.value_or(QPointF(at, rect.center().y())),
               QRectF(plot_->rect()).adjusted(6, 6, -6, -6));
}

void LibraryPlot::wheel(const QWheelEvent& event) {
  const double steps = event.angleDelta().y() / 120.0;
  if (steps == 0.0) return;
  const double factor = std::pow(0.85, steps);
  const QPointF at = event.position();
  if (at.x() < plot_->axisRect()->left())
    y()->scaleRange(factor, y()->pixelToCoord(at.y()));
  else
    x()->scaleRange(factor, x()->pixelToCoord(at.x()));
  moved();
  plot_->replot(QCustomPlot::rpQueuedReplot);
}

bool LibraryPlot::moveCursor(const QKeyEvent& event) {
  const CursorCurves curves{lines_.size(), [this](std::size_t i) { return lines_[i].line->size(); },
                            [this](std::size_t i, std::size_t point) {
                              return x()->coordToPixel(lines_[i].line->x()[point]);
                            }};
  const auto next = cursorAfter(event, cursor_, curves, plot_->axisRect()->center().x());
  if (!next) return false;
  const double place = lines_[next->curve].line->x()[next->point];
  cursor_ = next;
  if (!x()->range().contains(place)) fit();  // the cursor is never out of sight
  hoverAt(place, std::nullopt);
  return true;
}

PlotTable LibraryPlot::table() const {
  PlotTable table;
  table.title = plot_->accessibleName();
  for (const auto& each : lines_) {
    const auto xs = each.line->x();
    const auto first = std::ranges::lower_bound(xs, x()->range().lower);
    const auto last = std::ranges::upper_bound(xs, x()->range().upper);
    if (last <= first) continue;
    const auto from = static_cast<std::size_t>(first - xs.begin());
    const auto count = static_cast<std::size_t>(last - first);
    table.columns.push_back(
        {each.name + QStringLiteral(": ") + axes_.xTitle, count,
         [line = each.line, from](std::size_t row) { return QVariant(line->x()[from + row]); }});
    table.columns.push_back(
        {each.name + QStringLiteral(": ") + axes_.yTitle, count,
         [line = each.line, from](std::size_t row) { return QVariant(line->y()[from + row]); }});
  }
  return table;
}

bool LibraryPlot::key(const QKeyEvent& event) {
  if (moveCursor(event)) return true;
  const int key = event.key();
  switch (key) {
    case Qt::Key_Home:
      fit();
      return true;
    case Qt::Key_Plus:
    case Qt::Key_Minus:
      x()->scaleRange(key == Qt::Key_Plus ? 0.7 : 1.0 / 0.7);
      moved();
      plot_->replot(QCustomPlot::rpQueuedReplot);
      return true;
    case Qt::Key_Escape:
      if (!hover_) return false;
      hoverAt(std::nullopt, std::nullopt);
      return true;
    default:
      return false;
  }
}

void LibraryPlot::changeEvent(QEvent* event) {
  if ((event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) &&
      shownLook_ != Theme::look()) {
    style();
    plot_->replot(QCustomPlot::rpQueuedReplot);
  }
  QWidget::changeEvent(event);
}

bool LibraryPlot::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Leave) hoverAt(std::nullopt, std::nullopt);
  if (event->type() == QEvent::Wheel) {
    wheel(dynamic_cast<QWheelEvent&>(*event));
    return true;
  }
  if (event->type() == QEvent::KeyPress && key(dynamic_cast<QKeyEvent&>(*event))) return true;
  return QWidget::eventFilter(watched, event);
}

}  // namespace telegrad::ui
