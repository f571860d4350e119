// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/ef21.h"

#include <cmath>
#include <vector>

#include <QtTest>

#include "tests/support/given_gradients.h"

using namespace telegrad;

namespace {

constexpr std::size_t kSize = 67;
constexpr std::size_t kWorkers = 4;

using Floats = std::vector<float>;

void oneAfterTheOther(std::size_t size, const std::function<void(std::size_t, std::size_t)>& body) {
  body(0, size);
}

/// EF21 with Top-k on given gradients; a worker may have nothing to say.
class Run {
 public:
  explicit Run(double fraction) {
    const auto entry = *find(compressors(), "top-k", "compressor");
    compressor_ = entry->make(*Settings::from(entry->parameters, {{"fraction", fraction}}));
    ef21_.begin(kWorkers, layout_);
  }

  void iterate(std::int64_t k, std::size_t silent = kWorkers) {
    Update received;
    FloatVector scratch(kSize);
    for (std::size_t m = 0; m < kWorkers; ++m) {
      reports[m] = {};
      if (m == silent) {
        reports[m].outcome = Outcome::Skipped;
        continue;
      }
      test::GivenGradient gradient(test::drawnGradient(m, k, kSize));
      Random random(1, Purpose::Compression);
      WorkerTurn turn;
      turn.worker = m;
      turn.measure = true;
      turn.gradient = &gradient;
      turn.compressor = compressor_.get();
      turn.layout = &layout_;
      turn.random = &random;
      turn.scratch = scratch;
      turn.received = &received;
      reports[m].residualNormSquared = *ef21_.send(turn, payloads[m]);
    }
    FloatVector next(kSize);
    moved = *ef21_.step(0.0625, reports, payloads, *compressor_, weights, next, oneAfterTheOther);
    std::swap(weights, next);
  }
  Floats sent(std::size_t m) const {
    Update update;
    Floats dense(kSize);
    if (!compressor_->decode(payloads[m], layout_, update)) qFatal("a payload");
    update.addTo(dense, 0);
    return dense;
  }

  FloatVector weights = FloatVector(kSize);
  std::vector<WorkerReport> reports = std::vector<WorkerReport>(kWorkers);
  std::vector<Payload> payloads = std::vector<Payload>(kWorkers);
  double moved = 0.0;

 private:
  Layout layout_{{"a.weight", {20, 3}, 0}, {"a.bias", {7}, 60}};
  std::unique_ptr<Compressor> compressor_;
  Ef21 ef21_;
};

}  // namespace

class Ef21Test : public QObject {
  Q_OBJECT
 private slots:
  void stepsByHand();
  void isTheRecursion();
  void sendingEverythingIsDescent();
  void constantGradientsAreLearntByHeart();
};

/// Two workers of four entries that send one: h is what was sent so far.
void Ef21Test::stepsByHand() {
  const std::vector<std::vector<Floats>> gradients{
      {{4, 1, 0, -2}, {0, 0, 3, 1}}, {{1, 1, 1, -1}, {2, 0, -1, 0}}, {{1, 0, 0, 5}, {0, 1, -1, 0}}};
  // h_1: (4,0,0,0), (1,0,0,0), (1,0,0,5);  h_2: (0,0,3,0), (0,0,-1,0), (0,1,-1,0).
  const std::vector<Floats> expected{
      {-2, 0, -1.5F, 0}, {-2.5F, 0, -1, 0}, {-3, -0.5F, -0.5F, -2.5F}};
  test::GivenGradients run(2, {{"a", {4}, 0}}, "kimad-like",
                           {{"first_fraction", 0.25}, {"learning_rate", 1.0}}, "top-k", {});
  for (const auto& weights : expected) {
    QVERIFY(run.iterate([&](std::size_t worker, std::int64_t iteration) {
      return gradients.at(static_cast<std::size_t>(iteration)).at(worker);
    }));
    QCOMPARE(Floats(run.weights().begin(), run.weights().end()), weights);
  }
}

/// The gradients are dyadic, so that every sum is exact.
void Ef21Test::isTheRecursion() {
  Run run(0.2);
  std::vector<Floats> estimates(kWorkers, Floats(kSize));
  Floats weights(kSize);
  for (std::int64_t k = 0; k < 30; ++k) {
    const std::size_t silent = k % 5 == 3 ? 1 : kWorkers;
    run.iterate(k, silent);
    Floats sum(kSize);
    for (std::size_t m = 0; m < kWorkers; ++m) {
      const auto gradient = test::drawnGradient(m, k, kSize);
      const auto sent = m == silent ? Floats(kSize) : run.sent(m);
      double off = 0.0;
      for (std::size_t j = 0; j < kSize; ++j) {
        auto& estimate = estimates[m][j];
        if (sent[j] != 0.0F) QCOMPARE(sent[j], gradient[j] - estimate);
        estimate += sent[j];
        off += std::pow(static_cast<double>(gradient[j] - estimate), 2);
        sum[j] += estimate;
      }
      if (m != silent) QCOMPARE(run.reports[m].residualNormSquared, off);
    }
    const auto before = weights;
    double moved = 0.0;
    for (std::size_t j = 0; j < kSize; ++j) {
      weights[j] -= 0.0625F / 4 * sum[j];
      moved += std::pow(static_cast<double>(weights[j] - before[j]), 2);
    }
    QCOMPARE(Floats(run.weights.begin(), run.weights.end()), weights);
    QVERIFY(std::abs(run.moved - moved) <= 1e-12 * moved);
  }
}

void Ef21Test::sendingEverythingIsDescent() {
  Run run(1.0);
  Floats weights(kSize);
  for (std::int64_t k = 0; k < 10; ++k) {
    run.iterate(k);
    for (std::size_t j = 0; j < kSize; ++j) {
      float sum = 0.0F;
      for (std::size_t m = 0; m < kWorkers; ++m) sum += test::drawnGradient(m, k, kSize)[j];
      weights[j] -= 0.0625F / 4 * sum;
    }
    QCOMPARE(Floats(run.weights.begin(), run.weights.end()), weights);
  }
}

/// Of a gradient that stays the same, every message makes the rest smaller, until none is left.
void Ef21Test::constantGradientsAreLearntByHeart() {
  Run run(0.2);
  double last = 1e9;
  for (int k = 0; k < 7; ++k) {
    run.iterate(0);
    const double off = run.reports[0].residualNormSquared;
    QVERIFY(off < last || off == 0.0);
    last = off;
  }
  QCOMPARE(last, 0.0);  // of 60 and 7 entries, 12 and 1 at a time
}

QTEST_APPLESS_MAIN(Ef21Test)
#include "ef21_test.moc"
