// SPDX-License-Identifier: GPL-3.0-or-later
// The codes of single numbers: elias.h, rice.h, golomb.h, varint.h, and the bits they go through.
#include <cmath>
#include <cstdint>
#include <vector>

#include <QtTest>

#include "core/base/random.h"
#include "core/codec/elias.h"
#include "core/codec/golomb.h"
#include "core/codec/rice.h"
#include "core/codec/varint.h"

using namespace telegrad;

namespace {

using Bits = std::vector<bool>;
using Number = std::uint64_t;

/// The `count` low bits of n, lowest first.
void append(Bits& bits, Number n, unsigned count) {
  for (unsigned i = 0; i < count; ++i) bits.push_back((n >> i & 1U) != 0);
}

unsigned lengthOf(Number n) {
  unsigned length = 0;
  for (; n > 0; n /= 2) ++length;
  return length;
}

// The words by their definitions, bit for bit.

Bits word(EliasGamma, Number n) {
  Bits bits(lengthOf(n) - 1, false);
  bits.push_back(true);
  append(bits, n, lengthOf(n) - 1);
  return bits;
}

Bits word(EliasDelta, Number n) {
  Bits bits = word(EliasGamma{}, lengthOf(n));
  append(bits, n, lengthOf(n) - 1);
  return bits;
}

Bits word(EliasOmega, Number n) {
  Bits bits{false};
  while (n > 1) {
    Bits group{true};
    append(group, n, lengthOf(n) - 1);
    bits.insert(bits.begin(), group.begin(), group.end());
    n = lengthOf(n) - 1;
  }
  return bits;
}

Bits word(Rice code, Number n) {
  Bits bits(n >> code.m, false);
  bits.push_back(true);
  append(bits, n, code.m);
  return bits;
}

Bits word(Varint, Number n) {
  Bits bits;
  do {
    append(bits, n, 7);
    n /= 128;
    bits.push_back(n > 0);
  } while (n > 0);
  return bits;
}

template <typename Code>
std::vector<std::byte> written(const Code& code, const std::vector<Number>& numbers) {
  std::uint64_t bits = 0;
  for (const auto n : numbers) bits += code.bits(n);
  std::vector<std::byte> bytes((bits + 7) / 8 + BitWriter::kSlack);
  BitWriter to(bytes.data());
  for (const auto n : numbers) code.write(to, n);
  bytes.resize((bits + 7) / 8);
  return bytes;
}

Bits bitsOf(const std::vector<std::byte>& bytes, std::size_t count) {
  Bits bits;
  for (std::size_t i = 0; i < count; ++i)
    bits.push_back((std::to_integer<unsigned>(bytes[i / 8]) >> i % 8 & 1U) != 0);
  return bits;
}

/// Small ones, powers of two and their neighbours, and random ones of every length.
std::vector<Number> someNumbers(Number first, unsigned longest) {
  std::vector<Number> numbers;
  for (Number n = first; n < 300; ++n) numbers.push_back(n);
  Random random(3, Purpose::Test);
  for (unsigned length = 9; length < longest; ++length) {
    const Number power = Number{1} << length;
    numbers.insert(numbers.end(), {power - 1, power, power + 1, power + random.below(power)});
  }
  return numbers;
}

template <typename Code>
bool followsItsDefinition(const Code& code, const std::vector<Number>& numbers) {
  for (const auto n : numbers) {
    const Bits expected = word(code, n);
    if (code.bits(n) != expected.size()) return false;
    if (bitsOf(written(code, {n}), expected.size()) != expected) return false;
  }
  return true;
}

template <typename Code>
bool readsBack(const Code& code, const std::vector<Number>& numbers) {
  const auto bytes = written(code, numbers);
  BitReader from(bytes);
  for (const auto n : numbers)
    if (code.read(from) != n) return false;
  return !from.overran() && from.bytesRead() == bytes.size() && from.endsInZeros();
}

/// Any bits are a number whose word they are, or none.
template <typename Code>
bool isExactInverse(const Code& code, std::uint64_t seed) {
  Random random(seed, Purpose::Test);
  for (int trial = 0; trial < 20'000; ++trial) {
    std::vector<std::byte> bytes(random.below(12));
    const bool sparse = trial % 2 == 0;
    for (auto& b : bytes)
      b = static_cast<std::byte>(sparse ? random.below(256) & random.below(256) & random.below(256)
                                        : random.below(256));
    BitReader from(bytes);
    const Number n = code.read(from);
    if (n == kNoNumber || from.overran()) continue;
    const auto length = static_cast<std::size_t>(code.bits(n));
    if (length > 8 * bytes.size() || from.bytesRead() != (length + 7) / 8) return false;
    if (bitsOf(written(code, {n}), length) != bitsOf(bytes, length)) return false;
  }
  return true;
}

/// The mean length where number kFirst + i has the probability p (1 - p)^i.
template <typename Code>
double meanLength(const Code& code, double p) {
  double mean = 0.0;
  double rest = 1.0;
  for (Number i = 0; rest > 1e-13; ++i, rest *= 1.0 - p)
    mean += rest * p * static_cast<double>(code.bits(i + Code::kFirst));
  return mean;
}

bool near(double value, double expected, double tolerance) {
  if (std::abs(value - expected) <= tolerance) return true;
  qWarning("%.9g is not %.9g", value, expected);
  return false;
}

}  // namespace

