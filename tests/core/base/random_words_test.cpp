// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random_words.h"

#include <array>
#include <bit>
#include <cmath>
#include <vector>

#include <QtTest>

#include "core/base/philox.h"

using namespace telegrad;

using Words = std::vector<std::uint32_t>;

/// Every instruction set of this machine against the definition, block by block.
class RandomWordsTest : public QObject {
  Q_OBJECT
 private slots:
  void blocksAreTheKnownAnswers();
  void everySetGivesTheDefinition_data();
  void everySetGivesTheDefinition();
  void aWordDependsOnItsPlaceAlone();
  void drawsOneKeyFromTheStream();
  void bitsAreFair();
};

/// Random123's known answers for philox4x32-10.
void RandomWordsTest::blocksAreTheKnownAnswers() {
  using Block = std::array<std::uint32_t, 4>;
  const std::uint32_t ones = 0xFFFFFFFF;
  QVERIFY((philox({0, 0, 0, 0}, {0, 0}) == Block{0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8}));
  QVERIFY((philox({ones, ones, ones, ones}, {ones, ones}) ==
           Block{0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD}));
  QVERIFY((philox({0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344}, {0xA4093822, 0x299F31D0}) ==
           Block{0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1}));
}

void RandomWordsTest::everySetGivesTheDefinition_data() {
  QTest::addColumn<int>("set");
  for (std::size_t i = 0; i < randomWordsKernels().size(); ++i)
    QTest::addRow("%s", randomWordsKernels()[i].name) << static_cast<int>(i);
}

void RandomWordsTest::everySetGivesTheDefinition() {
  QFETCH(int, set);
  const auto& kernel = randomWordsKernels()[static_cast<std::size_t>(set)];
  const std::uint64_t key = 0x0123456789ABCDEF;
  // The third begins two groups before the block's number needs a second word.
  for (const std::uint64_t first : {0ULL, 12'345ULL, (1ULL << 29U) - 2}) {
    constexpr std::size_t kGroups = 5;
    Words words(kGroups * RandomWords::kGroup + 1, 7);
    kernel.fill(key, first, kGroups, words.data());
    QCOMPARE(words.back(), 7U);
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
      const std::size_t at = i % 32;
      const std::uint64_t block = 8 * (first + i / 32) + at % 16 / 2;
      const auto expected =
          philox({static_cast<std::uint32_t>(block), static_cast<std::uint32_t>(block >> 32U),
                  0x77777777, 0x64646464},
                 {0x89ABCDEF, 0x01234567});
      QCOMPARE(words[i], expected[at / 16 * 2 + at % 2]);
    }
  }
}

void RandomWordsTest::aWordDependsOnItsPlaceAlone() {
  const RandomWords stream(42);
  Words all(320);
  stream.fill(640, all);
  Words some(64);
  stream.fill(640 + 96, some);
  QVERIFY(std::equal(some.begin(), some.end(), all.begin() + 96));
}

void RandomWordsTest::drawsOneKeyFromTheStream() {
  Random drawn(3, Purpose::Test);
  Random other(3, Purpose::Test);
  Words words(64);
  Words again(64);
  RandomWords(drawn).fill(0, words);
  RandomWords(other.next64()).fill(0, again);
  QCOMPARE(words, again);
  QCOMPARE(drawn.next32(), other.next32());
}

/// Each of 32 bits over n words, and each bit beside the next word's, is set half of the time
/// within five deviations of sqrt(n) / 2.
void RandomWordsTest::bitsAreFair() {
  constexpr std::size_t kCount = 1U << 18U;
  Words words(kCount);
  RandomWords(std::uint64_t{11}).fill(0, words);
  for (unsigned bit = 0; bit < 32; ++bit) {
    double set = 0.0;
    double differ = 0.0;
    for (std::size_t i = 0; i < kCount; ++i) {
      set += words[i] >> bit & 1U;
      differ += (words[i] ^ words[(i + 1) % kCount]) >> bit & 1U;
    }
    const double allowed = 2.5 * std::sqrt(static_cast<double>(kCount));
    QVERIFY(std::abs(set - kCount / 2.0) < allowed);
    QVERIFY(std::abs(differ - kCount / 2.0) < allowed);
  }
}

QTEST_APPLESS_MAIN(RandomWordsTest)
#include "random_words_test.moc"
