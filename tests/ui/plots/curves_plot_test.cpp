// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/curves_plot.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QImage>
#include <QSignalSpy>
#include <QtTest>

#include "tests/ui/plots/synthetic_run.h"
#include "ui/plots/curves_header.h"
#include "ui/plots/run_curves.h"
#include "ui/plots/target_line.h"
#include "ui/widgets/segmented_control.h"

using namespace telegrad;
using namespace telegrad::ui;

class CurvesPlotTest : public QObject {
  Q_OBJECT
 private slots:
  void drawsNothingWithoutRuns();
  void keepsWhatIsSeenWhenTheQuantityChanges();
  void smoothingNeverMovesThePast();
  void theAccuracyIsTheOneThatIsAskedFor();
  void stopsFollowingWhenTheUserZooms();
  void theTargetCanBeDragged();
  void readsOutValuesAndControls();
  void runsComeAndGo();
  void convexRunsShowHowFarTheyAreFromTheMinimum();
  void theProvenRateIsDrawn();
  void theLegendLeavesTheControlsTheirRoom();
};

namespace {

/// Halving from 1 every hundred iterations, on a quadratic, by that algorithm.
int addConvex(RunsModel& runs, const std::string& algorithm) {
  auto experiment = Experiment().withName("convex");
  for (const auto& assignment :
       {std::string("model.key=quadratic"), "algorithm.key=" + algorithm,
        std::string("algorithm.learning_rate=0.01"), std::string("compressor.key=top-k")})
    experiment = *experiment.withText(assignment);
  const int id = runs.add(experiment, {});
  auto samples = syntheticSamples(1000);
  for (auto& sample : samples) {
    sample.record.testAccuracy = Record::kNone;
    sample.record.suboptimality =
        2525.0 * std::pow(0.5, static_cast<double>(sample.record.iteration) / 100.0);
  }
  runs.append(id, std::move(samples));
  runs.setState(id, RunState::Finished);
  return id;
}

}  // namespace

void CurvesPlotTest::convexRunsShowHowFarTheyAreFromTheMinimum() {
  RunsModel runs;
  CurvesPlot plot(runs);
  auto options = plot.options();
  options.loss = LossKind::Epoch;
  plot.setOptions(options);
  const int id = addConvex(runs, "ef");
  QVERIFY(plot.options().loss == LossKind::Suboptimality);
  plot.resize(640, 480);
  plot.fit();
  QVERIFY(!plot.grab().isNull());
  const auto& curve = plot.figure().curves(id)->loss();
  QCOMPARE(curve.x.size(), std::size_t{1000});
  QCOMPARE(curve.smooth.back(), 2525.0 / 1024.0);  // exact: not smoothed
  QVERIFY(plot.figure().curves(id)->accuracy().x.empty());
  // A network's minimum is not known: what was chosen for networks is back.
  addSynthetic(runs, "network", 100);
  QVERIFY(plot.options().loss == LossKind::Epoch);
}

/// Two figures that differ in nothing but that something is proven of one of the algorithms.
void CurvesPlotTest::theProvenRateIsDrawn() {
  std::vector<QImage> images;
  for (const char* algorithm : {"dcgd", "ef", "ef21"}) {
    RunsModel runs;
    CurvesPlot plot(runs);
    addConvex(runs, algorithm);
    plot.resize(640, 480);
    plot.fit();
    images.push_back(plot.grab().toImage());
  }
  QVERIFY(images[1] == images[2]);
  QVERIFY(images[0] != images[1]);
}

void CurvesPlotTest::drawsNothingWithoutRuns() {
  RunsModel runs;
  CurvesPlot plot(runs);
  plot.resize(640, 480);
  QVERIFY(!plot.grab().isNull());
  plot.showReadOut(5.0);
  CurveOptions options;
  for (const auto& each : xQuantities()) {
    for (const bool log : {false, true}) {
      options.x = each.quantity;
      options.xLog = log;
      plot.setOptions(options);
      QVERIFY(!plot.grab().isNull());
    }
  }
}

