// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cmath>
#include <limits>
#include <vector>

#include <QtTest>

#include "tests/core/compress/property_vectors.h"

using namespace telegrad;
using namespace telegrad::test;

using Floats = std::vector<float>;

class UnbiasedRoundingTest : public QObject {
  Q_OBJECT
 private slots:
  void roundsToOneOfTwoPowers_data();
  void roundsToOneOfTwoPowers();
  void isRightInTheMean_data();
  void isRightInTheMean();
  void theFixedVector();
  void theErrorOfNormalEntries();
  void theWorstEntryReachesZeta_data();
  void theWorstEntryReachesZeta();
  void theEdgesOfFloat();
};

namespace {

Values base(double b) {
  return {{"base", b}};
}

/// The powers about a magnitude, found by multiplying; 0 is between 0 and 0.
std::pair<double, double> powersAbout(double magnitude, double b) {
  if (magnitude == 0.0) return {0.0, 0.0};
  double low = 1.0;
  while (low > magnitude) low /= b;
  while (low * b <= magnitude) low *= b;
  return {low, low * b};
}

/// E ||C(x) - x||^2 / ||x||^2 = sum (|x| - a)(c - |x|) / ||x||^2.
double exactError(const Floats& x, double b) {
  double error = 0.0;
  for (const float v : x) {
    const double magnitude = std::abs(static_cast<double>(v));
    const auto [low, high] = powersAbout(magnitude, b);
    error += (magnitude - low) * (high - magnitude);
  }
  return error / squares(x);
}

}  // namespace

void UnbiasedRoundingTest::roundsToOneOfTwoPowers_data() {
  QTest::addColumn<double>("b");
  for (const double b : {1.1, 1.5, 2.0, 4.0, 30.0}) QTest::addRow("%g", b) << b;
}

void UnbiasedRoundingTest::roundsToOneOfTwoPowers() {
  QFETCH(double, b);
  for (const auto& x : unlikeVectors()) {
    const auto back = roundTrip("unbiased-rounding", base(b), x);
    for (std::size_t i = 0; i < x.size(); ++i) {
      const auto [low, high] = powersAbout(std::abs(static_cast<double>(x[i])), b);
      const double got = std::abs(static_cast<double>(back[i]));
      QVERIFY(std::abs(got - low) <= 1e-6 * low || std::abs(got - high) <= 1e-6 * high);
      QCOMPARE(std::signbit(back[i]), x[i] < 0.0F);
    }
  }
}

void UnbiasedRoundingTest::isRightInTheMean_data() {
  roundsToOneOfTwoPowers_data();
}

/// Each entry's mean, and the error, over draws; membership of U(zeta) on exact expectations.
void UnbiasedRoundingTest::isRightInTheMean() {
  QFETCH(double, b);
  const double zeta = (b + 1.0 / b + 2.0) / 4.0;
  const auto classes =
      entry("unbiased-rounding").classes(settings("unbiased-rounding", base(b)), layoutOf({{40}}));
  QVERIFY(std::abs(*classes.zeta - zeta) < 1e-12);
  for (const auto& x : unlikeVectors()) QVERIFY(1.0 + exactError(x, b) <= zeta + 1e-9);

  constexpr int kDraws = 4000;
  const auto layout = flatLayout(eight());
  const auto compressor = make("unbiased-rounding", base(b));
  std::vector<double> mean(8, 0.0);
  for (int draw = 0; draw < kDraws; ++draw) {
    const auto back = received(*compressor, eight(), layout, draw);
    for (std::size_t i = 0; i < 8; ++i) mean[i] += static_cast<double>(back[i]) / kDraws;
  }
  for (std::size_t i = 0; i < 8; ++i) {
    const double magnitude = std::abs(static_cast<double>(eight()[i]));
    const auto [low, high] = powersAbout(magnitude, b);
    const double deviation = std::sqrt((magnitude - low) * (high - magnitude) / kDraws);
    QVERIFY(std::abs(mean[i] - static_cast<double>(eight()[i])) <= 5.0 * deviation + 1e-6);
  }
}

