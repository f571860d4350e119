// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/span_history.h"

#include <cmath>
#include <vector>

#include <QtTest>

#include "core/base/random.h"
#include "tests/ui/synthetic_timings.h"

using namespace telegrad;
using namespace telegrad::ui;

class SpanHistoryTest : public QObject {
  Q_OBJECT
 private slots:
  void spansAreKept();
  void totalsEqualNaiveSums_data();
  void totalsEqualNaiveSums();
  void blocksFollowEachOther();
  void stalenessIsKnownWhenApplied();
  void whoIsAwayDoesNotWait();
  void memoryIsBounded();
  void aRunThatGoesOnCountsFromThere();
};

namespace {

using Sums = std::vector<std::array<double, kPhases>>;

/// A random synchronous iteration; adds its phases to the sums by itself.
Sample randomSample(Random& random, std::int64_t k, std::int64_t& now,
                    std::vector<std::int64_t>& free, Sums& sums) {
  const auto drawn = [&](double most) {
    return SimTime(static_cast<std::int64_t>(random.uniform() * most));
  };
  IterationTiming timing;
  timing.iteration = k;
  timing.start = SimTime(now);
  timing.end = timing.start;
  for (std::size_t m = 0; m < free.size(); ++m) {
    WorkerTiming worker;
    worker.received = timing.start + drawn(1e5);
    worker.computed = worker.received + drawn(1e7);
    worker.encoded = worker.computed + drawn(1e6);
    worker.upload = {drawn(1e6), drawn(1e7), drawn(1e6)};
    worker.delivered = worker.encoded + worker.upload.queueing + worker.upload.transfer +
                       worker.upload.propagation;
    worker.sent = {1};
    timing.end = std::max(timing.end, worker.delivered);
    const std::array<SimTime, kPhases> phases{worker.computed - worker.received,
                                              worker.encoded - worker.computed,
                                              worker.upload.queueing,
                                              worker.upload.transfer,
                                              worker.upload.propagation,
                                              worker.received - SimTime(free[m])};
    for (std::size_t i = 0; i < kPhases; ++i) sums[m][i] += seconds(phases[i]);
    free[m] = worker.encoded.count();
    timing.workers.push_back(worker);
  }
  now = timing.end.count();
  Sample sample;
  sample.record.iteration = k + 1;
  sample.record.simulatedSeconds = seconds(timing.end);
  sample.timings.push_back(std::move(timing));
  return sample;
}

}  // namespace

void SpanHistoryTest::aRunThatGoesOnCountsFromThere() {
  SpanHistory history;
  for (int k = 500; k < 540; ++k) history.append(synchronousSample(k, 3));
  QCOMPARE(history.before(), std::int64_t{500});
  QCOMPARE(history.iterations(), std::int64_t{40});
  QCOMPARE(history.end(), 54000 * kMillisecond);
  // Nobody waited for the 50 seconds that are not known.
  QCOMPARE(history.spans(0, 1).lasts(Phase::Wait), 2 * kMillisecond);
  QCOMPARE(history.iteration(0).staleness, std::int64_t{0});
  QCOMPARE(history.iteration(0).applied, 50100 * kMillisecond);
}

void SpanHistoryTest::spansAreKept() {
  SpanHistory history;
  QVERIFY(history.isEmpty());
  for (int k = 0; k < 5; ++k) history.append(synchronousSample(k, 3));
  QCOMPARE(history.iterations(), std::int64_t{5});
  QCOMPARE(history.end(), 500 * kMillisecond);
  const auto& spans = history.spans(2, 1);
  QCOMPARE(spans.lasts(Phase::Compute), 40 * kMillisecond);
  QCOMPARE(spans.lasts(Phase::Encode), 5 * kMillisecond);
  QCOMPARE(spans.lasts(Phase::Queue), 10 * kMillisecond);
  QCOMPARE(spans.lasts(Phase::Send), 20 * kMillisecond);
  QCOMPARE(spans.lasts(Phase::Latency), 15 * kMillisecond);
  QCOMPARE(spans.lasts(Phase::Wait), 55 * kMillisecond);  // 100 less 40 and 5
  QCOMPARE(spans.bytes, std::int64_t{1002});
  QCOMPARE(history.iteration(2).applied, 300 * kMillisecond);
  QCOMPARE(history.iteration(2).staleness, std::int64_t{0});
  QCOMPARE(history.firstEndingAfter(299 * kMillisecond), std::int64_t{2});
  QCOMPARE(history.firstEndingAfter(300 * kMillisecond), std::int64_t{3});
  QCOMPARE(history.uploadsAtOnce(), 1);
  // The share of a worker's time that is known: 4 whole turns of 100 ms between the first and last.
  QVERIFY(std::abs(history.recent(2)[0] - 0.08) < 1e-12);
}

void SpanHistoryTest::totalsEqualNaiveSums_data() {
  QTest::addColumn<int>("workers");
  QTest::addColumn<int>("iterations");
  QTest::newRow("less than a block") << 3 << 20;
  QTest::newRow("a few levels") << 2 << 32 * 8 * 8 + 77;
}

