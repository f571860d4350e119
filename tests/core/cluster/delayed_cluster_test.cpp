// SPDX-License-Identifier: GPL-3.0-or-later
// Delayed aggregation on a whole cluster: a real model, real payloads and the emulated network.
#include <cmath>
#include <vector>

#include <QtTest>

#include "tests/support/small_runs.h"

using namespace telegrad;
using telegrad::test::SmallCluster;
using telegrad::test::smallExperiment;

namespace {

constexpr double kDenseBits = 32.0 * 25'450;

/// One slow link a worker, latency 15 ms, 10 ms a gradient; messages are as large as their values.
std::vector<std::string> network() {
  return {"network.worker_uplink=2e7",  "network.server_ingress=1e12",
          "network.latency=0.015",      "network.compute_time=0.01",
          "network.message_overhead=0", "network.message_size=values"};
}

Experiment onNetwork(const std::string& algorithm, const std::vector<std::string>& more) {
  auto experiment = smallExperiment(algorithm);
  auto all = network();
  all.insert(all.end(), more.begin(), more.end());
  for (const auto& assignment : all) experiment = test::with(experiment, {assignment});
  return experiment;
}

struct Iteration {
  double endSeconds = 0.0;
  std::int64_t staleness = 0;
  double ratio = 0.0;
};

std::vector<Iteration> run(const Experiment& experiment, std::int64_t iterations, int threads,
                           std::vector<float>* weights = nullptr) {
  SmallCluster cluster(experiment, threads);
  std::vector<Iteration> all;
  for (std::int64_t k = 0; k < iterations; ++k) {
    const auto result = cluster->iterate(false, k + 1 == iterations);
    if (!result) qFatal("%s", result.error().message.c_str());
    all.push_back(
        {seconds((*result)->end), (*result)->staleness,
         static_cast<double>((*result)->valueBits) / static_cast<double>((*result)->denseBits)});
  }
  if (weights != nullptr) weights->assign(cluster->weights().begin(), cluster->weights().end());
  return all;
}

/// Mean time of an iteration over the `count` before the last one.
double meanTime(const std::vector<Iteration>& all, std::size_t count) {
  const std::size_t last = all.size() - 2;
  return (all[last].endSeconds - all[last - count].endSeconds) / static_cast<double>(count);
}

}  // namespace

class DelayedClusterTest : public QObject {
  Q_OBJECT
 private slots:
  void iterationsTakeWhatTheModelSays_data();
  void iterationsTakeWhatTheModelSays();
  void decoHidesTheNetworkBehindComputation();
  void threadsChangeNothing_data();
  void threadsChangeNothing();
  void theLastIterationLeavesNothingBehind();
  void cocktailCountsBothWays();
};

void DelayedClusterTest::iterationsTakeWhatTheModelSays_data() {
  QTest::addColumn<int>("staleness");
  QTest::addColumn<double>("fraction");
  for (const int staleness : {0, 1, 3, 6})
    for (const double fraction : {0.01, 0.3, 1.0})
      QTest::addRow("tau %d, k %g", staleness, fraction) << staleness << fraction;
}

/// max{ T, S/a, (T + b + S/a) / (tau + 1) }, with the bits that were really sent.
void DelayedClusterTest::iterationsTakeWhatTheModelSays() {
  QFETCH(int, staleness);
  QFETCH(double, fraction);
  const auto all = run(onNetwork("dd-ef-sgd", {"algorithm.staleness=" + std::to_string(staleness),
                                               "compressor.fraction=" + std::to_string(fraction)}),
                       72, 2);
  const double transfer = all[50].ratio * kDenseBits / 2e7;
  const double expected = std::max({0.01, transfer, (0.01 + 0.015 + transfer) / (staleness + 1.0)});
  const double read = meanTime(all, 4 * static_cast<std::size_t>(staleness + 1));
  // Ten messages share the server's link, which is fast but not free.
  QVERIFY2(std::abs(read - expected) < 3e-4 * expected,
           qPrintable(QString("%1 for %2").arg(read).arg(expected)));
}

