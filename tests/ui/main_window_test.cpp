// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

#include <algorithm>
#include <memory>
#include <set>
#include <vector>

#ifdef __linux__
#include <sys/resource.h>
#endif

#include <QAbstractButton>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QScreen>
#include <QStandardPaths>
#include <QStyle>
#include <QTabBar>
#include <QTemporaryDir>
#include <QtTest>

#include "core/experiment/run_folder.h"
#include "tests/support/own_home.h"
#include "ui/panels/live_controls_panel.h"
#include "ui/training_view.h"
#include "ui/views.h"
#include "ui/widgets/style_sheet.h"

using telegrad::Experiment;
using telegrad::RunState;
using telegrad::ui::MainWindow;

namespace {

constexpr int kPatience = 60000;  // milliseconds, for a machine that is busy

/// A few seconds of work that needs no file.
Experiment tiny(const std::vector<std::string>& more = {}) {
  std::vector<std::string> assignments{"dataset.key=synthetic-digits",
                                       "cluster.workers=3",
                                       "cluster.batch=8",
                                       "dataset.train_examples=1000",
                                       "dataset.test_examples=200",
                                       "run.max_iterations=120",
                                       "run.evaluate_every=50",
                                       "name=Tiny run"};
  assignments.insert(assignments.end(), more.begin(), more.end());
  Experiment experiment;
  for (const auto& assignment : assignments) {
    auto changed = experiment.withText(assignment);
    if (!changed) qFatal("%s: %s", assignment.c_str(), changed.error().message.c_str());
    experiment = *std::move(changed);
  }
  return experiment;
}

std::unique_ptr<MainWindow> windowWith(const Experiment& experiment, bool run) {
  MainWindow::Start start;
  start.experiment = experiment;
  start.run = run;
  start.restoreSession = false;
  auto window = std::make_unique<MainWindow>(start);
  window->resize(1440, 900);
  window->show();
  return window;
}

}  // namespace

class MainWindowTest : public QObject {
  Q_OBJECT

 public:
  static void initMain() { telegrad::test::useOwnHome(); }

 private slots:
  void initTestCase() { telegrad::ui::applyTheme(telegrad::ui::ThemeChoice::Light); }
  void saysWhatToDoWhenThereIsNothing();
  void fitsASmallScreen();
  void leavesRoomForItsTitle();
  void aConvexProblemNeedsNoDataset();
  void trainsARunToItsEnd();
  void aChangeTakesEffectWhileItRuns();
  void rewindingRepeatsTheRun();
  void whatTrainsGivesWayToTheWindow();
  void aRunThatBeginsAtOnceComesAfterThoseReadBack();
  void closingWhileTrainingLosesNothing();
  void everyControlHasANameAndTabReachesIt();
  void theWindowKeepsToTheRulesOfTheFile();
  void aKioskHasNoWayOut();
};