void SpanHistoryTest::totalsEqualNaiveSums() {
  QFETCH(int, workers);
  QFETCH(int, iterations);
  Random random(5, Purpose::Test);
  SpanHistory history;
  Sums naive(static_cast<std::size_t>(workers));
  std::vector<std::int64_t> free(naive.size(), 0);
  std::int64_t now = 0;
  Sums atBlocks;
  for (int k = 0; k < iterations; ++k) {
    history.append(randomSample(random, k, now, free, naive));
    if (history.inBlocks() == k + 1) atBlocks = naive;
  }
  for (const std::size_t most : {std::size_t{1}, std::size_t{50}, std::size_t{100000}}) {
    std::vector<SpanBlock> blocks;
    history.blocks(0, history.end(), most, blocks);
    Sums sums(naive.size());
    std::int64_t count = 0;
    for (const auto& block : blocks) {
      QCOMPARE(block.first, count);
      count += block.count;
      for (std::size_t m = 0; m < sums.size(); ++m)
        for (std::size_t i = 0; i < kPhases; ++i)
          sums[m][i] += static_cast<double>(block.workers[m][i]);
    }
    QCOMPARE(count, history.inBlocks());
    for (std::size_t m = 0; m < atBlocks.size(); ++m)
      for (std::size_t i = 0; i < kPhases; ++i)
        QVERIFY(std::abs(sums[m][i] - atBlocks[m][i]) <= 1e-5 * atBlocks[m][i]);
  }
}

void SpanHistoryTest::blocksFollowEachOther() {
  SpanHistory history;
  for (int k = 0; k < 32 * 100 + 5; ++k) history.append(synchronousSample(k, 2));
  std::vector<SpanBlock> blocks;
  history.blocks(50'000 * kMillisecond, 200'000 * kMillisecond, 20, blocks);
  QVERIFY(blocks.size() >= 2 && blocks.size() <= 27);
  QVERIFY(blocks.front().begin <= 50'000 * kMillisecond);
  QVERIFY(blocks.back().end >= 200'000 * kMillisecond);
  for (std::size_t b = 1; b < blocks.size(); ++b) {
    QCOMPARE(blocks[b].begin, blocks[b - 1].end);
    QCOMPARE(blocks[b].first, blocks[b - 1].first + blocks[b - 1].count);
  }
}

void SpanHistoryTest::stalenessIsKnownWhenApplied() {
  SpanHistory history;
  for (int k = 0; k < 100; ++k) {
    auto sample = synchronousSample(k, 2);
    sample.record.staleness = std::min(k + 1, 3);
    history.append(sample);
  }
  QCOMPARE(history.iteration(96).staleness, std::int64_t{3});
  QCOMPARE(history.iteration(96).applied, 10'000 * kMillisecond);
  QCOMPARE(history.iteration(97).staleness, std::int64_t{-1});
  QCOMPARE(history.mostStaleness(), std::int64_t{3});
  std::vector<SpanBlock> blocks;
  history.blocks(0, history.end(), 100, blocks);
  QCOMPARE(blocks.size(), std::size_t{3});
  QCOMPARE(blocks[1].staleness, 3.0F);
}

void SpanHistoryTest::whoIsAwayDoesNotWait() {
  SpanHistory history;
  for (int k = 0; k < 3; ++k) {
    auto sample = synchronousSample(k, 1);
    auto& worker = sample.timings.front().workers.front();
    if (k == 1) {
      worker = WorkerTiming{};
      worker.received = worker.computed = worker.encoded = worker.delivered =
          sample.timings.front().start;
      worker.present = false;
    }
    history.append(sample);
  }
  QVERIFY(history.spans(1, 0).isAway());
  QCOMPARE(history.spans(1, 0).lasts(Phase::Wait), std::int64_t{0});
  QCOMPARE(history.spans(2, 0).lasts(Phase::Wait), std::int64_t{0});
  QCOMPARE(history.spans(2, 0).lasts(Phase::Compute), 40 * kMillisecond);
}

void SpanHistoryTest::memoryIsBounded() {
  // As many as it takes until two blocks become one, once.
  constexpr int kWorkers = 1000;
  constexpr int kBlocks = static_cast<int>(SpanHistory::kMostCells) / kWorkers + 4;
  SpanHistory history;
  for (int k = 0; k < 32 * kBlocks; ++k) history.append(synchronousSample(k, kWorkers));
  // What the header says, and the room that a vector keeps for growing.
  QVERIFY(history.memory() < 2 * 27'000'000);
  std::vector<SpanBlock> blocks;
  history.blocks(0, history.end(), 100'000, blocks);
  QCOMPARE(blocks.front().count, std::int64_t{64});
  std::int64_t count = 0;
  double computing = 0.0;
  for (const auto& block : blocks) {
    QCOMPARE(block.first, count);
    count += block.count;
    computing += static_cast<double>(block.workers[7][0]);
  }
  QCOMPARE(count, history.inBlocks());
  QVERIFY(std::abs(computing - 0.04 * static_cast<double>(count)) < 1e-5 * computing);
}

QTEST_APPLESS_MAIN(SpanHistoryTest)
#include "span_history_test.moc"