/// By hand: kappa = a T / S = 0.24558; tau 2 allows half of it and phi is 8.1, tau 3 allows it all
/// and phi is 4.6.
void DelayedClusterTest::decoHidesTheNetworkBehindComputation() {
  const auto all =
      run(onNetwork("deco-sgd", {"algorithm.headroom=1", "algorithm.reselect_every=10"}), 120, 2);
  QCOMPARE(all[118].staleness, std::int64_t{3});
  QVERIFY(std::abs(all[118].ratio - 2e7 * 0.01 / kDenseBits) < 0.01 * all[118].ratio);
  QVERIFY(meanTime(all, 40) < 1.005 * 0.01);
  // And it was no matter of course: what it began with was slower.
  const auto fixed = run(onNetwork("dd-ef-sgd", {"algorithm.staleness=1"}), 60, 2);
  QVERIFY(meanTime(fixed, 40) > 1.2 * 0.01);
}

void DelayedClusterTest::threadsChangeNothing_data() {
  QTest::addColumn<QString>("algorithm");
  for (const char* algorithm : {"dd-ef-sgd", "deco-sgd", "dgc", "dga", "cocktail-sgd"})
    QTest::newRow(algorithm) << algorithm;
}

void DelayedClusterTest::threadsChangeNothing() {
  QFETCH(QString, algorithm);
  const auto experiment = onNetwork(algorithm.toStdString(), {});
  std::vector<float> one;
  run(experiment, 50, 1, &one);
  for (const int threads : {2, 3, 8}) {
    std::vector<float> several;
    run(experiment, 50, threads, &several);
    QVERIFY(one == several);
  }
}

void DelayedClusterTest::theLastIterationLeavesNothingBehind() {
  const auto all = run(onNetwork("dd-sgd", {"algorithm.staleness=5"}), 30, 2);
  QCOMPARE(all[28].staleness, std::int64_t{5});
  QCOMPARE(all[29].staleness, std::int64_t{0});
  // Its end is the arrival of its own uploads: T after the last turn began, the transfer and b.
  QVERIFY(all[29].endSeconds > all[28].endSeconds + 0.015);
}

/// Ten chunks of 2,545 weights: masks of 128, of which 25 are kept in one bucket, so 16 bytes of
/// marks, 2 of scale and 13 of levels each. The first broadcast is the weights, the second nothing.
void DelayedClusterTest::cocktailCountsBothWays() {
  const auto timings = [](const std::string& emulated) {
    const auto experiment =
        onNetwork("cocktail-sgd", {"network.broadcast=dense", "network.message_size=bytes",
                                   "network.emulated_gradient=" + emulated});
    SmallCluster cluster(experiment, 2);
    std::vector<IterationTiming> all;
    for (std::int64_t k = 0; k < 8; ++k) {
      const auto result = cluster->iterate(false, k == 7);
      if (!result) qFatal("%s", result.error().message.c_str());
      for (auto& timing : (*result)->timings) all.push_back(std::move(timing));
    }
    return all;
  };
  constexpr std::int64_t kBits = 10 * 8 * 10 * 31;
  const auto plain = timings("0");
  const auto scaled = timings("1628800");  // twice the weights' bits
  QVERIFY(plain.size() >= 7 && scaled.size() >= 7);
  for (std::size_t k = 0; k < 7; ++k) {
    const std::int64_t down = k == 0 ? 10 * 32 * 25'450 : k == 1 ? 0 : kBits;
    QCOMPARE(plain[k].uplinkWireBits, kBits);
    QCOMPARE(plain[k].downlinkWireBits, down);
    QCOMPARE(scaled[k].downlinkWireBits, 2 * down);
    QCOMPARE(scaled[k].workers[0].sent.value, 2 * plain[k].workers[0].sent.value);
  }
}

QTEST_APPLESS_MAIN(DelayedClusterTest)
#include "delayed_cluster_test.moc"
