// SPDX-License-Identifier: GPL-3.0-or-later
// What keeps or sends entries by a threshold: threshold.cpp, strom.cpp, adaptive_threshold.cpp.
#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>
#include <vector>

#include <QtTest>

#include "core/codec/bit_packing.h"
#include "core/compress/bit_counts.h"
#include "tests/core/compress/property_vectors.h"

using namespace telegrad;
using namespace telegrad::test;

using Floats = std::vector<float>;

class ThresholdTest : public QObject {
  Q_OBJECT
 private slots:
  void keepsWhatReachesIt();
  void errorIsAbsolute();
  void nothingKeptIsAPayload();
  void stromSendsSteps();
  void stromErrorIsItsClosedForm_data();
  void stromErrorIsItsClosedForm();
  void stromBytes();
  void stromRefusesBadPayloads();
  void adaptiveTakesTheMeanOfEachSign();
  void adaptiveErrorIsTheCheckValue_data();
  void adaptiveErrorIsTheCheckValue();
  void adaptiveIsOfItsClasses();
  void adaptiveKeepsOneOfEachSign();
  void adaptiveRefusesBadPayloads();
  void bitsAreTheCounts();
};

namespace {

double varianceOf(const std::string& key, const Values& values, const Floats& x) {
  return normalisedVariance(roundTrip(key, values, x), x);
}

bool near(double value, double expected, double tolerance) {
  if (std::abs(value - expected) <= tolerance) return true;
  qWarning("%.9g is not %.9g", value, expected);
  return false;
}

}  // namespace

void ThresholdTest::keepsWhatReachesIt() {
  const Values one{{"threshold", 1.0}};
  QCOMPARE(roundTrip("threshold", one, eight()), (Floats{3, -1, 0, 0, 2.5F, -4, 0, 0}));
  QVERIFY(near(varianceOf("threshold", one, eight()), 0.0275160196, 1e-9));
}

/// ||C(x) - x||^2 <= d v^2.
void ThresholdTest::errorIsAbsolute() {
  for (const double v : {0.01, 0.3, 2.0})
    for (const auto& x : unlikeVectors()) {
      const auto back = roundTrip("threshold", {{"threshold", v}}, x);
      QVERIFY(normalisedVariance(back, x) * squares(x) <= static_cast<double>(x.size()) * v * v);
    }
  QVERIFY(entry("threshold").classes(settings("threshold"), layoutOf({{40}})) == ClassParameters{});
}

void ThresholdTest::nothingKeptIsAPayload() {
  const auto layout = layoutOf({{10}});
  for (const char* coding : {"packed", "rice", "bitmap", "automatic"}) {
    const auto compressor =
        make("threshold", {{"threshold", 100.0}, {"index_coding", std::string(coding)}});
    const auto payload = compress(*compressor, normals(10, 1), layout);
    QCOMPARE(payload.valueBits, std::int64_t{0});
    QCOMPARE(decode(*compressor, payload, layout), Floats(10, 0.0F));
  }
  QCOMPARE(
      compress(*make("threshold", {{"threshold", 100.0}}), normals(10, 1), layout).bytes.size(),
      std::size_t{0});
}

void ThresholdTest::stromSendsSteps() {
  QCOMPARE(roundTrip("strom", {{"threshold", 0.75}}, eight()),
           (Floats{0.75F, -0.75F, 0, 0, 0.75F, -0.75F, 0, 0.75F}));
  QCOMPARE(roundTrip("strom", {{"threshold", 5.0}}, eight()), Floats(8, 0.0F));
}

void ThresholdTest::stromErrorIsItsClosedForm_data() {
  QTest::addColumn<double>("v");
  QTest::addColumn<double>("mean");
  QTest::addColumn<double>("deviation");
  QTest::newRow("1") << 1.0 << 0.34981 << .0034;
  QTest::newRow("2") << 2.0 << 0.75121 << .0094;
}

