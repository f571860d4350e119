// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/collective.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include <QtTest>

#include "core/base/random.h"
#include "core/net/link.h"

using namespace telegrad;

class CollectiveTest : public QObject {
  Q_OBJECT
 private slots:
  void equalsANaiveSimulation_data();
  void equalsANaiveSimulation();
  void everyoneGetsEverything_data();
  void everyoneGetsEverything();
  void timesAddUpAndBytesAreCounted_data() { everyoneGetsEverything_data(); }
  void timesAddUpAndBytesAreCounted();
  void whoSkipsSendsNothing();
  void whoIsAwayIsLeftOut();
  void nobodyAtHome();
  void newRatesActOnWhatIsUnderWay();
  void encodingComesBeforeTheMessage();
  void messagesAreScaledToTheEmulatedGradient();
  void aSlowWorkerHoldsUpTheOthersOnlyBeyondTheStaleness();
  void oneWorkerMayBeSlowerAndItsPortNarrower();
  void timeEndsWithAMessage();
};

namespace {

constexpr auto kFar = SimTime::max();

std::unique_ptr<Network> network(const std::string& key, std::size_t workers, Values values = {}) {
  const auto entry = find(networks(), key, "network");
  if (!entry) qFatal("%s", entry.error().message.c_str());
  values.try_emplace("compute_model", std::string("measured"));
  values.try_emplace("message_overhead", std::int64_t{0});
  const auto settings = Settings::from((*entry)->parameters, values);
  if (!settings) qFatal("%s", settings.error().message.c_str());
  return (*entry)->make(*settings)->build(workers, 1);
}

WorkerLoad load(std::int64_t bytes, std::int64_t compute) {
  WorkerLoad made;
  made.broadcast = {4000};
  made.uploads = bytes > 0;
  made.upload = {bytes};
  made.measuredCompute = SimTime{compute};
  return made;
}

/// What follows is another way to the same times: all iterations are known beforehand, and the
/// message that can leave first is always taken next.
struct Naive {
  std::size_t n = 1;
  bool sums = false;  // ring all-reduce, else all-gather
  BitsPerSecond rate;
  SimTime latency{};
  std::vector<std::vector<WorkerLoad>> loads;  // of each iteration
  std::vector<std::int64_t> through;           // likewise

  struct Time {
    SimTime begin = kFar, computed = kFar, result = kFar;
  };
  std::vector<std::vector<Time>> times;  // of each iteration and worker
  struct Piece {
    std::size_t iteration = 0, step = 0, rank = 0;
    Bytes size;
    SimTime ready = kFar, end = kFar;
    bool taken = false;
  };
  std::vector<Piece> pieces;
  std::vector<SimTime> portFree;

  std::size_t steps() const { return sums ? 2 * (n - 1) : n - 1; }
  Piece& at(std::size_t iteration, std::size_t step, std::size_t rank) {
    return pieces[(iteration * steps() + step) * n + rank];
  }
  bool exists(const Piece& piece) const { return piece.size.value > 0; }

  void run() {
    portFree.assign(n, SimTime{});
    times.assign(loads.size(), std::vector<Time>(n));
    for (std::size_t k = 0; k < loads.size(); ++k)
      for (std::size_t s = 0; s < steps(); ++s)
        for (std::size_t r = 0; r < n; ++r) {
          const auto& own = loads[k][sums ? r : (r + n - s) % n].upload.value;
          // Of a sum the chunk that began s ranks before: the c-th of n pieces of [0, S).
          const auto c = static_cast<std::int64_t>((r + 2 * n - s) % n);
          const auto count = static_cast<std::int64_t>(n);
          const auto size = sums ? (c + 1) * own / count - c * own / count : own;
          pieces.push_back({.iteration = k, .step = s, .rank = r, .size = {size}});
        }
    while (true) {
      findTimes();
      Piece* first = nullptr;
      for (auto& piece : pieces)
        if (exists(piece) && !piece.taken && piece.ready != kFar &&
            (first == nullptr || piece.ready < first->ready))
          first = &piece;
      if (first == nullptr) return;
      const auto start = std::max(first->ready, portFree[first->rank]);
      portFree[first->rank] = start + serialisationTime(first->size, rate);
      first->end = portFree[first->rank] + latency;
      first->taken = true;
    }
  }

