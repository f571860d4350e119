// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/problem/positive_definite.h"

#include <cmath>
#include <numbers>

#include <QtTest>

using namespace telegrad;

namespace {

using Doubles = std::vector<double>;

bool near(double a, double b) {
  return std::abs(a - b) <= 1e-10 * std::max(1.0, std::abs(b));
}

/// 2 on the diagonal and -1 beside it: eigenvalues 2 - 2 cos(pi k / (n + 1)).
Doubles chain(std::size_t n) {
  Doubles matrix(n * n);
  for (std::size_t i = 0; i < n; ++i) {
    matrix[i * n + i] = 2.0;
    if (i + 1 < n) matrix[i * n + i + 1] = matrix[(i + 1) * n + i] = -1.0;
  }
  return matrix;
}

}  // namespace

class PositiveDefiniteTest : public QObject {
  Q_OBJECT
 private slots:
  void solvesByHand();
  void solvesWhatItWasMultipliedBy();
  void eigenvaluesOfAChain();
};

/// (4 2; 2 3) (1, 2) = (8, 8).
void PositiveDefiniteTest::solvesByHand() {
  Doubles x{8, 8};
  PositiveDefinite({4, 2, 2, 3}, 2).solve(x);
  QVERIFY(near(x[0], 1.0) && near(x[1], 2.0));
}

void PositiveDefiniteTest::solvesWhatItWasMultipliedBy() {
  constexpr std::size_t n = 50;
  const auto matrix = chain(n);
  Doubles x(n);
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j)
      x[i] += matrix[i * n + j] * std::cos(static_cast<double>(j));
  PositiveDefinite(matrix, n).solve(x);
  for (std::size_t j = 0; j < n; ++j) QVERIFY(near(x[j], std::cos(static_cast<double>(j))));
}

void PositiveDefiniteTest::eigenvaluesOfAChain() {
  constexpr std::size_t n = 20;
  const auto eigenvalue = [](double k) {
    return 2.0 - 2.0 * std::cos(std::numbers::pi * k / (n + 1));
  };
  const double most = largestEigenvalue(chain(n), n);
  const double least = PositiveDefinite(chain(n), n).smallestEigenvalue();
  QVERIFY2(std::abs(most - eigenvalue(n)) < 1e-8,
           qPrintable(QString::number(most - eigenvalue(n))));
  QVERIFY2(std::abs(least - eigenvalue(1)) < 1e-8, qPrintable(QString::number(least)));
  QCOMPARE(largestEigenvalue(Doubles(9), 3), 0.0);
}

QTEST_APPLESS_MAIN(PositiveDefiniteTest)
#include "positive_definite_test.moc"
