// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <numeric>

#include <QtTest>

#include "core/base/random.h"
#include "core/problem/problem.h"
#include "tests/support/convex_reference.h"

using namespace telegrad;

namespace {

using Floats = std::vector<float>;
using Doubles = std::vector<double>;

std::unique_ptr<Problem> make(std::string_view key, const Values& values = {},
                              std::size_t workers = 4) {
  const auto entry = find(problems(), key, "model");
  if (!entry) qFatal("%s", entry.error().message.c_str());
  const auto settings = Settings::from((*entry)->parameters, values);
  if (!settings) qFatal("%s", settings.error().message.c_str());
  auto problem = (*entry)->make(*settings)->build((*entry)->workers.value_or(workers), 7);
  if (!problem) qFatal("%s", problem.error().message.c_str());
  return *std::move(problem);
}

Floats drawn(std::size_t size, std::uint64_t which) {
  Random random(3, Purpose::Test, 0, which);
  Floats x(size);
  // Multiples of 2^-6, which differences of a step below leave exact.
  for (auto& xi : x) xi = static_cast<float>(std::round(64.0 * random.normal()) / 64.0);
  return x;
}

/// f(x) = mean over workers of f_m(x), and its gradient.
double mean(const Problem& problem, const Floats& x, Doubles& gradient) {
  gradient.assign(x.size(), 0.0);
  Doubles own(x.size());
  double value = 0.0;
  const auto share = 1.0 / static_cast<double>(problem.workers());
  for (std::size_t m = 0; m < problem.workers(); ++m) {
    value += share * problem.differentiate(m, x, own);
    for (std::size_t j = 0; j < x.size(); ++j) gradient[j] += share * own[j];
  }
  return value;
}

bool near(double a, double b, double tolerance) {
  const bool is = std::abs(a - b) <= tolerance * std::max(1.0, std::abs(b));
  if (!is) qWarning("read %.15g, expected %.15g", a, b);
  return is;
}

}  // namespace

class ProblemsTest : public QObject {
  Q_OBJECT
 private slots:
  void hasWordsForTheUser_data() { rows(); }
  void hasWordsForTheUser();
  void gradientsAreThoseOfTheFunction_data() { rows(); }
  void gradientsAreThoseOfTheFunction();
  void suboptimalityIsTheFunctionAboveItsMinimum_data() { rows(); }
  void suboptimalityIsTheFunctionAboveItsMinimum();
  void curvatureBoundsTheFunction_data() { rows(); }
  void curvatureBoundsTheFunction();
  void descentReachesTheMinimumThatIsSaid_data() { rows(); }
  void descentReachesTheMinimumThatIsSaid();
  void heterogeneousQuadraticIsThatOfItsNumbers();
  void quadraticHasItsSpectrum();
  void threeWorkersPointAway();
  void threeWorkersAreThree();

 private:
  static void rows() {
    QTest::addColumn<QByteArray>("key");
    for (const auto& entry : problems())
      QTest::newRow(entry.key.c_str()) << QByteArray(entry.key.c_str());
  }
};

void ProblemsTest::hasWordsForTheUser() {
  QFETCH(QByteArray, key);
  const auto& entry = **find(problems(), key.toStdString(), "model");
  QVERIFY(!entry.name.empty() && !entry.summary.empty());
  QVERIFY(entry.decides.size() >= 2);
  for (const auto& parameter : entry.parameters)
    QVERIFY2(!parameter.label.empty() && !parameter.help.empty(), parameter.key.c_str());
}

void ProblemsTest::gradientsAreThoseOfTheFunction() {
  QFETCH(QByteArray, key);
  const auto problem = make(key.toStdString());
  constexpr float kStep = 0x1p-8F;
  for (std::size_t m = 0; m < problem->workers(); ++m) {
    auto x = drawn(problem->size(), m);
    Doubles gradient(x.size());
    Doubles ignored(x.size());
    problem->differentiate(m, x, gradient);
    for (std::size_t j = 0; j < x.size(); ++j) {
      const float at = x[j];
      x[j] = at + kStep;
      const double above = problem->differentiate(m, x, ignored);
      x[j] = at - kStep;
      const double below = problem->differentiate(m, x, ignored);
      x[j] = at;
      QVERIFY(near((above - below) / (2.0 * static_cast<double>(kStep)), gradient[j], 1e-5));
    }
  }
}

void ProblemsTest::suboptimalityIsTheFunctionAboveItsMinimum() {
  QFETCH(QByteArray, key);
  const auto problem = make(key.toStdString());
  Floats start(problem->size());
  problem->start(start);
  Doubles gradient;
  const double least = mean(*problem, start, gradient) - problem->suboptimality(start);
  for (std::uint64_t k = 0; k < 20; ++k) {
    const auto x = drawn(problem->size(), k);
    QVERIFY(problem->suboptimality(x) > 0.0);
    QVERIFY(near(mean(*problem, x, gradient) - problem->suboptimality(x), least, 1e-12));
  }
}

