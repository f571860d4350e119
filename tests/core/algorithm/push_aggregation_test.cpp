// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/push_aggregation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>
#include <string>
#include <vector>

#include <QtTest>

#include "core/tensor/vector_ops.h"
#include "tests/support/given_gradients.h"
#include "tests/support/quadratic_workers.h"

using namespace telegrad;
using telegrad::test::QuadraticGradient;
using telegrad::test::Workers;

namespace {

constexpr std::size_t kSize = 67;
const Values kEverything{{"fraction", 1.0}};
const Values kNeverSkip{{"threshold_factor", 0.0}};

bool sameBits(const FloatVector& a, const FloatVector& b) {
  for (std::size_t j = 0; j < a.size(); ++j)
    if (a[j] != b[j]) return false;
  return true;
}

/// Whether two methods give the same weights, bit for bit, for a while.
bool sameRuns(Workers a, Workers b) {
  for (int k = 0; k < 60; ++k) {
    a.iterate();
    b.iterate();
    if (!sameBits(a.weights(), b.weights())) return false;
  }
  return true;
}

/// Algorithm 1 of the paper, line by line and one number at a time; top-k as 30 % of each of the
/// two tensors [60] and [7].
class ByTheBook {
 public:
  explicit ByTheBook(double noise) : noise_(noise), weights_(kSize, 0.5F) {
    for (auto& worker : workers_) {
      worker.residual.assign(kSize, 0.0F);
      worker.stored.assign(kSize, 0.0F);
    }
  }

  std::vector<bool> iterate() {
    const double rhs = rightSide();
    std::vector<bool> uploads;
    for (std::size_t m = 0; m < workers_.size(); ++m) uploads.push_back(turn(m, rhs));
    std::vector<float> next(kSize);
    double move = 0.0;
    for (std::size_t j = 0; j < kSize; ++j) {
      float sum = 0.0F;
      for (const auto& worker : workers_) sum += worker.stored[j];
      next[j] = weights_[j] - sum;
      move += std::pow(static_cast<double>(next[j] - weights_[j]), 2);
    }
    weights_ = next;
    moves_.push_front(move);
    ++k_;
    return uploads;
  }
  const std::vector<float>& weights() const { return weights_; }

 private:
  struct Worker {
    std::vector<float> residual, stored, stale;
    int tau = 0;
  };

  double rightSide() const {
    double sum = 0.0;
    for (std::size_t d = 0; d < 9 && d < moves_.size(); ++d) sum += moves_[d];
    return 1.0 / (2.0 * 0.005) / std::pow(static_cast<double>(workers_.size()), 2) * sum;
  }

  bool turn(std::size_t m, double rhs) {
    auto& worker = workers_[m];
    QuadraticGradient objective(m, k_, kSize, noise_);
    std::vector<float> g(kSize);
    objective.gradientAt(weights_, g);
    bool upload = true;
    if (k_ >= 10) {
      std::vector<float> a(kSize);
      objective.gradientAt(worker.stale, a);
      double lhs = 0.0;
      for (std::size_t j = 0; j < kSize; ++j) lhs += std::pow(static_cast<double>(g[j] - a[j]), 2);
      upload = lhs > rhs || worker.tau > 10;
      worker.tau = upload ? 1 : worker.tau + 1;
    }
    if (!upload) return false;
    for (std::size_t j = 0; j < kSize; ++j) worker.residual[j] += 0.005F * g[j];
    worker.stored.assign(kSize, 0.0F);
    keepLargest(worker, 0, 60, 18);
    keepLargest(worker, 60, 7, 2);
    for (std::size_t j = 0; j < kSize; ++j) worker.residual[j] -= worker.stored[j];
    worker.stale = weights_;
    return true;
  }

  static void keepLargest(Worker& worker, std::size_t begin, std::size_t size, int k) {
    for (int kept = 0; kept < k; ++kept) {
      std::size_t best = begin;
      float magnitude = -1.0F;
      for (std::size_t j = begin; j < begin + size; ++j) {
        const bool taken = worker.stored[j] != 0.0F;
        if (!taken && std::abs(worker.residual[j]) > magnitude) {
          best = j;
          magnitude = std::abs(worker.residual[j]);
        }
      }
      worker.stored[best] = worker.residual[best];
    }
  }

  double noise_;
  std::array<Worker, Workers::kCount> workers_;
  std::vector<float> weights_;
  std::deque<double> moves_;
  std::int64_t k_ = 0;
};

}  // namespace

class PushAggregationTest : public QObject {
  Q_OBJECT
 private slots:
  void sasgIsAlgorithmOne();
  void oneRoundOfSgdByHand();
  void withoutSkipsSasgIsSparseBitForBit();
  void keepingEverythingSasgIsLasgBitForBit();
  void bothAreSgdBitForBit();
  void errorCorrectedSequenceIsGradientDescent();
  void skippingChangesNothingOfTheWorker();
  void oldSampleRuleHardlySkips();
  void momentumAndWeightDecayAreTorchs();
  void pushesHoldTheWeightDecayOfTheirIteration();
  void momentumMayChangeOnTheWay();
};

