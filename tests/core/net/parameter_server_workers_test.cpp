// SPDX-License-Identifier: GPL-3.0-or-later
// Workers of a parameter server that are set apart: slower, with narrower links, away, back.
#include <algorithm>
#include <vector>

#include <QtTest>

#include "core/base/random.h"
#include "core/net/parameter_server.h"

using namespace telegrad;

namespace {

constexpr std::int64_t kLatency = 5'000'000;

/// Whole nanoseconds a byte: 80 on the worker's links, 8 on the server's; 5 ms; compute times as
/// the loads say.
Settings settings(const Values& overrides = {}) {
  Values values{{"worker_uplink", 100e6},
                {"worker_downlink", 100e6},
                {"server_ingress", 1e9},
                {"server_egress", 1e9},
                {"latency", 5e-3},
                {"message_overhead", std::int64_t{0}},
                {"compute_model", std::string("measured")}};
  for (const auto& [key, value] : overrides) values[key] = value;
  auto made = Settings::from(networks()[0].parameters, values);
  if (!made) qFatal("%s", made.error().message.c_str());
  return *std::move(made);
}

WorkerLoad upload(std::int64_t bytes, std::int64_t computeNanoseconds = 0) {
  return {.broadcast = {4000},
          .uploads = true,
          .upload = {bytes},
          .measuredCompute = SimTime{computeNanoseconds}};
}

WorkerLoad away() {
  WorkerLoad load;
  load.present = false;
  return load;
}

WorkerLoad back(WorkerLoad load) {
  load.returns = true;
  return load;
}

/// Whether these are the times of who is away in that iteration.
bool isAway(const WorkerTiming& worker, SimTime start) {
  WorkerTiming expected;
  expected.start = expected.received = expected.computed = start;
  expected.encoded = expected.delivered = expected.carried = start;
  return !worker.present && worker.start == expected.start &&
         worker.received == expected.received && worker.computed == expected.computed &&
         worker.encoded == expected.encoded && worker.delivered == expected.delivered &&
         worker.carried == expected.carried && worker.sent.value == 0 &&
         worker.broadcast == Way{} && worker.upload == Way{};
}

bool sameTimes(const IterationTiming& a, const IterationTiming& b) {
  if (a.start != b.start || a.end != b.end || a.workers.size() != b.workers.size()) return false;
  for (std::size_t m = 0; m < a.workers.size(); ++m) {
    const auto& x = a.workers[m];
    const auto& y = b.workers[m];
    if (x.received != y.received || x.computed != y.computed || x.delivered != y.delivered ||
        !(x.upload == y.upload) || !(x.broadcast == y.broadcast))
      return false;
  }
  return true;
}

}  // namespace

class ParameterServerWorkersTest : public QObject {
  Q_OBJECT
 private slots:
  void aSlowWorkerComputesLonger_data();
  void aSlowWorkerComputesLonger();
  void nobodyWaitsForWhoIsAway();
  void whatItSentBeforeItLeftArrives();
  void timeNeverRunsBackWhenASlowWorkerLeaves();
  void whoReturnsReceivesTheWeights_data();
  void whoReturnsReceivesTheWeights();
  void whoReturnsDoesNotBeginBeforeTheIteration_data() { whoReturnsReceivesTheWeights_data(); }
  void whoReturnsDoesNotBeginBeforeTheIteration();
  void aNarrowerLinkGoesOnWithWhatIsUnderWay();
  void bytesAreConservedHoweverOftenAShareChanges();
  void aShareIsOfTheRatesInForce();
  void aShareOfATraceActsOnWhatIsUnderWay();
  void theSlowestLinkIsExact();
  void whatSaysNothingNewChangesNothing();
};

void ParameterServerWorkersTest::aSlowWorkerComputesLonger_data() {
  QTest::addColumn<QString>("model");
  for (const char* model : {"constant", "lognormal", "measured"}) QTest::newRow(model) << model;
}

