// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include <QtTest>

#include "core/base/random_words.h"
#include "tests/core/compress/distributions.h"

using namespace telegrad;
using namespace telegrad::test;

using Floats = std::vector<float>;

class NaturalCompressionTest : public QObject {
  Q_OBJECT
 private slots:
  void fixedVectorGoesUpAsOftenAsItShould();
  void everyWordDecidesExactly();
  void gaussianErrorIsItsClosedForm();
  void isOfItsClasses();
  void isRightInTheMean();
  void endsOfTheRange();
  void bytesAreExponentsAndSigns();
  void malformedPayloadsAreNamed();
};

namespace {

/// The powers of two about |v| > 0 and the probability of the upper one.
struct Powers {
  explicit Powers(double v)
      : low(std::exp2(std::floor(std::log2(std::abs(v))))),
        up(std::abs(v) / low - 1.0) {}
  double low;
  double up;
};

/// n^2 sum (y - lo)(hi - y) / ||x||^2 of rounding to powers of two.
double omega(const Doubles& x) {
  double sum = 0.0;
  for (const double v : x) {
    if (v == 0.0) continue;
    const Powers powers(v);
    sum += (std::abs(v) - powers.low) * (2.0 * powers.low - std::abs(v));
  }
  return sum / squaredLength(x);
}

}  // namespace

void NaturalCompressionTest::fixedVectorGoesUpAsOftenAsItShould() {
  const Doubles up{0.5, 0.0, 0.0, 0.2, 0.25, 0.0, 0.6, 0.5};
  QVERIFY(std::abs(omega(fixedVector()) - 0.0549849227) < 1e-9);
  const auto x = floats(fixedVector());
  const auto layout = layoutOf({{8}});
  const auto compressor = make("natural-compression");
  constexpr int kDraws = 20'000;
  std::vector<int> ups(x.size(), 0);
  for (int draw = 0; draw < kDraws; ++draw) {
    const auto back = decode(*compressor, drawn(*compressor, x, layout, draw), layout);
    for (std::size_t i = 0; i < x.size(); ++i) {
      const auto low = std::copysign(static_cast<float>(Powers(fixedVector()[i]).low), x[i]);
      QVERIFY(back[i] == low || back[i] == 2.0F * low);
      ups[i] += back[i] == low ? 0 : 1;
    }
  }
  for (std::size_t i = 0; i < x.size(); ++i)
    QVERIFY(std::abs(ups[i] - kDraws * up[i]) <= 5.0 * std::sqrt(kDraws * up[i] * (1.0 - up[i])));
}

/// Of the 2^23 values of a word's upper bits, exactly the top |v| / low - 1 of them go up.
void NaturalCompressionTest::everyWordDecidesExactly() {
  constexpr std::size_t kSize = 100'000;
  const auto x = normals(kSize, 3);
  const auto layout = layoutOf({{kSize}});
  const auto compressor = make("natural-compression");
  Random random(8, Purpose::Test);
  Random same = random;
  Payload payload;
  QVERIFY(compressor->compress(x, layout, random, payload));
  const auto back = decode(*compressor, payload, layout);
  std::vector<std::uint32_t> words(kSize);  // a multiple of the groups
  RandomWords(same).fill(0, words);
  for (std::size_t i = 0; i < kSize; ++i) {
    const Powers powers(x[i]);
    const bool up = (words[i] >> 9U) * 0x1p-23 >= 1.0 - powers.up;
    QCOMPARE(static_cast<double>(back[i]),
             std::copysign((up ? 2.0 : 1.0) * powers.low, static_cast<double>(x[i])));
  }
}

void NaturalCompressionTest::gaussianErrorIsItsClosedForm() {
  constexpr std::size_t kSize = 10'000;
  const auto layout = layoutOf({{kSize}});
  const auto compressor = make("natural-compression");
  for (const float deviation : {1.0F, 1.3F, 1.7F, 1e-20F}) {
    auto x = normals(kSize, 14);
    for (auto& v : x) v *= deviation;
    QVERIFY(omega(doubles(x)) > 0.0795 &&
            omega(doubles(x)) < 0.0846);  // 0.0815 to 0.0826 in the mean
    const auto payload = compress(*compressor, x, layout);
    const auto r = ratios(decode(*compressor, payload, layout), x);
    QVERIFY(std::abs(r.error - omega(doubles(x))) < 5 * 0.0013);
    QVERIFY(std::abs(r.length / (r.alignment * r.alignment) - 1.0818) < 5 * 0.0007);
    QCOMPARE(compressor->count(payload, layout).paper, 9.0 * kSize);
    // Sign and exponent of a normal number: about one bit and two and a half.
    const double entropy = compressor->count(payload, layout).entropy / kSize;
    QVERIFY(entropy > 3.0 && entropy < 4.0);
  }
}

