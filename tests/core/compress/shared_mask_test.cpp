// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/shared_mask.h"

#include <algorithm>
#include <vector>

#include <QtTest>

using namespace telegrad;

namespace {

using Positions = std::vector<std::uint32_t>;

Positions selected(SharedMask& mask, std::int64_t message) {
  Positions positions;
  mask.select(message, positions);
  return positions;
}

}  // namespace

class SharedMaskTest : public QObject {
  Q_OBJECT
 private slots:
  void everyTenthAndOneFurther();
  void chunksEndAtTheirOwnEnd();
  void aShareThatIsNoFractionOfOne();
  void tooSmallChunksAreWhole();
  void randomMasksTakeAllInTurn();
};

void SharedMaskTest::everyTenthAndOneFurther() {
  SharedMask mask({.share = 0.1, .bucket = 1, .rolled = true, .seed = 1}, 40, 1);
  QCOMPARE(selected(mask, 0), (Positions{0, 10, 20, 30}));
  QCOMPARE(selected(mask, 3), (Positions{3, 13, 23, 33}));
  QCOMPARE(selected(mask, 12), (Positions{12, 22, 32, 2}));
  QCOMPARE(selected(mask, 40), selected(mask, 0));
}

/// 25 entries: 12 and 13; of each a third, in pairs: 4.
void SharedMaskTest::chunksEndAtTheirOwnEnd() {
  SharedMask mask({.share = 1.0 / 3.0, .bucket = 2, .rolled = true, .seed = 1}, 25, 2);
  QCOMPARE(mask.count(), std::size_t{8});
  QCOMPARE(mask.part(1), (std::pair<std::size_t, std::size_t>{4, 4}));
  QCOMPARE(selected(mask, 0), (Positions{0, 3, 6, 9, 12, 15, 18, 21}));
  QCOMPARE(selected(mask, 4), (Positions{4, 7, 10, 1, 16, 19, 22, 12}));
}

void SharedMaskTest::aShareThatIsNoFractionOfOne() {
  SharedMask mask({.share = 0.4, .bucket = 1, .rolled = true, .seed = 1}, 10, 1);
  QCOMPARE(selected(mask, 0), (Positions{0, 2, 5, 7}));
  SharedMask whole({.share = 1.0, .bucket = 4, .rolled = true, .seed = 1}, 10, 1);
  QCOMPARE(selected(whole, 1), (Positions{1, 2, 3, 4, 5, 6, 7, 8}));
}

void SharedMaskTest::tooSmallChunksAreWhole() {
  SharedMask mask({.share = 0.1, .bucket = 128, .rolled = true, .seed = 1}, 9, 4);
  QCOMPARE(mask.chunks(), std::size_t{4});
  auto positions = selected(mask, 1);
  std::ranges::sort(positions);
  QCOMPARE(positions, (Positions{0, 1, 2, 3, 4, 5, 6, 7, 8}));
  SharedMask empty({.share = 0.5, .bucket = 1, .rolled = false, .seed = 1}, 2, 4);  // two are empty
  QCOMPARE(selected(empty, 5).size(), std::size_t{2});
}

/// Ten entries by threes: three messages of an order, one entry left over; then another order.
void SharedMaskTest::randomMasksTakeAllInTurn() {
  const SharedMask::Rule rule{.share = 0.3, .bucket = 1, .rolled = false, .seed = 7};
  SharedMask mask(rule, 10, 1);
  Positions all;
  for (const std::int64_t message : {0, 1, 2}) {
    const auto some = selected(mask, message);
    all.insert(all.end(), some.begin(), some.end());
  }
  std::ranges::sort(all);
  QVERIFY(std::ranges::adjacent_find(all) == all.end());
  QVERIFY(all.size() == 9 && all.back() < 10);
  const auto later = selected(mask, 3);
  QVERIFY(later != selected(mask, 0));
  SharedMask again(rule, 10, 1);
  QCOMPARE(selected(again, 3), later);  // whatever was asked for before
  auto otherRule = rule;
  otherRule.seed = 8;
  SharedMask other(otherRule, 10, 1);
  QVERIFY(selected(other, 0) != selected(mask, 0) || selected(other, 1) != selected(mask, 1));
}

QTEST_APPLESS_MAIN(SharedMaskTest)
#include "shared_mask_test.moc"
