// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/curves_plot.h"

#include <cmath>

#include <QEvent>
#include <QToolTip>
#include <QVBoxLayout>

#include "ui/plots/hover_card.h"
#include "ui/plots/lazy_plot.h"
#include "ui/plots/plot_reach.h"
#include "ui/plots/target_line.h"

namespace telegrad::ui {
namespace {

constexpr int kFrameMilliseconds = 40;

}  // namespace

CurvesPlot::CurvesPlot(RunsModel& runs, QWidget* parent)
    : QWidget(parent),
      runs_(runs),
      header_(new CurvesHeader(runs, this)),
      plot_(new LazyPlot(this)),
      figure_(new CurvesFigure(plot_, runs, Theme::current())),
      followButton_(new QToolButton(plot_)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(space::kMedium, space::kMedium, space::kSmall, space::kSmall);
  column->setSpacing(space::kSmall);
  column->addWidget(header_);
  column->addWidget(plot_, 1);
  figure_->setTargetDraggable(true);
  figure_->setReadOutPainter([this](QCPPainter& painter) { paintReadOutCard(painter); });
  plot_->setAccessibleName(tr("Loss and accuracy of all runs"));
  new PlotReach(
      plot_, [this] { return table(); }, true);
  plot_->setMinimumSize(320, 216);  // a small screen has room for larger type, too
  followButton_->setText(tr("Follow"));
  followButton_->setToolTip(tr("Show all of the curves again and follow the newest point"));
  followButton_->hide();
  connect(followButton_, &QToolButton::clicked, this, [this] { setFollowing(true); });
  connect(header_, &CurvesHeader::chosen, this, &CurvesPlot::setOptions);
  timer_.setSingleShot(true);
  connect(&timer_, &QTimer::timeout, this, &CurvesPlot::redraw);
  connectModel();
  connectMouse();
  takeTheme();
}

CurvesPlot::~CurvesPlot() {
  delete figure_;  // before the plot, which would otherwise still lay out and ask it
}

void CurvesPlot::connectModel() {
  connect(&runs_, &RunsModel::samplesAppended, this, [this](int id) {
    const Run* current = runs_.current();
    later(current == nullptr || current->id != id);
  });
  const auto all = [this] { later(true); };
  connect(&runs_, &RunsModel::runAdded, this, &CurvesPlot::chooseLossFor);
  connect(&runs_, &RunsModel::runAdded, this, all);
  connect(&runs_, &RunsModel::runRemoved, this, all);
  connect(&runs_, &RunsModel::appearanceChanged, this, all);
  connect(&runs_, &RunsModel::currentChanged, this, all);
  connect(&runs_, &RunsModel::targetMetricChanged, this, all);
  connect(&runs_, &RunsModel::targetChanged, this, [this] { figure_->redrawMarks(); });
}

void CurvesPlot::connectMouse() {
  plot_->setInteractions(QCP::iRangeDrag);
  plot_->setMouseTracking(true);
  plot_->installEventFilter(this);
  connect(plot_, &QCustomPlot::mousePress, this, &CurvesPlot::press);
  connect(plot_, &QCustomPlot::mouseMove, this, &CurvesPlot::move);
  connect(plot_, &QCustomPlot::mouseWheel, this, &CurvesPlot::wheel);
  connect(plot_, &QCustomPlot::mouseRelease, this, [this] {
    draggingTarget_ = false;
    plot_->setInteraction(QCP::iRangeDrag, true);
  });
  connect(plot_, &QCustomPlot::mouseDoubleClick, this, [this] { setFollowing(true); });
}

void CurvesPlot::setOptions(const CurveOptions& options) {
  if (options == figure_->options()) return;
  const bool anotherScale =
      options.xLog != figure_->options().xLog || options.x != figure_->options().x;
  if (options.loss != LossKind::Suboptimality) networkLoss_ = options.loss;
  figure_->setOptions(options);
  if (following_) figure_->fit();
  if (anotherScale) showReadOut(std::nullopt);
  header_->show(options);
  plot_->replot(QCustomPlot::rpQueuedReplot);
  emit optionsChanged(options);
}

void CurvesPlot::setFollowing(bool following) {
  if (following) fit();
  if (following == following_) return;
  following_ = following;
  followButton_->setVisible(!following);
  placeFollowButton();
  emit followingChanged(following);
}

void CurvesPlot::fit() {
  figure_->takeIn();
  figure_->fit();
  plot_->replot(QCustomPlot::rpQueuedReplot);
}

AxisRange CurvesPlot::visibleRange() const {
  return {figure_->x()->range().lower, figure_->x()->range().upper};
}

/// A convex problem's loss may be below zero, and says little beside its minimum; a network's
/// minimum is not known.
void CurvesPlot::chooseLossFor(int id) {
  const Run* run = runs_.byId(id);
  if (run == nullptr) return;
  const bool convex = problemIn(run->experiment) != nullptr;
  if (convex == (options().loss == LossKind::Suboptimality)) return;
  auto chosen = options();
  chosen.loss = convex ? LossKind::Suboptimality : networkLoss_;
  setOptions(chosen);
}

void CurvesPlot::later(bool everything) {
  everything_ = everything_ || everything;
  if (!timer_.isActive()) timer_.start(kFrameMilliseconds);
}

void CurvesPlot::redraw() {
  figure_->takeIn();
  const bool moved = following_ && figure_->follow();
  if (everything_ || moved)
    plot_->replot(QCustomPlot::rpQueuedReplot);
  else
    figure_->redrawFocus();
  everything_ = false;
}

void CurvesPlot::takeTheme() {
  const Theme& theme = Theme::current();
  if (shownLook_ == Theme::look()) return;  // a style sheet of ours brings a change event, too
  shownLook_ = Theme::look();
  figure_->setTheme(theme);
  header_->legend()->update();
  plot_->replot(QCustomPlot::rpQueuedReplot);
}

void CurvesPlot::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) takeTheme();
  QWidget::changeEvent(event);
}

