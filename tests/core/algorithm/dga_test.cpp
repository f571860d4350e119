// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <vector>

#include <QtTest>

#include "tests/support/given_gradients.h"
#include "tests/support/quadratic_workers.h"

using namespace telegrad;
using telegrad::test::GivenGradients;
using telegrad::test::Workers;

namespace {

constexpr std::size_t kSize = 67;
constexpr std::size_t kWorkers = 4;
constexpr float kRate = 0.0625F;

using Floats = std::vector<float>;

Floats drawn(std::size_t worker, std::int64_t iteration) {
  return test::drawnGradient(worker, iteration, kSize);
}

GivenGradients dga(std::int64_t delay, const std::string& compressor = "identity",
                   const Values& compression = {}) {
  return {kWorkers,   {{"a.weight", {20, 3}, 0}, {"a.bias", {7}, 60}},
          "dga",      {{"delay", delay}, {"learning_rate", 0.0625}},
          compressor, compression};
}

Floats meanGradient(std::int64_t iteration) {
  Floats mean(kSize);
  for (std::size_t m = 0; m < kWorkers; ++m) {
    const auto gradient = drawn(m, iteration);
    for (std::size_t j = 0; j < kSize; ++j) mean[j] += 0.25F * gradient[j];
  }
  return mean;
}

/// x -= gamma * gradient.
void descend(Floats& x, const Floats& gradient, float rate = kRate) {
  for (std::size_t j = 0; j < kSize; ++j) x[j] -= rate * gradient[j];
}

Floats meanOf(const std::vector<Floats>& models) {
  Floats mean(kSize);
  for (const auto& model : models)
    for (std::size_t j = 0; j < kSize; ++j) mean[j] += 0.25F * model[j];
  return mean;
}

Floats plain(const FloatVector& values) {
  return {values.begin(), values.end()};
}

}  // namespace

class DgaTest : public QObject {
  Q_OBJECT
 private slots:
  void modelsAreTheRecursion_data();
  void modelsAreTheRecursion();
  void modelsDifferInTheLastOwnGradientsOnly_data() { modelsAreTheRecursion_data(); }
  void modelsDifferInTheLastOwnGradientsOnly();
  void theEndMakesAllModelsAgree_data() { modelsAreTheRecursion_data(); }
  void theEndMakesAllModelsAgree();
  void meansAreOfWhatWasSent();
  void withoutDelayItIsPlainDescent();
  void aLowerRateDoesNotDriveTheModelsApart();
  void afterAnEndNoFormerRateCounts();
};

void DgaTest::modelsAreTheRecursion_data() {
  QTest::addColumn<int>("delay");
  for (const int delay : {1, 2, 5, 17}) QTest::addRow("D %d", delay) << delay;
}

/// x_{t+1}^i = x_t^i - gamma (g_t^i - g_{t-D}^i + mean_{t-D}), and the weights are their mean.
void DgaTest::modelsAreTheRecursion() {
  QFETCH(int, delay);
  auto run = dga(delay);
  std::vector<Floats> models(kWorkers, Floats(kSize));
  for (std::int64_t t = 0; t < 30; ++t) {
    const auto before = run.weights();
    QVERIFY(run.iterate(drawn));
    QCOMPARE(run.through(), std::max<std::int64_t>(-1, t - delay));
    for (std::size_t i = 0; i < kWorkers; ++i) {
      QCOMPARE(run.model(i), models[i]);
      descend(models[i], drawn(i, t));
      if (t < delay) continue;
      descend(models[i], drawn(i, t - delay), -kRate);
      descend(models[i], meanGradient(t - delay));
    }
    QCOMPARE(plain(run.weights()), meanOf(models));
    QCOMPARE(run.lastMove(), squaredDistance(run.weights(), before));
  }
}

/// x_t^i = x_0 - gamma sum_{s<t-D} mean_s - gamma sum_{s=t-D}^{t-1} g_s^i.
void DgaTest::modelsDifferInTheLastOwnGradientsOnly() {
  QFETCH(int, delay);
  auto run = dga(delay);
  for (std::int64_t t = 0; t < 30; ++t) {
    QVERIFY(run.iterate(drawn));
    for (std::size_t i = 0; i < kWorkers; ++i) {
      Floats expected(kSize);
      for (std::int64_t s = 0; s < t; ++s)
        descend(expected, s < t - delay ? meanGradient(s) : drawn(i, s));
      QCOMPARE(run.model(i), expected);
      if (t > 0 && i > 0) QVERIFY(run.model(i) != run.model(0));
    }
  }
}

