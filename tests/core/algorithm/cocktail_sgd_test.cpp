// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <vector>

#include <QtTest>

#include "core/compress/bucket_quantiser.h"
#include "core/compress/shared_mask.h"
#include "tests/support/given_gradients.h"
#include "tests/support/quadratic_workers.h"

using namespace telegrad;
using telegrad::test::GivenGradients;
using telegrad::test::Workers;

namespace {

constexpr std::size_t kSize = 67;
constexpr std::size_t kWorkers = 3;
constexpr double kRate = 0.0625;

using Floats = std::vector<float>;

Floats drawn(std::size_t worker, std::int64_t iteration) {
  return test::drawnGradient(worker, iteration, kSize);
}

/// Chunks of 22, 22 and 23 entries; masks of 8 each; 4 kept, in two buckets.
Values settings(const std::string& mask = "rolled", std::int64_t warmUp = 0) {
  return {{"mask_fraction", 0.4},         {"kept_fraction", 0.5},  {"bits", std::int64_t{4}},
          {"bucket", std::int64_t{2}},    {"mask", mask},          {"mask_seed", std::int64_t{3}},
          {"warm_up_iterations", warmUp}, {"learning_rate", kRate}};
}

GivenGradients cocktail(const Values& settings) {
  return {kWorkers,
          {{"a.weight", {20, 3}, 0}, {"a.bias", {7}, 60}},
          "cocktail-sgd",
          settings,
          "identity",
          {},
          0.5F};
}

BucketQuantiser quantiser() {
  return BucketQuantiser({.fraction = 0.5, .bits = 4, .bucket = 2});
}

/// C of a chunk's entries; the operator has tests of its own.
Floats operatorC(const Floats& x) {
  auto made = quantiser();
  Payload payload;
  Floats back(x.size());
  if (!made.encode(x, payload) || !made.decode(payload.bytes, back)) qFatal("C");
  return back;
}

/// The publication's steps one after the other: exchange, then the gradient that was computed in
/// the meantime. Of the first exchange there is nothing to send.
struct Reference {
  SharedMask mask;
  std::vector<Floats> models = std::vector(kWorkers, Floats(kSize, 0.5F));
  Floats shared = Floats(kSize, 0.5F);
  Floats error = Floats(kSize);

  explicit Reference(bool rolled)
      : mask({.share = 0.4, .bucket = 2, .rolled = rolled, .seed = 3}, kSize, kWorkers) {}

  void exchange(std::int64_t message) {
    std::vector<std::uint32_t> positions;
    mask.select(message, positions);
    for (std::size_t c = 0; c < kWorkers; ++c) {
      const auto [first, count] = mask.part(c);
      Floats sum(count);
      for (auto& model : models) {
        Floats ahead(count);
        for (std::size_t i = 0; i < count; ++i)
          ahead[i] = model[positions[first + i]] - shared[positions[first + i]];
        const auto sent = operatorC(ahead);
        for (std::size_t i = 0; i < count; ++i) {
          model[positions[first + i]] -= sent[i];
          sum[i] += sent[i];
        }
      }
      for (std::size_t i = 0; i < count; ++i)
        sum[i] = sum[i] * (1.0F / kWorkers) + error[positions[first + i]];
      const auto reply = operatorC(sum);
      for (std::size_t i = 0; i < count; ++i) {
        const auto at = positions[first + i];
        error[at] = sum[i] - reply[i];
        shared[at] += reply[i];
        for (auto& model : models) model[at] += reply[i];
      }
    }
  }
  void descend(std::int64_t iteration) {
    for (std::size_t m = 0; m < kWorkers; ++m) {
      const auto gradient = drawn(m, iteration);
      for (std::size_t j = 0; j < kSize; ++j)
        models[m][j] -= static_cast<float>(kRate) * gradient[j];
    }
  }
};

/// Whether `x` is the mean of the models but for rounding.
bool isMean(const FloatVector& x, const std::vector<Floats>& models) {
  for (std::size_t j = 0; j < kSize; ++j) {
    double mean = 0.0;
    for (const auto& model : models) mean += static_cast<double>(model[j]) / kWorkers;
    if (std::abs(mean - static_cast<double>(x[j])) > 1e-5) return false;
  }
  return true;
}

}  // namespace

