// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/compute_time.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <QtTest>

#include "core/net/shipped_traces.h"

using telegrad::ComputeTime;
using telegrad::Settings;
using telegrad::simTime;
using telegrad::SimTime;
using telegrad::Values;
using telegrad::WorkerLoad;

class ComputeTimeTest : public QObject {
  Q_OBJECT
 private slots:
  void constantIsConstant();
  void lognormalHasItsMedianAndSpread();
  void paretoHasItsMedianAndTail();
  void drawsDependOnTheirCoordinatesAlone();
  void measuredIsTheMachines();
  void twoGradientsTakeTwice_data();
  void twoGradientsTakeTwice();
  void slowPhasesStretchTheConstant();
  void aTraceIsTheSpeed();
  void encodingIsItsOwn();
  void newSettingsCountFromTheNextDraw();

 private:
  static Settings settings(const Values& values) {
    return *Settings::from(ComputeTime::parameters(), values);
  }
  static std::vector<double> draws(const Values& values, std::size_t count);
};

std::vector<double> ComputeTimeTest::draws(const Values& values, std::size_t count) {
  const ComputeTime compute(settings(values), 10, 5);
  std::vector<double> all;
  for (std::uint32_t worker = 0; worker < 10; ++worker)
    for (std::size_t k = 0; k < count / 10; ++k)
      all.push_back(telegrad::seconds(compute.work({}, worker, static_cast<std::int64_t>(k))));
  std::ranges::sort(all);
  return all;
}

void ComputeTimeTest::constantIsConstant() {
  const auto all = draws({{"compute_time", 0.5}}, 100);
  QCOMPARE(all.front(), 0.5);
  QCOMPARE(all.back(), 0.5);
}

