// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <qcustomplot.h>

#include "ui/plots/hover_card.h"
#include "ui/plots/plot_reach.h"
#include "ui/plots/timeline_plot.h"

namespace telegrad::ui {
namespace {

constexpr int kTurnMilliseconds = 40;
constexpr double kShortest = 100.0;  // nanoseconds
constexpr double kWheelStep = 0.85;
constexpr double kZoomStep = 0.7;

}  // namespace

TimelineCanvas::TimelineCanvas(RunsModel& runs, QWidget* parent)
    : QWidget(parent),
      runs_(runs),
      bar_(new QScrollBar(Qt::Vertical, this)),
      followButton_(new QToolButton(this)) {
  setFocusPolicy(Qt::WheelFocus);
  new PlotReach(this, [this] { return table(); });
  setMouseTracking(true);
  setAccessibleName(tr("Timeline: what each worker does over simulated time"));
  followButton_->setText(tr("Follow"));
  followButton_->setProperty("role", "segment");  // small enough for the legend's line
  followButton_->setProperty("place", "only");
  followButton_->setToolTip(tr("Show the newest iterations again, and go on with them"));
  followButton_->hide();
  bar_->hide();
  timer_.setSingleShot(true);
  connect(&timer_, &QTimer::timeout, this, &TimelineCanvas::redraw);
  connect(followButton_, &QToolButton::clicked, this, [this] { follow(followed_); });
  connect(bar_, &QScrollBar::valueChanged, this, &TimelineCanvas::scrollTo);
  connect(&runs, &RunsModel::samplesAppended, this, [this](int id) {
    if (runs_.current() != nullptr && runs_.current()->id == id) redrawLater();
  });
  connect(&runs, &RunsModel::appearanceChanged, this, &TimelineCanvas::redrawLater);
  connect(&runs, &RunsModel::currentChanged, this, [this] { follow(0); });
}

const SpanHistory* TimelineCanvas::spans() const {
  const Run* run = runs_.current();
  return run == nullptr || run->spans.isEmpty() ? nullptr : &run->spans;
}

std::optional<TimelineFigure> TimelineCanvas::figure() const {
  const SpanHistory* spans = this->spans();
  if (spans == nullptr) return std::nullopt;
  const double wide = width() - (bar_->isVisible() ? bar_->width() : 0);
  return TimelineFigure(*spans, view_, {wide, static_cast<double>(height())}, Theme::current());
}

void TimelineCanvas::redrawLater() {
  stale_ = true;
  if (isVisible() && !timer_.isActive()) timer_.start(kTurnMilliseconds);
}

void TimelineCanvas::redraw() {
  takeNewest();
  arrange();
  stale_ = true;
  update();
}

void TimelineCanvas::takeNewest() {
  const SpanHistory* spans = this->spans();
  if (!following_ || spans == nullptr) return;
  const auto first = std::max(spans->firstDetailed(), spans->iterations() - followed_);
  const auto from = followed_ == 0 ? 0.0 : static_cast<double>(spans->iteration(first).begin);
  view_.range = {from, std::max(from + kShortest, static_cast<double>(spans->end()))};
}

void TimelineCanvas::arrange() {
  const auto shown = figure();
  const int workers = shown ? static_cast<int>(spans()->workers()) : 0;
  const int more = shown ? workers - shown->lanes() : 0;
  bar_->setVisible(more > 0);
  if (more > 0) {
    bar_->setRange(0, more);
    bar_->setPageStep(shown->lanes());
    bar_->setGeometry(width() - 10, static_cast<int>(TimelineFigure::kTop), 10,
                      static_cast<int>(shown->plot().height()));
  }
  followButton_->setVisible(!following_ && shown);
  followButton_->adjustSize();
  followButton_->move(width() - followButton_->width() - static_cast<int>(TimelineFigure::kRight),
                      0);
}

void TimelineCanvas::scrollTo(int worker) {
  view_.firstWorker = worker;
  redraw();
}

void TimelineCanvas::follow(std::int64_t iterations) {
  following_ = true;
  followed_ = iterations;
  redraw();
  emit followingChanged();
}

void TimelineCanvas::look(const TimeRange& range) {
  const SpanHistory* spans = this->spans();
  if (spans == nullptr) return;
  const double end = std::max(kShortest, static_cast<double>(spans->end()));
  const double length = std::clamp(range.length(), std::min(kShortest, end), end);
  const double from = std::clamp(range.from, 0.0, end - length);
  following_ = false;
  view_.range = {from, from + length};
  redraw();
  emit followingChanged();
}

void TimelineCanvas::colourByStaleness(bool on) {
  view_.staleness = on;
  redraw();
}

void TimelineCanvas::zoom(double factor, double around) {
  const auto& r = view_.range;
  const double length = std::max(kShortest, r.length() * factor);
  const double share = (around - r.from) / r.length();
  const SpanHistory* spans = this->spans();
  if (spans == nullptr) return;
  // All the way out is where it follows again.
  if (factor > 1.0 && length >= static_cast<double>(spans->end())) return follow(0);
  look({around - share * length, around + (1.0 - share) * length});
}

void TimelineCanvas::pan(double share) {
  const double by = share * view_.range.length();
  look({view_.range.from + by, view_.range.to + by});
}

void TimelineCanvas::renderFigure() {
  const double ratio = devicePixelRatioF();
  drawn_ = QPixmap((QSizeF(size()) * ratio).toSize());
  drawn_.setDevicePixelRatio(ratio);
  drawn_.fill(Theme::current().panel);
  QPainter painter(&drawn_);
  const auto shown = figure();
  items_ = shown ? shown->paint(painter) : 0;
  stale_ = false;
}

QString TimelineCanvas::whyEmpty() const {
  const Run* run = runs_.current();
  if (run == nullptr)
    return tr("Once a run goes on: when each worker computes, sends and waits, in simulated time.");
  if (run->isReadBack())
    return tr(
        "This run was read back from its folder, which keeps no spans: when each worker "
        "computed, sent and waited is known only while a run trains here.");
  if (run->state == RunState::Preparing || run->state == RunState::Running)
    return tr("The first iteration is on its way.");
  return tr("This run ended before its first iteration was over.");
}

void TimelineCanvas::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  if (spans() == nullptr) {
    painter.setFont(bodyFont());
    painter.setPen(Theme::current().mutedText);
    const QRectF middle = QRectF(rect()).adjusted(width() / 5.0, 0, -width() / 5.0, 0);
    painter.drawText(middle, int{Qt::AlignCenter} | Qt::TextWordWrap, whyEmpty());
    return;
  }
  const QSize pixels = (QSizeF(size()) * devicePixelRatioF()).toSize();
  if (stale_ || drawn_.size() != pixels) renderFigure();
  painter.drawPixmap(0, 0, drawn_);
  painter.end();
  QCPPainter above(this);
  paintHover(above);
}

