// SPDX-License-Identifier: GPL-3.0-or-later
// The window without a mouse and without eyes: names, the way of Tab, what has the focus, plots by
// keyboard; and how it is arranged: presentation, layouts.
#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QDockWidget>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QSettings>
#include <QStackedWidget>
#include <QTabBar>
#include <QtTest>

#include "tests/support/own_home.h"
#include "ui/arrangement.h"
#include "ui/main_window.h"
#include "ui/plots/plot_reach.h"
#include "ui/plots/plot_table_window.h"
#include "ui/training_view.h"
#include "ui/views.h"
#include "ui/widgets/motion.h"
#include "ui/widgets/style_sheet.h"

using namespace telegrad::ui;

namespace {

QString describeWidget(const QWidget* widget) {
  return QStringLiteral("%1 \"%2\" (%3) in %4")
      .arg(widget->metaObject()->className(), widget->accessibleName(), widget->objectName(),
           widget->parentWidget() == nullptr
               ? QString()
               : QString::fromLatin1(widget->parentWidget()->metaObject()->className()));
}

/// What Tab is to reach: shown, enabled, and itself what takes the focus.
std::vector<QWidget*> focusable(const QWidget* window) {
  std::vector<QWidget*> found;
  for (auto* widget : window->findChildren<QWidget*>())
    if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) != 0 &&
        widget->focusProxy() == nullptr && widget->window() == window)
      found.push_back(widget);
  return found;
}

/// The outermost pixels, where no text cursor blinks.
QImage rim(QWidget* widget) {
  QImage picture = widget->grab().toImage();
  QPainter painter(&picture);
  painter.setCompositionMode(QPainter::CompositionMode_Clear);
  if (picture.width() > 8 && picture.height() > 8)
    painter.fillRect(picture.rect().adjusted(3, 3, -3, -3), Qt::transparent);
  return picture;
}

}  // namespace

class ReachTest : public QObject {
  Q_OBJECT

 public:
  static void initMain() { telegrad::test::useOwnHome(); }

 private slots:
  void initTestCase();
  void cleanupTestCase() { window_.reset(); }
  void everyControlHasAName_data() { pages(); }
  void everyControlHasAName();
  void tabComesRound_data() { pages(); }
  void tabComesRound();
  void theFocusIsSeen_data();
  void theFocusIsSeen();
  void everyPlotIsAChartWithATable();
  void aPresentationIsLarger();
  void aPresentationPutsEverythingBack();
  void layoutsAreKeptByName();
  void anArrangementFitsOntoTheScreen();
  void motionIsReduced();

 private:
  static void pages();
  void showPage(int page);

  std::unique_ptr<MainWindow> window_;
};

void ReachTest::initTestCase() {
  applyTheme(ThemeChoice::Light);
  MainWindow::Start start;
  start.restoreSession = false;
  window_ = std::make_unique<MainWindow>(start);
  window_->resize(1440, 900);
  window_->show();
  window_->activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(window_.get()));
}

void ReachTest::pages() {
  QTest::addColumn<int>("page");
  QTest::newRow("training") << 0;
  int number = 1;
  for (const auto& entry : views()) QTest::newRow(entry.key) << number++;
}

void ReachTest::showPage(int page) {
  window_->findChild<QTabBar*>()->setCurrentIndex(page);
  QCOMPARE(window_->findChild<QStackedWidget*>()->currentIndex(), page);
  QCoreApplication::processEvents();
}

void ReachTest::everyControlHasAName() {
  QFETCH(int, page);
  showPage(page);
  std::map<std::pair<const QWidget*, QString>, const QWidget*> siblings;
  for (auto* widget : focusable(window_.get())) {
    auto* reader = QAccessible::queryAccessibleInterface(widget);
    QVERIFY2(reader != nullptr, qPrintable(describeWidget(widget)));
    const QString name = reader->text(QAccessible::Name);
    QVERIFY2(!name.trimmed().isEmpty(), qPrintable(describeWidget(widget)));
    // A slider and its field are the same thing twice; two of a kind are not.
    const auto kind = QStringLiteral("%1:%2").arg(int{reader->role()}).arg(name);
    const auto [before, isNew] = siblings.try_emplace({widget->parentWidget(), kind}, widget);
    QVERIFY2(isNew, qPrintable(describeWidget(before->second)));
  }
}

