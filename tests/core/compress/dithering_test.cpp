// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/dithering.h"

#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <vector>

#include <QtTest>

#include "tests/core/compress/dithering_oracle.h"

using namespace telegrad;
using namespace telegrad::test;

using Floats = std::vector<float>;

/// What all ditherings share: the levels, the rounding by given words, and the payload.
class DitheringTest : public QObject {
  Q_OBJECT
 private slots:
  void levelsAreTheirClosedForm();
  void wordsGoUpInTheRightShare_data();
  void wordsGoUpInTheRightShare();
  void everySetRoundsAsPlainLoopsDo();
  void levelsThemselvesStay();
  void bytesAreNormsAndCodes();
  void codesOfLongVectorsAreInLanes();
  void eachRunHasItsNorm();
  void anySizeOfBucketFits();
  void normsBeyondFloatAreItsLargest();
  void theLargestEntryComesBack();
  void malformedPayloadsAreNamed();
  void bitsAreCounted();
};

namespace {

DitheringLevels levelsOf(double base, int count) {
  const auto s = static_cast<std::size_t>(count);
  return base > 0.0 ? exponentialLevels(base, s) : uniformLevels(s);
}

DitheringOracle oracleOf(double base, int count) {
  return base > 0.0 ? DitheringOracle::powers(base, count, Norm::Infinity)
                    : DitheringOracle::uniform(count, Norm::Infinity);
}

Values shape(const char* scope, int levels, const char* norm = "infinity", int bucket = 128) {
  return {{"scope", std::string(scope)},
          {"levels", std::int64_t{levels}},
          {"norm", std::string(norm)},
          {"bucket", std::int64_t{bucket}}};
}

}  // namespace

void DitheringTest::levelsAreTheirClosedForm() {
  QCOMPARE(exponentialLevels(2.0, 4).values, (Floats{0.0F, 0.125F, 0.25F, 0.5F, 1.0F}));
  QCOMPARE(exponentialLevels(3.0, 2).values, (Floats{0.0F, 1.0F / 3.0F, 1.0F}));
  QCOMPARE(uniformLevels(4).values, (Floats{0.0F, 0.25F, 0.5F, 0.75F, 1.0F}));
  QCOMPARE(uniformLevels(1).values, (Floats{0.0F, 1.0F}));
}

void DitheringTest::wordsGoUpInTheRightShare_data() {
  QTest::addColumn<double>("base");
  QTest::addColumn<int>("levels");
  for (const int levels : {1, 2, 5, 127, 1000})
    QTest::addRow("uniform %d", levels) << 0.0 << levels;
  for (const double base : {1.1, 1.5, 2.0, 4.0, 16.0})
    for (const int levels : {1, 2, 8, 24})
      QTest::addRow("base %g, %d", base, levels) << base << levels;
}

