// SPDX-License-Identifier: GPL-3.0-or-later
// Which run, iteration and change a place in the curves means, and where a branch's curve begins.
#include <QContextMenuEvent>
#include <QSignalSpy>
#include <QtTest>

#include "tests/ui/plots/synthetic_run.h"
#include "ui/plots/curves_plot.h"

using namespace telegrad;
using namespace telegrad::ui;

class CurvesPlacesTest : public QObject {
  Q_OBJECT
 private slots:
  void aPlaceOnACurveIsThatRuns();
  void aMarkerIsItsChange();
  void theMenuKeyIsForTheReadOut();
  void controlGoesFromChangeToChange();
  void aBranchIsDrawnFromWhereItLeft();
  void aBranchIsReadOnItsParentBefore();

 private:
  /// Shown, and with its curves drawn.
  static void draw(CurvesPlot& plot) {
    plot.resize(900, 600);
    plot.show();
    QVERIFY(QTest::qWaitForWindowExposed(&plot));
    plot.fit();
    plot.plot()->replot();
  }
  static QPointF lossPixel(const CurvesPlot& plot, double x, double loss) {
    const auto* rect = plot.figure().lossRect();
    return {plot.figure().x()->coordToPixel(x), rect->axis(QCPAxis::atLeft)->coordToPixel(loss)};
  }
};

namespace {

CurveOptions overIterations(CurveOptions options) {
  options.x = XQuantity::Iterations;
  options.loss = LossKind::Train;
  options.smoothing = 0.0;
  options.xLog = false;
  options.lossLog = false;
  return options;
}

/// A run of 400 iterations; its learning rate rises at 100 and at 300.
int addChanged(RunsModel& runs) {
  const int id = runs.add(Experiment().withName("changed"), "/nowhere/changed");
  auto samples = syntheticSamples(400);
  samples[99].changes = {{100, {"algorithm", "learning_rate"}, 0.005, 0.01}};
  samples[299].changes = {{300, {"algorithm", "learning_rate"}, 0.01, 0.02}};
  runs.append(id, std::move(samples));
  runs.setState(id, RunState::Finished);
  return id;
}

}  // namespace

void CurvesPlacesTest::aPlaceOnACurveIsThatRuns() {
  RunsModel runs;
  CurvesPlot plot(runs);
  plot.setOptions(overIterations(plot.options()));
  const int low = addSynthetic(runs, "low", 400);
  const int high = runs.add(Experiment().withName("high"), {});
  auto samples = syntheticSamples(400);
  for (auto& sample : samples) sample.record.trainLoss += 1.0;
  runs.append(high, std::move(samples));
  draw(plot);
  for (const auto& [id, loss] : {std::pair{low, 1.0}, std::pair{high, 2.0}}) {  // 2 / (1 + k / 100)
    const auto place = plot.placeAt(lossPixel(plot, 100.0, loss));
    QVERIFY(place);
    QCOMPARE(place->run, id);
    QVERIFY(std::abs(place->iteration - 100) <= 1);
    QVERIFY(place->changes.empty());
  }
  // Far from all curves it is the current one's; outside there is none.
  QCOMPARE(plot.placeAt(lossPixel(plot, 350.0, 2.9))->run, high);
  QVERIFY(!plot.placeAt(QPointF(2, 2)));
}

void CurvesPlacesTest::aMarkerIsItsChange() {
  RunsModel runs;
  CurvesPlot plot(runs);
  plot.setOptions(overIterations(plot.options()));
  addChanged(runs);
  draw(plot);
  const auto onLine = plot.placeAt(lossPixel(plot, 300.0, 1.5));
  QVERIFY(onLine);
  QCOMPARE(onLine->iteration, std::int64_t{300});
  QCOMPARE(onLine->changes.size(), std::size_t{1});
  QCOMPARE(std::get<double>(onLine->changes[0].from), 0.01);
  const auto chip = plot.figure().markers().chips().front().rect.center();
  const auto onChip = plot.placeAt(chip);
  QVERIFY(onChip);
  QCOMPARE(onChip->iteration, std::int64_t{100});
  QVERIFY(plot.placeAt(lossPixel(plot, 200.0, 1.5))->changes.empty());
}