class CocktailSgdTest : public QObject {
  Q_OBJECT
 private slots:
  void modelsAreThePublishedSteps_data();
  void modelsAreThePublishedSteps();
  void whatIsNotSentIsKept();
  void sendingEverythingFinelyIsAveraging();
  void theFirstIterationsAreDescentByTheMean();
  void repliesAreAsLargeAsTheirBytes();
  void onlyItsOwnCodeCompresses();
  void whoSendsNothingTakesInTheReplies();
};

void CocktailSgdTest::modelsAreThePublishedSteps_data() {
  QTest::addColumn<bool>("rolled");
  QTest::newRow("rolled") << true;
  QTest::newRow("random") << false;
}

void CocktailSgdTest::modelsAreThePublishedSteps() {
  QFETCH(bool, rolled);
  auto run = cocktail(settings(rolled ? "rolled" : "random"));
  Reference reference(rolled);
  for (std::int64_t k = 0; k < 40; ++k) {
    const auto before = run.weights();
    QVERIFY(run.iterate(drawn));
    for (std::size_t m = 0; m < kWorkers; ++m) QCOMPARE(run.model(m), reference.models[m]);
    if (k > 0) reference.exchange(k - 1);
    reference.descend(k);
    QVERIFY(isMean(run.weights(), reference.models));
    QCOMPARE(run.lastMove(), squaredDistance(run.weights(), before));
    QCOMPARE(run.through(), k - 1);
  }
  QVERIFY(reference.models[0] != reference.models[1]);
  QVERIFY(run.drain());
  reference.exchange(39);
  QVERIFY(isMean(run.weights(), reference.models));
  QCOMPARE(run.through(), std::int64_t{39});
  QVERIFY(!run.drain());
  // And it goes on from there, with nothing under way.
  QVERIFY(run.iterate(drawn));
  for (std::size_t m = 0; m < kWorkers; ++m) QCOMPARE(run.model(m), reference.models[m]);
  reference.descend(40);
  QVERIFY(isMean(run.weights(), reference.models));
}

/// p_i - G is all that worker i has learnt by itself and never sent, so p_i + gamma sum g_i +
/// sum q_i is one and the same G for all workers.
void CocktailSgdTest::whatIsNotSentIsKept() {
  auto run = cocktail(settings());
  SharedMask mask({.share = 0.4, .bucket = 2, .rolled = true, .seed = 3}, kSize, kWorkers);
  std::vector<std::vector<double>> unsent(kWorkers, std::vector<double>(kSize));
  std::vector<std::vector<double>> last = unsent;
  for (std::int64_t k = 0; k < 60; ++k) {
    const auto reports = run.iterate(drawn);
    QVERIFY(reports);
    std::vector<double> shared;
    for (std::size_t m = 0; m < kWorkers; ++m) {
      // The gradient was taken before the last message went out of p_m.
      std::vector<double> now(kSize);
      for (std::size_t j = 0; j < kSize; ++j)
        now[j] = static_cast<double>(run.model(m)[j]) - last[m][j] - unsent[m][j];
      if (m == 0) shared = now;
      for (std::size_t j = 0; j < kSize; ++j) QVERIFY(std::abs(now[j] - shared[j]) < 2e-5);

      std::vector<std::uint32_t> positions;
      mask.select(k, positions);
      const auto gradient = drawn(m, k);
      for (std::size_t j = 0; j < kSize; ++j)
        unsent[m][j] -= kRate * static_cast<double>(gradient[j]);
      last[m].assign(kSize, 0.0);
      std::size_t from = 0;
      for (std::size_t c = 0; c < kWorkers; ++c) {
        const auto [first, count] = mask.part(c);
        Floats sent(count);
        const std::size_t length = quantiser().encodedBytes(count);
        QVERIFY(quantiser().decode(std::span(run.payload(m).bytes).subspan(from, length), sent));
        from += length;
        for (std::size_t i = 0; i < count; ++i) {
          const auto at = positions[first + i];
          last[m][at] = static_cast<double>(sent[i]);
          unsent[m][at] -= last[m][at];
        }
      }
      QCOMPARE(from, run.payload(m).bytes.size());
      // The reply is in all models of the next turn, or in none.
      double waiting = 0.0;
      for (const double u : unsent[m]) waiting += u * u;
      QVERIFY(std::abs((*reports)[m].residualNormSquared - waiting) < 1e-4 * waiting);
    }
  }
}

