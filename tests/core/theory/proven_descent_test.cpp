// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/proven_descent.h"

#include <cmath>

#include <QtTest>

using namespace telegrad;

namespace {

ClassParameters onlyDelta(double delta) {
  ClassParameters classes;
  classes.delta = delta;
  return classes;
}

bool near(double a, double b) {
  return std::abs(a - b) <= 1e-12 * std::abs(b);
}

}  // namespace

class ProvenDescentTest : public QObject {
  Q_OBJECT
 private slots:
  void isTheLineOfTheQuadratics();
  void classesAtTheirBestRates();
  void saysNothingWhereNothingIsProven();
  void gradientDescentReachesItsBound();
};

/// (1 - k / (d kappa))^K for k/d = 5 %, kappa = 100 and a rate of 1/L.
void ProvenDescentTest::isTheLineOfTheQuadratics() {
  const auto line = descentRate(onlyDelta(20.0), 0.01, {100.0, 1.0});
  QVERIFY(line);
  QVERIFY(std::abs(std::pow(line->factor, 1000) / 0.6064548228 - 1.0) < 1e-9);
  QVERIFY(std::abs(std::pow(line->factor, 10000) / 6.729527022e-3 - 1.0) < 1e-9);
  QVERIFY(std::abs(std::pow(line->factor, 50000) / 1.38014e-11 - 1.0) < 1e-5);
  QCOMPARE(line->formula, std::string("1 − η μ / δ"));
}

/// 1 - (alpha / beta^2) mu/L, 1 - (gamma / beta) mu/L and 1 - (1 / zeta) mu/L at 1 / (beta L).
void ProvenDescentTest::classesAtTheirBestRates() {
  ClassParameters b1;
  b1.b1 = {0.5, 2.0};
  QVERIFY(near(descentRate(b1, 1.0 / 20.0, {10.0, 1.0})->factor, 1.0 - 0.125 / 10.0));
  ClassParameters b2;
  b2.b2 = {0.5, 2.0};
  QVERIFY(near(descentRate(b2, 1.0 / 20.0, {10.0, 1.0})->factor, 1.0 - 0.25 / 10.0));
  ClassParameters u;
  u.zeta = 4.0;
  QVERIFY(near(descentRate(u, 1.0 / 40.0, {10.0, 1.0})->factor, 1.0 - 0.25 / 10.0));
  // Of several the strongest counts.
  b2.delta = 2.0;
  QVERIFY(near(descentRate(b2, 1.0 / 20.0, {10.0, 1.0})->factor, 1.0 - 0.5 / 20.0));
}

void ProvenDescentTest::saysNothingWhereNothingIsProven() {
  QVERIFY(!descentRate({}, 0.01, {1.0, 1.0}));
  QVERIFY(!descentRate(onlyDelta(20.0), 0.011, {100.0, 1.0}));  // beyond 1/L
  ClassParameters u;
  u.zeta = 4.0;
  QVERIFY(!descentRate(u, 2.0 / 40.0, {10.0, 1.0}));  // at 2 / (zeta L) it stands still
  QVERIFY(!descentRate(u, 0.06, {10.0, 1.0}));
  QVERIFY(!descentRate(classesOfUnbiased(1.0), 0.1, {10.0, 0.0}));  // not strongly convex
}

/// On 1/2 x^2 with rate eta: f falls by (1 - eta)^2 = 1 - eta (2 - eta), the bound itself.
void ProvenDescentTest::gradientDescentReachesItsBound() {
  for (const double rate : {0.1, 0.5, 0.9})
    QVERIFY(near(descentRate(classesOfUnbiased(1.0), rate, {1.0, 1.0})->factor,
                 (1.0 - rate) * (1.0 - rate)));
}

QTEST_APPLESS_MAIN(ProvenDescentTest)
#include "proven_descent_test.moc"
