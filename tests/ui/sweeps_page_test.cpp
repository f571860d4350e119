// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweeps_page.h"

#include <algorithm>
#include <filesystem>
#include <memory>

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>
#include <qcustomplot.h>

#include "core/experiment/files.h"
#include "tests/support/own_home.h"
#include "tests/support/small_runs.h"

using namespace telegrad;
using namespace telegrad::ui;
using telegrad::test::smallExperiment;

namespace {

constexpr int kPatience = 240000;  // milliseconds

Experiment draft() {
  return smallExperiment("dd-ef-sgd", {"run.max_iterations=20", "run.evaluate_every=5"});
}

/// A window's worth of it.
struct Page {
  Page() : controller(runs) {
    controller.setDraft(draft());
    page = std::make_unique<SweepsPage>(controller);
    page->session().setOnlySpare(false);
    page->resize(900, 900);
    page->show();
    wait();
  }
  void choose(std::size_t axis, const QString& parameter, const QString& values) const {
    auto* field = page->form()->axis(axis);
    field->setAxis(axisFromText(parameter.toStdString(), values.toStdString()));
    emit field->edited();
  }
  void wait() const { QTRY_VERIFY_WITH_TIMEOUT(!page->session().isActive(), kPatience); }
  void carryOut() const {
    page->startButton()->click();
    wait();
  }
  void click(const HeatMap::Cell& cell) const {
    auto* map = page->map()->map();
    QTest::mouseClick(map, Qt::LeftButton, {}, map->rectOf(cell).center().toPoint());
  }

  RunsModel runs;
  RunController controller;
  std::unique_ptr<SweepsPage> page;
};

}  // namespace

class SweepsPageTest : public QObject {
  Q_OBJECT

 public:
  static void initMain() { telegrad::test::useOwnHome(); }

 private slots:
  void init();
  void everyParameterIsOffered();
  void aParameterComesWithValues_data();
  void aParameterComesWithValues();
  void whatCannotBeIsSaid();
  void aSweepIsCarriedOutShownAndOpened();
  void stoppedItGoesOn();
  void onlyWhatIsSpareIsEnough();
  void theLastSweepIsThereAgain();
  void moreAxesAreSliced();
  void shippedSweepsOpen();
  void aFrontIsBrowsedByKeys();
};

/// No sweep of another test is the last.
void SweepsPageTest::init() {
  std::filesystem::remove_all(SweepSession::sweepsFolder());
}

void SweepsPageTest::everyParameterIsOffered() {
  const Page page;
  auto* offered = page.page->form()->axis(0)->parameters();
  for (const char* parameter : {"algorithm.key", "algorithm.staleness", "compressor.fraction",
                                "cluster.workers", "network.worker_uplink", "run.max_iterations"})
    QVERIFY2(offered->findData(QString::fromLatin1(parameter)) > 0, parameter);
  // What another decides is not: DeCo-SGD chooses the kept fraction itself.
  page.page->form()->setExperiment(smallExperiment("deco-sgd"));
  QCOMPARE(offered->findData(QStringLiteral("compressor.fraction")), -1);
  // A path is taken, too.
  offered->setEditText(QStringLiteral("worker.2.slowdown"));
  QCOMPARE(page.page->form()->axis(0)->axis()->parameter, std::string("worker.2.slowdown"));
}

void SweepsPageTest::aParameterComesWithValues_data() {
  QTest::addColumn<QString>("parameter");
  for (const auto& slot : experimentSlots()) {
    const auto experiment = draft();
    const auto& selection = experiment.slot(slot.key);
    for (const auto& entry : slot.entries)
      if (entry.key == selection.key)
        for (const auto& parameter : entry.parameters)
          QTest::newRow((slot.key + "." + parameter.key).c_str())
              << QString::fromStdString(slot.key + "." + parameter.key);
    if (slot.hasChoice())
      QTest::newRow((slot.key + ".key").c_str()) << QString::fromStdString(slot.key + ".key");
  }
}

void SweepsPageTest::aParameterComesWithValues() {
  QFETCH(QString, parameter);
  const auto axis =
      axisFromText(parameter.toStdString(), suggestedValues(draft(), parameter.toStdString()));
  const bool isText = axis.values.empty() || axis.values.size() == 1;
  const auto values = valuesOf(axis, draft());
  if (isText) return;  // a text of its own form has no values around it
  QVERIFY2(values, values ? "" : values.error().message.c_str());
  QVERIFY(values->size() >= 2);
}

