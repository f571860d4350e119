// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/series.h"

#include <cmath>
#include <vector>

#include <QtTest>

#include "core/base/random.h"

using telegrad::AxisRange;
using telegrad::quantity;
using telegrad::Record;
using telegrad::RunSeries;

class SeriesTest : public QObject {
  Q_OBJECT
 private slots:
  void givesBackWhatItTook();
  void knowsItsEvaluations();
  void mapsThroughTheData();
  void mapsBeyondTheEndsWithTheMeanSlope();
  void rangeKeepsAllRecordsOfItsEnds();
  void mappingAndBackIsTheSame();
  void emptySeriesMapsToNothing();
};

namespace {

Record row(std::int64_t iteration, std::int64_t rounds, double simulated) {
  Record record;
  record.iteration = iteration;
  record.rounds = rounds;
  record.simulatedSeconds = simulated;
  return record;
}

RunSeries fourRows() {
  RunSeries series;
  series.append(row(1, 10, 2.0));
  series.append(row(2, 10, 3.0));  // everyone skipped
  series.append(row(3, 14, 3.5));
  series.append(row(4, 20, 10.0));
  return series;
}

}  // namespace

void SeriesTest::givesBackWhatItTook() {
  RunSeries series;
  Record record = row(1, 2, 0.1);
  record.payloadBits = (std::int64_t{1} << 53) - 1;
  record.testAccuracy = 0.5;
  record.testLoss = 1.5;
  record.residualNorm = 3.0;
  record.staleness = 4;
  record.compressionRatio = 0.25;
  record.compressionError = 0.75;
  record.cosine = 0.125;
  record.paperBits = 320.0;
  record.entropyBits = 300.5;
  record.codedBits = 336.0;
  record.suboptimality = 1e-9;
  record.testTop5Accuracy = 0.75;
  record.source1Accuracy = 0.25;
  record.source2Accuracy = 0.625;
  series.append(record);
  QCOMPARE(series.size(), std::size_t{1});
  QVERIFY(series.at(0) == record);
  QCOMPARE(series.column(quantity("rounds"))[0], 2.0);
  series.clear();
  QVERIFY(series.isEmpty());
}

void SeriesTest::knowsItsEvaluations() {
  RunSeries series;
  for (int i = 1; i <= 10; ++i) {
    Record record = row(i, i, i);
    if (i % 3 == 0) record.testAccuracy = 0.1 * i;
    if (i == 10) record.testLoss = 2.0;
    series.append(record);
  }
  const auto rows = series.evaluations();
  QVERIFY((std::vector(rows.begin(), rows.end()) == std::vector<std::size_t>{2, 5, 8, 9}));
  QVERIFY(std::isnan(series.column(quantity("test_accuracy"))[0]));
}

void SeriesTest::mapsThroughTheData() {
  const RunSeries series = fourRows();
  const auto& rounds = quantity("rounds");
  const auto& simulated = quantity("simulated_s");
  QCOMPARE(series.map(rounds, simulated, 0.0), 0.0);
  QCOMPARE(series.map(rounds, simulated, 5.0), 1.0);   // half way from the origin
  QCOMPARE(series.map(rounds, simulated, 10.0), 3.0);  // the last of the two
  QCOMPARE(series.map(rounds, simulated, 12.0), 3.25);
  QCOMPARE(series.map(rounds, simulated, 17.0), 6.75);
  QCOMPARE(series.map(rounds, simulated, 20.0), 10.0);
  QCOMPARE(series.map(simulated, rounds, 2.5), 10.0);
}

void SeriesTest::mapsBeyondTheEndsWithTheMeanSlope() {
  const RunSeries series = fourRows();
  QCOMPARE(series.map(quantity("rounds"), quantity("simulated_s"), 40.0), 20.0);
  QCOMPARE(series.map(quantity("rounds"), quantity("simulated_s"), -2.0), -1.0);
}

void SeriesTest::rangeKeepsAllRecordsOfItsEnds() {
  const RunSeries series = fourRows();
  const AxisRange range =
      series.map(quantity("rounds"), quantity("simulated_s"), AxisRange{10.0, 10.0});
  QVERIFY((range == AxisRange{2.0, 3.0}));
}

void SeriesTest::mappingAndBackIsTheSame() {
  telegrad::Random random(1, telegrad::Purpose::Test);
  RunSeries series;
  double time = 0.0;
  for (int i = 1; i <= 500; ++i) {
    time += random.uniform(0.001, 1.0);
    series.append(row(i, 3 * i, time));
  }
  const auto& iteration = quantity("iteration");
  const auto& simulated = quantity("simulated_s");
  for (int i = 0; i < 1000; ++i) {
    const double value = random.uniform(-100.0, 700.0);
    const double back = series.map(simulated, iteration, series.map(iteration, simulated, value));
    QVERIFY(std::abs(back - value) < 1e-9);
  }
}

void SeriesTest::emptySeriesMapsToNothing() {
  QCOMPARE(RunSeries().map(quantity("rounds"), quantity("wall_s"), 5.0), 0.0);
}

QTEST_APPLESS_MAIN(SeriesTest)
#include "series_test.moc"
