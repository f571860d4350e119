// SPDX-License-Identifier: GPL-3.0-or-later
// Going back in the window: forks, rewinding, undo, what a crash interrupted, and a full disk.
#include <algorithm>
#include <csignal>
#include <map>
#include <memory>

#include <QClipboard>
#include <QInputDialog>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include "core/base/crash_report.h"
#include "core/experiment/experiment_file.h"
#include "core/experiment/files.h"
#include "core/experiment/run_folder.h"
#include "tests/support/command_line.h"
#include "tests/support/file_size_limit.h"
#include "tests/support/own_home.h"
#include "tests/support/small_runs.h"
#include "ui/main_window.h"
#include "ui/models/checkpoint_settings.h"
#include "ui/panels/banner.h"
#include "ui/panels/fork_dialog.h"
#include "ui/panels/settings_dialog.h"
#include "ui/place_menu.h"
#include "ui/training_view.h"
#include "ui/widgets/style_sheet.h"

using namespace telegrad;
using namespace telegrad::ui;

namespace fs = std::filesystem;

namespace {

constexpr int kPatience = 60000;  // milliseconds, for a machine that is busy
const ParameterName kRate{"algorithm", "learning_rate"};

Experiment experiment(std::initializer_list<std::string> more = {}) {
  return test::with(test::smallExperiment("sasg", {"name=Small"}), more);
}

std::string digestIn(const fs::path& folder) {
  const auto text = readFile(folder / kSummaryFile);
  if (!text) return {};
  const auto summary = QJsonDocument::fromJson(QByteArray::fromStdString(*text)).object();
  return summary["weights_sha256"].toString().toStdString();
}

std::map<fs::path, std::string> filesIn(const fs::path& folder) {
  std::map<fs::path, std::string> files;
  for (const auto& file : fs::recursive_directory_iterator(folder))
    if (file.is_regular_file()) files[file.path()] = *readFile(file.path());
  return files;
}

}  // namespace

class HistoryTest : public QObject {
  Q_OBJECT

 public:
  static void initMain() { test::useOwnHome(); }

 private slots:
  void init();
  void aForkIsWhatTheCommandLineMakes();
  void aForkIsABranchOfItsParent();
  void aForkOfTheRunInHandStopsIt();
  void rewindingDestroysNothing();
  void undoSetsBackFromNowOn();
  void rewindingToBeforeAChangeNeverHadIt();
  void aNoteIsInTheJournalAndOnTheCurves();
  void theMenuTellsTheTwoApart();
  void theDialogHasTheValuesOfThatPoint();
  void whatWasKilledGoesOnToTheSameBits();
  void whatWasInterruptedCanBeKept();
  void aCrashIsNamedUntilThatIsClosed();
  void aFullDiskPausesAndGoesOn();
  void theBudgetIsTheUsers();

 private:
  static std::unique_ptr<MainWindow> windowOn(const Experiment& experiment);
  static void trainToTheEnd(RunController& controller);
  static void stepTo(RunController& controller, qint64 iteration);
  /// A window whose run has 40 iterations, with another learning rate from the sixteenth on.
  static std::unique_ptr<MainWindow> windowWithAChange();
  fs::path path(const char* name) const { return folder_->filePath(name).toStdString(); }
  std::unique_ptr<QTemporaryDir> folder_;
};

void HistoryTest::init() {
  applyTheme(ThemeChoice::Light);
  fs::remove_all(RunController::runsFolder());
  folder_ = std::make_unique<QTemporaryDir>();
}

std::unique_ptr<MainWindow> HistoryTest::windowOn(const Experiment& experiment) {
  MainWindow::Start start;
  start.experiment = experiment;
  start.restoreSession = false;
  auto window = std::make_unique<MainWindow>(start);
  window->resize(1440, 900);
  window->show();
  return window;
}

void HistoryTest::trainToTheEnd(RunController& controller) {
  if (!controller.isActive()) controller.toggle();
  // One that is being prepared may yet be found to wait.
  const auto goesOn = [&] {
    if (controller.isActive() && controller.state() == RunState::Paused) controller.toggle();
    return controller.isActive();
  };
  QTRY_VERIFY_WITH_TIMEOUT(!goesOn(), kPatience);
  QCOMPARE(controller.state(), RunState::Finished);
}

