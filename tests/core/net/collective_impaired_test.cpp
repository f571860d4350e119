// SPDX-License-Identifier: GPL-3.0-or-later
// Collectives over ports that are more than plain.
#include <array>
#include <cmath>
#include <vector>

#include <QtTest>

#include "core/net/collective.h"
#include "core/net/framing.h"
#include "core/net/shipped_traces.h"

using namespace telegrad;

class CollectiveImpairedTest : public QObject {
  Q_OBJECT
 private slots:
  void portsFollowATrace();
  void aSharePortFollowsItsShareOfTheTrace();
  void lossIsSentAgainAndCounted_data() { keys(); }
  void lossIsSentAgainAndCounted();
  void jitterOnlyLaterIsNeverEarlier_data() { keys(); }
  void jitterOnlyLaterIsNeverEarlier();
  void packetsHaveHeaders();
  void whatIsOffIsPlain_data() { keys(); }
  void whatIsOffIsPlain();
  void aChangeCountsFromTheNextIteration();
  void whatNeverArrivesNamesThePort();

 private:
  static void keys() {
    QTest::addColumn<QString>("key");
    for (const auto* key : {"ring-all-reduce", "tree-all-reduce", "double-tree-all-reduce",
                            "halving-doubling", "ring-all-gather"})
      QTest::newRow(key) << key;
  }
};

namespace {

constexpr std::size_t kWorkers = 5;
constexpr std::int64_t kSize = 40'000;

Settings settingsOf(const std::string& key, Values values = {}) {
  const auto entry = find(networks(), key, "network");
  if (!entry) qFatal("%s", entry.error().message.c_str());
  values.try_emplace("compute_model", std::string("measured"));
  values.try_emplace("message_overhead", std::int64_t{0});
  const auto settings = Settings::from((*entry)->parameters, values);
  if (!settings) qFatal("%s", settings.error().message.c_str());
  return *settings;
}

std::unique_ptr<Network> network(const std::string& key, Values values = {},
                                 std::size_t workers = kWorkers) {
  return (*find(networks(), key, "network"))
      ->make(settingsOf(key, std::move(values)))
      ->build(workers, 7);
}

std::vector<WorkerLoad> loads(std::size_t workers = kWorkers) {
  WorkerLoad load;
  load.uploads = true;
  load.upload = {kSize};
  load.measuredCompute = SimTime{2'000'000};
  return std::vector<WorkerLoad>(workers, load);
}

struct Outcome {
  std::int64_t bits = 0;
  std::vector<SimTime> ends;
  std::int64_t carried = 0;  ///< bits that the ports are told of, by worker timings
  std::int64_t timed = 0;    ///< bits that the timings count
};

Outcome run(Network& network, int iterations, std::int64_t staleness = 0,
            std::size_t workers = kWorkers) {
  Outcome outcome;
  const auto take = [&] {
    while (const auto timing = network.resolved()) {
      outcome.timed += timing->uplinkWireBits;
      for (const auto& worker : timing->workers) outcome.carried += 8 * worker.sent.value;
    }
  };
  for (int k = 0; k < iterations; ++k) {
    const auto started =
        network.submit(loads(workers), k, std::max<std::int64_t>(-1, k - staleness));
    if (!started) qFatal("%s", started.error().message.c_str());
    outcome.bits += started->uplinkWireBits;
    outcome.ends.push_back(started->end);
    take();
  }
  if (const auto finished = network.finish(); !finished)
    qFatal("%s", finished.error().message.c_str());
  take();
  return outcome;
}

/// When a message of that size has crossed one link that follows the trace.
SimTime overOneLink(std::shared_ptr<const Trace> trace, SimTime latency, std::int64_t bytes,
                    SimTime from) {
  Fabric fabric;
  const auto link = fabric.addLink({1e6}, latency);
  const auto route = fabric.addRoute(std::array{link});
  fabric.follow(link, std::move(trace), SimTime{0});
  const auto message = fabric.send(route, from, {bytes});
  while (fabric.runToDelivery()) {
  }
  return fabric.delivery(message).end;
}

}  // namespace

void CollectiveImpairedTest::portsFollowATrace() {
  // Two workers exchange one message each way over the same trace.
  const auto trace = std::make_shared<const Trace>(*shippedTrace("square-wan", 0.05));
  const auto net =
      network("ring-all-gather", {{"trace", std::string("square-wan")}, {"trace_scale", 0.05}}, 2);
  SimTime now{0};
  const auto outcome = run(*net, 40, 0, 2);
  for (const auto end : outcome.ends) {
    now = overOneLink(trace, simTime(1e-3), kSize, now + SimTime{2'000'000});
    QCOMPARE(end, now);
  }
}

