// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>
#include <vector>

#include <QtTest>

#include "tests/support/quadratic_workers.h"

using namespace telegrad;
using telegrad::test::Workers;

namespace {

/// A network as one worker sees it: T_comp, S_g, a and b.
struct Conditions {
  double computeSeconds = 0.0;
  double gradientBits = 0.0;
  double bitsPerSecond = 0.0;
  double latencySeconds = 0.0;  // of the way up
  double backSeconds = 0.0;     // and of the way down
  double encodeSeconds = 0.0;   // after the computation
};

// From the paper's decision rule worked out by hand: tau 3, delta = a T / S_g = 0.062972...
constexpr Conditions kWan{0.5, 3.97e9, 5e8, 0.6};
constexpr double kWanRatio = 0.5 * 5e8 / 3.97e9;

/// What the workers see of iteration k under these conditions, if that share was sent.
IterationTiming observed(std::int64_t k, double ratio, const Conditions& conditions) {
  IterationTiming timing;
  timing.iteration = k;
  timing.workers.resize(Workers::kCount);
  for (auto& worker : timing.workers) {
    // Far enough apart that no message waits for the one before it.
    worker.received = simTime(1000.0 * static_cast<double>(k));
    worker.computed = worker.received + simTime(conditions.computeSeconds);
    worker.sent = {static_cast<std::int64_t>(ratio * conditions.gradientBits / 8.0)};
    worker.encoded = worker.computed + simTime(conditions.encodeSeconds);
    worker.carried = worker.encoded + simTime(8.0 * static_cast<double>(worker.sent.value) /
                                              conditions.bitsPerSecond);
    worker.broadcast.propagation = simTime(conditions.backSeconds);
    worker.upload.propagation = simTime(conditions.latencySeconds);
    worker.delivered = worker.carried + worker.upload.propagation;
  }
  return timing;
}

Values settings(std::int64_t staleness, double fraction) {
  return {{"reselect_every", std::int64_t{5}},
          {"headroom", 1.0},
          {"first_staleness", staleness},
          {"first_fraction", fraction},
          {"learning_rate", 0.1}};
}

Workers deco(std::int64_t staleness, double fraction) {
  return {"deco-sgd", settings(staleness, fraction), "top-k", {}};
}

/// Entries in a worker's payload: 67 numbers, of which 60 and 7 are tensors of their own.
std::int64_t entriesSent(const Workers& workers) {
  return workers.payload(0).valueBits / 32;
}

std::int64_t entriesFor(double ratio) {
  const auto kept = [ratio](double size) {
    return std::max<std::int64_t>(1, static_cast<std::int64_t>(ratio * size));
  };
  return kept(60.0) + kept(7.0);
}

/// Runs under constant conditions; `ratio` is what the algorithm sends, which the network sees.
void run(Workers& workers, std::int64_t iterations, double& ratio, double next,
         const Conditions& conditions) {
  for (std::int64_t i = 0; i < iterations; ++i) {
    const auto k = workers.iteration();
    workers.iterate();
    QCOMPARE(entriesSent(workers), entriesFor(ratio));
    workers.algorithm().observe(observed(k, ratio, conditions));
    if ((k + 1) % 5 == 0 && k > 0) ratio = next;  // chosen in the step of iteration k
  }
}

}  // namespace

class DecoSgdTest : public QObject {
  Q_OBJECT
 private slots:
  void onAConstantNetworkItIsTheStaticMethod();
  void compensatesLikeTheStaticMethod();
  void takesOverWhatTheRuleSays();
  void followsTheNetwork();
  void theWayBackIsLatencyToo();
  void encodingCountsAsComputation();
  void theSlowestComputationCountsAlsoWhereTheServerIs();
  void withoutObservationsItStaysWhereItBegan();
  void aDeepPipelineIsLimited();
  void refusesACompressorWithoutAFraction();
};

void DecoSgdTest::onAConstantNetworkItIsTheStaticMethod() {
  auto chosen = deco(3, kWanRatio);
  Workers fixed("dd-ef-sgd", {{"staleness", std::int64_t{3}}, {"learning_rate", 0.1}}, "top-k",
                {{"fraction", kWanRatio}});
  double ratio = kWanRatio;
  for (int k = 0; k < 60; ++k) {
    fixed.iterate();
    run(chosen, 1, ratio, kWanRatio, kWan);
    QCOMPARE(chosen.weights(), fixed.weights());
    QCOMPARE(chosen.algorithm().through(k), std::max(-1, k - 3));
  }
}

void DecoSgdTest::compensatesLikeTheStaticMethod() {
  auto values = settings(3, kWanRatio);
  values["compensation"] = 0.5;
  Workers chosen("deco-sgd", values, "top-k", {});
  const auto fixedAt = [](double lambda) {
    return Workers(
        "dd-ef-sgd",
        {{"staleness", std::int64_t{3}}, {"learning_rate", 0.1}, {"compensation", lambda}}, "top-k",
        {{"fraction", kWanRatio}});
  };
  auto same = fixedAt(0.5);
  auto without = fixedAt(0.0);
  double ratio = kWanRatio;
  for (int k = 0; k < 30; ++k) {
    same.iterate();
    without.iterate();
    run(chosen, 1, ratio, kWanRatio, kWan);
    QCOMPARE(chosen.weights(), same.weights());
  }
  QVERIFY(chosen.weights() != without.weights());
}

