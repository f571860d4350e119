// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <numbers>
#include <vector>

#include <QtTest>

#include "tests/core/compress/property_vectors.h"

using namespace telegrad;
using namespace telegrad::test;

using Floats = std::vector<float>;

class OneBitTest : public QObject {
  Q_OBJECT
 private slots:
  void sidesBecomeTheirMeans();
  void oneSideAlone();
  void columnsHaveMeansOfTheirOwn();
  void tensorsHaveMeansOfTheirOwn();
  void isOfItsClasses();
  void theErrorOfNormalEntries();
  void meansAreTheClosestThereAre();
  void bytesAreMeansAndBits();
  void badPayloadsAreNamed();
};

const Values kColumns{{"group", std::string("column")}};

void OneBitTest::sidesBecomeTheirMeans() {
  // 3, .5, 2.5, .1, .75 and -1, -.3, -4.
  const float above = 1.37F;
  const auto below = static_cast<float>(-5.3 / 3.0);
  QCOMPARE(roundTrip("one-bit", {}, eight()),
           (Floats{above, below, above, below, above, below, above, above}));
}

void OneBitTest::oneSideAlone() {
  QCOMPARE(roundTrip("one-bit", {}, {1.0F, 3.0F, 0.0F, -0.0F}), (Floats{1.0F, 1.0F, 1.0F, 1.0F}));
  QCOMPARE(roundTrip("one-bit", {}, {-1.0F, -3.0F}), (Floats{-2.0F, -2.0F}));
  QCOMPARE(roundTrip("one-bit", {}, {}), Floats{});
}

void OneBitTest::columnsHaveMeansOfTheirOwn() {
  const auto layout = layoutOf({{2, 3}, {2}, {2, 1, 2}});
  const Floats x{1, -2, 30, 3, 4, -50, 8, 4, 1, -1, 5, -3};
  const auto compressor = make("one-bit", kColumns);
  QCOMPARE(decode(*compressor, compress(*compressor, x, layout), layout),
           (Floats{2, -2, 30, 2, 4, -50, 6, 6, 3, -2, 3, -2}));
  const auto payload = compress(*compressor, x, layout);
  QCOMPARE(payload.valueBits, qint64{6 * 64 + 12});
  const auto counts = compressor->count(payload, layout);
  QCOMPARE(counts.paper, 6.0 * 64.0 + 12.0);
  // A third of the twelve bits are set.
  const double entropy = 12.0 * std::log2(3.0) - 8.0;
  QVERIFY(std::abs(counts.entropy - 6.0 * 64.0 - entropy) < 1e-9);
}

void OneBitTest::tensorsHaveMeansOfTheirOwn() {
  const auto layout = layoutOf({{2, 2}, {0}, {2}});
  const auto compressor = make("one-bit");
  const Floats x{1, -2, 3, -6, 8, 4};
  QCOMPARE(decode(*compressor, compress(*compressor, x, layout), layout),
           (Floats{2, -4, 2, -4, 6, 6}));
}

void OneBitTest::isOfItsClasses() {
  const auto classes = entry("one-bit").classes(settings("one-bit"), layoutOf({{40}}));
  QCOMPARE(*classes.delta, 40.0);
  const auto ofTwo = layoutOf({{6, 10}, {7}});
  QCOMPARE(*entry("one-bit").classes(settings("one-bit"), ofTwo).delta, 60.0);
  const auto columns = settings("one-bit", {{"group", std::string("column")}});
  QCOMPARE(*entry("one-bit").classes(columns, ofTwo).delta, 7.0);
  for (const auto& x : unlikeVectors()) {
    const auto m = moments(roundTrip("one-bit", {}, x), x);
    QVERIFY(test::isOfItsClasses(classes, m));
    QVERIFY(std::abs(m.first - m.second) < 1e-5);  // a projection
  }
}

void OneBitTest::theErrorOfNormalEntries() {
  constexpr int kDraws = 10;
  double mean = 0.0;
  for (int draw = 0; draw < kDraws; ++draw) {
    const auto x = normals(10'000, 70 + draw);
    mean += normalisedVariance(roundTrip("one-bit", {}, x), x) / kDraws;
  }
  QVERIFY2(std::abs(mean - (1.0 - 2.0 / std::numbers::pi)) < 5.0 * 0.0034 / std::sqrt(kDraws),
           qPrintable(QString::number(mean, 'g', 8)));
}

/// Of all pairs of numbers for the two sides, the means make the least error.
void OneBitTest::meansAreTheClosestThereAre() {
  const auto x = normals(500, 2);
  const auto best = roundTrip("one-bit", {}, x);
  for (const float change : {-0.01F, 0.01F})
    for (const bool positive : {false, true}) {
      auto other = best;
      for (auto& v : other)
        if ((v > 0.0F) == positive) v += change;
      QVERIFY(normalisedVariance(other, x) > normalisedVariance(best, x));
    }
}

void OneBitTest::bytesAreMeansAndBits() {
  const auto payload = compress(*make("one-bit"), {2.0F, -1.0F, -1.0F, 2.0F}, layoutOf({{4}}));
  std::vector<int> bytes;
  for (const auto b : payload.bytes) bytes.push_back(std::to_integer<int>(b));
  QCOMPARE(bytes, (std::vector{0, 0, 0, 0x40, 0, 0, 0x80, 0xBF, 0b0110}));
  QCOMPARE(payload.valueBits, qint64{68});
  QCOMPARE(payload.framingBits(), qint64{4});
}

void OneBitTest::badPayloadsAreNamed() {
  const auto layout = layoutOf({{4}});
  QCOMPARE(refusal("one-bit", {}, layout, {0}),
           QString("one-bit payload: read 1 bytes; allowed: the 9 of 1 pairs of means and 4 bits"));
  QCOMPARE(refusal("one-bit", {}, layout, {0, 0, 0x80, 0xBF, 0, 0, 0, 0, 0}),
           QString("one-bit payload: the means of group 0 are -1.000000 and 0.000000; allowed: a "
                   "finite number of at least 0 and one of at most 0"));
  QVERIFY(refusal("one-bit", {}, layout, {0, 0, 0, 0, 0, 0, 0x80, 0x3F, 0}).contains("1.000000"));
  QVERIFY(refusal("one-bit", {}, layout, {0, 0, 0x80, 0x7F, 0, 0, 0, 0, 0}).contains("inf"));
  QCOMPARE(refusal("one-bit", {}, layout, {0, 0, 0, 0, 0, 0, 0, 0, 16}),
           QString("one-bit payload: bits are set after the last entry; allowed: zeros"));
}

QTEST_APPLESS_MAIN(OneBitTest)
#include "one_bit_test.moc"
