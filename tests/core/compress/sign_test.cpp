// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include <QtTest>

#include "tests/core/compress/distributions.h"

using namespace telegrad;
using namespace telegrad::test;

using Floats = std::vector<float>;

class SignTest : public QObject {
  Q_OBJECT
 private slots:
  void entriesBecomeTheirSigns();
  void zerosAbstain();
  void bytesAreTheSigns();
  void malformedPayloadsAreNamed();
  void isInNoneOfTheClasses();
};

void SignTest::entriesBecomeTheirSigns() {
  const float least = std::numeric_limits<float>::denorm_min();
  QCOMPARE(roundTrip("sign", {}, {3.0F, -1e-30F, 0.0F, -0.0F, least, -least}),
           (Floats{1.0F, -1.0F, 1.0F, 1.0F, 1.0F, -1.0F}));
  for (std::size_t size = 1; size < 100; ++size) {
    const auto x = normals(size, size);
    const auto back = roundTrip("sign", {}, x);
    for (std::size_t i = 0; i < size; ++i) QCOMPARE(back[i], x[i] < 0.0F ? -1.0F : 1.0F);
  }
}

/// One entry that is not zero makes all zeros of the vector count as positive; none, and nothing is
/// sent.
void SignTest::zerosAbstain() {
  const auto layout = layoutOf({{5'000}});
  const auto compressor = make("sign");
  Floats x(5'000, -0.0F);
  const auto nothing = compress(*compressor, x, layout);
  QVERIFY(nothing.bytes.empty());
  QCOMPARE(nothing.valueBits, std::int64_t{0});
  QCOMPARE(compressor->count(nothing, layout).paper, 0.0);
  QCOMPARE(decode(*compressor, nothing, layout), Floats(5'000, 0.0F));
  x[4'999] = -1.0F;
  Floats expected(5'000, 1.0F);
  expected[4'999] = -1.0F;
  QCOMPARE(decode(*compressor, compress(*compressor, x, layout), layout), expected);
}

void SignTest::bytesAreTheSigns() {
  const auto layout = layoutOf({{3}, {8}});
  const auto compressor = make("sign");
  const auto payload = compress(
      *compressor, {-1.0F, 1.0F, 1.0F, -1.0F, 1.0F, 1.0F, 1.0F, -1.0F, 1.0F, 1.0F, -1.0F}, layout);
  QCOMPARE(payload.bytes.size(), std::size_t{2});
  QCOMPARE(std::to_integer<int>(payload.bytes[0]), 0b10001001);
  QCOMPARE(std::to_integer<int>(payload.bytes[1]), 0b100);
  QCOMPARE(payload.valueBits, std::int64_t{11});
  QCOMPARE(payload.framingBits(), std::int64_t{5});
  const auto bits = compressor->count(payload, layout);
  QCOMPARE(bits.paper, 11.0);
  // Four of eleven: -(4 log2(4/11) + 7 log2(7/11)).
  QVERIFY(std::abs(bits.entropy - 10.40226) < 1e-4);
}

void SignTest::malformedPayloadsAreNamed() {
  const auto layout = layoutOf({{11}});
  const auto compressor = make("sign");
  QVERIFY(refusalOf(*compressor, std::vector<std::byte>(3), layout)
              .contains(QStringLiteral("read 3 bytes; allowed: the 2 of 11 entries")));
  QVERIFY(refusalOf(*compressor, {std::byte{0}, std::byte{8}}, layout)
              .contains(QStringLiteral("after the last sign")));
  QVERIFY(refusalOf(*compressor, {std::byte{0}, std::byte{4}}, layout).isEmpty());
}

void SignTest::isInNoneOfTheClasses() {
  QVERIFY(entry("sign").classes(settings("sign"), layoutOf({{10}})) == ClassParameters{});
}

QTEST_APPLESS_MAIN(SignTest)
#include "sign_test.moc"