void MainWindowTest::theWindowKeepsToTheRulesOfTheFile() {
  const telegrad::ParameterName rate{"algorithm", "learning_rate"};
  const telegrad::ParameterName fraction{"compressor", "fraction"};
  const telegrad::WindowRules rules{
      .lock = {"algorithm.learning_rate", "algorithm.key", "seed"},
      .hide = {"compressor.fraction", "network.*", "page.sweeps", "panel.experiment"},
      .fullScreen = true};
  const auto window = windowWith(tiny({"algorithm.key=sasg"}), false);
  auto& controller = window->controller();
  controller.setDraft(controller.draft().withWindow(rules));
  const auto* live = window->findChild<telegrad::ui::LiveControlsPanel*>();
  QVERIFY(!live->control(rate)->isEnabled());
  QVERIFY(live->control(rate)->toolTip().contains(QStringLiteral("Locked")));
  QVERIFY(live->control(fraction) == nullptr);
  QVERIFY(live->control({"algorithm", "threshold_factor"})->isEnabled());
  QVERIFY(!window->findChild<QComboBox*>(QStringLiteral("slot.algorithm"))->isEnabled());
  QVERIFY(window->findChild<QComboBox*>(QStringLiteral("slot.network"))
              ->parentWidget()
              ->parentWidget()
              ->isHidden());
  const auto before = controller.draft().value(rate);
  controller.change(rate, 0.5);
  QCOMPARE(controller.draft().value(rate), before);
  controller.newSeed();
  QVERIFY(!controller.isActive());
  const auto* tabs = window->findChild<QTabBar*>();
  const auto all = telegrad::ui::views();
  QCOMPARE(tabs->count(), static_cast<int>(all.size()) + 1);
  for (int i = 0; i < static_cast<int>(all.size()); ++i)
    QCOMPARE(tabs->isTabVisible(i + 1),
             std::string_view(all[static_cast<std::size_t>(i)].key) != "sweeps");
  QCOMPARE(telegrad::windowPages().size(), all.size());
  for (std::size_t i = 0; i < all.size(); ++i)
    QCOMPARE(telegrad::windowPages()[i], std::string_view(all[i].key));
  QVERIFY(window->isFullScreen());
  // What another file does not say is as it was.
  controller.setDraft(tiny({"algorithm.key=sasg"}));
  QVERIFY(!window->isFullScreen() && tabs->isTabVisible(4));
  QVERIFY(live->control(rate)->isEnabled() && live->control(fraction) != nullptr);
  for (const auto* dock : window->findChildren<QDockWidget*>()) QVERIFY(!dock->isHidden());
}

void MainWindowTest::aKioskHasNoWayOut() {
  MainWindow::Start start;
  start.experiment = tiny();
  start.restoreSession = false;
  start.kiosk = true;
  MainWindow window(start);
  QVERIFY(window.isFullScreen());
  window.show();
  for (const auto* menu : window.menuBar()->actions()) {
    const bool may = menu->text().contains(QStringLiteral("Run")) ||
                     menu->text().contains(QStringLiteral("View"));
    QCOMPARE(menu->isVisible(), may);
    if (may || menu->menu() == nullptr) continue;
    for (const auto* action : menu->menu()->actions()) QVERIFY(!action->isEnabled());
  }
  window.controller().step(1);
  QTRY_COMPARE_WITH_TIMEOUT(window.controller().iteration(), 1, kPatience);
}

void MainWindowTest::saysWhatToDoWhenThereIsNothing() {
  const auto window = windowWith(tiny(), false);
  QVERIFY(window->view()->banner()->text().contains(QStringLiteral("Space")));
  QVERIFY(window->view()->banner()->text().contains(QStringLiteral("3 workers")));
}

void MainWindowTest::fitsASmallScreen() {
  const auto window = windowWith(tiny({"algorithm.key=deco-sgd"}), false);
  const QSize least = window->minimumSizeHint();
  QVERIFY2(least.width() <= 1280 && least.height() <= 720,
           qPrintable(QStringLiteral("%1 x %2").arg(least.width()).arg(least.height())));
}

/// On a screen that is no larger than the window would be, its title bar has room too.
void MainWindowTest::leavesRoomForItsTitle() {
  MainWindow::Start start;
  start.restoreSession = false;
  const MainWindow window(start);
  const int title = window.style()->pixelMetric(QStyle::PM_TitleBarHeight);
  QVERIFY(title > 0 && window.screen()->availableSize().height() < 900 + title);
  QVERIFY(window.height() + title <= window.screen()->availableSize().height());
}