/// With p = k = 1 and 16 bits, what is exchanged is nearly all there is, and all that sets the
/// models apart is their last own gradient.
void CocktailSgdTest::sendingEverythingFinelyIsAveraging() {
  auto values = settings();
  values["mask_fraction"] = 1.0;
  values["kept_fraction"] = 1.0;
  values["bits"] = std::int64_t{16};
  values["bucket"] = std::int64_t{1};
  auto run = cocktail(values);
  std::vector<double> mean(kSize, 0.5);
  for (std::int64_t k = 0; k < 50; ++k) {
    QVERIFY(run.iterate(drawn));
    for (std::size_t m = 0; m < kWorkers; ++m)
      for (std::size_t j = 0; j < kSize; ++j) {
        const double own = k == 0 ? 0.0 : static_cast<double>(drawn(m, k - 1)[j]);
        double all = 0.0;
        for (std::size_t i = 0; k > 0 && i < kWorkers; ++i)
          all += static_cast<double>(drawn(i, k - 1)[j]) / kWorkers;
        const double expected = mean[j] - kRate * (own - all);
        QVERIFY(std::abs(static_cast<double>(run.model(m)[j]) - expected) < 2e-3);
      }
    for (std::size_t j = 0; j < kSize; ++j)
      for (std::size_t m = 0; m < kWorkers; ++m)
        mean[j] -= kRate * static_cast<double>(drawn(m, k)[j]) / kWorkers;
  }
  QVERIFY(run.drain());
  for (std::size_t j = 0; j < kSize; ++j)
    QVERIFY(std::abs(static_cast<double>(run.weights()[j]) - mean[j]) < 1e-3);
}

void CocktailSgdTest::theFirstIterationsAreDescentByTheMean() {
  Workers warm("cocktail-sgd", settings("rolled", 5), "identity", {});
  Workers descent("d-sgd", {{"learning_rate", kRate}}, "identity", {});
  for (int k = 0; k < 5; ++k) {
    warm.iterate();
    descent.iterate();
    QVERIFY(warm.weights() == descent.weights());
    QCOMPARE(warm.algorithm().through(k), std::int64_t{k});
    QVERIFY(!warm.algorithm().broadcast(k));
  }
  FloatVector next(warm.weights());
  QVERIFY(!warm.algorithm().drain(warm.weights(), next, {}));
  warm.iterate();
  QCOMPARE(warm.algorithm().through(5), std::int64_t{4});
  QVERIFY(warm.payload(0).bytes.size() < 4 * kSize);
  descent.iterate();  // the mean of the models is where the mean gradient leads
  for (std::size_t j = 0; j < kSize; ++j)
    QVERIFY(std::abs(warm.weights()[j] - descent.weights()[j]) < 1e-5F);
}

