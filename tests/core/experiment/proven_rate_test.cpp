// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/proven_rate.h"

#include <cmath>
#include <thread>

#include <QtTest>

#include "core/experiment/training_run.h"
#include "tests/support/small_runs.h"

using namespace telegrad;

namespace {

Experiment topFive() {
  return test::with(Experiment(),
                    {"model.key=quadratic", "cluster.workers=1", "algorithm.key=dcgd",
                     "algorithm.learning_rate=0.01", "compressor.key=top-k",
                     "compressor.amount=count", "compressor.count=5", "run.epochs=400"});
}

}  // namespace

class ProvenRateTest : public QObject {
  Q_OBJECT
 private slots:
  void isTheTheoryOfTheQuadratic();
  void runsAreNotAboveIt_data();
  void runsAreNotAboveIt();
  void isNothingWhereNothingIsProven_data();
  void isNothingWhereNothingIsProven();
};

/// f_0 = 1/2 sum lambda = 2525, and (1 - 0.05 / 100)^1000 = 0.6064548228.
void ProvenRateTest::isTheTheoryOfTheQuadratic() {
  const auto rate = provenRate(topFive());
  QVERIFY(rate);
  QCOMPARE(rate->start, 2525.0);
  QVERIFY(std::abs(rate->after(1000) / (2525.0 * 0.6064548228) - 1.0) < 1e-9);
  QVERIFY(!rate->formula.empty());
}

void ProvenRateTest::runsAreNotAboveIt_data() {
  QTest::addColumn<Experiment>("experiment");
  QTest::newRow("Top-5") << topFive();
  QTest::newRow("Top-5, four workers") << test::with(topFive(), {"cluster.workers=4"});
  QTest::newRow("GD on a regression") << test::with(
      Experiment(), {"model.key=linear-regression", "cluster.workers=4", "algorithm.key=d-sgd",
                     "algorithm.learning_rate=0.2", "run.epochs=100"});
  QTest::newRow("GD on a logistic regression") << test::with(
      Experiment(), {"model.key=l2-logistic-regression", "cluster.workers=4", "algorithm.key=d-sgd",
                     "algorithm.learning_rate=1", "run.epochs=200"});
}

void ProvenRateTest::runsAreNotAboveIt() {
  QFETCH(Experiment, experiment);
  const auto rate = provenRate(experiment);
  QVERIFY(rate && rate->factor < 1.0);
  TrainingRun run(experiment, {});
  double last = rate->start;
  for (bool over = false; !over; std::this_thread::yield()) {
    over = run.finished();
    while (const auto sample = run.poll()) {
      last = sample->record.suboptimality;
      const double bound = rate->after(static_cast<double>(sample->record.iteration));
      QVERIFY2(last <= bound * (1.0 + 1e-6) + 1e-12, qPrintable(QString::number(last - bound)));
    }
  }
  QVERIFY2(run.state() == RunState::Finished, run.summary().message.c_str());
  QVERIFY(last < 0.9 * rate->start);
}

void ProvenRateTest::isNothingWhereNothingIsProven_data() {
  QTest::addColumn<Experiment>("experiment");
  QTest::newRow("a network") << Experiment();
  QTest::newRow("error feedback") << test::with(topFive(), {"algorithm.key=ef"});
  QTest::newRow("noise") << test::with(topFive(), {"model.noise=1"});
  QTest::newRow("a rate that decays") << test::with(topFive(), {"algorithm.decay_epoch=5"});
  QTest::newRow("a cosine") << test::with(topFive(), {"algorithm.schedule=cosine"});
  QTest::newRow("a warm-up") << test::with(topFive(), {"algorithm.rate_warm_up_epochs=1"});
  QTest::newRow("beyond 2/L") << test::with(topFive(), {"algorithm.learning_rate=0.1"});
  QTest::newRow("different functions, compressed")
      << test::with(topFive(), {"model.key=heterogeneous-quadratic", "cluster.workers=4"});
  QTest::newRow("the wrong number of workers")
      << test::with(topFive(), {"model.key=three-worker-divergence", "compressor.key=identity",
                                "cluster.workers=4"});
}

void ProvenRateTest::isNothingWhereNothingIsProven() {
  QFETCH(Experiment, experiment);
  QVERIFY(!provenRate(experiment));
}

QTEST_APPLESS_MAIN(ProvenRateTest)
#include "proven_rate_test.moc"
