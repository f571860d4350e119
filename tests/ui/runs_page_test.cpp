// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs_page.h"

#include <QSettings>
#include <QSignalSpy>
#include <QtTest>

#include "tests/support/own_home.h"
#include "tests/support/run_folders.h"
#include "tests/support/small_runs.h"
#include "ui/widgets/style_sheet.h"

using namespace telegrad;
using namespace telegrad::ui;
using telegrad::test::smallExperiment;

/// The page "Runs", as a user meets it.
class RunsPageTest : public QObject {
  Q_OBJECT

 public:
  static void initMain() { test::useOwnHome(); }

 private slots:
  void init();
  void cleanup();
  void curvesAreReadWhenTheyAreShown();
  void aRunThatGrewIsReadAgain();
  void seedsAreOneCurveWithABand();
  void ratiosAreAgainstTheBaseline();
  void theTargetsAreTheRunsOwnOrTheUsers();
  void targetsThatAreNoneAreSaid();
  void differencesAreOfTheShownRuns();
  void theMarkAndKeysShowAndHide();
  void notesAreOfTheChosenRun();
  void severalRunsGetTheSameTags();
  void aBaselineIsRunInOneStep();
  void aBaselineWaitsForTheRunInHand();
  void aBaselineOfABaselineIsRefused();
  void openedRunsAreFoundAgain();

 private:
  static std::filesystem::path path(const char* name) { return RunController::runsFolder() / name; }
  static void write(const char* name, const test::MadeUpRun& run);
  void open();
  int id(const QString& name);
  void showRuns(const QStringList& names);

  RunsModel runs_;
  std::unique_ptr<RunController> controller_;
  std::unique_ptr<RunsPage> page_;
};

namespace {

Experiment seeded(std::uint64_t seed, const char* name) {
  return Experiment().withSeed(seed).withName(name);
}

}  // namespace

void RunsPageTest::init() {
  applyTheme(ThemeChoice::Light);
  QSettings().clear();
  std::filesystem::remove_all(RunController::runsFolder());
  controller_ = std::make_unique<RunController>(runs_);
}

void RunsPageTest::cleanup() {
  page_.reset();
  controller_.reset();
}

void RunsPageTest::write(const char* name, const test::MadeUpRun& run) {
  test::writeRunFolder(path(name), run);
}

void RunsPageTest::open() {
  page_ = std::make_unique<RunsPage>(*controller_);
  page_->resize(860, 720);
  QSignalSpy refreshed(&page_->library(), &RunLibrary::refreshed);
  page_->show();
  QVERIFY(refreshed.wait());
}

int RunsPageTest::id(const QString& name) {
  for (int row = 0; row < page_->library().count(); ++row)
    if (page_->library().at(row).name == name) return page_->library().at(row).id;
  return 0;
}

void RunsPageTest::showRuns(const QStringList& names) {
  std::vector<int> ids;
  for (const auto& name : names) ids.push_back(id(name));
  page_->library().showOnly(ids);
  QTRY_COMPARE(page_->details().runs().size(), ids.size());
  QTRY_VERIFY(page_->chart()->isSettled());
}

