// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/skipping_rule.h"

#include <cmath>
#include <numeric>
#include <string>
#include <vector>

#include <QtTest>

#include "tests/support/quadratic_workers.h"

using namespace telegrad;
using telegrad::test::Workers;

namespace {

Settings settings(const Values& values) {
  auto parameters = SkippingRule::parameters();
  const auto rate = LearningRate::parameters();
  parameters.insert(parameters.end(), rate.begin(), rate.end());
  return *Settings::from(parameters, values);
}

Snapshot everywhere(float value) {
  return std::make_shared<const Parameters>(
      Parameters{.values = FloatVector(67, value), .packed = {}});
}

/// The right side after the given moves (oldest first), at an iteration well past the warm-up.
double threshold(const Values& values, const std::vector<double>& moves, double epoch = 0.0) {
  SkippingRule rule(Comparison::SameSample, settings(values));
  rule.begin(10);
  for (const double move : moves) rule.moved(move);
  rule.prepare(100, epoch);
  return rule.threshold();
}

/// One letter an iteration: what the first worker did.
std::string trace(Workers& workers, int iterations) {
  std::string letters;
  for (int k = 0; k < iterations; ++k) {
    const auto outcome = workers.iterate().front().outcome;
    letters += outcome == Outcome::Uploaded ? 'u' : outcome == Outcome::Skipped ? '.' : 'F';
  }
  return letters;
}

const Values kNeverChanged{{"threshold_factor", 1e12}};
const std::string kDistributed = "authors-dist";

}  // namespace

class SkippingRuleTest : public QObject {
  Q_OBJECT
 private slots:
  void multiplierOfThePaperIsOne();
  void authorsSumNineMovesAndThePaperTen();
  void thresholdOfTheAuthorsLagsOneEpochBehindADecay();
  void firstSilenceIsElevenLongAndLaterOnesTen();
  void anotherBoundShortensTheSilence();
  void warmUpUploadsEverything();
  void equalitySkips();
  void raisingTheBoundDoesNotBringTheWarmUpBack();
  void aComparisonIsASecondGradient();
  void everySilenceOfTheAuthorsProgramIsElevenLong();
  void theAuthorsProgramLagsTwoHundredIterations();
  void theAuthorsProgramComparesWithTheIterationBefore();
  void thePresetMayChangeOnTheWay();
};

void SkippingRuleTest::multiplierOfThePaperIsOne() {
  // alpha / M^2 = 1 / (2 * 0.005) / 10^2: with one move of 1 the right side is the multiplier.
  QVERIFY(std::abs(threshold({}, {1.0}) - 1.0) < 1e-12);
  // CIFAR-10: alpha = 1 / 0.01; CIFAR-100: SASG 1.25 / 0.01, LASG 5 / 0.01.
  const auto multiplier = [](double factor) {
    return threshold({{"learning_rate", 0.01}, {"threshold_factor", factor}}, {1.0});
  };
  QVERIFY(std::abs(multiplier(1.0) - 1.0) < 1e-12);
  QVERIFY(std::abs(multiplier(1.25) - 1.25) < 1e-12);
  QVERIFY(std::abs(multiplier(5.0) - 5.0) < 1e-12);
}

void SkippingRuleTest::authorsSumNineMovesAndThePaperTen() {
  std::vector<double> moves(20);
  std::iota(moves.begin(), moves.end(), 1.0);  // the newest is 20
  QVERIFY(std::abs(threshold({}, moves) - (20 + 19 + 18 + 17 + 16 + 15 + 14 + 13 + 12)) < 1e-9);
  QVERIFY(std::abs(threshold({{"preset", std::string("paper")}}, moves) -
                   (20 + 19 + 18 + 17 + 16 + 15 + 14 + 13 + 12 + 11)) < 1e-9);
}