class GapCodesTest : public QObject {
  Q_OBJECT
 private slots:
  void lengthsAreThePublishedOnes_data();
  void lengthsAreThePublishedOnes();
  void riceAndGolombLengths();
  void wordsFollowTheirDefinitions();
  void golombWordsByHand();
  void numbersReadBack();
  void anyBitsAreAWordOrNone();
  void longRunsOfZerosEnd();
  void meansUnderGeometricGaps_data();
  void meansUnderGeometricGaps();
  void parametersAreTheBest();
};

void GapCodesTest::lengthsAreThePublishedOnes_data() {
  QTest::addColumn<int>("n");
  QTest::addColumn<int>("gamma");
  QTest::addColumn<int>("delta");
  QTest::addColumn<int>("omega");
  const auto row = [](int n, int gamma, int delta, int omega) {
    QTest::addRow("%d", n) << n << gamma << delta << omega;
  };
  row(1, 1, 1, 1);
  row(2, 3, 4, 3);
  row(4, 5, 5, 6);
  row(8, 7, 8, 7);
  row(16, 9, 9, 11);
  row(17, 9, 9, 11);
  row(100, 13, 11, 13);
  row(255, 15, 14, 14);
  row(256, 17, 15, 16);
  row(1000, 19, 16, 17);
}

void GapCodesTest::lengthsAreThePublishedOnes() {
  QFETCH(int, n);
  QFETCH(int, gamma);
  QFETCH(int, delta);
  QFETCH(int, omega);
  const auto number = static_cast<Number>(n);
  QCOMPARE(static_cast<int>(EliasGamma::bits(number)), gamma);
  QCOMPARE(static_cast<int>(EliasDelta::bits(number)), delta);
  QCOMPARE(static_cast<int>(EliasOmega::bits(number)), omega);
}

