// SPDX-License-Identifier: GPL-3.0-or-later
// The same training on every network: they move time, and nothing else.
#include <set>
#include <vector>

#include <QtTest>

#include "tests/support/small_runs.h"

using namespace telegrad;
using telegrad::test::SmallCluster;
using telegrad::test::smallExperiment;

class NetworksClusterTest : public QObject {
  Q_OBJECT
 private slots:
  void weightsAreTheSameBits_data();
  void weightsAreTheSameBits();
  void decoFindsItsWayAroundARing();
  void decoGoesByThoseThatSend();
};

void NetworksClusterTest::weightsAreTheSameBits_data() {
  QTest::addColumn<QString>("algorithm");
  for (const char* algorithm : {"sgd", "dd-sgd", "sasg", "dd-ef-sgd"})
    QTest::newRow(algorithm) << algorithm;
}

void NetworksClusterTest::weightsAreTheSameBits() {
  QFETCH(QString, algorithm);
  std::vector<float> first;
  std::set<std::int64_t> times;
  std::size_t runs = 0;
  for (const auto& entry : networks()) {
    const auto experiment = smallExperiment(
        algorithm.toStdString(), {"network.key=" + entry.key, "network.compute_model=lognormal"});
    if (conflictIn(experiment)) continue;
    SmallCluster cluster(experiment);
    SimTime end{};
    for (int k = 0; k < 15; ++k) {
      const auto result = cluster->iterate(false, k == 14);
      if (!result) QFAIL(result.error().message.c_str());
      QVERIFY((*result)->end >= end);
      end = (*result)->end;
    }
    const std::vector<float> weights(cluster->weights().begin(), cluster->weights().end());
    if (first.empty()) first = weights;
    QVERIFY(weights == first);
    times.insert(end.count());
    ++runs;
  }
  QVERIFY(runs >= 2);
  QCOMPARE(times.size(), runs);  // and these are different networks
}

/// Nine messages pass each port: the link keeps up with 10 ms of computation at a ninth of what a
/// worker alone could send, kappa = a T / (9 S).
void NetworksClusterTest::decoFindsItsWayAroundARing() {
  const auto experiment =
      smallExperiment("deco-sgd", {"network.key=ring-all-gather", "network.link_bandwidth=2e8",
                                   "network.latency=0.001", "network.compute_time=0.01",
                                   "network.message_overhead=0", "network.message_size=values",
                                   "algorithm.headroom=1", "algorithm.reselect_every=10"});
  SmallCluster cluster(experiment);
  IterationResult last;
  SimTime before{};
  for (int k = 0; k < 120; ++k) {
    const auto result = cluster->iterate(false);
    if (!result) QFAIL(result.error().message.c_str());
    last = **result;
    if (k == 79) before = last.end;
  }
  const double ratio = static_cast<double>(last.valueBits) / static_cast<double>(last.denseBits);
  const double kappa = 2e8 * 0.01 / (9.0 * 32.0 * 25'450);
  QVERIFY2(std::abs(ratio - kappa) < 0.01 * kappa, qPrintable(QString::number(ratio / kappa)));
  QVERIFY(last.staleness >= 2);  // 9 ms of hops and 10 ms of transfer behind 10 ms each
  const double mean = seconds(last.end - before) / 40.0;
  QVERIFY2(mean < 1.05 * 0.01, qPrintable(QString::number(mean)));
}

/// The worker where the server is sends nothing over a link, and is none to plan for.
void NetworksClusterTest::decoGoesByThoseThatSend() {
  const auto experiment =
      smallExperiment("deco-sgd", {"network.server=worker-1", "network.worker_uplink=2e7",
                                   "network.worker_downlink=2e8", "network.latency=0.015",
                                   "network.compute_time=0.01", "algorithm.reselect_every=10"});
  SmallCluster cluster(experiment);
  std::int64_t staleness = 0;
  for (int k = 0; k < 60; ++k) {
    const auto result = cluster->iterate(false);
    if (!result) QFAIL(result.error().message.c_str());
    staleness = (*result)->staleness;
  }
  QVERIFY(staleness >= 2);  // 15 ms and the transfer behind 10 ms each
}

QTEST_APPLESS_MAIN(NetworksClusterTest)
#include "networks_cluster_test.moc"
