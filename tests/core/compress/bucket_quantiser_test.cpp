// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/bucket_quantiser.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <vector>

#include <QtTest>

#include "core/compress/half.h"
#include "tests/core/compress/support.h"

using namespace telegrad;

namespace {

using Floats = std::vector<float>;

/// The 16-bit number next to x >= 0, by trying all there are.
float nearestHalf(float x) {
  double best = 0.0;
  for (int bits = 0; bits < 0x7C00; ++bits) {
    const int exponent = bits >> 10;
    const int fraction = bits & 0x3FF;
    const double half =
        exponent == 0 ? std::ldexp(fraction, -24) : std::ldexp(1024 + fraction, exponent - 25);
    const double off = std::abs(half - static_cast<double>(x));
    const double bestOff = std::abs(best - static_cast<double>(x));
    if (off < bestOff || (off == bestOff && bits % 2 == 0)) best = half;
  }
  return static_cast<float>(best);
}

/// What the receiver has, from the formula.
Floats expected(const Floats& x, std::size_t k, std::size_t bucket, int bits) {
  std::vector<std::size_t> order(x.size());
  for (std::size_t i = 0; i < x.size(); ++i) order[i] = i;
  std::ranges::stable_sort(order, [&](auto a, auto b) { return std::abs(x[a]) > std::abs(x[b]); });
  order.resize(k);
  std::ranges::sort(order);
  Floats back(x.size());
  const double steps = std::pow(2.0, bits - 1);
  for (std::size_t from = 0; from < k; from += bucket) {
    const std::size_t to = std::min(k, from + bucket);
    float most = 0.0F;
    for (std::size_t i = from; i < to; ++i) most = std::max(most, std::abs(x[order[i]]));
    const float scale = nearestHalf(most);
    for (std::size_t i = from; i < to; ++i) {
      const float relative = x[order[i]] / scale;
      const double level =
          std::clamp(std::nearbyint(static_cast<double>(relative) * steps), -steps, steps - 1.0);
      back[order[i]] = static_cast<float>(level / steps * static_cast<double>(scale));
    }
  }
  return back;
}

Floats roundTrip(BucketQuantiser& quantiser, const Floats& x) {
  Payload payload;
  if (const auto done = quantiser.encode(x, payload); !done)
    qFatal("%s", done.error().message.c_str());
  Floats back(x.size(), 7.0F);
  if (const auto done = quantiser.decode(payload.bytes, back); !done)
    qFatal("%s", done.error().message.c_str());
  return back;
}

}  // namespace

class BucketQuantiserTest : public QObject {
  Q_OBJECT
 private slots:
  void halvesAreTheNearestOnes();
  void everyHalfReadsBack();
  void aRunByHand();
  void roundTripIsTheFormula_data();
  void roundTripIsTheFormula();
  void sizesAreThePublishedOnes();
  void runsFollowOneAnother();
  void whatIsTooSmallForAScaleIsNotSent();
  void refusesWhatIsNotFinite();
  void refusesBytesThatAreNoRun();
};

void BucketQuantiserTest::halvesAreTheNearestOnes() {
  // 1 + 2^-11 and 1 + 3 * 2^-11 lie between two; the even one is taken.
  for (const float x : {0.0F, 1.0F, 0.1F, 1.00048828125F, 1.00146484375F, 65503.9F, 65504.0F, 1e9F,
                        6.1e-5F, 6.0e-5F, 3.1e-6F, 5.9e-8F, 2.98e-8F, 2.9e-8F, 8.940697e-8F})
    QCOMPARE(fromHalf(toHalf(x)), nearestHalf(x));
  QCOMPARE(toHalf(1.0F), std::uint16_t{0x3C00});
  QCOMPARE(fromHalf(toHalf(1.00048828125F)), 1.0F);
  QCOMPARE(fromHalf(toHalf(std::numeric_limits<float>::infinity())), 65504.0F);
}

void BucketQuantiserTest::everyHalfReadsBack() {
  for (std::uint16_t bits = 0; bits < 0x7C00; ++bits) QCOMPARE(toHalf(fromHalf(bits)), bits);
}

/// Two of six, one bucket, three bits: scale 4, steps of 1; -3.2 is -3, and 4 is clipped to 3.
void BucketQuantiserTest::aRunByHand() {
  BucketQuantiser quantiser({.fraction = 0.4, .bits = 3, .bucket = 2});
  const Floats x{0.5F, 4.0F, -1.0F, 0.0F, -3.2F, 2.0F};
  Payload payload;
  QVERIFY(quantiser.encode(x, payload));
  // Marks 010010, the scale 0x4400, levels 7 and 1 in three bits.
  const std::vector<int> bytes{0b010010, 0x00, 0x44, 0b001111};
  QCOMPARE(payload.bytes.size(), bytes.size());
  for (std::size_t i = 0; i < bytes.size(); ++i)
    QCOMPARE(std::to_integer<int>(payload.bytes[i]), bytes[i]);
  QCOMPARE(payload.valueBits, std::int64_t{2 * 3 + 16});
  QCOMPARE(payload.indexBits, std::int64_t{6});
  QCOMPARE(payload.framingBits(), std::int64_t{4});
  QCOMPARE(roundTrip(quantiser, x), (Floats{0, 3, 0, 0, -3, 0}));
}

