// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/segmented_control.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QToolButton>

#include "ui/widgets/theme.h"

namespace telegrad::ui {

SegmentedControl::SegmentedControl(const QString& name, const QStringList& words, QWidget* parent)
    : QWidget(parent),
      buttons_(new QButtonGroup(this)) {
  setAccessibleName(name);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  for (int i = 0; i < words.size(); ++i) {
    auto* button = new QToolButton(this);
    button->setText(words[i]);
    button->setCheckable(true);
    button->setChecked(i == 0);
    button->setFont(plotFont());
    button->setProperty("role", "segment");
    button->setProperty("place", words.size() == 1       ? "only"
                                 : i == 0                ? "first"
                                 : i == words.size() - 1 ? "last"
                                                         : "middle");
    button->setAccessibleName(name + QStringLiteral(": ") + words[i]);
    button->setFocusPolicy(i == 0 ? Qt::StrongFocus : Qt::ClickFocus);
    button->installEventFilter(this);
    buttons_->addButton(button, i);
    row->addWidget(button);
  }
  connect(buttons_, &QButtonGroup::idClicked, this, [this](int index) {
    setCurrent(index);
    emit chosen(index);
  });
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

int SegmentedControl::current() const {
  return buttons_->checkedId();
}

void SegmentedControl::setCurrent(int index) {
  auto* chosenButton = buttons_->button(index);
  if (chosenButton == nullptr) return;
  chosenButton->setChecked(true);
  // One stop for Tab: the word that holds.
  for (auto* button : buttons_->buttons())
    button->setFocusPolicy(button == chosenButton ? Qt::StrongFocus : Qt::ClickFocus);
}

bool SegmentedControl::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
  const int key = dynamic_cast<QKeyEvent&>(*event).key();
  if (key != Qt::Key_Left && key != Qt::Key_Right) return QWidget::eventFilter(watched, event);
  const int last = static_cast<int>(buttons_->buttons().size()) - 1;
  const int next = std::clamp(current() + (key == Qt::Key_Right ? 1 : -1), 0, last);
  if (next != current()) {
    setCurrent(next);
    buttons_->button(next)->setFocus(Qt::TabFocusReason);
    emit chosen(next);
  }
  return true;
}

}  // namespace telegrad::ui
