// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/targets.h"

#include <QtTest>

#include "core/base/random.h"

using telegrad::Record;
using telegrad::RunSeries;
using telegrad::TargetWatcher;

class TargetsTest : public QObject {
  Q_OBJECT
 private slots:
  void strictlyAbove();
  void onlyTheFirstCounts();
  void neverReached();
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
  return record;
}

}  // namespace

void TargetsTest::strictlyAbove() {
  TargetWatcher watcher(0.98);
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
  TargetWatcher watcher(0.5);
  QVERIFY(watcher.observe(evaluated(1, 0.6)));
  QVERIFY(!watcher.observe(evaluated(2, 0.9)));
  QCOMPARE(watcher.reached()->iteration, std::int64_t{1});
}

void TargetsTest::neverReached() {
  RunSeries series;
  QVERIFY(!firstAbove(series, 0.0).has_value());
  series.append(evaluated(1, 0.4));
  QVERIFY(!firstAbove(series, 0.4).has_value());
}

void TargetsTest::anyTargetOverThePastAgreesWithWatching() {
  telegrad::Random random(1, telegrad::Purpose::Test);
  RunSeries series;
  for (int i = 1; i <= 300; ++i)
    series.append(evaluated(i, i % 7 == 0 ? random.uniform() * i / 300.0 : Record::kNone));
  for (double target = 0.0; target < 1.1; target += 0.01) {
    TargetWatcher watcher(target);
    for (std::size_t i = 0; i < series.size(); ++i) watcher.observe(series.at(i));
    const auto found = firstAbove(series, target);
    QCOMPARE(found.has_value(), watcher.reached().has_value());
    if (found) QCOMPARE(found->iteration, watcher.reached()->iteration);
  }
}

QTEST_APPLESS_MAIN(TargetsTest)
#include "targets_test.moc"
