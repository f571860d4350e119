// SPDX-License-Identifier: GPL-3.0-or-later
// A parameter server on links that are more than plain.
#include <algorithm>
#include <vector>

#include <QtTest>

#include "core/base/random.h"
#include "core/net/parameter_server.h"

using telegrad::IterationTiming;
using telegrad::ParameterServer;
using telegrad::Settings;
using telegrad::SimTime;
using telegrad::Trace;
using telegrad::TraceStep;
using telegrad::Values;
using telegrad::WorkerLoad;

class ParameterServerImpairedTest : public QObject {
  Q_OBJECT
 private slots:
  void limitsThatAreNeverReachedChangeNothing();
  void timesAddUp_data();
  void timesAddUp();
  void fairUploadsEndTogether();
  void fairUploadsFeelAMovedSlider();
  void headersInEveryPacketCount();
  void repeatsCountOnTheWire();
  void repeatsOfLateUploadsAreToldLater();
  void aDroppedUploadComesAgain();
  void queuesAreSeen();
  void aTracesLatencyAndLossAreTheWorkers();
  void slowStartIsPaidByEveryMessage();
  void aNetworkThatDeliversNothingSaysSo_data();
  void aNetworkThatDeliversNothingSaysSo();
};

namespace {

std::string word(const char* text) {
  return text;
}

/// Whole nanoseconds a byte: 80 on the worker's links, 8 on the server's; 5 ms; measured times.
Settings settings(Values overrides = {}) {
  Values values{{"worker_uplink", 100e6}, {"worker_downlink", 100e6},
                {"server_ingress", 1e9},  {"server_egress", 1e9},
                {"latency", 5e-3},        {"message_overhead", std::int64_t{0}},
                {"compute_time", 0.0},    {"compute_model", word("measured")}};
  for (const auto& [key, value] : overrides) values[key] = value;
  auto made = Settings::from(telegrad::networks()[0].parameters, values);
  if (!made) qFatal("%s", made.error().message.c_str());
  return *std::move(made);
}

WorkerLoad upload(std::int64_t bytes, std::int64_t computeNanoseconds = 0) {
  return {.broadcast = {0},
          .uploads = true,
          .upload = {bytes},
          .measuredCompute = SimTime{computeNanoseconds}};
}

std::vector<WorkerLoad> someLoads(telegrad::Random& random, std::size_t workers) {
  std::vector<WorkerLoad> loads;
  for (std::size_t i = 0; i < workers; ++i) {
    loads.push_back(upload(static_cast<std::int64_t>(random.below(30'000)),
                           static_cast<std::int64_t>(random.below(3'000'000))));
    loads.back().broadcast = {static_cast<std::int64_t>(random.below(20'000))};
    loads.back().uploads = random.below(5) > 0;
  }
  return loads;
}

std::shared_ptr<const Trace> trace(std::vector<TraceStep> steps) {
  auto made = Trace::from(std::move(steps), std::nullopt, "by hand");
  if (!made) qFatal("%s", made.error().message.c_str());
  return std::make_shared<const Trace>(*std::move(made));
}

}  // namespace

void ParameterServerImpairedTest::limitsThatAreNeverReachedChangeNothing() {
  // Another path through the code, of the same times to the nanosecond.
  const Values dense{{"broadcast", word("dense")}};
  Values limited = dense;
  limited["queue"] = word("limited");
  limited["queue_limit"] = 1e12;
  ParameterServer plain(settings(dense), 6, 1);
  ParameterServer other(settings(limited), 6, 1);
  telegrad::Random random(1, telegrad::Purpose::Test);
  for (std::int64_t k = 0; k < 50; ++k) {
    const auto loads = someLoads(random, 6);
    const auto expected = plain.iterate(loads, k);
    const auto read = other.iterate(loads, k);
    QCOMPARE(read.end, expected.end);
    QCOMPARE(read.downlinkWireBits, expected.downlinkWireBits);
    QCOMPARE(read.queuePeak, expected.queuePeak);
    for (std::size_t m = 0; m < 6; ++m) {
      QCOMPARE(read.workers[m].received, expected.workers[m].received);
      QCOMPARE(read.workers[m].delivered, expected.workers[m].delivered);
      QCOMPARE(read.workers[m].broadcast, expected.workers[m].broadcast);
      QCOMPARE(read.workers[m].upload, expected.workers[m].upload);
    }
  }
}

void ParameterServerImpairedTest::timesAddUp_data() {
  QTest::addColumn<QString>("key");
  QTest::addColumn<QString>("option");
  for (const char* row : {"discipline=fair", "framing=packets", "jitter=uniform", "jitter=normal",
                          "jitter=exponential", "loss=independent", "loss=bursts", "queue=limited",
                          "connection=cold", "connection=warm", "connection=idle-reset"}) {
    const auto parts = QString(row).split('=');
    QTest::newRow(row) << parts[0] << parts[1];
  }
}

void ParameterServerImpairedTest::timesAddUp() {
  QFETCH(const QString, key);
  QFETCH(const QString, option);
  for (const char* discipline : {"fifo", "fair"}) {
    Values values{{"broadcast", word("dense")},
                  {"discipline", word(discipline)},
                  {"queue_limit", 20'000.0},
                  {"bucket", 5000.0}};
    values[key.toStdString()] = option.toStdString();
    ParameterServer network(settings(values), 6, 3);
    ParameterServer again(settings(values), 6, 3);
    network.recordMessages(true);
    telegrad::Random random(2, telegrad::Purpose::Test);
    SimTime last{0};
    for (std::int64_t k = 0; k < 60; ++k) {
      const auto loads = someLoads(random, 6);
      const auto timing = network.iterate(loads, k);
      QCOMPARE(again.iterate(loads, k).end, timing.end);
      QCOMPARE(timing.start, last);
      std::int64_t sent = 0;
      SimTime latest{0};
      for (const auto& worker : timing.workers) {
        QVERIFY(worker.start <= worker.received && worker.received <= worker.computed);
        QVERIFY(worker.computed <= worker.encoded && worker.encoded <= worker.delivered);
        const auto ways = worker.broadcast + worker.upload;
        QVERIFY(ways.queueing >= SimTime{0} && ways.propagation >= SimTime{0});
        QCOMPARE(worker.delivered - worker.encoded + worker.received - worker.start,
                 ways.queueing + ways.transfer + ways.propagation);
        sent += worker.sent.value;
        latest = std::max(latest, worker.delivered);
      }
      QCOMPARE(timing.uplinkWireBits, 8 * sent);
      QCOMPARE(timing.end, latest);
      std::int64_t carried = 0;
      for (const auto& message : timing.messages) carried += 8 * message.bytes.value;
      QCOMPARE(carried, timing.uplinkWireBits + timing.downlinkWireBits);
      last = timing.end;
    }
    const auto& into = network.ingress();
    QCOMPARE(into.bytesIn(), into.bytesOut());
    for (std::size_t m = 0; m < 6; ++m)
      QCOMPARE(network.uplink(m).bytesIn(), network.uplink(m).bytesOut());
  }
}

void ParameterServerImpairedTest::fairUploadsEndTogether() {
  // N S / B over the shared link, whose share is less than a worker's own link carries.
  ParameterServer network(settings({{"discipline", word("fair")}, {"server_ingress", 100e6}}), 8,
                          1);
  const auto timing = network.iterate(std::vector<WorkerLoad>(8, upload(2500)), 0);
  for (const auto& worker : timing.workers) {
    QCOMPARE(worker.delivered.count(), 8 * 2500 * 80 + 5'000'000);
    QCOMPARE(worker.upload.transfer.count(), 2500 * 80);
    QCOMPARE(worker.upload.queueing.count(), 7 * 2500 * 80);
  }
}

void ParameterServerImpairedTest::fairUploadsFeelAMovedSlider() {
  const Values fair{{"discipline", word("fair")}, {"server_ingress", 100e6}};
  ParameterServer network(settings(fair), 2, 1);
  QVERIFY(network.submit(std::vector<WorkerLoad>(2, upload(10'000)), 0, -1));
  std::vector<WorkerLoad> idle(2);
  for (auto& load : idle) load.measuredCompute = SimTime{5'000'000 + 800'000};
  QVERIFY(network.submit(idle, 1, -1));  // until then the latency has passed and 5000 B each left
  Values slower = fair;
  slower["server_ingress"] = 10e6;
  network.configure(settings(slower));
  QVERIFY(network.finish());
  const auto timing = network.resolved();
  for (const auto& worker : timing->workers)
    QCOMPARE(worker.delivered.count(), 5'000'000 + 800'000 + 2 * 5000 * 800);
  QCOMPARE(network.ingress().bytesOut().value, std::int64_t{20'000});
}

void ParameterServerImpairedTest::headersInEveryPacketCount() {
  ParameterServer network(settings({{"framing", word("packets")}}), 1, 1);
  const std::int64_t wire = 10'000 + 7 * 66;
  QCOMPARE(network.wireBits({10'000}), 8 * wire);
  const auto timing = network.iterate(std::vector{upload(10'000)}, 0);
  QCOMPARE(timing.end.count(), 88 * wire + 5'000'000);
  QCOMPARE(timing.uplinkWireBits, 8 * wire);
}

void ParameterServerImpairedTest::repeatsCountOnTheWire() {
  ParameterServer network(settings({{"loss", word("independent")}, {"loss_rate", 0.3}}), 1, 1);
  std::int64_t repeated = 0;
  for (std::int64_t k = 0; k < 200; ++k) {
    const auto started = network.submit(std::vector{upload(100 * 1514)}, k, k);
    const auto timing = network.resolved();
    QVERIFY(started && timing);
    QCOMPARE(started->uplinkWireBits, timing->uplinkWireBits);
    QCOMPARE(timing->uplinkWireBits, 8 * timing->workers[0].sent.value);
    const auto more = timing->workers[0].sent.value - 100 * 1514;
    QCOMPARE(more % 1514, std::int64_t{0});
    QCOMPARE(timing->workers[0].upload.transfer.count(), 80 * (100 * 1514 + more) + 8 * 100 * 1514);
    repeated += more / 1514;
  }
  // Mean p / (1 - p) a packet, variance p / (1 - p)^2.
  const double mean = static_cast<double>(repeated) / 20'000.0;
  QVERIFY(std::abs(mean - 0.3 / 0.7) < 5.0 * std::sqrt(0.3 / 0.49 / 20'000.0));
}

void ParameterServerImpairedTest::repeatsOfLateUploadsAreToldLater() {
  ParameterServer network(settings({{"loss", word("independent")}, {"loss_rate", 0.3}}), 3, 1);
  std::int64_t told = 0;
  std::int64_t known = 0;
  constexpr std::int64_t kTau = 4;
  for (std::int64_t k = 0; k < 100; ++k) {
    // The last one waits for all.
    const auto through = k == 99 ? k : std::max<std::int64_t>(-1, k - kTau);
    const auto started =
        network.submit(std::vector<WorkerLoad>(3, upload(30'000, 1'000'000)), k, through);
    QVERIFY(started);
    told += started->uplinkWireBits;
    while (const auto timing = network.resolved()) known += timing->uplinkWireBits;
  }
  QCOMPARE(told, known);
  QVERIFY(told > 8 * 3 * 100 * 30'000);
}

void ParameterServerImpairedTest::aDroppedUploadComesAgain() {
  ParameterServer network(settings({{"queue", word("limited")},
                                    {"queue_limit", 1000.0},
                                    {"retry_after", 0.02},
                                    {"server_ingress", 100e6}}),
                          3, 1);
  const auto timing = network.iterate(std::vector<WorkerLoad>(3, upload(1000)), 0);
  const std::int64_t there = 80 * 1000 + 5'000'000;
  QCOMPARE(timing.workers[1].delivered.count(), there + 2 * 80 * 1000);
  QCOMPARE(timing.workers[2].delivered.count(), there + 20'000'000 + there + 80 * 1000);
  QCOMPARE(timing.workers[2].sent.value, std::int64_t{2000});
  QCOMPARE(timing.uplinkWireBits, std::int64_t{8 * 4000});
  QCOMPARE(network.ingress().bytesDropped().value, std::int64_t{1000});
}

void ParameterServerImpairedTest::queuesAreSeen() {
  ParameterServer network(settings(), 5, 1);
  QCOMPARE(network.iterate(std::vector<WorkerLoad>(5, upload(1000)), 0).queuePeak.value,
           std::int64_t{4000});
  QCOMPARE(
      network
          .iterate(
              std::vector{upload(1000), WorkerLoad{}, WorkerLoad{}, WorkerLoad{}, WorkerLoad{}}, 1)
          .queuePeak.value,
      std::int64_t{0});
}

void ParameterServerImpairedTest::aTracesLatencyAndLossAreTheWorkers() {
  for (const bool loses : {false, true}) {
    ParameterServer network(settings({{"broadcast", word("dense")}}), 1, 1);
    network.follow(trace({{.bandwidth = {100e6},
                           .latency = SimTime{30'000'000},
                           .loss = loses ? std::optional(0.5) : std::nullopt}}));
    auto load = upload(100 * 1514);
    load.broadcast = {100 * 1514};
    const auto timing = network.iterate(std::vector{load}, 0);
    const auto& worker = timing.workers[0];
    const std::int64_t once = 88 * 100 * 1514 + 30'000'000;
    if (loses) {
      QVERIFY(worker.received.count() > once);
      QVERIFY((worker.delivered - worker.received).count() > once);
      QVERIFY(timing.downlinkWireBits > 8 * 100 * 1514 && timing.uplinkWireBits > 8 * 100 * 1514);
    } else {
      QCOMPARE(worker.received.count(), once);
      QCOMPARE((worker.delivered - worker.received).count(), once);
    }
  }
}

void ParameterServerImpairedTest::slowStartIsPaidByEveryMessage() {
  ParameterServer network(settings({{"connection", word("cold")},
                                    {"latency", 0.04},
                                    {"worker_uplink", 50e6},
                                    {"server_ingress", 50e6}}),
                          1, 1);
  telegrad::Connection model(
      {.kind = telegrad::ConnectionModel::Kind::Cold, .segmentPayload = 1514, .segmentWire = 1514});
  const auto waits = model.waits(SimTime{0}, {250'000}, {50e6}, SimTime{40'000'000});
  QVERIFY(waits > SimTime{200'000'000});
  for (std::int64_t k = 0; k < 3; ++k) {
    const auto timing = network.iterate(std::vector{upload(250'000)}, k);
    QCOMPARE((timing.end - timing.start).count(), 2 * 40'000'000 + 40'000'000 + waits.count());
  }
}

void ParameterServerImpairedTest::aNetworkThatDeliversNothingSaysSo_data() {
  QTest::addColumn<bool>("fair");
  QTest::addColumn<bool>("down");
  for (const bool fair : {false, true})
    for (const bool down : {false, true})
      QTest::addRow("%s, %s", fair ? "fair" : "fifo", down ? "down" : "up") << fair << down;
}

void ParameterServerImpairedTest::aNetworkThatDeliversNothingSaysSo() {
  QFETCH(const bool, fair);
  QFETCH(const bool, down);
  ParameterServer network(
      settings({{"discipline", word(fair ? "fair" : "fifo")}, {"broadcast", word("dense")}}), 2, 1);
  network.follow(
      trace({{.bandwidth = {1e6}}, {.time = SimTime{1'000'000'000}, .bandwidth = {1.0}}}));
  std::vector<WorkerLoad> loads(2, upload(down ? 0 : 1'000'000'000));
  loads[1].broadcast = {down ? 1'000'000'000 : 1000};
  const auto started = network.submit(loads, 0, 0);
  QVERIFY(!started);
  const auto& message = started.error().message;
  const std::string link = down ? "downlink of worker" : "uplink of worker";
  for (const auto& words : {link, std::string("by hand"), std::string("allowed: ")})
    QVERIFY2(message.find(words) != std::string::npos, message.c_str());
}

QTEST_APPLESS_MAIN(ParameterServerImpairedTest)
#include "parameter_server_impaired_test.moc"
