// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"

#include <cmath>
#include <set>
#include <vector>

#include <QtTest>

using telegrad::Purpose;
using telegrad::Random;

class RandomTest : public QObject {
  Q_OBJECT
 private slots:
  void givesThePublishedNumbers();
  void sameCoordinatesGiveTheSameNumbers();
  void anyOtherCoordinateGivesOtherNumbers();
  void uniformAndNormalHaveTheirMoments();
  void belowIsUniform();
  void permutationHoldsEveryIndexOnce();
};

void RandomTest::givesThePublishedNumbers() {
  // Random123's known answer of philox4x32-10 for a key and a counter of zeros. The seed is the one
  // whose mixing with this purpose gives the key zero: the mixing's steps undone, last one first.
  Random random(0x88B4DFEE26AB76CD, Purpose::Test);
  for (const std::uint32_t word : {0x6627E8D5U, 0xE169C58DU, 0xBC57AC4CU, 0x9B00DBD8U})
    QCOMPARE(random.next32(), word);
}

void RandomTest::sameCoordinatesGiveTheSameNumbers() {
  Random a(19, Purpose::Test, 3, 7);
  Random b(19, Purpose::Test, 3, 7);
  for (int i = 0; i < 1000; ++i) QCOMPARE(a.next64(), b.next64());
}

void RandomTest::anyOtherCoordinateGivesOtherNumbers() {
  std::set<std::uint64_t> firsts;
  for (std::uint64_t seed = 0; seed < 4; ++seed)
    for (std::uint32_t worker = 0; worker < 4; ++worker)
      for (std::uint64_t iteration : {0ULL, 1ULL, 2ULL, 1ULL << 32U}) {
        for (const auto purpose : {Purpose::Test, Purpose::Partition})
          firsts.insert(Random(seed, purpose, worker, iteration).next64());
      }
  QCOMPARE(firsts.size(), std::size_t{4 * 4 * 4 * 2});
}

void RandomTest::uniformAndNormalHaveTheirMoments() {
  Random random(1, Purpose::Test);
  constexpr int kDraws = 200000;
  double uniform = 0.0;
  double normal = 0.0;
  double square = 0.0;
  for (int i = 0; i < kDraws; ++i) {
    uniform += random.uniform();
    const double z = random.normal();
    normal += z;
    square += z * z;
  }
  // Five standard deviations of each mean.
  QVERIFY(std::abs(uniform / kDraws - 0.5) < 5.0 * std::sqrt(1.0 / 12.0 / kDraws));
  QVERIFY(std::abs(normal / kDraws) < 5.0 / std::sqrt(kDraws));
  QVERIFY(std::abs(square / kDraws - 1.0) < 5.0 * std::sqrt(2.0 / kDraws));
}

void RandomTest::belowIsUniform() {
  Random random(2, Purpose::Test);
  constexpr int kDraws = 70000;
  std::vector<int> counts(7, 0);
  for (int i = 0; i < kDraws; ++i) ++counts.at(random.below(7));
  double chiSquare = 0.0;
  for (const int count : counts) chiSquare += std::pow(count - kDraws / 7.0, 2) / (kDraws / 7.0);
  QVERIFY2(chiSquare < 27.9, qPrintable(QString::number(chiSquare)));  // six degrees, p = 1e-4
}

void RandomTest::permutationHoldsEveryIndexOnce() {
  Random random(3, Purpose::Test);
  std::vector<std::uint32_t> order(1000);
  random.permutation(order);
  QCOMPARE(std::set<std::uint32_t>(order.begin(), order.end()).size(), order.size());
  QVERIFY(*std::max_element(order.begin(), order.end()) == 999);
}

QTEST_APPLESS_MAIN(RandomTest)
#include "random_test.moc"
