// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/lab_figures.h"

#include <algorithm>
#include <cmath>

#include <QtTest>

#include "core/compress/compressor.h"

using namespace telegrad;

class LabFiguresTest : public QObject {
  Q_OBJECT
 private slots:
  void figureOneNamesItsPoints();
  void figureTwoIsTheClosedForm();
  void figureTwoBegins();
  void figureThreeHasEveryOperator();
};

void LabFiguresTest::figureOneNamesItsPoints() {
  const auto curves = paperFigure1(20);
  QCOMPARE(curves.size(), std::size_t{2});
  QCOMPARE(curves[0].points.size(), std::size_t{20});
  QCOMPARE(curves[0].labels.front(), std::string("5 %"));
  QCOMPARE(curves[1].points.back().settings.real("fraction"), 1.0);
  QCOMPARE(paperVector().values.size(), std::size_t{10'000});
}

/// x_i^k = (1 - lambda_i / L)^k, so the gradient is lambda_i (1 - lambda_i / L)^k.
void LabFiguresTest::figureTwoIsTheClosedForm() {
  constexpr std::size_t kIterations = 12;
  const auto all = paperFigure2(kIterations, 400);
  QVERIFY(all);
  QCOMPARE(all->size(), std::size_t{4});
  for (const std::size_t curve : {0U, 1U, 2U, 3U}) {
    const auto& saving = (*all)[curve];
    const double kappa = curve < 2 ? 100.0 : 1000.0;
    QCOMPARE(saving.share.size(), kIterations + 1);
    for (std::size_t k = 0; k <= kIterations; ++k) {
      std::vector<double> squares;
      double sum = 0.0;
      for (int i = 0; i < 100; ++i) {
        const double lambda = 1.0 + (kappa - 1.0) * i / 99.0;
        squares.push_back(std::pow(lambda * std::pow(1.0 - lambda / kappa, k), 2.0));
        sum += squares.back();
      }
      std::ranges::sort(squares, std::greater<>());
      double five = 0.0;
      for (std::size_t i = 0; i < 5; ++i) five += squares[i];
      const bool top = curve % 2 == 0;
      // A draw of Rand-5 has a deviation of at most 0.08: its mean of 400 is within 0.02.
      const double expected = top ? five / sum : 0.05;
      QVERIFY2(std::abs(saving.share[k] - expected) < (top ? 1e-5 : 0.02), saving.name.c_str());
      if (top) QVERIFY(saving.share[k] > 1.5 * 0.05);
    }
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

void LabFiguresTest::figureThreeHasEveryOperator() {
  const auto curves = paperFigure3(7);
  QCOMPARE(curves.size(), compressors().size());
  for (const auto& curve : curves) {
    QVERIFY(!curve.points.empty() && curve.points.size() <= 7);
    QCOMPARE(curve.labels.size(), curve.parameter.empty() ? 0U : curve.points.size());
  }
}

QTEST_GUILESS_MAIN(LabFiguresTest)
#include "lab_figures_test.moc"
