// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/descent_rate.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <vector>

#include <QtTest>

#include "core/base/random.h"

using namespace telegrad;

using B1 = ClassParameters::B1;
using B2 = ClassParameters::B2;
using Vector = std::vector<double>;

class DescentRateTest : public QObject {
  Q_OBJECT
 private slots:
  void factorsAtTheBestStep();
  void noOtherStepIsBetter();
  void stepsOutsideAreNotSpokenOf();
  void theBestOfAllClasses();
  void randKsTheoryLine();
  void topKDescendsAtLeastAsFast();
  void randKDescendsAtLeastAsFast();
  void unbiasedNodesStayBelowTheirBound();
  void feedbackSteps();
  void feedbackTerms();
  void divergesAsThePublishedNumbers();
  void divergesAsItsClosedForm();
};

namespace {

bool near(double value, double expected, double relative = 1e-12) {
  return std::abs(value - expected) <= relative * std::abs(expected);
}

constexpr Curvature kCurved{10.0, 0.5};

/// 100 eigenvalues from 1 to kappa, evenly.
Vector spectrum(double kappa) {
  Vector eigenvalues(100);
  for (std::size_t i = 0; i < 100; ++i)
    eigenvalues[i] = 1.0 + (kappa - 1.0) * static_cast<double>(i) / 99.0;
  return eigenvalues;
}

double quadratic(const Vector& eigenvalues, const Vector& x) {
  double sum = 0.0;
  for (std::size_t i = 0; i < x.size(); ++i) sum += 0.5 * eigenvalues[i] * x[i] * x[i];
  return sum;
}

}  // namespace

void DescentRateTest::factorsAtTheBestStep() {
  const auto b1 = bestStep(B1{0.2, 2.0}, kCurved);
  QVERIFY(near(b1.step, 1.0 / 20.0) && near(b1.factor, 1.0 - 0.2 / 4.0 * 0.05));
  const auto b2 = bestStep(B2{0.2, 2.0}, kCurved);
  QVERIFY(near(b2.step, 1.0 / 20.0) && near(b2.factor, 1.0 - 0.2 / 2.0 * 0.05));
  const auto b3 = bestStepOfContraction(4.0, kCurved);
  QVERIFY(near(b3.step, 1.0 / 10.0) && near(b3.factor, 1.0 - 0.05 / 4.0));
  const auto unbiased = bestStepOfUnbiased(5.0, kCurved);
  QVERIFY(near(unbiased.step, 1.0 / 50.0) && near(unbiased.factor, 1.0 - 0.05 / 5.0));
  // Nothing compressed: gradient descent's 1 - mu / L.
  for (const auto& plain : {bestStep(B1{1.0, 1.0}, kCurved), bestStep(B2{1.0, 1.0}, kCurved),
                            bestStepOfContraction(1.0, kCurved), bestStepOfUnbiased(1.0, kCurved)})
    QVERIFY(near(plain.factor, 0.95) && near(plain.step, 0.1));
}

void DescentRateTest::noOtherStepIsBetter() {
  const B1 b1{0.2, 2.0};
  const B2 b2{0.3, 2.5};
  const auto check = [](const BestStep& best, const auto& factorOf, double limit) {
    QVERIFY(near(factorOf(best.step), best.factor));
    for (int i = 1; i <= 100; ++i) QVERIFY(factorOf(limit * i / 100.0) >= best.factor - 1e-12);
    QVERIFY(near(factorOf(limit), limit > 1.5 * best.step ? 1.0 : best.factor));
  };
  check(
      bestStep(b1, kCurved), [&](double s) { return stepFactor(b1, kCurved, s); }, 0.1);
  check(
      bestStep(b2, kCurved), [&](double s) { return stepFactor(b2, kCurved, s); }, 0.08);
  check(
      bestStepOfContraction(3.0, kCurved),
      [&](double s) { return stepFactorOfContraction(3.0, kCurved, s); }, 0.1);
  check(
      bestStepOfUnbiased(4.0, kCurved),
      [&](double s) { return stepFactorOfUnbiased(4.0, kCurved, s); }, 0.05);
}

