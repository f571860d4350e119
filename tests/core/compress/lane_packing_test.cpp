// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/lane_packing.h"

#include <vector>

#include <QtTest>

#include "core/base/random.h"

using namespace telegrad;

class LanePackingTest : public QObject {
  Q_OBJECT
 private slots:
  void everyBitIsInItsPlace();
};

/// Bit b of number 16 r + l is bit (w r + b) mod 32 of lane l's word number (w r + b) / 32, and the
/// words of the 16 lanes take turns.
void LanePackingTest::everyBitIsInItsPlace() {
  Random random(2, Purpose::Test);
  for (unsigned width = 1; width <= 32; ++width) {
    std::vector<std::uint32_t> numbers(kLaneBlock);
    for (auto& number : numbers) number = random.next32() >> (32 - width);
    std::vector<std::byte> expected(64UL * width);
    for (std::size_t i = 0; i < kLaneBlock; ++i)
      for (unsigned b = 0; b < width; ++b) {
        const std::size_t bit = width * (i / 16) + b;
        const std::size_t at = 32 * (16 * (bit / 32) + i % 16) + bit % 32;
        if ((numbers[i] >> b & 1U) != 0) expected[at / 8] |= std::byte{1} << at % 8;
      }
    std::vector<std::byte> packed(expected.size() + 1, std::byte{0x5A});
    packLanes(numbers.data(), width, packed.data());
    QVERIFY(packed.back() == std::byte{0x5A});
    packed.pop_back();
    QVERIFY(packed == expected);
    std::vector<std::uint32_t> back(kLaneBlock + 1, 77);
    unpackLanes(packed.data(), width, back.data());
    QCOMPARE(back.back(), 77U);
    back.pop_back();
    QCOMPARE(back, numbers);
  }
}

QTEST_APPLESS_MAIN(LanePackingTest)
#include "lane_packing_test.moc"
