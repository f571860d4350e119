// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/pace_memory.h"

#include <QSettings>
#include <QSignalSpy>
#include <QtTest>

#include "tests/support/own_home.h"
#include "tests/support/small_runs.h"
#include "ui/models/run_forecaster.h"

using telegrad::Experiment;
using telegrad::Sample;
using telegrad::test::smallExperiment;
using telegrad::test::with;
using telegrad::ui::PaceMemory;
using telegrad::ui::Run;
using telegrad::ui::RunForecaster;

/// What is remembered of runs, and what is said of the next. Iteration times are made up.
class PaceMemoryTest : public QObject {
  Q_OBJECT

 public:
  static void initMain() {
    telegrad::test::useOwnHome();
    QCoreApplication::setOrganizationName(QStringLiteral("Telegrad tests"));
  }

 private slots:
  void init() { QSettings().clear(); }
  void nothingIsGuessed();
  void theSameWorkloadTakesAsLong();
  void anotherTakesItsArithmetic();
  void theLastQuestionIsAnswered();
  void whatWasTooShortSaysNothing();
};

namespace {

/// 30 iterations of 0.1 s each, evaluations of one more second.
Run runOf(const Experiment& experiment, double seconds = 0.1) {
  Run run;
  run.experiment = experiment;
  run.info = telegrad::RunInfo{};
  run.info->iterationsPerEpoch = 6;
  run.info->testExamples = 200;
  run.info->multiplyAdds = 784 * 32 + 320;
  telegrad::Record record;
  for (int i = 1; i <= 30; ++i) {
    record.iteration = i;
    record.wallSeconds += seconds;
    record.testAccuracy = i % 10 == 0 ? 0.5 : telegrad::Record::kNone;
    if (i % 10 == 0) record.wallSeconds += 10.0 * seconds;
    run.remaining.add(record);
  }
  return run;
}

/// How often another thread has told an object something.
class Told : public QObject {
 public:
  explicit Told(QObject& of) { of.installEventFilter(this); }
  int count() const { return count_; }

 protected:
  bool eventFilter(QObject* of, QEvent* event) override {
    if (event->type() == QEvent::MetaCall) ++count_;
    return QObject::eventFilter(of, event);
  }

 private:
  int count_ = 0;
};

QString answerTo(RunForecaster& forecaster, const Experiment& experiment) {
  QSignalSpy known(&forecaster, &RunForecaster::known);
  forecaster.ask(experiment);
  if (known.isEmpty() && !known.wait(60000)) return QStringLiteral("no answer");
  return known.back().front().toString();
}

}  // namespace

void PaceMemoryTest::nothingIsGuessed() {
  RunForecaster forecaster;
  QVERIFY(!PaceMemory::seconds(smallExperiment("sgd")).has_value());
  QCOMPARE(answerTo(forecaster, smallExperiment("sgd")), QStringLiteral("known when it runs"));
}

void PaceMemoryTest::theSameWorkloadTakesAsLong() {
  PaceMemory::remember(runOf(smallExperiment("sgd")));
  // 40 iterations, 9 of them evaluated.
  const auto longer = with(smallExperiment("sgd"), {"seed=3", "algorithm.learning_rate=0.1"});
  const auto seconds = PaceMemory::seconds(longer);
  QVERIFY(seconds.has_value());
  QVERIFY2(std::abs(*seconds - (40 * 0.1 + 9 * 1.0)) < 1e-6, qPrintable(QString::number(*seconds)));
  RunForecaster forecaster;
  QCOMPARE(answerTo(forecaster, longer), QStringLiteral("about 15 s"));
}

void PaceMemoryTest::anotherTakesItsArithmetic() {
  PaceMemory::remember(runOf(smallExperiment("sgd")));
  RunForecaster forecaster;
  // LASG computes twice as much in an iteration: 40 of 0.2 s, and 9 evaluations of 200 examples
  // where an iteration's 100 count three times, and were measured in 0.1 s.
  QCOMPARE(answerTo(forecaster, smallExperiment("lasg")), QStringLiteral("roughly 10 s"));
  QCOMPARE(answerTo(forecaster, with(smallExperiment("sgd"), {"model.key=quadratic"})),
           QStringLiteral("known when it runs"));
}

void PaceMemoryTest::theLastQuestionIsAnswered() {
  PaceMemory::remember(runOf(smallExperiment("sgd")));
  RunForecaster forecaster;
  QSignalSpy known(&forecaster, &RunForecaster::known);
  const Told told(forecaster);
  for (int i = 0; i < 5; ++i) forecaster.ask(smallExperiment("lasg"));
  forecaster.ask(smallExperiment("sgd"));  // answered at once
  QTRY_COMPARE_WITH_TIMEOUT(told.count(), 1, 60000);
  QCOMPARE(known.size(), 1);
  QCOMPARE(known.back().front().toString(), QStringLiteral("about 15 s"));
}

void PaceMemoryTest::whatWasTooShortSaysNothing() {
  PaceMemory::remember(runOf(smallExperiment("sgd"), 0.001));
  QVERIFY(!PaceMemory::seconds(smallExperiment("sgd")).has_value());
  QVERIFY(!PaceMemory::multiplyAddsPerSecond().has_value());
}

QTEST_GUILESS_MAIN(PaceMemoryTest)
#include "pace_memory_test.moc"