void CurvesPlotTest::keepsWhatIsSeenWhenTheQuantityChanges() {
  RunsModel runs;
  addSynthetic(runs, "a", 1000);
  CurvesPlot plot(runs);
  plot.resize(640, 480);
  plot.grab();
  plot.figure().x()->setRange(200.0, 400.0);
  QKeyEvent plus(QEvent::KeyPress, Qt::Key_Plus, Qt::NoModifier);
  QCoreApplication::sendEvent(plot.plot(), &plus);  // the user zooms, so nothing is fitted
  const AxisRange before = plot.visibleRange();
  CurveOptions options = plot.options();
  options.x = XQuantity::PayloadBits;
  plot.setOptions(options);
  // 1,000 bits an iteration.
  QVERIFY(std::abs(plot.visibleRange().lower - 1000.0 * before.lower) < 1e-6);
  QVERIFY(std::abs(plot.visibleRange().upper - 1000.0 * before.upper) < 1e-6);
  options.x = XQuantity::Iterations;
  plot.setOptions(options);
  QVERIFY(std::abs(plot.visibleRange().lower - before.lower) < 1e-9);
}

void CurvesPlotTest::smoothingNeverMovesThePast() {
  const auto& accuracy = telegrad::accuracyQuantity(telegrad::AccuracyMetric::Top1);
  RunSeries series;
  RunCurves grown;
  CurveOptions options;
  options.smoothing = 0.7;
  std::vector<double> before;
  for (const auto& sample : syntheticSamples(500)) {
    series.append(sample.record);
    if (sample.record.iteration != 250) continue;
    grown.update(series, options, accuracy);
    before = grown.loss().smooth;
  }
  grown.update(series, options, accuracy);
  QCOMPARE(before.size(), std::size_t{250});
  QCOMPARE(grown.loss().smooth.size(), std::size_t{500});
  for (std::size_t i = 0; i < before.size(); ++i) QCOMPARE(grown.loss().smooth[i], before[i]);
  RunCurves whole;
  whole.update(series, options, accuracy);
  QCOMPARE(whole.loss().smooth, grown.loss().smooth);
  QCOMPARE(whole.accuracy().x.size(), std::size_t{50});
}

void CurvesPlotTest::theAccuracyIsTheOneThatIsAskedFor() {
  RunSeries series;
  for (const auto& sample : syntheticSamples(500)) {
    auto record = sample.record;
    record.testTop5Accuracy = std::sqrt(record.testAccuracy);
    series.append(record);
  }
  RunCurves curves;
  const auto update = [&](telegrad::AccuracyMetric metric) {
    curves.update(series, {}, telegrad::accuracyQuantity(metric));
    return curves.accuracy().smooth;
  };
  const auto first = update(telegrad::AccuracyMetric::Top1);
  const auto ofFive = update(telegrad::AccuracyMetric::Top5);  // anew, from the start
  QCOMPARE(ofFive.size(), first.size());
  for (std::size_t i = 0; i < first.size(); ++i)
    QVERIFY(std::abs(ofFive[i] - 100.0 * std::sqrt(first[i] / 100.0)) < 1e-9);
  QCOMPARE(update(telegrad::AccuracyMetric::Top1), first);
}

void CurvesPlotTest::stopsFollowingWhenTheUserZooms() {
  RunsModel runs;
  const int id = addSynthetic(runs, "a", 100);
  CurvesPlot plot(runs);
  plot.resize(640, 480);
  plot.grab();
  QSignalSpy changed(&plot, &CurvesPlot::followingChanged);
  QVERIFY(plot.isFollowing());
  QKeyEvent plus(QEvent::KeyPress, Qt::Key_Plus, Qt::NoModifier);
  QCoreApplication::sendEvent(plot.plot(), &plus);
  QVERIFY(!plot.isFollowing());
  const double upper = plot.visibleRange().upper;
  runs.append(id, syntheticSamples(900, 101));
  QSignalSpy replotted(plot.plot(), &QCustomPlot::afterReplot);
  plot.setFollowing(false);
  QCOMPARE(plot.visibleRange().upper, upper);
  plot.setFollowing(true);
  QVERIFY(plot.visibleRange().upper >= 1000.0);
  QCOMPARE(changed.count(), 2);
}