void SweepsPageTest::whatCannotBeIsSaid() {
  const Page page;
  page.choose(0, QStringLiteral("compressor.fraction"), QStringLiteral("0.1, 7"));
  page.choose(1, {}, {});
  QVERIFY(!page.page->startButton()->isEnabled());
  QVERIFY2(page.page->statusText().contains(QStringLiteral("7")),
           qPrintable(page.page->statusText()));
  page.choose(0, QStringLiteral("compressor.fraction"), QStringLiteral("0.1 to 1 in 3 steps"));
  QVERIFY(page.page->startButton()->isEnabled());
  QVERIFY(page.page->statusText().contains(QStringLiteral("3 runs")));
}

void SweepsPageTest::aSweepIsCarriedOutShownAndOpened() {
  const Page page;
  page.choose(0, QStringLiteral("compressor.fraction"), QStringLiteral("10 %, 1"));
  page.choose(1, QStringLiteral("algorithm.staleness"), QStringLiteral("0, 2"));
  page.page->form()->numbers()->setValues({{"seeds", std::int64_t{2}}});
  page.carryOut();
  QCOMPARE(page.page->errorText(), QString());
  const auto& contents = page.page->session().contents();
  QCOMPARE(contents.plan.cells.size(), std::size_t{8});
  QCOMPARE(contents.over(), std::size_t{8});
  QVERIFY(std::filesystem::exists(contents.folder / kResultsFile));
  // Every cell of the map has a figure: the mean over its seeds.
  const auto& shown = page.page->map()->map()->contents();
  QCOMPARE(shown.cells.size(), std::size_t{4});
  QCOMPARE(shown.columns, (QStringList{"10 %", "100 %"}));
  QCOMPARE(shown.rows, (QStringList{"0", "2"}));
  QCOMPARE(shown.at(1, 0).value,
           0.5 * (contents.results[2].finalAccuracy + contents.results[6].finalAccuracy));
  QCOMPARE(page.page->front()->plot()->contents().points.size(), std::size_t{4});
  QVERIFY(!page.page->front()->plot()->contents().front.empty());
  QCOMPARE(page.page->table()->model()->rowCount(), 8);
  // A click opens both runs of a cell, once.
  QSignalSpy curves(page.page.get(), &SweepsPage::curvesWanted);
  page.click({1, 0});
  QTRY_COMPARE_WITH_TIMEOUT(page.runs.count(), 2, kPatience);
  QVERIFY(page.runs.at(0).folder == contents.folder / contents.plan.cells[2].folder);
  QCOMPARE(page.runs.at(0).series.size(), std::size_t{20});
  QCOMPARE(curves.count(), 0);
  // Enter shows the curves, too; the next cell's runs come in.
  QTest::keyClick(page.page->map()->map(), Qt::Key_Up);
  QTest::keyClick(page.page->map()->map(), Qt::Key_Return);
  QTRY_COMPARE_WITH_TIMEOUT(curves.count(), 1, kPatience);
  QCOMPARE(page.runs.count(), 4);
}

void SweepsPageTest::stoppedItGoesOn() {
  Page page;
  page.controller.setDraft(smallExperiment("dd-ef-sgd", {"run.max_iterations=4000"}));
  page.choose(0, QStringLiteral("compressor.fraction"), QStringLiteral("10 %, 1"));
  page.choose(1, {}, {});
  auto& session = page.page->session();
  page.page->startButton()->click();
  const auto begun = [&] {
    return std::ranges::any_of(session.contents().running, [](double part) { return part > 0.0; });
  };
  QTRY_VERIFY_WITH_TIMEOUT(begun(), kPatience);
  QVERIFY(!page.page->startButton()->isEnabled());
  page.page->goOnButton()->click();
  QVERIFY(session.state() == SweepSession::State::Paused);
  page.page->goOnButton()->click();
  QVERIFY(session.state() == SweepSession::State::Running);
  page.page->stopButton()->click();
  page.wait();
  QVERIFY(session.contents().over() < 2);
  const auto folder = session.contents().folder;
  const auto cell = folder / session.contents().plan.cells[0].folder;
  const auto rows = std::filesystem::file_size(cell / "iterations.csv");
  QVERIFY(page.page->goOnButton()->isVisible());
  page.page->goOnButton()->click();
  QTRY_VERIFY_WITH_TIMEOUT(begun(), kPatience);
  page.page->stopButton()->click();
  page.wait();
  QVERIFY(session.contents().folder == folder);
  QVERIFY(std::filesystem::file_size(cell / "iterations.csv") >= rows);
}