void RunsPageTest::curvesAreReadWhenTheyAreShown() {
  write("a", {.experiment = seeded(1, "a")});
  write("b", {.experiment = seeded(1, "b")});
  open();
  QCOMPARE(page_->library().count(), 2);
  QVERIFY(page_->chart()->plot()->lines().empty());
  showRuns({"b"});
  QCOMPARE(page_->chart()->plot()->lines().size(), std::size_t{1});
  QCOMPARE(page_->chart()->plot()->lines()[0].name, "b");
  QCOMPARE(page_->chart()->plot()->lines()[0].line->x().back(), 50'000.0);
  page_->library().showOnly({});
  QTRY_VERIFY(page_->chart()->plot()->lines().empty());
}

void RunsPageTest::aRunThatGrewIsReadAgain() {
  write("a", {.experiment = seeded(1, "a"), .iterations = 50});
  open();
  showRuns({"a"});
  std::filesystem::remove_all(path("a"));
  write("a", {.experiment = seeded(1, "a"), .iterations = 80});
  page_->library().refresh();
  QTRY_VERIFY(!page_->chart()->plot()->lines().empty() &&
              page_->chart()->plot()->lines()[0].line->x().back() == 80'000.0);
}

void RunsPageTest::seedsAreOneCurveWithABand() {
  for (const int seed : {1, 2, 3})
    write(qPrintable(QString::number(seed)),
          {.experiment = seeded(static_cast<std::uint64_t>(seed), "same")});
  write("other", {.experiment = test::with(Experiment(), {"algorithm.key=lasg", "name=other"})});
  open();
  std::vector<int> all;
  for (int row = 0; row < 4; ++row) all.push_back(page_->library().at(row).id);
  page_->library().showOnly(all);
  const auto& lines = [&]() -> const auto& {
    return page_->chart()->plot()->lines();
  };
  QTRY_COMPARE(lines().size(), std::size_t{2});
  QTRY_VERIFY(page_->chart()->isSettled() && lines()[0].band != nullptr);
  QCOMPARE(lines()[0].name, "same, 3 seeds");
  page_->chart()->mean()->setChecked(false);
  QTRY_COMPARE(lines().size(), std::size_t{4});
}

void RunsPageTest::ratiosAreAgainstTheBaseline() {
  write("sparse", {.experiment = seeded(1, "sparse"), .bitsEach = 100.0});
  write("dense", {.experiment = test::with(Experiment(), {"algorithm.key=sgd", "name=dense"})});
  QVERIFY(writeNotes(path("dense"), {.baseline = true}));
  open();
  showRuns({"sparse", "dense"});
  page_->showView(RunsPage::Ratio);
  QTRY_VERIFY(page_->chart()->isSettled());
  QCOMPARE(page_->chart()->baseline()->currentText(), "dense");
  const auto& lines = page_->chart()->plot()->lines();
  QCOMPARE(lines.size(), std::size_t{1});
  QCOMPARE(lines[0].name, "sparse");
  for (const double ratio : lines[0].line->y()) QVERIFY(std::abs(ratio - 0.1) < 1e-9);
}

void RunsPageTest::theTargetsAreTheRunsOwnOrTheUsers() {
  write("a", {.experiment = test::with(seeded(1, "a"), {"run.target_accuracy=0.3"})});
  open();
  showRuns({"a"});
  page_->showView(RunsPage::Targets);
  auto* field = page_->targets()->field();
  QCOMPARE(field->placeholderText(), "30 %");
  QCOMPARE(page_->targets()->table()->model()->rowCount(), 1);
  field->setFocus();
  field->setText("10 %, 0.2, top-5 90 %");
  QSignalSpy changed(&page_->details(), &RunDetails::changed);
  emit field->editingFinished();
  QVERIFY(changed.wait());
  const auto* table = page_->targets()->table()->model();
  QCOMPARE(table->rowCount(), 3);
  QCOMPARE(table->index(0, TargetTable::Rounds).data().toString(), "150");
  QCOMPARE(table->index(1, TargetTable::Rounds).data().toString(), "250");
  QCOMPARE(table->index(2, TargetTable::Reached).data().toString(), "0 of 1");
}

void RunsPageTest::targetsThatAreNoneAreSaid() {
  QVERIFY(!parseTargets("80 %, much"));
  QVERIFY(!parseTargets("120 %"));
  const auto read = parseTargets(" 80 %,, top-5 0.9 ");
  QVERIFY(read);
  QCOMPARE(read->size(), std::size_t{2});
  QCOMPARE(formatTargets(*read), "80 %, top-5 90 %");
}

void RunsPageTest::differencesAreOfTheShownRuns() {
  write("a", {.experiment = seeded(1, "a")});
  write("b", {.experiment = seeded(2, "b")});
  open();
  page_->showView(RunsPage::Differences);
  auto* panel = page_->findChild<RunsDifferencesPanel*>();
  QVERIFY(panel->words().contains("two runs"));
  showRuns({"a", "b"});
  QCOMPARE(panel->table()->model()->rowCount(), 1);
  QCOMPARE(panel->table()->model()->index(0, 0).data().toString(), "Seed");
  QVERIFY(panel->words().isEmpty());
}

void RunsPageTest::theMarkAndKeysShowAndHide() {
  for (const char* name : {"a", "b"}) write(name, {.experiment = seeded(1, name)});
  open();
  auto* table = page_->list()->table();
  const auto first = table->model()->index(0, RunLibrary::Name);
  const int firstId = page_->list()->filter().idAt(first);
  const QPoint mark = table->visualRect(first).topLeft() + QPoint(8, 8);
  QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, mark);
  QCOMPARE(page_->library().shown(), std::vector{firstId});
  QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, mark);
  QVERIFY(page_->library().shown().empty());
  table->selectAll();
  QTest::keyClick(table, Qt::Key_H);
  QCOMPARE(page_->library().shown().size(), std::size_t{2});
  page_->list()->choose({firstId});
  QTest::keyClick(table, Qt::Key_Return);
  QCOMPARE(page_->library().shown(), std::vector{firstId});
  QVERIFY(page_->list()->summary().contains("1 shown"));
}

