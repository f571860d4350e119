// SPDX-License-Identifier: GPL-3.0-or-later
// A parameter server on one of the workers' machines.
#include <vector>

#include <QtTest>

#include "core/net/parameter_server.h"

using namespace telegrad;

class ParameterServerPlacementTest : public QObject {
  Q_OBJECT
 private slots:
  void uploadsGoToThatWorkersDownlink();
  void broadcastsComeFromItsUplink();
  void itsLinksFollowTheTrace();
  void aloneItNeedsNoNetwork();
};

namespace {

Settings settings(Values values) {
  values["server"] = std::string("worker-1");
  values["compute_model"] = std::string("measured");
  values["message_overhead"] = std::int64_t{0};
  values["worker_uplink"] = 8e6;     // a byte in a microsecond
  values["worker_downlink"] = 16e6;  // two
  values["server_ingress"] = 1e4;    // which must not matter
  values["server_egress"] = 1e4;
  const auto made = Settings::from(networks().front().parameters, values);
  if (!made) qFatal("%s", made.error().message.c_str());
  return *made;
}

std::vector<WorkerLoad> loads(std::size_t workers) {
  WorkerLoad load;
  load.broadcast = {2000};
  load.uploads = true;
  load.upload = {1000};
  return std::vector<WorkerLoad>(workers, load);
}

constexpr SimTime ms(double milliseconds) {
  return SimTime{static_cast<std::int64_t>(milliseconds * 1e6)};
}

}  // namespace

/// 1 ms on the uplink, 1 ms latency, 0.5 ms on the first worker's downlink, one after the other.
void ParameterServerPlacementTest::uploadsGoToThatWorkersDownlink() {
  ParameterServer network(settings({}), 3, 1);
  network.recordMessages(true);
  const auto timing = network.iterate(loads(3), 0);
  QCOMPARE(timing.workers[0].delivered, SimTime{});
  QCOMPARE(timing.workers[0].sent.value, std::int64_t{0});
  QCOMPARE(timing.workers[1].delivered, ms(2.5));
  QCOMPARE(timing.workers[2].delivered, ms(3.0));
  QCOMPARE(timing.end, ms(3.0));
  QCOMPARE(timing.uplinkWireBits, std::int64_t{16'000});
  QCOMPARE(timing.messages.size(), std::size_t{2});
}

/// 2 ms each on the first worker's uplink, 1 ms latency, 1 ms on the own downlink.
void ParameterServerPlacementTest::broadcastsComeFromItsUplink() {
  ParameterServer network(settings({{"broadcast", std::string("dense")}}), 3, 1);
  const auto timing = network.iterate(loads(3), 0);
  QCOMPARE(timing.workers[0].received, SimTime{});
  QCOMPARE(timing.workers[1].received, ms(4.0));
  QCOMPARE(timing.workers[2].received, ms(6.0));
  QCOMPARE(timing.downlinkWireBits, std::int64_t{32'000});
}

void ParameterServerPlacementTest::itsLinksFollowTheTrace() {
  const ParameterServer network(settings({{"trace", std::string("square-wan")}}), 3, 1);
  for (const double at : {0.0, 10.0, 100.0, 1000.0}) {
    const auto time = simTime(at);
    QCOMPARE(network.ingress().rateAt(time).value, network.uplink(1).rateAt(time).value);
    QCOMPARE(network.egress().rateAt(time).value, network.uplink(1).rateAt(time).value);
    QCOMPARE(network.ingress().latencyAt(time), SimTime{});
  }
}

void ParameterServerPlacementTest::aloneItNeedsNoNetwork() {
  ParameterServer network(settings({{"broadcast", std::string("dense")}}), 1, 1);
  const auto timing = network.iterate(loads(1), 0);
  QCOMPARE(timing.end, SimTime{});
  QCOMPARE(timing.uplinkWireBits + timing.downlinkWireBits, std::int64_t{0});
}

QTEST_APPLESS_MAIN(ParameterServerPlacementTest)
#include "parameter_server_placement_test.moc"