void DgaTest::theEndMakesAllModelsAgree() {
  QFETCH(int, delay);
  auto run = dga(delay);
  Floats expected(kSize);
  for (std::int64_t t = 0; t < 12; ++t) {  // in one row fewer than the delay
    QVERIFY(run.iterate(drawn));
    descend(expected, meanGradient(t));
  }
  QVERIFY(plain(run.weights()) == expected);  // own gradients have that mean, too
  QVERIFY(run.drain());
  QCOMPARE(run.through(), std::int64_t{11});
  QCOMPARE(plain(run.weights()), expected);
  QVERIFY(!run.drain());
  QVERIFY(run.iterate(drawn));
  for (std::size_t i = 0; i < kWorkers; ++i) QCOMPARE(run.model(i), expected);
  // What went before is not taken back a second time.
  std::vector<Floats> models(kWorkers, expected);
  for (std::size_t i = 0; i < kWorkers; ++i) descend(models[i], drawn(i, 12));
  QCOMPARE(plain(run.weights()), meanOf(models));
}

void DgaTest::meansAreOfWhatWasSent() {
  auto run = dga(3, "top-k", {{"fraction", 0.2}});
  std::vector<Floats> means;
  for (std::int64_t t = 0; t < 20; ++t) {
    QVERIFY(run.iterate(drawn));
    for (std::size_t i = 0; i < kWorkers; ++i) {
      Floats expected(kSize);
      for (std::int64_t s = 0; s < t; ++s)
        descend(expected, s < t - 3 ? means[static_cast<std::size_t>(s)] : drawn(i, s));
      QCOMPARE(run.model(i), expected);
    }
    Floats sum(kSize);
    for (std::size_t i = 0; i < kWorkers; ++i) run.sent(i).addTo(sum, 0);
    for (auto& entry : sum) entry *= 0.25F;
    means.push_back(sum);
    QVERIFY(sum != meanGradient(t));
  }
  QVERIFY(run.drain());
  Floats expected(kSize);
  for (const auto& mean : means) descend(expected, mean);
  QCOMPARE(plain(run.weights()), expected);
}

void DgaTest::withoutDelayItIsPlainDescent() {
  Workers now("dga", {{"delay", std::int64_t{0}}, {"learning_rate", 0.05}}, "identity", {});
  Workers later("dga", {{"delay", std::int64_t{1}}, {"learning_rate", 0.05}}, "identity", {});
  Workers descent("d-sgd", {{"learning_rate", 0.05}}, "identity", {});
  for (int k = 0; k < 30; ++k) {
    for (auto* workers : {&now, &later, &descent}) workers->iterate();
    QVERIFY(now.weights() == descent.weights());
    QVERIFY(k == 0 || later.weights() != descent.weights());
  }
  QCOMPARE(now.algorithm().through(29), std::int64_t{29});
  FloatVector next(now.weights());
  QVERIFY(!now.algorithm().drain(now.weights(), next, {}));
}

/// The rate falls to a quarter in iteration 6.
GivenGradients withLowerRate() {
  return {kWorkers,
          {{"a.weight", {kSize}, 0}},
          "dga",
          {{"delay", std::int64_t{3}},
           {"learning_rate", 0.0625},
           {"decay_epoch", std::int64_t{1}},
           {"decay_factor", 0.25}},
          "identity",
          {}};
}

double epochOf(std::int64_t iteration) {
  return iteration < 6 ? 0.0 : 1.0;
}

/// Own gradients go at the rate they came with.
void DgaTest::aLowerRateDoesNotDriveTheModelsApart() {
  auto run = withLowerRate();
  const auto rateAt = [](std::int64_t t) { return t < 6 ? kRate : 0.25F * kRate; };
  for (std::int64_t t = 0; t < 14; ++t) {
    QVERIFY(run.iterate(drawn, epochOf(t)));
    for (std::size_t i = 0; i < kWorkers; ++i) {
      Floats expected(kSize);
      for (std::int64_t s = 0; s < t; ++s) {
        if (s < t - 3)
          descend(expected, meanGradient(s), rateAt(s + 3));
        else
          descend(expected, drawn(i, s), rateAt(s));
      }
      QCOMPARE(run.model(i), expected);
    }
  }
}

void DgaTest::afterAnEndNoFormerRateCounts() {
  auto run = withLowerRate();
  for (std::int64_t t = 0; t < 7; ++t) QVERIFY(run.iterate(drawn, epochOf(t)));
  QVERIFY(run.drain());
  auto expected = plain(run.weights());
  QVERIFY(run.iterate(drawn, epochOf(7)));
  descend(expected, meanGradient(7), 0.25F * kRate);
  QCOMPARE(plain(run.weights()), expected);
}

QTEST_APPLESS_MAIN(DgaTest)
#include "dga_test.moc"
