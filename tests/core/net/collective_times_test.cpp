// SPDX-License-Identifier: GPL-3.0-or-later
// What the collectives take, message by message, against the closed forms of core/theory.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <vector>

#include <QtTest>

#include "core/base/random.h"
#include "core/net/link.h"
#include "core/net/network.h"
#include "core/theory/aggregation_time.h"

using namespace telegrad;

class CollectiveTimesTest : public QObject {
  Q_OBJECT
 private slots:
  void theSteadyStateIsTheClosedForm_data();
  void theSteadyStateIsTheClosedForm();
  void chunksAddUpToTheVector();
  void gathersOfUnequalMessages();
  void anUnevenTreeByHand();
  void aDoubleTreeByHand();
  void stalenessWithoutLatencyIsTheClosedForm();
  void stalenessWithLatencyIsNeverFaster();
};

namespace {

// Everything up to 16 divides it, and a byte takes a whole number of nanoseconds.
constexpr std::int64_t kUpload = 720'720;
constexpr double kRate = 1e8;
constexpr SimTime kPerByte{80};

struct Setting {
  double latency = 0.0;
  double compute = 0.0;
  double rate = kRate;
  std::int64_t overhead = 0;
};

std::unique_ptr<Network> network(const std::string& key, std::size_t workers,
                                 const Setting& setting) {
  const auto entry = find(networks(), key, "network");
  const auto settings =
      Settings::from((*entry)->parameters, {{"link_bandwidth", setting.rate},
                                            {"latency", setting.latency},
                                            {"compute_time", setting.compute},
                                            {"message_overhead", setting.overhead}});
  if (!settings) qFatal("%s", settings.error().message.c_str());
  return (*entry)->make(*settings)->build(workers, 1);
}

std::vector<WorkerLoad> uploads(std::size_t workers, std::int64_t bytes) {
  WorkerLoad load;
  load.broadcast = {bytes};
  load.uploads = true;
  load.upload = {bytes};
  return std::vector<WorkerLoad>(workers, load);
}

/// The time of `count` iterations after some more, staleness tau.
SimTime lasting(Network& emulated, const std::vector<WorkerLoad>& loads, std::int64_t tau,
                std::int64_t warmUp, std::int64_t count) {
  SimTime from{};
  SimTime end{};
  for (std::int64_t k = 0; k < warmUp + count; ++k) {
    end = emulated.submit(loads, k, std::max<std::int64_t>(k - tau, -1))->end;
    while (emulated.resolved()) {
    }
    if (k + 1 == warmUp) from = end;
  }
  return end - from;
}

AggregationCost cost(const std::string& key, int workers, double bits, double rate, double hop) {
  if (key == "ring-all-gather") return sparseAllGather(workers, bits, rate, hop);
  if (key == "ring-all-reduce") return denseRingAllReduce(workers, bits, rate, hop);
  if (key == "tree-all-reduce") return binaryTreeAllReduce(workers, bits, rate, hop);
  if (key == "double-tree-all-reduce") return doubleTreeAllReduce(workers, bits, rate, hop);
  if (key == "halving-doubling") return halvingDoublingAllReduce(workers, bits, rate, hop);
  qFatal("no closed form of %s", key.c_str());
}

}  // namespace

void CollectiveTimesTest::theSteadyStateIsTheClosedForm_data() {
  QTest::addColumn<QString>("key");
  for (const auto& entry : networks())
    if (entry.key != "parameter-server")
      QTest::newRow(entry.key.c_str()) << QString::fromStdString(entry.key);
}