void TimelineCanvas::paintHover(QCPPainter& painter) {
  if (!mouse_ || dragFrom_) return;
  const auto shown = figure();
  const auto hit = shown->at(*mouse_);
  setAccessibleDescription(hit ? readOut(*hit).spoken() : QString());
  if (!hit) return;
  const Theme& theme = Theme::current();
  painter.setPen(QPen(theme.text, 1.5));
  painter.setBrush(Qt::NoBrush);
  painter.drawRect(shown->rectOf(*hit).adjusted(0, 0, 0, -0.5));
  painter.setRenderHint(QPainter::Antialiasing);
  paintReadOut(painter, theme, readOut(*hit), *mouse_, QRectF(rect()).adjusted(6, 6, -6, -6));
}

void TimelineCanvas::hover(const QPointF& position) {
  mouse_ = position;
  update();
}

void TimelineCanvas::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  dragFrom_ = event->position();
  dragRange_ = view_.range;
}

void TimelineCanvas::mouseMoveEvent(QMouseEvent* event) {
  const auto shown = figure();
  if (dragFrom_ && (event->buttons() & Qt::LeftButton) == 0) dragFrom_.reset();
  if (!dragFrom_ || !shown) return hover(event->position());
  const double by =
      (dragFrom_->x() - event->position().x()) / shown->plot().width() * dragRange_.length();
  if (std::abs(dragFrom_->x() - event->position().x()) >= 2.0)
    look({dragRange_.from + by, dragRange_.to + by});
}

void TimelineCanvas::mouseDoubleClickEvent(QMouseEvent*) {
  dragFrom_.reset();
  follow(0);
}

void TimelineCanvas::wheelEvent(QWheelEvent* event) {
  const auto shown = figure();
  const QPoint delta = event->angleDelta();
  if (!shown || delta.isNull()) return;
  const double steps = (delta.y() != 0 ? delta.y() : delta.x()) / 120.0;
  if (delta.y() == 0 || (event->modifiers() & Qt::ShiftModifier) != 0)
    pan(-0.1 * steps);
  else
    zoom(std::pow(kWheelStep, steps), shown->time(event->position().x()));
  event->accept();
}

void TimelineCanvas::keyPressEvent(QKeyEvent* event) {
  if (moveCursor(*event)) return;
  const double far = (event->modifiers() & Qt::ShiftModifier) != 0 ? 0.9 : 0.1;
  const double middle = (view_.range.from + view_.range.to) / 2.0;
  switch (event->key()) {
    case Qt::Key_Left:
      return pan(-far);
    case Qt::Key_Right:
      return pan(far);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      return zoom(kZoomStep, middle);
    case Qt::Key_Minus:
      return zoom(1.0 / kZoomStep, middle);
    case Qt::Key_Home:
      return follow(0);
    case Qt::Key_F:
      return follow(followed_);
    case Qt::Key_Up:
    case Qt::Key_Down:
      return bar_->triggerAction(event->key() == Qt::Key_Up ? QAbstractSlider::SliderSingleStepSub
                                                            : QAbstractSlider::SliderSingleStepAdd);
    default:
      QWidget::keyPressEvent(event);
  }
}

void TimelineCanvas::leaveEvent(QEvent*) {
  mouse_.reset();
  dragFrom_.reset();
  update();
}

void TimelineCanvas::resizeEvent(QResizeEvent*) {
  redraw();
}

void TimelineCanvas::showEvent(QShowEvent*) {
  redraw();
}

void TimelineCanvas::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) redraw();
  QWidget::changeEvent(event);
}

bool TimelineCanvas::event(QEvent* event) {
  // These keys mean the curves elsewhere in the window.
  if (event->type() == QEvent::ShortcutOverride) {
    const int key = dynamic_cast<QKeyEvent&>(*event).key();
    if (key == Qt::Key_Home || key == Qt::Key_F) event->accept();
  }
  if (event->type() == QEvent::MouseButtonRelease) dragFrom_.reset();
  return QWidget::event(event);
}

}  // namespace telegrad::ui