/// mu/2 ||y - x||^2 <= f(y) - f(x) - <grad f(x), y - x> <= L/2 ||y - x||^2.
void ProblemsTest::curvatureBoundsTheFunction() {
  QFETCH(QByteArray, key);
  const auto problem = make(key.toStdString());
  const auto [smoothness, strong, worst] = problem->curvature();
  QVERIFY(0.0 < strong && strong <= smoothness && smoothness <= worst * (1.0 + 1e-9));
  for (std::uint64_t k = 0; k < 30; ++k) {
    const auto x = drawn(problem->size(), 2 * k);
    const auto y = drawn(problem->size(), 2 * k + 1);
    Doubles gradient;
    Doubles ignored;
    double rest = mean(*problem, y, ignored) - mean(*problem, x, gradient);
    double squares = 0.0;
    for (std::size_t j = 0; j < x.size(); ++j) {
      const double apart = static_cast<double>(y[j]) - static_cast<double>(x[j]);
      rest -= gradient[j] * apart;
      squares += apart * apart;
    }
    QVERIFY(rest <= smoothness / 2.0 * squares * (1.0 + 1e-9));
    QVERIFY(rest >= strong / 2.0 * squares * (1.0 - 1e-9));
  }
}

/// Gradient descent in float, at 1/L: nothing that it reaches is below f*, and it gets there.
void ProblemsTest::descentReachesTheMinimumThatIsSaid() {
  QFETCH(QByteArray, key);
  const auto problem = make(key.toStdString());
  const double rate = 1.0 / problem->curvature().smoothness;
  Floats x(problem->size());
  problem->start(x);
  const double first = problem->suboptimality(x);
  Doubles gradient;
  for (int k = 0; k < 4000; ++k) {
    mean(*problem, x, gradient);
    for (std::size_t j = 0; j < x.size(); ++j)
      x[j] = static_cast<float>(static_cast<double>(x[j]) - rate * gradient[j]);
    QVERIFY(problem->suboptimality(x) > -1e-14);
  }
  QVERIFY2(problem->suboptimality(x) < 1e-11 * std::max(1.0, first),
           qPrintable(QString::number(problem->suboptimality(x))));
}

void ProblemsTest::heterogeneousQuadraticIsThatOfItsNumbers() {
  const auto problem = make("heterogeneous-quadratic");
  const test::HeterogeneousNumbers numbers(4, 20);
  QCOMPARE(numbers.a[0][0], 6.114072939795168);
  QCOMPARE(numbers.b[0][0], 0.04646501145427373);
  QCOMPARE(problem->curvature().smoothness, 7.001666897108183);
  QCOMPARE(problem->curvature().strongConvexity, 3.187412834864432);
  Floats zero(20);
  QCOMPARE(problem->suboptimality(zero), 0.12051502162314594);
  for (std::size_t m = 0; m < 4; ++m) {
    const auto x = drawn(20, m);
    Doubles gradient(20);
    problem->differentiate(m, x, gradient);
    for (std::size_t j = 0; j < 20; ++j)
      QCOMPARE(gradient[j], numbers.a[m][j] * static_cast<double>(x[j]) - numbers.b[m][j]);
  }
}

void ProblemsTest::quadraticHasItsSpectrum() {
  const Values small{{"dimension", std::int64_t{3}}, {"condition_number", 9.0}};
  Doubles gradient(3);
  const Floats ones(3, 1.0F);
  QCOMPARE(make("quadratic", small)->differentiate(0, ones, gradient), 7.5);
  QCOMPARE(gradient, (Doubles{1, 5, 9}));
  auto geometric = small;
  geometric["spectrum"] = std::string("geometric");
  make("quadratic", geometric)->differentiate(0, ones, gradient);
  QVERIFY(near(gradient[1], 3.0, 1e-15) && gradient[0] == 1.0 && gradient[2] == 9.0);
  const Values one{{"dimension", std::int64_t{1}}, {"condition_number", 9.0}};
  QCOMPARE(make("quadratic", one)->curvature().strongConvexity, 9.0);
}

void ProblemsTest::threeWorkersPointAway() {
  const auto problem = make("three-worker-divergence");
  Floats x(3);
  problem->start(x);
  QCOMPARE(x, (Floats{1, 1, 1}));
  Doubles gradient(3);
  problem->differentiate(1, x, gradient);
  QCOMPARE(gradient, (Doubles{4.5, -5.5, 4.5}));
  QCOMPARE(problem->suboptimality(x), 1.75);
}

void ProblemsTest::threeWorkersAreThree() {
  const auto& entry = **find(problems(), "three-worker-divergence", "model");
  const auto refused = entry.make(*Settings::from(entry.parameters))->build(4, 1);
  QVERIFY(!refused);
  for (const char* word : {"cluster.workers", "4", "3"})
    QVERIFY(refused.error().message.find(word) != std::string::npos);
}

QTEST_APPLESS_MAIN(ProblemsTest)
#include "problems_test.moc"
