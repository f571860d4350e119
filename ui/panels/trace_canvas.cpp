// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/trace_canvas.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include "ui/models/number_format.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

constexpr int kLeft = 62;
constexpr int kRightEdge = 14;
constexpr int kTop = 6;
constexpr int kBottom = 20;
constexpr double kCells = 200.0;
constexpr double kBeyond = 4.0;  // the axis goes on by that factor, so that there is room to paint

/// 1, 2 or 5 times a power of ten, not below `value`.
double rounded(double value) {
  const double power = std::pow(10.0, std::floor(std::log10(value)));
  for (const double step : {1.0, 2.0, 5.0})
    if (step * power >= value * (1.0 - 1e-9)) return step * power;
  return 10.0 * power;
}

double threeDigits(double value) {
  return QString::number(value, 'e', 2).toDouble();
}

}  // namespace

TraceCanvas::TraceCanvas(QWidget* parent) : QWidget(parent) {
  setAccessibleName(tr("Bandwidth of the workers' links over a period of the trace"));
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void TraceCanvas::setTrace(std::optional<Trace> shipped, std::vector<PaintedStretch> painted,
                           const QString& words) {
  shipped_ = std::move(shipped);
  painted_ = std::move(painted);
  words_ = words;
  shown_.reset();
  last_.reset();
  if (shipped_) shown_ = telegrad::painted(*shipped_, painted_);
  chooseRange();
  setPainting(painting_);
  forgetGround();
}

void TraceCanvas::setPainting(bool on) {
  painting_ = on;
  setCursor(on && shipped_ ? Qt::CrossCursor : Qt::ArrowCursor);
}

void TraceCanvas::setNow(std::optional<SimTime> time) {
  if (shown_ && time && shown_->period()) time = *time % *shown_->period();
  if (time == now_) return;
  const auto strip = [this](SimTime at) {
    return QRectF(x(at) - 2, 0, 4, height()).toAlignedRect();
  };
  if (now_) update(strip(*now_));
  now_ = time;
  if (now_) update(strip(*now_));
}

void TraceCanvas::chooseRange() {
  if (!shown_) return;
  double least = PaintedStretch::kMostBandwidth;
  double most = PaintedStretch::kLeastBandwidth;
  for (const auto* trace : {&*shipped_, &*shown_})
    for (const auto& step : trace->steps()) {
      least = std::min(least, step.bandwidth.value);
      most = std::max(most, step.bandwidth.value);
    }
  least_ = std::max(PaintedStretch::kLeastBandwidth, least / kBeyond);
  most_ = std::max(least_ * 2.0, std::min(PaintedStretch::kMostBandwidth, most * kBeyond));
}

QRectF TraceCanvas::plot() const {
  return QRectF(rect()).adjusted(kLeft, kTop, -kRightEdge, -kBottom);
}

SimTime TraceCanvas::span() const {
  if (!shown_) return SimTime{1};
  // One that holds its last step goes on for ever; some of that is shown.
  return shown_->period().value_or(shown_->steps().back().time * 5 / 4 + simTime(1.0));
}

double TraceCanvas::x(SimTime time) const {
  return plot().left() +
         plot().width() * static_cast<double>(time.count()) / static_cast<double>(span().count());
}

double TraceCanvas::y(double bandwidth) const {
  const double share = std::log(std::max(bandwidth, least_) / least_) / std::log(most_ / least_);
  return plot().bottom() - plot().height() * share;
}

SimTime TraceCanvas::timeAt(double x) const {
  const double share = std::clamp((x - plot().left()) / plot().width(), 0.0, 1.0);
  return SimTime{static_cast<std::int64_t>(share * static_cast<double>(span().count()))};
}

double TraceCanvas::bandwidthAt(double y) const {
  const double share = std::clamp((plot().bottom() - y) / plot().height(), 0.0, 1.0);
  return std::clamp(threeDigits(least_ * std::pow(most_ / least_, share)),
                    PaintedStretch::kLeastBandwidth, PaintedStretch::kMostBandwidth);
}

SimTime TraceCanvas::cell() const {
  return simTime(rounded(seconds(span()) / kCells));
}

void TraceCanvas::paintTo(const QPointF& position) {
  const SimTime unit = cell();
  const auto cellAt = [&](double x) {
    return std::min(timeAt(x), span() - SimTime{1}) / unit;  // a count of cells
  };
  const QPointF from = last_.value_or(position);
  const auto first = cellAt(from.x());
  const auto last = cellAt(position.x());
  const auto low = std::min(first, last);
  const auto high = std::max(first, last);
  // A fast drag passes cells between two events; they get what lies on the line.
  for (auto each = low; each <= high; ++each) {
    const double share =
        last == first ? 1.0 : static_cast<double>(each - first) / static_cast<double>(last - first);
    const double bandwidth = bandwidthAt(from.y() + share * (position.y() - from.y()));
    painted_ = paintOver(painted_, {each * unit, std::min((each + 1) * unit, span()), {bandwidth}});
  }
  last_ = position;
  shown_ = telegrad::painted(*shipped_, painted_);
  forgetGround();
}

void TraceCanvas::mousePressEvent(QMouseEvent* event) {
  if (!painting_ || !shipped_ || event->button() != Qt::LeftButton) return;
  if (!plot().adjusted(-4, -4, 4, 4).contains(event->position())) return;
  last_.reset();
  paintTo(event->position());
}

void TraceCanvas::mouseMoveEvent(QMouseEvent* event) {
  if (last_) paintTo(event->position());
}

void TraceCanvas::mouseReleaseEvent(QMouseEvent*) {
  if (last_) endPainting();
}

void TraceCanvas::endPainting() {
  last_.reset();
  chooseRange();
  forgetGround();
  emit paintedOver();
}

/// Shares of the plot stay where they are when the canvas is resized.
void TraceCanvas::putCursor(std::optional<QPointF> place) {
  cursor_ = place;
  if (cursor_) {
    const QPointF at(plot().left() + plot().width() * cursor_->x(),
                     plot().bottom() - plot().height() * cursor_->y());
    setAccessibleDescription(
        tr("%1 s, %2bit/s")
            .arg(shortNumber(seconds(timeAt(at.x()))), siNumber(bandwidthAt(at.y()), 3)));
  } else {
    setAccessibleDescription({});
  }
  update();
}

void TraceCanvas::keyPressEvent(QKeyEvent* event) {
  const int key = event->key();
  if (cursor_ && key == Qt::Key_Escape) return putCursor(std::nullopt);
  const bool across = key == Qt::Key_Left || key == Qt::Key_Right;
  const bool paints = key == Qt::Key_Return || key == Qt::Key_Enter;
  const bool moves = across || key == Qt::Key_Up || key == Qt::Key_Down;
  if (!shipped_ || (!moves && !(paints && painting_ && cursor_)))
    return QWidget::keyPressEvent(event);
  const double unit = static_cast<double>(cell().count()) / static_cast<double>(span().count());
  if (!cursor_) return putCursor(QPointF(0.5 * unit, 0.5));
  QPointF to = *cursor_;
  if (paints) {
    paintTo({plot().left() + plot().width() * to.x(), plot().bottom() - plot().height() * to.y()});
    endPainting();
  }
  constexpr double kLevel = 0.02;  // of the height
  const double far = event->modifiers().testFlag(Qt::ShiftModifier) ? 10.0 : 1.0;
  if (across || paints) to.rx() += key == Qt::Key_Left ? -far * unit : far * unit;
  if (key == Qt::Key_Up || key == Qt::Key_Down)
    to.ry() += key == Qt::Key_Up ? far * kLevel : -far * kLevel;
  to.rx() = std::clamp(to.x(), 0.5 * unit, 1.0 - 0.5 * unit);
  to.ry() = std::clamp(to.y(), 0.0, 1.0);
  putCursor(to);
}

void TraceCanvas::drawAxes(QPainter& painter) const {
  const Theme& theme = Theme::current();
  painter.setFont(plotFont());
  const QRectF area = plot();
  painter.setPen(theme.hairline);
  painter.drawRect(area);
  const int lastPower = static_cast<int>(std::floor(std::log10(most_)));
  for (int each = static_cast<int>(std::ceil(std::log10(least_))); each <= lastPower; ++each) {
    const double power = std::pow(10.0, each);
    painter.setPen(theme.grid);
    painter.drawLine(QPointF(area.left() + 1, y(power)), QPointF(area.right() - 1, y(power)));
    painter.setPen(theme.mutedText);
    painter.drawText(QRectF(0, y(power) - 8, kLeft - 6, 16), Qt::AlignRight | Qt::AlignVCenter,
                     tr("%1bit/s").arg(siNumber(power)));
  }
  const double step = rounded(seconds(span()) / 6.0);
  const int marks = static_cast<int>(seconds(span()) / step * 1.0001);
  for (int each = 0; each <= marks; ++each) {
    const double at = each * step;
    const double place = x(simTime(at));
    painter.setPen(theme.mutedText);
    painter.drawText(QRectF(std::min(place - 30, width() - 60.0), area.bottom() + 3, 60, 14),
                     Qt::AlignCenter, tr("%1 s").arg(shortNumber(at)));
  }
}

void TraceCanvas::drawSteps(QPainter& painter, const Trace& trace, bool onlyPainted) const {
  const auto steps = trace.steps();
  const SimTime whole = span();
  QPolygonF line;
  const auto flush = [&] {
    if (line.size() > 1) painter.drawPolyline(line);
    line.clear();
  };
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const SimTime end = i + 1 < steps.size() ? steps[i + 1].time : whole;
    const auto after = std::ranges::upper_bound(painted_, steps[i].time, {}, &PaintedStretch::from);
    const bool isPainted = after != painted_.begin() && steps[i].time < std::prev(after)->to;
    if (onlyPainted && !isPainted) {
      flush();
      continue;
    }
    line << QPointF(x(steps[i].time), y(steps[i].bandwidth.value))
         << QPointF(x(end), y(steps[i].bandwidth.value));
  }
  flush();
}

