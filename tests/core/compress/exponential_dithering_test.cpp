// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include <QtTest>

#include "tests/core/compress/dithering_oracle.h"

using namespace telegrad;
using namespace telegrad::test;

/// Natural dithering and dithering by powers of any base.
class ExponentialDitheringTest : public QObject {
  Q_OBJECT
 private slots:
  void fixedVectorGivesItsValues();
  void gaussianErrorIsAsPublished_data();
  void gaussianErrorIsAsPublished();
  void gaussianBitsAndDelta();
  void isOfItsClass_data();
  void isOfItsClass();
  void theClassIsItsFormula();
  void zerosStayZeros();
  void levelsEndWhereFloatsWould();
  void isRightInTheMean();
  void naturalIsBaseTwo();
};

namespace {

Values shape(int levels, const char* norm, const char* scope = "tensor") {
  return {
      {"levels", std::int64_t{levels}}, {"norm", std::string(norm)}, {"scope", std::string(scope)}};
}

Values withBase(double base, int levels, const char* norm) {
  auto values = shape(levels, norm);
  values["base"] = base;
  return values;
}

/// The levels of the operator itself, not of the definition.
DitheringOracle ofTheOperator(double base, int levels, Norm norm) {
  return {doubles(exponentialLevels(base, static_cast<std::size_t>(levels)).values), norm};
}

}  // namespace

void ExponentialDitheringTest::fixedVectorGivesItsValues() {
  const auto omega = [](int levels, Norm norm) {
    return ofTheOperator(2.0, levels, norm).omega(fixedVector());
  };
  QVERIFY(std::abs(omega(4, Norm::Two) - 0.0949204956) < 1e-9);
  QVERIFY(std::abs(omega(4, Norm::Infinity) - 0.0576705616) < 1e-9);
  QVERIFY(std::abs(omega(2, Norm::Two) - 0.2704820147) < 1e-9);
  QVERIFY(std::abs(omega(2, Norm::Infinity) - 0.1549189597) < 1e-9);
}

void ExponentialDitheringTest::gaussianErrorIsAsPublished_data() {
  QTest::addColumn<int>("levels");
  QTest::addColumn<double>("error");
  QTest::addColumn<double>("deviation");
  QTest::addRow("2") << 2 << 0.678 << 0.091;
  QTest::addRow("4") << 4 << 0.0955 << 0.0033;
  QTest::addRow("8") << 8 << 0.08170 << 0.0021;
  QTest::addRow("12") << 12 << 0.08185 << 0.0023;
}