void RunsPageTest::notesAreOfTheChosenRun() {
  for (const char* name : {"a", "b"}) write(name, {.experiment = seeded(1, name)});
  open();
  page_->showView(RunsPage::Notes);
  page_->list()->choose({id("a")});
  QCOMPARE(page_->notes()->heading(), "a");
  page_->notes()->note()->setPlainText("the first");
  page_->notes()->tags()->setText("x");
  page_->list()->choose({id("b")});  // what was written stays with the other
  QVERIFY(page_->notes()->note()->toPlainText().isEmpty());
  page_.reset();
  const auto notes = readNotes(path("a"));
  QVERIFY((notes && *notes == RunNotes{.tags = {"x"}, .note = "the first"}));
  QVERIFY(readNotes(path("b"))->isEmpty());
}

void RunsPageTest::severalRunsGetTheSameTags() {
  for (const char* name : {"a", "b"}) write(name, {.experiment = seeded(1, name)});
  QVERIFY(writeNotes(path("a"), {.tags = {"old"}}));
  open();
  page_->list()->choose({id("a"), id("b")});
  page_->notes()->tags()->setText("new");
  page_->notes()->save();
  QCOMPARE(page_->library().tags(), (QStringList{"new", "old"}));
  page_.reset();
  QCOMPARE(readNotes(path("a"))->tags, (std::vector<std::string>{"old", "new"}));
  QCOMPARE(readNotes(path("b"))->tags, std::vector<std::string>{"new"});
}

void RunsPageTest::aBaselineIsRunInOneStep() {
  const auto experiment = smallExperiment("sasg", {"seed=7", "name=small"});
  write("small", {.experiment = experiment});
  open();
  const auto draft = controller_->draft();
  page_->list()->choose({id("small")});
  QSignalSpy ended(controller_.get(), &RunController::ended);
  page_->list()->baselineButton()->click();
  QVERIFY(controller_->draft() == draft);
  QVERIFY(page_->banner()->text().contains("baseline of small"));
  QVERIFY(ended.wait(60000));
  QTRY_COMPARE(page_->library().shown().size(), std::size_t{2});
  const auto* baseline = page_->library().byId(page_->library().shown().back());
  QVERIFY(baseline->listing.notes.baseline);
  QCOMPARE(baseline->listing.experiment.slot("algorithm").key, std::string("sgd"));
  QCOMPARE(baseline->listing.experiment.seed(), std::uint64_t{7});
  QVERIFY(page_->banner()->text().isEmpty());
}

void RunsPageTest::aBaselineWaitsForTheRunInHand() {
  write("small", {.experiment = smallExperiment("sasg", {"name=small"})});
  open();
  controller_->setDraft(smallExperiment("sparse"));
  QSignalSpy began(controller_.get(), &RunController::runBegan);
  controller_->toggle();
  page_->runBaseline(id("small"));
  QVERIFY(page_->banner()->text().contains("when it has ended"));
  QCOMPARE(began.size(), 1);
  QTRY_COMPARE_WITH_TIMEOUT(began.size(), 2, 60000);
  QCOMPARE(runs_.byId(controller_->runId())->experiment.slot("algorithm").key, std::string("sgd"));
}

void RunsPageTest::aBaselineOfABaselineIsRefused() {
  write("dense", {.experiment = test::with(Experiment(), {"algorithm.key=sgd", "name=dense"})});
  open();
  page_->runBaseline(id("dense"));
  QCOMPARE(page_->banner()->text(), "dense is a run of dense SGD itself");
  QVERIFY(!controller_->isActive());
}

void RunsPageTest::openedRunsAreFoundAgain() {
  const QTemporaryDir elsewhere;
  const auto folder = std::filesystem::path(elsewhere.filePath("away").toStdString());
  test::writeRunFolder(folder, {.experiment = seeded(1, "away")});
  open();
  QCOMPARE(page_->library().count(), 0);
  controller_->open({folder});
  QTRY_COMPARE(page_->library().count(), 1);
  page_.reset();
  open();
  QCOMPARE(page_->library().count(), 1);
}

QTEST_MAIN(RunsPageTest)
#include "runs_page_test.moc"