void HistoryTest::stepTo(RunController& controller, qint64 iteration) {
  controller.step(iteration - controller.iteration());
  QTRY_COMPARE_WITH_TIMEOUT(controller.iteration(), iteration, kPatience);
  QTRY_VERIFY_WITH_TIMEOUT(controller.state() == RunState::Paused || !controller.isActive(),
                           kPatience);
  QTRY_COMPARE_WITH_TIMEOUT(controller.state(), RunState::Paused, kPatience);
}

std::unique_ptr<MainWindow> HistoryTest::windowWithAChange() {
  auto window = windowOn(experiment());
  auto& controller = window->controller();
  stepTo(controller, 15);
  controller.change(kRate, 0.05);
  trainToTheEnd(controller);
  return window;
}

void HistoryTest::aForkIsWhatTheCommandLineMakes() {
  const auto window = windowWithAChange();
  auto& controller = window->controller();
  const auto parent = controller.runs().at(0).folder;
  controller.fork(controller.runId(), 23, {"compressor.fraction=0.2"});
  QTRY_VERIFY_WITH_TIMEOUT(controller.runs().count() == 2 && !controller.isActive(), kPatience);
  QCOMPARE(controller.state(), RunState::Finished);
  const auto forked = test::run(
      TELEGRAD_CLI, {"fork", QString::fromStdString(parent.string()), "--at", "23", "--set",
                     "compressor.fraction=0.2", "--out", folder_->filePath("fork")});
  QVERIFY2(forked.status == 0, qPrintable(forked.err));
  QCOMPARE(digestIn(path("fork")).size(), std::size_t{64});
  const auto& fork = controller.runs().at(1);
  QCOMPARE(digestIn(fork.folder), digestIn(path("fork")));
  QVERIFY(digestIn(fork.folder) != digestIn(parent));
  QCOMPARE(fork.series.size(), std::size_t{40});
  QCOMPARE(fork.changes.size(), std::size_t{2});
  QCOMPARE(fork.changes[0].iteration, std::int64_t{16});
  QCOMPARE(fork.changes[1].iteration, std::int64_t{24});
  QCOMPARE(*readFile(fork.folder / kDigestsFile), *readFile(path("fork") / kDigestsFile));
}

void HistoryTest::aForkIsABranchOfItsParent() {
  const auto window = windowWithAChange();
  auto& controller = window->controller();
  auto& runs = controller.runs();
  const int parent = controller.runId();
  controller.setDraft(experiment({"name=Another", "seed=5"}));
  controller.toggle();
  QTRY_VERIFY_WITH_TIMEOUT(runs.count() == 2 && !controller.isActive(), kPatience);
  controller.fork(parent, 23);
  QTRY_VERIFY_WITH_TIMEOUT(runs.count() == 3 && !controller.isActive(), kPatience);
  // Right under the run it left, though another began meanwhile.
  const Run& fork = runs.at(1);
  QCOMPARE(runs.parentOf(fork), &runs.at(0));
  QCOMPARE(fork.branch->iteration, std::int64_t{23});
  QCOMPARE(runs.index(1, 0).data().toString(), QStringLiteral("↳ Small from 23"));
  QCOMPARE(runs.current(), &fork);
  const auto* curves = window->view()->curves()->figure().curves(fork.id);
  QTRY_VERIFY_WITH_TIMEOUT(!curves->loss().x.empty(), kPatience);
  QTRY_COMPARE_WITH_TIMEOUT(curves->loss().x.front(), 23.0, kPatience);
  // Without its parent it draws all of its way.
  runs.setVisible(parent, false);
  QTRY_COMPARE_WITH_TIMEOUT(curves->loss().x.front(), 1.0, kPatience);
  // Read back from its folder, it still is a branch.
  MainWindow::Start start;
  start.restoreSession = false;
  start.runFolders = {runs.at(0).folder, runs.at(2).folder, fork.folder};
  MainWindow again(start);
  auto& read = again.controller().runs();
  QTRY_COMPARE_WITH_TIMEOUT(read.count(), 3, kPatience);
  QCOMPARE(read.parentOf(read.at(1)), &read.at(0));
  QCOMPARE(read.at(1).name, QStringLiteral("Small from 23"));
}