  /// All times that follow from the messages that have been taken.
  void findTimes() {
    for (std::size_t k = 0; k < loads.size(); ++k)
      for (std::size_t r = 0; r < n; ++r) {
        auto& time = times[k][r];
        if (time.begin == kFar) {
          SimTime begin = k == 0 ? SimTime{} : times[k - 1][r].computed;
          for (std::size_t j = 0; k > 0 && static_cast<std::int64_t>(j) <= through[k - 1]; ++j)
            begin = std::max(begin, times[j][r].result);
          if (begin == kFar) continue;
          time.begin = begin;
          time.computed = begin + loads[k][r].measuredCompute;
        }
        SimTime result = time.computed;
        for (std::size_t s = 0; s < steps(); ++s) {
          auto& piece = at(k, s, r);
          const auto* before = s == 0 ? nullptr : &at(k, s - 1, (r + n - 1) % n);
          if (exists(piece) && piece.ready == kFar && (before == nullptr || before->end != kFar))
            piece.ready = before == nullptr ? time.computed : std::max(time.computed, before->end);
          const auto& incoming = at(k, s, (r + n - 1) % n);
          if (exists(incoming)) result = std::max(result, incoming.end);
        }
        time.result = result;
      }
  }
};

}  // namespace

void CollectiveTest::equalsANaiveSimulation_data() {
  QTest::addColumn<bool>("sums");
  QTest::addColumn<int>("workers");
  QTest::addColumn<int>("staleness");
  for (const bool sums : {false, true})
    for (const int workers : {1, 2, 3, 5})
      for (const int staleness : {0, 1, 4})
        QTest::addRow("%s, %d workers, tau %d", sums ? "sums" : "gathers", workers, staleness)
            << sums << workers << staleness;
}

/// Workers whose compute times, and where that may be sizes, have nothing to do with each other.
void CollectiveTest::equalsANaiveSimulation() {
  QFETCH(bool, sums);
  QFETCH(int, workers);
  QFETCH(int, staleness);
  for (std::uint64_t trial = 0; trial < 4; ++trial) {
    Random random(trial, Purpose::Test);
    Naive naive;
    naive.n = static_cast<std::size_t>(workers);
    naive.sums = sums;
    naive.rate = {1e7};
    naive.latency = SimTime{static_cast<std::int64_t>(random.below(3'000'000))};
    for (std::int64_t k = 0; k < 12; ++k) {
      naive.loads.emplace_back();
      for (int worker = 0; worker < workers; ++worker) {
        const auto bytes = sums ? 4000 : static_cast<std::int64_t>(random.below(4000));
        const bool skips = !sums && random.below(4) == 0;
        naive.loads.back().push_back(
            load(skips ? 0 : bytes, static_cast<std::int64_t>(random.below(9'000'000))));
      }
      naive.through.push_back(k - std::min<std::int64_t>(staleness, k + 1));
    }
    naive.run();
    const auto emulated = network(sums ? "ring-all-reduce" : "ring-all-gather", naive.n,
                                  {{"link_bandwidth", 1e7}, {"latency", seconds(naive.latency)}});
    std::vector<IterationTiming> timings;
    SimTime last{};
    for (std::size_t k = 0; k < naive.loads.size(); ++k) {
      const auto end =
          emulated->submit(naive.loads[k], static_cast<std::int64_t>(k), naive.through[k])->end;
      SimTime expected = last;
      for (std::size_t r = 0; r < naive.n; ++r) {
        expected = std::max(expected, naive.times[k][r].computed);
        for (std::size_t j = 0; static_cast<std::int64_t>(j) <= naive.through[k]; ++j)
          expected = std::max(expected, naive.times[j][r].result);
      }
      QCOMPARE(end, expected);
      last = end;
      while (auto timing = emulated->resolved()) timings.push_back(*timing);
      QVERIFY(static_cast<std::int64_t>(timings.size()) > naive.through[k]);
    }
    QVERIFY(emulated->finish());
    while (auto timing = emulated->resolved()) timings.push_back(*timing);
    QCOMPARE(timings.size(), naive.loads.size());
    for (std::size_t k = 0; k < timings.size(); ++k)
      for (std::size_t r = 0; r < naive.n; ++r) {
        QCOMPARE(timings[k].workers[r].received, naive.times[k][r].begin);
        QCOMPARE(timings[k].workers[r].computed, naive.times[k][r].computed);
        QCOMPARE(timings[k].workers[r].delivered, naive.times[k][r].result);
      }
  }
}

