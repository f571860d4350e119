// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/menu_button.h"

#include <QAccessible>
#include <QtTest>

#include "tests/support/own_home.h"

using telegrad::ui::giveMenu;

class MenuButtonTest : public QObject {
  Q_OBJECT
 public:
  static void initMain() { telegrad::test::useOwnHome(); }

 private slots:
  void opensForAssistiveTechnology();
  void hasItsEntriesBelowIt();
  void takesTheFocus();
};

namespace {

struct Shown {
  QToolButton button;
  QMenu menu;
  QAction* entry = menu.addAction(QStringLiteral("Save"));
  Shown() {
    button.setText(QStringLiteral("Export"));
    giveMenu(button, menu);
    button.show();
  }
  QAccessibleInterface* access() { return QAccessible::queryAccessibleInterface(&button); }
};

}  // namespace

void MenuButtonTest::opensForAssistiveTechnology() {
  Shown shown;
  auto* access = shown.access();
  QCOMPARE(access->text(QAccessible::Name), QStringLiteral("Export"));
  QVERIFY(access->state().hasPopup);
  auto* actions = access->actionInterface();
  QVERIFY(actions->actionNames().contains(QAccessibleActionInterface::showMenuAction()));
  // What holds up the action goes on once the menu has been seen.
  bool seen = false;
  connect(&shown.menu, &QMenu::aboutToShow, &shown.menu, [&] {
    QTimer::singleShot(0, &shown.menu, [&] {
      seen = shown.menu.isVisible();
      shown.menu.close();
    });
  });
  actions->doAction(QAccessibleActionInterface::showMenuAction());
  QTRY_VERIFY(seen);
  QTRY_VERIFY(!shown.menu.isVisible());
  shown.button.setEnabled(false);
  seen = false;
  actions->doAction(QAccessibleActionInterface::showMenuAction());
  QCoreApplication::processEvents();
  QVERIFY(!seen);
}

void MenuButtonTest::hasItsEntriesBelowIt() {
  Shown shown;
  auto* access = shown.access();
  QCOMPARE(access->childCount(), 1);
  auto* menu = access->child(0);
  QVERIFY(menu != nullptr);
  QCOMPARE(access->indexOfChild(menu), 0);
  QCOMPARE(access->child(1), nullptr);
  QCOMPARE(menu->child(0)->text(QAccessible::Name), QStringLiteral("Save"));
  QSignalSpy chosen(shown.entry, &QAction::triggered);
  menu->child(0)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
  QCOMPARE(chosen.count(), 1);
}

void MenuButtonTest::takesTheFocus() {
  Shown shown;
  QVERIFY(QTest::qWaitForWindowActive(&shown.button));
  shown.button.clearFocus();
  shown.access()->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
  QVERIFY(shown.button.hasFocus());
}

QTEST_MAIN(MenuButtonTest)
#include "menu_button_test.moc"