void BucketQuantiserTest::roundTripIsTheFormula_data() {
  QTest::addColumn<double>("fraction");
  QTest::addColumn<int>("bits");
  QTest::addColumn<int>("bucket");
  QTest::addColumn<int>("kept");  // of 1,001
  QTest::newRow("whole buckets") << 0.2 << 4 << 8 << 200;
  QTest::newRow("rounded down") << 0.2 << 4 << 128 << 128;
  QTest::newRow("less than one") << 0.2 << 2 << 512 << 200;
  QTest::newRow("at least one") << 1e-4 << 4 << 128 << 1;
  QTest::newRow("all") << 1.0 << 16 << 1 << 1001;
  QTest::newRow("seven bits") << 0.5 << 7 << 100 << 500;
}

void BucketQuantiserTest::roundTripIsTheFormula() {
  QFETCH(double, fraction);
  QFETCH(int, bits);
  QFETCH(int, bucket);
  QFETCH(int, kept);
  BucketQuantiser quantiser({.fraction = fraction,
                             .bits = static_cast<unsigned>(bits),
                             .bucket = static_cast<std::size_t>(bucket)});
  QCOMPARE(quantiser.kept(1001), static_cast<std::size_t>(kept));
  for (const float size : {1.0F, 1e-3F, 1e3F}) {
    auto x = test::normals(1001, 3);
    for (auto& entry : x) entry *= size;
    const auto k = static_cast<std::size_t>(kept);
    QCOMPARE(roundTrip(quantiser, x),
             expected(x, k, std::min(k, static_cast<std::size_t>(bucket)), bits));
  }
}

/// p (k q + 1 + 16 k / 128) = 0.1825 bits a parameter of 32: 175 times fewer; and what the authors
/// begin to train with.
void BucketQuantiserTest::sizesAreThePublishedOnes() {
  constexpr std::size_t kParameters = 1'280'000;
  const auto bitsFor = [](double p, double k) {
    const auto size = static_cast<std::size_t>(p * kParameters);
    BucketQuantiser quantiser({.fraction = k, .bits = 4, .bucket = 128});
    Payload payload;
    if (!quantiser.encode(test::normals(size, 1), payload)) return 0.0;
    if (payload.bytes.size() != quantiser.encodedBytes(size) || payload.framingBits() != 0)
      return 0.0;
    return 8.0 * static_cast<double>(payload.bytes.size()) / kParameters;
  };
  QCOMPARE(bitsFor(0.1, 0.2), 0.1825);
  QVERIFY(std::abs(32.0 / bitsFor(0.1, 0.2) - 175.3) < 0.1);
  QCOMPARE(bitsFor(0.4, 0.5), 0.4 * (0.5 * 4 + 1 + 0.5 * 16 / 128));
}

void BucketQuantiserTest::runsFollowOneAnother() {
  BucketQuantiser quantiser({.fraction = 0.3, .bits = 5, .bucket = 4});
  const auto one = test::normals(50, 1);
  const auto other = test::normals(21, 2);
  Payload payload;
  QVERIFY(quantiser.encode(one, payload));
  const std::size_t first = payload.bytes.size();
  QCOMPARE(first, quantiser.encodedBytes(50));
  QVERIFY(quantiser.encode({}, payload));
  QCOMPARE(payload.bytes.size(), first);
  QVERIFY(quantiser.encode(other, payload));
  QCOMPARE(payload.indexBits, std::int64_t{71});
  Floats back(21);
  QVERIFY(quantiser.decode(std::span(payload.bytes).subspan(first), back));
  QCOMPARE(back, roundTrip(quantiser, other));
}

void BucketQuantiserTest::whatIsTooSmallForAScaleIsNotSent() {
  BucketQuantiser quantiser({.fraction = 1.0, .bits = 4, .bucket = 2});
  const auto back = roundTrip(quantiser, {1e-9F, -1e-12F, 0.0F, 0.0F, 1e6F, -1e6F});
  QCOMPARE(back, (Floats{0, 0, 0, 0, 65504.0F * 7 / 8, -65504.0F}));
}

void BucketQuantiserTest::refusesWhatIsNotFinite() {
  BucketQuantiser quantiser({.fraction = 0.1, .bits = 4, .bucket = 128});
  for (const float bad : {std::nanf(""), std::numeric_limits<float>::infinity()}) {
    auto x = test::normals(100, 1);
    x[42] = bad;
    Payload payload;
    QVERIFY(!quantiser.encode(x, payload));
  }
}

void BucketQuantiserTest::refusesBytesThatAreNoRun() {
  BucketQuantiser quantiser({.fraction = 0.2, .bits = 3, .bucket = 4});
  Payload payload;
  QVERIFY(quantiser.encode(test::normals(21, 4), payload));  // three bytes of marks, k = 4
  Floats back(21);
  const auto refused = [&](std::size_t at, int bits) {
    auto bytes = payload.bytes;
    bytes[at] ^= static_cast<std::byte>(bits);
    return !quantiser.decode(bytes, back);
  };
  QVERIFY(refused(0, 0x01));  // a mark too many or too few
  QVERIFY(refused(2, 0x80));  // a mark after the end
  QVERIFY(refused(4, 0x80));  // a negative scale
  QVERIFY(refused(4, 0x7C) || refused(4, 0x40));
  QVERIFY(refused(6, 0x80));  // a bit after the levels
  auto shorter = payload.bytes;
  shorter.pop_back();
  QVERIFY(!quantiser.decode(shorter, back));
  QVERIFY(quantiser.decode(payload.bytes, back));
}

QTEST_APPLESS_MAIN(BucketQuantiserTest)
#include "bucket_quantiser_test.moc"
