// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <vector>

#include <QtTest>

#include "tests/core/compress/distributions.h"

using namespace telegrad;
using namespace telegrad::test;

/// binary16 in full: every pattern, every midpoint and the floats beside it.
class Fp16Test : public QObject {
  Q_OBJECT
 private slots:
  void everyHalfComesBack();
  void midpointsGoToTheEvenHalf();
  void beyondTheRangeIsTheLargest();
  void bytesAreLittleEndianHalves();
  void malformedPayloadsAreNamed();
  void isInNoneOfTheClasses();
};

namespace {

constexpr std::uint32_t kFiniteHalves = 0x7C00;

/// By the format's definition: 10 bits of fraction, 5 of exponent with a bias of 15.
double halfValue(std::uint32_t bits) {
  const int exponent = static_cast<int>(bits >> 10U & 0x1FU);
  const int fraction = static_cast<int>(bits & 0x3FFU);
  const double magnitude =
      exponent == 0 ? std::ldexp(fraction, -24) : std::ldexp(1024 + fraction, exponent - 25);
  return (bits & 0x8000U) != 0 ? -magnitude : magnitude;
}

std::vector<float> rounded(const std::vector<float>& x) {
  return roundTrip("fp16", {}, x);
}

}  // namespace

void Fp16Test::everyHalfComesBack() {
  std::vector<float> all;
  for (std::uint32_t bits = 0; bits < kFiniteHalves; ++bits)
    for (const std::uint32_t sign : {0U, 0x8000U})
      all.push_back(static_cast<float>(halfValue(bits | sign)));
  QCOMPARE(rounded(all), all);
}

void Fp16Test::midpointsGoToTheEvenHalf() {
  std::vector<float> x;
  std::vector<float> expected;
  const float infinity = std::numeric_limits<float>::infinity();
  for (std::uint32_t bits = 0; bits + 1 < kFiniteHalves; ++bits) {
    const double low = halfValue(bits);
    const double high = halfValue(bits + 1);
    const auto middle = static_cast<float>((low + high) / 2.0);  // exact
    for (const float sign : {1.0F, -1.0F}) {
      x.insert(x.end(), {sign * std::nextafter(middle, 0.0F), sign * middle,
                         sign * std::nextafter(middle, infinity)});
      expected.insert(expected.end(), {sign * static_cast<float>(low),
                                       sign * static_cast<float>(bits % 2 == 0 ? low : high),
                                       sign * static_cast<float>(high)});
    }
  }
  QCOMPARE(rounded(x), expected);
}

void Fp16Test::beyondTheRangeIsTheLargest() {
  const std::vector<float> x{65504.0F,
                             65519.0F,
                             65520.0F,
                             1e9F,
                             std::numeric_limits<float>::max(),
                             -65536.0F,
                             -std::numeric_limits<float>::max()};
  QCOMPARE(rounded(x), (std::vector<float>{65504.0F, 65504.0F, 65504.0F, 65504.0F, 65504.0F,
                                           -65504.0F, -65504.0F}));
}

void Fp16Test::bytesAreLittleEndianHalves() {
  const auto compressor = make("fp16");
  const auto layout = layoutOf({{3}});
  const auto payload = compress(*compressor, {1.0F, -2.0F, 0x1p-24F}, layout);
  std::vector<std::byte> expected;
  for (const int byte : {0x00, 0x3C, 0x00, 0xC0, 0x01, 0x00})
    expected.push_back(static_cast<std::byte>(byte));
  QVERIFY(payload.bytes == expected);
  QCOMPARE(payload.valueBits, std::int64_t{48});
  QCOMPARE(payload.framingBits(), std::int64_t{0});
  const auto bits = compressor->count(payload, layout);
  QCOMPARE(bits.paper, 48.0);
  QCOMPARE(bits.entropy, 48.0);
}

void Fp16Test::malformedPayloadsAreNamed() {
  const auto compressor = make("fp16");
  const auto layout = layoutOf({{40}});
  QVERIFY(refusalOf(*compressor, std::vector<std::byte>(79), layout)
              .contains(QStringLiteral("read 79 bytes; allowed: the 80 of 40 entries")));
  for (const std::uint16_t bad : {0x7C00, 0xFC00, 0x7C01, 0xFFFF})
    for (const std::size_t at : {0U, 17U, 39U}) {
      std::vector<std::byte> bytes(80);
      std::memcpy(bytes.data() + 2 * at, &bad, 2);
      QVERIFY(refusalOf(*compressor, bytes, layout).contains(QStringLiteral("exponent of ones")));
    }
}

/// What underflows loses all of its length.
void Fp16Test::isInNoneOfTheClasses() {
  QVERIFY(entry("fp16").classes(settings("fp16"), layoutOf({{10}})) == ClassParameters{});
  QVERIFY(entry("fp16").allReducible);
  QCOMPARE(rounded({1e-9F, -1e-9F}), (std::vector<float>{0.0F, 0.0F}));
}

QTEST_APPLESS_MAIN(Fp16Test)
#include "fp16_test.moc"