void HistoryTest::aForkOfTheRunInHandStopsIt() {
  const auto window = windowOn(experiment({"run.max_iterations=100000", "run.epochs=100000"}));
  auto& controller = window->controller();
  controller.toggle();
  QTRY_VERIFY_WITH_TIMEOUT(controller.iteration() > 30, kPatience);
  const int parent = controller.runId();
  controller.rewindTo(parent, 20);
  QTRY_VERIFY_WITH_TIMEOUT(controller.runs().count() == 2, kPatience);
  // It was going on, so the branch does.
  QTRY_VERIFY_WITH_TIMEOUT(controller.iteration() > 25, kPatience);
  const Run* run = controller.runs().byId(parent);
  QCOMPARE(run->state, RunState::Stopped);
  const auto stopped = run->series.at(run->series.size() - 1).iteration;
  QCOMPARE(static_cast<std::int64_t>(readRunFolder(run->folder)->records.size()), stopped);
  controller.stop();
  QTRY_VERIFY_WITH_TIMEOUT(!controller.isActive(), kPatience);
  // What was stopped goes on where it was.
  controller.goOn(parent);
  QTRY_VERIFY_WITH_TIMEOUT(controller.runId() == parent && controller.isActive(), kPatience);
  QTRY_VERIFY_WITH_TIMEOUT(controller.iteration() > stopped, kPatience);
  QCOMPARE(controller.runs().count(), 2);
}

void HistoryTest::rewindingDestroysNothing() {
  const auto window = windowWithAChange();
  auto& controller = window->controller();
  const Run& parent = controller.runs().at(0);
  const auto before = filesIn(parent.folder);
  controller.rewindTo(parent.id, 17);
  QTRY_VERIFY_WITH_TIMEOUT(controller.runs().count() == 2, kPatience);
  // No run was going on, so it waits there.
  QTRY_COMPARE_WITH_TIMEOUT(controller.iteration(), 17, kPatience);
  QTRY_COMPARE_WITH_TIMEOUT(controller.state(), RunState::Paused, kPatience);
  QCOMPARE(std::get<double>(controller.shown().value(kRate)), 0.05);
  trainToTheEnd(controller);
  QVERIFY(filesIn(parent.folder) == before);
  QCOMPARE(digestIn(controller.runs().at(1).folder), digestIn(parent.folder));
}

void HistoryTest::undoSetsBackFromNowOn() {
  const auto window = windowOn(experiment());
  auto& controller = window->controller();
  stepTo(controller, 10);
  controller.change(kRate, 0.05);
  stepTo(controller, 12);
  auto* undo = window->findChild<QAction*>(QStringLiteral("undo"));
  QVERIFY2(undo->text().contains("back to") && undo->text().contains("from now on"),
           qPrintable(undo->text()));
  undo->trigger();
  stepTo(controller, 14);
  QCOMPARE(controller.runs().count(), 1);
  const auto& changes = controller.runs().at(0).changes;
  QCOMPARE(changes.size(), std::size_t{2});
  QCOMPARE(changes[1].iteration, std::int64_t{13});
  QCOMPARE(changes[1].to, changes[0].from);
  auto* redo = window->findChild<QAction*>(QStringLiteral("redo"));
  QVERIFY2(redo->text().contains("again from now on"), qPrintable(redo->text()));
  redo->trigger();
  stepTo(controller, 15);
  QCOMPARE(changes.size(), std::size_t{3});
  // What is no longer in force is not there to undo: nothing happens, and nothing is left.
  QVERIFY(controller.apply(kRate, 0.25));
  undo->trigger();
  QCOMPARE(std::get<double>(controller.shown().value(kRate)), 0.25);
  QVERIFY(!undo->isEnabled());
}