void SweepsPageTest::onlyWhatIsSpareIsEnough() {
  Page page;
  page.page->session().setOnlySpare(true);
  page.controller.setDraft(smallExperiment("dd-ef-sgd", {"run.max_iterations=2"}));
  page.choose(0, QStringLiteral("compressor.fraction"), QStringLiteral("0.5, 1"));
  page.choose(1, {}, {});
  page.carryOut();
  QCOMPARE(page.page->session().contents().over(), std::size_t{2});
}

void SweepsPageTest::theLastSweepIsThereAgain() {
  {
    const Page page;
    page.choose(0, QStringLiteral("algorithm.staleness"), QStringLiteral("0, 1"));
    page.choose(1, {}, {});
    page.carryOut();
    QCOMPARE(page.page->session().contents().over(), std::size_t{2});
  }
  const Page again;
  QCOMPARE(again.page->session().contents().over(), std::size_t{2});
  QCOMPARE(again.page->map()->map()->contents().cells.size(), std::size_t{2});
  QVERIFY(!again.page->goOnButton()->isVisible());
}

void SweepsPageTest::moreAxesAreSliced() {
  const QTemporaryDir folder;
  Sweep sweep;
  sweep.base = draft();
  sweep.axes = {{"compressor.fraction", {"0.1", "1"}, {}},
                {"algorithm.staleness", {"0", "2"}, {}},
                {"cluster.batch", {"5", "10", "20"}, {}}};
  const auto path = folder.filePath(QStringLiteral("three.toml"));
  QVERIFY(replaceFile(path.toStdString(), formatSweep(sweep)));
  const Page page;
  page.page->openFile(path);
  page.wait();
  QCOMPARE(page.page->session().contents().plan.cells.size(), std::size_t{12});
  QCOMPARE(page.page->map()->slices().size(), std::size_t{1});
  QCOMPARE(page.page->map()->map()->contents().cells.size(), std::size_t{4});
  auto* slice = page.page->map()->slices().front();
  QCOMPARE(slice->count(), 3);
  const auto before = page.page->map()->map()->contents().at(0, 0).told;
  slice->setCurrentIndex(2);
  QVERIFY(page.page->map()->map()->contents().at(0, 0).told != before);
}

void SweepsPageTest::shippedSweepsOpen() {
  const QDir shipped(QStringLiteral(":/sweeps"));
  const auto names = shipped.entryList({QStringLiteral("*.toml")});
  QVERIFY(names.size() >= 2);
  const Page page;
  for (const auto& name : names) {
    page.page->openFile(shipped.filePath(name));
    page.wait();
    QCOMPARE(page.page->errorText(), QString());
    QVERIFY(page.page->goOnButton()->isVisible());
  }
  page.page->openFile(QStringLiteral("/nowhere.toml"));
  QVERIFY(page.page->errorText().contains(QStringLiteral("/nowhere.toml")));
}

void SweepsPageTest::aFrontIsBrowsedByKeys() {
  FrontPlot plot;
  plot.resize(400, 300);
  FrontContents contents;
  contents.points = {
      {7, 1.0, 0.5, "cheap", {}}, {3, 2.0, 0.4, "beaten", {}}, {5, 3.0, 0.9, "dear", {}}};
  contents.front = {0, 2};
  plot.setContents(contents);
  QSignalSpy activated(&plot, &FrontPlot::activated);
  QTest::keyClick(plot.plot(), Qt::Key_Right);
  QVERIFY(plot.hovered() == std::optional<std::size_t>(7));
  QTest::keyClick(plot.plot(), Qt::Key_Right);
  QTest::keyClick(plot.plot(), Qt::Key_Right);
  QTest::keyClick(plot.plot(), Qt::Key_Right);
  QVERIFY(plot.hovered() == std::optional<std::size_t>(5));
  QTest::keyClick(plot.plot(), Qt::Key_Return);
  QCOMPARE(activated.count(), 1);
  QCOMPARE(activated.front().front().value<std::size_t>(), std::size_t{5});
  QVERIFY(plot.plot()->accessibleDescription().contains(QStringLiteral("dear")));
}

QTEST_MAIN(SweepsPageTest)
#include "sweeps_page_test.moc"
