// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/norms.h"

#include <cmath>
#include <limits>
#include <vector>

#include <QtTest>

#include "tests/core/compress/support.h"

using namespace telegrad;
using namespace telegrad::test;

class NormsTest : public QObject {
  Q_OBJECT
 private slots:
  void agreeWithPlainSums();
  void areNotFiniteExactlyIfAnEntryIsNot();
};

void NormsTest::agreeWithPlainSums() {
  for (std::size_t size = 0; size < 200; ++size) {
    const auto x = normals(size, size);
    double sum = 0.0;
    double squares = 0.0;
    double greatest = 0.0;
    for (const double v : x) {
      sum += std::abs(v);
      squares += v * v;
      greatest = std::max(greatest, std::abs(v));
    }
    QVERIFY(std::abs(sumOfMagnitudes(x) - sum) <= 1e-13 * sum);
    QCOMPARE(static_cast<double>(greatestMagnitude(x)), greatest);
    QCOMPARE(normOf(Norm::One, x), sumOfMagnitudes(x));
    QVERIFY(std::abs(normOf(Norm::Two, x) - std::sqrt(squares)) <= 1e-13 * std::sqrt(squares));
    QCOMPARE(normOf(Norm::Infinity, x), greatest);
  }
}

void NormsTest::areNotFiniteExactlyIfAnEntryIsNot() {
  const float infinity = std::numeric_limits<float>::infinity();
  for (const std::size_t at : {0U, 33U, 99U}) {
    std::vector<float> x(100, std::numeric_limits<float>::max());
    for (const auto norm : {Norm::One, Norm::Two, Norm::Infinity}) {
      x[at] = 1.0F;
      QVERIFY(std::isfinite(normOf(norm, x)));
      for (const float bad : {infinity, -infinity, std::nanf("")}) {
        x[at] = bad;
        QVERIFY(!std::isfinite(normOf(norm, x)));
      }
    }
  }
}

QTEST_APPLESS_MAIN(NormsTest)
#include "norms_test.moc"