void CollectiveImpairedTest::aSharePortFollowsItsShareOfTheTrace() {
  const auto trace = std::make_shared<const Trace>(*shippedTrace("square-wan", 0.05));
  const auto whole =
      network("ring-all-gather", {{"trace", std::string("square-wan")}, {"trace_scale", 0.05}}, 2);
  const auto half =
      network("ring-all-gather", {{"trace", std::string("square-wan")}, {"trace_scale", 0.1}}, 2);
  half->configureWorker(0, 1.0, 0.5);
  half->configureWorker(1, 1.0, 0.5);
  QCOMPARE(run(*half, 30, 0, 2).ends, run(*whole, 30, 0, 2).ends);
}

void CollectiveImpairedTest::lossIsSentAgainAndCounted() {
  QFETCH(QString, key);
  constexpr double kLoss = 0.2;
  constexpr int kIterations = 60;
  for (const std::int64_t staleness : {0, 2}) {
    const auto plain = network(key.toStdString());
    const auto without = run(*plain, kIterations, staleness);
    const Values values{{"loss", std::string("independent")}, {"loss_rate", kLoss}};
    const auto net = network(key.toStdString(), values);
    const auto with = run(*net, kIterations, staleness);
    // Every packet is sent 1 / (1 - p) times in the mean.
    const double more = static_cast<double>(with.timed) / static_cast<double>(without.timed);
    QVERIFY2(std::abs(more - 1.0 / (1.0 - kLoss)) < 0.03, qPrintable(QString::number(more)));
    QCOMPARE(with.timed, with.carried);
    QVERIFY(with.bits <= with.timed);  // what the last iterations repeat may come after them
    if (staleness == 0) QCOMPARE(with.bits, with.timed);
    // The first ones wait for no upload.
    for (auto k = static_cast<std::size_t>(staleness); k < with.ends.size(); ++k)
      QVERIFY(with.ends[k] > without.ends[k]);
    const auto again = network(key.toStdString(), values);
    QCOMPARE(run(*again, kIterations, staleness).ends, with.ends);
  }
}

void CollectiveImpairedTest::jitterOnlyLaterIsNeverEarlier() {
  QFETCH(QString, key);
  const auto plain = network(key.toStdString());
  const auto without = run(*plain, 20);
  for (const auto* order : {"kept", "free"}) {
    const auto net = network(key.toStdString(), {{"jitter", std::string("exponential")},
                                                 {"jitter_spread", 2e-3},
                                                 {"jitter_order", std::string(order)}});
    const auto with = run(*net, 20);
    QCOMPARE(with.bits, without.bits);
    for (std::size_t k = 0; k < with.ends.size(); ++k) QVERIFY(with.ends[k] > without.ends[k]);
  }
}

void CollectiveImpairedTest::packetsHaveHeaders() {
  const auto net = network("ring-all-gather", {{"framing", std::string("packets")}});
  const auto outcome = run(*net, 3);
  const auto wire = Framing::ethernet(1500).wire({kSize});
  QCOMPARE(outcome.bits, 3 * std::int64_t{kWorkers * (kWorkers - 1)} * 8 * wire.value);
}

void CollectiveImpairedTest::whatIsOffIsPlain() {
  QFETCH(QString, key);
  const auto plain = network(key.toStdString());
  // A loss of nothing goes the way of what is impaired.
  const auto off =
      network(key.toStdString(), {{"loss", std::string("independent")}, {"loss_rate", 0.0}});
  QCOMPARE(run(*off, 20, 1).ends, run(*plain, 20, 1).ends);
}

void CollectiveImpairedTest::aChangeCountsFromTheNextIteration() {
  const auto plain = network("ring-all-reduce");
  const auto net = network("ring-all-reduce");
  std::vector<SimTime> ends;
  for (int k = 0; k < 6; ++k) {
    if (k == 3)
      net->configure(settingsOf("ring-all-reduce",
                                {{"jitter", std::string("exponential")}, {"jitter_spread", 5e-3}}));
    const auto started = net->submit(loads(), k, k);
    QVERIFY(started);
    ends.push_back(started->end);
  }
  const auto without = run(*plain, 6).ends;
  for (std::size_t k = 0; k < 3; ++k) QCOMPARE(ends[k], without[k]);
  QVERIFY(ends[3] > without[3]);
}

void CollectiveImpairedTest::whatNeverArrivesNamesThePort() {
  const auto net = network("ring-all-gather", {{"loss", std::string("bursts")},
                                               {"loss_rate", 0.9},
                                               {"burst_begin", 1.0},
                                               {"burst_end", 0.001},
                                               {"burst_loss", 1.0}});
  const auto started = net->submit(loads(), 0, 0);
  QVERIFY(!started);
  QVERIFY2(started.error().message.find("the port of worker ") != std::string::npos,
           started.error().message.c_str());
}

QTEST_APPLESS_MAIN(CollectiveImpairedTest)
#include "collective_impaired_test.moc"
