// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/dock_handle.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

/// Two squares for one that floats, a cross for closing: hairlines in the muted colour.
QIcon handleIcon(bool cross, qreal ratio) {
  constexpr int kSide = 12;
  QPixmap picture(QSize(kSide, kSide) * ratio);
  picture.setDevicePixelRatio(ratio);
  picture.fill(Qt::transparent);
  QPainter painter(&picture);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(Theme::current().mutedText, 1.2));
  if (cross) {
    painter.drawLine(QPointF(3, 3), QPointF(9, 9));
    painter.drawLine(QPointF(9, 3), QPointF(3, 9));
  } else {
    painter.drawRect(QRectF(2.5, 4.5, 5, 5));
    painter.drawPolyline(QPolygonF({{4.5, 2.5}, {9.5, 2.5}, {9.5, 7.5}}));
  }
  return picture;
}

}  // namespace

DockHandle::DockHandle(QDockWidget* dock)
    : QWidget(dock),
      dock_(dock),
      float_(button(QStringLiteral("float"))),
      close_(button(QStringLiteral("close"))) {
  setToolTip(tr("Drag to the other side, onto another panel, or out of the window"));
  setCursor(Qt::OpenHandCursor);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, space::kTiny, 0);
  row->setSpacing(0);
  row->addStretch(1);
  row->addWidget(float_);
  row->addWidget(close_);
  connect(float_, &QToolButton::clicked, dock, [dock] { dock->setFloating(!dock->isFloating()); });
  connect(close_, &QToolButton::clicked, dock, &QDockWidget::close);
  connect(dock, &QDockWidget::topLevelChanged, this, &DockHandle::showState);
  connect(dock, &QDockWidget::windowTitleChanged, this, &DockHandle::showState);
  showState();
  takeIcons();
}

QToolButton* DockHandle::button(const QString& name) {
  auto* made = new QToolButton(this);
  made->setObjectName(name);
  made->setProperty("role", "handle");
  made->setCursor(Qt::ArrowCursor);
  made->setFocusPolicy(Qt::TabFocus);
  made->setIconSize({12, 12});
  return made;
}

void DockHandle::showState() {
  const QString name = dock_->windowTitle();
  const auto say = [](QToolButton* button, const QString& words) {
    button->setAccessibleName(words);
    button->setToolTip(words);
  };
  say(float_, dock_->isFloating() ? tr("Put “%1” back into the window").arg(name)
                                  : tr("“%1” in a window of its own").arg(name));
  say(close_, tr("Close “%1”").arg(name));
}

void DockHandle::takeIcons() {
  float_->setIcon(handleIcon(false, devicePixelRatioF()));
  close_->setIcon(handleIcon(true, devicePixelRatioF()));
}

void DockHandle::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange) takeIcons();
  QWidget::changeEvent(event);
}

void DockHandle::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Theme& theme = Theme::current();
  painter.fillRect(rect(), theme.panel);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme.mutedText);
  constexpr int kDots = 5;
  constexpr double kBetween = 5.0;
  const double left = width() / 2.0 - (kDots - 1) * kBetween / 2;
  for (int i = 0; i < kDots; ++i)
    painter.drawEllipse(QPointF(left + i * kBetween, height() / 2.0), 1.3, 1.3);
}

}  // namespace telegrad::ui