/// Of normal entries 1 - 2 v E|x|[|x| >= v] + v^2 P(|x| >= v) = 1 - 4 v phi(v) + 2 v^2 (1 -
/// Phi(v)).
void ThresholdTest::stromErrorIsItsClosedForm() {
  QFETCH(double, v);
  QFETCH(double, mean);
  QFETCH(double, deviation);
  const double density = std::exp(-v * v / 2.0) / std::sqrt(2.0 * std::numbers::pi);
  const double beyond = std::erfc(v / std::numbers::sqrt2);
  const double expected = 1.0 - 4.0 * v * density + v * v * beyond;
  QVERIFY(near(mean, expected, 2e-3));
  QVERIFY(near(varianceOf("strom", {{"threshold", v}}, normals(10'000, 11)), expected,
               5.0 * deviation));
}

/// v, the block of a bitmap of two of five, the signs 0 and 1.
void ThresholdTest::stromBytes() {
  const auto payload =
      compress(*make("strom", {{"threshold", 1.0}, {"index_coding", std::string("bitmap")}}),
               {0.0F, 3.0F, 0.5F, -2.0F, 0.0F}, layoutOf({{5}}));
  const std::vector<int> expected{0, 0, 0x80, 0x3F, 1, 2, 0b01010, 0b10};
  QCOMPARE(payload.bytes.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i)
    QCOMPARE(std::to_integer<int>(payload.bytes[i]), expected[i]);
  QCOMPARE(payload.valueBits, std::int64_t{2});
  QCOMPARE(payload.indexBits, std::int64_t{5});
}

void ThresholdTest::stromRefusesBadPayloads() {
  const auto layout = layoutOf({{5}});
  const auto refused = [&](const std::vector<int>& bytes) {
    return refusal("strom", {}, layout, bytes);
  };
  QVERIFY(refused({0, 0, 0x80, 0x3F, 1, 2, 0b01010, 0b10}).isEmpty());
  QVERIFY(refused({0, 0, 0x80}).contains("read 3 bytes and the threshold 0"));
  QVERIFY(refused({0, 0, 0x80, 0xBF, 1, 0, 0}).contains("threshold -1"));
  QVERIFY(refused({0, 0, 0x80, 0x7F, 1, 0, 0}).contains("threshold inf"));
  QVERIFY(refused({0, 0, 0x80, 0x3F, 1, 2, 0b01010}).contains("0 bytes of signs"));
  QVERIFY(refused({0, 0, 0x80, 0x3F, 1, 2, 0b01010, 0b110}).contains("then zeros"));
  QVERIFY(refused({0, 0, 0x80, 0x3F, 1, 3, 0b01010, 0b10}).contains("read 2 marks; allowed: 3"));
}

/// Half of the five positive entries, two, are 3 and 2.5; of the three negative ones one, -4.
void ThresholdTest::adaptiveTakesTheMeanOfEachSign() {
  QCOMPARE(roundTrip("adaptive-threshold", {{"fraction", 0.5}}, eight()),
           (Floats{2.75F, 0, 0, 0, 2.75F, -4, 0, 0}));
  const float up = 1.37F;
  const auto down = static_cast<float>((-1.0 - static_cast<double>(0.3F) - 4.0) / 3.0);
  QCOMPARE(roundTrip("adaptive-threshold", {{"fraction", 1.0}}, eight()),
           (Floats{up, down, up, down, up, down, up, up}));
  QCOMPARE(roundTrip("adaptive-threshold", {{"fraction", 0.5}}, {1.0F, 1.0F, 0.0F, 2.0F, 1.0F}),
           (Floats{1.5F, 0.0F, 0.0F, 1.5F, 0.0F}));  // of equals the first
}

void ThresholdTest::adaptiveErrorIsTheCheckValue_data() {
  QTest::addColumn<double>("share");
  QTest::addColumn<double>("mean");
  QTest::addColumn<double>("deviation");
  QTest::newRow(".01") << .01 << .91659 << .0023;
  QTest::newRow(".05") << .05 << .72677 << .0035;
  QTest::newRow(".1") << .1 << .57470 << .0041;
  QTest::newRow(".2") << .2 << .38429 << .0029;
}

void ThresholdTest::adaptiveErrorIsTheCheckValue() {
  QFETCH(double, share);
  QFETCH(double, mean);
  QFETCH(double, deviation);
  constexpr int kDraws = 16;
  double sum = 0.0;
  for (int draw = 0; draw < kDraws; ++draw)
    sum += varianceOf("adaptive-threshold", {{"fraction", share}},
                      normals(10'000, static_cast<std::uint64_t>(draw)));
  QVERIFY(near(sum / kDraws, mean, 5.0 * deviation / std::sqrt(kDraws)));
}

void ThresholdTest::adaptiveIsOfItsClasses() {
  for (const double share : {1e-4, 0.1, 0.5, 1.0}) {
    const Values values{{"fraction", share}};
    const auto classes = entry("adaptive-threshold")
                             .classes(settings("adaptive-threshold", values), layoutOf({{40}}));
    QCOMPARE(classes.b1->alpha, 1.0 / 40);
    QCOMPARE(*classes.delta, 40.0);
    for (const auto& x : unlikeVectors())
      QVERIFY(isOfItsClasses(classes, moments(roundTrip("adaptive-threshold", values, x), x)));
  }
}

void ThresholdTest::adaptiveKeepsOneOfEachSign() {
  QCOMPARE(roundTrip("adaptive-threshold", {{"fraction", 1e-4}}, {1.0F, -3.0F, 2.0F, -1.0F}),
           (Floats{0, -3, 2, 0}));
  QCOMPARE(roundTrip("adaptive-threshold", {}, {-1.0F, -3.0F}), (Floats{0, -3}));
  QCOMPARE(roundTrip("adaptive-threshold", {}, {0.0F, -0.0F}), (Floats{0, 0}));
}

void ThresholdTest::adaptiveRefusesBadPayloads() {
  const auto layout = layoutOf({{5}});
  const auto refused = [&](std::vector<int> blocks) {
    std::vector<int> bytes{0, 0, 0x80, 0x3F, 0, 0, 0x80, 0xBF};
    bytes.insert(bytes.end(), blocks.begin(), blocks.end());
    return refusal("adaptive-threshold", {}, layout, bytes);
  };
  QVERIFY(refused({1, 2, 0b01010, 1, 1, 0b100}).isEmpty());
  QVERIFY(refused({1, 2, 0b01010, 1, 1, 0b10}).contains("read position 1 for both signs"));
  QVERIFY(refused({1, 2, 0b01010, 1, 1, 0b100, 7}).contains("read 1 bytes after the positions"));
  QVERIFY(refused({1, 2, 0b01010, 1}).contains("no count"));
  QVERIFY(refusal("adaptive-threshold", {}, layout, {1, 2, 3}).contains("read 3 bytes"));
}

void ThresholdTest::bitsAreTheCounts() {
  const auto x = normals(10'000, 5);
  const auto layout = flatLayout(x);
  const auto counted = [&](const std::string& key, const Values& values, std::size_t& kept) {
    const auto compressor = make(key, values);
    const auto payload = compress(*compressor, x, layout);
    kept = static_cast<std::size_t>(std::ranges::count_if(decode(*compressor, payload, layout),
                                                          [](float v) { return v != 0; }));
    return compressor->count(payload, layout);
  };
  std::size_t kept = 0;
  auto counts = counted("threshold", {{"threshold", 2.0}}, kept);
  QVERIFY(near(counts.entropy, 32.0 * static_cast<double>(kept) + log2Choose(10'000, kept), 1e-6));
  counts = counted("strom", {{"threshold", 2.0}}, kept);
  QVERIFY(near(counts.paper, 15.0 * static_cast<double>(kept), 1e-9));
  QVERIFY(counts.entropy <= log2Choose(10'000, kept) + static_cast<double>(kept));
  QVERIFY(counts.entropy >= log2Choose(10'000, kept) + 0.9 * static_cast<double>(kept));
  counts = counted("adaptive-threshold", {{"fraction", 0.1}}, kept);
  QVERIFY(near(counts.paper, 64.0 + 14.0 * static_cast<double>(kept), 1e-9));
  // Two sets of k/2: a bit an entry more than one of k, but for what is known of their numbers.
  QVERIFY(near(counts.entropy, 64.0 + log2Choose(10'000, kept) + static_cast<double>(kept), 15.0));
}

QTEST_APPLESS_MAIN(ThresholdTest)
#include "threshold_test.moc"
