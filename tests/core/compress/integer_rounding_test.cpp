// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <limits>
#include <vector>

#include <QtTest>

#include "tests/core/compress/property_vectors.h"

using namespace telegrad;
using namespace telegrad::test;

using Floats = std::vector<float>;

class IntegerRoundingTest : public QObject {
  Q_OBJECT
 private slots:
  void theFixedVector();
  void halvesGoToTheEvenOne();
  void theErrorIsAbsolute();
  void theErrorOfNormalEntries_data();
  void theErrorOfNormalEntries();
  void atRandomIsRightInTheMean();
  void theWidthIsThatOfTheLargestLevel_data();
  void theWidthIsThatOfTheLargestLevel();
  void nothingOverflows_data();
  void nothingOverflows();
  void smallEntriesAreLost();
  void bytesAreAWidthAndLevels();
  void badPayloadsAreNamed();
};

namespace {

Values scaled(double chi, const char* rounding = "nearest") {
  return {{"scale", chi}, {"rounding", std::string(rounding)}};
}

}  // namespace

void IntegerRoundingTest::theFixedVector() {
  const auto back = roundTrip("integer-rounding", scaled(2.0), eight());
  QCOMPARE(back, (Floats{3.0F, -1.0F, 0.5F, -0.5F, 2.5F, -4.0F, 0.0F, 1.0F}));
  QVERIFY(std::abs(normalisedVariance(back, eight()) - 0.0033923860) < 1e-9);
}

void IntegerRoundingTest::halvesGoToTheEvenOne() {
  QCOMPARE(roundTrip("integer-rounding", scaled(1.0),
                     {0.5F, 1.5F, 2.5F, -0.5F, -1.5F, -2.5F, 0.50001F, -7.0F}),
           (Floats{0.0F, 2.0F, 2.0F, 0.0F, -2.0F, -2.0F, 1.0F, -7.0F}));
}

void IntegerRoundingTest::theErrorIsAbsolute() {
  for (const auto& x : unlikeVectors())
    for (const double chi : {0.01, 1.0, 30.0, 1e6}) {
      const auto back = roundTrip("integer-rounding", scaled(chi), x);
      for (std::size_t i = 0; i < x.size(); ++i)
        QVERIFY(std::abs(static_cast<double>(back[i]) - static_cast<double>(x[i])) <=
                0.5 / chi + 1e-7 * std::abs(static_cast<double>(x[i])));
    }
  const auto classes =
      entry("integer-rounding").classes(settings("integer-rounding"), layoutOf({{40}}));
  QVERIFY(classes == ClassParameters{});
}

void IntegerRoundingTest::theErrorOfNormalEntries_data() {
  QTest::addColumn<double>("chi");
  QTest::addColumn<bool>("random");
  QTest::addColumn<double>("error");
  QTest::addColumn<double>("deviation");  // of one draw
  QTest::newRow("1") << 1.0 << false << 0.083404 << 0.0014;
  QTest::newRow("2") << 2.0 << false << 0.020785 << 0.00035;
  QTest::newRow("4") << 4.0 << false << 0.005231 << 0.00009;
  QTest::newRow("1 at random") << 1.0 << true << 0.16672 << 0.0028;
  QTest::newRow("2 at random") << 2.0 << true << 0.041715 << 0.0007;
  QTest::newRow("4 at random") << 4.0 << true << 0.010418 << 0.00018;
}

