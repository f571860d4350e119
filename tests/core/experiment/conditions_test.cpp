// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/conditions.h"

#include <vector>

#include <QtTest>

#include "tests/support/small_runs.h"

using namespace telegrad;
using telegrad::test::smallExperiment;
using telegrad::test::with;

namespace {

/// Carries an experiment out and hands over its samples.
std::vector<Sample> samplesOf(const Experiment& experiment) {
  RunOptions options;
  options.threads = 1;
  TrainingRun run(experiment, options);
  std::vector<Sample> samples;
  const auto drained = [&] {
    const bool last = run.finished();
    while (auto sample = run.poll()) samples.push_back(*std::move(sample));
    return last;
  };
  [&] { QTRY_VERIFY_WITH_TIMEOUT(drained(), 60000); }();
  return samples;
}

}  // namespace

class ConditionsTest : public QObject {
  Q_OBJECT
 private slots:
  void aNetworkInFourNumbers();
  void aTraceCountsByItsMean();
  void aSharedIngressCountsByAWorkersShare();
  void onWorkerOneItsDownlinkIsShared();
  void onCollectivesEveryLinkCarriesTheSum_data();
  void onCollectivesEveryLinkCarriesTheSum();
  void encodingIsComputation();
  void carriedWeightsTakeTheirTime();
  void theRealSizeComesFromTheModel();
  void aRunObservesItsNetwork();
  void aRunObservesTheSlowestOfAllWorkers();
  void decoPlansForTheWayUpAndDown();
  void nothingIsObservedOfNothing();
};

void ConditionsTest::aNetworkInFourNumbers() {
  const auto conditions = conditionsOf(
      with(Experiment(), {"network.worker_uplink=20 Mbit/s", "network.latency=30 ms",
                          "network.compute_time=50 ms", "network.emulated_gradient=3.97 Gbit"}),
      1000);
  QCOMPARE(conditions.bitsPerSecond, 20e6);
  QCOMPARE(conditions.latencySeconds, 0.03);
  QCOMPARE(conditions.computeSeconds, 0.05);
  QCOMPARE(conditions.gradientBits, 3.97e9);
}

void ConditionsTest::aTraceCountsByItsMean() {
  const auto plain =
      with(Experiment(), {"network.trace=wan-datacentres", "network.server_ingress=1 Tbit/s"});
  const auto doubled = with(plain, {"network.trace_scale=2"});
  const double mean = conditionsOf(plain, 1).bitsPerSecond;
  QVERIFY(mean > 0.0);
  QVERIFY(mean != 100e6);  // the uplink's own value, which a trace replaces
  QCOMPARE(conditionsOf(doubled, 1).bitsPerSecond, 2.0 * mean);
}

void ConditionsTest::aSharedIngressCountsByAWorkersShare() {
  const auto experiment =
      with(Experiment(), {"cluster.workers=8", "network.server_ingress=40 Mbit/s"});
  QCOMPARE(conditionsOf(experiment, 1).bitsPerSecond, 5e6);
}

/// Seven of eight messages come over it, the eighth is its own; what a server of its own would have
/// does not matter.
void ConditionsTest::onWorkerOneItsDownlinkIsShared() {
  const auto experiment =
      with(Experiment(), {"cluster.workers=8", "network.server=worker-1",
                          "network.server_ingress=1 Mbit/s", "network.worker_downlink=35 Mbit/s"});
  QCOMPARE(conditionsOf(experiment, 1).bitsPerSecond, 5e6);
  QCOMPARE(conditionsOf(with(experiment, {"network.worker_uplink=4 Mbit/s"}), 1).bitsPerSecond,
           4e6);
  QCOMPARE(
      conditionsOf(with(experiment, {"cluster.workers=1", "network.worker_uplink=4 Mbit/s"}), 1)
          .bitsPerSecond,
      4e6);
  const auto traced = with(experiment, {"network.trace=wan-datacentres"});
  const double own =
      conditionsOf(with(traced, {"cluster.workers=2"}), 1).bitsPerSecond;  // one message
  QVERIFY(own != 35e6);
  QCOMPARE(conditionsOf(traced, 1).bitsPerSecond, own / 7.0);
}

void ConditionsTest::onCollectivesEveryLinkCarriesTheSum_data() {
  QTest::addColumn<std::string>("network");
  QTest::addColumn<double>("copies");  // of the gradient on a link
  QTest::addColumn<int>("hops");
  QTest::newRow("all-gather") << std::string("ring-all-gather") << 3.0 << 3;
  QTest::newRow("all-reduce") << std::string("ring-all-reduce") << 2.0 * 3.0 / 4.0 << 6;
  QTest::newRow("halving") << std::string("halving-doubling") << 2.0 * 3.0 / 4.0 << 4;
  // Rank 3 is the first child of rank 1, and that one of rank 0: two steps up and two down.
  QTest::newRow("tree") << std::string("tree-all-reduce") << 4.0 << 4;
}