void HistoryTest::rewindingToBeforeAChangeNeverHadIt() {
  const auto plain = windowOn(experiment());
  trainToTheEnd(plain->controller());
  const auto never = digestIn(plain->controller().runs().at(0).folder);
  const auto window = windowWithAChange();
  auto& controller = window->controller();
  const auto changed = controller.runs().at(0).folder;
  auto* rewind = window->findChild<QAction*>(QStringLiteral("rewind-before"));
  QVERIFY2(rewind->isEnabled() && rewind->text().contains("before"), qPrintable(rewind->text()));
  rewind->trigger();
  QTRY_VERIFY_WITH_TIMEOUT(controller.runs().count() == 2, kPatience);
  QTRY_COMPARE_WITH_TIMEOUT(controller.iteration(), 15, kPatience);
  trainToTheEnd(controller);
  const Run& branch = controller.runs().at(1);
  QVERIFY(branch.changes.empty());
  QCOMPARE(digestIn(branch.folder), never);
  QVERIFY(digestIn(changed) != never);
  // Of two changes that began together only the one that is meant is left out.
  auto two = windowOn(experiment());
  stepTo(two->controller(), 15);
  two->controller().change(kRate, 0.05);
  two->controller().change({"compressor", "fraction"}, 0.2);
  trainToTheEnd(two->controller());
  const auto all = two->controller().runs().at(0).changes;
  QCOMPARE(all.size(), std::size_t{2});
  const auto& rate = all[0].name == kRate ? all[0] : all[1];
  two->controller().rewindToBefore(1, {rate});
  QTRY_VERIFY_WITH_TIMEOUT(two->controller().runs().count() == 2, kPatience);
  QTRY_COMPARE_WITH_TIMEOUT(two->controller().iteration(), 15, kPatience);
  trainToTheEnd(two->controller());
  const auto& kept = two->controller().runs().at(1).changes;
  QCOMPARE(kept.size(), std::size_t{1});
  QCOMPARE(kept[0].name.slot, std::string("compressor"));
}

void HistoryTest::aNoteIsInTheJournalAndOnTheCurves() {
  const auto window = windowOn(experiment());
  auto& controller = window->controller();
  controller.note(QStringLiteral("before any run"));  // which nobody has
  stepTo(controller, 10);
  auto* ask = window->findChild<QAction*>(QStringLiteral("note"));
  QVERIFY(ask->isEnabled());
  ask->trigger();
  auto* dialog = window->findChild<QInputDialog*>();
  QVERIFY(dialog != nullptr);
  dialog->setTextValue(QStringLiteral("  the loss is flat\n"));
  dialog->accept();
  const auto* banner = window->view()->banner();
  QVERIFY(banner->text().startsWith(QStringLiteral("Noted at iteration 10")));
  stepTo(controller, 20);
  QVERIFY2(banner->isHidden(), qPrintable(banner->text()));  // the mark is there
  const JournalEvent expected{10, "note", "the loss is flat"};
  QCOMPARE(controller.runs().at(0).notes, std::vector{expected});
  const auto isMarked = [&] {  // at the next drawing, that is
    return std::ranges::any_of(
        window->view()->curves()->figure().markers().chips(),
        [](const auto& chip) { return chip.text == QStringLiteral("“the loss is flat”"); });
  };
  QTRY_VERIFY_WITH_TIMEOUT(isMarked(), kPatience);
  trainToTheEnd(controller);
  QVERIFY(!ask->isEnabled());
  const auto folder = controller.runs().at(0).folder;
  const auto again = windowOn(experiment());
  again->controller().open({folder});
  QTRY_COMPARE_WITH_TIMEOUT(again->controller().runs().count(), 1, kPatience);
  QCOMPARE(again->controller().runs().at(0).notes, std::vector{expected});
}

void HistoryTest::theMenuTellsTheTwoApart() {
  const auto window = windowOn(experiment());
  auto& controller = window->controller();
  stepTo(controller, 10);
  controller.change(kRate, 0.05);
  stepTo(controller, 20);
  const Run& run = controller.runs().at(0);
  {
    const PlaceMenu menu(controller, {run.id, 11, run.changes}, window.get());
    QVERIFY(menu.setBack()->text().startsWith(QStringLiteral("Set back to 0.005")));
    QVERIFY(menu.setBack()->text().endsWith(QStringLiteral("from now on")));
    QCOMPARE(menu.rewindBefore()->text(), QStringLiteral("Rewind to before it, iteration 10"));
    QVERIFY(menu.setBack()->isEnabled() && menu.rewindBefore()->isEnabled());
    QVERIFY(menu.fork()->isEnabled() && menu.rewind()->isEnabled() && menu.goOn() == nullptr);
    menu.setBack()->trigger();
  }
  stepTo(controller, 22);
  QCOMPARE(controller.runs().count(), 1);
  QCOMPARE(run.changes.size(), std::size_t{2});
  QCOMPARE(run.changes[1].to, run.changes[0].from);
  controller.stop();
  QTRY_VERIFY_WITH_TIMEOUT(!controller.isActive(), kPatience);
  const PlaceMenu menu(controller, {run.id, 11, {run.changes[0]}}, window.get());
  QVERIFY(!menu.setBack()->isEnabled());  // there is no "from now on" any more
  QVERIFY(menu.rewindBefore()->isEnabled() && menu.goOn() != nullptr);
  const PlaceMenu plain(controller, {run.id, 5, {}}, window.get());
  QVERIFY(plain.setBack() == nullptr && plain.rewindBefore() == nullptr);
  plain.rewind()->trigger();
  QTRY_VERIFY_WITH_TIMEOUT(controller.runs().count() == 2, kPatience);
  QTRY_COMPARE_WITH_TIMEOUT(controller.iteration(), 5, kPatience);
}