void DecoSgdTest::takesOverWhatTheRuleSays() {
  auto workers = deco(1, 0.5);
  double ratio = 0.5;
  run(workers, 4, ratio, kWanRatio, kWan);
  QCOMPARE(workers.algorithm().through(3), std::int64_t{2});
  run(workers, 1, ratio, kWanRatio, kWan);
  QCOMPARE(workers.algorithm().through(4), std::int64_t{2});  // 4 - 3 is behind what was applied
  run(workers, 5, ratio, kWanRatio, kWan);
  QCOMPARE(workers.algorithm().through(9), std::int64_t{6});
}

void DecoSgdTest::followsTheNetwork() {
  auto workers = deco(3, kWanRatio);
  double ratio = kWanRatio;
  run(workers, 20, ratio, kWanRatio, kWan);
  // A hundredfold bandwidth, no latency to speak of: everything is sent, and one iteration hides
  // it.
  const Conditions fast{0.5, 3.97e9, 5e10, 0.01};
  for (int i = 0; i < 200; ++i) {
    const auto k = workers.iteration();
    workers.iterate();
    const double sent = static_cast<double>(entriesSent(workers)) / 67.0;
    workers.algorithm().observe(observed(k, sent, fast));
  }
  QCOMPARE(entriesSent(workers), std::int64_t{67});
  QCOMPARE(workers.algorithm().through(workers.iteration() - 1), workers.iteration() - 2);
}

/// 350 ms each way: of b / T = 3.5 the candidates are 4, which hides half of what the link carries
/// in a computation, and 5, which hides all of it.
void DecoSgdTest::theWayBackIsLatencyToo() {
  auto workers = deco(1, 0.5);
  double ratio = 0.5;
  run(workers, 20, ratio, 0.2 * 6e8 / 3.97e9, {0.2, 3.97e9, 6e8, 0.35, 0.35});
  QCOMPARE(workers.algorithm().through(19), std::int64_t{19 - 5});
}

/// The message is there after half a second, of which half is its encoding.
void DecoSgdTest::encodingCountsAsComputation() {
  auto workers = deco(1, 0.5);
  double ratio = 0.5;
  run(workers, 20, ratio, kWanRatio, {0.25, 3.97e9, 5e8, 0.6, 0.0, 0.25});
  QCOMPARE(workers.algorithm().through(19), std::int64_t{19 - 3});
}

/// Worker 1 has the server, sends nothing over a link, and computes longest: T = 0.5 s, as long as
/// it is there; without it T = 0.1 s, and 7 iterations hide b = 0.6 s.
void DecoSgdTest::theSlowestComputationCountsAlsoWhereTheServerIs() {
  auto workers = deco(1, 0.5);
  double ratio = 0.5;
  const auto iterate = [&](std::int64_t last, bool present, double next) {
    while (workers.iteration() <= last) {
      const auto k = workers.iteration();
      workers.iterate();
      auto timing = observed(k, ratio, {0.1, 3.97e9, 5e8, 0.6});
      auto& first = timing.workers.front();
      first.present = present;
      first.sent = {};
      first.upload = {};
      first.computed = first.received + simTime(0.5);
      first.encoded = first.carried = first.delivered = first.computed;
      workers.algorithm().observe(timing);
      if (k % 5 == 4) ratio = next;  // chosen in the step of iteration k
    }
  };
  iterate(29, true, kWanRatio);
  QCOMPARE(entriesSent(workers), entriesFor(kWanRatio));
  QCOMPARE(workers.algorithm().through(29), std::int64_t{29 - 3});
  iterate(59, false, kWanRatio / 5.0);
  QCOMPARE(workers.algorithm().through(59), std::int64_t{59 - 7});
}

void DecoSgdTest::withoutObservationsItStaysWhereItBegan() {
  auto workers = deco(2, 0.2);
  for (int k = 0; k < 30; ++k) {
    workers.iterate();
    QCOMPARE(entriesSent(workers), entriesFor(0.2));
    QCOMPARE(workers.algorithm().through(k), std::max(-1, k - 2));
  }
}

/// A latency of 1,000 computations: of what 64 messages under way keep the link busy with, 10.01 s
/// of a, each has a 64th.
void DecoSgdTest::aDeepPipelineIsLimited() {
  auto workers = deco(1, 0.5);
  double ratio = 0.5;
  run(workers, 200, ratio, 0.55, {0.01, 10.01e9 / (64 * 0.55), 1e9, 10.0});
  QCOMPARE(workers.algorithm().through(199), std::int64_t{199 - 64});
}

void DecoSgdTest::refusesACompressorWithoutAFraction() {
  const auto entry = find(algorithms(), "deco-sgd", "algorithm");
  const auto algorithm = (*entry)->make(*Settings::from((*entry)->parameters));
  const auto identity = find(compressors(), "identity", "compressor");
  const auto compressor = (*identity)->make(*Settings::from((*identity)->parameters));
  const Layout layout{{"a.weight", {67}, 0}};
  algorithm->begin(1, layout);
  test::QuadraticGradient gradient(0, 0, 67, 0.0);
  WorkerTurn turn;
  turn.gradient = &gradient;
  turn.compressor = compressor.get();
  turn.layout = &layout;
  Payload payload;
  const auto report = algorithm->work(turn, payload);
  QVERIFY(!report.has_value());
  const auto message = QString::fromStdString(report.error().message);
  QVERIFY2(message.contains("deco-sgd") && message.contains("allowed: top-k"), qPrintable(message));
}

QTEST_APPLESS_MAIN(DecoSgdTest)
#include "deco_sgd_test.moc"
