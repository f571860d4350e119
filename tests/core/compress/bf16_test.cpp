// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <vector>

#include <QtTest>

#include "tests/core/compress/distributions.h"

using namespace telegrad;
using namespace telegrad::test;

class Bf16Test : public QObject {
  Q_OBJECT
 private slots:
  void takesTheNearestOfTwo();
  void beyondTheRangeIsTheLargest();
  void isOfItsClasses();
  void malformedPayloadsAreNamed();
};

/// Random patterns of every exponent, and midpoints: against the two numbers about each, by their
/// distances in double.
void Bf16Test::takesTheNearestOfTwo() {
  Random random(4, Purpose::Test);
  std::vector<float> x;
  while (x.size() < 200'000) {
    std::uint32_t bits = random.next32();
    if (x.size() % 4 == 0) bits = (bits & 0xFFFF0000U) | 0x8000U;
    if ((bits & 0x7FFF0000U) < 0x7F7F0000U) x.push_back(std::bit_cast<float>(bits));
  }
  const auto back = roundTrip("bf16", {}, x);
  for (std::size_t i = 0; i < x.size(); ++i) {
    const std::uint32_t below = std::bit_cast<std::uint32_t>(x[i]) & 0xFFFF0000U;
    const double v = x[i];
    const double low = std::bit_cast<float>(below);
    const double high = std::bit_cast<float>(below + 0x10000U);
    const double toLow = std::abs(v - low);
    const double toHigh = std::abs(high - v);
    const bool lowIsEven = (below >> 16U) % 2 == 0;
    const double expected = toLow < toHigh || (toLow == toHigh && lowIsEven) ? low : high;
    QCOMPARE(static_cast<double>(back[i]), expected);
  }
}

void Bf16Test::beyondTheRangeIsTheLargest() {
  const float largest = std::ldexp(2.0F - 0x1p-7F, 127);
  const float max = std::numeric_limits<float>::max();
  QCOMPARE(roundTrip("bf16", {}, {max, -max, largest, std::nextafter(largest, max)}),
           (std::vector<float>{largest, -largest, largest, largest}));
}

void Bf16Test::isOfItsClasses() {
  const auto classes = entry("bf16").classes(settings("bf16"), layoutOf({{40}}));
  QVERIFY(!classes.zeta && classes.b1 && classes.b2 && classes.delta);
  for (const auto& x : manyDistributions()) {
    const auto r = ratios(roundTrip("bf16", {}, x), x);
    QVERIFY(r.length >= classes.b1->alpha && r.length <= classes.b1->beta * r.alignment);
    QVERIFY(r.alignment >= classes.b2->gamma && r.length <= classes.b2->beta * r.alignment);
    QVERIFY(r.error <= 1.0 - 1.0 / *classes.delta);
  }
  // The bound is nearly reached: half of the last place above a power of two.
  const std::vector<float> worst{1.0F + 0x1p-8F};
  QVERIFY(ratios(roundTrip("bf16", {}, worst), worst).error > 0.99 * (1.0 - 1.0 / *classes.delta));
}

void Bf16Test::malformedPayloadsAreNamed() {
  const auto compressor = make("bf16");
  const auto layout = layoutOf({{40}});
  QVERIFY(refusalOf(*compressor, std::vector<std::byte>(82), layout)
              .contains(QStringLiteral("read 82 bytes; allowed: the 80 of 40 entries")));
  for (const std::uint16_t bad : {0x7F80, 0xFF80, 0x7FC0, 0xFFFF}) {
    std::vector<std::byte> bytes(80);
    std::memcpy(bytes.data() + 2 * 23, &bad, 2);
    QVERIFY(refusalOf(*compressor, bytes, layout).contains(QStringLiteral("exponent of ones")));
  }
}

QTEST_APPLESS_MAIN(Bf16Test)
#include "bf16_test.moc"