void PushAggregationTest::sasgIsAlgorithmOne() {
  constexpr double kNoise = 0.02;
  Workers workers("sasg", {{"threshold_factor", 0.5}}, "top-k", {{"fraction", 0.3}}, kNoise);
  ByTheBook book(kNoise);
  int skips = 0;
  for (int k = 0; k < 300; ++k) {
    const auto reports = workers.iterate();
    const auto uploads = book.iterate();
    for (std::size_t m = 0; m < uploads.size(); ++m) {
      QCOMPARE(reports[m].outcome != Outcome::Skipped, uploads[m]);
      if (!uploads[m]) ++skips;
    }
    for (std::size_t j = 0; j < kSize; ++j) QCOMPARE(workers.weights()[j], book.weights()[j]);
  }
  QVERIFY2(skips > 100 && skips < 1100, qPrintable(QString::number(skips)));  // both happen
}

void PushAggregationTest::oneRoundOfSgdByHand() {
  Workers workers("sgd", {{"learning_rate", 0.25}}, "identity", {}, 0.0);
  const auto before = workers.weights();
  std::vector<float> sum(kSize, 0.0F);
  for (std::size_t m = 0; m < Workers::kCount; ++m) {
    QuadraticGradient gradient(m, 0, kSize, 0.0);
    gradient.differentiate({.values = before, .packed = {}});
    for (std::size_t j = 0; j < kSize; ++j) sum[j] += 0.25F * gradient.gradient()[j];
  }
  const auto reports = workers.iterate();
  double move = 0.0;
  for (std::size_t j = 0; j < kSize; ++j) {
    QCOMPARE(workers.weights()[j], before[j] - sum[j]);
    move += std::pow(static_cast<double>(workers.weights()[j] - before[j]), 2);
  }
  QVERIFY(std::abs(workers.lastMove() - move) < 1e-9 * move);
  for (const auto& report : reports) QVERIFY(report.outcome == Outcome::Uploaded);
}

void PushAggregationTest::withoutSkipsSasgIsSparseBitForBit() {
  const Values some{{"fraction", 0.1}};
  QVERIFY(sameRuns({"sasg", kNeverSkip, "top-k", some}, {"sparse", {}, "top-k", some}));
  QVERIFY(!sameRuns({"sasg", {{"threshold_factor", 1e6}}, "top-k", some},
                    {"sparse", {}, "top-k", some}));
}

void PushAggregationTest::keepingEverythingSasgIsLasgBitForBit() {
  QVERIFY(sameRuns({"sasg", {}, "top-k", kEverything, 0.02}, {"lasg", {}, "identity", {}, 0.02}));
}

void PushAggregationTest::bothAreSgdBitForBit() {
  QVERIFY(sameRuns({"sasg", kNeverSkip, "top-k", kEverything}, {"sgd", {}, "identity", {}}));
  QVERIFY(sameRuns({"sparse", {}, "top-k", kEverything}, {"sgd", {}, "identity", {}}));
  QVERIFY(sameRuns({"lasg", kNeverSkip, "identity", {}}, {"sgd", {}, "identity", {}}));
}

/// Definition 2 without skips, w^k - sum_m e_m^k = w^0 - gamma * (sum of all gradients), to the
/// bit: the rate and the gradients are dyadic, so that nothing is rounded on either side.
void PushAggregationTest::errorCorrectedSequenceIsGradientDescent() {
  constexpr float kRate = 0.0078125F;
  constexpr std::size_t kWorkers = 4;
  test::GivenGradients run(kWorkers, {{"a.weight", {20, 3}, 0}, {"a.bias", {7}, 60}}, "sparse",
                           {{"learning_rate", double{kRate}}}, "top-k", {{"fraction", 0.1}}, 0.5F);
  const auto& method = dynamic_cast<const PushAggregation&>(run.algorithm());
  std::vector<float> descent(kSize, 0.5F);  // w^0 - gamma * sum of gradients
  for (std::int64_t k = 0; k < 50; ++k) {
    QVERIFY(run.iterate([](std::size_t worker, std::int64_t iteration) {
      return test::drawnGradient(worker, iteration, kSize);
    }));
    std::vector<float> corrected(run.weights().begin(), run.weights().end());
    for (std::size_t m = 0; m < kWorkers; ++m) {
      const auto gradient = test::drawnGradient(m, k, kSize);
      for (std::size_t j = 0; j < kSize; ++j) {
        descent[j] -= kRate * gradient[j];
        corrected[j] -= method.residual(m)[j];
      }
    }
    QCOMPARE(corrected, descent);
    QVERIFY(squaredNorm(method.residual(0)) > 0.0);  // something waits
  }
}