void CurvesPlot::placeFollowButton() {
  followButton_->adjustSize();
  const QRect rect = figure_->accuracyRect()->rect();
  followButton_->move(rect.right() - followButton_->width() - space::kSmall,
                      rect.bottom() - followButton_->height() - space::kSmall);
}

void CurvesPlot::userMovedRanges() {
  if (!following_) return;
  following_ = false;
  placeFollowButton();
  followButton_->show();
  emit followingChanged(false);
}

void CurvesPlot::press(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  draggingTarget_ = holdsTarget(*figure_->accuracyRect(), runs_.target(), event->pos());
  // Asked for by the plot after this signal: the same drag does not pan.
  plot_->setInteraction(QCP::iRangeDrag, !draggingTarget_);
}

void CurvesPlot::move(QMouseEvent* event) {
  const QPointF position = event->pos();
  if (draggingTarget_) {
    runs_.setTarget(targetAt(*figure_->accuracyRect(), position));
    return showReadOut(std::nullopt);
  }
  if ((event->buttons() & Qt::LeftButton) != 0) return userMovedRanges();
  const bool onTarget = holdsTarget(*figure_->accuracyRect(), runs_.target(), position);
  plot_->setCursor(onTarget ? Qt::SizeVerCursor : Qt::ArrowCursor);
  QString change = figure_->markers().fullTextAt(position);
  if (!change.isEmpty()) change += '\n' + tr("Right button: set back, rewind, fork");
  QToolTip::showText(event->globalPosition().toPoint(), change, plot_);
  if (!change.isEmpty() || onTarget) return showReadOut(std::nullopt);
  hoverAt(position);
}

void CurvesPlot::hoverAt(const QPointF& position) {
  const bool inside = figure_->lossRect()->rect().contains(position.toPoint()) ||
                      figure_->accuracyRect()->rect().contains(position.toPoint());
  if (!inside) return showReadOut(std::nullopt);
  mouse_ = position;
  readRun_ = 0;
  showReadOut(figure_->x()->pixelToCoord(position.x()));
}

