// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/memory_plan.h"

#include <QtTest>

#include "core/base/random.h"

using namespace telegrad;

class MemoryPlanTest : public QObject {
  Q_OBJECT
 private slots:
  void whatLivesAtOneTimeDoesNotOverlap();
  void whatDoesNotSharesMemory();
  void nothingTakesNothing();
};

void MemoryPlanTest::whatLivesAtOneTimeDoesNotOverlap() {
  Random random(1, Purpose::Test);
  for (int round = 0; round < 50; ++round) {
    std::vector<PlannedBuffer> buffers(40);
    for (auto& buffer : buffers) {
      buffer.size = 1 + random.below(500);
      buffer.from = random.below(60);
      buffer.until = buffer.from + random.below(20);
    }
    const std::size_t total = placeBuffers(buffers);
    for (const auto& one : buffers) {
      QVERIFY(one.offset % 16 == 0 && one.offset + one.size <= total);
      for (const auto& other : buffers) {
        if (&one == &other || one.until < other.from || other.until < one.from) continue;
        QVERIFY(one.offset + one.size <= other.offset || other.offset + other.size <= one.offset);
      }
    }
  }
}

void MemoryPlanTest::whatDoesNotSharesMemory() {
  // A chain of equals, each alive while the next is made: two places are enough.
  std::vector<PlannedBuffer> chain;
  for (std::size_t i = 0; i < 10; ++i) chain.push_back({.size = 32, .from = i, .until = i + 1});
  QCOMPARE(placeBuffers(chain), std::size_t{64});
}

void MemoryPlanTest::nothingTakesNothing() {
  std::vector<PlannedBuffer> none;
  QCOMPARE(placeBuffers(none), std::size_t{0});
}

QTEST_APPLESS_MAIN(MemoryPlanTest)
#include "memory_plan_test.moc"