void DescentRateTest::stepsOutsideAreNotSpokenOf() {
  for (const double step : {0.0, -0.1, std::nan("")}) {
    QVERIFY(std::isnan(stepFactor(B1{0.2, 2.0}, kCurved, step)));
    QVERIFY(std::isnan(stepFactor(B2{0.2, 2.0}, kCurved, step)));
    QVERIFY(std::isnan(stepFactorOfContraction(2.0, kCurved, step)));
    QVERIFY(std::isnan(stepFactorOfUnbiased(2.0, kCurved, step)));
    QVERIFY(std::isnan(unbiasedDistance({}, kCurved, step, 1.0, 1.0)));
  }
  QVERIFY(std::isnan(stepFactor(B1{0.2, 2.0}, kCurved, 0.1001)));
  QVERIFY(std::isnan(stepFactorOfContraction(2.0, kCurved, 0.1001)));
}

void DescentRateTest::theBestOfAllClasses() {
  QCOMPARE(bestStep(ClassParameters{}, kCurved).factor, 1.0);
  // Of a sparsifier all three promise the same; of an unbiased operator U does better than B3.
  const auto sparse = bestStep(classesOfSparsifier(0.1), kCurved);
  QVERIFY(near(sparse.factor, 1.0 - 0.005) && near(sparse.step, 0.1));
  const auto rounding = bestStep(classesOfUnbiased(1.5), kCurved);
  QVERIFY(near(rounding.factor, 1.0 - 0.05 / 1.5));
  QVERIFY(rounding.factor < bestStepOfContraction(2.0, kCurved).factor);
}

