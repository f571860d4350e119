// SPDX-License-Identifier: GPL-3.0-or-later
// Workers that are slowed down, leave and come back, on a whole cluster: a real model, real
// payloads and the emulated network.
#include <cmath>
#include <cstring>
#include <map>
#include <vector>

#include <QtTest>

#include "core/experiment/worker_slots.h"
#include "tests/support/small_runs.h"

using namespace telegrad;
using telegrad::test::SmallCluster;
using telegrad::test::smallExperiment;

namespace {

constexpr std::int64_t kDenseBits = std::int64_t{32} * 25'450;

/// What is done to a worker before an iteration.
struct Act {
  std::int64_t iteration = 0;
  std::size_t number = 1;
  Values values;
};

void configure(SmallCluster& cluster, std::size_t number, const Values& values) {
  const auto settings = Settings::from(workerConditionParameters(), values);
  if (!settings) qFatal("%s", settings.error().message.c_str());
  cluster->configureWorker(number - 1, *settings);
}

struct Outcomes {
  std::vector<IterationResult> results;
  std::vector<IterationTiming> timings;
  std::vector<float> weights;
};

Outcomes carryOut(const Experiment& experiment, const std::vector<Act>& acts,
                  std::int64_t iterations = 20, int threads = 2, bool measure = true) {
  SmallCluster cluster(experiment, threads);
  Outcomes all;
  for (std::int64_t k = 0; k < iterations; ++k) {
    for (const auto& act : acts)
      if (act.iteration == k) configure(cluster, act.number, act.values);
    const auto result = cluster->iterate(measure, k + 1 == iterations);
    if (!result) qFatal("%s", result.error().message.c_str());
    all.results.push_back(**result);
    for (const auto& timing : (*result)->timings) all.timings.push_back(timing);
  }
  all.weights.assign(cluster->weights().begin(), cluster->weights().end());
  return all;
}

bool sameBits(const std::vector<float>& a, const std::vector<float>& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

const Values kAway{{"present", false}};
const Values kThere{};

}  // namespace

class ElasticClusterTest : public QObject {
  Q_OBJECT
 private slots:
  void awayForNoIterationChangesNothing_data();
  void awayForNoIterationChangesNothing();
  void whoIsAwayHasNoTurn_data() { awayForNoIterationChangesNothing_data(); }
  void whoIsAwayHasNoTurn();
  void threadsChangeNothing_data() { awayForNoIterationChangesNothing_data(); }
  void threadsChangeNothing();
  void minibatchesAreThoseOfTheirIterations();
  void whoReturnsReceivesTheWeights();
  void partByPartIsWholeAlsoThen();
  void slowLinksAndComputationHoldUpOnlyWhoWaits();
  void aSecondGradientTakesItsTime();
  void decoPlansForThosePresent();
};

void ElasticClusterTest::awayForNoIterationChangesNothing_data() {
  QTest::addColumn<QString>("algorithm");
  for (const char* algorithm : {"sgd", "sparse", "lasg", "sasg", "d-sgd", "dd-sgd", "d-ef-sgd",
                                "dd-ef-sgd", "deco-sgd", "dga", "dgc"})
    QTest::newRow(algorithm) << algorithm;
}

void ElasticClusterTest::awayForNoIterationChangesNothing() {
  QFETCH(QString, algorithm);
  const auto experiment = smallExperiment(algorithm.toStdString());
  const auto usual = carryOut(experiment, {});
  const auto brief = carryOut(
      experiment,
      {{0, 2, kAway}, {0, 2, kThere}, {7, 3, kAway}, {7, 3, {{"slowdown", 9.0}}}, {7, 3, kThere}});
  QVERIFY(sameBits(brief.weights, usual.weights));
  for (std::size_t k = 0; k < usual.results.size(); ++k) {
    QCOMPARE(brief.results[k].end, usual.results[k].end);
    QCOMPARE(brief.results[k].meanLoss, usual.results[k].meanLoss);
  }
}

void ElasticClusterTest::whoIsAwayHasNoTurn() {
  QFETCH(QString, algorithm);
  const auto experiment = smallExperiment(algorithm.toStdString());
  const auto all = carryOut(experiment, {{3, 2, kAway}, {3, 5, kAway}, {9, 2, kThere}});
  QCOMPARE(all.timings.size(), std::size_t{20});
  for (std::size_t k = 0; k < 20; ++k) {
    const auto& reports = all.results[k].reports;
    double loss = 0.0;
    std::int64_t uploads = 0;
    int present = 0;
    for (std::size_t m = 0; m < reports.size(); ++m) {
      const bool away = (m == 1 && k >= 3 && k < 9) || (m == 4 && k >= 3);
      QCOMPARE(reports[m].outcome == Outcome::Absent, away);
      const auto& timing = all.timings[k].workers[m];
      QCOMPARE(timing.present, !away);
      uploads += isUpload(reports[m].outcome) ? 1 : 0;
      if (away) {
        QCOMPARE(reports[m].loss, 0.0);
        QCOMPARE(timing.delivered, all.timings[k].start);
        continue;
      }
      ++present;
      loss += reports[m].loss;
      QVERIFY(timing.computed > timing.received);
    }
    QCOMPARE(all.results[k].meanLoss, loss / present);
    QCOMPARE(all.results[k].denseBits, uploads * kDenseBits);
    QVERIFY(all.timings[k].start <= all.timings[k].end);
  }
}

void ElasticClusterTest::threadsChangeNothing() {
  QFETCH(QString, algorithm);
  const auto experiment = smallExperiment(algorithm.toStdString());
  const std::vector<Act> acts{{2, 1, kAway}, {4, 10, kAway}, {6, 1, kThere}, {12, 3, kAway}};
  const auto one = carryOut(experiment, acts, 20, 1);
  for (const int threads : {2, 5})
    QVERIFY(sameBits(carryOut(experiment, acts, 20, threads).weights, one.weights));
}

/// A worker's loss in its first iteration back is that of the iteration's own minibatch: the same
/// as if it had never left, where its uploads are not heard anyway.
void ElasticClusterTest::minibatchesAreThoseOfTheirIterations() {
  // The staleness is longer than the run, so that the weights stay what they were.
  const auto experiment = smallExperiment("dd-sgd", {"algorithm.staleness=64"});
  const auto usual = carryOut(experiment, {});
  const auto left = carryOut(experiment, {{3, 2, kAway}, {11, 2, kThere}});
  for (std::size_t k = 0; k < 20; ++k) {
    if (k >= 3 && k < 11) continue;
    QCOMPARE(left.results[k].reports[1].loss, usual.results[k].reports[1].loss);
  }
}

void ElasticClusterTest::whoReturnsReceivesTheWeights() {
  const auto experiment = smallExperiment("sgd", {"network.message_overhead=50 B"});
  const auto all =
      carryOut(experiment, {{0, 4, kAway}, {3, 2, kAway}, {9, 2, kThere}, {12, 4, kThere}});
  for (std::size_t k = 0; k < 20; ++k) {
    const std::int64_t expected = k == 9 || k == 12 ? kDenseBits + 8 * 50 : 0;
    QCOMPARE(all.timings[k].downlinkWireBits, expected);
  }
  const auto& back = all.timings[9].workers[1];
  QVERIFY(back.received > all.timings[9].start);
  QCOMPARE(back.received - all.timings[9].start,
           back.broadcast.queueing + back.broadcast.transfer + back.broadcast.propagation);
  QCOMPARE(all.timings[9].workers[0].received, all.timings[9].start);
}

/// Measured, messages of SGD are written as a whole before the server has them: weights, counts and
/// times are the same.
void ElasticClusterTest::partByPartIsWholeAlsoThen() {
  const auto sgd = smallExperiment("sgd");
  const std::vector<Act> acts{{3, 2, kAway}, {9, 2, kThere}, {11, 1, kAway}};
  const auto whole = carryOut(sgd, acts);
  for (const int threads : {1, 3}) {
    const auto parts = carryOut(sgd, acts, 20, threads, false);
    QVERIFY(sameBits(parts.weights, whole.weights));
    for (std::size_t k = 0; k < whole.results.size(); ++k) {
      QCOMPARE(parts.results[k].valueBits, whole.results[k].valueBits);
      QCOMPARE(parts.results[k].wireBits, whole.results[k].wireBits);
      QCOMPARE(parts.results[k].end, whole.results[k].end);
    }
  }
}

void ElasticClusterTest::slowLinksAndComputationHoldUpOnlyWhoWaits() {
  // 10 ms a gradient and one message of d floats over 100 Mbit/s, 1 ms and a very fast server.
  const auto experiment =
      smallExperiment("sgd", {"network.compute_time=10 ms", "network.server_ingress=1 Tbit/s",
                              "network.latency=1 ms", "network.message_overhead=0 B"});
  const auto all = carryOut(
      experiment,
      {{2, 3, {{"slowdown", 5.0}}}, {4, 3, {{"link_share", 0.1}}}, {6, 3, kAway}, {8, 3, kThere}});
  const auto duration = [&](std::size_t k) {
    return seconds(all.timings[k].end - all.timings[k].start);
  };
  const double bits = static_cast<double>(kDenseBits);
  const auto expected = [&](double compute, double rate, double down) {
    return compute + bits / rate + 1e-3 + bits / 1e12 + down;
  };
  const auto close = [&](std::size_t k, double time) {
    return std::abs(duration(k) - time) < 2e-5;
  };
  QVERIFY(close(1, expected(0.01, 1e8, 0.0)));
  QVERIFY(close(3, expected(0.05, 1e8, 0.0)));
  QVERIFY(close(5, expected(0.01, 1e7, 0.0)));
  QVERIFY(close(7, expected(0.01, 1e8, 0.0)));
  QVERIFY(close(8, expected(0.01, 1e8, bits / 1e9 + 1e-3 + bits / 1e8)));
  QVERIFY(close(9, expected(0.01, 1e8, 0.0)));
}

/// One in the first D iterations and on the first turn back, where nothing is compared; else two.
void ElasticClusterTest::aSecondGradientTakesItsTime() {
  const auto experiment = smallExperiment("lasg", {"network.compute_time=10 ms"});
  const auto all = carryOut(experiment, {{12, 1, kAway}, {15, 1, kThere}});
  for (std::size_t k = 0; k < 20; ++k) {
    const auto& workers = all.timings[k].workers;
    for (std::size_t m = 0; m < workers.size(); ++m) {
      if (!workers[m].present) continue;
      const bool one = k < 10 || (m == 0 && k == 15);
      const auto computing = workers[m].computed - workers[m].received;
      QVERIFY2(computing == simTime(one ? 0.01 : 0.02),
               qPrintable(QStringLiteral("worker %1 in iteration %2: %3 s")
                              .arg(m)
                              .arg(k)
                              .arg(seconds(computing))));
    }
  }
}

void ElasticClusterTest::decoPlansForThosePresent() {
  const auto experiment =
      smallExperiment("deco-sgd", {"algorithm.reselect_every=5", "network.latency=50 ms"});
  const auto staleness = [&](const std::vector<Act>& acts) {
    std::vector<std::int64_t> all;
    for (const auto& result : carryOut(experiment, acts, 45).results)
      all.push_back(result.staleness);
    return all;
  };
  const Values awful{{"slowdown", 1000.0}, {"link_share", 1e-3}};
  auto awfulAndAway = awful;
  awfulAndAway.insert(kAway.begin(), kAway.end());
  const auto away = staleness({{0, 4, kAway}});
  QVERIFY(*std::ranges::max_element(away) > 1);  // it chose; the first staleness is 1
  QVERIFY(staleness({{0, 4, awfulAndAway}}) == away);
  QVERIFY(staleness({{0, 4, awful}}) != away);
  // Who is back is reckoned with as it was: nothing was observed while it was away.
  const Values slow{{"slowdown", 8.0}};
  auto slowAndAway = slow;
  slowAndAway.insert(kAway.begin(), kAway.end());
  const auto stays = staleness({{0, 4, slow}});
  const auto leaves = staleness({{0, 4, slow}, {10, 4, slowAndAway}, {30, 4, slow}});
  QVERIFY(leaves[29] != stays[29]);
  QCOMPARE(leaves[43], stays[43]);
}

QTEST_APPLESS_MAIN(ElasticClusterTest)
#include "elastic_cluster_test.moc"
