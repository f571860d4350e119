// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/delay_compensation.h"

#include <cmath>
#include <vector>

#include <QtTest>

#include "tests/support/given_gradients.h"

using namespace telegrad;
using telegrad::test::GivenGradients;

namespace {

constexpr std::size_t kSize = 67;
constexpr std::size_t kWorkers = 4;

std::vector<float> drawn(std::size_t worker, std::int64_t iteration) {
  return test::drawnGradient(worker, iteration, kSize);
}

double mean(std::int64_t iteration, std::size_t j) {
  double sum = 0.0;
  for (std::size_t m = 0; m < kWorkers; ++m)
    sum += static_cast<double>(drawn(m, iteration)[j]) / kWorkers;
  return sum;
}

GivenGradients ddSgd(std::int64_t staleness, double lambda) {
  return {
      kWorkers,   {{"a", {static_cast<std::int64_t>(kSize)}, 0}},
      "dd-sgd",   {{"staleness", staleness}, {"compensation", lambda}, {"learning_rate", 0.0625}},
      "identity", {}};
}

bool near(const FloatVector& read, const std::vector<double>& expected) {
  for (std::size_t j = 0; j < kSize; ++j)
    if (std::abs(static_cast<double>(read[j]) - expected[j]) > 1e-5) return false;
  return true;
}

}  // namespace

class DelayCompensationTest : public QObject {
  Q_OBJECT
 private slots:
  void anEntryByHand();
  void weightsAreTheRecursion_data();
  void weightsAreTheRecursion();
  void withoutDelayThereIsNothingToCompensate();
  void zeroChangesNothing();
};

/// m = 2, x - y = 0.5: 2 + 0.25 * 4 * 0.5 = 2.5.
void DelayCompensationTest::anEntryByHand() {
  const DelayCompensation compensation{.lambda = 0.25F, .share = 0.5F, .factor = -0.1F};
  const std::vector<float> sum{4, 4, 0};
  const std::vector<float> y{1, 1, 5};
  std::vector<float> x{1.5F, 1, 7};
  compensation.apply(sum, y, x);
  QCOMPARE(x, (std::vector<float>{1.5F - 0.25F, 1 - 0.2F, 7}));
}

void DelayCompensationTest::weightsAreTheRecursion_data() {
  QTest::addColumn<int>("staleness");
  for (const int staleness : {1, 2, 5}) QTest::addRow("tau %d", staleness) << staleness;
}

/// x_{t+1} = x_t - gamma (m + lambda m^2 (x_t - x_{t-tau})), m = mean of the gradients at t - tau.
void DelayCompensationTest::weightsAreTheRecursion() {
  QFETCH(int, staleness);
  constexpr double kLambda = 0.01;
  auto run = ddSgd(staleness, kLambda);
  std::vector<std::vector<double>> x{std::vector<double>(kSize)};
  double corrected = 0.0;
  const auto apply = [&](std::vector<double>& to, std::int64_t s) {
    for (std::size_t j = 0; j < kSize; ++j) {
      const double m = mean(s, j);
      const double correction = kLambda * m * m * (to[j] - x[static_cast<std::size_t>(s)][j]);
      corrected = std::max(corrected, std::abs(correction));
      to[j] -= 0.0625 * (m + correction);
    }
  };
  for (std::int64_t t = 0; t < 25; ++t) {
    QVERIFY(run.iterate(drawn));
    auto next = x.back();
    if (t >= staleness) apply(next, t - staleness);
    x.push_back(next);
    QVERIFY(near(run.weights(), next));
  }
  QVERIFY(corrected > 0.01);
  // What waits at the end, one after the other.
  QVERIFY(run.drain());
  auto last = x.back();
  for (std::int64_t s = 25 - staleness; s < 25; ++s) apply(last, s);
  QVERIFY(near(run.weights(), last));
}

void DelayCompensationTest::withoutDelayThereIsNothingToCompensate() {
  auto with = ddSgd(0, 1.0);
  auto without = ddSgd(0, 0.0);
  for (int k = 0; k < 10; ++k) {
    QVERIFY(with.iterate(drawn) && without.iterate(drawn));
    for (std::size_t j = 0; j < kSize; ++j)
      QVERIFY(std::abs(with.weights()[j] - without.weights()[j]) < 1e-6F);
  }
}

/// The recursion without compensation, rounded as it always was.
void DelayCompensationTest::zeroChangesNothing() {
  auto run = ddSgd(3, 0.0);
  std::vector<float> x(kSize);
  for (std::int64_t t = 0; t < 20; ++t) {
    QVERIFY(run.iterate(drawn));
    if (t >= 3)
      for (std::size_t j = 0; j < kSize; ++j) {
        float sum = 0.0F;
        for (std::size_t m = 0; m < kWorkers; ++m) sum += drawn(m, t - 3)[j];
        x[j] += -0.015625F * sum;
      }
    QVERIFY(std::equal(x.begin(), x.end(), run.weights().begin()));
  }
}

QTEST_APPLESS_MAIN(DelayCompensationTest)
#include "delay_compensation_test.moc"