void CocktailSgdTest::repliesAreAsLargeAsTheirBytes() {
  auto run = cocktail(settings("rolled", 2));
  const auto code = quantiser();
  const auto bytes = static_cast<std::int64_t>(3 * code.encodedBytes(8));
  QCOMPARE(bytes, std::int64_t{3 * (1 + 2 * 2 + 2)});  // marks, two scales, four levels of 4 bits
  for (std::int64_t k = 0; k < 8; ++k) {
    const auto size = run.algorithm().broadcast(k);
    if (k <= 2) QVERIFY(!size);                          // the weights
    if (k == 3) QCOMPARE(size->value, std::int64_t{0});  // nobody had sent anything yet
    if (k > 3) QCOMPARE(size->value, bytes);
    QVERIFY(run.iterate(drawn));
    QCOMPARE(run.payload(0).bytes.size(), k < 2 ? 4 * kSize : static_cast<std::size_t>(bytes));
  }
}

void CocktailSgdTest::onlyItsOwnCodeCompresses() {
  for (const std::int64_t warmUp : {0, 3}) {
    GivenGradients run(1, {{"a.weight", {static_cast<std::int64_t>(kSize)}, 0}}, "cocktail-sgd",
                       settings("rolled", warmUp), "top-k", {});
    const auto refused = run.iterate(drawn);
    QVERIFY(!refused);
    QVERIFY(QString::fromStdString(refused.error().message).contains("allowed: identity"));
  }
}

/// Turns without a worker: its report says that it sent nothing, and its model is then the shared
/// copy and what it had not sent, so that all of it is exchanged later.
void CocktailSgdTest::whoSendsNothingTakesInTheReplies() {
  const auto entry = *find(algorithms(), "cocktail-sgd", "algorithm");
  const auto identity = *find(compressors(), "identity", "compressor");
  const auto algorithm = entry->make(*Settings::from(entry->parameters, settings()));
  const auto compressor = identity->make(Settings());
  const Layout layout{{"a", {static_cast<std::int64_t>(kSize)}, 0}};
  algorithm->begin(kWorkers, layout);
  auto weights =
      std::make_shared<Parameters>(Parameters{.values = FloatVector(kSize, 0.5F), .packed = {}});
  std::vector<Payload> payloads(kWorkers);
  FloatVector scratch(kSize);
  // Gradients for 60 iterations, worker 2 away in the first ones and later; then none, until all
  // is exchanged.
  for (std::int64_t k = 0; k < 400; ++k) {
    algorithm->prepare(k, 0.0);
    std::vector<WorkerReport> reports(kWorkers);
    for (std::size_t m = 0; m < kWorkers; ++m) {
      if (m == 1 && (k < 3 || (k >= 20 && k < 25))) {
        reports[m].outcome = Outcome::Skipped;
        continue;
      }
      test::GivenGradient gradient(k < 60 ? drawn(m, k) : Floats(kSize));
      WorkerTurn turn;
      turn.worker = m;
      turn.iteration = k;
      turn.weights = weights;
      turn.gradient = &gradient;
      turn.compressor = compressor.get();
      turn.layout = &layout;
      turn.scratch = scratch;
      const auto report = algorithm->work(turn, payloads[m]);
      QVERIFY(report);
      reports[m] = *report;
    }
    auto next = std::make_shared<Parameters>(*weights);
    QVERIFY(algorithm->step(reports, payloads, *compressor, weights->values, next->values,
                            [](std::size_t size, const auto& body) { body(0, size); }));
    weights = std::move(next);
  }
  // Every gradient counts once, as one of three.
  for (std::size_t j = 0; j < kSize; ++j) {
    double expected = 0.5;
    for (std::int64_t k = 0; k < 60; ++k)
      for (std::size_t m = 0; m < kWorkers; ++m)
        if (m != 1 || (k >= 3 && (k < 20 || k >= 25)))
          expected -= kRate * static_cast<double>(drawn(m, k)[j]) / kWorkers;
    QVERIFY2(std::abs(static_cast<double>(weights->values[j]) - expected) < 0.01,
             qPrintable(QString("%1: %2, %3").arg(j).arg(weights->values[j]).arg(expected)));
  }
}

QTEST_APPLESS_MAIN(CocktailSgdTest)
#include "cocktail_sgd_test.moc"