void ComputeTimeTest::lognormalHasItsMedianAndSpread() {
  const auto all = draws(
      {{"compute_model", std::string("lognormal")}, {"compute_time", 0.5}, {"compute_spread", 0.4}},
      40'000);
  QVERIFY(std::abs(all[20'000] / 0.5 - 1.0) < 0.01);
  // A standard normal is below 1 in 0.841345 of all cases.
  QVERIFY(std::abs(all[33'654] / (0.5 * std::exp(0.4)) - 1.0) < 0.02);
}

/// P(T > x) = (least / x)^a, with the least at T / 2^(1/a).
void ComputeTimeTest::paretoHasItsMedianAndTail() {
  const double tail = 2.5;
  const auto all = draws(
      {{"compute_model", std::string("pareto")}, {"compute_time", 0.5}, {"compute_tail", tail}},
      40'000);
  const double least = 0.5 / std::pow(2.0, 1.0 / tail);
  QVERIFY(all.front() >= least - 1e-9);
  QVERIFY(all.front() < least * 1.001);
  QVERIFY(std::abs(all[20'000] / 0.5 - 1.0) < 0.01);
  for (const double times : {1.5, 2.0, 4.0}) {
    const auto longer = all.end() - std::ranges::upper_bound(all, times * least);
    const double expected = 40'000 * std::pow(times, -tail);
    QVERIFY(std::abs(static_cast<double>(longer) - expected) < 4.0 * std::sqrt(expected));
  }
}

void ComputeTimeTest::drawsDependOnTheirCoordinatesAlone() {
  for (const char* model : {"lognormal", "pareto"}) {
    const auto made = settings({{"compute_model", std::string(model)}});
    const ComputeTime one(made, 4, 5);
    const ComputeTime more(made, 400, 5);
    const ComputeTime other(made, 4, 6);
    QCOMPARE(one.work({}, 3, 1000), more.work({}, 3, 1000));
    QVERIFY(one.work({}, 3, 1000) != one.work({}, 2, 1000));
    QVERIFY(one.work({}, 3, 1000) != one.work({}, 3, 1001));
    QVERIFY(one.work({}, 3, 1000) != other.work({}, 3, 1000));
  }
}

void ComputeTimeTest::measuredIsTheMachines() {
  ComputeTime compute(settings({{"compute_model", std::string("measured")}}), 1, 1);
  WorkerLoad load;
  load.measuredCompute = SimTime{123};
  QCOMPARE(compute.work(load, 0, 0), SimTime{123});
  QCOMPARE(compute.finish(0, SimTime{1000}, SimTime{123}), SimTime{1123});
}

void ComputeTimeTest::twoGradientsTakeTwice_data() {
  QTest::addColumn<QString>("model");
  for (const char* model : {"constant", "lognormal", "pareto", "slow-phases", "trace"})
    QTest::newRow(model) << model;
}

/// One draw for both; but what was measured is of all that was computed already.
void ComputeTimeTest::twoGradientsTakeTwice() {
  QFETCH(QString, model);
  const ComputeTime compute(
      settings({{"compute_model", model.toStdString()}, {"compute_time", 0.5}}), 4, 5);
  WorkerLoad two;
  two.gradients = 2;
  two.measuredCompute = SimTime{123};
  for (std::int64_t k = 0; k < 20; ++k) {
    const auto one = compute.work({}, 3, k);
    QVERIFY(one > SimTime{});
    QVERIFY(std::abs((compute.work(two, 3, k) - 2 * one).count()) <= 1);  // rounded to nanoseconds
  }
  const ComputeTime measured(settings({{"compute_model", std::string("measured")}}), 4, 5);
  QCOMPARE(measured.work(two, 3, 0), SimTime{123});
}

/// Of 12 s at 10 s to 2 s, at a third: the work of 10 2/3 s.
void ComputeTimeTest::slowPhasesStretchTheConstant() {
  ComputeTime compute(settings({{"compute_model", std::string("slow-phases")},
                                {"compute_time", 0.5},
                                {"slow_rhythm", std::string("regular")}}),
                      3, 1);
  QCOMPARE(compute.work({}, 2, 77), simTime(0.5));
  SimTime now{};
  int turns = 0;
  for (; now < simTime(1200.0); ++turns) now = compute.finish(2, now, compute.work({}, 2, turns));
  const double expected = 1200.0 / 12.0 * (10.0 + 2.0 / 3.0) / 0.5;
  QVERIFY(std::abs(turns - expected) < 20.0);
}

/// The work done by the end of each turn is the integral of bandwidth / mean over its time, from a
/// worker's own place in the trace.
void ComputeTimeTest::aTraceIsTheSpeed() {
  const auto trace = *telegrad::shippedTrace("square-wan", 1.0);
  const double mean = trace.meanBandwidth().value;
  const auto period = *trace.period();
  for (const std::uint32_t worker : {0U, 1U, 3U}) {
    ComputeTime compute(settings({{"compute_model", std::string("trace")},
                                  {"compute_trace", std::string("square-wan")},
                                  {"compute_time", 0.7}}),
                        4, 1);
    SimTime now{};
    for (int turn = 0; turn < 300; ++turn) {
      QCOMPARE(compute.work({}, worker, turn), simTime(0.7));
      const SimTime end = compute.finish(worker, now, simTime(0.7));
      double work = 0.0;
      const SimTime ahead = period / 4 * worker;
      for (SimTime at = now + ahead; at < end + ahead;) {
        const SimTime next = std::min(trace.nextChange(at).value_or(end + ahead), end + ahead);
        work += telegrad::seconds(next - at) * trace.at(at).bandwidth.value / mean;
        at = next;
      }
      QVERIFY2(std::abs(work - 0.7) < 1e-8, qPrintable(QString::number(work, 'g', 12)));
      now = end;
    }
    // In whole periods the work is that of the mean.
    QVERIFY(std::abs(telegrad::seconds(now) - 300 * 0.7) < telegrad::seconds(period));
  }
}

void ComputeTimeTest::encodingIsItsOwn() {
  const ComputeTime none(settings({}), 1, 1);
  QCOMPARE(none.encoding(), SimTime{});
  const ComputeTime some(settings({{"encode_time", 0.25}}), 1, 1);
  QCOMPARE(some.encoding(), simTime(0.25));
  QCOMPARE(some.work({}, 0, 0), none.work({}, 0, 0));
}

void ComputeTimeTest::newSettingsCountFromTheNextDraw() {
  ComputeTime compute(settings({{"compute_time", 0.5}}), 1, 1);
  compute.configure(settings({{"compute_time", 0.75}, {"encode_time", 1.0}}));
  QCOMPARE(compute.work({}, 0, 1), simTime(0.75));
  QCOMPARE(compute.encoding(), simTime(1.0));
}

QTEST_APPLESS_MAIN(ComputeTimeTest)
#include "compute_time_test.moc"
