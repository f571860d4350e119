// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <limits>
#include <vector>

#include <QtTest>

#include "tests/core/compress/property_vectors.h"

using namespace telegrad;
using namespace telegrad::test;

using Floats = std::vector<float>;

class BiasedRoundingTest : public QObject {
  Q_OBJECT
 private slots:
  void theFixedVector();
  void agreesWithASearchOfAllPowers_data();
  void agreesWithASearchOfAllPowers();
  void halfwayGoesDown();
  void theEdgesOfFloat();
  void isOfItsClasses_data();
  void isOfItsClasses();
  void theErrorOfNormalEntries_data();
  void theErrorOfNormalEntries();
  void theErrorIsTheSameAtAnyScale();
  void theWidthFollowsFromTheBase_data();
  void theWidthFollowsFromTheBase();
  void bytesAreSignsAndIndices();
  void badPayloadsAreNamed();
};

Values base(double b) {
  return {{"base", b}};
}

void BiasedRoundingTest::theFixedVector() {
  const auto two = roundTrip("biased-rounding", base(2.0), eight());
  QCOMPARE(two, (Floats{2.0F, -1.0F, 0.5F, -0.25F, 2.0F, -4.0F, 0.125F, 0.5F}));
  QVERIFY(std::abs(normalisedVariance(two, eight()) - 0.0396720694) < 1e-9);
  const auto m = moments(two, eight());
  QVERIFY(std::abs(m.second / (m.first * m.first) - 1.0289018593) < 1e-9);
  const auto three = roundTrip("biased-rounding", base(3.0), eight());
  QCOMPARE(three, (Floats{3.0F, -1.0F, 1.0F / 3.0F, -1.0F / 3.0F, 3.0F, -3.0F, 1.0F / 9.0F, 1.0F}));
  QVERIFY(std::abs(normalisedVariance(three, eight()) - 0.0404526904) < 1e-9);
}

void BiasedRoundingTest::agreesWithASearchOfAllPowers_data() {
  QTest::addColumn<double>("b");
  for (const double b : {1.01, 1.1, 1.5, 2.0, 3.7, 16.0, 1000.0}) QTest::addRow("%g", b) << b;
}

void BiasedRoundingTest::agreesWithASearchOfAllPowers() {
  QFETCH(double, b);
  Random random(1, Purpose::Test);
  Floats x(300);
  for (auto& v : x)
    v = static_cast<float>(std::exp(random.uniform(-60.0, 60.0)) * (random.below(2) == 0 ? 1 : -1));
  const auto back = roundTrip("biased-rounding", base(b), x);
  for (std::size_t i = 0; i < x.size(); ++i) {
    double nearest = 0.0;
    for (double j = std::ceil(-60.0 / std::log(b)) - 3.0; j * std::log(b) < 64.0; ++j) {
      const double power = std::pow(b, j);
      const double magnitude = std::abs(static_cast<double>(x[i]));
      if (std::abs(power - magnitude) < std::abs(nearest - magnitude)) nearest = power;
    }
    const double expected = x[i] < 0.0F ? -nearest : nearest;
    QVERIFY(std::abs(static_cast<double>(back[i]) - expected) <= 1e-6 * nearest);
  }
}

void BiasedRoundingTest::halfwayGoesDown() {
  QCOMPARE(roundTrip("biased-rounding", base(2.0),
                     {3.0F, -3.0F, std::nextafter(3.0F, 4.0F), 0.0F, -0.0F}),
           (Floats{2.0F, -2.0F, 4.0F, 0.0F, 0.0F}));
}

void BiasedRoundingTest::theEdgesOfFloat() {
  constexpr float kMost = std::numeric_limits<float>::max();
  constexpr float kLeast = std::numeric_limits<float>::min();
  const Floats x{kMost,
                 -kMost,
                 kLeast,
                 kLeast / 2.0F,
                 std::nextafter(kLeast / 2.0F, 1.0F),
                 std::numeric_limits<float>::denorm_min()};
  QCOMPARE(roundTrip("biased-rounding", base(2.0), x),
           (Floats{0x1p127F, -0x1p127F, kLeast, 0.0F, kLeast, 0.0F}));
}

void BiasedRoundingTest::isOfItsClasses_data() {
  QTest::addColumn<double>("b");
  for (const double b : {1.1, 1.5, 2.0, 4.0, 10.0}) QTest::addRow("%g", b) << b;
}

void BiasedRoundingTest::isOfItsClasses() {
  QFETCH(double, b);
  const auto classes =
      entry("biased-rounding").classes(settings("biased-rounding", base(b)), layoutOf({{40}}));
  QVERIFY(std::abs(classes.b1->alpha - 4.0 / ((b + 1.0) * (b + 1.0))) < 1e-12);
  QVERIFY(std::abs(classes.b2->gamma - 2.0 / (b + 1.0)) < 1e-12);
  QVERIFY(std::abs(classes.b2->beta - 2.0 * b / (b + 1.0)) < 1e-12);
  QVERIFY(std::abs(*classes.delta - (b + 1.0) * (b + 1.0) / (4.0 * b)) < 1e-12);
  for (const auto& x : unlikeVectors())
    QVERIFY(test::isOfItsClasses(classes, moments(roundTrip("biased-rounding", base(b), x), x)));
  // The bounds are reached: halfway between two levels, just below and just above.
  const auto middle = static_cast<float>((1.0 + b) / 2.0);
  for (const float x : {middle * (1.0F - 1e-6F), middle * (1.0F + 1e-6F)}) {
    const auto m = moments(roundTrip("biased-rounding", base(b), {x}), {x});
    QVERIFY(test::isOfItsClasses(classes, m));
    QVERIFY(std::abs(x < middle ? m.first - classes.b2->gamma : m.first - classes.b2->beta) < 1e-5);
  }
}

