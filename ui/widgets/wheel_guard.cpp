// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/wheel_guard.h"

#include <QCoreApplication>
#include <QEvent>
#include <QObject>

namespace telegrad::ui {
namespace {

class WheelGuard : public QObject {
 public:
  explicit WheelGuard(QWidget* widget) : QObject(widget) { widget->installEventFilter(this); }

  bool eventFilter(QObject* watched, QEvent* event) override {
    const auto* widget = qobject_cast<QWidget*>(watched);
    if (event->type() != QEvent::Wheel || widget == nullptr || widget->hasFocus()) return false;
    event->ignore();  // goes on to the panel, which scrolls
    return true;
  }
};

}  // namespace

void takeWheelOnlyWithFocus(QWidget* widget) {
  widget->setFocusPolicy(Qt::StrongFocus);
  new WheelGuard(widget);
}

}  // namespace telegrad::ui
