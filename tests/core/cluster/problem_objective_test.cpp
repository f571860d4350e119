// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster/problem_objective.h"

#include <cmath>

#include <QtTest>

using namespace telegrad;

namespace {

constexpr std::size_t kWorkers = 3;

std::unique_ptr<ProblemObjective> make(double noise) {
  const auto entry = *find(problems(), "heterogeneous-quadratic", "model");
  auto problem = entry->make(*Settings::from(entry->parameters))->build(kWorkers, 1);
  return std::make_unique<ProblemObjective>(
      *std::move(problem), ProblemObjective::Noise{.deviation = noise, .seed = 5}, 2);
}

Parameters at(float x) {
  return {.values = FloatVector(20, x), .packed = {}};
}

std::vector<float> gradient(Objective& objective, std::size_t worker, std::int64_t iteration,
                            std::size_t slot, const Parameters& weights) {
  objective.draw(worker, iteration);
  auto& minibatch = objective.gradient(worker, slot);
  minibatch.differentiate(weights);
  std::vector<float> values(weights.values.size());
  minibatch.write(1.0F, values);
  return values;
}

}  // namespace

class ProblemObjectiveTest : public QObject {
  Q_OBJECT
 private slots:
  void gradientsAreTheProblemsRoundedOnce();
  void noiseIsTheMinibatchs();
  void hasNoTestSetButADistance();
};

void ProblemObjectiveTest::gradientsAreTheProblemsRoundedOnce() {
  const auto entry = *find(problems(), "heterogeneous-quadratic", "model");
  const auto problem = *entry->make(*Settings::from(entry->parameters))->build(kWorkers, 1);
  const auto objective = make(0.0);
  const auto weights = at(0.7F);
  for (std::size_t m = 0; m < kWorkers; ++m) {
    std::vector<double> exact(20);
    const double loss = problem->differentiate(m, weights.values, exact);
    const auto rounded = gradient(*objective, m, 4, m % 2, weights);
    auto& minibatch = objective->gradient(m, m % 2);
    QCOMPARE(minibatch.differentiate(weights), loss);
    std::vector<float> sum(20, 2.0F);
    minibatch.addTo(0.3F, sum);
    double squares = 0.0;
    std::vector<double> there(20);
    const auto other = at(0.25F);
    problem->differentiate(m, other.values, there);
    for (std::size_t j = 0; j < 20; ++j) {
      QCOMPARE(rounded[j], static_cast<float>(exact[j]));
      const float product = 0.3F * rounded[j];
      QCOMPARE(sum[j], product + 2.0F);
      squares += std::pow(exact[j] - there[j], 2);
    }
    QVERIFY(std::abs(minibatch.squaredChange(other) - squares) < 1e-5 * squares);
    QCOMPARE(minibatch.squaredChange(weights), 0.0);
  }
}

/// The same for one worker and iteration, wherever it is asked for; otherwise another.
void ProblemObjectiveTest::noiseIsTheMinibatchs() {
  const auto objective = make(0.5);
  const auto exact = make(0.0);
  const auto weights = at(0.7F);
  const auto first = gradient(*objective, 1, 8, 0, weights);
  QVERIFY(gradient(*objective, 1, 9, 0, weights) != first);
  QVERIFY(gradient(*objective, 2, 8, 1, weights) != gradient(*exact, 2, 8, 1, weights));
  QCOMPARE(gradient(*objective, 1, 8, 1, weights), first);
  // Of one minibatch, the noise is in both gradients and not in their difference.
  auto& minibatch = objective->gradient(1, 1);
  const auto other = at(0.25F);
  auto& without = exact->gradient(1, 0);
  exact->draw(1, 8);
  without.differentiate(weights);
  const double change = without.squaredChange(other);
  QVERIFY(std::abs(minibatch.squaredChange(other) - change) < 1e-5 * change);
}

void ProblemObjectiveTest::hasNoTestSetButADistance() {
  const auto objective = make(0.5);
  QCOMPARE(objective->testParts(), std::size_t{0});
  QCOMPARE(objective->iterationsPerEpoch(), std::int64_t{1});
  QCOMPARE(elementCount(objective->layout()), std::size_t{20});
  FloatVector start(20, 9.0F);
  objective->initialise(start);
  QCOMPARE(start.front(), 0.0F);
  QVERIFY(objective->suboptimality(at(0.0F)) > 0.0);
  QVERIFY(objective->suboptimality(at(0.0F)) < objective->suboptimality(at(3.0F)));
}

QTEST_APPLESS_MAIN(ProblemObjectiveTest)
#include "problem_objective_test.moc"