void CurvesPlacesTest::theMenuKeyIsForTheReadOut() {
  RunsModel runs;
  CurvesPlot plot(runs);
  plot.setOptions(overIterations(plot.options()));
  const int id = addChanged(runs);
  draw(plot);
  std::vector<CurvesPlot::Place> asked;
  connect(&plot, &CurvesPlot::menuWanted, this,
          [&](const CurvesPlot::Place& place) { asked.push_back(place); });
  const auto pressMenuKey = [&] {
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(5, 5), QPoint(5, 5));
    QApplication::sendEvent(plot.plot(), &event);
  };
  pressMenuKey();  // without a read-out: the newest point
  plot.showReadOut(100.0);
  pressMenuKey();
  const auto at = lossPixel(plot, 200.0, 0.667).toPoint();
  QContextMenuEvent mouse(QContextMenuEvent::Mouse, at, plot.plot()->mapToGlobal(at));
  QApplication::sendEvent(plot.plot(), &mouse);
  QCOMPARE(asked.size(), std::size_t{3});
  QCOMPARE(asked[0].run, id);
  QCOMPARE(asked[0].iteration, std::int64_t{400});
  QCOMPARE(asked[1].iteration, std::int64_t{100});
  QCOMPARE(asked[1].changes.size(), std::size_t{1});
  QVERIFY(std::abs(asked[2].iteration - 200) <= 1);
}

void CurvesPlacesTest::controlGoesFromChangeToChange() {
  RunsModel runs;
  CurvesPlot plot(runs);
  plot.setOptions(overIterations(plot.options()));
  addChanged(runs);
  draw(plot);
  const auto at = [&](Qt::Key key) {
    QTest::keyClick(plot.plot(), key, Qt::ControlModifier);
    return plot.placeOfReadOut()->iteration;
  };
  QCOMPARE(at(Qt::Key_Left), std::int64_t{300});
  QCOMPARE(at(Qt::Key_Left), std::int64_t{100});
  QCOMPARE(at(Qt::Key_Left), std::int64_t{100});
  QCOMPARE(at(Qt::Key_Right), std::int64_t{300});
  QCOMPARE(plot.placeOfReadOut()->changes.size(), std::size_t{1});
}

void CurvesPlacesTest::aBranchIsDrawnFromWhereItLeft() {
  RunsModel runs;
  CurvesPlot plot(runs);
  plot.setOptions(overIterations(plot.options()));
  const int parent = addChanged(runs);
  const int branch = runs.branch(parent, 240, {"/nowhere/changed", 255}, "/nowhere/branch");
  runs.append(branch, syntheticSamples(60, 241));
  draw(plot);
  const auto& loss = plot.figure().curves(branch)->loss();
  QCOMPARE(loss.x.front(), 255.0);
  QCOMPARE(loss.x.back(), 300.0);
  QCOMPARE(loss.smooth.front(), 2.0 / (1.0 + 2.55));
  // Accuracy is measured in every tenth iteration: its line starts at the last one before.
  QCOMPARE(plot.figure().curves(branch)->accuracy().x.front(), 250.0);
  QCOMPARE(plot.figure().curves(parent)->loss().x.front(), 1.0);
}

void CurvesPlacesTest::aBranchIsReadOnItsParentBefore() {
  RunsModel runs;
  CurvesPlot plot(runs);
  plot.setOptions(overIterations(plot.options()));
  const int parent = addChanged(runs);
  const int branch = runs.branch(parent, 250, {"/nowhere/changed", 250}, "/nowhere/branch");
  auto samples = syntheticSamples(50, 251);
  for (auto& sample : samples) sample.record.trainLoss = 0.125;
  runs.append(branch, std::move(samples));
  draw(plot);
  plot.showReadOut(100.0);
  QVERIFY(plot.plot()->accessibleDescription().contains("from 250: 1"));
  plot.showReadOut(280.0);
  QVERIFY(plot.plot()->accessibleDescription().contains("from 250: 0.125"));
}

QTEST_MAIN(CurvesPlacesTest)
#include "curves_places_test.moc"
