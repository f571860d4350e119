// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/targets.h"

#include <QtTest>

#include "core/base/random.h"

using telegrad::AccuracyMetric;
using telegrad::Record;
using telegrad::RunSeries;
using telegrad::Target;
using telegrad::TargetWatcher;

class TargetsTest : public QObject {
  Q_OBJECT
 private slots:
  void strictlyAbove();
  void onlyTheFirstCounts();
  void neverReached();
  void theMetricIsTheTargets();
  void anyTargetOverThePastAgreesWithWatching();
};

namespace {

Record evaluated(std::int64_t iteration, double accuracy) {
  Record record;
  record.iteration = iteration;
  record.rounds = 10 * iteration;
  record.payloadBits = 1000 * iteration;
  record.wireBits = 1100 * iteration;
  record.simulatedSeconds = 0.5 * static_cast<double>(iteration);
  record.wallSeconds = 0.1 * static_cast<double>(iteration);
  record.testAccuracy = accuracy;
  record.testTop5Accuracy = 0.5 + 0.5 * accuracy;
  return record;
}

}  // namespace

void TargetsTest::strictlyAbove() {
  TargetWatcher watcher({0.98});
  QVERIFY(!watcher.observe(evaluated(1, 0.9799)));
  QVERIFY(!watcher.observe(evaluated(2, 0.98)));
  QVERIFY(!watcher.observe(evaluated(3, Record::kNone)));
  QVERIFY(!watcher.reached().has_value());
  QVERIFY(watcher.observe(evaluated(4, 0.9801)));
  QCOMPARE(watcher.reached()->iteration, std::int64_t{4});
  QCOMPARE(watcher.reached()->rounds, std::int64_t{40});
  QCOMPARE(watcher.reached()->wireBits, std::int64_t{4400});
}

void TargetsTest::onlyTheFirstCounts() {
  TargetWatcher watcher({0.5});
  QVERIFY(watcher.observe(evaluated(1, 0.6)));
  QVERIFY(!watcher.observe(evaluated(2, 0.9)));
  QCOMPARE(watcher.reached()->iteration, std::int64_t{1});
}

void TargetsTest::neverReached() {
  RunSeries series;
  QVERIFY(!firstAbove(series, {0.0}).has_value());
  series.append(evaluated(1, 0.4));
  QVERIFY(!firstAbove(series, {0.4}).has_value());
}

void TargetsTest::theMetricIsTheTargets() {
  RunSeries series;
  for (int i = 1; i < 10; ++i) series.append(evaluated(i, 0.1 * i));  // of five: 0.55, 0.6, ...
  QCOMPARE(firstAbove(series, {0.62, AccuracyMetric::Top1})->iteration, std::int64_t{7});
  QCOMPARE(firstAbove(series, {0.62, AccuracyMetric::Top5})->iteration, std::int64_t{3});
  TargetWatcher watcher({0.62, AccuracyMetric::Top5});
  QVERIFY(!watcher.observe(evaluated(2, 0.2)));
  QVERIFY(watcher.observe(evaluated(3, 0.3)));
  Record former = evaluated(4, 0.9);  // of a time when nobody counted five
  former.testTop5Accuracy = Record::kNone;
  QVERIFY(!(Target{0.5, AccuracyMetric::Top5}.isReachedBy(former)));
  QVERIFY((Target{0.5, AccuracyMetric::Top1}.isReachedBy(former)));
}

void TargetsTest::anyTargetOverThePastAgreesWithWatching() {
  telegrad::Random random(1, telegrad::Purpose::Test);
  RunSeries series;
  for (int i = 1; i <= 300; ++i)
    series.append(evaluated(i, i % 7 == 0 ? random.uniform() * i / 300.0 : Record::kNone));
  for (const auto metric : {AccuracyMetric::Top1, AccuracyMetric::Top5}) {
    for (double accuracy = 0.0; accuracy < 1.1; accuracy += 0.01) {
      const Target target{accuracy, metric};
      TargetWatcher watcher(target);
      for (std::size_t i = 0; i < series.size(); ++i) watcher.observe(series.at(i));
      const auto found = firstAbove(series, target);
      QCOMPARE(found.has_value(), watcher.reached().has_value());
      if (found) QCOMPARE(found->iteration, watcher.reached()->iteration);
    }
  }
}

QTEST_APPLESS_MAIN(TargetsTest)
#include "targets_test.moc"