void BiasedRoundingTest::theErrorOfNormalEntries_data() {
  QTest::addColumn<double>("b");
  QTest::addColumn<double>("error");
  QTest::addColumn<double>("deviation");  // of one draw of the vector
  QTest::newRow("1.5") << 1.5 << 0.013480 << 0.0002;
  QTest::newRow("2") << 2.0 << 0.037774 << 0.0005;
  QTest::newRow("3") << 3.0 << 0.099220 << 0.0013;
  QTest::newRow("4") << 4.0 << 0.150045 << 0.0019;
}

void BiasedRoundingTest::theErrorOfNormalEntries() {
  QFETCH(double, b);
  QFETCH(double, error);
  QFETCH(double, deviation);
  constexpr int kDraws = 10;
  double mean = 0.0;
  for (int draw = 0; draw < kDraws; ++draw) {
    const auto x = normals(10'000, 50 + draw);
    mean += normalisedVariance(roundTrip("biased-rounding", base(b), x), x) / kDraws;
  }
  QVERIFY2(std::abs(mean - error) < 5.0 * deviation / std::sqrt(kDraws),
           qPrintable(QString::number(mean, 'g', 8)));
}

void BiasedRoundingTest::theErrorIsTheSameAtAnyScale() {
  for (const float scale : {1e-3F, 1.1F, 1.3F, 1.7F, 2.9F, 500.0F}) {
    auto x = normals(100'000, 9);
    for (auto& v : x) v *= scale;
    const double error = normalisedVariance(roundTrip("biased-rounding", base(2.0), x), x);
    QVERIFY2(error > 0.0377 - 0.0008 && error < 0.0387 + 0.0008,
             qPrintable(QString::number(error)));
  }
}

void BiasedRoundingTest::theWidthFollowsFromTheBase_data() {
  QTest::addColumn<double>("b");
  QTest::addColumn<int>("width");
  // Powers from 2^-126 up to below 2^128, and 0, in ceil(log2) bits, and the sign.
  QTest::newRow("2: 254 powers") << 2.0 << 9;
  QTest::newRow("4: 127 powers") << 4.0 << 8;
  QTest::newRow("16: -31 to 31") << 16.0 << 7;
  QTest::newRow("sqrt 2: about 508") << std::sqrt(2.0) << 10;
  QTest::newRow("1024: -12 to 12") << 1024.0 << 6;
}

void BiasedRoundingTest::theWidthFollowsFromTheBase() {
  QFETCH(double, b);
  QFETCH(int, width);
  const auto x = normals(1000, 3);
  const auto compressor = make("biased-rounding", base(b));
  const auto payload = compress(*compressor, x, flatLayout(x));
  QCOMPARE(payload.valueBits, qint64{1000} * width);
  QCOMPARE(payload.bytes.size(), std::size_t(125 * width));
  const auto counts = compressor->count(payload, flatLayout(x));
  QCOMPARE(counts.paper, 1000.0 * width);
  QVERIFY(counts.entropy > 0.0 && counts.entropy < counts.paper);
}

void BiasedRoundingTest::bytesAreSignsAndIndices() {
  // 1 = 2^0 is the 127th power from 2^-126 on: 254, or 255 if negative, in nine bits each.
  const auto payload = compress(*make("biased-rounding"), {1.0F, -1.0F, 0.0F}, layoutOf({{3}}));
  QCOMPARE(payload.bytes,
           (std::vector<std::byte>{std::byte{254}, std::byte{254}, std::byte{1}, std::byte{0}}));
}

void BiasedRoundingTest::badPayloadsAreNamed() {
  const auto layout = layoutOf({{1}});
  QCOMPARE(refusal("biased-rounding", {}, layout, {1}),
           QString("rounding payload: read 1 bytes of symbols; allowed: the 2 of 1 entries"));
  QCOMPARE(refusal("biased-rounding", {}, layout, {1, 0}),
           QString("rounding payload: symbol 0 is 1; allowed: 0, and 2 to 509"));
  QCOMPARE(refusal("biased-rounding", {}, layout, {254, 1}),
           QString("rounding payload: symbol 0 is 510; allowed: 0, and 2 to 509"));
  QCOMPARE(refusal("biased-rounding", {}, layout, {0, 2}),
           QString("rounding payload: bits are set after the last entry; allowed: zeros"));
}

QTEST_APPLESS_MAIN(BiasedRoundingTest)
#include "biased_rounding_test.moc"