void UnbiasedRoundingTest::theFixedVector() {
  QVERIFY(std::abs(exactError(eight(), 2.0) - 0.0549849227) < 1e-8);  // floats of .1 and .3
  constexpr int kDraws = 20'000;
  constexpr std::array<double, 8> kUp{0.5, 0.0, 0.0, 0.2, 0.25, 0.0, 0.6, 0.5};
  std::array<int, 8> ups{};
  double error = 0.0;
  const auto layout = flatLayout(eight());
  const auto compressor = make("unbiased-rounding");
  for (int draw = 0; draw < kDraws; ++draw) {
    const auto back = received(*compressor, eight(), layout, draw);
    error += normalisedVariance(back, eight()) / kDraws;
    for (std::size_t i = 0; i < 8; ++i) ups[i] += std::abs(back[i]) > std::abs(eight()[i]) ? 1 : 0;
  }
  for (std::size_t i = 0; i < 8; ++i) {
    const double deviation = std::sqrt(kUp[i] * (1.0 - kUp[i]) / kDraws);
    QVERIFY(std::abs(static_cast<double>(ups[i]) / kDraws - kUp[i]) <= 5.0 * deviation);
  }
  // Of 3 and 2.5, the errors that count, one draw's deviation is below 0.025.
  QVERIFY(std::abs(error - 0.0549849227) < 5.0 * 0.025 / std::sqrt(kDraws));
}

void UnbiasedRoundingTest::theErrorOfNormalEntries() {
  for (const float scale : {1e-3F, 1.0F, 1.3F, 1.7F, 500.0F}) {
    auto x = normals(100'000, 9);
    for (auto& v : x) v *= scale;
    const double exact = exactError(x, 2.0);
    QVERIFY(exact > 0.0815 - 0.001 && exact < 0.0826 + 0.001);
    const double error = normalisedVariance(roundTrip("unbiased-rounding", base(2.0), x), x);
    QVERIFY2(std::abs(error - exact) < 0.002, qPrintable(QString::number(error)));
  }
}

void UnbiasedRoundingTest::theWorstEntryReachesZeta_data() {
  roundsToOneOfTwoPowers_data();
}

/// At 2 a c / (a + c) between levels a and c the bound is met.
void UnbiasedRoundingTest::theWorstEntryReachesZeta() {
  QFETCH(double, b);
  const Floats x{static_cast<float>(2.0 * b / (1.0 + b))};
  const double zeta = (b + 1.0 / b + 2.0) / 4.0;
  QVERIFY(std::abs(1.0 + exactError(x, b) - zeta) < 1e-6 * zeta);
}

void UnbiasedRoundingTest::theEdgesOfFloat() {
  constexpr float kMost = std::numeric_limits<float>::max();
  constexpr float kLeast = std::numeric_limits<float>::min();
  const Floats x{kMost, -kMost, kLeast, 0.75F * kLeast};
  const auto layout = flatLayout(x);
  const auto compressor = make("unbiased-rounding");
  int ups = 0;
  constexpr int kDraws = 4000;
  for (int draw = 0; draw < kDraws; ++draw) {
    const auto back = received(*compressor, x, layout, draw);
    QCOMPARE((Floats{back[0], back[1], back[2]}), (Floats{0x1p127F, -0x1p127F, kLeast}));
    QVERIFY(back[3] == 0.0F || back[3] == kLeast);
    ups += back[3] > 0.0F ? 1 : 0;
  }
  QVERIFY(std::abs(ups - 0.75 * kDraws) < 5.0 * std::sqrt(kDraws * 3.0 / 16.0));
}

QTEST_APPLESS_MAIN(UnbiasedRoundingTest)
#include "unbiased_rounding_test.moc"