void MainWindowTest::aConvexProblemNeedsNoDataset() {
  const auto window = windowWith(
      tiny({"model.key=heterogeneous-quadratic", "algorithm.key=ef21", "run.epochs=200"}), true);
  auto& controller = window->controller();
  QTRY_VERIFY_WITH_TIMEOUT(!controller.isActive(), kPatience);
  QCOMPARE(controller.state(), RunState::Finished);
  const auto* combo = window->findChild<QComboBox*>(QStringLiteral("slot.dataset"));
  QVERIFY(combo != nullptr && combo->isHidden() == false && !combo->isVisibleTo(window.get()));
  const auto* model = window->findChild<QComboBox*>(QStringLiteral("slot.model"));
  QVERIFY(model != nullptr && model->isVisibleTo(window.get()));
}

void MainWindowTest::trainsARunToItsEnd() {
  const auto window = windowWith(tiny(), true);
  auto& controller = window->controller();
  QTRY_VERIFY_WITH_TIMEOUT(!controller.isActive(), kPatience);
  QCOMPARE(controller.state(), RunState::Finished);
  const auto& run = controller.runs().at(0);
  QCOMPARE(controller.iteration(), run.info->iterations);
  QVERIFY(window->view()->banner()->text().contains(QStringLiteral("finished")));
  const auto stored = telegrad::readRunFolder(run.folder);
  QVERIFY2(stored, stored ? "" : stored.error().message.c_str());
  QCOMPARE(stored->state, std::string("finished"));
  QCOMPARE(static_cast<std::int64_t>(stored->records.size()), run.info->iterations);
}

void MainWindowTest::aChangeTakesEffectWhileItRuns() {
  const auto window = windowWith(tiny({"algorithm.key=sasg"}), false);
  auto& controller = window->controller();
  controller.step(2);
  QTRY_COMPARE_WITH_TIMEOUT(controller.iteration(), 2, kPatience);
  const telegrad::ParameterName rate{"algorithm", "learning_rate"};
  controller.change(rate, 0.0025);
  auto* control = window->findChild<telegrad::ui::LiveControlsPanel*>()->control(rate);
  QCOMPARE(control->chip(), QStringLiteral("takes effect at iteration 3"));
  controller.step(1);
  QTRY_COMPARE_WITH_TIMEOUT(control->chip(), QStringLiteral("in force since iteration 3"),
                            kPatience);
  QCOMPARE(controller.runs().at(0).changes.size(), std::size_t{1});
  controller.undoStack().undo();
  controller.step(1);
  QTRY_COMPARE_WITH_TIMEOUT(controller.runs().at(0).changes.size(), std::size_t{2}, kPatience);
  QCOMPARE(controller.runs().at(0).changes.back().to, controller.runs().at(0).changes.front().from);
}

void MainWindowTest::rewindingRepeatsTheRun() {
  const auto window = windowWith(tiny(), false);
  auto& controller = window->controller();
  for (int turn = 0; turn < 2; ++turn) {
    if (turn == 1) controller.rewind();
    controller.step(5);
    QTRY_COMPARE_WITH_TIMEOUT(controller.iteration(), 5, kPatience);
  }
  const auto& first = controller.runs().at(0).series;
  const auto& second = controller.runs().at(1).series;
  for (std::size_t row = 0; row < 5; ++row)
    QCOMPARE(second.at(row).trainLoss, first.at(row).trainLoss);
}

/// The nice value of each thread of this process, the window's own left out.
std::vector<int> nicenessOfOthers() {
  std::vector<int> all;
  const auto own = QString::number(QCoreApplication::applicationPid());
  for (const auto& thread :
       QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
    QFile file(QStringLiteral("/proc/self/task/%1/stat").arg(thread));
    if (thread == own || !file.open(QIODevice::ReadOnly)) continue;
    const auto line = file.readAll();
    // proc(5): the 19th field; the second, the name in brackets, may hold spaces.
    all.push_back(line.mid(line.lastIndexOf(')') + 2).split(' ').at(16).toInt());
  }
  return all;
}