void HistoryTest::theDialogHasTheValuesOfThatPoint() {
  const auto window = windowWithAChange();
  const Run& run = window->controller().runs().at(0);
  const auto rateAt = [&](std::int64_t iteration) {
    const ForkDialog dialog(run, iteration);
    return std::get<double>(dialog.form("algorithm")->values().at("learning_rate"));
  };
  QCOMPARE(rateAt(15), 0.005);
  QCOMPARE(rateAt(16), 0.05);
  const ForkDialog dialog(run, 20);
  QVERIFY(dialog.assignments().empty());
  auto* field = dialog.form("algorithm")->field("learning_rate");
  auto* line = qobject_cast<QLineEdit*>(field->editor());
  QVERIFY(line != nullptr);
  line->setText(QStringLiteral("0.125"));
  QTest::keyClick(line, Qt::Key_Return);
  QCOMPARE(dialog.assignments(), std::vector<std::string>{"algorithm.learning_rate=0.125"});
}

void HistoryTest::whatWasKilledGoesOnToTheSameBits() {
  const auto file = path("experiment.toml");
  const auto longer = experiment({"run.max_iterations=3000", "run.evaluate_every=500"});
  QVERIFY(replaceFile(file, formatExperiment(longer)));
  QProcess process;
  auto environment = QProcessEnvironment::systemEnvironment();
  environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
  process.setProcessEnvironment(environment);
  process.start(TELEGRAD_PROGRAM, {QString::fromStdString(file.string()), "--run"});
  const auto begun = [] {
    std::error_code none;
    for (const auto& run : fs::directory_iterator(RunController::runsFolder(), none))
      if (lastIterationIn(run.path()) > 0) return true;
    return false;
  };
  QTRY_VERIFY_WITH_TIMEOUT(begun(), kPatience);
  ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
  QVERIFY(process.waitForFinished(kPatience));
  QCOMPARE(process.exitStatus(), QProcess::CrashExit);

  const auto window = windowOn(longer);
  auto* recovery = window->view()->recovery();
  QTRY_COMPARE_WITH_TIMEOUT(recovery->count(), 1, kPatience);
  QVERIFY(recovery->isVisible());
  QTest::mouseClick(recovery->goOnButton(0), Qt::LeftButton);
  QVERIFY(!recovery->isVisible());
  auto& controller = window->controller();
  QTRY_VERIFY_WITH_TIMEOUT(controller.runId() != 0 && !controller.isActive(), kPatience);
  QCOMPARE(controller.state(), RunState::Finished);
  const Run& run = controller.runs().at(0);
  QCOMPARE(run.series.size(), std::size_t{3000});
  const auto whole = test::run(TELEGRAD_CLI, {"run", QString::fromStdString(file.string()), "--out",
                                              folder_->filePath("w")});
  QVERIFY2(whole.status == 0, qPrintable(whole.err));
  QCOMPARE(digestIn(run.folder), digestIn(path("w")));
  QCOMPARE(*readFile(run.folder / kDigestsFile), *readFile(path("w") / kDigestsFile));
}