void ConditionsTest::onCollectivesEveryLinkCarriesTheSum() {
  QFETCH(std::string, network);
  QFETCH(double, copies);
  QFETCH(int, hops);
  const auto experiment =
      with(Experiment(), {"cluster.workers=4", "network.key=" + network,
                          "network.link_bandwidth=30 Mbit/s", "network.latency=20 ms"});
  const auto conditions = conditionsOf(experiment, 1);
  QVERIFY2(std::abs(conditions.bitsPerSecond * copies / 30e6 - 1.0) < 1e-12,
           qPrintable(QString::number(conditions.bitsPerSecond)));
  QVERIFY(std::abs(conditions.latencySeconds - 0.02 * hops) < 1e-12);
  const auto traced = with(experiment, {"network.trace=wan-datacentres"});
  QVERIFY(conditionsOf(traced, 1).bitsPerSecond * copies > 31e6);
}

void ConditionsTest::encodingIsComputation() {
  const auto experiment =
      with(Experiment(), {"network.compute_time=50 ms", "network.encode_time=20 ms"});
  QCOMPARE(conditionsOf(experiment, 1).computeSeconds, 0.07);
}

void ConditionsTest::carriedWeightsTakeTheirTime() {
  const auto experiment = with(Experiment(), {"network.latency=30 ms", "network.broadcast=dense"});
  QCOMPARE(conditionsOf(experiment, 1).latencySeconds, 0.06);
}

void ConditionsTest::theRealSizeComesFromTheModel() {
  const auto regression = with(Experiment(), {"model.key=logistic-regression"});
  QCOMPARE(parametersOf(regression), std::size_t{28 * 28 * 10 + 10});
  QCOMPARE(parametersOf(Experiment()), std::size_t{407'050});
  QCOMPARE(conditionsOf(regression, parametersOf(regression)).gradientBits, 32.0 * 7850.0);
}

void ConditionsTest::aRunObservesItsNetwork() {
  // Constant, and as large as the papers count: what is observed is what was set.
  const auto experiment = smallExperiment(
      "dd-ef-sgd",
      {"algorithm.staleness=3", "compressor.fraction=0.1", "cluster.workers=4",
       "network.worker_uplink=20 Mbit/s", "network.server_ingress=1 Tbit/s",
       "network.latency=30 ms", "network.compute_time=50 ms", "network.message_size=values",
       "network.message_overhead=0", "network.emulated_gradient=10 Mbit"});
  const auto observed = observedConditions(samplesOf(experiment));
  QVERIFY(observed.has_value());
  const auto near = [](double a, double b) { return std::abs(a - b) < 1e-3 * b; };
  QVERIFY2(near(observed->bitsPerSecond, 20e6),
           qPrintable(QString::number(observed->bitsPerSecond)));
  QVERIFY2(near(observed->latencySeconds, 0.03),
           qPrintable(QString::number(observed->latencySeconds)));
  QVERIFY(near(observed->computeSeconds, 0.05));
  QVERIFY2(near(observed->gradientBits, 10e6), qPrintable(QString::number(observed->gradientBits)));
}

/// The one with the server sends nothing over a link; it is as slow as the others, and no slower
/// than that with its message to be made.
void ConditionsTest::aRunObservesTheSlowestOfAllWorkers() {
  const auto experiment = smallExperiment(
      "dd-ef-sgd",
      {"algorithm.staleness=3", "compressor.fraction=0.1", "cluster.workers=4",
       "network.server=worker-1", "network.worker_uplink=20 Mbit/s",
       "network.worker_downlink=1 Tbit/s", "network.compute_time=50 ms",
       "network.encode_time=20 ms", "network.emulated_gradient=10 Mbit", "worker.1.slowdown=4"});
  const auto observed = observedConditions(samplesOf(experiment));
  QVERIFY(observed.has_value());
  QVERIFY2(std::abs(observed->computeSeconds - 0.22) < 1e-6,
           qPrintable(QString::number(observed->computeSeconds)));
}

/// 350 ms each way at 200 ms a computation: five iterations hide it, and computation sets the pace.
void ConditionsTest::decoPlansForTheWayUpAndDown() {
  const auto samples = samplesOf(smallExperiment(
      "deco-sgd",
      {"network.broadcast=dense", "network.worker_uplink=600 Mbit/s",
       "network.worker_downlink=1 Tbit/s", "network.server_ingress=1 Tbit/s",
       "network.server_egress=1 Tbit/s", "network.latency=350 ms", "network.compute_time=200 ms",
       "network.emulated_gradient=3.97 Gbit", "run.max_iterations=121"}));
  const auto& before = samples[samples.size() - 62].record;  // the last one applies what is left
  const auto& last = samples[samples.size() - 2].record;
  QCOMPARE(last.staleness, std::int64_t{5});
  const double pace = (last.simulatedSeconds - before.simulatedSeconds) / 60.0;
  QVERIFY2(std::abs(pace - 0.2) < 1e-3, qPrintable(QString::number(pace)));
}

void ConditionsTest::nothingIsObservedOfNothing() {
  QVERIFY(!observedConditions({}).has_value());
  const std::vector<Sample> unknown(3);  // no upload of known size
  QVERIFY(!observedConditions(unknown).has_value());
}

QTEST_GUILESS_MAIN(ConditionsTest)
#include "conditions_test.moc"