/// (1 - (k/d) / kappa)^K, d = 100, k = 5: the published line of Rand-5.
void DescentRateTest::randKsTheoryLine() {
  const double factor = bestStepOfUnbiased(20.0, {100.0, 1.0}).factor;
  QVERIFY(near(factor, bestStep(classesOfSparsifier(0.05), {100.0, 1.0}).factor));
  QVERIFY(near(std::pow(factor, 1000.0), 0.6064548228, 1e-9));
  QVERIFY(near(std::pow(factor, 10'000.0), 6.729527022e-3, 1e-9));
  QVERIFY(near(std::pow(factor, 50'000.0), 1.38014e-11, 1e-5));
}

/// Every step of descent by the five largest entries, against delta = d/k and against the share
/// that they really are.
void DescentRateTest::topKDescendsAtLeastAsFast() {
  for (const double kappa : {100.0, 1000.0}) {
    const auto eigenvalues = spectrum(kappa);
    Vector x(100, 1.0);
    const Curvature curvature{kappa, 1.0};
    const double before = quadratic(eigenvalues, x);
    for (int step = 1; step <= 1000; ++step) {
      const double f = quadratic(eigenvalues, x);
      Vector gradient(100);
      for (std::size_t i = 0; i < 100; ++i) gradient[i] = eigenvalues[i] * x[i];
      std::vector<std::size_t> order(100);
      std::iota(order.begin(), order.end(), 0);
      std::ranges::stable_sort(order, std::greater<>{},
                               [&](auto i) { return std::abs(gradient[i]); });
      const double whole =
          std::inner_product(gradient.begin(), gradient.end(), gradient.begin(), 0.0);
      double kept = 0.0;
      for (int j = 0; j < 5; ++j) {
        kept += gradient[order[j]] * gradient[order[j]];
        x[order[j]] -= gradient[order[j]] / kappa;
      }
      const double factor = quadratic(eigenvalues, x) / f;
      QVERIFY(factor <= bestStepOfContraction(20.0, curvature).factor + 1e-12);
      QVERIFY(factor <= bestStepOfContraction(whole / kept, curvature).factor + 1e-12);
      if (kappa == 100.0 && step == 10)
        QVERIFY(near(quadratic(eigenvalues, x) / before, 0.3028094059, 1e-9));
    }
  }
}

/// The exact mean of descent by five entries at random, against U(20) and against B3(20).
void DescentRateTest::randKDescendsAtLeastAsFast() {
  const auto eigenvalues = spectrum(100.0);
  const auto mean = [&](double iterations) {
    double sum = 0.0;
    for (const double l : eigenvalues)
      sum += l * std::pow(1.0 - 0.05 * (1.0 - std::pow(1.0 - l / 100.0, 2.0)), iterations);
    return sum / std::accumulate(eigenvalues.begin(), eigenvalues.end(), 0.0);
  };
  QVERIFY(near(mean(1.0), 0.95825, 1e-9));
  QVERIFY(near(mean(10.0), 0.6560500605, 1e-9));
  QVERIFY(near(mean(10'000.0), 9.40529534e-9, 1e-8));
  const double factor = bestStepOfUnbiased(20.0, {100.0, 1.0}).factor;
  for (const double iterations : {1.0, 10.0, 1000.0, 10'000.0})
    QVERIFY(mean(iterations) <= std::pow(factor, iterations));
}

/// Four unlike quadratics with diagonal Hessians and unbiased Rand-2: as each coordinate is kept
/// with probability k/d, the means of x_j and x_j^2 follow from each other exactly.
void DescentRateTest::unbiasedNodesStayBelowTheirBound() {
  constexpr int kNodes = 4;
  constexpr int kSize = 20;
  constexpr double kZeta = 10.0;
  Random random(4, Purpose::Test);
  std::array<std::array<double, kSize>, kNodes> a{};
  std::array<std::array<double, kSize>, kNodes> b{};
  UnbiasedNodes nodes{.zeta = kZeta, .nodes = kNodes, .largestSmoothness = 0.0};
  for (auto& row : a)
    for (auto& v : row)
      nodes.largestSmoothness = std::max(nodes.largestSmoothness, v = random.uniform(1.0, 10.0));
  for (auto& row : b)
    for (auto& v : row) v = random.uniform(-1.0, 1.0);
  Curvature curvature{0.0, 1e9};
  Vector best(kSize);
  for (int j = 0; j < kSize; ++j) {
    double slope = 0.0;
    for (int i = 0; i < kNodes; ++i) {
      slope += a[i][j] / kNodes;
      best[j] += b[i][j] / kNodes;
    }
    best[j] /= slope;
    curvature.smoothness = std::max(curvature.smoothness, slope);
    curvature.convexity = std::min(curvature.convexity, slope);
  }
  for (int i = 0; i < kNodes; ++i)
    for (int j = 0; j < kSize; ++j)
      nodes.heterogeneity += std::pow(a[i][j] * best[j] - b[i][j], 2.0) / kNodes;
  const double limit = unbiasedStepLimit(nodes, curvature);
  QVERIFY(near(1.0 / limit, curvature.smoothness + 4.5 * nodes.largestSmoothness));

  for (const double step : {limit, 0.3 * limit}) {
    Vector mean(kSize, 0.0);     // of x_j - x*_j
    Vector squares(kSize, 0.0);  // of its square
    for (int j = 0; j < kSize; ++j) squares[j] = std::pow(mean[j] = -best[j], 2.0);
    const double initial = std::accumulate(squares.begin(), squares.end(), 0.0);
    for (int k = 1; k <= 5000; ++k) {
      for (int j = 0; j < kSize; ++j) {
        double slope = 0.0;
        double spread = 0.0;  // sum_i E g_ij^2
        for (int i = 0; i < kNodes; ++i) {
          const double rest = a[i][j] * best[j] - b[i][j];  // g_ij = a (x - x*) + rest
          slope += a[i][j] / kNodes;
          spread += a[i][j] * a[i][j] * squares[j] + 2.0 * a[i][j] * rest * mean[j] + rest * rest;
        }
        const double shrink = 1.0 - step * slope;
        squares[j] =
            shrink * shrink * squares[j] + step * step * (kZeta - 1.0) * spread / (kNodes * kNodes);
        mean[j] *= shrink;
      }
      const double distance = std::accumulate(squares.begin(), squares.end(), 0.0);
      QVERIFY(distance <= unbiasedDistance(nodes, curvature, step, k, initial));
    }
    // The plateau is real, and the bound is no more than some times it.
    const double plateau = std::accumulate(squares.begin(), squares.end(), 0.0);
    const double bound = unbiasedDistance(nodes, curvature, step, 1e9, initial);
    QVERIFY(plateau > 0.05 * bound);
  }
}

void DescentRateTest::feedbackSteps() {
  const FeedbackNodes nodes{.delta = 10.0, .nodes = 4, .noiseGrowth = 2.0};
  QVERIFY(near(feedbackStepLimit(nodes, kCurved), 1.0 / (14.0 * 22.0 * 10.0)));
  QVERIFY(near(feedbackStep(nodes, kCurved, 0.0), feedbackStepLimit(nodes, kCurved)));
  // Halved after kappa = 56 * 22 * 10 / 0.5 iterations.
  QVERIFY(near(feedbackStep(nodes, kCurved, 24'640.0), 0.5 * feedbackStepLimit(nodes, kCurved)));
}

void DescentRateTest::feedbackTerms() {
  const FeedbackNodes nodes{
      .delta = 10.0, .nodes = 4, .noiseGrowth = 2.0, .noiseVariance = 3.0, .heterogeneity = 0.5};
  const auto bound = feedbackBound(nodes, kCurved, 9.0);
  const double noise = 3.0 * 1.25 + 0.5 * (1.0 + 30.0);
  QVERIFY(near(bound.quadratic, 100.0 * 22.0 * 22.0 * 9.0 / 0.5));
  QVERIFY(near(bound.linear, noise / 0.5));
  QVERIFY(near(bound.initial, 10.0 * 22.0 * 9.0));
  QVERIFY(near(bound.scale, 28.0 * 10.0 * 22.0 / 0.5));
  QVERIFY(near(bound.root, std::sqrt(noise) * 3.0));
  // At the largest step the weights' base is 1 - mu eta / 2, and 1 / (mu eta / 2) iterations.
  QVERIFY(near(bound.scale, 2.0 / (0.5 * feedbackStepLimit(nodes, kCurved))));
  // Exact gradients of functions with one minimum: nothing holds it up.
  const auto alike = feedbackBound({.delta = 10.0, .nodes = 4}, kCurved, 9.0);
  QCOMPARE(alike.linear, 0.0);
  QCOMPARE(alike.root, 0.0);
}

void DescentRateTest::divergesAsThePublishedNumbers() {
  QVERIFY(near(divergingLoss(1.0, 0.01, 1.0), 1.8147548611, 1e-10));
  QVERIFY(near(divergingLoss(1.0, 0.01, 10.0), 2.5167335919, 1e-10));
  QVERIFY(near(divergingLoss(1.0, 0.01, 100.0), 66.226228079, 1e-10));
  QVERIFY(near(std::sqrt(divergingLoss(1.0, 0.05, 100.0) / 1.75), 6441.76623707, 1e-10));
}

/// The three nodes, step by step.
void DescentRateTest::divergesAsItsClosedForm() {
  constexpr std::array<std::array<double, 3>, 3> kA{{{-3, 2, 2}, {2, -3, 2}, {2, 2, -3}}};
  for (const double step : {1e-3, 0.01, 0.3}) {
    std::array<double, 3> x{2.0, 2.0, 2.0};
    for (int k = 0; k <= 50; ++k) {
      double loss = 0.0;
      std::array<double, 3> sum{};
      for (const auto& a : kA) {
        const double along = std::inner_product(a.begin(), a.end(), x.begin(), 0.0);
        loss +=
            (along * along + 0.25 * std::inner_product(x.begin(), x.end(), x.begin(), 0.0)) / 3.0;
        std::size_t largest = 0;
        std::array<double, 3> gradient{};
        for (std::size_t j = 0; j < 3; ++j) {
          gradient[j] = 2.0 * along * a[j] + 0.5 * x[j];
          if (std::abs(gradient[j]) > std::abs(gradient[largest])) largest = j;
        }
        sum[largest] += gradient[largest] / 3.0;
      }
      QVERIFY(near(divergingLoss(2.0, step, k), loss, 1e-10));
      for (std::size_t j = 0; j < 3; ++j) x[j] -= step * sum[j];
    }
  }
}

QTEST_APPLESS_MAIN(DescentRateTest)
#include "descent_rate_test.moc"
