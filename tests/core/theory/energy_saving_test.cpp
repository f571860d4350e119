// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/energy_saving.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

#include <QtTest>

#include "core/base/random.h"

using namespace telegrad;

class EnergySavingTest : public QObject {
  Q_OBJECT
 private slots:
  void normalTable_data();
  void normalTable();
  void exponentialTable_data();
  void exponentialTable();
  void uniformTable_data();
  void uniformTable();
  void uniformLossAndSavingAgree();
  void oneOfExponentialsIsItsClosedForm();
  void smallNormalsAreTheirClosedForms();
  void allEntriesKeepAll();
  void agreesWithDraws_data();
  void agreesWithDraws();
  void scalesWithTheDeviation();
  void lossOfLargeVectors_data();
  void lossOfLargeVectors();
  void largeVectorsReachTheLimit();
};

namespace {

bool near(double value, double expected, double relative) {
  return std::abs(value - expected) <= relative * std::abs(expected);
}

}  // namespace

void EnergySavingTest::normalTable_data() {
  QTest::addColumn<int>("d");
  QTest::addColumn<int>("k");
  QTest::addColumn<double>("top");
  QTest::addColumn<double>("ratio");
  const auto row = [](int d, int k, double top, double ratio) {
    QTest::addRow("%d of %d", k, d) << d << k << top << ratio;
  };
  row(10, 1, 3.79962, 3.800);
  row(100, 1, 7.70585, 7.706);
  row(1000, 1, 11.91418, 11.914);
  row(10'000, 1, 16.23672, 16.237);
  row(10, 3, 7.39756, 2.466);
  row(100, 3, 18.6503, 6.217);
  row(1000, 3, 31.1040, 10.368);
  row(10'000, 3, 43.9834, 14.661);
  row(10, 5, 9.0288, 1.806);
  row(100, 5, 27.1416, 5.428);
  row(1000, 5, 47.7005, 9.540);
  row(10'000, 5, 69.0717, 13.814);
}

/// To the digits printed.
void EnergySavingTest::normalTable() {
  QFETCH(int, d);
  QFETCH(int, k);
  QFETCH(double, top);
  QFETCH(double, ratio);
  const auto saving = normalSaving(d, k);
  QVERIFY2(std::abs(saving.top - top) <= (k == 1 || top < 8.0 ? 0.51e-5 : 0.51e-4),
           qPrintable(QString::number(saving.top, 'g', 12)));
  QVERIFY(near(saving.random, k, 1e-12));
  QVERIFY(std::abs(saving.ratio() - ratio) <= 0.51e-3);
}

void EnergySavingTest::exponentialTable_data() {
  QTest::addColumn<int>("d");
  QTest::addColumn<int>("k");
  QTest::addColumn<double>("top");
  QTest::addColumn<double>("ratio");
  QTest::newRow("1 of 10") << 10 << 1 << 10.128623 << 5.064311;
  QTest::newRow("3 of 10") << 10 << 3 << 16.741027 << 2.790171;
  QTest::newRow("1 of 100") << 100 << 1 << 28.543869 << 14.271935;
  QTest::newRow("5 of 100") << 100 << 5 << 82.064669 << 8.206467;
  QTest::newRow("5 of 1000") << 1000 << 5 << 198.234167 << 19.823417;
  QTest::newRow("1 of 10000") << 10'000 << 1 << 97.442066 << 48.721033;
}

void EnergySavingTest::exponentialTable() {
  QFETCH(int, d);
  QFETCH(int, k);
  QFETCH(double, top);
  QFETCH(double, ratio);
  const auto saving = exponentialSaving(d, k);
  QVERIFY2(std::abs(saving.top - top) <= 0.51e-6, qPrintable(QString::number(saving.top, 'g', 12)));
  QCOMPARE(saving.random, 2.0 * k);
  QVERIFY(std::abs(saving.ratio() - ratio) <= 0.51e-6);
}

void EnergySavingTest::uniformTable_data() {
  QTest::addColumn<int>("d");
  QTest::addColumn<int>("k");
  QTest::addColumn<double>("loss");
  QTest::newRow("1 of 10") << 10 << 1 << 0.833333;
  QTest::newRow("3 of 10") << 10 << 3 << 0.545455;
  QTest::newRow("5 of 100") << 100 << 5 << 0.903902;
  QTest::newRow("5 of 1000") << 1000 << 5 << 0.990040;
}

void EnergySavingTest::uniformTable() {
  QFETCH(int, d);
  QFETCH(int, k);
  QFETCH(double, loss);
  QVERIFY(std::abs(uniformLossRatio(d, k) - loss) <= 0.51e-6);
  QVERIFY(std::abs(uniformSaving(100, 5).ratio() - 2.825859) <= 0.51e-6);
}

/// Of d / 3 in the mean.
void EnergySavingTest::uniformLossAndSavingAgree() {
  for (const int d : {1, 2, 7, 100, 3000})
    for (int k = 1; k < d; k += 1 + d / 10) {
      const auto saving = uniformSaving(d, k);
      const double lost = d / 3.0 - saving.top;
      QVERIFY(near(lost / (d / 3.0 - saving.random), uniformLossRatio(d, k), 1e-9));
    }
}

void EnergySavingTest::oneOfExponentialsIsItsClosedForm() {
  for (const int d : {1, 5, 300}) {
    double harmonic = 0.0;
    double squares = 0.0;
    for (int i = 1; i <= d; ++i) {
      harmonic += 1.0 / i;
      squares += 1.0 / (static_cast<double>(i) * i);
    }
    QVERIFY(
        near(exponentialSaving(d, 1).ratio(), 0.5 * squares + 0.5 * harmonic * harmonic, 1e-12));
  }
}

void EnergySavingTest::smallNormalsAreTheirClosedForms() {
  QVERIFY(near(normalSaving(1, 1).top, 1.0, 1e-9));
  // (x^2 + y^2 + |x^2 - y^2|) / 2, and x^2 - y^2 is twice a product of two normals.
  QVERIFY(near(normalSaving(2, 1).top, 1.0 + 2.0 / std::numbers::pi, 1e-9));
}

void EnergySavingTest::allEntriesKeepAll() {
  for (const int d : {1, 10, 1000}) {
    QVERIFY(near(normalSaving(d, d).top, d, 1e-9));
    QVERIFY(near(normalSaving(d, d, -3.0, 0.5).top, d * 9.25, 1e-9));
    QVERIFY(near(uniformSaving(d, d).top, d / 3.0, 1e-12));
    QVERIFY(near(exponentialSaving(d, d).top, 2.0 * d, 1e-12));
  }
}

void EnergySavingTest::agreesWithDraws_data() {
  QTest::addColumn<int>("law");
  QTest::addColumn<double>("mean");
  QTest::addColumn<double>("deviation");
  QTest::newRow("N(0, 1)") << 0 << 0.0 << 1.0;
  QTest::newRow("N(1, 1)") << 0 << 1.0 << 1.0;
  QTest::newRow("N(-0.3, 4)") << 0 << -0.3 << 2.0;
  QTest::newRow("N(20, 0.01)") << 0 << 20.0 << 0.1;
  QTest::newRow("uniform") << 1 << 0.0 << 1.0;
  QTest::newRow("exponential") << 2 << 0.0 << 1.0;
}

void EnergySavingTest::agreesWithDraws() {
  QFETCH(int, law);
  QFETCH(double, mean);
  QFETCH(double, deviation);
  constexpr int kSize = 12;
  constexpr int kDraws = 20'000;
  Random random(1, Purpose::Test);
  std::array<double, kSize> sums{};
  std::array<double, kSize> squares{};
  for (int draw = 0; draw < kDraws; ++draw) {
    std::vector<double> x(kSize);
    for (auto& v : x) {
      v = law == 0   ? mean + deviation * random.normal()
          : law == 1 ? random.uniform()
                     : -std::log(1.0 - random.uniform());
      v *= v;
    }
    std::ranges::sort(x, std::greater<>{});
    double top = 0.0;
    for (int k = 0; k < kSize; ++k) {
      top += x[k];
      sums[k] += top / kDraws;
      squares[k] += top * top / kDraws;
    }
  }
  for (int k = 1; k <= kSize; ++k) {
    const double spread = std::sqrt((squares[k - 1] - sums[k - 1] * sums[k - 1]) / kDraws);
    const auto saving = law == 0   ? normalSaving(kSize, k, mean, deviation)
                        : law == 1 ? uniformSaving(kSize, k)
                                   : exponentialSaving(kSize, k);
    QVERIFY(std::abs(saving.top - sums[k - 1]) < 5.0 * spread);
    QVERIFY(near(saving.random, sums[kSize - 1] * k / kSize, 0.05));
  }
}

void EnergySavingTest::scalesWithTheDeviation() {
  for (const int k : {1, 7, 40})
    QVERIFY(near(normalSaving(50, k, 3.0, 2.0).top, 4.0 * normalSaving(50, k, 1.5, 1.0).top, 1e-9));
}

void EnergySavingTest::lossOfLargeVectors_data() {
  QTest::addColumn<double>("share");
  QTest::addColumn<double>("loss");
  QTest::newRow("0.001") << 0.001 << 0.987304;
  QTest::newRow("0.01") << 0.01 << 0.915508;
  QTest::newRow("0.05") << 0.05 << 0.720900;
  QTest::newRow("a fifth") << 0.2 << 0.3502;
}

void EnergySavingTest::lossOfLargeVectors() {
  QFETCH(double, share);
  QFETCH(double, loss);
  QVERIFY2(std::abs(normalTopLoss(share) - loss) <= (share < 0.1 ? 0.51e-6 : 0.51e-4),
           qPrintable(QString::number(normalTopLoss(share), 'g', 10)));
  QVERIFY(std::abs(normalTopLoss(1.0)) < 1e-12);
}

void EnergySavingTest::largeVectorsReachTheLimit() {
  for (const double share : {0.01, 0.1, 0.5, 0.9}) {
    const int d = 1'000'000;
    const auto saving = normalSaving(d, static_cast<int>(share * d));
    QVERIFY2(std::abs(1.0 - saving.top / d - normalTopLoss(share)) < 1e-5,
             qPrintable(QString::number(1.0 - saving.top / d, 'g', 10)));
  }
}

QTEST_APPLESS_MAIN(EnergySavingTest)
#include "energy_saving_test.moc"
