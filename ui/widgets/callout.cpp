// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/callout.h"

#include <algorithm>
#include <array>

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/widgets/labels.h"

namespace telegrad::ui {
namespace {

constexpr int kRing = 3;
constexpr int kCalloutWidth = 344;

}  // namespace

Highlight::Highlight(QWidget* window) : QWidget(window) {
  setAttribute(Qt::WA_TransparentForMouseEvents);
  setFocusPolicy(Qt::NoFocus);
  hide();
}

void Highlight::surround(const QRect& inWindow) {
  const QRect wanted = inWindow.adjusted(-kRing, -kRing, kRing, kRing) & parentWidget()->rect();
  if (wanted != geometry()) setGeometry(wanted);
  // Only the ring: what is inside it goes on being painted by itself.
  setMask(QRegion(rect()) - QRegion(rect().adjusted(kRing, kRing, -kRing, -kRing)));
}

void Highlight::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), colour(Theme::current()));
}

Callout::Callout(QWidget* window)
    : QFrame(window),
      window_(window),
      highlight_(new Highlight(window)),
      title_(new QLabel(this)),
      progress_(mutedLabel({}, this)),
      text_(new QLabel(this)),
      act_(button({}, tr("Does what this step asks for"), &Callout::act)),
      hurry_(button(tr("Fa&st-forward"), tr("Goes on at once, without waiting for this step"),
                    &Callout::hurry)),
      back_(button(tr("&Back"), tr("To the step before"), &Callout::back)),
      restart_(button(tr("R&estart"), tr("From the first step"), &Callout::restart)),
      skip_(
          button(tr("S&kip"), tr("Ends the tour (Esc). Your settings come back"), &Callout::skip)),
      next_(button(tr("&Next"), tr("To the next step"), &Callout::next)) {
  setObjectName(QStringLiteral("callout"));
  setProperty("role", "callout");
  title_->setFont(titleFont());
  title_->setWordWrap(true);
  text_->setWordWrap(true);
  next_->setProperty("role", "primary");
  auto* head = new QHBoxLayout;
  head->addWidget(title_, 1);
  head->addWidget(progress_, 0, Qt::AlignTop);
  auto* doing = new QHBoxLayout;
  doing->addWidget(act_);
  doing->addWidget(hurry_);
  doing->addStretch(1);
  auto* moving = new QHBoxLayout;
  moving->addWidget(skip_);
  moving->addWidget(restart_);
  moving->addStretch(1);
  moving->addWidget(back_);
  moving->addWidget(next_);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(space::kLarge, space::kMedium, space::kLarge, space::kMedium);
  rows->setSpacing(space::kSmall);
  rows->addLayout(head);
  rows->addWidget(text_);
  rows->addLayout(doing);
  rows->addLayout(moving);
  hide();
}

QPushButton* Callout::button(const QString& text, const QString& help, void (Callout::*signal)()) {
  auto* made = new QPushButton(text, this);
  made->setToolTip(help);
  made->setAutoDefault(true);  // Enter presses what has the focus
  connect(made, &QPushButton::clicked, this, signal);
  return made;
}

void Callout::point(QWidget* target, const Words& words) {
  if (target_ != target) {
    if (target_ != nullptr) target_->removeEventFilter(this);
    target_ = target;
    if (target_ != nullptr) target_->installEventFilter(this);
  }
  title_->setText(words.title);
  progress_->setText(words.progress);
  text_->setText(words.text);
  act_->setText(words.act);
  act_->setVisible(!words.act.isEmpty());
  hurry_->setVisible(words.canHurry);
  back_->setEnabled(words.canGoBack);
  next_->setText(words.isLast ? tr("&Done") : tr("&Next"));
  next_->setEnabled(words.canGoOn);
  setAccessibleName(words.title);
  setAccessibleDescription(words.text);
  show();
  place();
  announce();
}

void Callout::setCanGoOn(bool can) {
  next_->setEnabled(can);
}

/// A screen reader says the words, wherever the focus is.
void Callout::announce() {
  QAccessibleEvent event(this, QAccessible::Alert);
  QAccessible::updateAccessibility(&event);
}

void Callout::place() {
  if (!isVisible()) return;
  // The buttons' words decide, in languages that have longer ones.
  const int wanted = std::max(kCalloutWidth, layout()->totalMinimumSize().width());
  const int most = std::min(wanted, window_->width() - 2 * space::kMedium);
  setFixedWidth(most);
  const int height =
      layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(most) : sizeHint().height();
  resize(most, height);
  if (target_ == nullptr || !target_->isVisible()) {
    highlight_->hide();
    move((window_->width() - width()) / 2, (window_->height() - height) / 2);
  } else {
    const QRect place(target_->mapTo(window_, QPoint()), target_->size());
    highlight_->surround(place);
    highlight_->show();
    highlight_->raise();
    move(besideTarget(place));
  }
  raise();
}

/// Where it covers least of the target: beside, below or above it, or in a corner of the window.
QPoint Callout::besideTarget(const QRect& target) const {
  const QRect room =
      window_->rect().adjusted(space::kMedium, space::kMedium, -space::kMedium, -space::kMedium);
  const int gap = space::kMedium;
  const std::array wanted{
      QPoint(target.right() + gap, target.top()),
      QPoint(target.left() - gap - width(), target.top()),
      QPoint(target.left(), target.bottom() + gap),
      QPoint(target.left(), target.top() - gap - height()),
      QPoint(target.right() - width(), target.bottom() + gap),
      QPoint(target.right() - width() - 2 * gap, target.top() + 4 * gap),
  };
  QPoint best;
  int least = -1;
  for (const auto& each : wanted) {
    const QPoint inside(
        std::clamp(each.x(), room.left(), std::max(room.left(), room.right() - width())),
        std::clamp(each.y(), room.top(), std::max(room.top(), room.bottom() - height())));
    const QRect covered = QRect(inside, size()) & target;
    const int area = covered.isEmpty() ? 0 : covered.width() * covered.height();
    if (least >= 0 && area >= least) continue;
    least = area;
    best = inside;
  }
  return best;
}

bool Callout::eventFilter(QObject* watched, QEvent* event) {
  switch (event->type()) {
    case QEvent::Resize:
    case QEvent::Move:
    case QEvent::Show:
    case QEvent::Hide:
    case QEvent::LayoutRequest:
      QMetaObject::invokeMethod(this, &Callout::place, Qt::QueuedConnection);
      break;
    default:
      break;
  }
  return QFrame::eventFilter(watched, event);
}

void Callout::showEvent(QShowEvent* event) {
  window_->installEventFilter(this);
  QFrame::showEvent(event);
}

void Callout::hideEvent(QHideEvent* event) {
  window_->removeEventFilter(this);
  highlight_->hide();
  QFrame::hideEvent(event);
}

}  // namespace telegrad::ui