void CollectiveTest::everyoneGetsEverything_data() {
  QTest::addColumn<QString>("key");
  QTest::addColumn<int>("workers");
  for (const auto& entry : networks()) {
    if (entry.key == "parameter-server") continue;
    for (const int workers : {1, 2, 3, 4, 5, 7, 8, 11, 16, 21})
      QTest::addRow("%s, %d", entry.key.c_str(), workers)
          << QString::fromStdString(entry.key) << workers;
  }
}

/// Whoever receives a message knows from then on of whom its sender knew when it left.
void CollectiveTest::everyoneGetsEverything() {
  QFETCH(QString, key);
  QFETCH(int, workers);
  const auto n = static_cast<std::size_t>(workers);
  const auto emulated = network(key.toStdString(), n, {{"link_bandwidth", 1e7}});
  emulated->recordMessages(true);
  Random random(3, Purpose::Test);
  std::vector<WorkerLoad> loads;
  for (std::size_t r = 0; r < n; ++r)
    loads.push_back(load(5000, static_cast<std::int64_t>(random.below(9'000'000))));
  const auto timing = emulated->iterate(loads, 0);
  std::vector<std::vector<SimTime>> since(n, std::vector<SimTime>(n, kFar));
  for (std::size_t r = 0; r < n; ++r) since[r][r] = timing.workers[r].encoded;
  for (const auto& message : timing.messages) {  // as they arrived
    QVERIFY(message.start >= timing.workers[message.source].encoded);
    for (std::size_t of = 0; of < n; ++of)
      if (since[message.source][of] <= message.start)
        since[message.destination][of] = std::min(since[message.destination][of], message.end);
  }
  for (std::size_t r = 0; r < n; ++r) {
    SimTime all = timing.workers[r].encoded;
    for (std::size_t of = 0; of < n; ++of) {
      QVERIFY2(since[r][of] != kFar, qPrintable(QString("%1 never hears of %2").arg(r).arg(of)));
      all = std::max(all, since[r][of]);
    }
    QVERIFY(timing.workers[r].delivered >= all);
  }
}

void CollectiveTest::timesAddUpAndBytesAreCounted() {
  QFETCH(QString, key);
  QFETCH(int, workers);
  const auto n = static_cast<std::size_t>(workers);
  const auto emulated =
      network(key.toStdString(), n, {{"message_overhead", std::int64_t{66}}, {"latency", 2e-3}});
  emulated->recordMessages(true);
  Random random(5, Purpose::Test);
  for (std::int64_t k = 0; k < 6; ++k) {
    std::vector<WorkerLoad> loads;
    for (std::size_t r = 0; r < n; ++r)
      loads.push_back(load(5000, static_cast<std::int64_t>(random.below(4'000'000))));
    const auto timing = emulated->iterate(loads, k);
    std::int64_t bits = 0;
    std::vector<std::int64_t> sent(n, 0);
    for (const auto& message : timing.messages) {
      bits += 8 * message.bytes.value;
      sent[message.source] += message.bytes.value;
      QCOMPARE(message.end - message.start,
               message.way.queueing + message.way.transfer + message.way.propagation);
      QCOMPARE(message.way.propagation, SimTime{2'000'000});
    }
    QCOMPARE(timing.uplinkWireBits, bits);
    QCOMPARE(timing.downlinkWireBits, std::int64_t{0});
    for (std::size_t r = 0; r < n; ++r) {
      const auto& times = timing.workers[r];
      QCOMPARE(times.sent.value, sent[r]);
      QVERIFY(times.start <= times.received && times.received <= times.computed);
      QCOMPARE(times.start, times.received);
      QVERIFY(times.upload.queueing >= SimTime{});
      QCOMPARE(times.delivered - times.encoded,
               times.upload.queueing + times.upload.transfer + times.upload.propagation);
      QCOMPARE(times.carried, times.delivered - times.upload.propagation);
      QVERIFY(times.delivered <= timing.end);
    }
  }
}

