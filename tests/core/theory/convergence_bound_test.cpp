// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/convergence_bound.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <numeric>
#include <vector>

#include <QtTest>

#include "core/base/random.h"

using telegrad::CompressionTerm;
using telegrad::ConvergenceAssumptions;
using telegrad::ConvergenceBound;
using telegrad::convergenceBound;
using telegrad::DelayedRun;
using telegrad::largestLearningRate;

class ConvergenceBoundTest : public QObject {
  Q_OBJECT
 private slots:
  void byHand();
  void theLearningRateByHand();
  void growsAsItShould();
  void decoIsNeverBelowTight();
  void holdsForDelayedErrorFeedback_data();
  void holdsForDelayedErrorFeedback();
  void theEdges();
  void errorsNameWhatIsAllowed();
};

namespace {

// n 4, L 2, F0 3, M 1/2, sigma^2 4, zeta^2 1, Z 1: s^2 = 4.5.
const ConvergenceAssumptions kFour{4, 2.0, 3.0, 0.5, 4.0, 1.0, 1.0};

bool areClose(double a, double b, double tolerance = 1e-12) {
  return std::abs(a - b) <= tolerance * std::max(std::abs(a), std::abs(b));
}

ConvergenceBound boundOf(const ConvergenceAssumptions& assumptions, const DelayedRun& run,
                         CompressionTerm term = CompressionTerm::Tight) {
  const auto bound = convergenceBound(assumptions, run, term);
  if (!bound) QTest::qFail(bound.error().message.c_str(), __FILE__, __LINE__);
  return bound ? *bound : ConvergenceBound{};
}

double largest(const ConvergenceAssumptions& assumptions, double delta, int tau) {
  const auto rate = largestLearningRate(assumptions, delta, tau);
  return rate ? *rate : std::nan("");
}

/// Keeps k = delta d random elements: loses exactly 1 - delta of ||v||^2 in expectation.
std::vector<double> keepRandom(const std::vector<double>& v, double delta,
                               telegrad::Random& random) {
  std::vector<std::uint32_t> order(v.size());
  random.permutation(order);
  std::vector<double> kept(v.size(), 0.0);
  const auto k = static_cast<std::size_t>(std::lround(delta * static_cast<double>(v.size())));
  for (std::size_t j = 0; j < k; ++j) kept[order[j]] = v[order[j]];
  return kept;
}

/// n quadratics L/2 ||x - c_i||^2 in d dimensions, gradients with noise of variance sigma^2.
struct Quadratics {
  double smoothness;
  double variance;
  std::vector<std::vector<double>> centres;
  std::size_t dimensions() const { return centres[0].size(); }
  double mean(std::size_t j) const {
    double sum = 0.0;
    for (const auto& c : centres) sum += c[j];
    return sum / static_cast<double>(centres.size());
  }
  /// Mean of ||grad f_i||^2 - ||grad f||^2, the same everywhere.
  double heterogeneity() const {
    double sum = 0.0;
    for (const auto& c : centres)
      for (std::size_t j = 0; j < c.size(); ++j) sum += std::pow(c[j] - mean(j), 2);
    return smoothness * smoothness * sum / static_cast<double>(centres.size());
  }
};

Quadratics randomQuadratics(telegrad::Random& random) {
  Quadratics q{1.5, 0.8, std::vector(4, std::vector<double>(20))};
  for (auto& centre : q.centres)
    for (double& c : centre) c = 0.3 * random.normal();
  return q;
}

/// The mean of ||grad f(x_t)||^2 over a run of DD-EF-SGD from x_0 = (1, ..., 1).
double meanSquaredGradient(const Quadratics& q, const DelayedRun& run, telegrad::Random& random) {
  const std::size_t d = q.dimensions();
  const auto n = static_cast<double>(q.centres.size());
  std::vector<double> x(d, 1.0);
  std::vector<std::vector<double>> residuals(q.centres.size(), std::vector<double>(d));
  std::deque<std::vector<double>> underWay;
  double sum = 0.0;
  for (int t = 0; t < static_cast<int>(run.iterations); ++t) {
    for (std::size_t j = 0; j < d; ++j) sum += std::pow(q.smoothness * (x[j] - q.mean(j)), 2);
    std::vector<double> message(d);
    for (std::size_t i = 0; i < q.centres.size(); ++i) {
      auto& v = residuals[i];
      for (std::size_t j = 0; j < d; ++j)
        v[j] += q.smoothness * (x[j] - q.centres[i][j]) +
                std::sqrt(q.variance / static_cast<double>(d)) * random.normal();
      const auto kept = keepRandom(v, run.delta, random);
      for (std::size_t j = 0; j < d; ++j) {
        v[j] -= kept[j];
        message[j] += kept[j] / n;
      }
    }
    underWay.push_back(message);
    if (underWay.size() <= static_cast<std::size_t>(run.tau)) continue;
    for (std::size_t j = 0; j < d; ++j) x[j] -= run.learningRate * underWay.front()[j];
    underWay.pop_front();
  }
  return sum / run.iterations;
}

}  // namespace