void TraceCanvas::drawGround() {
  const Theme& theme = Theme::current();
  ground_ = QPixmap(size() * devicePixelRatioF());
  ground_.setDevicePixelRatio(devicePixelRatioF());
  ground_.fill(Qt::transparent);
  QPainter painter(&ground_);
  drawAxes(painter);
  painter.setRenderHint(QPainter::Antialiasing);
  if (!painted_.empty()) {
    painter.setPen(QPen(theme.mutedText, 1.0, Qt::DotLine));
    drawSteps(painter, *shipped_, false);
  }
  painter.setPen(QPen(theme.mutedText, 1.2));
  drawSteps(painter, *shown_, false);
  painter.setPen(QPen(theme.accent, 2.0));
  drawSteps(painter, *shown_, true);
}

void TraceCanvas::paintEvent(QPaintEvent*) {
  const Theme& theme = Theme::current();
  QPainter painter(this);
  if (hasFocus()) {
    painter.setPen(QPen(theme.accent, 1.0));
    painter.drawRect(plot().adjusted(-2, -2, 2, 2));
  }
  if (!shown_) {
    painter.setPen(theme.mutedText);
    painter.drawText(QRectF(rect()).adjusted(space::kLarge, 0, -space::kLarge, 0),
                     int{Qt::AlignCenter} | Qt::TextWordWrap, words_);
    return;
  }
  if (ground_.isNull()) drawGround();
  painter.drawPixmap(0, 0, ground_);
  if (cursor_) {
    const QPointF at(plot().left() + plot().width() * cursor_->x(),
                     plot().bottom() - plot().height() * cursor_->y());
    painter.setPen(QPen(theme.text, 1.4));
    painter.drawLine(QPointF(at.x(), plot().top()), QPointF(at.x(), plot().bottom()));
    painter.drawLine(at - QPointF(6, 0), at + QPointF(6, 0));
  }
  if (!now_) return;
  painter.setPen(QPen(theme.run(1), 1.2));
  painter.drawLine(QPointF(x(*now_), plot().top()), QPointF(x(*now_), plot().bottom()));
}

void TraceCanvas::forgetGround() {
  ground_ = {};
  update();
}

void TraceCanvas::resizeEvent(QResizeEvent*) {
  forgetGround();
}

void TraceCanvas::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
    forgetGround();
  QWidget::changeEvent(event);
}

}  // namespace telegrad::ui