void IntegerRoundingTest::theErrorOfNormalEntries() {
  QFETCH(double, chi);
  QFETCH(bool, random);
  QFETCH(double, error);
  QFETCH(double, deviation);
  constexpr int kDraws = 10;
  double mean = 0.0;
  for (int draw = 0; draw < kDraws; ++draw) {
    const auto x = normals(10'000, 110 + draw);
    const auto back = roundTrip("integer-rounding", scaled(chi, random ? "random" : "nearest"), x);
    mean += normalisedVariance(back, x) / kDraws;
  }
  QVERIFY2(std::abs(mean - error) < 5.0 * deviation / std::sqrt(kDraws),
           qPrintable(QString::number(mean, 'g', 8)));
}

void IntegerRoundingTest::atRandomIsRightInTheMean() {
  constexpr int kDraws = 20'000;
  const auto layout = flatLayout(eight());
  const auto compressor = make("integer-rounding", scaled(2.0, "random"));
  std::vector<double> mean(8, 0.0);
  for (int draw = 0; draw < kDraws; ++draw) {
    const auto back = received(*compressor, eight(), layout, draw);
    for (std::size_t i = 0; i < 8; ++i) {
      const double levels = 2.0 * static_cast<double>(back[i]);
      QCOMPARE(levels, std::round(levels));
      QVERIFY(std::abs(levels - 2.0 * static_cast<double>(eight()[i])) < 1.0);
      mean[i] += static_cast<double>(back[i]) / kDraws;
    }
  }
  for (std::size_t i = 0; i < 8; ++i) {
    const double level = 2.0 * static_cast<double>(eight()[i]);
    const double above = level - std::floor(level);
    const double deviation = std::sqrt(above * (1.0 - above) / kDraws) / 2.0;
    QVERIFY(std::abs(mean[i] - level / 2.0) <= 5.0 * deviation + 1e-9);
  }
}

void IntegerRoundingTest::theWidthIsThatOfTheLargestLevel_data() {
  QTest::addColumn<float>("largest");
  QTest::addColumn<int>("width");
  // In the order 0, -1, 1, -2, 2, ...: 2^(w-1) - 1 and -2^(w-1) are the last of w bits.
  QTest::newRow("0") << 0.2F << 0;
  QTest::newRow("-1") << -1.0F << 1;
  QTest::newRow("1") << 1.0F << 2;
  QTest::newRow("-2") << -2.0F << 2;
  QTest::newRow("2") << 2.0F << 3;
  QTest::newRow("127") << 127.0F << 8;
  QTest::newRow("-128") << -128.0F << 8;
  QTest::newRow("128") << 128.0F << 9;
  QTest::newRow("2^29") << 0x1p29F << 31;
  QTest::newRow("2^30") << 0x1p30F << 32;
}

void IntegerRoundingTest::theWidthIsThatOfTheLargestLevel() {
  QFETCH(float, largest);
  QFETCH(int, width);
  const Floats x{0.0F, largest, 0.0F, 0.25F};
  const auto compressor = make("integer-rounding", scaled(1.0));
  const auto payload = compress(*compressor, x, flatLayout(x));
  QCOMPARE(std::to_integer<int>(payload.bytes.front()), width);
  QCOMPARE(payload.bytes.size(), std::size_t(1 + (4 * width + 7) / 8));
  QCOMPARE(payload.valueBits, qint64{4} * width);
  QCOMPARE(compressor->count(payload, flatLayout(x)).paper, 4.0 * width);
  QCOMPARE(decode(*compressor, payload, flatLayout(x)),
           (Floats{0.0F, width == 0 ? 0.0F : largest, 0.0F, 0.0F}));
}

void IntegerRoundingTest::nothingOverflows_data() {
  QTest::addColumn<double>("chi");
  for (const double chi : {1e-3, 1.0, 3.0, 1e4, 1e9}) QTest::addRow("%g", chi) << chi;
}

void IntegerRoundingTest::nothingOverflows() {
  QFETCH(double, chi);
  constexpr float kMost = std::numeric_limits<float>::max();
  const Floats x{kMost, -kMost, 1e30F, 1e9F, -2.7F, std::numeric_limits<float>::denorm_min()};
  for (const char* rounding : {"nearest", "random"}) {
    const auto back = roundTrip("integer-rounding", scaled(chi, rounding), x);
    for (std::size_t i = 0; i < x.size(); ++i) {
      QVERIFY(std::isfinite(back[i]));
      QVERIFY(std::abs(static_cast<double>(back[i]) - static_cast<double>(x[i])) <=
              1.0 / chi + 1e-7 * std::abs(static_cast<double>(x[i])));
    }
  }
}

void IntegerRoundingTest::smallEntriesAreLost() {
  const Floats x(10, 0.04F);
  QCOMPARE(normalisedVariance(roundTrip("integer-rounding", scaled(10.0), x), x), 1.0);
}

void IntegerRoundingTest::bytesAreAWidthAndLevels() {
  const auto payload = compress(*make("integer-rounding", scaled(10.0)),
                                {0.1F, -0.1F, 0.0F, -0.2F, 0.1F}, layoutOf({{5}}));
  // 2, 1, 0, 3, 2 in two bits each.
  QCOMPARE(payload.bytes,
           (std::vector<std::byte>{std::byte{2}, std::byte{0b11'00'01'10}, std::byte{0b10}}));
  QCOMPARE(payload.valueBits, qint64{10});
  QCOMPARE(payload.framingBits(), qint64{14});
}

void IntegerRoundingTest::badPayloadsAreNamed() {
  const auto layout = layoutOf({{4}});
  QCOMPARE(refusal("integer-rounding", {}, layout, {}),
           QString("integer rounding payload: read 0 bytes; allowed: none for no entries, a width "
                   "and levels for 4"));
  QCOMPARE(refusal("integer-rounding", {}, layout, {33}),
           QString("integer rounding payload: read a width of 33 bits; allowed: 0 to 32"));
  QCOMPARE(refusal("integer-rounding", {}, layout, {3, 0}),
           QString("integer rounding payload: read 1 bytes of symbols; allowed: the 2 of 4 "
                   "entries"));
  QVERIFY(refusal("integer-rounding", {}, layout, {3, 0, 16}).contains("after the last entry"));
  QVERIFY(refusal("integer-rounding", {}, layoutOf({{0}}), {0}).contains("none for no entries"));
}

QTEST_APPLESS_MAIN(IntegerRoundingTest)
#include "integer_rounding_test.moc"
