// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/lab_figures.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <set>

#include <QtTest>

#include "core/problem/problem.h"

using namespace telegrad;

class LabFiguresTest : public QObject {
  Q_OBJECT
 private slots:
  void figureOneNamesItsPoints();
  void figureTwoIsAlongItsOwnDescent();
  void figureTwoOfRandom();
  void figureTwoOfLogisticRegression();
  void figureTwoBegins();
  void figureThreeHasItsOperators();
  void figureThreeIsOfOneNorm();
};

void LabFiguresTest::figureOneNamesItsPoints() {
  const auto curves = paperFigure1(20);
  QCOMPARE(curves.size(), std::size_t{2});
  QCOMPARE(curves[0].points.size(), std::size_t{20});
  QCOMPARE(curves[0].labels.front(), std::string("5 %"));
  QCOMPARE(curves[1].points.back().settings.real("fraction"), 1.0);
  QCOMPARE(paperVector().values.size(), std::size_t{10'000});
}

namespace {

/// The five entries of largest magnitude; of what floats cannot tell apart, the first.
std::vector<std::size_t> fiveLargest(const std::vector<double>& gradient) {
  const double largest =
      std::abs(*std::ranges::max_element(gradient, {}, [](double g) { return std::abs(g); }));
  std::vector<std::size_t> order(gradient.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t i) {
    return static_cast<float>(std::abs(gradient[i]) / largest);
  });
  order.resize(5);
  return order;
}

double shareOf(const std::vector<std::size_t>& kept, const std::vector<double>& gradient) {
  double all = 0.0;
  for (const double g : gradient) all += g * g;
  double some = 0.0;
  for (const auto i : kept) some += gradient[i] * gradient[i];
  return some / all;
}

}  // namespace

/// x loses the gradient's five largest entries over L at each step, and the share is of the
/// gradient at that x: not of one along descent by whole gradients, of which Top-5 soon keeps all.
void LabFiguresTest::figureTwoIsAlongItsOwnDescent() {
  constexpr std::size_t kIterations = 60;
  const auto all = paperFigure2(kIterations, 1);
  QVERIFY(all);
  QCOMPARE(all->size(), std::size_t{6});
  for (const std::size_t curve : {0U, 2U}) {
    const auto& saving = (*all)[curve];
    const double kappa = curve == 0 ? 100.0 : 1000.0;
    QCOMPARE(saving.name, std::string("Top-5"));
    QCOMPARE(saving.kappa, kappa);
    QCOMPARE(saving.share.size(), kIterations + 1);
    std::vector<double> x(100, 1.0);
    for (const double share : saving.share) {
      std::vector<double> gradient;
      for (std::size_t i = 0; i < x.size(); ++i)
        gradient.push_back((1.0 + (kappa - 1.0) * static_cast<double>(i) / 99.0) * x[i]);
      const auto kept = fiveLargest(gradient);
      QVERIFY(std::abs(share - shareOf(kept, gradient)) < 1e-6);
      QVERIFY(share > 1.7 * 0.05 && share < 4.1 * 0.05);  // 1.77 to 4.04 times, in both
      for (const auto i : kept) x[i] -= gradient[i] / kappa;
    }
  }
}

/// In the mean over draws k / d, wherever it is; a draw's deviation is at most 0.1.
void LabFiguresTest::figureTwoOfRandom() {
  constexpr std::size_t kDraws = 400;
  const auto all = paperFigure2(8, kDraws);
  QVERIFY(all);
  for (const std::size_t curve : {1U, 3U, 5U}) {
    QCOMPARE((*all)[curve].name, std::string("Rand-5"));
    for (const double share : (*all)[curve].share)
      QVERIFY(std::abs(share - 0.05) < 5.0 * 0.1 / std::sqrt(kDraws));
  }
}

/// The first two steps, from the problem's own gradients.
void LabFiguresTest::figureTwoOfLogisticRegression() {
  const auto all = paperFigure2(1, 1);
  QVERIFY(all);
  const auto& saving = (*all)[4];
  QCOMPARE(saving.kappa, 0.0);
  const auto entry = find(problems(), "l2-logistic-regression", "problem");
  const auto settings = Settings::from(
      (*entry)->parameters, {{"dimension", std::int64_t{100}}, {"examples", std::int64_t{200}}});
  const auto problem = *(*entry)->make(*settings)->build(1, 1);
  std::vector<float> x(100);
  problem->start(x);
  for (const double share : saving.share) {
    std::vector<double> gradient(100);
    problem->differentiate(0, x, gradient);
    const auto kept = fiveLargest(gradient);
    QVERIFY(std::abs(share - shareOf(kept, gradient)) < 1e-5);
    for (const auto i : kept)
      x[i] -= static_cast<float>(gradient[i] / problem->curvature().smoothness);
  }
}

void LabFiguresTest::figureTwoBegins() {
  const auto vector = paperFigure2Vector();
  QCOMPARE(vector.values.size(), std::size_t{100});
  QCOMPARE(vector.values.back(), 1.0F);  // lambda_100 x_100 = 100, the largest
  QVERIFY(std::abs(vector.values.front() - 0.01F) < 1e-8F);
  const auto operators = paperFigure2Operators();
  const auto measured = measure(operators[0].points.front(), vector, {});
  QVERIFY(std::abs(measured->measured.m2 - paperFigure2(0, 1)->front().share.front()) < 1e-12);
}

void LabFiguresTest::figureThreeHasItsOperators() {
  const auto curves = paperFigure3(7);
  QCOMPARE(curves.size(), std::size_t{12});
  std::set<std::string> names;
  for (const auto& curve : curves) {
    QVERIFY2(names.insert(curve.name).second, curve.name.c_str());
    QVERIFY(!curve.points.empty() && curve.points.size() <= 7);
    QCOMPARE(curve.labels.size(), curve.parameter.empty() ? 0U : curve.points.size());
    for (const auto& point : curve.points) QCOMPARE(point.key, curve.op.key);
  }
}

/// log10 delta of normal entries, 10,000 under one norm. Ditherings of one level and of the
/// Euclidean norm are ternary: 79.8.
void LabFiguresTest::figureThreeIsOfOneNorm() {
  struct Row {
    std::size_t curve;
    double delta;
    double relative;
  };
  const auto curves = paperFigure3(3);
  LabOptions options;
  options.times = false;
  options.draws = 20;
  for (const auto& row :
       {Row{4, 79.8, 0.15}, Row{6, 79.8, 0.15}, Row{7, 1.0818, 0.005}, Row{8, 1.0394, 0.005},
        Row{9, 79.8, 0.15}, Row{10, 3.22, 0.35}, Row{11, 1.5701, 0.03}}) {
    const auto measured = measure(curves[row.curve].points.front(), paperVector(), options);
    const double delta = measured->measured.bestDelta.mean;
    QVERIFY2(std::abs(delta / row.delta - 1.0) < row.relative, curves[row.curve].name.c_str());
  }
  QCOMPARE(curves[3].op.settings.real("values_base"), 2.0);
  QCOMPARE(curves[3].op.settings.integer("values_levels"), std::int64_t{4});
  QCOMPARE(curves[3].op.settings.choice("values_norm"), std::string("infinity"));
  QCOMPARE(curves[5].op.settings.choice("norm"), std::string("infinity"));
}

QTEST_GUILESS_MAIN(LabFiguresTest)
#include "lab_figures_test.moc"
