// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/menu_button.h"

#include <QAccessibleWidget>
#include <QTimer>

#include "ui/widgets/accessible_as.h"

namespace telegrad::ui {
namespace {

class MenuButtonAccessible : public QAccessibleWidget {
 public:
  explicit MenuButtonAccessible(QToolButton* button)
      : QAccessibleWidget(button, QAccessible::ButtonMenu),
        button_(button) {}

  QString text(QAccessible::Text which) const override {
    const auto own = QAccessibleWidget::text(which);
    return which == QAccessible::Name && own.isEmpty() ? button_->text() : own;
  }
  QAccessible::State state() const override {
    auto state = QAccessibleWidget::state();
    state.hasPopup = true;
    return state;
  }
  int childCount() const override { return 1; }
  QAccessibleInterface* child(int index) const override {
    return index == 0 ? QAccessible::queryAccessibleInterface(button_->menu()) : nullptr;
  }
  int indexOfChild(const QAccessibleInterface* child) const override {
    return child != nullptr && child->object() == button_->menu() ? 0 : -1;
  }
  QStringList actionNames() const override {
    return QStringList{showMenuAction()} + QAccessibleWidget::actionNames();
  }
  void doAction(const QString& name) override {
    if (name != showMenuAction()) return QAccessibleWidget::doAction(name);
    // Later: it returns when the menu is closed, and who asks waits for an answer.
    if (button_->isEnabled()) QTimer::singleShot(0, button_, &QToolButton::showMenu);
  }

 private:
  QToolButton* button_;
};

QAccessibleInterface* menuButtonFor(const QString& /*className*/, QObject* object) {
  auto* button = qobject_cast<QToolButton*>(object);
  const bool opens = button != nullptr && button->menu() != nullptr &&
                     button->popupMode() == QToolButton::InstantPopup;
  return opens ? new MenuButtonAccessible(button) : nullptr;
}

}  // namespace

void giveMenu(QToolButton& button, QMenu& menu) {
  button.setPopupMode(QToolButton::InstantPopup);
  button.setMenu(&menu);
  makeAccessibleAs<MenuButtonAccessible>(button, menuButtonFor);
}

}  // namespace telegrad::ui
