// SPDX-License-Identifier: GPL-3.0-or-later
#include <numeric>
#include <vector>

#include <QtTest>

#include "tests/support/given_gradients.h"

using namespace telegrad;
using telegrad::test::GivenGradients;

namespace {

using Floats = std::vector<float>;
using Doubles = std::vector<double>;

Floats plain(const FloatVector& values) {
  return {values.begin(), values.end()};
}

}  // namespace

class EfSgdTest : public QObject {
  Q_OBJECT
 private slots:
  void twoRoundsByHand();
  void virtualIterateMovesAsSgdDoes();
  void dcgdForgetsWhatIsLeftOut();
};

void EfSgdTest::twoRoundsByHand() {
  GivenGradients run(2, {{"x", {4}, 0}}, "ef", {{"learning_rate", 0.5}}, "top-k",
                     {{"fraction", 0.25}});
  const auto gradient = [](std::size_t worker, std::int64_t /*iteration*/) {
    return worker == 0 ? Floats{4, 1, 0, -2} : Floats{1, -8, 2, 0};
  };
  // Sent: 2 of (2, 0.5, 0, -1), and -4 of (0.5, -4, 1, 0).
  auto reports = run.iterate(gradient);
  QCOMPARE(plain(run.weights()), (Floats{-1, 2, 0, 0}));
  QCOMPARE((*reports)[0].residualNormSquared, 1.25);
  QCOMPARE((*reports)[1].residualNormSquared, 1.25);
  QCOMPARE(run.lastMove(), 5.0);
  // Sent: 2 of (2, 1, 0, -2), of equals the first, and -4 of (1, -4, 2, 0).
  reports = run.iterate(gradient);
  QCOMPARE(plain(run.weights()), (Floats{-2, 4, 0, 0}));
  QCOMPARE((*reports)[0].residualNormSquared, 5.0);
  QCOMPARE((*reports)[1].residualNormSquared, 5.0);
}

/// x - mean e = -gamma / n * all gradients so far, exactly: the numbers are dyadic.
void EfSgdTest::virtualIterateMovesAsSgdDoes() {
  constexpr std::size_t kSize = 67;
  constexpr std::size_t kWorkers = 4;
  constexpr double kRate = 0.0625;
  GivenGradients run(kWorkers, {{"a", {20, 3}, 0}, {"b", {7}, 60}}, "ef",
                     {{"learning_rate", kRate}}, "top-k", {{"fraction", 0.05}});
  std::vector<Doubles> residuals(kWorkers, Doubles(kSize));
  Doubles gradients(kSize);
  for (std::int64_t k = 0; k < 200; ++k) {
    run.setAway(2, k >= 60 && k < 90);
    const auto reports = run.iterate([](std::size_t worker, std::int64_t iteration) {
      return test::drawnGradient(worker, iteration, kSize);
    });
    QVERIFY(reports);
    for (std::size_t m = 0; m < kWorkers; ++m) {
      if ((*reports)[m].outcome == Outcome::Absent) continue;
      Floats sent(kSize);
      run.sent(m).addTo(sent, 0);
      const auto gradient = test::drawnGradient(m, k, kSize);
      auto& residual = residuals[m];
      for (std::size_t j = 0; j < kSize; ++j) {
        gradients[j] += static_cast<double>(gradient[j]);
        residual[j] += kRate * static_cast<double>(gradient[j]) - static_cast<double>(sent[j]);
      }
      QCOMPARE((*reports)[m].residualNormSquared,
               std::inner_product(residual.begin(), residual.end(), residual.begin(), 0.0));
    }
    for (std::size_t j = 0; j < kSize; ++j) {
      double ahead = static_cast<double>(run.weights()[j]);
      for (const auto& residual : residuals) ahead -= residual[j] / kWorkers;
      QCOMPARE(ahead, -kRate / kWorkers * gradients[j]);
    }
  }
}

void EfSgdTest::dcgdForgetsWhatIsLeftOut() {
  GivenGradients run(2, {{"x", {4}, 0}}, "dcgd", {{"learning_rate", 0.5}}, "top-k",
                     {{"fraction", 0.25}});
  for (int k = 1; k <= 3; ++k) {
    const auto reports = run.iterate([](std::size_t worker, std::int64_t /*iteration*/) {
      return worker == 0 ? Floats{4, 1, 0, -2} : Floats{1, -8, 2, 0};
    });
    const auto step = static_cast<float>(k);
    QCOMPARE(plain(run.weights()), (Floats{-step, 2 * step, 0, 0}));
    QCOMPARE((*reports)[0].residualNormSquared, 0.0);
  }
}

QTEST_APPLESS_MAIN(EfSgdTest)
#include "ef_sgd_test.moc"