void ConvergenceBoundTest::byHand() {
  const DelayedRun run{0.5, 2, 0.01, 1000.0};
  const auto tight = boundOf(kFour, run);
  QVERIFY(areClose(tight.initial, 2.4));
  QVERIFY(areClose(tight.gradient, 0.09));
  QVERIFY(areClose(tight.compression, 0.0544));  // 8 * 1e-4 * 4 * 2 * (4.5 + 4)
  QVERIFY(areClose(tight.staleness, 0.0144));    // 8 * 1e-4 * 4 * 2 * 2 * 4.5 / 4
  QVERIFY(areClose(tight.total(), 2.5588));
  const auto deco = boundOf(kFour, run, CompressionTerm::Deco);
  QVERIFY(areClose(deco.compression, 0.0544 * 16.0 / 9.0));  // phi(.5, 2) = 16 / 9
  QCOMPARE(deco.initial, tight.initial);
  QCOMPARE(deco.gradient, tight.gradient);
  QCOMPARE(deco.staleness, tight.staleness);
}

void ConvergenceBoundTest::theLearningRateByHand() {
  QVERIFY(areClose(largest(kFour, 1.0, 0), 1.0 / 4.5));  // 2 L (1 + .5 / 4)
  // 8 [ 2 (4 + .5) + 4 (2 + .125) ] = 140.
  QVERIFY(areClose(largest(kFour, 0.5, 2), 1.0 / (2.0 * std::sqrt(140.0))));
  // Without delay 8 * 9 = 72, without compression 8 * 8.5 = 68.
  QVERIFY(areClose(largest(kFour, 0.5, 0), 1.0 / (2.0 * std::sqrt(72.0))));
  QVERIFY(areClose(largest(kFour, 1.0, 2), 1.0 / (2.0 * std::sqrt(68.0))));
  // M = 0, one worker: 1 / (2 L), and 1 / (4 L tau) for long delays.
  ConvergenceAssumptions plain;
  QCOMPARE(largest(plain, 1.0, 0), 0.5);
  QCOMPARE(largest(plain, 1.0, 10), 0.025);
  plain.heterogeneityGrowth = 3.0;  // compression 2 * 4 * 9
  QVERIFY(areClose(largest(plain, 0.5, 0), 1.0 / 24.0));
}

void ConvergenceBoundTest::growsAsItShould() {
  const double rate = largest(kFour, 0.02, 10);
  double before = 0.0;
  for (const double delta : {1.0, 0.5, 0.2, 0.1, 0.02}) {
    const double now = boundOf(kFour, {delta, 3, rate, 100.0}).total();
    QVERIFY(now > before);
    before = now;
  }
  before = 0.0;
  for (int tau = 0; tau <= 10; ++tau) {
    const auto tight = boundOf(kFour, {0.3, tau, rate, 100.0});
    QVERIFY(tight.total() > before);
    QCOMPARE(tight.compression, boundOf(kFour, {0.3, 0, rate, 100.0}).compression);
    before = tight.total();
    QVERIFY(tau == 0 || largest(kFour, 0.3, tau) < largest(kFour, 0.3, tau - 1));
  }
  auto more = kFour;
  more.workers = 40;
  const auto few = boundOf(kFour, {0.3, 3, rate, 100.0});
  const auto many = boundOf(more, {0.3, 3, rate, 100.0});
  QVERIFY(areClose(many.gradient, few.gradient / 10.0));
  QVERIFY(areClose(many.staleness, few.staleness / 10.0));
  QCOMPARE(many.compression, few.compression);
}

void ConvergenceBoundTest::decoIsNeverBelowTight() {
  for (const double delta : {0.01, 0.1, 0.5, 0.9, 1.0})
    for (const int tau : {0, 1, 4, 16}) {
      const DelayedRun run{delta, tau, largest(kFour, delta, tau), 100.0};
      const double tight = boundOf(kFour, run).compression;
      const double deco = boundOf(kFour, run, CompressionTerm::Deco).compression;
      QVERIFY(deco >= tight);
      if (tau == 0 || delta == 1.0) QVERIFY(areClose(deco, tight));
    }
}