/// Words spread evenly over all there are give the probability itself: of n of them,
/// n (y - lo) / (hi - lo) go up, but for one at the border and what float rounding moves it.
void DitheringTest::wordsGoUpInTheRightShare() {
  QFETCH(double, base);
  QFETCH(int, levels);
  const auto grid = levelsOf(base, levels);
  const auto oracle = oracleOf(base, levels);
  constexpr std::size_t kWords = 4096;
  std::vector<std::uint32_t> words(kWords);
  for (std::size_t i = 0; i < kWords; ++i)
    words[i] = static_cast<std::uint32_t>(((i * 2'654'435'761U) % kWords << 20U) + (1U << 19U));
  Random random(6, Purpose::Test);
  std::vector<std::uint32_t> codes(kWords);
  for (int trial = 0; trial < 60; ++trial) {
    const float norm = 3.7F;
    const auto x =
        static_cast<float>((trial % 2 == 0 ? 1.0 : -1.0) * 3.7 *
                           (trial < 30 ? random.uniform() : std::exp2(-20.0 * random.uniform())));
    const double y = std::abs(static_cast<double>(x)) / static_cast<double>(norm);
    const auto [low, high] = oracle.about(y);
    roundToLevels(Floats(kWords, x), norm, grid, words.data(), codes.data());
    double ups = 0.0;
    for (const auto code : codes) {
      const double level = grid.values.at(code / 2);
      const bool up = std::abs(level - high) <= 1e-6 * high;
      QVERIFY(up || std::abs(level - low) <= 1e-6 * high);
      QCOMPARE(code % 2, level > 0.0 && x < 0.0F ? 1U : 0U);
      ups += up ? 1.0 : 0.0;
    }
    const double rounding = kWords * 1e-6 * high / (high - low);
    const double expected = kWords * (y - low) / (high - low);
    QVERIFY2(std::abs(ups - expected) <= 1.0 + rounding,
             qPrintable(QStringLiteral("%1 of %2").arg(ups).arg(expected)));
  }
}

/// The rule entry by entry, as it is stated, in float: whatever instruction set this machine's
/// rounding is made of, and wherever a register's worth of entries ends.
void DitheringTest::everySetRoundsAsPlainLoopsDo() {
  Random random(12, Purpose::Test);
  for (std::size_t size = 1; size < 150; ++size) {
    const auto x = normals(size, size);
    std::vector<std::uint32_t> words(size);
    for (auto& word : words) word = random.next32();
    const auto norm = static_cast<float>(random.uniform(0.5, 5.0));
    for (const double base : {0.0, 1.3, 2.0})
      for (const int levels : {1, 6, 90}) {
        const auto grid = levelsOf(base, levels);
        std::vector<std::uint32_t> codes(size);
        roundToLevels(x, norm, grid, words.data(), codes.data());
        for (std::size_t i = 0; i < size; ++i) {
          const float share = std::min(std::abs(x[i]) / norm, 1.0F);
          const auto half = static_cast<float>(words[i] / 2);
          std::uint32_t level = 0;
          if (base == 0.0) {
            const float steps = share * static_cast<float>(levels);
            level = static_cast<std::uint32_t>(steps);
            const double rest = static_cast<double>(steps) - level;
            level += words[i] / 2 < static_cast<std::uint32_t>(rest * 0x1p31) ? 1U : 0U;
          } else {
            const float draw = (half + 0.5F) * 0x1p-31F;
            const float quotient = share / (1.0F + draw * static_cast<float>(base - 1.0));
            level = share >= draw * grid.values[1] ? 1U : 0U;
            for (int l = 1; l < levels; ++l)
              level += quotient >= grid.values[static_cast<std::size_t>(l)] ? 1U : 0U;
          }
          QCOMPARE(codes[i], 2 * level + (x[i] < 0.0F && level > 0 ? 1U : 0U));
        }
      }
  }
}

/// An entry at a level is rounded to nothing else, whatever the word.
void DitheringTest::levelsThemselvesStay() {
  std::vector<std::uint32_t> words;
  for (std::uint32_t i = 0; i < 100; ++i) words.push_back(i * 42'949'672U);
  words.back() = 0xFF000000U;
  words.front() = 0x01000000U;
  std::vector<std::uint32_t> codes(words.size());
  for (const double base : {0.0, 2.0}) {
    const auto grid = levelsOf(base, 8);
    for (std::size_t l = 0; l < grid.values.size(); ++l) {
      roundToLevels(Floats(words.size(), 4.0F * grid.values[l]), 4.0F, grid, words.data(),
                    codes.data());
      for (const auto code : codes) QCOMPARE(code, static_cast<std::uint32_t>(2 * l));
    }
    roundToLevels(Floats(words.size(), 4.1F), 4.0F, grid, words.data(), codes.data());
    for (const auto code : codes) QCOMPARE(code, 16U);  // above the norm is the norm
    roundToLevels(Floats(words.size(), 0.0F), 0.0F, grid, words.data(), codes.data());
    for (const auto code : codes) QCOMPARE(code, 0U);
  }
}

/// Three levels and a sign are three bits.
void DitheringTest::bytesAreNormsAndCodes() {
  const auto layout = layoutOf({{2}, {0}, {3}});
  const auto compressor = make("natural-dithering", shape("tensor", 3));
  const auto payload = compress(*compressor, {-1.0F, 0.5F, 0.0F, 8.0F, -2.0F}, layout);
  QCOMPARE(payload.bytes.size(), std::size_t{4 + 4 + 2});
  Floats norms(2);
  std::memcpy(norms.data(), payload.bytes.data(), 8);
  QCOMPARE(norms, (Floats{1.0F, 8.0F}));
  // Levels 3, 2; 0, 3, 1, times two and with signs: 7, 4, 0, 6, 3.
  const int codes = 7 | 4 << 3 | 0 << 6 | 6 << 9 | 3 << 12;
  QCOMPARE(std::to_integer<int>(payload.bytes[8]), codes & 0xFF);
  QCOMPARE(std::to_integer<int>(payload.bytes[9]), codes >> 8);
  QCOMPARE(payload.valueBits, std::int64_t{64 + 15});
  QCOMPARE(payload.framingBits(), std::int64_t{1});
  QCOMPARE(decode(*compressor, payload, layout), (Floats{-1.0F, 0.5F, 0.0F, 8.0F, -2.0F}));
}

/// Of 2,600 entries, blocks of 512 in lanes and 40 after them; all are at levels.
void DitheringTest::codesOfLongVectorsAreInLanes() {
  constexpr std::size_t kSize = 2'600;
  const auto layout = layoutOf({{1'300}, {1'300}});
  const auto compressor = make("natural-dithering", shape("model", 3));
  Floats x(kSize);
  std::vector<std::uint32_t> codes(kSize);
  Random random(2, Purpose::Test);
  for (std::size_t i = 0; i < kSize; ++i) {
    const auto level = static_cast<std::uint32_t>(i == 0 ? 3 : random.below(4));
    const auto sign = static_cast<std::uint32_t>(random.below(2));
    codes[i] = 2 * level + (level > 0 ? sign : 0);
    x[i] = (sign == 0 ? 1.0F : -1.0F) *
           (level == 0 ? 0.0F : std::ldexp(5.0F, static_cast<int>(level) - 3));
  }
  const auto payload = compress(*compressor, x, layout);
  QCOMPARE(payload.bytes.size(), std::size_t{4 + (3 * kSize + 7) / 8});
  const auto bitAt = [&](std::size_t bit) {
    return std::to_integer<unsigned>(payload.bytes[4 + bit / 8]) >> bit % 8 & 1U;
  };
  for (std::size_t i = 0; i < kSize; ++i) {
    std::uint32_t read = 0;
    for (unsigned b = 0; b < 3; ++b) {
      const std::size_t inLane = 3 * (i % 512 / 16) + b;
      const std::size_t bit =
          i < 2'560 ? 3 * (i - i % 512) + 32 * (16 * (inLane / 32) + i % 16) + inLane % 32
                    : 3 * i + b;
      read |= bitAt(bit) << b;
    }
    QCOMPARE(read, codes[i]);
  }
  QCOMPARE(decode(*compressor, payload, layout), x);
}

void DitheringTest::eachRunHasItsNorm() {
  const auto layout = layoutOf({{3}, {0}, {2}, {2}});
  const Floats x{1.0F, 0.0F, -2.0F, 0.0F, 0.0F, 64.0F, -32.0F};
  // Of one level only the largest of a run is sure to stay; the zeros of the second tensor are its
  // own.
  struct Row {
    const char* scope;
    std::size_t norms;
  };
  for (const auto& row : {Row{"tensor", 3}, Row{"model", 1}, Row{"bucket", 4}}) {
    const auto compressor = make("natural-dithering", shape(row.scope, 8, "infinity", 2));
    const auto payload = compress(*compressor, x, layout);
    QCOMPARE(payload.bytes.size(), 4 * row.norms + (5 * 7 + 7) / 8);
    QCOMPARE(decode(*compressor, payload, layout), x);  // all are at levels
  }
  const auto scaled = make("standard-dithering", shape("tensor", 1, "1"));
  Floats norms(3);
  std::memcpy(norms.data(), compress(*scaled, x, layout).bytes.data(), 12);
  QCOMPARE(norms, (Floats{3.0F, 0.0F, 96.0F}));
}

/// Runs that begin and end anywhere: what comes back is at a level of its own bucket's norm.
void DitheringTest::anySizeOfBucketFits() {
  constexpr std::size_t kSize = 5'000;
  const auto x = normals(kSize, 8);
  const auto layout = layoutOf({{kSize}});
  for (const int bucket : {1, 2, 7, 128, 511, 513, 2'049, 4'999, 6'000}) {
    const auto compressor = make("standard-dithering", shape("bucket", 4, "infinity", bucket));
    const auto back = decode(*compressor, compress(*compressor, x, layout), layout);
    for (std::size_t begin = 0; begin < kSize; begin += static_cast<std::size_t>(bucket)) {
      const auto end = std::min(begin + static_cast<std::size_t>(bucket), kSize);
      float norm = 0.0F;
      for (std::size_t i = begin; i < end; ++i) norm = std::max(norm, std::abs(x[i]));
      for (std::size_t i = begin; i < end; ++i) {
        const float level = 4.0F * back[i] / norm;
        QVERIFY(std::abs(level - std::round(level)) < 1e-5F);
        QVERIFY(std::abs(back[i] - x[i]) <= 0.25001F * norm);
        QVERIFY(back[i] * x[i] >= 0.0F);
      }
    }
  }
}

void DitheringTest::normsBeyondFloatAreItsLargest() {
  const float max = std::numeric_limits<float>::max();
  const auto layout = layoutOf({{5}});
  const Floats x{max, -max, max, 0.0F, max};
  for (const char* key : {"natural-dithering", "standard-dithering"})
    for (const char* norm : {"1", "2", "infinity"}) {
      const auto compressor = make(key, shape("tensor", 4, norm));
      QCOMPARE(decode(*compressor, compress(*compressor, x, layout), layout), x);
    }
}

void DitheringTest::theLargestEntryComesBack() {
  for (std::size_t size = 1; size < 60; ++size) {
    const auto x = normals(size, size);
    const auto greatest = static_cast<std::size_t>(
        std::ranges::max_element(x, {}, [](float v) { return std::abs(v); }) - x.begin());
    for (const char* key : {"natural-dithering", "exponential-dithering", "standard-dithering"})
      QCOMPARE(roundTrip(key, shape("tensor", 5), x)[greatest], x[greatest]);
  }
}

void DitheringTest::malformedPayloadsAreNamed() {
  const auto layout = layoutOf({{11}});
  const auto compressor = make("standard-dithering", shape("tensor", 5));
  const auto bytes = compress(*compressor, normals(11, 2), layout).bytes;
  QCOMPARE(bytes.size(), std::size_t{4 + 6});
  QVERIFY(refusalOf(*compressor, std::vector<std::byte>(9), layout)
              .contains(QStringLiteral("5 levels: read 9 bytes; allowed: the 10 of 11 entries")));
  for (const float bad : {-1.0F, -0.0F, std::numeric_limits<float>::infinity(), std::nanf("")}) {
    auto changed = bytes;
    std::memcpy(changed.data(), &bad, 4);
    QVERIFY(refusalOf(*compressor, changed, layout).contains(QStringLiteral("read a norm of")));
  }
  auto changed = bytes;
  changed[4] = std::byte{0xCC};  // 2 * 6 twice
  QVERIFY(refusalOf(*compressor, changed, layout)
              .contains(QStringLiteral("read level 6; allowed: 0 to 5")));
  changed = bytes;
  changed[9] |= std::byte{0x10};
  QVERIFY(refusalOf(*compressor, changed, layout).contains(QStringLiteral("after the last code")));
}

/// log2(2s + 1) bits an entry and 32 a norm; a constant vector's levels have no entropy.
void DitheringTest::bitsAreCounted() {
  const auto layout = layoutOf({{1'000}});
  const auto compressor = make("standard-dithering", shape("bucket", 4, "infinity", 128));
  const auto flat = compressor->count(compress(*compressor, Floats(1'000, 2.0F), layout), layout);
  QVERIFY(std::abs(flat.paper - (8 * 32 + 1'000 * std::log2(9.0))) < 1e-9);
  QVERIFY(std::abs(flat.entropy - 8 * 32) < 1e-9);
  Floats half(1'000, 2.0F);
  for (std::size_t i = 0; i < 500; ++i) half[2 * i] = -2.0F;
  const auto two = compressor->count(compress(*compressor, half, layout), layout);
  QVERIFY(std::abs(two.entropy - (8 * 32 + 1'000)) < 1e-9);
}

QTEST_APPLESS_MAIN(DitheringTest)
#include "dithering_test.moc"
