// SPDX-License-Identifier: GPL-3.0-or-later
#include <vector>

#include <QtTest>

#include "tests/support/given_gradients.h"

using namespace telegrad;
using telegrad::test::GivenGradients;

namespace {

using Floats = std::vector<float>;

Floats gradient(std::size_t worker, std::int64_t /*iteration*/) {
  return worker == 0 ? Floats{4, 2, 1} : Floats{0, -2, 2};
}

Floats plain(const FloatVector& values) {
  return {values.begin(), values.end()};
}

GivenGradients run(Values settings) {
  settings["learning_rate"] = 0.5;
  return {2, {{"x", {3}, 0}}, "diana", settings, "top-k", {{"fraction", 0.34}}};
}

}  // namespace

class DianaTest : public QObject {
  Q_OBJECT
 private slots:
  void twoRoundsByHand();
  void shiftRateIsWhatTheClassesProve();
  void shiftOfWhoIsAwayStays();
};

void DianaTest::twoRoundsByHand() {
  auto workers = run({{"shift_rate", std::string("chosen")}, {"alpha", 0.5}});
  // m = 4 @ 0 and -2 @ 1; h = (2, 0, 0) and (0, -1, 0).
  auto reports = workers.iterate(gradient);
  QVERIFY(reports);
  QCOMPARE(plain(workers.weights()), (Floats{-1, 0.5, 0}));
  QCOMPARE((*reports)[0].residualNormSquared, 5.0);
  // g - h = (2, 2, 1) and (0, -1, 2): m = 2 @ 0 and 2 @ 2, and the mean is of (4, -1, 2).
  reports = workers.iterate(gradient);
  QVERIFY(reports);
  QCOMPARE(plain(workers.weights()), (Floats{-2, 0.75, -0.5}));
  QCOMPARE((*reports)[1].residualNormSquared, 1.0);
}

void DianaTest::shiftRateIsWhatTheClassesProve() {
  auto workers = run({});
  workers.algorithm().compressorIs(classesOfUnbiased(4.0));  // alpha = 1/4
  QVERIFY(workers.iterate(gradient));
  // h = (1, 0, 0) and (0, -0.5, 0); g - h = (3, 2, 1) and (0, -1.5, 2).
  QVERIFY(workers.iterate(gradient));
  QCOMPARE(plain(workers.weights()), (Floats{-2, 0.625, -0.5}));
  // Of a biased one alpha = 1, and the second round is EF21's.
  auto biased = run({});
  biased.algorithm().compressorIs(classesOfSparsifier(0.25));
  QVERIFY(biased.iterate(gradient));
  QVERIFY(biased.iterate(gradient));
  QCOMPARE(plain(biased.weights()), (Floats{-2, 0.5, -0.5}));
}

void DianaTest::shiftOfWhoIsAwayStays() {
  auto workers = run({{"shift_rate", std::string("chosen")}, {"alpha", 0.5}});
  QVERIFY(workers.iterate(gradient));
  workers.setAway(1, true);
  // The sum of the shifts is (2, -1, 0), worker 1 alone sends: 2 @ 0.
  QVERIFY(workers.iterate(gradient));
  QCOMPARE(plain(workers.weights()), (Floats{-2, 0.75, 0}));
}

QTEST_APPLESS_MAIN(DianaTest)
#include "diana_test.moc"