void ConvergenceBoundTest::holdsForDelayedErrorFeedback_data() {
  QTest::addColumn<double>("delta");
  QTest::addColumn<int>("tau");
  for (const double delta : {1.0, 0.5, 0.1})
    for (const int tau : {0, 1, 5, 12})
      QTest::addRow("delta %g, tau %d", delta, tau) << delta << tau;
}

void ConvergenceBoundTest::holdsForDelayedErrorFeedback() {
  QFETCH(double, delta);
  QFETCH(int, tau);
  telegrad::Random random(1, telegrad::Purpose::Test);
  const auto quadratics = randomQuadratics(random);
  ConvergenceAssumptions assumptions;
  assumptions.workers = 4;
  assumptions.smoothness = quadratics.smoothness;
  assumptions.noiseVariance = quadratics.variance;
  assumptions.heterogeneity = quadratics.heterogeneity();
  // f(x_0) - f(mean of the centres) of a quadratic.
  assumptions.initialGap = 0.0;
  for (std::size_t j = 0; j < quadratics.dimensions(); ++j)
    assumptions.initialGap += 0.5 * quadratics.smoothness * std::pow(1.0 - quadratics.mean(j), 2);
  const DelayedRun run{delta, tau, largest(assumptions, delta, tau), 400.0};
  double mean = 0.0;
  constexpr int kSeeds = 5;
  for (int seed = 0; seed < kSeeds; ++seed) {
    telegrad::Random noise(static_cast<std::uint64_t>(seed), telegrad::Purpose::Test, 1);
    mean += meanSquaredGradient(quadratics, run, noise) / kSeeds;
  }
  const double bound = boundOf(assumptions, run).total();
  QVERIFY2(mean <= bound, qPrintable(QString("%1 above %2").arg(mean).arg(bound)));
  // A bound, not any number: within three orders of magnitude.
  QVERIFY2(mean > bound * 1e-3, qPrintable(QString("%1 far below %2").arg(mean).arg(bound)));
}

void ConvergenceBoundTest::theEdges() {
  // D-SGD: neither compression nor staleness.
  const auto dense = boundOf(kFour, {1.0, 0, 0.1, 100.0}, CompressionTerm::Deco);
  QCOMPARE(dense.compression + dense.staleness, 0.0);
  // Nothing random, one function: gradient descent.
  const auto descent = boundOf({}, {1.0, 0, 0.5, 100.0});
  QCOMPARE(descent.total(), 0.16);
  // An infinite factor on nothing is nothing.
  const auto nothing = convergenceBound({}, {1.0, 3, 0.01, 100.0}, CompressionTerm::Deco,
                                        telegrad::PhiBase::FullRatio);
  QVERIFY(nothing && nothing->compression == 0.0);
}

void ConvergenceBoundTest::errorsNameWhatIsAllowed() {
  const auto verify = [](const ConvergenceAssumptions& assumptions, const DelayedRun& run,
                         const std::vector<const char*>& words) {
    const auto bound = convergenceBound(assumptions, run);
    QVERIFY(!bound);
    for (const char* word : words)
      QVERIFY2(bound.error().message.find(word) != std::string::npos,
               bound.error().message.c_str());
  };
  const DelayedRun run{0.5, 2, 0.01, 1000.0};
  verify(kFour, {0.0, 2, 0.01, 1000.0}, {"kept fraction", "0;", "at most 1"});
  verify(kFour, {0.5, -1, 0.01, 1000.0}, {"staleness", "-1", "0 or more"});
  verify(kFour, {0.5, 2, 0.05, 1000.0}, {"learning rate", "0.05", "at most 0.0422"});
  verify(kFour, {0.5, 2, 0.0, 1000.0}, {"learning rate", "more than 0"});
  verify(kFour, {0.5, 2, std::nan(""), 1000.0}, {"learning rate", "nan"});
  verify(kFour, {0.5, 2, 0.01, 0.0}, {"iterations", "more than 0"});
  ConvergenceAssumptions bad;
  bad.workers = 0;
  verify(bad, run, {"workers", "1 or more"});
  bad = {};
  bad.smoothness = 0.0;
  verify(bad, run, {"smoothness", "more than 0"});
  bad = {};
  bad.heterogeneityGrowth = 0.5;
  verify(bad, run, {"growth Z", "1 or more"});
  bad = {};
  bad.noiseVariance = -1.0;
  verify(bad, run, {"sigma^2", "-1", "0 or more"});
}

QTEST_APPLESS_MAIN(ConvergenceBoundTest)
#include "convergence_bound_test.moc"