void SkippingRuleTest::thresholdOfTheAuthorsLagsOneEpochBehindADecay() {
  Values values{{"learning_rate", 0.01},
                {"threshold_factor", 1.0},
                {"decay_epoch", std::int64_t{20}},
                {"decay_factor", 0.1}};
  // Multiplier 1.0 before, 10 from epoch 21 on; the rate itself drops at epoch 20.
  QVERIFY(std::abs(threshold(values, {1.0}, 19.99) - 1.0) < 1e-9);
  QVERIFY(std::abs(threshold(values, {1.0}, 20.5) - 1.0) < 1e-9);
  QVERIFY(std::abs(threshold(values, {1.0}, 21.0) - 10.0) < 1e-9);
  const LearningRate rate(settings(values));
  QCOMPARE(rate.at(19.99), 0.01);
  QCOMPARE(rate.at(20.0), 0.01 * 0.1);
  values["preset"] = std::string("paper");
  QVERIFY(std::abs(threshold(values, {1.0}, 20.0) - 10.0) < 1e-9);
}

void SkippingRuleTest::firstSilenceIsElevenLongAndLaterOnesTen() {
  Workers workers("sasg", kNeverChanged, "top-k", {});
  const std::string silence(10, '.');
  QCOMPARE(QString::fromStdString(trace(workers, 10 + 12 + 11 + 11)),
           QString::fromStdString("uuuuuuuuuu" + silence + ".F" + silence + "F" + silence + "F"));
}

void SkippingRuleTest::anotherBoundShortensTheSilence() {
  Values values = kNeverChanged;
  values["delay_bound"] = std::int64_t{3};
  Workers workers("lasg", values, "identity", {});
  QCOMPARE(QString::fromStdString(trace(workers, 3 + 5 + 4 + 4)), QString("uuu....F...F...F"));
}

void SkippingRuleTest::warmUpUploadsEverything() {
  Workers workers("sasg", {{"delay_bound", std::int64_t{7}}, {"threshold_factor", 1e12}}, "top-k",
                  {});
  for (int k = 0; k < 7; ++k)
    for (const auto& report : workers.iterate()) QVERIFY(report.outcome == Outcome::Uploaded);
  for (const auto& report : workers.iterate()) QVERIFY(report.outcome == Outcome::Skipped);
}

void SkippingRuleTest::equalitySkips() {
  // A rate that moves no weight: both sides are exactly 0, and equality skips.
  Workers workers("lasg", {{"learning_rate", 1e-6}, {"threshold_factor", 0.0}}, "top-k",
                  {{"fraction", 1e-4}});
  workers.iterate();
  SkippingRule rule(Comparison::SameSample, settings({{"threshold_factor", 0.0}}));
  rule.begin(1);
  test::QuadraticGradient gradient(0, 0, 67, 0.0);
  WorkerTurn turn;
  turn.weights = everywhere(1.0F);
  turn.gradient = &gradient;
  gradient.differentiate(*turn.weights);
  rule.prepare(0, 0.0);
  QVERIFY(rule.decide(turn).outcome == Outcome::Uploaded);
  rule.prepare(10, 0.0);
  const auto same = rule.decide(turn);
  QCOMPARE(same.change, 0.0);
  QVERIFY(same.outcome == Outcome::Skipped);
  turn.weights = everywhere(1.0001F);
  gradient.differentiate(*turn.weights);
  const auto other = rule.decide(turn);
  QVERIFY(other.change > 0.0);
  QVERIFY(other.outcome == Outcome::Uploaded);
}

void SkippingRuleTest::raisingTheBoundDoesNotBringTheWarmUpBack() {
  SkippingRule rule(Comparison::SameSample, settings({}));
  rule.begin(10);
  rule.moved(1.0);
  rule.prepare(10, 0.0);
  QVERIFY(rule.threshold() > 0.0);
  rule.configure(settings({{"delay_bound", std::int64_t{50}}}));
  rule.prepare(11, 0.0);
  QVERIFY(rule.threshold() > 0.0);
}

/// After the warm-up, whether it then skips, uploads or is forced; rule (5) remembers its other
/// one.
void SkippingRuleTest::aComparisonIsASecondGradient() {
  for (const char* algorithm : {"lasg", "sasg"}) {
    Workers workers(algorithm, {{"threshold_factor", 20.0}}, "identity", {});
    std::string outcomes;
    for (int k = 0; k < 60; ++k)
      for (const auto& report : workers.iterate()) {
        QCOMPARE(report.gradients, k < 10 ? 1 : 2);
        if (k >= 10) outcomes += report.outcome == Outcome::Skipped ? '.' : 'u';
      }
    QVERIFY(outcomes.find('.') != std::string::npos && outcomes.find('u') != std::string::npos);
  }
  for (const char* algorithm : {"sgd", "sparse", "lag-stochastic"}) {
    Workers workers(algorithm, {}, "identity", {});
    for (int k = 0; k < 30; ++k)
      for (const auto& report : workers.iterate()) QCOMPARE(report.gradients, 1);
  }
}

