// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/class_parameters.h"

#include <cmath>
#include <vector>

#include <QtTest>

#include "tests/core/compress/property_vectors.h"

using namespace telegrad;

using B1 = ClassParameters::B1;
using B2 = ClassParameters::B2;

class ClassParametersTest : public QObject {
  Q_OBJECT
 private slots:
  void everyCell();
  void twiceTheVectorIsNotOfThePrintedClass();
  void whereNothingIsScaledThePrintedClassIsRight();
  void unbiasedByScale();
  void theLeastDeltaThatIsProven();
  void theBestScaleOfAnUnbiasedOperator();
  void momentsAreBounded();
  void measuredOperatorsAreOfTheImpliedClasses_data();
  void measuredOperatorsAreOfTheImpliedClasses();
  void randomMomentsAreOfTheImpliedClasses();
  void contractionsAreOfTheImpliedClasses();
};

namespace {

/// <E C, x> / ||x||^2 and E ||C||^2 / ||x||^2.
struct Measured {
  double m1 = 0.0;
  double m2 = 0.0;
  Measured scaled(double lambda) const { return {lambda * m1, lambda * lambda * m2}; }
  double error() const { return m2 - 2.0 * m1 + 1.0; }
};

constexpr double kSlack = 1e-9;

bool isOf(const B1& b1, const Measured& m) {
  return b1.alpha <= m.m2 * (1.0 + kSlack) && m.m2 <= b1.beta * m.m1 * (1.0 + kSlack);
}
bool isOf(const B2& b2, const Measured& m) {
  return b2.gamma <= m.m1 * (1.0 + kSlack) && m.m2 <= b2.beta * m.m1 * (1.0 + kSlack);
}
bool isOf(double delta, const Measured& m) {
  return m.error() <= 1.0 - 1.0 / delta + kSlack;
}

/// The classes that a measured pair is of by its own numbers, and all that they imply.
bool isOfAllImplied(const Measured& m) {
  const B1 b1{m.m2, m.m2 / m.m1};
  const B2 b2{m.m1, m.m2 / m.m1};
  bool holds = isOf(b1, m) && isOf(b2, m) && isOf(b2Of(b1), m) && isOf(b1Of(b2), m);
  for (const double lambda : {0.1, 1.0, 3.0}) {
    holds &= isOf(scaled(b1, lambda), m.scaled(lambda));
    holds &= isOf(scaled(b2, lambda), m.scaled(lambda));
  }
  for (const auto& contraction : {contractionOf(b1), contractionOf(b2)})
    holds &= isOf(contraction.delta, m.scaled(contraction.scale));
  return holds;
}

}  // namespace

void ClassParametersTest::everyCell() {
  const B1 b1{0.25, 3.0};
  const B2 b2{0.5, 4.0};
  QVERIFY((scaled(b1, 2.0) == B1{1.0, 6.0}));
  QVERIFY((scaled(b2, 2.0) == B2{1.0, 8.0}));
  QCOMPARE(b2Of(b1).gamma, 0.25 / 3.0);
  QCOMPARE(b2Of(b1).beta, 3.0);
  QVERIFY((b1Of(b2) == B1{0.25, 4.0}));
  QCOMPARE(contractionOf(b1).scale, 1.0 / 3.0);
  QCOMPARE(contractionOf(b1).delta, 36.0);
  QCOMPARE(contractionOf(b2).scale, 0.25);
  QCOMPARE(contractionOf(b2).delta, 8.0);
  QVERIFY((b1OfContraction(5.0) == B1{0.01, 2.0}));
  QVERIFY((b2OfContraction(5.0) == B2{0.1, 2.0}));
}

/// C(x) = 2x: ||C||^2 = 4 ||x||^2 = 2 <C, x>.
void ClassParametersTest::twiceTheVectorIsNotOfThePrintedClass() {
  const Measured twice{2.0, 4.0};
  const B1 b1{4.0, 2.0};
  QVERIFY(isOf(b1, twice));
  QVERIFY(!isOf(B2{b1.alpha, b1.beta * b1.beta}, twice));
  QVERIFY(isOf(b2Of(b1), twice));
  QVERIFY((b2Of(b1) == B2{2.0, 2.0}));
  QVERIFY(isOf(contractionOf(b1).delta, twice.scaled(contractionOf(b1).scale)));
  QCOMPARE(contractionOf(b1).delta, 1.0);
}

void ClassParametersTest::whereNothingIsScaledThePrintedClassIsRight() {
  const auto sparse = classesOfSparsifier(0.2);
  QVERIFY(b2Of(*sparse.b1) == *sparse.b2);
  QVERIFY((b2Of(*sparse.b1) == B2{sparse.b1->alpha, sparse.b1->beta * sparse.b1->beta}));
  QCOMPARE(contractionOf(*sparse.b1).delta, *sparse.delta);
  QCOMPARE(contractionOf(*sparse.b2).delta, *sparse.delta);
}