void CurvesPlotTest::theTargetCanBeDragged() {
  RunsModel runs;
  addSynthetic(runs, "a", 1000);
  runs.setTarget(0.9);
  CurvesPlot plot(runs);
  plot.resize(640, 480);
  plot.grab();
  const auto& rect = *plot.figure().accuracyRect();
  const auto* axis = rect.axis(QCPAxis::atLeft);
  const QPoint from(rect.center().x(), qRound(axis->coordToPixel(90.0)));
  const QPoint to(rect.center().x(), qRound(axis->coordToPixel(85.0)));
  QVERIFY(holdsTarget(rect, 0.9, from));
  const AxisRange range = plot.visibleRange();
  QTest::mousePress(plot.plot(), Qt::LeftButton, {}, from);
  QMouseEvent move(QEvent::MouseMove, to, plot.plot()->mapToGlobal(to), Qt::NoButton,
                   Qt::LeftButton, Qt::NoModifier);
  QCoreApplication::sendEvent(plot.plot(), &move);
  QTest::mouseRelease(plot.plot(), Qt::LeftButton, {}, to);
  QVERIFY(std::abs(runs.target() - 0.85) < 0.005);
  QCOMPARE(plot.visibleRange(), range);  // the same drag did not pan
}

void CurvesPlotTest::readsOutValuesAndControls() {
  RunsModel runs;
  addSynthetic(runs, "other", 500);
  const int id = addSynthetic(runs, "mine", 1000);
  const auto live = liveParameters(runs.byId(id)->experiment);
  QVERIFY(!live.empty());
  CurvesPlot plot(runs);
  plot.resize(640, 480);
  plot.grab();
  const auto read =
      readOut(runs, plot.options(), {300.2}, [&](int run) { return plot.figure().curves(run); });
  QVERIFY(read.has_value());
  QCOMPARE(read->title, QString("mine, iteration 300"));
  QCOMPARE(read->runs.size(), std::size_t{2});
  QCOMPARE(read->runs[0].name, QString("mine"));
  const auto ofTheMethod = std::ranges::count_if(live, [](const ParameterName& name) {
    return name.slot == "algorithm" || name.slot == "compressor";
  });
  QCOMPARE(static_cast<std::ptrdiff_t>(read->controls.size()), ofTheMethod);
  const auto late =
      readOut(runs, plot.options(), {900.0}, [&](int run) { return plot.figure().curves(run); });
  QCOMPARE(late->runs[1].loss, QString("–"));  // the other has ended
}

void CurvesPlotTest::runsComeAndGo() {
  RunsModel runs;
  CurvesPlot plot(runs);
  plot.resize(640, 480);
  const int a = addSynthetic(runs, "a", 200);
  addSynthetic(runs, "b", 300);
  plot.fit();
  QVERIFY(!plot.grab().isNull());
  runs.setVisible(a, false);
  runs.remove(a);
  plot.fit();
  QVERIFY(!plot.grab().isNull());
  QVERIFY(plot.figure().curves(a) == nullptr);
  runs.restore(a);
  plot.fit();
  QVERIFY(plot.figure().curves(a) != nullptr);
  QVERIFY(!plot.grab().isNull());
}

/// In a header that has room for the controls and no legend beside them.
void CurvesPlotTest::theLegendLeavesTheControlsTheirRoom() {
  RunsModel runs;
  CurvesHeader header(runs);
  header.QWidget::show();
  QCoreApplication::processEvents();
  header.setFixedWidth(header.sizeHint().width() + 20);
  QCoreApplication::processEvents();
  const auto haveTheirRoom = [&] {
    return std::ranges::all_of(header.findChildren<SegmentedControl*>(), [](const auto* control) {
      return control->width() >= control->sizeHint().width();
    });
  };
  QVERIFY(haveTheirRoom());
  runs.add(Experiment().withName("a run"), {});
  QTRY_VERIFY(haveTheirRoom());
  QTRY_VERIFY(header.legend()->y() > 0);  // below them
}

QTEST_MAIN(CurvesPlotTest)
#include "curves_plot_test.moc"
