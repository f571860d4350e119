// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/spsc_queue.h"

#include <cstdint>
#include <memory>
#include <thread>

#include <QtTest>

using telegrad::SpscQueue;

class SpscQueueTest : public QObject {
  Q_OBJECT
 private slots:
  void firstInFirstOut();
  void fullAndEmptyAreSaid();
  void wrapsRoundManyTimes();
  void takesWhatItHandsOut();
  void twoThreadsLoseNothing();
};

void SpscQueueTest::firstInFirstOut() {
  SpscQueue<int, 8> queue;
  for (int i = 0; i < 5; ++i) {
    int value = 10 * i;
    QVERIFY(queue.tryPush(value));
  }
  for (int i = 0; i < 5; ++i) QCOMPARE(queue.tryPop(), std::optional(10 * i));
}

void SpscQueueTest::fullAndEmptyAreSaid() {
  SpscQueue<std::unique_ptr<int>, 4> queue;
  QVERIFY(!queue.tryPop());
  for (int i = 0; i < 4; ++i) {
    auto value = std::make_unique<int>(i);
    QVERIFY(queue.tryPush(value));
  }
  auto oneTooMany = std::make_unique<int>(4);
  QVERIFY(!queue.tryPush(oneTooMany));
  QVERIFY(oneTooMany != nullptr);  // still the caller's
  QCOMPARE(**queue.tryPop(), 0);
  QVERIFY(queue.tryPush(oneTooMany));
  for (int i = 1; i < 5; ++i) QCOMPARE(**queue.tryPop(), i);
  QVERIFY(!queue.tryPop());
}

void SpscQueueTest::wrapsRoundManyTimes() {
  SpscQueue<int, 4> queue;
  int pushed = 0;
  int popped = 0;
  for (int round = 0; round < 1000; ++round) {
    for (int i = 0; i < 1 + round % 4; ++i) {
      int value = pushed;
      if (queue.tryPush(value)) ++pushed;
    }
    for (int i = 0; i < 1 + round % 3; ++i)
      if (const auto value = queue.tryPop()) QCOMPARE(*value, popped++);
  }
  while (const auto value = queue.tryPop()) QCOMPARE(*value, popped++);
  QCOMPARE(popped, pushed);
  QVERIFY(pushed > 1000);
}

void SpscQueueTest::takesWhatItHandsOut() {
  SpscQueue<std::shared_ptr<int>, 2> queue;
  auto value = std::make_shared<int>(1);
  const std::weak_ptr<int> watch = value;
  QVERIFY(queue.tryPush(value));
  QCOMPARE(watch.use_count(), 1L);
  static_cast<void>(queue.tryPop());
  QVERIFY(watch.expired());  // nothing stays behind in a slot
}

void SpscQueueTest::twoThreadsLoseNothing() {
  constexpr std::uint64_t kCount = 1000000;
  SpscQueue<std::uint64_t, 1024> queue;
  std::thread producer([&] {
    for (std::uint64_t i = 0; i < kCount; ++i) {
      std::uint64_t value = i;
      while (!queue.tryPush(value)) std::this_thread::yield();
    }
  });
  std::uint64_t outOfOrder = 0;
  for (std::uint64_t expected = 0; expected < kCount;) {
    if (const auto value = queue.tryPop()) {
      outOfOrder += *value != expected ? 1 : 0;
      ++expected;
    } else {
      std::this_thread::yield();
    }
  }
  producer.join();
  QCOMPARE(outOfOrder, std::uint64_t{0});
  QVERIFY(!queue.tryPop());
}

QTEST_APPLESS_MAIN(SpscQueueTest)
#include "spsc_queue_test.moc"
