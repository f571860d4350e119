// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/ef21_sgdm.h"

#include <vector>

#include <QtTest>

#include "tests/support/given_gradients.h"

using namespace telegrad;
using telegrad::test::GivenGradients;

namespace {

using Floats = std::vector<float>;

GivenGradients run(const char* algorithm, Values settings) {
  settings["learning_rate"] = 0.5;
  return {2, {{"x", {3}, 0}}, algorithm, settings, "top-k", {{"fraction", 0.34}}};
}

/// (4, 2, 1) and (0, -2, 2), and from the second iteration on twice that.
Floats gradient(std::size_t worker, std::int64_t iteration) {
  Floats values = worker == 0 ? Floats{4, 2, 1} : Floats{0, -2, 2};
  for (auto& value : values) value *= iteration == 0 ? 1.0F : 2.0F;
  return values;
}

Floats plain(const FloatVector& values) {
  return {values.begin(), values.end()};
}

}  // namespace

class Ef21SgdmTest : public QObject {
  Q_OBJECT
 private slots:
  void ef21ByHand();
  void fromZeroByHand();
  void momentumByHand();
  void whoComesLateBeginsWithItsWholeGradient();
};

void Ef21SgdmTest::ef21ByHand() {
  auto workers = run("ef21", {});
  // h = g: x = -(0.5 / 2) ((4, 2, 1) + (0, -2, 2)). The first messages are whole.
  auto reports = workers.iterate(gradient);
  QVERIFY(reports);
  QCOMPARE(plain(workers.weights()), (Floats{-1, 0, -0.75}));
  QCOMPARE(workers.payload(0).bytes.size(), std::size_t{12});
  QCOMPARE(workers.payload(0).valueBits, std::int64_t{96});
  QCOMPARE((*reports)[0].residualNormSquared, 0.0);
  // g - h = (4, 2, 1) and (0, -2, 2): sent 4 @ 0 and -2 @ 1; h = (8, 2, 1) and (0, -4, 2).
  reports = workers.iterate(gradient);
  QVERIFY(reports);
  QCOMPARE(workers.payload(0).valueBits, std::int64_t{32});
  QCOMPARE(plain(workers.weights()), (Floats{-3, 0.5, -1.5}));
  QCOMPARE((*reports)[0].residualNormSquared, 5.0);
  QCOMPARE((*reports)[1].residualNormSquared, 4.0);
}

void Ef21SgdmTest::fromZeroByHand() {
  auto workers = run("ef21", {{"start", std::string("zero")}});
  // Sent 4 @ 0 and -2 @ 1.
  QVERIFY(workers.iterate(gradient));
  QCOMPARE(plain(workers.weights()), (Floats{-1, 0.5, 0}));
  // g - h = (4, 4, 2) and (0, -2, 4): sent 4 @ 0 and 4 @ 2; h = (8, 0, 0) and (0, -2, 4).
  QVERIFY(workers.iterate(gradient));
  QCOMPARE(plain(workers.weights()), (Floats{-3, 1, -1}));
}

void Ef21SgdmTest::momentumByHand() {
  auto workers = run("ef21-sgdm", {{"gradient_weight", 0.25}});
  QVERIFY(workers.iterate(gradient));
  QCOMPARE(plain(workers.weights()), (Floats{-1, 0, -0.75}));
  // v = 3/4 g + 1/4 2 g = 5/4 g; v - h = (1, 0.5, 0.25) and (0, -0.5, 0.5): sent 1 @ 0, -0.5 @ 1;
  // h = (5, 2, 1) and (0, -2.5, 2).
  const auto reports = workers.iterate(gradient);
  QVERIFY(reports);
  QCOMPARE(plain(workers.weights()), (Floats{-2.25, 0.125, -1.5}));
  QCOMPARE((*reports)[0].residualNormSquared, 0.3125);
}

void Ef21SgdmTest::whoComesLateBeginsWithItsWholeGradient() {
  auto workers = run("ef21", {});
  workers.setAway(1, true);
  QVERIFY(workers.iterate(gradient));
  QCOMPARE(plain(workers.weights()), (Floats{-1, -0.5, -0.25}));
  workers.setAway(1, false);
  workers.setAway(0, true);
  // Worker 1's h = (4, 2, 1) stays in the sum.
  QVERIFY(workers.iterate(gradient));
  QCOMPARE(workers.payload(1).bytes.size(), std::size_t{12});
  QCOMPARE(plain(workers.weights()), (Floats{-2, 0, -1.5}));
}

QTEST_APPLESS_MAIN(Ef21SgdmTest)
#include "ef21_sgdm_test.moc"