void HistoryTest::whatWasInterruptedCanBeKept() {
  {
    const auto window = windowWithAChange();
    window->controller().rewind();
    stepTo(window->controller(), 5);
  }
  // As if both had been killed.
  for (const auto& run : fs::directory_iterator(RunController::runsFolder()))
    fs::remove(run.path() / kSummaryFile);
  const auto window = windowOn(experiment());
  auto* recovery = window->view()->recovery();
  QTRY_COMPARE_WITH_TIMEOUT(recovery->count(), 2, kPatience);
  QTest::mouseClick(recovery->keepButton(1), Qt::LeftButton);
  auto& runs = window->controller().runs();
  QTRY_COMPARE_WITH_TIMEOUT(runs.count(), 1, kPatience);
  QCOMPARE(readRunFolder(runs.at(0).folder)->state, std::string("interrupted"));
  QCOMPARE(recovery->count(), 1);
  // What was not decided is asked again; what was kept, not.
  const auto again = windowOn(experiment());
  QTRY_COMPARE_WITH_TIMEOUT(again->view()->recovery()->count(), 1, kPatience);
}

void HistoryTest::aCrashIsNamedUntilThatIsClosed() {
  const auto reports = crashFolder();
  QVERIFY(reports.string().starts_with(qgetenv("XDG_STATE_HOME").toStdString()));
  const auto leave = [&](const char* name) {
    fs::create_directories(reports);
    const auto head = "program: telegrad 0.1.0\ntime: 2026-11-29 12:00:00 UTC\ncause: SIGSEGV\n";
    QVERIFY(replaceFile(reports / name, head + std::string(name)));
  };
  leave("one.crash.txt");
  for (const bool closes : {false, true}) {
    const auto window = windowOn(experiment());
    auto* card = window->view()->crash();
    QTRY_VERIFY_WITH_TIMEOUT(card->isVisible(), kPatience);
    QVERIFY2(card->words().contains(QStringLiteral("telegrad 0.1.0")), qPrintable(card->words()));
    QTest::mouseClick(card->copyButton(), Qt::LeftButton);
    QVERIFY(QApplication::clipboard()->text().endsWith(QStringLiteral("one.crash.txt")));
    if (closes) QTest::mouseClick(card->closeButton(), Qt::LeftButton);
  }
  {
    const auto window = windowOn(experiment());
    QSignalSpy looked(window->view()->crash(), &CrashCard::looked);
    QVERIFY(looked.wait(kPatience));
    QVERIFY(!window->view()->crash()->isVisible());
  }
  leave("two.crash.txt");
  const auto window = windowOn(experiment());
  QTRY_VERIFY_WITH_TIMEOUT(window->view()->crash()->isVisible(), kPatience);
  fs::remove_all(reports);
}

void HistoryTest::aFullDiskPausesAndGoesOn() {
  saveCheckpointSettings({{"run_budget", 0.0}});
  const auto window = windowOn(experiment({"run.max_iterations=400"}));
  auto& controller = window->controller();
  auto* banner = window->view()->banner();
  {
    const test::FileSizeLimit limit(60000);
    controller.toggle();
    QTRY_VERIFY_WITH_TIMEOUT(banner->text().contains("iterations.csv"), kPatience);
    QVERIFY(
        banner->text().contains(QString::fromStdString(controller.runs().at(0).folder.string())));
    QCOMPARE(banner->button()->text(), QStringLiteral("Try again"));
    QTRY_COMPARE_WITH_TIMEOUT(controller.state(), RunState::Paused, kPatience);
  }
  QTest::mouseClick(banner->button(), Qt::LeftButton);
  QTRY_VERIFY_WITH_TIMEOUT(!controller.isActive(), kPatience);
  QCOMPARE(controller.state(), RunState::Finished);
  const auto stored = readRunFolder(controller.runs().at(0).folder);
  QVERIFY(stored);
  QCOMPARE(stored->records.size(), std::size_t{400});
  QVERIFY(stored->notes.empty());
  saveCheckpointSettings({{"run_budget", 2e9}});
}

void HistoryTest::theBudgetIsTheUsers() {
  SettingsDialog dialog;
  auto* field = dialog.form()->field("run_budget");
  auto* line = qobject_cast<QLineEdit*>(field->editor());
  QVERIFY(line != nullptr);
  line->setText(QStringLiteral("300 MB"));
  QTest::keyClick(line, Qt::Key_Return);
  dialog.accept();
  QCOMPARE(checkpointSettings().real("run_budget"), 300e6);
  QCOMPARE(checkpointSettings().real("all_budget"), 10e9);
  saveCheckpointSettings({{"run_budget", 2e9}});
}

QTEST_MAIN(HistoryTest)
#include "history_test.moc"
