// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation.h"

#include <QDockWidget>
#include <QEvent>

#include "ui/widgets/style_sheet.h"

namespace telegrad::ui {

Presentation::Presentation(QMainWindow& window)
    : QObject(&window),
      window_(window),
      action_(new QAction(tr("Presentation"), this)) {
  action_->setCheckable(true);
  action_->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
  action_->setToolTip(tr("Larger type and lines, and no panels beside the curves"));
  connect(action_, &QAction::toggled, this, [this](bool on) { on ? begin() : end(); });
  window.installEventFilter(this);
}

Presentation::~Presentation() {
  // Type is the application's: the next window has its own say.
  if (action_->isChecked()) applyTypeScale(1.0);
}

void Presentation::begin() {
  before_ = window_.saveState();
  for (auto* dock : window_.findChildren<QDockWidget*>()) dock->hide();
  applyTypeScale(kScale);
}

void Presentation::end() {
  applyTypeScale(1.0);
  window_.restoreState(before_);
}

bool Presentation::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Close) action_->setChecked(false);
  return QObject::eventFilter(watched, event);
}

}  // namespace telegrad::ui
