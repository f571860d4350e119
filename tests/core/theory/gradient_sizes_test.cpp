// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/gradient_sizes.h"

#include <cmath>
#include <set>
#include <string>

#include <QtTest>

class GradientSizesTest : public QObject {
  Q_OBJECT
 private slots:
  void areThirtyTwoBitsAParameter();
  void areSortedAndNamedOnce();
};

void GradientSizesTest::areThirtyTwoBitsAParameter() {
  for (const auto& size : telegrad::gradientSizes())
    QVERIFY2(std::abs(size.bits / (32.0 * size.parameters) - 1.0) < 0.02, size.key.c_str());
}

void GradientSizesTest::areSortedAndNamedOnce() {
  std::set<std::string> keys;
  double before = HUGE_VAL;
  for (const auto& size : telegrad::gradientSizes()) {
    QVERIFY(size.bits < before);
    before = size.bits;
    QVERIFY(keys.insert(size.key).second && !size.name.empty());
  }
  QVERIFY(keys.contains("gpt-2"));
}

QTEST_APPLESS_MAIN(GradientSizesTest)
#include "gradient_sizes_test.moc"