/// tau is 0 after an upload, too.
void SkippingRuleTest::everySilenceOfTheAuthorsProgramIsElevenLong() {
  Values values = kNeverChanged;
  values["preset"] = kDistributed;
  Workers workers("sasg", values, "top-k", {});
  const std::string silence(11, '.');
  QCOMPARE(QString::fromStdString(trace(workers, 10 + 12 + 12 + 12)),
           QString::fromStdString("uuuuuuuuuu" + silence + "F" + silence + "F" + silence + "F"));
}

/// 0.4 epochs of 500 iterations, and nine moves as in the simulation.
void SkippingRuleTest::theAuthorsProgramLagsTwoHundredIterations() {
  const Values values{{"learning_rate", 0.01},
                      {"threshold_factor", 1.0},
                      {"decay_epoch", std::int64_t{20}},
                      {"decay_every", std::int64_t{20}},
                      {"decay_factor", 0.1},
                      {"preset", kDistributed}};
  const auto multiplier = [&](int iteration) {
    return threshold(values, {1.0}, static_cast<double>(iteration) / 500.0);
  };
  QVERIFY(std::abs(multiplier(10'000) - 1.0) < 1e-9);  // the rate is a tenth from here
  QVERIFY(std::abs(multiplier(10'199) - 1.0) < 1e-9);
  QVERIFY(std::abs(multiplier(10'201) - 10.0) < 1e-9);
  QVERIFY(std::abs(multiplier(20'199) - 10.0) < 1e-9);
  QVERIFY(std::abs(multiplier(20'201) - 100.0) < 1e-9);
  QVERIFY(std::abs(threshold(values, std::vector<double>(20, 1.0)) - 9.0) < 1e-9);
}

/// At a steady pace, the change since the last upload grows with every skip; since the iteration
/// before, it does not.
void SkippingRuleTest::theAuthorsProgramComparesWithTheIterationBefore() {
  const auto changes = [](const std::string& preset) {
    SkippingRule rule(Comparison::SameSample,
                      settings({{"threshold_factor", 1e12}, {"preset", preset}}));
    rule.begin(1);
    test::QuadraticGradient gradient(0, 0, 67, 0.0);
    WorkerTurn turn;
    turn.gradient = &gradient;
    std::vector<double> all;
    for (int k = 8; k < 14; ++k) {
      turn.weights = everywhere(static_cast<float>(k));
      gradient.differentiate(*turn.weights);
      rule.prepare(k, 0.0);
      const auto decision = rule.decide(turn);
      if (k >= 10 && decision.outcome != Outcome::Skipped) qFatal("it was to skip");
      if (k >= 10) all.push_back(decision.change);
      rule.moved(1.0);
    }
    return all;
  };
  const auto simulated = changes("authors-sim");
  const auto distributed = changes(kDistributed);
  for (std::size_t i = 0; i < 4; ++i) {
    const auto steps = static_cast<double>(i + 1);
    QVERIFY(std::abs(simulated[i] - steps * steps * simulated[0]) < 1e-3 * simulated[i]);
    QVERIFY(std::abs(distributed[i] - simulated[0]) < 1e-3 * simulated[0]);
  }
}

/// From the next iteration on, with the moves that were made before.
void SkippingRuleTest::thePresetMayChangeOnTheWay() {
  SkippingRule rule(Comparison::SameSample, settings({}));
  rule.begin(10);
  for (int k = 0; k < 20; ++k) rule.moved(1.0);
  rule.prepare(20, 0.0);
  QVERIFY(std::abs(rule.threshold() - 9.0) < 1e-9);
  rule.configure(settings({{"preset", std::string("paper")}}));
  rule.prepare(21, 0.0);
  QVERIFY(std::abs(rule.threshold() - 10.0) < 1e-9);
  for (const auto& parameter : SkippingRule::parameters())
    QVERIFY(parameter.change == Change::BetweenIterations);
}

QTEST_APPLESS_MAIN(SkippingRuleTest)
#include "skipping_rule_test.moc"