void GapCodesTest::riceAndGolombLengths() {
  const Rice rice{2};
  QCOMPARE(rice.bits(5), Number{4});
  QCOMPARE(rice.bits(16), Number{7});
  QCOMPARE(rice.bits(100), Number{28});
  const Golomb golomb(5);
  QCOMPARE(golomb.bits(2), Number{3});
  QCOMPARE(golomb.bits(3), Number{4});
  QCOMPARE(golomb.bits(5), Number{4});
  QCOMPARE(golomb.bits(16), Number{6});
  QCOMPARE(golomb.bits(100), Number{23});
  QCOMPARE(Varint::bits(0), 8U);
  QCOMPARE(Varint::bits(127), 8U);
  QCOMPARE(Varint::bits(128), 16U);
  QCOMPARE(Varint::bits(16'383), 16U);
  QCOMPARE(Varint::bits(16'384), 24U);
  // With a power of two for its divisor Golomb's code is Rice's; with 1, a count in zeros.
  for (Number n = 0; n < 200; ++n) {
    QCOMPARE(Golomb(8).bits(n), Rice{3}.bits(n));
    QCOMPARE(Golomb(1).bits(n), n + 1);
  }
}

void GapCodesTest::wordsFollowTheirDefinitions() {
  const auto positive = someNumbers(1, kLongestNumber);
  QVERIFY(followsItsDefinition(EliasGamma{}, positive));
  QVERIFY(followsItsDefinition(EliasDelta{}, positive));
  QVERIFY(followsItsDefinition(EliasOmega{}, positive));
  QVERIFY(followsItsDefinition(Varint{}, someNumbers(0, 49)));
  for (const unsigned m : {0U, 1U, 5U, 12U})
    QVERIFY(followsItsDefinition(Rice{m}, someNumbers(0, 12)));
}

/// Divisor 5: remainders 0 to 2 in two bits, 3 and 4 in three: 110 and 111, the last bit last.
void GapCodesTest::golombWordsByHand() {
  const Golomb golomb(5);
  const auto bits = [&](Number n) { return bitsOf(written(golomb, {n}), golomb.bits(n)); };
  QCOMPARE(bits(0), (Bits{true, false, false}));
  QCOMPARE(bits(2), (Bits{true, false, true}));
  QCOMPARE(bits(3), (Bits{true, true, true, false}));
  QCOMPARE(bits(9), (Bits{false, true, true, true, true}));
}

void GapCodesTest::numbersReadBack() {
  const auto positive = someNumbers(1, kLongestNumber);
  QVERIFY(readsBack(EliasGamma{}, positive));
  QVERIFY(readsBack(EliasDelta{}, positive));
  QVERIFY(readsBack(EliasOmega{}, positive));
  QVERIFY(readsBack(Varint{}, someNumbers(0, 49)));
  for (unsigned m = 0; m <= Rice::kMost; ++m)
    QVERIFY(readsBack(Rice{m}, someNumbers(0, std::min(m + 10, 32U))));
  for (const std::uint32_t divisor : {1U, 2U, 3U, 5U, 7U, 8U, 69U, 693U, 1U << 20U, 0xFFFFFFFFU})
    QVERIFY(readsBack(Golomb(divisor), someNumbers(0, std::min(lengthOf(divisor) + 10, 32U))));
}

void GapCodesTest::anyBitsAreAWordOrNone() {
  QVERIFY(isExactInverse(EliasGamma{}, 1));
  QVERIFY(isExactInverse(EliasDelta{}, 2));
  QVERIFY(isExactInverse(EliasOmega{}, 3));
  QVERIFY(isExactInverse(Varint{}, 4));
  QVERIFY(isExactInverse(Rice{0}, 5));
  QVERIFY(isExactInverse(Rice{7}, 6));
  QVERIFY(isExactInverse(Golomb(1), 7));
  QVERIFY(isExactInverse(Golomb(69), 8));
}

void GapCodesTest::longRunsOfZerosEnd() {
  const std::vector<std::byte> zeros(1000);
  BitReader from(zeros);
  QCOMPARE(from.readUnary(), kNoNumber);
  BitReader none(std::span<const std::byte>{});
  QCOMPARE(none.readUnary(), kNoNumber);
  auto last = zeros;
  last.back() = std::byte{0x80};
  BitReader one(last);
  QCOMPARE(one.readUnary(), Number{7999});
  QVERIFY(!one.overran());
  QCOMPARE(one.read(3), Number{0});
  QVERIFY(one.overran());
}

void GapCodesTest::meansUnderGeometricGaps_data() {
  QTest::addColumn<double>("p");
  QTest::addColumn<double>("gamma");
  QTest::addColumn<double>("delta");
  QTest::addColumn<double>("omega");
  QTest::addColumn<double>("rice");
  QTest::addColumn<unsigned>("m");
  QTest::addColumn<double>("golomb");
  QTest::addColumn<unsigned>("divisor");
  QTest::addColumn<double>("varint");
  QTest::newRow(".001") << .001 << 18.286 << 15.388 << 16.366 << 11.495 << 9U << 11.436 << 693U
                        << 15.038;
  QTest::newRow(".01") << .01 << 11.755 << 10.780 << 11.966 << 8.108 << 6U << 8.105 << 69U
                       << 10.210;
  QTest::newRow(".05") << .05 << 7.428 << 7.514 << 8.269 << 5.786 << 4U << 5.762 << 14U << 8.011;
  QTest::newRow(".1") << .1 << 5.705 << 6.109 << 6.328 << 4.756 << 3U << 4.725 << 7U << 8.000;
  QTest::newRow(".2") << .2 << 4.116 << 4.577 << 4.487 << 3.694 << 2U << 3.639 << 3U << 8.000;
}

void GapCodesTest::meansUnderGeometricGaps() {
  constexpr double kPrinted = 0.5001e-3;
  QFETCH(double, p);
  QFETCH(double, gamma);
  QFETCH(double, delta);
  QFETCH(double, omega);
  QFETCH(double, rice);
  QFETCH(unsigned, m);
  QFETCH(double, golomb);
  QFETCH(unsigned, divisor);
  QFETCH(double, varint);
  QVERIFY(near(meanLength(EliasGamma{}, p), gamma, kPrinted));
  QVERIFY(near(meanLength(EliasDelta{}, p), delta, kPrinted));
  QVERIFY(near(meanLength(EliasOmega{}, p), omega, kPrinted));
  QCOMPARE(riceParameter(p), m);
  QVERIFY(near(meanLength(Rice{m}, p), rice, kPrinted));
  QVERIFY(near(meanLength(Rice{m}, p), m + 1.0 / (1.0 - std::pow(1.0 - p, std::exp2(m))), 1e-9));
  QCOMPARE(golombParameter(p), divisor);
  QVERIFY(near(meanLength(Golomb(divisor), p), golomb, kPrinted));
  QVERIFY(near(meanLength(Varint{}, p), varint, kPrinted));
  QVERIFY(near(meanLength(Varint{}, p),
               8.0 * (1.0 + std::pow(1.0 - p, 128.0) + std::pow(1.0 - p, 16384.0)), 1e-6));
}

void GapCodesTest::parametersAreTheBest() {
  for (const double p : {0.002, 0.0313, 0.07, 0.15, 0.3, 0.381, 0.383, 0.5, 0.62, 0.8, 0.95}) {
    const double rice = meanLength(Rice{riceParameter(p)}, p);
    for (unsigned m = 0; m < 12; ++m) QVERIFY(rice <= meanLength(Rice{m}, p) + 1e-9);
    const double golomb = meanLength(Golomb(golombParameter(p)), p);
    for (std::uint32_t divisor = 1; divisor < 500; divisor += divisor < 20 ? 1 : 13)
      QVERIFY(golomb <= meanLength(Golomb(divisor), p) + 1e-9);
  }
  QCOMPARE(riceParameter(1.0), 0U);
  QCOMPARE(golombParameter(1.0), 1U);
  QCOMPARE(riceParameter(0.0), Rice::kMost);
  QCOMPARE(riceParameter(1e-12), Rice::kMost);
  QCOMPARE(golombParameter(1e-12), 1U << 31U);
}

QTEST_APPLESS_MAIN(GapCodesTest)
#include "gap_codes_test.moc"