void CurvesPlot::showReadOut(std::optional<double> x) {
  const bool before = readOut_.has_value();
  readOut_.reset();
  if (x)
    readOut_ = readOut(runs_, figure_->options(), {*x, runs_.byId(readRun_)},
                       [this](int id) { return figure_->curves(id); });
  if (!x) mouse_.reset();
  if (!x) readRun_ = 0;
  if (before || readOut_) figure_->redrawReadOut();
  plot_->setAccessibleDescription(readOut_ ? readOut_->spoken() : QString());
}

void CurvesPlot::paintReadOutCard(QCPPainter& painter) const {
  if (!readOut_) return;
  const QRectF upper(figure_->lossRect()->rect());
  const QRectF lower(figure_->accuracyRect()->rect());
  const double x = figure_->x()->coordToPixel(readOut_->x);
  if (x >= upper.left() && x <= upper.right()) {
    QPen pen(figure_->theme().mutedText, 1.0);
    pen.setDashPattern({1.5, 2.5});
    painter.setPen(pen);
    for (const auto& rect : {upper, lower})
      painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()));
  }
  if (const Run* run = runOfReadOut(); run != nullptr && !mouse_) paintCursor(painter, *run);
  const QPointF at = mouse_.value_or(QPointF(x, lower.center().y()));
  QRectF bounds = upper.united(lower).adjusted(6, 6, -6, -6);
  for (const auto& chip : figure_->markers().chips())
    bounds.setTop(std::max(bounds.top(), chip.rect.bottom() + 6));
  paintReadOut(painter, figure_->theme(), *readOut_, at, bounds);
}

void CurvesPlot::wheel(QWheelEvent* event) {
  const double steps = event->angleDelta().y() / 120.0;
  if (steps == 0.0) return;
  const double factor = std::pow(0.85, steps);
  const QPointF position = event->position();
  for (auto* rect : {figure_->lossRect(), figure_->accuracyRect()}) {
    const bool beside = position.x() < rect->left() && position.y() >= rect->top() &&
                        position.y() <= rect->bottom();
    auto* axis = rect->axis(QCPAxis::atLeft);
    if (beside) axis->scaleRange(factor, axis->pixelToCoord(position.y()));
  }
  if (position.x() >= figure_->accuracyRect()->left())
    figure_->x()->scaleRange(factor, figure_->x()->pixelToCoord(position.x()));
  userMovedRanges();
  plot_->replot(QCustomPlot::rpQueuedReplot);
}

bool CurvesPlot::key(QKeyEvent* event) {
  const bool left = event->key() == Qt::Key_Left;
  if ((left || event->key() == Qt::Key_Right) && (event->modifiers() & Qt::ControlModifier) != 0)
    return goToChange(!left), true;
  if (moveCursor(*event)) return true;
  switch (event->key()) {
    case Qt::Key_Home:
      setFollowing(true);
      return true;
    case Qt::Key_Plus:
    case Qt::Key_Minus:
      figure_->x()->scaleRange(event->key() == Qt::Key_Plus ? 0.7 : 1.0 / 0.7);
      userMovedRanges();
      plot_->replot(QCustomPlot::rpQueuedReplot);
      return true;
    case Qt::Key_Escape:
      if (!readOut_) return false;
      showReadOut(std::nullopt);
      return true;
    default:
      return false;
  }
}

bool CurvesPlot::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Leave) showReadOut(std::nullopt);
  if (event->type() == QEvent::ContextMenu) {
    wantMenu(dynamic_cast<QContextMenuEvent&>(*event));
    return true;
  }
  if (event->type() == QEvent::Resize) QTimer::singleShot(0, this, &CurvesPlot::placeFollowButton);
  if (event->type() == QEvent::KeyPress && key(dynamic_cast<QKeyEvent*>(event))) return true;
  return QWidget::eventFilter(watched, event);
}

}  // namespace telegrad::ui