void MainWindowTest::whatTrainsGivesWayToTheWindow() {
#ifdef __linux__
  const auto window = windowWith(tiny(), false);
  const int own = getpriority(PRIO_PROCESS, 0);
  const auto eager = std::ranges::count(nicenessOfOthers(), own);
  window->controller().step(2);
  QTRY_COMPARE_WITH_TIMEOUT(window->controller().state(), RunState::Paused, kPatience);
  // The run's thread is there: it waits. Of oneTBB's threads some may be, too.
  const auto now = nicenessOfOthers();
  QVERIFY(std::ranges::any_of(now, [own](int nice) { return nice > own; }));
  QCOMPARE(std::ranges::count(now, own), eager);
  QCOMPARE(getpriority(PRIO_PROCESS, 0), own);
#else
  QSKIP("a thread's own priority is set on Linux alone");
#endif
}

void MainWindowTest::aRunThatBeginsAtOnceComesAfterThoseReadBack() {
  std::vector<std::filesystem::path> before;
  for (const char* name : {"name=First", "name=Second"}) {
    const auto window = windowWith(tiny({"run.max_iterations=3", name}), true);
    QTRY_VERIFY_WITH_TIMEOUT(!window->controller().isActive(), kPatience);
    before.push_back(window->controller().runs().at(0).folder);
  }
  MainWindow::Start start;
  start.experiment = tiny({"run.max_iterations=3", "name=Third"});
  start.runFolders = before;
  start.run = true;
  start.restoreSession = false;
  MainWindow window(start);
  auto& runs = window.controller().runs();
  QTRY_VERIFY_WITH_TIMEOUT(runs.count() == 3 && !window.controller().isActive(), kPatience);
  QCOMPARE(runs.at(0).name, QStringLiteral("First"));
  QCOMPARE(runs.at(1).name, QStringLiteral("Second"));
  QCOMPARE(runs.at(2).name, QStringLiteral("Third"));
  QVERIFY(runs.at(0).isReadBack() && !runs.at(2).isReadBack());
}

void MainWindowTest::closingWhileTrainingLosesNothing() {
  auto window = windowWith(tiny({"run.max_iterations=100000", "run.epochs=400"}), true);
  QTRY_VERIFY_WITH_TIMEOUT(window->controller().iteration() > 3, kPatience);
  const auto folder = window->controller().runs().at(0).folder;
  const auto seen = window->controller().iteration();
  QVERIFY(window->close());
  window.reset();
  const auto stored = telegrad::readRunFolder(folder);
  QVERIFY2(stored, stored ? "" : stored.error().message.c_str());
  QVERIFY(static_cast<qint64>(stored->records.size()) >= seen);
  QCOMPARE(stored->state, std::string("stopped"));
}

void MainWindowTest::everyControlHasANameAndTabReachesIt() {
  const auto window = windowWith(tiny({"algorithm.key=sasg"}), false);
  window->activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(window.get()));
  std::set<const QWidget*> wanted;
  for (const auto* widget : window->findChildren<QWidget*>()) {
    if (!widget->isVisible() || !widget->isEnabled() || !(widget->focusPolicy() & Qt::TabFocus) ||
        widget->focusProxy() != nullptr)
      continue;
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    const bool isNamed =
        !widget->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty());
    QVERIFY2(isNamed, qPrintable(QStringLiteral("%1 \"%2\" in %3")
                                     .arg(widget->metaObject()->className(), widget->objectName(),
                                          widget->parentWidget()->metaObject()->className())));
    wanted.insert(widget);
  }
  QVERIFY(wanted.size() > 20);
  const auto presses = 2 * wanted.size();
  for (std::size_t i = 0; i < presses; ++i) {
    wanted.erase(QApplication::focusWidget());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
  }
  for (const auto* widget : wanted)
    qWarning("not reached: %s \"%s\"", widget->metaObject()->className(),
             qPrintable(widget->accessibleName()));
  QVERIFY(wanted.empty());
}

QTEST_MAIN(MainWindowTest)
#include "main_window_test.moc"
