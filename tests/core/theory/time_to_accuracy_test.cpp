// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/time_to_accuracy.h"

#include <cmath>
#include <vector>

#include <QtTest>

#include "core/base/random.h"
#include "core/theory/deco.h"

using telegrad::fastestToAccuracy;
using telegrad::IterationConditions;
using telegrad::IterationsModel;
using telegrad::iterationsToTarget;
using telegrad::TimeToAccuracy;

class TimeToAccuracyTest : public QObject {
  Q_OBJECT
 private slots:
  void iterationsByHand();
  void equalsTheProductOverTheGrid();
  void aFastNetworkNeedsNoStaleness();
  void stalenessThatCostsKeepsItShallow();
  void equalsGoToTheFresherAndFuller();
  void errorsNameWhatIsAllowed();
};

namespace {

TimeToAccuracy fastest(const IterationConditions& conditions, const IterationsModel& model,
                       const std::vector<double>& deltas, const std::vector<int>& taus) {
  const auto found = fastestToAccuracy(conditions, model, deltas, taus);
  if (!found) QTest::qFail(found.error().message.c_str(), __FILE__, __LINE__);
  return found ? *found : TimeToAccuracy{};
}

}  // namespace

void TimeToAccuracyTest::iterationsByHand() {
  IterationsModel model{100.0, 10.0, 5.0, {}};
  QCOMPARE(iterationsToTarget(model, 1.0, 0), 100.0);
  QCOMPARE(iterationsToTarget(model, 0.5, 3), 125.0);
  QCOMPARE(iterationsToTarget(model, 0.2, 0), 140.0);
  // A compressor that keeps four times its share.
  model.effectiveRatio = [](double delta) { return std::min(1.0, 4.0 * delta); };
  QCOMPARE(iterationsToTarget(model, 0.2, 0), 110.0);
  QVERIFY(std::isnan(iterationsToTarget(model, 0.0, 0)));
  QVERIFY(std::isnan(iterationsToTarget(model, 0.5, -1)));
  model.effectiveRatio = [](double) { return 0.0; };
  QVERIFY(std::isnan(iterationsToTarget(model, 0.5, 0)));
}

void TimeToAccuracyTest::equalsTheProductOverTheGrid() {
  telegrad::Random random(1, telegrad::Purpose::Test);
  const std::vector<double> deltas{0.001, 0.01, 0.03, 0.1, 0.3, 1.0};
  const std::vector<int> taus{0, 1, 2, 3, 5, 8};
  for (int i = 0; i < 200; ++i) {
    const IterationConditions c{random.uniform(0.1, 1.0), random.uniform(0.1, 100.0), 1.0,
                                random.uniform(0.0, 4.0)};
    const IterationsModel model{
        random.uniform(10.0, 500.0), random.uniform(0.0, 50.0), random.uniform(0.0, 50.0), {}};
    const auto chosen = fastest(c, model, deltas, taus);
    for (const double delta : deltas)
      for (const int tau : taus) {
        const double transfer = delta * c.gradientBits / c.bitsPerSecond;
        const double loop = (c.computeSeconds + c.latencySeconds + transfer) / (tau + 1);
        const double seconds =
            std::max({c.computeSeconds, transfer, loop}) *
            (model.base + model.compression * (1.0 / delta - 1.0) + model.staleness * tau);
        QVERIFY(chosen.seconds <= seconds * (1.0 + 1e-12));
        if (delta == chosen.delta && tau == chosen.tau)
          QVERIFY(std::abs(chosen.seconds / seconds - 1.0) < 1e-12);
      }
    QVERIFY(std::abs(chosen.iterationSeconds * chosen.iterations - chosen.seconds) < 1e-9);
  }
}

void TimeToAccuracyTest::aFastNetworkNeedsNoStaleness() {
  // Sending takes 2 % of computing and a delayed iteration costs 10 %: DeCo hides it all the same.
  const IterationConditions conditions{0.1, 1e7, 1e10, 0.001};
  const auto chosen = fastest(conditions, {100.0, 10.0, 10.0, {}}, {0.1, 1.0}, {0, 1, 2});
  QCOMPARE(chosen.tau, 0);
  QCOMPARE(chosen.delta, 1.0);
  const auto deco = telegrad::decideDeco(conditions);
  QVERIFY(deco && deco->chosen.tau == 1);
}

void TimeToAccuracyTest::stalenessThatCostsKeepsItShallow() {
  // Compute 1, latency 3, an instant link: 4 / (tau + 1) iterations of (100 + k2 tau).
  const IterationConditions conditions{1.0, 1.0, 1e9, 3.0};
  const std::vector<int> taus{0, 1, 2, 3, 4, 5};
  QCOMPARE(fastest(conditions, {100.0, 0.0, 10.0, {}}, {1.0}, taus).tau, 4 - 1);
  QCOMPARE(fastest(conditions, {100.0, 0.0, 150.0, {}}, {1.0}, taus).tau, 0);
}

void TimeToAccuracyTest::equalsGoToTheFresherAndFuller() {
  // Computation sets the pace everywhere, and nothing costs iterations.
  const auto chosen =
      fastest({1.0, 1.0, 10.0, 0.0}, {100.0, 0.0, 0.0, {}}, {0.1, 0.7, 0.3}, {9, 3, 5});
  QCOMPARE(chosen.tau, 3);
  QCOMPARE(chosen.delta, 0.7);
}

void TimeToAccuracyTest::errorsNameWhatIsAllowed() {
  const IterationConditions good{1.0, 1.0, 1.0, 1.0};
  const std::vector<double> deltas{0.5};
  const std::vector<int> taus{1};
  const auto verify = [](const auto& found, const std::vector<const char*>& words) {
    QVERIFY(!found);
    for (const char* word : words)
      QVERIFY2(found.error().message.find(word) != std::string::npos,
               found.error().message.c_str());
  };
  verify(fastestToAccuracy({1.0, 1.0, 0.0, 1.0}, {}, deltas, taus),
         {"bandwidth 0 bit/s", "above 0"});
  verify(fastestToAccuracy(good, {0.0, 1.0, 1.0, {}}, deltas, taus), {"model", "above 0"});
  verify(fastestToAccuracy(good, {1.0, -1.0, 1.0, {}}, deltas, taus), {"-1 for compression"});
  verify(fastestToAccuracy(good, {}, std::vector{0.5, 2.0}, taus), {"fraction of 2", "at most 1"});
  verify(fastestToAccuracy(good, {}, deltas, std::vector{-3}), {"staleness of -3", "0 or more"});
  verify(fastestToAccuracy(good, {}, {}, taus), {"without a point"});
  verify(fastestToAccuracy(good, {}, deltas, {}), {"without a point"});
}

QTEST_APPLESS_MAIN(TimeToAccuracyTest)
#include "time_to_accuracy_test.moc"