void ReachTest::tabComesRound() {
  QFETCH(int, page);
  showPage(page);
  const auto all = focusable(window_.get());
  QVERIFY(all.size() > 15);
  std::set<const QWidget*> left(all.begin(), all.end());
  all.front()->setFocus(Qt::TabFocusReason);
  for (const auto key : {Qt::Key_Tab, Qt::Key_Backtab}) {
    const auto* first = QApplication::focusWidget();
    std::size_t presses = 0;
    QStringList way;
    do {
      left.erase(QApplication::focusWidget());
      way << QApplication::focusWidget()->accessibleName();
      QTest::keyClick(QApplication::focusWidget(), key);
    } while (QApplication::focusWidget() != first && ++presses < 2 * all.size());
    if (QApplication::focusWidget() != first)
      qWarning("stays at %s", qPrintable(describeWidget(QApplication::focusWidget())));
    QVERIFY2(QApplication::focusWidget() == first, "a trap: Tab does not come back");
    for (const auto* widget : left) qWarning("not reached: %s", qPrintable(describeWidget(widget)));
    QVERIFY2(left.empty(), qPrintable(way.join(QStringLiteral(" > "))));
    left.insert(all.begin(), all.end());
  }
}

void ReachTest::theFocusIsSeen_data() {
  QTest::addColumn<bool>("dark");
  QTest::newRow("light") << false;
  QTest::newRow("dark") << true;
}

void ReachTest::theFocusIsSeen() {
  QFETCH(bool, dark);
  applyTheme(dark ? ThemeChoice::Dark : ThemeChoice::Light);
  QWidget nowhere(window_.get());
  nowhere.setFocusPolicy(Qt::StrongFocus);
  nowhere.show();
  // The style sheet, or its own painting, treats all of a kind and a role alike.
  std::set<QByteArray> seen;
  for (int page = 0; page <= static_cast<int>(views().size()); ++page) {
    showPage(page);
    for (auto* widget : focusable(window_.get())) {
      const auto kind =
          QByteArray(widget->metaObject()->className()) + widget->property("role").toByteArray();
      if (widget == &nowhere || !seen.insert(kind).second) continue;
      const bool hasText = qobject_cast<QLineEdit*>(widget) != nullptr ||
                           qobject_cast<QAbstractSpinBox*>(widget) != nullptr;
      const auto look = [&] { return hasText ? rim(widget) : widget->grab().toImage(); };
      nowhere.setFocus(Qt::TabFocusReason);
      const auto without = look();
      widget->setFocus(Qt::TabFocusReason);
      QVERIFY2(look() != without, qPrintable(describeWidget(widget)));
    }
  }
  QVERIFY(seen.size() > 15);
  applyTheme(ThemeChoice::Light);
}

