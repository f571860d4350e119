// SPDX-License-Identifier: GPL-3.0-or-later
// What a run hands out of a worker's gradient.
#include <cmath>
#include <thread>

#include <QtTest>

#include "core/experiment/training_run.h"
#include "tests/support/small_runs.h"

using namespace telegrad;
using telegrad::test::smallExperiment;
using telegrad::test::with;

namespace {

/// Every sample of a run that is asked before iteration 1, and ended.
std::vector<Sample> samplesOf(const Experiment& experiment, bool capture, std::string& weights) {
  RunOptions options;
  options.startPaused = true;
  TrainingRun run(experiment, options);
  if (capture) run.captureGradient();
  run.resume();
  std::vector<Sample> samples;
  while (true) {
    const bool last = run.finished();
    while (auto sample = run.poll()) samples.push_back(*std::move(sample));
    if (last) break;
    std::this_thread::yield();
  }
  weights = run.summary().weightsSha256;
  return samples;
}

}  // namespace

class GradientCaptureTest : public QObject {
  Q_OBJECT
 private slots:
  void theNextIterationAloneHasIt_data();
  void theNextIterationAloneHasIt();
  void itIsTheStepOfPlainDescent();
  void theFirstWhoIsPresent();
};

void GradientCaptureTest::theNextIterationAloneHasIt_data() {
  QTest::addColumn<QString>("algorithm");
  for (const char* key : {"sgd", "sparse", "lasg", "sasg", "dgc", "dga", "cocktail-sgd"})
    QTest::newRow(key) << key;
}

void GradientCaptureTest::theNextIterationAloneHasIt() {
  QFETCH(QString, algorithm);
  const auto experiment = smallExperiment(algorithm.toStdString(), {"run.max_iterations=5"});
  std::string asked;
  std::string alone;
  const auto samples = samplesOf(experiment, true, asked);
  samplesOf(experiment, false, alone);
  QCOMPARE(asked, alone);  // to look changes nothing
  QCOMPARE(samples.size(), std::size_t{5});
  QVERIFY(samples.front().gradient != nullptr);
  for (std::size_t i = 1; i < samples.size(); ++i) QVERIFY(samples[i].gradient == nullptr);
  const auto& gradient = *samples.front().gradient;
  QCOMPARE(gradient.iteration, std::int64_t{1});
  QCOMPARE(gradient.worker, std::size_t{0});
  QCOMPARE(gradient.values.size(), elementCount(gradient.layout));
  QCOMPARE(gradient.values.size(), std::size_t{25'450});
  double square = 0.0;
  for (const float v : gradient.values) square += double{v} * double{v};
  QVERIFY(square > 0.0 && std::isfinite(square));
}

/// One worker, rate r: w^1 = w^0 - r G. So two runs that differ in the rate alone see the same G
/// in the first iteration, and another one in the second.
void GradientCaptureTest::itIsTheStepOfPlainDescent() {
  std::string ignored;
  const auto first = [&](const char* rate) {
    return samplesOf(smallExperiment("sgd", {"cluster.workers=1", rate, "run.max_iterations=1"}),
                     true, ignored)
        .front()
        .gradient->values;
  };
  QVERIFY(first("algorithm.learning_rate=0.01") == first("algorithm.learning_rate=0.02"));
  test::SmallCluster cluster(
      smallExperiment("sgd", {"cluster.workers=1", "algorithm.learning_rate=0.5"}));
  const std::vector<float> before(cluster->weights().begin(), cluster->weights().end());
  std::vector<float> gradient;
  cluster->captureGradient(&gradient);
  QVERIFY(cluster->iterate(false));
  for (std::size_t i = 0; i < before.size(); ++i)
    QVERIFY(std::abs(cluster->weights()[i] - (before[i] - 0.5F * gradient[i])) <= 1e-6F);
}

void GradientCaptureTest::theFirstWhoIsPresent() {
  std::string ignored;
  const auto samples = samplesOf(
      smallExperiment("sgd", {"worker.1.present=false", "run.max_iterations=2"}), true, ignored);
  QCOMPARE(samples.front().gradient->worker, std::size_t{1});
}

QTEST_GUILESS_MAIN(GradientCaptureTest)
#include "gradient_capture_test.moc"