void NaturalCompressionTest::isOfItsClasses() {
  const auto classes =
      entry("natural-compression").classes(settings("natural-compression"), layoutOf({{40}}));
  QVERIFY(classes == classesOfUnbiased(9.0 / 8.0));
  for (const auto& x : manyDistributions())
    QVERIFY(1.0 + omega(doubles(x)) <= *classes.zeta + 1e-12);
  // Reached between 2^a and 2^{a+1} at 2^a 4/3.
  QVERIFY(std::abs(1.0 + omega({4.0 / 3.0}) - 9.0 / 8.0) < 1e-12);
}

void NaturalCompressionTest::isRightInTheMean() {
  const auto layout = layoutOf({{40}});
  const auto compressor = make("natural-compression");
  const auto all = manyDistributions();
  for (std::size_t kind = 0; kind < 7; ++kind) {
    const auto& x = all[kind];
    constexpr int kDraws = 4'000;
    Doubles mean(x.size(), 0.0);
    double length = 0.0;
    for (int draw = 0; draw < kDraws; ++draw) {
      const auto back = decode(*compressor, drawn(*compressor, x, layout, draw), layout);
      for (std::size_t i = 0; i < x.size(); ++i) mean[i] += static_cast<double>(back[i]) / kDraws;
      length += ratios(back, x).length / kDraws;
    }
    for (std::size_t i = 0; i < x.size(); ++i) {
      const double v = x[i];
      if (v == 0.0) {
        QCOMPARE(mean[i], 0.0);
        continue;
      }
      const Powers powers(v);
      const double deviation = powers.low * std::sqrt(powers.up * (1.0 - powers.up) / kDraws);
      QVERIFY(std::abs(mean[i] - v) <= 5.0 * deviation + 1e-12 * std::abs(v));
    }
    QVERIFY(std::abs(length - 1.0 - omega(doubles(x))) < 0.02);
  }
}

/// There is no power of two above 2^127 to go up to; subnormal floats have 2^-126 and zero.
void NaturalCompressionTest::endsOfTheRange() {
  const float max = std::numeric_limits<float>::max();
  const auto layout = layoutOf({{4'096}});
  const auto compressor = make("natural-compression");
  const auto top = decode(*compressor, compress(*compressor, Floats(4'096, -max), layout), layout);
  QCOMPARE(top, Floats(4'096, -0x1p127F));
  const auto below =
      decode(*compressor, compress(*compressor, Floats(4'096, 0x1p-128F), layout), layout);
  const auto ups = std::ranges::count(below, 0x1p-126F);
  QCOMPARE(ups + std::ranges::count(below, 0.0F), 4'096);
  QVERIFY(std::abs(static_cast<double>(ups) - 1'024.0) < 5.0 * std::sqrt(4'096.0 * 3.0 / 16.0));
}

void NaturalCompressionTest::bytesAreExponentsAndSigns() {
  const auto layout = layoutOf({{3}, {6}});
  const auto payload =
      compress(*make("natural-compression"),
               {1.0F, -2.0F, 0.5F, 0.0F, -0x1p-126F, 0x1p127F, 4.0F, 4.0F, -4.0F}, layout);
  std::vector<std::byte> expected;
  for (const int byte : {127, 128, 126, 0, 1, 254, 129, 129, 129, 0b10010, 1})
    expected.push_back(static_cast<std::byte>(byte));
  QVERIFY(payload.bytes == expected);
  QCOMPARE(payload.valueBits, std::int64_t{81});
  QCOMPARE(payload.framingBits(), std::int64_t{7});
}

void NaturalCompressionTest::malformedPayloadsAreNamed() {
  const auto layout = layoutOf({{9}});
  const auto compressor = make("natural-compression");
  std::vector<std::byte> bytes(11, std::byte{1});
  QVERIFY(refusalOf(*compressor, bytes, layout).isEmpty());
  bytes[4] = std::byte{255};
  QVERIFY(refusalOf(*compressor, bytes, layout)
              .contains(QStringLiteral("exponent of 255; allowed: 0 to 254")));
  bytes[4] = std::byte{1};
  bytes[10] = std::byte{2};
  QVERIFY(refusalOf(*compressor, bytes, layout).contains(QStringLiteral("after the last sign")));
  bytes.pop_back();
  QVERIFY(refusalOf(*compressor, bytes, layout)
              .contains(QStringLiteral("read 10 bytes; allowed: the 11 of 9 entries")));
}

QTEST_APPLESS_MAIN(NaturalCompressionTest)
#include "natural_compression_test.moc"