/// Two hops of 1000 bytes at 8 Mbit/s, 1 ms each, and 1 ms of latency each.
void CollectiveTest::whoSkipsSendsNothing() {
  const auto emulated = network("ring-all-gather", 3, {{"link_bandwidth", 8e6}});
  emulated->recordMessages(true);
  const std::vector<WorkerLoad> loads{load(1000, 0), load(0, 0), load(0, 0)};
  const auto timing = emulated->iterate(loads, 0);
  QCOMPARE(timing.messages.size(), std::size_t{2});
  QCOMPARE(timing.uplinkWireBits, std::int64_t{16'000});
  QCOMPARE(timing.workers[0].delivered, SimTime{});
  QCOMPARE(timing.workers[1].delivered, SimTime{2'000'000});
  QCOMPARE(timing.workers[2].delivered, SimTime{4'000'000});
  QCOMPARE(timing.end, SimTime{4'000'000});
  // Whoever has it begins again, also before the others.
  const std::vector<WorkerLoad> silent{load(0, 7), load(0, 7), load(0, 7)};
  const auto next = emulated->iterate(silent, 1);
  QCOMPARE(next.workers[0].received, SimTime{});
  QCOMPARE(next.workers[1].received, SimTime{2'000'000});
  QCOMPARE(next.uplinkWireBits, std::int64_t{0});
}

void CollectiveTest::whoIsAwayIsLeftOut() {
  for (const auto& entry : networks()) {
    if (entry.key == "parameter-server") continue;
    const auto emulated = network(entry.key, 5);
    const auto four = network(entry.key, 4);
    std::vector<WorkerLoad> loads(5, load(8000, 1'000'000));
    loads[2].present = false;
    loads[2].uploads = false;
    const std::vector<WorkerLoad> others(4, load(8000, 1'000'000));
    emulated->recordMessages(true);
    SimTime start{};
    for (std::int64_t k = 0; k < 3; ++k) {
      const auto timing = emulated->iterate(loads, k);
      const auto expected = four->iterate(others, k);
      QCOMPARE(timing.end, expected.end);
      QCOMPARE(timing.uplinkWireBits, expected.uplinkWireBits);
      QVERIFY(!timing.workers[2].present);
      QCOMPARE(timing.workers[2].delivered, start);
      for (const auto& message : timing.messages)
        QVERIFY(message.source != 2 && message.destination != 2);
      start = timing.end;
    }
    loads[2] = load(8000, 1'000'000);
    const auto back = emulated->iterate(loads, 3);
    QVERIFY(back.workers[2].present);
    QCOMPARE(back.workers[2].received, start);
    QCOMPARE(back.workers[2].computed, start + SimTime{1'000'000});
    QVERIFY(back.workers[2].sent.value > 0);
  }
}

void CollectiveTest::nobodyAtHome() {
  const auto emulated = network("ring-all-reduce", 2);
  std::vector<WorkerLoad> loads(2, load(8000, 1'000'000));
  const auto first = emulated->iterate(loads, 0);
  for (auto& load : loads) load.present = load.uploads = false;
  const auto none = emulated->iterate(loads, 1);
  QCOMPARE(none.end, first.end);
  loads.assign(2, load(8000, 1'000'000));
  const auto again = emulated->iterate(loads, 2);
  QCOMPARE(again.end - again.start, first.end - first.start);
}

/// 1250 bytes take 1 s at 1e4 bit/s. When a quarter has left the rate doubles: the rest takes half
/// of 0.75 s.
void CollectiveTest::newRatesActOnWhatIsUnderWay() {
  const auto with = [](double rate) {
    return Values{{"link_bandwidth", rate},
                  {"latency", 0.0},
                  {"compute_model", std::string("measured")},
                  {"message_overhead", std::int64_t{0}}};
  };
  const auto entry = find(networks(), "ring-all-gather", "network");
  const auto emulated = network("ring-all-gather", 2, with(1e4));
  std::vector<WorkerLoad> loads{load(1250, 0), load(0, 0)};
  QVERIFY(emulated->submit(loads, 0, -1));
  loads = {load(0, 250'000'000), load(0, 250'000'000)};
  QCOMPARE(emulated->submit(loads, 1, -1)->end, SimTime{250'000'000});
  emulated->configure(*Settings::from((*entry)->parameters, with(2e4)));
  loads = {load(0, 0), load(0, 0)};
  QCOMPARE(emulated->submit(loads, 2, 0)->end, SimTime{625'000'000});
  const auto timing = emulated->resolved();
  QVERIFY(timing.has_value());
  QCOMPARE(timing->workers[1].delivered, SimTime{625'000'000});
}

void CollectiveTest::encodingComesBeforeTheMessage() {
  const auto emulated = network("ring-all-gather", 2,
                                {{"link_bandwidth", 8e6}, {"latency", 0.0}, {"encode_time", 0.5}});
  const std::vector<WorkerLoad> loads{load(1000, 1'000'000), load(0, 1'000'000)};
  const auto timing = emulated->iterate(loads, 0);
  QCOMPARE(timing.workers[0].computed, SimTime{1'000'000});
  QCOMPARE(timing.workers[0].encoded, SimTime{501'000'000});
  QCOMPARE(timing.workers[1].encoded, SimTime{1'000'000});  // nothing to encode
  QCOMPARE(timing.workers[1].delivered, SimTime{502'000'000});
  QCOMPARE(timing.workers[1].upload.queueing, SimTime{500'000'000});
}

void CollectiveTest::messagesAreScaledToTheEmulatedGradient() {
  const auto emulated =
      network("ring-all-reduce", 4,
              {{"emulated_gradient", 8.0 * 40'000}, {"link_bandwidth", 8e6}, {"latency", 0.0}});
  const std::vector<WorkerLoad> loads(4, load(4000, 0));
  const auto timing = emulated->iterate(loads, 0);
  // Six steps of 10,000 bytes; counted are six of 1000 by each.
  QCOMPARE(timing.end, SimTime{60'000'000});
  QCOMPARE(timing.uplinkWireBits, std::int64_t{8 * 4 * 6 * 1000});
  QCOMPARE(timing.workers[0].sent.value, std::int64_t{60'000});
}

void CollectiveTest::aSlowWorkerHoldsUpTheOthersOnlyBeyondTheStaleness() {
  for (const auto& entry : networks()) {
    if (entry.key == "parameter-server") continue;
    const auto emulated = network(entry.key, 4, {{"latency", 0.0}, {"link_bandwidth", 1e12}});
    std::vector<WorkerLoad> loads(4, load(4, 1'000'000));
    loads[3].measuredCompute = SimTime{3'000'000};
    for (std::int64_t k = 0; k < 40; ++k)
      QVERIFY(emulated->submit(loads, k, std::max<std::int64_t>(k - 2, -1)));
    QVERIFY(emulated->finish());
    std::vector<IterationTiming> timings;
    while (auto timing = emulated->resolved()) timings.push_back(*timing);
    QCOMPARE(timings.size(), std::size_t{40});
    // Three ahead of the slow one at most, which never waits.
    QVERIFY(timings[2].workers[0].computed < SimTime{3'100'000});
    QVERIFY(timings[39].workers[3].computed < SimTime{120'100'000});
    QVERIFY(timings[39].workers[0].received >= timings[36].workers[3].computed);
    QVERIFY(timings[39].workers[0].received < timings[36].workers[3].computed + SimTime{100'000});
  }
}

/// In byte times of 1 us: port 1 has a quarter of the rate, and its worker computes three times as
/// long.
void CollectiveTest::oneWorkerMayBeSlowerAndItsPortNarrower() {
  const auto made = network("ring-all-gather", 2, {{"link_bandwidth", 8e6}, {"latency", 0.0}});
  auto& emulated = dynamic_cast<Collective&>(*made);
  emulated.configureWorker(1, 3.0, 0.25);
  const std::vector<WorkerLoad> loads(2, load(1000, 100'000));
  const auto timing = emulated.iterate(loads, 0);
  QCOMPARE(timing.workers[1].computed, SimTime{300'000});
  QCOMPARE(timing.workers[0].delivered, SimTime{4'300'000});
  QCOMPARE(timing.workers[1].delivered, SimTime{1'100'000});
  emulated.configureWorker(1, 1.0, 1.0);
  const auto next = emulated.iterate(loads, 1);
  QCOMPARE(next.workers[1].computed - next.workers[1].received, SimTime{100'000});
  QCOMPARE(next.end - next.start, SimTime{1'100'000});
}

/// Where the clock ends, not the program: 10^9 s are over before the second of these arrives.
void CollectiveTest::timeEndsWithAMessage() {
  const auto emulated = network("ring-all-gather", 2, {{"link_bandwidth", 1e4}});
  const std::vector<WorkerLoad> loads(2, load(std::int64_t{1} << 40, 0));
  QVERIFY(emulated->submit(loads, 0, 0));
  const auto end = emulated->submit(loads, 1, 1);
  QVERIFY(!end);
  QVERIFY2(end.error().message.find("s") != std::string::npos, end.error().message.c_str());
}

QTEST_APPLESS_MAIN(CollectiveTest)
#include "collective_test.moc"
