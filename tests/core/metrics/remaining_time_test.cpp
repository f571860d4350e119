// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/remaining_time.h"

#include <algorithm>
#include <cmath>

#include <QtTest>

#include "core/base/random.h"

using telegrad::Pace;
using telegrad::Record;
using telegrad::RemainingTime;
using telegrad::roughDuration;
using telegrad::RunPlan;

/// From made-up iteration times; no clock is read.
class RemainingTimeTest : public QObject {
  Q_OBJECT
 private slots:
  void evaluationsAreCountedAsTheRunMakesThem_data();
  void evaluationsAreCountedAsTheRunMakesThem();
  void nothingIsSaidInTheFirstSecond();
  void steadyIterationsAndEvaluationsAddUp();
  void aWarmUpAndHiccupsDoNotMoveIt();
  void itFollowsAChangeOfPace();
  void itDoesNotJump();
  void anEvaluationNotYetMeasuredIsExpected();
  void whereEveryIterationIsEvaluated();
  void durationsInWords_data();
  void durationsInWords();
};

namespace {

/// A run whose iterations take what they are said to.
class MadeUpRun {
 public:
  explicit MadeUpRun(const RunPlan& plan) : plan_(plan) {}

  void iterate(double seconds, double evaluation = 0.0) {
    Record record;
    record.iteration = ++iteration_;
    wall_ += seconds;
    if (evaluates(iteration_)) {
      wall_ += evaluation;
      record.testAccuracy = 0.5;
    }
    record.wallSeconds = wall_;
    remaining_.add(record);
  }
  bool evaluates(std::int64_t iteration) const {
    return iteration % plan_.evaluateEvery == 0 || iteration % plan_.iterationsPerEpoch == 0 ||
           iteration == plan_.iterations;
  }
  double left() const { return remaining_.seconds(plan_).value_or(NAN); }
  std::int64_t iteration() const { return iteration_; }

 private:
  RunPlan plan_;
  RemainingTime remaining_;
  std::int64_t iteration_ = 0;
  double wall_ = 0.0;
};

void within(double value, double expected, double share) {
  QVERIFY2(std::abs(value - expected) <= share * expected,
           qPrintable(QStringLiteral("%1, expected %2").arg(value).arg(expected)));
}

}  // namespace

void RemainingTimeTest::evaluationsAreCountedAsTheRunMakesThem_data() {
  QTest::addColumn<int>("iterations");
  QTest::addColumn<int>("perEpoch");
  QTest::addColumn<int>("every");
  QTest::newRow("no common multiple") << 100 << 7 << 10;
  QTest::newRow("one divides the other") << 120 << 40 << 10;
  QTest::newRow("each iteration") << 25 << 8 << 1;
  QTest::newRow("the end alone") << 9 << 100 << 1000;
}

void RemainingTimeTest::evaluationsAreCountedAsTheRunMakesThem() {
  QFETCH(int, iterations);
  QFETCH(int, perEpoch);
  QFETCH(int, every);
  const RunPlan plan{iterations, perEpoch, every, 0.0};
  const MadeUpRun run(plan);
  std::int64_t count = 0;
  for (int done = iterations; done >= 0; --done) {
    QCOMPARE(plan.evaluationsAfter(done), count);
    if (run.evaluates(done)) ++count;
  }
}

void RemainingTimeTest::nothingIsSaidInTheFirstSecond() {
  MadeUpRun run({1000, 100, 100, 0.0});
  for (int i = 0; i < 9; ++i) run.iterate(0.1);
  QVERIFY(std::isnan(run.left()));
  run.iterate(0.2);
  QVERIFY(!std::isnan(run.left()));
  MadeUpRun slow({1000, 100, 100, 0.0});
  for (int i = 0; i < 2; ++i) slow.iterate(20.0);
  QVERIFY(std::isnan(slow.left()));
}

void RemainingTimeTest::steadyIterationsAndEvaluationsAddUp() {
  MadeUpRun run({1000, 400, 100, 0.0});
  for (int i = 0; i < 250; ++i) run.iterate(0.02, 3.0);
  // At 300, 400, 500, 600, 700, 800, 900 and 1000.
  within(run.left(), 750 * 0.02 + 8 * 3.0, 1e-6);
  for (int i = 250; i < 1000; ++i) run.iterate(0.02, 3.0);
  QCOMPARE(run.left(), 0.0);
}

void RemainingTimeTest::aWarmUpAndHiccupsDoNotMoveIt() {
  MadeUpRun run({10000, 10000, 10000, 0.0});
  run.iterate(4.0);
  for (int i = 1; i < 400; ++i) run.iterate(i % 97 == 0 ? 2.0 : 0.05);
  within(run.left(), 9600 * 0.05, 0.02);
}

void RemainingTimeTest::itFollowsAChangeOfPace() {
  MadeUpRun run({10000, 10000, 10000, 0.0});
  for (int i = 0; i < 500; ++i) run.iterate(0.05);
  for (int i = 0; i < 500; ++i) run.iterate(0.1);
  within(run.left(), 9000 * 0.1, 0.02);
}

void RemainingTimeTest::itDoesNotJump() {
  // Times of which each is up to half as long again, and one in twenty five times as long.
  telegrad::Random random(3, telegrad::Purpose::Test);
  MadeUpRun run({20000, 20000, 50, 0.0});
  double before = NAN;
  for (int i = 0; i < 4000; ++i) {
    const double time = 0.01 * random.uniform(1.0, 1.5) * (random.below(20) == 0 ? 5.0 : 1.0);
    run.iterate(time, 0.2);
    if (run.iteration() > 500)
      // A fortieth of 12 minutes is 18 s, and minutes are shown whole.
      QVERIFY2(std::abs(run.left() - before) < before / 40.0, qPrintable(QString::number(i)));
    before = run.left();
  }
  const double mean = 0.01 * 1.25 * (19.0 + 5.0) / 20.0;
  within(run.left(), 16000 * mean + 320 * 0.2, 0.1);
}

void RemainingTimeTest::anEvaluationNotYetMeasuredIsExpected() {
  MadeUpRun run({1000, 1000, 500, 40.0});
  for (int i = 0; i < 100; ++i) run.iterate(0.1);
  within(run.left(), 900 * 0.1 + 2 * 40 * 0.1, 1e-6);
}

void RemainingTimeTest::whereEveryIterationIsEvaluated() {
  MadeUpRun run({100, 100, 1, 0.0});
  for (int i = 0; i < 10; ++i) run.iterate(0.1, 0.4);
  within(run.left(), 90 * 0.5, 1e-6);
}

void RemainingTimeTest::durationsInWords_data() {
  QTest::addColumn<double>("seconds");
  QTest::addColumn<QString>("words");
  QTest::newRow("never nothing") << 0.3 << "5 s";
  QTest::newRow("seconds by five") << 43.0 << "45 s";
  QTest::newRow("nearly a minute") << 58.0 << "1 min";
  QTest::newRow("minutes") << 733.0 << "12 min";
  QTest::newRow("nearly an hour") << 3590.0 << "1 h";
  QTest::newRow("hours and minutes") << 7830.0 << "2 h 10 min";
  QTest::newRow("many hours") << 49000.0 << "14 h";
  QTest::newRow("days") << 260000.0 << "3 days";
}

void RemainingTimeTest::durationsInWords() {
  QFETCH(double, seconds);
  QFETCH(QString, words);
  QCOMPARE(QString::fromStdString(roughDuration(seconds)), words);
}

QTEST_APPLESS_MAIN(RemainingTimeTest)
#include "remaining_time_test.moc"
