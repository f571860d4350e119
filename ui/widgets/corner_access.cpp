// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/corner_access.h"

#include <QAccessibleWidget>

#include "ui/widgets/accessible_as.h"

namespace telegrad::ui {
namespace {

const char* const kExposed = "exposesCorner";

/// Qt's own for the menus, and behind them the corner.
class CornerMenuBar : public QAccessibleWidget {
 public:
  CornerMenuBar(QMenuBar* bar, QAccessibleInterface* menus)
      : QAccessibleWidget(bar, QAccessible::MenuBar),
        bar_(bar),
        menus_(menus) {}

  int childCount() const override { return menus_->childCount() + (corner() != nullptr ? 1 : 0); }
  QAccessibleInterface* child(int index) const override {
    return index == menus_->childCount() ? corner() : menus_->child(index);
  }
  int indexOfChild(const QAccessibleInterface* child) const override {
    const bool isCorner = child != nullptr && child->object() != nullptr &&
                          child->object() == bar_->cornerWidget(Qt::TopRightCorner);
    return isCorner ? menus_->childCount() : menus_->indexOfChild(child);
  }

 private:
  QAccessibleInterface* corner() const {
    return QAccessible::queryAccessibleInterface(bar_->cornerWidget(Qt::TopRightCorner));
  }

  QMenuBar* bar_;
  QAccessibleInterface* menus_;  // kept, and deleted at the end, by Qt's cache
};

QAccessibleInterface* cornerFactory(const QString& /*className*/, QObject* object) {
  static bool asksQt = false;  // the window's thread only
  auto* bar = qobject_cast<QMenuBar*>(object);
  if (asksQt || bar == nullptr || !bar->property(kExposed).toBool()) return nullptr;
  asksQt = true;
  auto* menus = QAccessible::queryAccessibleInterface(bar);
  asksQt = false;
  return menus == nullptr ? nullptr : new CornerMenuBar(bar, menus);
}

}  // namespace

void exposeCorner(QMenuBar& bar) {
  bar.setProperty(kExposed, true);
  makeAccessibleAs<CornerMenuBar>(bar, cornerFactory);
}

}  // namespace telegrad::ui
