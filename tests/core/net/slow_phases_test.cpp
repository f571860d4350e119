// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/slow_phases.h"

#include <cmath>

#include <QtTest>

using telegrad::seconds;
using telegrad::simTime;
using telegrad::SimTime;
using telegrad::SlowPhases;
using telegrad::SlowPhasesOptions;

class SlowPhasesTest : public QObject {
  Q_OBJECT
 private slots:
  void aRegularPeriodHoldsSoMuchWork();
  void workIsStretchedWhereItIsSlow();
  void workMayBeCutAnywhere();
  void randomPhasesHaveTheirMeans();
  void workersAreNotSlowTogether();
  void aFactorOfOneChangesNothing();
};

namespace {

constexpr SlowPhasesOptions kRegular{
    .everySeconds = 10.0, .forSeconds = 2.0, .factor = 4.0, .regular = true};

}  // namespace

/// 10 s at full speed and 2 s at a quarter: 10.5 s of work in 12 s, wherever one begins.
void SlowPhasesTest::aRegularPeriodHoldsSoMuchWork() {
  for (std::uint32_t worker = 0; worker < 20; ++worker) {
    SlowPhases phases(kRegular, 7, worker);
    SimTime now{};
    for (int i = 0; i < 50; ++i) {
      const SimTime end = phases.finish(now, simTime(10.5));
      // Within the first 12 s one phase at full speed is cut short.
      if (now >= simTime(12.0)) QVERIFY(std::abs((end - now - simTime(12.0)).count()) <= 1);
      now = end;
    }
  }
}

/// Pieces of 10 ms take 10 ms, or 40 ms, or in between where a phase ends: four a period.
void SlowPhasesTest::workIsStretchedWhereItIsSlow() {
  SlowPhases phases(kRegular, 7, 3);
  SimTime now = phases.finish({}, simTime(10.0));
  const SimTime from = now;
  int fast = 0;
  int slow = 0;
  int between = 0;
  while (now < from + simTime(1200.0)) {
    const SimTime end = phases.finish(now, simTime(0.01));
    const auto took = end - now;
    QVERIFY(took >= simTime(0.01) && took <= simTime(0.04));
    ++(took == simTime(0.01) ? fast : took == simTime(0.04) ? slow : between);
    now = end;
  }
  QVERIFY(between <= 201);
  QVERIFY(std::abs(fast - 100'000) <= 300);
  QVERIFY(std::abs(slow - 5'000) <= 300);
}

void SlowPhasesTest::workMayBeCutAnywhere() {
  for (const bool regular : {true, false}) {
    SlowPhasesOptions options = kRegular;
    options.regular = regular;
    SlowPhases whole(options, 3, 1);
    SlowPhases cut(options, 3, 1);
    const SimTime atOnce = whole.finish({}, simTime(1000.0));
    SimTime now{};
    for (int i = 0; i < 1000; ++i) now = cut.finish(now, simTime(1.0));
    QVERIFY(std::abs((now - atOnce).count()) <= 1000);
    // Asking twice is the same as asking once.
    QVERIFY(cut.finish(now, simTime(5.0)) == cut.finish(now, simTime(5.0)));
  }
}

/// The share of time that is slow is 2 / 12; over 20,000 pairs its spread is below a part in 100.
void SlowPhasesTest::randomPhasesHaveTheirMeans() {
  SlowPhasesOptions options = kRegular;
  options.regular = false;
  SlowPhases phases(options, 11, 0);
  const double work = 20'000 * 10.5;
  const double took = seconds(phases.finish({}, simTime(work)));
  QVERIFY(std::abs(took / (20'000 * 12.0) - 1.0) < 0.01);
}

void SlowPhasesTest::workersAreNotSlowTogether() {
  for (const bool regular : {true, false}) {
    SlowPhasesOptions options = kRegular;
    options.regular = regular;
    int slow = 0;
    for (std::uint32_t worker = 0; worker < 60; ++worker) {
      SlowPhases phases(options, 1, worker);
      if (phases.finish(simTime(100.0), simTime(0.001)) > simTime(100.001)) ++slow;
    }
    // A sixth of them, on average.
    QVERIFY2(slow >= 2 && slow <= 20, qPrintable(QString::number(slow)));
  }
}

void SlowPhasesTest::aFactorOfOneChangesNothing() {
  SlowPhasesOptions options = kRegular;
  options.factor = 1.0;
  SlowPhases phases(options, 1, 0);
  SimTime now{};
  for (int i = 0; i < 100; ++i) {
    const SimTime end = phases.finish(now, simTime(3.7));
    QCOMPARE(end - now, simTime(3.7));
    now = end;
  }
}

QTEST_APPLESS_MAIN(SlowPhasesTest)
#include "slow_phases_test.moc"
