// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster/worker_pool.h"

#include <atomic>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

#ifdef __linux__
#include <sys/resource.h>
#include <unistd.h>
#endif

#include <QtTest>

using telegrad::WorkAhead;
using telegrad::WorkerPool;

class WorkerPoolTest : public QObject {
  Q_OBJECT
 private slots:
  void everyIndexOnce_data() { threadCounts(); }
  void everyIndexOnce();
  void aSlotIsOneThreadsOwn_data() { threadCounts(); }
  void aSlotIsOneThreadsOwn();
  void nothingToDoIsDone();
  void zeroMeansAllThereAre();
  void itsThreadsGiveWayAndTheCallersDoesNot();
  void workAheadIsDoneOnce_data() { threadCounts(); }
  void workAheadIsDoneOnce();
  void workAheadIsDoneBeforeTheNext_data() { threadCounts(); }
  void workAheadIsDoneBeforeTheNext();
  void workAheadEndsWithItsOwner();

 private:
  static void threadCounts();
};

void WorkerPoolTest::threadCounts() {
  QTest::addColumn<int>("threads");
  for (const int threads : {1, 2, 8}) QTest::addRow("%d threads", threads) << threads;
}

void WorkerPoolTest::everyIndexOnce() {
  QFETCH(int, threads);
  WorkerPool pool(threads);
  QCOMPARE(pool.threads(), static_cast<std::size_t>(threads));
  for (const std::size_t count : {1U, 2U, 7U, 10U, 1000U}) {
    std::vector<std::atomic<int>> calls(count);
    std::atomic<std::size_t> wrongSlots{0};
    pool.forEach(count, [&](std::size_t index, std::size_t slot) {
      ++calls.at(index);
      if (slot >= pool.threads()) ++wrongSlots;
    });
    for (const auto& times : calls) QCOMPARE(times.load(), 1);
    QCOMPARE(wrongSlots.load(), std::size_t{0});
  }
}

void WorkerPoolTest::aSlotIsOneThreadsOwn() {
  QFETCH(int, threads);
  WorkerPool pool(threads);
  std::vector<std::atomic<int>> busy(pool.threads());
  std::atomic<int> clashes{0};
  pool.forEach(2000, [&](std::size_t /*index*/, std::size_t slot) {
    if (busy.at(slot).fetch_add(1) != 0) ++clashes;
    std::this_thread::yield();
    busy.at(slot).fetch_sub(1);
  });
  QCOMPARE(clashes.load(), 0);
}

void WorkerPoolTest::nothingToDoIsDone() {
  WorkerPool pool(2);
  pool.forEach(0, [](std::size_t, std::size_t) { QFAIL("there is nothing to do"); });
}

void WorkerPoolTest::zeroMeansAllThereAre() {
  const WorkerPool pool(0);
  QVERIFY(pool.threads() >= 1);
  QVERIFY(pool.threads() <= std::max(1U, std::thread::hardware_concurrency()));
}

void WorkerPoolTest::itsThreadsGiveWayAndTheCallersDoesNot() {
#ifdef __linux__
  const auto niceness = [] { return getpriority(PRIO_PROCESS, static_cast<id_t>(gettid())); };
  const auto caller = std::this_thread::get_id();
  const int before = niceness();
  WorkerPool pool(2, true);
  std::atomic<int> others{0}, eager{0};
  for (int round = 0; round < 10000 && others == 0; ++round) {
    pool.forEach(100, [&](std::size_t /*index*/, std::size_t /*slot*/) {
      std::this_thread::yield();  // and another thread gets its share
      if (std::this_thread::get_id() == caller) return;
      ++others;
      if (niceness() <= before) ++eager;
    });
  }
  QVERIFY(others > 0);
  QCOMPARE(eager.load(), 0);
  QCOMPARE(niceness(), before);
#else
  QSKIP("a thread's own priority is set on Linux alone");
#endif
}

void WorkerPoolTest::workAheadIsDoneOnce() {
  QFETCH(int, threads);
  WorkerPool pool(threads);
  WorkAhead ahead(pool);
  ahead.wait();  // for nothing
  for (const std::size_t count : {0U, 1U, 7U, 100U}) {
    // Not atomic: whoever waited sees what was written, and nobody else writes there.
    std::vector<int> calls(count);
    std::vector<std::atomic<int>> others(count);
    ahead.start(count, [&](std::size_t index) { ++calls.at(index); });
    pool.forEach(count, [&](std::size_t index, std::size_t /*slot*/) { ++others.at(index); });
    ahead.wait();
    for (const int times : calls) QCOMPARE(times, 1);
    for (const auto& times : others) QCOMPARE(times.load(), 1);
  }
}

void WorkerPoolTest::workAheadIsDoneBeforeTheNext() {
  QFETCH(int, threads);
  WorkerPool pool(threads);
  WorkAhead ahead(pool);
  std::vector<int> last(20, -1);
  std::atomic<int> outOfTurn{0};
  for (int round = 0; round < 50; ++round)
    ahead.start(last.size(), [&last, &outOfTurn, round](std::size_t index) {
      if (last.at(index) != round - 1) ++outOfTurn;
      last.at(index) = round;
    });
  ahead.wait();
  QCOMPARE(outOfTurn.load(), 0);
  QCOMPARE(last, std::vector<int>(20, 49));
}

void WorkerPoolTest::workAheadEndsWithItsOwner() {
  WorkerPool pool(2);
  std::vector<int> calls(100);
  {
    WorkAhead ahead(pool);
    ahead.start(calls.size(), [&](std::size_t index) { ++calls.at(index); });
  }
  QCOMPARE(calls, std::vector<int>(100, 1));
}

QTEST_APPLESS_MAIN(WorkerPoolTest)
#include "worker_pool_test.moc"
