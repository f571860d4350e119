// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/run_forecast.h"

#include <QtTest>

#include "core/experiment/training_run.h"
#include "tests/support/small_runs.h"

using telegrad::expectedWork;
using telegrad::Experiment;
using telegrad::planOf;
using telegrad::workloadOf;
using telegrad::test::smallExperiment;
using telegrad::test::with;

class RunForecastTest : public QObject {
  Q_OBJECT
 private slots:
  void thePlanIsTheRuns();
  void theWorkIsCountedByHand();
  void whatIsNotKnownIsNotGuessed_data();
  void whatIsNotKnownIsNotGuessed();
  void aWorkloadIsWhatTakesTime_data();
  void aWorkloadIsWhatTakesTime();
};

namespace {

// 784-32-10.
constexpr double kMultiplyAdds = 784 * 32 + 32 * 10;

}  // namespace

void RunForecastTest::thePlanIsTheRuns() {
  const auto experiment = smallExperiment("sgd");
  telegrad::RunOptions options;
  options.startPaused = true;
  const telegrad::TrainingRun run(experiment, options);
  QTRY_VERIFY_WITH_TIMEOUT(run.info().has_value() || run.finished(), 60000);
  const auto info = run.info();
  QVERIFY(info.has_value());
  const auto work = expectedWork(experiment);
  QVERIFY(work.has_value());
  QCOMPARE(work->plan.iterations, info->iterations);
  QCOMPARE(work->plan.iterationsPerEpoch, info->iterationsPerEpoch);
  QCOMPARE(info->testExamples, std::size_t{200});
  QCOMPARE(static_cast<double>(info->multiplyAdds), kMultiplyAdds);
}

void RunForecastTest::theWorkIsCountedByHand() {
  const auto plain = expectedWork(smallExperiment("sgd"));
  const auto rule = expectedWork(smallExperiment("lasg"));
  QVERIFY(plain && rule);
  QCOMPARE(plain->iterationMultiplyAdds, 3.0 * 10 * 10 * kMultiplyAdds);
  QCOMPARE(rule->iterationMultiplyAdds, 2.0 * plain->iterationMultiplyAdds);
  // 40 iterations, with evaluations at multiples of 10 and, every 6, at the ends of epochs.
  const double evaluations = 4 + 6 - 1;
  const double all = 40 * plain->iterationMultiplyAdds + evaluations * 200 * kMultiplyAdds;
  QVERIFY(std::abs(plain->seconds(1e6) - all / 1e6) < 1e-9 * all / 1e6);
}

void RunForecastTest::whatIsNotKnownIsNotGuessed_data() {
  QTest::addColumn<QStringList>("changes");
  QTest::newRow("a convex problem") << QStringList{"model.key=quadratic"};
  QTest::newRow("does not go together") << QStringList{"network.key=ring-all-reduce"};
  QTest::newRow("more workers than minibatches") << QStringList{"cluster.batch=100"};
}

void RunForecastTest::whatIsNotKnownIsNotGuessed() {
  QFETCH(QStringList, changes);
  auto experiment = smallExperiment("sasg");
  for (const auto& change : changes) experiment = with(experiment, {change.toStdString()});
  QVERIFY(!expectedWork(experiment).has_value());
}

void RunForecastTest::aWorkloadIsWhatTakesTime_data() {
  QTest::addColumn<QString>("change");
  QTest::addColumn<bool>("same");
  QTest::newRow("seed") << "seed=7" << true;
  QTest::newRow("learning rate") << "algorithm.learning_rate=0.1" << true;
  QTest::newRow("length") << "run.epochs=3" << true;
  QTest::newRow("network") << "network.latency=5 ms" << true;
  QTest::newRow("workers") << "cluster.workers=4" << false;
  QTest::newRow("batch") << "cluster.batch=5" << false;
  QTest::newRow("model") << "model.hidden=64" << false;
  QTest::newRow("examples") << "dataset.train_examples=700" << false;
  QTest::newRow("algorithm") << "algorithm.key=lasg" << false;
  QTest::newRow("compressor") << "compressor.key=rand-k" << false;
}

void RunForecastTest::aWorkloadIsWhatTakesTime() {
  QFETCH(QString, change);
  QFETCH(bool, same);
  const auto experiment = smallExperiment("sasg");
  const auto other = with(experiment, {change.toStdString()});
  QCOMPARE(workloadOf(experiment) == workloadOf(other), same);
}

QTEST_GUILESS_MAIN(RunForecastTest)
#include "run_forecast_test.moc"
