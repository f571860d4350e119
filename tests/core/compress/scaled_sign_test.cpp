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

using Floats = std::vector<float>;

class ScaledSignTest : public QObject {
  Q_OBJECT
 private slots:
  void fixedVectorGivesItsValues();
  void zeroCountsAsPositive();
  void gaussianErrorIsItsClosedForm();
  void isOfItsClasses();
  void eachTensorHasItsMean();
  void bytesAreTheMeanAndTheSigns();
  void malformedPayloadsAreNamed();
};

void ScaledSignTest::fixedVectorGivesItsValues() {
  const auto x = floats(fixedVector());
  const auto back = roundTrip("scaled-sign", {}, x);
  for (std::size_t i = 0; i < x.size(); ++i) QCOMPARE(back[i], std::copysign(1.51875F, x[i]));
  const auto r = ratios(back, x);
  QVERIFY(std::abs(r.error - 0.4435638899) < 1e-7);
  QVERIFY(std::abs(r.length / (r.alignment * r.alignment) - 1.7971515182) < 1e-6);
}

void ScaledSignTest::zeroCountsAsPositive() {
  QCOMPARE(roundTrip("scaled-sign", {}, {0.0F, -0.0F, -3.0F, 0.0F}),
           (Floats{0.75F, 0.75F, -0.75F, 0.75F}));
}

/// 1 - 2/pi, of normal entries; and 32 + d bits of 10,000 entries are 1.0032 each.
void ScaledSignTest::gaussianErrorIsItsClosedForm() {
  const auto x = normals(10'000, 12);
  const auto layout = layoutOf({{10'000}});
  const auto compressor = make("scaled-sign");
  const auto payload = compress(*compressor, x, layout);
  const auto r = ratios(decode(*compressor, payload, layout), x);
  QVERIFY(std::abs(r.error - 0.363380) < 5 * 0.0034);
  QVERIFY(std::abs(r.length / (r.alignment * r.alignment) - 1.5701) < 5 * 0.0076);
  QCOMPARE(compressor->count(payload, layout).paper, 10'032.0);
  QVERIFY(compressor->count(payload, layout).entropy <= 10'032.0);
  QVERIFY(compressor->count(payload, layout).entropy > 10'025.0);
}

void ScaledSignTest::isOfItsClasses() {
  const auto classes = entry("scaled-sign").classes(settings("scaled-sign"), layoutOf({{40}}));
  QCOMPARE(classes.delta, 40.0);
  const auto ofTwo = layoutOf({{25}, {3, 5}});
  QCOMPARE(entry("scaled-sign").classes(settings("scaled-sign"), ofTwo).delta, 25.0);
  const auto model = settings("scaled-sign", {{"scope", std::string("model")}});
  QCOMPARE(entry("scaled-sign").classes(model, ofTwo).delta, 40.0);
  QVERIFY((classes.b1 == ClassParameters::B1{1.0 / 40.0, 1.0}));
  for (const auto& x : manyDistributions())
    for (const char* scope : {"model", "tensor"}) {
      const auto layout = layoutOf({{25}, {3, 5}});
      const auto compressor = make("scaled-sign", {{"scope", std::string(scope)}});
      const auto back = decode(*compressor, compress(*compressor, x, layout), layout);
      const auto r = ratios(back, x);
      constexpr double kRounding = 1e-6;
      QVERIFY(r.length >= 1.0 / 40.0 - kRounding);
      QVERIFY(std::abs(r.length - r.alignment) <= kRounding);
      QVERIFY(r.error <= 1.0 - 1.0 / 40.0 + kRounding);
    }
}

void ScaledSignTest::eachTensorHasItsMean() {
  const auto layout = layoutOf({{2}, {0}, {3}});
  const Floats x{1.0F, -3.0F, 10.0F, -20.0F, 0.0F};
  const auto perTensor = make("scaled-sign");
  QCOMPARE(decode(*perTensor, compress(*perTensor, x, layout), layout),
           (Floats{2.0F, -2.0F, 10.0F, -10.0F, 10.0F}));
  const auto whole = make("scaled-sign", {{"scope", std::string("model")}});
  QCOMPARE(decode(*whole, compress(*whole, x, layout), layout),
           (Floats{6.8F, -6.8F, 6.8F, -6.8F, 6.8F}));
}

void ScaledSignTest::bytesAreTheMeanAndTheSigns() {
  const auto layout = layoutOf({{11}, {2}});
  Floats x(13, 2.0F);
  for (const std::size_t negative : {0U, 3U, 9U, 12U}) x[negative] = -2.0F;
  const auto payload = compress(*make("scaled-sign"), x, layout);
  QCOMPARE(payload.bytes.size(), std::size_t{4 + 2 + 4 + 1});
  float mean = 0.0F;
  std::memcpy(&mean, payload.bytes.data(), 4);
  QCOMPARE(mean, 2.0F);
  QCOMPARE(std::to_integer<int>(payload.bytes[4]), 0b1001);
  QCOMPARE(std::to_integer<int>(payload.bytes[5]), 0b10);
  QCOMPARE(std::to_integer<int>(payload.bytes[10]), 0b10);
  QCOMPARE(payload.valueBits, std::int64_t{32 + 11 + 32 + 2});
  QCOMPARE(payload.framingBits(), std::int64_t{5 + 6});
}

void ScaledSignTest::malformedPayloadsAreNamed() {
  const auto layout = layoutOf({{11}});
  const auto compressor = make("scaled-sign");
  const auto bytes = compress(*compressor, normals(11, 1), layout).bytes;
  QVERIFY(refusalOf(*compressor, std::vector<std::byte>(7), layout)
              .contains(QStringLiteral("read 7 bytes; allowed: the 6 of 11 entries")));
  for (const float bad : {-1.0F, -0.0F, std::numeric_limits<float>::infinity(), std::nanf("")}) {
    auto changed = bytes;
    std::memcpy(changed.data(), &bad, 4);
    QVERIFY(refusalOf(*compressor, changed, layout).contains(QStringLiteral("mean magnitude")));
  }
  auto padded = bytes;
  padded[5] |= std::byte{0x80};
  QVERIFY(refusalOf(*compressor, padded, layout).contains(QStringLiteral("after the last sign")));
}

QTEST_APPLESS_MAIN(ScaledSignTest)
#include "scaled_sign_test.moc"