void PushAggregationTest::skippingChangesNothingOfTheWorker() {
  Workers workers("sasg", {{"threshold_factor", 1e12}}, "top-k", {{"fraction", 0.1}});
  std::vector<WorkerReport> before;
  for (int k = 0; k < 10; ++k) before = workers.iterate();
  for (int k = 0; k < 11; ++k) {
    const auto weights = workers.weights();
    const auto after = workers.iterate();
    for (std::size_t m = 0; m < after.size(); ++m) {
      QVERIFY(after[m].outcome == Outcome::Skipped);
      QCOMPARE(after[m].residualNormSquared, before[m].residualNormSquared);
    }
    QVERIFY(!sameBits(weights, workers.weights()));  // the stored updates are applied again
  }
}

void PushAggregationTest::oldSampleRuleHardlySkips() {
  const auto skips = [](std::string_view key) {
    Workers workers(key, {{"learning_rate", 0.01}}, "identity", {}, 0.3);
    int count = 0;
    for (int k = 0; k < 400; ++k)
      for (const auto& report : workers.iterate()) count += report.outcome == Outcome::Skipped;
    return count;
  };
  QVERIFY(skips("lag-stochastic") * 10 < skips("lasg"));
}

/// torch.optim.SGD(lr, momentum, weight_decay) in double, with the workers' sum as its gradient:
/// d = g + lambda w; b <- mu b + d; w <- w - lr b.
void PushAggregationTest::momentumAndWeightDecayAreTorchs() {
  constexpr double kRate = 0.02;
  constexpr double kMomentum = 0.9;
  constexpr double kDecay = 0.05;
  Workers workers("sgd",
                  {{"learning_rate", kRate}, {"momentum", kMomentum}, {"weight_decay", kDecay}},
                  "identity", {});
  Workers feedback("sparse",
                   {{"learning_rate", kRate}, {"momentum", kMomentum}, {"weight_decay", kDecay}},
                   "top-k", kEverything);
  Workers plain("sgd", {{"learning_rate", kRate}}, "identity", {});
  std::vector<double> weights(kSize, 0.5);
  std::vector<double> buffer(kSize, 0.0);
  for (std::int64_t k = 0; k < 60; ++k) {
    std::vector<double> sum(kSize, 0.0);
    const std::vector<float> rounded(weights.begin(), weights.end());
    for (std::size_t m = 0; m < Workers::kCount; ++m) {
      std::vector<float> gradient(kSize);
      QuadraticGradient(m, k, kSize, 0.3).gradientAt(rounded, gradient);
      for (std::size_t j = 0; j < kSize; ++j) sum[j] += gradient[j] + kDecay * weights[j];
    }
    double moved = 0.0;
    for (std::size_t j = 0; j < kSize; ++j) {
      buffer[j] = kMomentum * buffer[j] + sum[j];
      weights[j] -= kRate * buffer[j];
      moved += std::pow(kRate * buffer[j], 2);
    }
    workers.iterate();
    feedback.iterate();
    plain.iterate();
    QVERIFY(std::abs(workers.lastMove() - moved) < 1e-4 * moved);
    for (std::size_t j = 0; j < kSize; ++j)
      QVERIFY(std::abs(workers.weights()[j] - weights[j]) < 2e-5);
    QVERIFY(sameBits(workers.weights(), feedback.weights()));  // nothing is left out
  }
  QVERIFY(!sameBits(workers.weights(), plain.weights()));
}

/// Everyone uploads for ten iterations, then nobody does: what the server adds up stays what it
/// was, also where the weights, and lambda times them, are others by then.
void PushAggregationTest::pushesHoldTheWeightDecayOfTheirIteration() {
  Workers workers("lasg",
                  {{"threshold_factor", 1e12}, {"learning_rate", 0.01}, {"weight_decay", 0.5}},
                  "identity", {});
  for (int k = 0; k < 10; ++k) workers.iterate();
  std::vector<double> first;
  for (int k = 0; k < 8; ++k) {
    const auto before = workers.weights();
    for (const auto& report : workers.iterate()) QVERIFY(report.outcome == Outcome::Skipped);
    for (std::size_t j = 0; j < kSize; ++j) {
      const double move = double{before[j]} - workers.weights()[j];
      if (k == 0) first.push_back(move);
      QVERIFY(std::abs(move - first[j]) < 1e-6);
    }
  }
  QVERIFY(*std::ranges::max_element(first) > 1e-3);
}

void PushAggregationTest::momentumMayChangeOnTheWay() {
  const auto entry = find(algorithms(), "sgd", "algorithm");
  const auto set = [&](Workers& workers, double momentum) {
    workers.algorithm().configure(*Settings::from((*entry)->parameters, {{"momentum", momentum}}));
  };
  Workers changed("sgd", {}, "identity", {});
  Workers never("sgd", {}, "identity", {});
  changed.iterate();
  never.iterate();
  set(changed, 0.5);  // from a standstill
  changed.iterate();
  never.iterate();
  QVERIFY(sameBits(changed.weights(), never.weights()));
  changed.iterate();
  never.iterate();
  QVERIFY(!sameBits(changed.weights(), never.weights()));
}

QTEST_APPLESS_MAIN(PushAggregationTest)
#include "push_aggregation_test.moc"