void ParameterServerWorkersTest::aSlowWorkerComputesLonger() {
  QFETCH(QString, model);
  const auto with = settings({{"compute_model", model.toStdString()}, {"compute_time", 0.001}});
  ParameterServer usual(with, 2, 7);
  ParameterServer slow(with, 2, 7);
  slow.configureWorker(1, 4.0, 1.0);
  const auto load = upload(0, 700'000);
  for (std::int64_t k = 0; k < 10; ++k) {
    if (k == 5) slow.configureWorker(1, 1.0, 1.0);
    const auto a = usual.iterate(std::vector{load, load}, k);
    const auto b = slow.iterate(std::vector{load, load}, k);
    const auto time = [](const IterationTiming& timing, std::size_t m) {
      return (timing.workers[m].computed - timing.workers[m].received).count();
    };
    QCOMPARE(time(b, 0), time(a, 0));
    QCOMPARE(time(b, 1), time(a, 1) * (k < 5 ? 4 : 1));
    QVERIFY(time(a, 1) > 0);
  }
}

void ParameterServerWorkersTest::nobodyWaitsForWhoIsAway() {
  ParameterServer three(settings(), 3, 1);
  ParameterServer two(settings(), 2, 1);
  for (std::int64_t k = 0; k < 5; ++k) {
    auto absent = away();
    absent.uploads = true;  // what an absent worker's load says besides is not looked at
    absent.upload = {1'000'000};
    absent.measuredCompute = SimTime{1'000'000'000};
    const auto with = three.iterate(std::vector{upload(1000, 700), absent, upload(3000, 900)}, k);
    const auto without = two.iterate(std::vector{upload(1000, 700), upload(3000, 900)}, k);
    QVERIFY(with.end == without.end);
    QCOMPARE(with.uplinkWireBits, without.uplinkWireBits);
    QVERIFY(with.workers[0].delivered == without.workers[0].delivered);
    QVERIFY(with.workers[2].delivered == without.workers[1].delivered);
    QVERIFY(isAway(with.workers[1], with.start));
  }
}

void ParameterServerWorkersTest::whatItSentBeforeItLeftArrives() {
  ParameterServer network(settings(), 2, 1);
  // A megabyte is under way for 80 ms; the worker is away in the iteration after that.
  QVERIFY(network.submit(std::vector{upload(10), upload(1'000'000)}, 0, -1));
  QVERIFY(network.submit(std::vector{upload(10, 1000), away()}, 1, 0));
  const auto first = network.resolved();
  QVERIFY(first);
  QCOMPARE(first->workers[1].delivered.count(), 80'000'000 + kLatency + 8'000'000);
  const auto second = network.resolved();
  QVERIFY(second);
  QVERIFY(isAway(second->workers[1], second->start));
  QCOMPARE(second->end, first->workers[1].delivered);  // the weights hold that upload
  QCOMPARE(network.ingress().bytesOut().value, std::int64_t{1'000'020});
}

void ParameterServerWorkersTest::timeNeverRunsBackWhenASlowWorkerLeaves() {
  ParameterServer network(settings({{"latency", 0.0}}), 2, 1);
  QVERIFY(network.submit(std::vector{upload(0, 1000), upload(0, 50'000)}, 0, -1));
  QVERIFY(network.submit(std::vector{upload(0, 1000), away()}, 1, -1));
  QVERIFY(network.finish());
  const auto first = network.resolved();
  const auto second = network.resolved();
  QCOMPARE(first->end.count(), std::int64_t{50'000});
  QCOMPARE(second->workers[0].computed.count(), std::int64_t{2000});
  QCOMPARE(second->start, first->end);
  QCOMPARE(second->end, first->end);
}

void ParameterServerWorkersTest::whoReturnsReceivesTheWeights_data() {
  QTest::addColumn<QString>("broadcast");
  for (const char* broadcast : {"free", "dense"}) QTest::newRow(broadcast) << broadcast;
}

void ParameterServerWorkersTest::whoReturnsReceivesTheWeights() {
  QFETCH(QString, broadcast);
  const bool dense = broadcast == "dense";
  ParameterServer network(settings({{"broadcast", broadcast.toStdString()}}), 3, 1);
  network.recordMessages(true);
  const auto load = upload(10, 1000);
  network.iterate(std::vector{load, away(), away()}, 0);
  const auto timing = network.iterate(std::vector{load, back(load), back(load)}, 1);
  // 4,000 bytes each, one after the other out of the server; dense: behind the first worker's.
  const int before = dense ? 1 : 0;
  for (int m = 1; m <= 2; ++m) {
    const auto& worker = timing.workers[static_cast<std::size_t>(m)];
    QCOMPARE((worker.received - timing.start).count(),
             (before + m) * 8 * 4000 + kLatency + 80 * 4000);
    QCOMPARE(worker.broadcast.transfer.count(), 88 * 4000);
    QCOMPARE(worker.broadcast.queueing.count(), (before + m - 1) * 8 * 4000);
    QVERIFY(worker.present);
  }
  const int sent = dense ? 3 : 2;
  QCOMPARE(timing.downlinkWireBits, std::int64_t{8} * 4000 * sent);
  QCOMPARE(timing.messages.size(), static_cast<std::size_t>(sent) + 3);
  QCOMPARE(network.downlink(2).bytesOut().value, std::int64_t{4000});
  // From then on as before.
  const auto later = network.iterate(std::vector{load, load, load}, 2);
  QCOMPARE(later.downlinkWireBits, std::int64_t{dense ? 8 * 4000 * 3 : 0});
}

/// Where nothing has been applied yet, the weights are those of time zero.
void ParameterServerWorkersTest::whoReturnsDoesNotBeginBeforeTheIteration() {
  QFETCH(QString, broadcast);
  ParameterServer network(settings({{"broadcast", broadcast.toStdString()}}), 2, 1);
  QVERIFY(network.submit(std::vector{upload(10, 50'000'000), away()}, 0, -1));
  QVERIFY(network.submit(std::vector{upload(10, 50'000'000), back(upload(10, 1000))}, 1, -1));
  QVERIFY(network.finish());
  const auto first = network.resolved();
  const auto second = network.resolved();
  QVERIFY(second->start == first->end);
  QVERIFY(second->start.count() >= 50'000'000);
  // Dense: they were sent when all of that iteration's were. Free: only now.
  const std::int64_t way = broadcast == "dense" ? 0 : 88 * 4000 + kLatency;
  QCOMPARE((second->workers[1].received - second->start).count(), way);
  QCOMPARE(second->workers[1].start, second->start);
}

void ParameterServerWorkersTest::aNarrowerLinkGoesOnWithWhatIsUnderWay() {
  ParameterServer network(settings(), 2, 1);
  QVERIFY(network.submit(std::vector{upload(1000), upload(1000)}, 0, -1));  // both until 80 us
  WorkerLoad idle;
  idle.measuredCompute = SimTime{30'000};
  QVERIFY(network.submit(std::vector{idle, idle}, 1, -1));  // ends at 30 us, with 625 bytes left
  network.configureWorker(0, 1.0, 0.5);
  QVERIFY(network.finish());
  const auto timing = network.resolved();
  QCOMPARE(timing->workers[0].delivered.count(), 30'000 + 625 * 160 + kLatency + 8 * 1000);
  QCOMPARE(timing->workers[0].upload.transfer.count(), 30'000 + 625 * 160 + 8 * 1000);
  QCOMPARE(timing->workers[1].delivered.count(), 80'000 + kLatency + 8 * 1000);
  // The way down is as narrow, for whatever comes.
  QCOMPARE(network.downlink(0).rate().value, 50e6);
  QCOMPARE(network.downlink(1).rate().value, 100e6);
}

void ParameterServerWorkersTest::bytesAreConservedHoweverOftenAShareChanges() {
  Random random(41, Purpose::Test);
  for (const bool traced : {false, true}) {
    Values values;
    if (traced) values["trace"] = std::string("square-wan");
    ParameterServer network(settings(values), 3, 1);
    std::int64_t sent = 0;
    SimTime lastEnd{};
    for (std::int64_t k = 0; k < 300; ++k) {
      std::vector<WorkerLoad> loads;
      for (std::size_t m = 0; m < 3; ++m) {
        const auto bytes = static_cast<std::int64_t>(random.below(200'000));
        loads.push_back(upload(bytes, static_cast<std::int64_t>(random.below(9'000'000))));
        sent += bytes;
        if (random.below(2) == 0)
          network.configureWorker(m, 1.0 + random.uniform(), 0.01 + 0.99 * random.uniform());
      }
      const auto start = network.submit(loads, k, std::max<std::int64_t>(-1, k - 4));
      QVERIFY(start->end >= lastEnd);
      lastEnd = start->end;
    }
    QVERIFY(network.finish());
    std::int64_t in = 0;
    std::int64_t resolved = 0;
    for (; const auto timing = network.resolved(); ++resolved)
      for (const auto& worker : timing->workers) {
        const auto& [queueing, transfer, propagation] = worker.upload;
        QCOMPARE(worker.delivered - worker.encoded, queueing + transfer + propagation);
        QVERIFY(queueing >= SimTime{} && transfer >= SimTime{});
      }
    QCOMPARE(resolved, std::int64_t{300});
    for (std::size_t m = 0; m < 3; ++m) {
      in += network.uplink(m).bytesOut().value;
      QVERIFY(!network.uplink(m).isBusy());
    }
    QCOMPARE(in, sent);
    QCOMPARE(network.ingress().bytesOut().value, sent);
  }
}

void ParameterServerWorkersTest::aShareIsOfTheRatesInForce() {
  ParameterServer network(settings(), 2, 1);
  network.configureWorker(1, 1.0, 0.5);
  network.configure(settings({{"worker_uplink", 50e6}}));
  QCOMPARE(network.uplink(0).rate().value, 50e6);
  QCOMPARE(network.uplink(1).rate().value, 25e6);
  QCOMPARE(network.downlink(1).rate().value, 50e6);
  network.configureWorker(1, 1.0, 0.25);  // instead of the half, not of it
  QCOMPARE(network.uplink(1).rate().value, 12.5e6);
  network.configureWorker(1, 1.0, 1.0);
  QCOMPARE(network.uplink(1).rate().value, 50e6);
  QCOMPARE(network.uplink(1).latency().count(), kLatency);
}

void ParameterServerWorkersTest::aShareOfATraceActsOnWhatIsUnderWay() {
  // 100 Mbit/s for 20 s, then 10 Mbit/s for 20 s, and so on. A tenth of it from 2 s on: 25 MB have
  // left, 22.5 MB more do until 20 s, and 2.5 MB until 40 s.
  ParameterServer network(settings({{"trace", std::string("square-wan")}, {"server_ingress", 8e9}}),
                          1, 1);
  QVERIFY(network.submit(std::vector{upload(51'000'000)}, 0, -1));
  WorkerLoad idle;
  idle.measuredCompute = SimTime{2'000'000'000};
  QVERIFY(network.submit(std::vector{idle}, 1, -1));
  network.configureWorker(0, 1.0, 0.1);
  QVERIFY(network.finish());
  const auto timing = network.resolved();
  const std::int64_t left = 51'000'000 - 25'000'000 - 22'500'000 - 2'500'000;
  QCOMPARE(timing->workers[0].delivered.count(),
           40'000'000'000 + left * 800 + kLatency + 51'000'000);
}

void ParameterServerWorkersTest::theSlowestLinkIsExact() {
  // 10 kbit/s, a ten-thousandth of it: a byte takes eight seconds.
  ParameterServer network(settings({{"worker_uplink", 1e4}}), 1, 1);
  network.configureWorker(0, 1.0, 1e-4);
  const auto timing = network.iterate(std::vector{upload(1000)}, 0);
  QCOMPARE(timing.workers[0].delivered.count(), 8'000'000'000'000 + kLatency + 8 * 1000);
}

/// Also with workers that run ahead of the others, where the next turn of the fast ones begins
/// before the last one of the slow ones has ended.
void ParameterServerWorkersTest::whatSaysNothingNewChangesNothing() {
  Random random(42, Purpose::Test);
  ParameterServer left(settings(), 4, 1);
  ParameterServer alone(settings(), 4, 1);
  for (auto* network : {&left, &alone}) {
    network->configureWorker(0, 1.0, 0.5);
    network->configureWorker(2, 20.0, 1.0);
  }
  for (std::int64_t k = 0; k < 200; ++k) {
    std::vector<WorkerLoad> loads;
    for (int m = 0; m < 4; ++m)
      loads.push_back(upload(static_cast<std::int64_t>(random.below(100'000)),
                             static_cast<std::int64_t>(random.below(3'000'000))));
    left.configure(settings());
    left.configureWorker(0, 1.0, 0.5);
    const auto through = std::max<std::int64_t>(-1, k - 6);
    QVERIFY(left.submit(loads, k, through)->end == alone.submit(loads, k, through)->end);
    for (;;) {
      const auto a = left.resolved();
      const auto b = alone.resolved();
      // Settling may know an iteration earlier than the other; what is known is the same.
      if (!a || !b) {
        QVERIFY(a.has_value() == b.has_value());
        break;
      }
      QVERIFY(sameTimes(*a, *b));
    }
  }
}

QTEST_APPLESS_MAIN(ParameterServerWorkersTest)
#include "parameter_server_workers_test.moc"
