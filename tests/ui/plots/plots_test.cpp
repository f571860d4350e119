// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plots.h"

#include <QSignalSpy>
#include <QtTest>

#include "tests/ui/plots/synthetic_run.h"
#include "ui/plots/criterion_plot.h"
#include "ui/plots/worker_strip.h"

using namespace telegrad;
using namespace telegrad::ui;

class PlotsTest : public QObject {
  Q_OBJECT
 private slots:
  void everyPlotStandsRunsAndNone_data();
  void everyPlotStandsRunsAndNone();
  void aClickChoosesAWorker();
  void anIncrementIsWhatDrawingAnewGives();
  void whoIsAwayIsHatched();
  void whatIsNotKnownIsSaid();
};

void PlotsTest::everyPlotStandsRunsAndNone_data() {
  QTest::addColumn<int>("index");
  for (int i = 0; i < static_cast<int>(plots().size()); ++i)
    QTest::newRow(plots()[static_cast<std::size_t>(i)].key) << i;
}

void PlotsTest::everyPlotStandsRunsAndNone() {
  QFETCH(int, index);
  const auto& entry = plots()[static_cast<std::size_t>(index)];
  QVERIFY(QLatin1String(entry.title).size() > 0);
  RunsModel runs;
  const std::unique_ptr<QWidget> plot(entry.make(runs, nullptr));
  plot->resize(500, 300);
  plot->show();
  QCoreApplication::processEvents();
  const QImage empty = plot->grab().toImage();
  for (const int workers : {1, 4, 64}) {
    const int id = runs.add(Experiment(), {});
    runs.append(id, syntheticSamples(300, 1, workers));
    QCoreApplication::processEvents();
    QVERIFY(!plot->grab().isNull());
    runs.remove(id);
    QVERIFY(!plot->grab().isNull());
    runs.restore(id);
    if (workers == 1) QVERIFY(plot->grab().toImage() != empty);
  }
}

void PlotsTest::aClickChoosesAWorker() {
  RunsModel runs;
  const int id = runs.add(Experiment(), {});
  runs.append(id, syntheticSamples(50));
  WorkerStrip strip(runs);
  strip.resize(600, 110);
  QSignalSpy chosen(&strip, &WorkerStrip::workerChosen);
  QTest::mouseClick(&strip, Qt::LeftButton, {}, {100, 40 + 2 * 11 + 5});  // third row of cells
  QCOMPARE(chosen.count(), 1);
  QCOMPARE(strip.worker(), 2);
  QTest::keyClick(&strip, Qt::Key_Down);
  QTest::keyClick(&strip, Qt::Key_Down);
  QCOMPARE(strip.worker(), 3);  // the last
}

void PlotsTest::anIncrementIsWhatDrawingAnewGives() {
  RunsModel runs;
  const int id = runs.add(Experiment(), {});
  WorkerStrip grown(runs);
  grown.resize(600, 110);
  grown.grab();
  for (int from = 1; from < 200; from += 7) {
    runs.append(id, syntheticSamples(7, from));
    grown.grab();
  }
  WorkerStrip anew(runs);
  anew.resize(600, 110);
  QCOMPARE(grown.grab().toImage(), anew.grab().toImage());
}

void PlotsTest::whoIsAwayIsHatched() {
  const auto drawn = [](WorkerSample::Outcome outcome) {
    RunsModel runs;
    auto samples = syntheticSamples(50);
    for (auto& sample : samples) sample.workers[1].outcome = outcome;
    runs.append(runs.add(Experiment(), {}), std::move(samples));
    WorkerStrip strip(runs);
    strip.resize(600, 110);
    return strip.grab().toImage();
  };
  const QImage away = drawn(WorkerSample::Outcome::Absent);
  const QImage silent = drawn(WorkerSample::Outcome::Skipped);
  const QRect legend(200, 0, 400, 36);
  const QRect rows(34, 40, 300, 40);
  QVERIFY(away.copy(rows) != silent.copy(rows));
  QVERIFY(away.copy(legend) != silent.copy(legend));  // it has an entry only where it occurs
  QCOMPARE(drawn(WorkerSample::Outcome::Uploaded).copy(legend), silent.copy(legend));
}

void PlotsTest::whatIsNotKnownIsSaid() {
  RunsModel runs;
  CriterionPlot plot(runs);
  const auto* drawn = plot.findChild<QCustomPlot*>();
  const auto said = [&] { return drawn->accessibleDescription(); };
  telegrad::StoredRun stored;
  stored.records.push_back({.iteration = 1});
  runs.add(stored);
  QVERIFY2(said().contains("read back"), qPrintable(said()));
  const int id = runs.add(Experiment(), {});
  auto silent = syntheticSamples(2);
  for (auto& sample : silent)
    for (auto& worker : sample.workers) worker.change = worker.threshold = 0.0;
  runs.append(id, {silent.front()});  // of a first iteration no rule can be told
  plot.setWorker(0);
  QVERIFY2(said().contains("appear as a run trains"), qPrintable(said()));
  runs.append(id, {silent.back()});
  plot.setWorker(0);
  QVERIFY2(said().contains("no skipping rule"), qPrintable(said()));
}

QTEST_MAIN(PlotsTest)
#include "plots_test.moc"