void ReachTest::everyPlotIsAChartWithATable() {
  const auto plots = window_->findChildren<PlotReach*>();
  QVERIFY(plots.size() >= 10);
  for (auto* reach : plots) {
    auto* widget = qobject_cast<QWidget*>(reach->parent());
    auto* reader = QAccessible::queryAccessibleInterface(widget);
    QCOMPARE(reader->role(), QAccessible::Chart);
    QVERIFY2(!reader->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
    widget->setAccessibleDescription(QStringLiteral("1.5 at 3"));
    QCOMPARE(reader->text(QAccessible::Value), QStringLiteral("1.5 at 3"));
    widget->setAccessibleDescription({});
    const auto table = reach->table();
    for (const auto& column : table.columns) QVERIFY(!column.title.isEmpty());
  }
  auto* asTable = window_->findChild<QAction*>(QStringLiteral("show-as-table"));
  showPage(0);
  window_->view()->curves()->plot()->setFocus(Qt::TabFocusReason);
  asTable->trigger();
  const auto tables = window_->findChildren<PlotTableWindow*>();
  QCOMPARE(tables.size(), 1);
  QVERIFY(!tables.front()->isModal());
  tables.front()->close();
  QTRY_VERIFY(window_->findChildren<PlotTableWindow*>().isEmpty());
}

void ReachTest::aPresentationIsLarger() {
  showPage(0);
  auto* presentation = window_->findChild<Presentation*>();
  const int before = window_->view()->curves()->height();
  const int tabs = window_->findChild<QTabBar*>()->height();
  presentation->action()->trigger();
  QCoreApplication::processEvents();
  QCOMPARE(plotFont().pixelSize(), 14);
  QVERIFY(window_->view()->curves()->width() > 1300);
  QVERIFY(window_->findChild<QTabBar*>()->height() > tabs);
  QVERIFY(window_->view()->curves()->height() > before / 2);
  const QSize least = window_->minimumSizeHint();
  QVERIFY2(least.width() <= 1280 && least.height() <= 720,
           qPrintable(QStringLiteral("%1 x %2").arg(least.width()).arg(least.height())));
  presentation->action()->trigger();
}

void ReachTest::aPresentationPutsEverythingBack() {
  showPage(0);
  struct Look {
    QPointer<QWidget> widget;  // some are made anew
    int pixels;
    bool isVisible;
  };
  std::vector<Look> before;
  for (auto* widget : window_->findChildren<QWidget*>())
    before.push_back({widget, widget->font().pixelSize(), widget->isVisible()});
  auto* presentation = window_->findChild<Presentation*>();
  presentation->action()->trigger();
  QCoreApplication::processEvents();
  for (const auto* dock : window_->findChildren<QDockWidget*>()) QVERIFY(dock->isHidden());
  presentation->action()->trigger();
  QCoreApplication::processEvents();
  QCOMPARE(typeScale(), 1.0);
  for (const auto& [widget, pixels, isVisible] : before) {
    if (widget == nullptr) continue;
    QVERIFY2(widget->font().pixelSize() == pixels, qPrintable(describeWidget(widget)));
    QVERIFY2(widget->isVisible() == isVisible, qPrintable(describeWidget(widget)));
  }
}

void ReachTest::layoutsAreKeptByName() {
  auto* layouts = window_->findChild<Layouts*>();
  const auto docks = window_->findChildren<QDockWidget*>();
  QCOMPARE(docks.size(), 2);
  const QString name = QStringLiteral("Wide / & ä");
  docks[0]->hide();
  window_->addDockWidget(Qt::LeftDockWidgetArea, docks[1]);
  layouts->save(name);
  QCOMPARE(layouts->names(), QStringList{name});
  layouts->reset();
  QVERIFY(docks[0]->isVisible());
  QCOMPARE(window_->dockWidgetArea(docks[1]), Qt::RightDockWidgetArea);
  QVERIFY(layouts->choose(name));
  QVERIFY(docks[0]->isHidden());
  QCOMPARE(window_->dockWidgetArea(docks[1]), Qt::LeftDockWidgetArea);
  QVERIFY(!layouts->choose(QStringLiteral("no such")));
  layouts->remove(name);
  QVERIFY(layouts->names().isEmpty());
  layouts->reset();
}

void ReachTest::anArrangementFitsOntoTheScreen() {
  auto* layouts = window_->findChild<Layouts*>();
  auto* dock = window_->findChildren<QDockWidget*>().front();
  dock->setFloating(true);
  dock->move(20000, -3000);
  layouts->fitOntoScreen();
  QVERIFY(window_->screen()->availableGeometry().contains(dock->geometry()));
  layouts->reset();
  QVERIFY(!dock->isFloating());
}

void ReachTest::motionIsReduced() {
  QVERIFY(!reducedMotion() && window_->isAnimated());
  chooseReducedMotion(true);
  QVERIFY(reducedMotion());
  QVERIFY(!window_->isAnimated());
  chooseReducedMotion(false);
  QVERIFY(window_->isAnimated());
}

QTEST_MAIN(ReachTest)
#include "reach_test.moc"