/// To the nanosecond, for every number of workers.
void CollectiveTimesTest::theSteadyStateIsTheClosedForm() {
  QFETCH(QString, key);
  for (int workers = 1; workers <= 16; ++workers)
    for (const double latency : {0.0, 0.003}) {
      const auto n = static_cast<std::size_t>(workers);
      const auto emulated = network(key.toStdString(), n, {.latency = latency, .compute = 0.0125});
      const auto form = cost(key.toStdString(), workers, 8.0 * kUpload, kRate, latency);
      const SimTime expected = simTime(iterationTime(0.0125, form, 0));
      const SimTime read = lasting(*emulated, uploads(n, kUpload), 0, 3, 5);
      QVERIFY2(read == 5 * expected, qPrintable(QString("%1 workers: %2 for %3 ns")
                                                    .arg(workers)
                                                    .arg(read.count() / 5)
                                                    .arg(expected.count())));
    }
}

/// The S bytes of a vector are cut into chunks of ceil(S / n) and of floor(S / n) bytes. The
/// largest is the last to have gone its 2 (n - 1) hops with their overhead, each rounded up to a
/// nanosecond.
void CollectiveTimesTest::chunksAddUpToTheVector() {
  for (const int workers : {3, 7, 10}) {
    const auto n = static_cast<std::size_t>(workers);
    const auto emulated = network("ring-all-reduce", n,
                                  {.latency = 0.001, .compute = 0.5, .rate = 3e7, .overhead = 66});
    const std::int64_t chunk = (10'001 + workers - 1) / workers;
    const SimTime step = serialisationTime({chunk + 66}, {3e7}) + SimTime{1'000'000};
    const auto timing = emulated->iterate(uploads(n, 10'001), 0);
    QCOMPARE(timing.end, SimTime{500'000'000} + 2 * (workers - 1) * step);
    QCOMPARE(timing.uplinkWireBits, 8 * 2 * (workers - 1) * (10'001 + workers * 66));
  }
  // Halves, quarters and eighths, and back: 8 workers send 4, 2 and 1 vectors each time.
  const auto halving =
      network("halving-doubling", 8, {.compute = 0.5, .rate = 3e7, .overhead = 66});
  QCOMPARE(halving->iterate(uploads(8, 10'001), 0).uplinkWireBits,
           8 * 2 * (7 * 10'001 + 3 * 8 * 66));
}

/// Worker w uploads 1000 (w + 1) bytes; nothing is summed. A port sends all but the next worker's
/// message, in the order of distance: with the largest behind it, worker 0 of four begins with its
/// own 1000 bytes and has the 4000 of worker 3 when they arrive.
void CollectiveTimesTest::gathersOfUnequalMessages() {
  const auto emulated = network("ring-all-gather", 4, {});
  auto loads = uploads(4, 1000);
  for (std::size_t w = 0; w < 4; ++w) loads[w].upload = {1000 * (static_cast<std::int64_t>(w) + 1)};
  const auto timing = emulated->iterate(loads, 0);
  // By hand, in byte times: port 0 sends its own to 1000, worker 3's (there at 4000) to 8000,
  // worker 2's (there at 7000) to 11000. Port 1: 2000, 3000 (0's), 12000 (3's). Port 2: 3000, 5000
  // (1's), 6000 (0's). Port 3: 4000, 7000 (2's), 9000 (1's).
  QCOMPARE(timing.workers[1].delivered, 11'000 * kPerByte);
  QCOMPARE(timing.workers[2].delivered, 12'000 * kPerByte);
  QCOMPARE(timing.workers[3].delivered, 6'000 * kPerByte);
  QCOMPARE(timing.workers[0].delivered, 9'000 * kPerByte);
  QCOMPARE(timing.workers[0].sent.value, std::int64_t{8000});
}

/// Four workers, in units of half a message without latency. One tree: 0 and 2 below 1, which is
/// below 3; 3 has the sum at 2, 1 at 3, 0 and 2 at 4 and 5. The other is its mirror: 0 has the sum
/// at 2, 2 at 3, 3 and 1 at 4 and 5. And three workers, 0 a leaf in both: its second message is
/// there at 2, so that 2 has the second tree's sum at 2, 1 and 0 at 3 and 4.
void CollectiveTimesTest::aDoubleTreeByHand() {
  const SimTime unit = 500 * kPerByte;
  const auto check = [&](const std::vector<int>& expected) {
    const auto emulated = network("double-tree-all-reduce", expected.size(), {});
    const auto timing = emulated->iterate(uploads(expected.size(), 1000), 0);
    for (std::size_t w = 0; w < expected.size(); ++w)
      QCOMPARE(timing.workers[w].delivered, expected[w] * unit);
    QCOMPARE(timing.uplinkWireBits, std::int64_t{8 * 2000} * (std::ssize(expected) - 1));
  };
  check({4, 5, 5, 4});
  check({4, 3, 3});
}

/// Six workers: 1 and 2 below 0, 3 and 4 below 1, 5 below 2. In units of a message without latency:
/// up 2; 1 has the sum at 3, 2 at 4, and 3, 4, 5 at 4, 5, 5.
void CollectiveTimesTest::anUnevenTreeByHand() {
  const auto emulated = network("tree-all-reduce", 6, {});
  const auto timing = emulated->iterate(uploads(6, 1000), 0);
  const SimTime unit = 1000 * kPerByte;
  const std::vector<int> expected{2, 3, 4, 4, 5, 5};
  for (std::size_t w = 0; w < 6; ++w) QCOMPARE(timing.workers[w].delivered, expected[w] * unit);
  QCOMPARE(timing.uplinkWireBits, std::int64_t{8 * 10 * 1000});
}

/// (4.1), in the mean over a multiple of tau + 1 iterations of the steady state.
void CollectiveTimesTest::stalenessWithoutLatencyIsTheClosedForm() {
  Random random(11, Purpose::Test);
  for (int trial = 0; trial < 60; ++trial) {
    const int workers = 2 + static_cast<int>(random.below(7));
    const int tau = static_cast<int>(random.below(7));
    const auto bytes = 1 + static_cast<std::int64_t>(random.below(100'000));
    const double compute = 1e-6 * static_cast<double>(1 + random.below(60'000));
    const auto n = static_cast<std::size_t>(workers);
    const auto emulated = network("ring-all-gather", n, {.compute = compute});
    const int count = 12 * (tau + 1);
    const auto form = cost("ring-all-gather", workers, 8.0 * static_cast<double>(bytes), kRate, 0);
    const double expected = count * 1e9 * iterationTime(compute, form, tau);
    const auto read = lasting(*emulated, uploads(n, bytes), tau, 400, count).count();
    QVERIFY2(std::abs(static_cast<double>(read) - expected) < 1.0,
             qPrintable(QString("n %1, tau %2, %3 B, %4 s: %5 for %6 ns")
                            .arg(workers)
                            .arg(tau)
                            .arg(bytes)
                            .arg(compute)
                            .arg(read)
                            .arg(expected)));
  }
}

void CollectiveTimesTest::stalenessWithLatencyIsNeverFaster() {
  Random random(13, Purpose::Test);
  for (int trial = 0; trial < 60; ++trial) {
    const int workers = 2 + static_cast<int>(random.below(7));
    const int tau = static_cast<int>(random.below(7));
    const auto n = static_cast<std::size_t>(workers);
    for (const char* key : {"ring-all-gather", "ring-all-reduce"}) {
      const Setting setting{.latency = 1e-6 * static_cast<double>(random.below(20'000)),
                            .compute = 1e-6 * static_cast<double>(1 + random.below(60'000))};
      const auto emulated = network(key, n, setting);
      const int count = 12 * (tau + 1);
      const auto form = cost(key, workers, 8.0 * kUpload / 10.0, kRate, setting.latency);
      const double expected = count * 1e9 * iterationTime(setting.compute, form, tau);
      const auto read = lasting(*emulated, uploads(n, kUpload / 10), tau, 200, count).count();
      QVERIFY(static_cast<double>(read) > expected - 1.0);
    }
  }
}

QTEST_APPLESS_MAIN(CollectiveTimesTest)
#include "collective_times_test.moc"
