// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/compression_noise.h"

#include <array>
#include <cmath>

#include <QtTest>

using telegrad::compressionNoise;
using telegrad::PhiBase;

class CompressionNoiseTest : public QObject {
  Q_OBJECT
 private slots:
  void theTable_data();
  void theTable();
  void amplifiesByTheBaseEachIteration();
  void fallsWithDeltaUpToAStalenessOfFive();
  void hasAHumpFromSixOn();
  void nothingLeftOut();
  void theEdges();
};

void CompressionNoiseTest::theTable_data() {
  QTest::addColumn<double>("delta");
  QTest::addColumn<int>("tau");
  QTest::addColumn<double>("phi");
  // Computed with another program, four decimals.
  constexpr std::array<int, 6> kTau{0, 1, 2, 4, 8, 16};
  const auto row = [&](double delta, const std::array<double, 6>& values) {
    for (std::size_t i = 0; i < kTau.size(); ++i)
      QTest::addRow("delta %g, tau %d", delta, kTau[i]) << delta << kTau[i] << values[i];
  };
  row(1.0, {0.0, 0.0, 0.0, 0.0, 0.0, 0.0});
  row(0.5, {1.0000, 1.3333, 1.7778, 3.1605, 9.9887, 99.7746});
  row(0.1, {9.0000, 9.4737, 9.9723, 11.0496, 13.5661, 20.4487});
  row(0.01, {99.0000, 99.4975, 99.9975, 101.0050, 103.0506, 107.2669});
}

void CompressionNoiseTest::theTable() {
  QFETCH(double, delta);
  QFETCH(int, tau);
  QFETCH(double, phi);
  QVERIFY2(std::abs(compressionNoise(delta, tau) - phi) <= 0.5e-4,
           qPrintable(QString::number(compressionNoise(delta, tau), 'g', 10)));
}

void CompressionNoiseTest::amplifiesByTheBaseEachIteration() {
  for (const double delta : {1e-4, 0.01, 0.3, 0.7, 0.999}) {
    double half = (1.0 - delta) / delta;
    double full = half;
    for (int tau = 0; tau <= 20; ++tau) {
      QVERIFY(std::abs(compressionNoise(delta, tau) / half - 1.0) < 1e-12);
      QVERIFY(std::abs(compressionNoise(delta, tau, PhiBase::FullRatio) / full - 1.0) < 1e-12);
      half /= 1.0 - delta / 2.0;
      full /= 1.0 - delta;
    }
  }
}

void CompressionNoiseTest::fallsWithDeltaUpToAStalenessOfFive() {
  for (int tau = 0; tau <= 5; ++tau)
    for (int i = 1; i < 2000; ++i)
      QVERIFY(compressionNoise(i / 2000.0, tau) > compressionNoise((i + 1) / 2000.0, tau));
}

void CompressionNoiseTest::hasAHumpFromSixOn() {
  // The derivative's sign turns where tau = (2 - delta) / (delta (1 - delta)), least 3 + 2 sqrt(2)
  // at delta = 2 - sqrt(2).
  const double top = 2.0 - std::sqrt(2.0);
  for (const int tau : {6, 8, 16}) {
    QVERIFY(compressionNoise(top - 1e-3, tau) < compressionNoise(top + 1e-3, tau));
    int rising = 0;
    for (int i = 1; i < 2000; ++i) {
      const double delta = (i + 0.5) / 2000.0;
      const bool expected = tau > (2.0 - delta) / (delta * (1.0 - delta));
      // On the turning point itself neither need be right.
      const bool near = std::abs(tau * delta * (1.0 - delta) / (2.0 - delta) - 1.0) < 1e-3;
      const bool rises =
          compressionNoise(i / 2000.0, tau) < compressionNoise((i + 1) / 2000.0, tau);
      QVERIFY(near || rises == expected);
      rising += rises ? 1 : 0;
    }
    QVERIFY(rising > 0);
  }
}

void CompressionNoiseTest::nothingLeftOut() {
  QCOMPARE(compressionNoise(1.0, 1'000'000), 0.0);
  QCOMPARE(compressionNoise(1.0, 0, PhiBase::FullRatio), 0.0);
  QCOMPARE(compressionNoise(1.0, 1, PhiBase::FullRatio), 1.0);
  QVERIFY(std::isinf(compressionNoise(1.0, 2, PhiBase::FullRatio)));
}

void CompressionNoiseTest::theEdges() {
  for (const auto base : {PhiBase::HalfRatio, PhiBase::FullRatio}) {
    QVERIFY(std::isinf(compressionNoise(0.0, 0, base)));
    QVERIFY(std::isinf(compressionNoise(0.5, 1'000'000, base)));
    for (const double delta : {-0.1, 1.1, std::nan(""), HUGE_VAL})
      QVERIFY(std::isnan(compressionNoise(delta, 1, base)));
    QVERIFY(std::isnan(compressionNoise(0.5, -1, base)));
  }
}

QTEST_APPLESS_MAIN(CompressionNoiseTest)
#include "compression_noise_test.moc"
