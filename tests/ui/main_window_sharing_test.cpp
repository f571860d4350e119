// SPDX-License-Identifier: GPL-3.0-or-later
// A figure comes back to the window that made it, or to another, and its run is repeated; runs
// leave as command lines.
#include <memory>

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QListWidget>
#include <QMimeData>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>
#include <QtTest>

#include "core/experiment/files.h"
#include "core/experiment/run_folder.h"
#include "tests/support/own_home.h"
#include "tests/support/small_runs.h"
#include "ui/main_window.h"
#include "ui/panels/figure_dialog.h"
#include "ui/panels/runs_panel.h"
#include "ui/plots/export.h"
#include "ui/training_view.h"
#include "ui/widgets/style_sheet.h"

using namespace telegrad;
using namespace telegrad::ui;

namespace {

constexpr int kPatience = 60000;  // milliseconds, for a machine that is busy

Experiment small(const std::string& name) {
  return test::with(Experiment(),
                    {"model.key=quadratic", "model.dimension=20", "run.max_iterations=40",
                     "run.evaluate_every=10", "name=" + name});
}

std::unique_ptr<MainWindow> emptyWindow(const Experiment& experiment = Experiment()) {
  MainWindow::Start start;
  start.experiment = experiment;
  start.restoreSession = false;
  auto window = std::make_unique<MainWindow>(start);
  window->resize(1440, 900);
  window->show();
  return window;
}

const ParameterName kRate{"algorithm", "learning_rate"};

/// A run with a change after its fifth iteration, to its end.
void train(MainWindow& window) {
  auto& controller = window.controller();
  controller.step(5);
  QTRY_COMPARE_WITH_TIMEOUT(controller.iteration(), 5, kPatience);
  controller.change(kRate, 0.001);
  QTRY_COMPARE_WITH_TIMEOUT(controller.state(), RunState::Paused, kPatience);
  controller.toggle();
  QTRY_VERIFY_WITH_TIMEOUT(!controller.isActive(), kPatience);
  QCOMPARE(controller.state(), RunState::Finished);
}

void drop(QWidget& onto, const QString& path) {
  QMimeData data;
  data.setUrls({QUrl::fromLocalFile(path)});
  QDragEnterEvent enter(QPoint(9, 9), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(&onto, &enter);
  QVERIFY(enter.isAccepted());
  QDropEvent dropped(QPointF(9, 9), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(&onto, &dropped);
}

std::string digests(const Run& run) {
  const auto text = readFile(run.folder / kDigestsFile);
  return text ? *text : std::string();
}

}  // namespace

class MainWindowSharingTest : public QObject {
  Q_OBJECT

 public:
  static void initMain() { test::useOwnHome(); }

 private slots:
  void initTestCase() { applyTheme(ThemeChoice::Light); }
  void aDroppedFigureRepeatsItsRun_data();
  void aDroppedFigureRepeatsItsRun();
  void ofSeveralRunsOneIsChosen();
  void whatCarriesNothingIsSaid();
  void aDroppedExperimentAndRunFolderAreOpened();
  void aRunIsCopiedAsACommandLine();

 private:
  QString path(const QString& name) const { return folder_.filePath(name); }
  QTemporaryDir folder_;
};

void MainWindowSharingTest::aDroppedFigureRepeatsItsRun_data() {
  QTest::addColumn<QString>("name");
  for (const char* name : {"a.png", "a.svg", "a.pdf"}) QTest::newRow(name) << name;
}

void MainWindowSharingTest::aDroppedFigureRepeatsItsRun() {
  QFETCH(QString, name);
  const auto first = emptyWindow(small("Shared"));
  train(*first);
  const auto& runs = first->controller().runs();
  QVERIFY(exportFigure(runs, {}, path(name).toStdString()));

  const auto other = emptyWindow();
  drop(*other, path(name));
  const auto* banner = other->view()->banner();
  QTRY_VERIFY_WITH_TIMEOUT(banner->text().contains("Shared"), kPatience);
  QVERIFY(other->controller().draft() == runs.at(0).experiment);
  QVERIFY(banner->text().contains(name));
  QVERIFY(banner->button()->text().contains("1 change"));
  banner->button()->click();
  QTRY_VERIFY_WITH_TIMEOUT(other->controller().runId() != 0 && !other->controller().isActive(),
                           kPatience);
  const auto& again = other->controller().runs().at(0);
  QVERIFY(again.changes == runs.at(0).changes);
  QVERIFY(!digests(again).empty());
  QCOMPARE(digests(again), digests(runs.at(0)));
}

void MainWindowSharingTest::ofSeveralRunsOneIsChosen() {
  const auto first = emptyWindow(small("One"));
  train(*first);
  first->controller().setDraft(small("Two").withSeed(5));
  train(*first);
  QVERIFY(exportFigure(first->controller().runs(), {}, path("two.svg").toStdString()));
  const auto other = emptyWindow();
  drop(*other, path("two.svg"));
  FigureDialog* dialog = nullptr;
  QTRY_VERIFY_WITH_TIMEOUT(
      (dialog = qobject_cast<FigureDialog*>(QApplication::activeModalWidget())) != nullptr,
      kPatience);
  auto* list = dialog->findChild<QListWidget*>();
  QCOMPARE(list->count(), 2);
  QVERIFY(list->item(1)->text().contains("Two") && list->item(1)->text().contains("seed 5"));
  list->setCurrentRow(1);
  dialog->done(FigureDialog::Settings);
  QTRY_COMPARE_WITH_TIMEOUT(other->controller().draft().name(), std::string("Two"), kPatience);
  QVERIFY(!other->controller().isActive());
}

void MainWindowSharingTest::whatCarriesNothingIsSaid() {
  const auto window = emptyWindow();
  const auto before = window->controller().draft();
  QVERIFY(replaceFile(path("empty.svg").toStdString(), "<svg></svg>"));
  QVERIFY(replaceFile(path("broken.png").toStdString(), "hello"));
  for (const auto& [name, word] : {std::pair{"empty.svg", "carries no experiment"},
                                   {"broken.png", "neither"},
                                   {"missing.pdf", "missing.pdf"}}) {
    drop(*window, path(name));
    QTRY_VERIFY_WITH_TIMEOUT(window->view()->banner()->text().contains(word), kPatience);
  }
  QVERIFY(window->controller().draft() == before);
}

void MainWindowSharingTest::aDroppedExperimentAndRunFolderAreOpened() {
  const auto first = emptyWindow(small("Kept"));
  train(*first);
  const auto run = QString::fromStdString(first->controller().runs().at(0).folder.string());
  const auto other = emptyWindow();
  drop(*other, run);
  QTRY_COMPARE_WITH_TIMEOUT(other->controller().runs().count(), 1, kPatience);
  drop(*other, run + "/experiment.toml");
  QTRY_COMPARE_WITH_TIMEOUT(other->controller().draft().name(), std::string("Kept"), kPatience);
}

void MainWindowSharingTest::aRunIsCopiedAsACommandLine() {
  const auto window = emptyWindow(small("Copied run"));
  auto* action = [&]() -> QAction* {
    for (auto* one : window->findChild<RunsPanel*>()->table()->actions())
      if (one->text() == "Copy as command line") return one;
    return nullptr;
  }();
  QVERIFY(action != nullptr);
  action->trigger();  // of the form: there is no run yet
  const auto draft = QApplication::clipboard()->text();
  QVERIFY2(draft.startsWith("telegrad-cli run ") && draft.contains("'name=Copied run'") &&
               draft.contains("quadratic") && !draft.contains("--controls"),
           qPrintable(draft));
  train(*window);
  action->trigger();
  const auto folder = QString::fromStdString(window->controller().runs().at(0).folder.string());
  QCOMPARE(QApplication::clipboard()->text(), draft + " --controls " + folder + "/journal.jsonl");
  QVERIFY(window->view()->banner()->text().startsWith("Copied: telegrad-cli run"));
}

QTEST_MAIN(MainWindowSharingTest)
#include "main_window_sharing_test.moc"