/// One draw of one vector of 10,000 within five deviations of what draws of vectors give, and
/// within five of its own about its exact mean.
void ExponentialDitheringTest::gaussianErrorIsAsPublished() {
  QFETCH(int, levels);
  QFETCH(double, error);
  QFETCH(double, deviation);
  const auto x = normals(10'000, 31);
  const auto r = ratios(roundTrip("natural-dithering", shape(levels, "infinity"), x), x);
  QVERIFY(std::abs(r.error - error) < 5 * deviation);
  const double omega = ofTheOperator(2.0, levels, Norm::Infinity).omega(doubles(x));
  QVERIFY(std::abs(r.error - omega) < 5 * 0.02 * omega);
}

void ExponentialDitheringTest::gaussianBitsAndDelta() {
  struct Row {
    int levels;
    double bits;
    double delta;
  };
  const auto x = normals(10'000, 32);
  const auto layout = layoutOf({{10'000}});
  for (const auto& row : {Row{2, 2.325, 39.90}, Row{4, 3.173, 9.976}, Row{6, 3.704, 2.497},
                          Row{8, 4.091, 1.1325}, Row{10, 4.396, 1.0832}}) {
    const auto compressor = make("natural-dithering", shape(row.levels, "2"));
    const auto payload = compress(*compressor, x, layout);
    const auto bits = compressor->count(payload, layout);
    QVERIFY(std::abs(bits.paper / 10'000 - row.bits) < 5e-4);
    QVERIFY(bits.entropy <= bits.paper);
    // Unbiased: delta at the best scale is 1 + omega, which varies little from vector to vector.
    const double omega = ofTheOperator(2.0, row.levels, Norm::Two).omega(doubles(x));
    QVERIFY(std::abs((1.0 + omega) / row.delta - 1.0) < 0.03);
    const auto r = ratios(decode(*compressor, payload, layout), x);
    QVERIFY(std::abs(r.length / (r.alignment * r.alignment) / row.delta - 1.0) < 0.15);
  }
}

void ExponentialDitheringTest::isOfItsClass_data() {
  QTest::addColumn<double>("base");
  QTest::addColumn<int>("levels");
  QTest::addColumn<std::string>("norm");
  for (const double base : {1.1, 1.5, 2.0, 4.0})
    for (const int levels : {1, 2, 4, 8, 20})
      for (const char* norm : {"1", "2", "infinity"})
        QTest::addRow("base %g, %d, %s", base, levels, norm) << base << levels << std::string(norm);
}

/// E C = x holds by construction of the two points; E ||C||^2 = (1 + omega) ||x||^2 exactly.
void ExponentialDitheringTest::isOfItsClass() {
  QFETCH(double, base);
  QFETCH(int, levels);
  QFETCH(std::string, norm);
  const auto values = withBase(base, levels, norm.c_str());
  const auto classes = entry("exponential-dithering")
                           .classes(settings("exponential-dithering", values), layoutOf({{40}}));
  QVERIFY(classes.zeta.has_value());
  QVERIFY(classes == classesOfUnbiased(*classes.zeta));
  const auto oracle = ofTheOperator(base, levels, normOfName(norm));
  for (const auto& x : manyDistributions())
    QVERIFY(1.0 + oracle.omega(doubles(x)) <= *classes.zeta * (1.0 + 1e-6));
}

void ExponentialDitheringTest::theClassIsItsFormula() {
  const auto zeta = [](const char* key, const Values& values, std::int64_t d) {
    return *entry(key).classes(settings(key, values), layoutOf({{d}})).zeta;
  };
  // z = sqrt(10^4) 2^-7 = 0.78125; below s = 7 it is above 1 and counts once.
  QVERIFY(std::abs(zeta("natural-dithering", shape(8, "2"), 10'000) - 1.7353515625) < 1e-12);
  QVERIFY(std::abs(zeta("natural-dithering", shape(8, "infinity"), 10'000) - 1.7353515625) < 1e-12);
  QVERIFY(std::abs(zeta("natural-dithering", shape(6, "2"), 10'000) - 4.25) < 1e-12);
  QVERIFY(std::abs(zeta("natural-dithering", shape(8, "1"), 10'000) - 79.25) < 1e-12);
  QVERIFY(std::abs(zeta("exponential-dithering", withBase(4.0, 3, "2"), 64) - 1.8125) < 1e-12);
  // Each tensor has its own norm, and the largest the largest zeta.
  const auto tensors = layoutOf({{64}, {100, 100}, {9}});
  const auto perTensor = settings("natural-dithering", shape(8, "2"));
  QCOMPARE(*entry("natural-dithering").classes(perTensor, tensors).zeta, 1.7353515625);
  auto bucketed = shape(8, "2", "bucket");
  bucketed["bucket"] = std::int64_t{64};
  QVERIFY(std::abs(zeta("natural-dithering", bucketed, 10'000) - (1.125 + 0.00390625)) < 1e-12);
}

/// Bases whose lowest levels would be beyond float, or be so with a draw's share of them.
void ExponentialDitheringTest::zerosStayZeros() {
  const std::vector<float> x{0.0F, -0.0F, 1.0F, -1.0F, 1e-20F};
  const auto layout = layoutOf({{5}});
  for (const double base : {3.0, 3.9, 4.0, 16.0}) {
    const auto compressor = make("exponential-dithering", withBase(base, 64, "infinity"));
    const double low = std::pow(base, std::floor(std::log(1e-20) / std::log(base)));
    const double high = low * base;
    double mean = 0.0;
    constexpr int kDraws = 4'000;
    for (int draw = 0; draw < kDraws; ++draw) {
      const auto back = decode(*compressor, drawn(*compressor, x, layout, draw), layout);
      QVERIFY(back[0] == 0.0F && back[1] == 0.0F && back[2] == 1.0F && back[3] == -1.0F);
      const double last = back[4];
      QVERIFY(std::min(std::abs(last / low - 1.0), std::abs(last / high - 1.0)) < 1e-6);
      mean += last / kDraws;
    }
    QVERIFY(std::abs(mean - 1e-20) < 5.0 * std::sqrt((1e-20 - low) * (high - 1e-20) / kDraws));
  }
}

/// 1 + floor(94 / log2 b): 24 levels of base 16, of which an entry is one of 49 signed ones.
void ExponentialDitheringTest::levelsEndWhereFloatsWould() {
  const auto layout = layoutOf({{1000}});
  const auto x = normals(1000, 6);
  const auto bits = [&](double base, int levels) {
    const auto compressor = make("exponential-dithering", withBase(base, levels, "infinity"));
    return compressor->count(compress(*compressor, x, layout), layout).paper;
  };
  const auto symbols = [](double s) { return 32.0 + 1000.0 * std::log2(2.0 * s + 1.0); };
  QVERIFY(std::abs(bits(16.0, 64) - symbols(24.0)) < 1e-9);
  QVERIFY(std::abs(bits(16.0, 24) - symbols(24.0)) < 1e-9);
  QVERIFY(std::abs(bits(4.0, 64) - symbols(48.0)) < 1e-9);
  QVERIFY(std::abs(bits(2.0, 64) - symbols(64.0)) < 1e-9);
  const auto zeta = [](int levels) {
    const auto of16 = settings("exponential-dithering", withBase(16.0, levels, "2"));
    return *entry("exponential-dithering").classes(of16, layoutOf({{40}})).zeta;
  };
  QCOMPARE(zeta(64), zeta(24));
}

void ExponentialDitheringTest::isRightInTheMean() {
  const auto layout = layoutOf({{40}});
  const auto all = manyDistributions();
  constexpr int kDraws = 4'000;
  for (std::size_t kind = 0; kind < 7; ++kind) {
    const auto& x = all[kind];
    const auto compressor = make("exponential-dithering", withBase(1.5, 6, "2"));
    const auto oracle = ofTheOperator(1.5, 6, Norm::Two);
    const double n = oracle.normOf(doubles(x));
    Doubles mean(x.size(), 0.0);
    for (int draw = 0; draw < kDraws; ++draw) {
      const auto back = decode(*compressor, drawn(*compressor, x, layout, draw), layout);
      for (std::size_t i = 0; i < x.size(); ++i) mean[i] += static_cast<double>(back[i]) / kDraws;
    }
    for (std::size_t i = 0; i < x.size(); ++i) {
      const double y = std::min(std::abs(static_cast<double>(x[i])) / n, 1.0);
      const auto [low, high] = oracle.about(y);
      const double deviation = n * std::sqrt((y - low) * (high - y) / kDraws);
      // Where the upper point is rare, the mean's own distribution has a long tail: one draw more.
      QVERIFY(std::abs(mean[i] - static_cast<double>(x[i])) <=
              5.0 * deviation + 2.0 * n * (high - low) / kDraws);
    }
  }
}

void ExponentialDitheringTest::naturalIsBaseTwo() {
  const auto x = normals(3'000, 5);
  QCOMPARE(roundTrip("natural-dithering", shape(7, "2"), x),
           roundTrip("exponential-dithering", withBase(2.0, 7, "2"), x));
}

QTEST_APPLESS_MAIN(ExponentialDitheringTest)
#include "exponential_dithering_test.moc"
