// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/bit_packing.h"

#include <vector>

#include <QtTest>

#include "core/base/random.h"

using namespace telegrad;

class BitPackingTest : public QObject {
  Q_OBJECT
 private slots:
  void widthIsTheCeilingOfTheLogarithm();
  void bitsAreThoseOfANaiveWriter();
  void readsBackWhatWasWritten();
  void seesBitsAfterTheLastNumber();
};

void BitPackingTest::widthIsTheCeilingOfTheLogarithm() {
  QCOMPARE(indexWidth(0), 0U);
  QCOMPARE(indexWidth(1), 0U);
  QCOMPARE(indexWidth(2), 1U);
  QCOMPARE(indexWidth(3), 2U);
  QCOMPARE(indexWidth(4), 2U);
  QCOMPARE(indexWidth(5), 3U);
  QCOMPARE(indexWidth(407'050), 19U);
  QCOMPARE(indexWidth(11'173'962), 24U);
  QCOMPARE(indexWidth(11'220'132), 24U);
  QCOMPARE(indexWidth(std::size_t{1} << 32U), 32U);
}

std::vector<std::uint32_t> numbersOf(std::size_t count, unsigned width) {
  Random random(width, Purpose::Test, static_cast<std::uint32_t>(count));
  std::vector<std::uint32_t> numbers(count);
  for (auto& n : numbers) n = static_cast<std::uint32_t>(random.below(std::uint64_t{1} << width));
  return numbers;
}

void BitPackingTest::bitsAreThoseOfANaiveWriter() {
  for (unsigned width = 0; width <= 32; ++width)
    for (std::size_t count = 0; count < 40; ++count) {
      const auto numbers = numbersOf(count, width);
      std::vector<std::byte> bytes{std::byte{0xAB}};
      appendPacked(numbers, width, bytes);
      QCOMPARE(bytes.size(), 1 + (count * width + 7) / 8);
      QCOMPARE(std::to_integer<int>(bytes[0]), 0xAB);
      for (std::size_t bit = 0; bit < 8 * (bytes.size() - 1); ++bit) {
        const bool expected =
            width > 0 && bit / width < count && (numbers[bit / width] >> bit % width & 1U) != 0;
        QCOMPARE((std::to_integer<unsigned>(bytes[1 + bit / 8]) >> bit % 8 & 1U) != 0, expected);
      }
    }
}

void BitPackingTest::readsBackWhatWasWritten() {
  for (unsigned width = 0; width <= 32; ++width)
    for (const std::size_t count : {0, 1, 2, 3, 7, 8, 9, 100, 1001}) {
      const auto numbers = numbersOf(count, width);
      std::vector<std::byte> bytes;
      appendPacked(numbers, width, bytes);
      std::vector<std::uint32_t> back(count, 12345);
      QVERIFY(readPacked(bytes, width, back));
      QCOMPARE(back, numbers);
    }
}

void BitPackingTest::seesBitsAfterTheLastNumber() {
  std::vector<std::byte> bytes;
  appendPacked(std::vector<std::uint32_t>{1, 2, 3}, 3, bytes);  // 9 bits of 16
  std::vector<std::uint32_t> back(3);
  QVERIFY(readPacked(bytes, 3, back));
  for (unsigned bit = 1; bit < 8; ++bit) {
    auto spoilt = bytes;
    spoilt.back() |= std::byte{1} << bit;
    QVERIFY(!readPacked(spoilt, 3, back));
  }
}

QTEST_APPLESS_MAIN(BitPackingTest)
#include "bit_packing_test.moc"