void ClassParametersTest::unbiasedByScale() {
  const auto half = classesOfScaledUnbiased(3.0, 0.5);
  QVERIFY((*half.b1 == B1{0.25, 1.5}));
  QVERIFY((*half.b2 == B2{0.5, 1.5}));
  QCOMPARE(*half.delta, 4.0);
  QVERIFY(!half.zeta);
  QVERIFY(!classesOfScaledUnbiased(4.0, 0.5).delta);  // lambda zeta = 2
  const auto plain = classesOfUnbiased(1.5);
  QVERIFY(plain == classesOfScaledUnbiased(1.5, 1.0));
  QCOMPARE(*plain.zeta, 1.5);
  QCOMPARE(*plain.delta, 2.0);
  QVERIFY(!classesOfUnbiased(2.0).delta);
  // The worst member: <E C, x> = ||x||^2, E ||C||^2 = zeta ||x||^2.
  for (const double zeta : {1.0, 1.125, 7.0})
    for (const double lambda : {0.05, 0.25, 1.0, 2.0}) {
      const auto worst = Measured{1.0, zeta}.scaled(lambda);
      const auto classes = classesOfScaledUnbiased(zeta, lambda);
      QVERIFY(isOf(*classes.b1, worst) && isOf(*classes.b2, worst));
      if (classes.delta) QVERIFY(std::abs(worst.error() - (1.0 - 1.0 / *classes.delta)) < 1e-12);
    }
}

void ClassParametersTest::theLeastDeltaThatIsProven() {
  QVERIFY(!bestContraction({}));
  const auto unbiased = *bestContraction(classesOfUnbiased(1.5));
  QCOMPARE(unbiased.scale, 1.0 / 1.5);  // as it is 1 / (2 - 1.5) = 2, by B1 2.25
  QCOMPARE(unbiased.delta, 1.5);
  QCOMPARE(bestContraction(classesOfUnbiased(1.0))->scale, 1.0);
  ClassParameters classes;
  classes.b1 = B1{0.5, 2.0};
  QCOMPARE(bestContraction(classes)->delta, 8.0);
  classes.b2 = B2{0.1, 3.0};
  QCOMPARE(bestContraction(classes)->delta, 8.0);
  classes.delta = 4.0;
  QCOMPARE(bestContraction(classes)->delta, 4.0);
}

void ClassParametersTest::theBestScaleOfAnUnbiasedOperator() {
  for (const double zeta : {1.0, 1.125, 10.0, 1000.0}) {
    const double best = *classesOfScaledUnbiased(zeta, 1.0 / zeta).delta;
    QVERIFY(std::abs(best - zeta) < 1e-9 * zeta);
    for (const double other : {0.5, 0.9, 1.1, 1.9})
      QVERIFY(*classesOfScaledUnbiased(zeta, other / zeta).delta > best);
  }
}

void ClassParametersTest::momentsAreBounded() {
  QCOMPARE(momentBounds(3.0).second, 9.0);
  QCOMPARE(momentBounds(3.0).first, 3.0);
  // Along x alone both are met: C(x) = beta x.
  Random random(1, Purpose::Test);
  for (int draw = 0; draw < 1000; ++draw) {
    // Any m2 >= m1^2 may be; beta is m2 / m1.
    const double m1 = std::exp(random.normal());
    const double m2 = m1 * m1 * (1.0 + random.uniform());
    const auto bounds = momentBounds(m2 / m1);
    QVERIFY(m2 <= bounds.second * (1.0 + kSlack) && m1 <= bounds.first * (1.0 + kSlack));
  }
}

void ClassParametersTest::measuredOperatorsAreOfTheImpliedClasses_data() {
  QTest::addColumn<std::string>("key");
  for (const char* key : {"top-k", "rand-k", "biased-rounding", "one-bit", "quantile-buckets",
                          "unbiased-rounding", "ternary", "power-sgd"})
    QTest::newRow(key) << std::string(key);
}

/// One draw of an operator is an operator itself, one that draws nothing.
void ClassParametersTest::measuredOperatorsAreOfTheImpliedClasses() {
  QFETCH(std::string, key);
  int measured = 0;
  for (const auto& x : test::unlikeVectors()) {
    Values values;
    if (key == "top-k" || key == "rand-k") values = {{"fraction", 0.2}};
    if (key == "quantile-buckets") values = {{"buckets", std::int64_t{4}}};
    const auto m = test::moments(test::roundTrip(key, values, x), x);
    if (m.second == 0.0) continue;  // nothing was kept: of no class
    ++measured;
    QVERIFY(isOfAllImplied({m.first, m.second}));
  }
  QVERIFY(measured > 100);
}

void ClassParametersTest::randomMomentsAreOfTheImpliedClasses() {
  Random random(2, Purpose::Test);
  for (int draw = 0; draw < 2000; ++draw) {
    const double m1 = std::exp(2.0 * random.normal());
    QVERIFY(isOfAllImplied({m1, m1 * m1 * (1.0 + std::exp(3.0 * random.normal()))}));
  }
}

/// Of B3(delta): ||C - x||^2 = (1 - 1/delta) ||x||^2 in any direction.
void ClassParametersTest::contractionsAreOfTheImpliedClasses() {
  for (const double delta : {1.0, 1.2, 2.0, 10.0, 1000.0}) {
    const double radius = std::sqrt(1.0 - 1.0 / delta);
    for (double angle = 0.0; angle <= 3.1415; angle += 0.01) {
      // C = x + r u, u of length 1 at that angle to x.
      const double m1 = 1.0 + radius * std::cos(angle);
      const Measured m{m1, m1 * m1 + std::pow(radius * std::sin(angle), 2.0)};
      QVERIFY(isOf(delta, m));
      QVERIFY(isOf(b1OfContraction(delta), m));
      QVERIFY(isOf(b2OfContraction(delta), m));
    }
  }
}

QTEST_APPLESS_MAIN(ClassParametersTest)
#include "class_parameters_test.moc"
