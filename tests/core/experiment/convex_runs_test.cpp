// SPDX-License-Identifier: GPL-3.0-or-later
// Whole runs on convex problems, beside references in double and published values.
#include <cmath>
#include <filesystem>
#include <functional>
#include <memory>
#include <thread>

#include <QtTest>

#include "core/experiment/experiment_file.h"
#include "core/experiment/training_run.h"
#include "tests/support/convex_reference.h"
#include "tests/support/small_runs.h"

using namespace telegrad;
using test::ReferenceMethod;

namespace {

const std::filesystem::path kExperiments = TELEGRAD_EXPERIMENTS;

struct Ran {
  std::vector<double> suboptimality;  ///< after k iterations at [k]; NaN at [0]
  RunSummary summary;
  RunState state = RunState::Preparing;
};

Ran run(const Experiment& experiment) {
  RunOptions options;
  options.threads = 2;
  TrainingRun run(experiment, options);
  Ran ran;
  ran.suboptimality.push_back(std::nan(""));
  for (bool over = false; !over; std::this_thread::yield()) {
    over = run.finished();
    while (const auto sample = run.poll())
      ran.suboptimality.push_back(sample->record.suboptimality);
  }
  ran.summary = run.summary();
  ran.state = run.state();
  return ran;
}

Experiment shipped(const std::string& name) {
  auto experiment = readExperiment(kExperiments / (name + ".toml"));
  if (!experiment) qFatal("%s", experiment.error().message.c_str());
  return *std::move(experiment);
}

/// The heterogeneous quadratic with a method, its parameters and Top-2 or Rand-2.
Experiment heterogeneous(const std::string& method, const std::vector<std::string>& more,
                         const std::string& iterations) {
  auto experiment =
      test::with(Experiment(), {"model.key=heterogeneous-quadratic", "cluster.workers=4",
                                "algorithm.key=" + method, "run.epochs=" + iterations});
  for (const auto& assignment : more) experiment = test::with(experiment, {assignment});
  return experiment;
}

bool near(double value, double expected, double relative) {
  const bool is = std::abs(value - expected) <= relative * std::abs(expected);
  if (!is) qWarning("read %.12g, expected %.12g", value, expected);
  return is;
}

using Step = std::function<void(ReferenceMethod&)>;

/// f(x^k) - f* as computed elsewhere, to as many digits as it is known.
struct Known {
  int k = 0;
  double value = 0.0;
  double relative = 1e-7;
};

}  // namespace

class ConvexRunsTest : public QObject {
  Q_OBJECT
 private slots:
  void referencesGiveTheKnownValues_data();
  void referencesGiveTheKnownValues();
  void unbiasedReferencesGetToTheMinimum();
  void divergesAsTheFormulaSays_data();
  void divergesAsTheFormulaSays();
  void aDivergedRunSaysSo();
  void runsFollowTheReferences_data();
  void runsFollowTheReferences();
  void plateausAreWhereTheyBelong_data();
  void plateausAreWhereTheyBelong();
  void randomisedMethodsGetToTheMinimum_data();
  void randomisedMethodsGetToTheMinimum();
  void noiseIsWhatItIsSaidToBe();
};

/// Computed elsewhere in double: to ten digits or so at first, later to those that rounding leaves.
void ConvexRunsTest::referencesGiveTheKnownValues_data() {
  QTest::addColumn<std::shared_ptr<ReferenceMethod>>("method");
  QTest::addColumn<Step>("step");
  QTest::addColumn<std::vector<Known>>("known");
  const auto row = [](const char* name, const test::ReferenceProblem& problem, double rate,
                      const test::ReferenceOperator& compress, const Step& step,
                      const std::vector<Known>& known) {
    QTest::newRow(name) << std::make_shared<ReferenceMethod>(problem, rate, compress) << step
                        << known;
  };
  const Step dcgd = [](ReferenceMethod& method) { method.dcgd(); };
  const Step ef = [](ReferenceMethod& method) { method.ef(); };
  const Step ef21 = [](ReferenceMethod& method) { method.ef21Sgdm(0.1); };
  const auto apart = test::threeWorkers({1, 0.9, 1.1});
  row("three workers, no feedback", test::threeWorkers({1, 1, 1}), 0.01, test::topOf(1), dcgd,
      {{1, 1.8147548611}, {10, 2.5167335919}, {100, 66.226228079}});
  row("three workers apart, no feedback", apart, 0.01, test::topOf(1), dcgd, {{100, 65.512786607}});
  row("three workers apart, feedback", apart, 0.01, test::topOf(1), ef,
      {{10, 1.4532929353}, {100, 0.1705507698}, {1000, 8.9216e-11, 1e-4}});
  const auto quadratic = test::linearQuadratic(100, 100);
  const double f0 = quadratic.value(quadratic.start);
  row("Top-5, kappa 100", quadratic, 0.01, test::topOf(5), dcgd,
      {{1, .9030277228 * f0},
       {10, .3028094059 * f0},
       {100, 5.953610418e-3 * f0},
       {1000, 2.11749e-11 * f0, 1e-5}});
  const auto steep = test::linearQuadratic(100, 1000);
  const double g0 = steep.value(steep.start);
  row("Top-5, kappa 1000", steep, 0.001, test::topOf(5), dcgd,
      {{1, .9021750476 * g0},
       {10, .2994160521 * g0},
       {100, 5.801460823e-3 * g0},
       {1000, 5.76687e-6 * g0, 1e-5}});
  const auto four = test::heterogeneous();
  row("GD", four, 0.05, test::topOf(20), dcgd, {{1, .066418789206}, {10, 6.8151072438e-4}});
  row("DCGD", four, 0.05, test::topOf(2), dcgd,
      {{1, .12600495817},
       {10, .096650753793},
       {100, .069012443725},
       {500, .0641, 1e-3},
       {2000, .0676, 1e-3}});
  row("EF", four, 0.05, test::topOf(2), ef,
      {{1, .12600495817},
       {10, .037574058966},
       {100, .032151909726},
       {500, .0503, 1e-3},
       {2000, .0400, 2e-3}});
  row("EF21-SGDM", four, 0.05, test::topOf(2), ef21,
      {{1, .066418789206}, {10, .13025960289}, {100, 1.8193049743e-3}, {500, 1.27e-10, 5e-3}});
}

void ConvexRunsTest::referencesGiveTheKnownValues() {
  QFETCH(std::shared_ptr<ReferenceMethod>, method);
  QFETCH(Step, step);
  QFETCH(std::vector<Known>, known);
  int k = 0;
  for (const auto& given : known) {
    for (; k < given.k; ++k) step(*method);
    QVERIFY(near(method->suboptimality(), given.value, given.relative));
  }
}

/// DIANA and MARINA with Rand-2 and their theory's rates; DCGD stays where its noise keeps it.
void ConvexRunsTest::unbiasedReferencesGetToTheMinimum() {
  constexpr double kL = 7.001666897108183;
  constexpr double kOmega = 9.0;
  constexpr double kWorkers = 4.0;
  ReferenceMethod diana(test::heterogeneous(), 1.0 / (kL * (1.0 + 4.0 * kOmega / kWorkers)),
                        test::randomOf(2, 1));
  constexpr double kP = 0.1;
  ReferenceMethod marina(test::heterogeneous(),
                         1.0 / (kL * (1.0 + std::sqrt((1.0 - kP) * kOmega / (kP * kWorkers)))),
                         test::randomOf(2, 2));
  std::mt19937 coin(3);
  for (int k = 0; k < 4000; ++k) {
    diana.diana(1.0 / (1.0 + kOmega));
    marina.marina(std::uniform_real_distribution<>()(coin) < kP);
  }
  QVERIFY2(diana.suboptimality() < 1e-16, qPrintable(QString::number(diana.suboptimality())));
  QVERIFY2(marina.suboptimality() < 1e-16, qPrintable(QString::number(marina.suboptimality())));
}

void ConvexRunsTest::divergesAsTheFormulaSays_data() {
  QTest::addColumn<double>("rate");
  for (const double rate : {0.001, 0.01, 0.05, 0.3})
    QTest::newRow(qPrintable(QString::number(rate))) << rate;
}

/// f(x^k) = 7/4 (1 + 11 eta / 6)^{2k}: the factor is what float makes of it, once an iteration.
void ConvexRunsTest::divergesAsTheFormulaSays() {
  QFETCH(double, rate);
  const auto experiment =
      test::with(shipped("divergence-without-feedback"),
                 {"algorithm.learning_rate=" + std::to_string(rate), "run.epochs=100"});
  const auto ran = run(experiment);
  QVERIFY(ran.state == RunState::Finished);
  QCOMPARE(ran.suboptimality.size(), std::size_t{101});
  for (int k = 1; k <= 100; ++k)
    QVERIFY(near(ran.suboptimality[static_cast<std::size_t>(k)],
                 1.75 * std::pow(1.0 + 11.0 * rate / 6.0, 2 * k), 4e-7 * k));
}

void ConvexRunsTest::aDivergedRunSaysSo() {
  const auto ran = run(shipped("divergence-without-feedback"));
  QVERIFY(ran.state == RunState::Diverged);
  // The largest entry of a gradient is 11/2 of a weight, and float ends at 2^128.
  const double expected = std::log(std::ldexp(1.0, 128) / 5.5) / std::log1p(0.11 / 6.0);
  QVERIFY(near(static_cast<double>(ran.suboptimality.size()), expected, 1e-3));
  QVERIFY(ran.summary.message.find("algorithm.learning_rate = 0.01") != std::string::npos);
}

void ConvexRunsTest::runsFollowTheReferences_data() {
  QTest::addColumn<Experiment>("experiment");
  QTest::addColumn<std::shared_ptr<ReferenceMethod>>("method");
  QTest::addColumn<Step>("step");
  QTest::addColumn<int>("iterations");
  QTest::addColumn<double>("tolerance");
  const auto row = [](const char* name, const Experiment& experiment,
                      const test::ReferenceProblem& problem, double rate,
                      const test::ReferenceOperator& compress, const Step& step, int iterations,
                      double tolerance) {
    QTest::newRow(name) << test::with(experiment, {"run.epochs=" + std::to_string(iterations)})
                        << std::make_shared<ReferenceMethod>(problem, rate, compress) << step
                        << iterations << tolerance;
  };
  const auto four = test::heterogeneous();
  const std::string rate = "algorithm.learning_rate=0.05";
  const std::vector<std::string> top2{rate, "compressor.key=top-k", "compressor.amount=count",
                                      "compressor.count=2"};
  const Step dcgd = [](ReferenceMethod& method) { method.dcgd(); };
  const Step ef = [](ReferenceMethod& method) { method.ef(); };
  row("with feedback", shipped("divergence-with-feedback"), test::threeWorkers({1, 0.9, 1.1}), 0.01,
      test::topOf(1), ef, 100, 1e-5);
  row("Top-5", shipped("quadratic-top-5"), test::linearQuadratic(100, 100), 0.01, test::topOf(5),
      dcgd, 100, 5e-3);  // entries that nearly tie change their order
  row("GD", heterogeneous("d-sgd", {rate}, "1"), four, 0.05, test::topOf(20), dcgd, 30, 1e-4);
  row("DCGD", heterogeneous("dcgd", top2, "1"), four, 0.05, test::topOf(2), dcgd, 100, 1e-5);
  row("EF", shipped("heterogeneous-ef"), four, 0.05, test::topOf(2), ef, 100, 1e-4);
  row(
      "EF21", shipped("heterogeneous-ef21"), four, 0.05, test::topOf(2),
      [](ReferenceMethod& method) { method.ef21Sgdm(1.0); }, 40, 1e-4);
  row(
      "EF21-SGDM", heterogeneous("ef21-sgdm", top2, "1"), four, 0.05, test::topOf(2),
      [](ReferenceMethod& method) { method.ef21Sgdm(0.1); }, 100, 1e-4);
  row(
      "DIANA", heterogeneous("diana", top2, "1"), four, 0.05, test::topOf(2),
      [](ReferenceMethod& method) { method.diana(1.0); }, 40, 1e-4);
  auto whole = top2;
  whole.emplace_back("algorithm.probability_is=chosen");
  whole.emplace_back("algorithm.probability=1");
  row(
      "MARINA, always whole", heterogeneous("marina", whole, "1"), four, 0.05, test::topOf(2),
      [](ReferenceMethod& method) { method.marina(true); }, 30, 1e-4);
}

/// Weights, residuals and what is sent are floats, so that no run can meet the reference's 1e-7:
/// what the rounding of a step has left of f - f* is relative to how far the weights are from the
/// minimum, 2^-24 |x| over |x - x*|, and grows as they draw near. And where entries nearly tie,
/// rounding decides which is sent: from there on the paths part, so that rows end before that, and
/// what comes after is known by its level alone (plateausAreWhereTheyBelong()).
void ConvexRunsTest::runsFollowTheReferences() {
  QFETCH(Experiment, experiment);
  QFETCH(std::shared_ptr<ReferenceMethod>, method);
  QFETCH(Step, step);
  QFETCH(int, iterations);
  QFETCH(double, tolerance);
  const auto ran = run(experiment);
  QVERIFY2(ran.state == RunState::Finished, ran.summary.message.c_str());
  for (int k = 1; k <= iterations; ++k) {
    step(*method);
    QVERIFY(
        near(ran.suboptimality[static_cast<std::size_t>(k)], method->suboptimality(), tolerance));
  }
}

void ConvexRunsTest::plateausAreWhereTheyBelong_data() {
  QTest::addColumn<Experiment>("experiment");
  QTest::addColumn<double>("least");
  QTest::addColumn<double>("most");
  QTest::newRow("EF stalls") << shipped("heterogeneous-ef") << 0.01 << 0.1;
  QTest::newRow("EF21 does not") << shipped("heterogeneous-ef21") << -1.0 << 1e-11;
  QTest::newRow("feedback converges") << shipped("divergence-with-feedback") << 0.0 << 1e-9;
  QTest::newRow("Top-5") << shipped("quadratic-top-5") << 0.0 << 1e-9;
}

/// The last tenth of the run.
void ConvexRunsTest::plateausAreWhereTheyBelong() {
  QFETCH(Experiment, experiment);
  QFETCH(double, least);
  QFETCH(double, most);
  const auto ran = run(experiment);
  QVERIFY2(ran.state == RunState::Finished, ran.summary.message.c_str());
  const auto& values = ran.suboptimality;
  for (std::size_t k = values.size() - values.size() / 10; k < values.size(); ++k)
    QVERIFY2(values[k] > least && values[k] < most, qPrintable(QString::number(values[k])));
  QCOMPARE(ran.summary.last.suboptimality, values.back());
  QVERIFY(std::isnan(ran.summary.last.testAccuracy));
  QVERIFY(ran.summary.targets.empty());
}

void ConvexRunsTest::randomisedMethodsGetToTheMinimum_data() {
  QTest::addColumn<double>("rate");
  QTest::addColumn<double>("least");
  QTest::addColumn<double>("most");
  QTest::newRow("diana") << 0.01428 << -1.0 << 1e-11;
  QTest::newRow("marina") << 0.02597 << -1.0 << 1e-11;
  QTest::newRow("dcgd") << 0.01428 << 1e-3 << 0.2;
}

/// Rand-2 as the methods' entries choose it, with the rates of theory: see
/// unbiasedReferencesGetToTheMinimum().
void ConvexRunsTest::randomisedMethodsGetToTheMinimum() {
  QFETCH(double, rate);
  QFETCH(double, least);
  QFETCH(double, most);
  const auto experiment = heterogeneous(
      QTest::currentDataTag(),
      {"algorithm.learning_rate=" + std::to_string(rate), "compressor.fraction=0.1"}, "4000");
  QCOMPARE(experiment.slot("compressor").settings.choice("scaling"), std::string("unbiased"));
  const auto ran = run(experiment);
  QVERIFY2(ran.state == RunState::Finished, ran.summary.message.c_str());
  const double last = ran.suboptimality.back();
  QVERIFY2(last > least && last < most, qPrintable(QString::number(last)));
}

/// One step of gradient descent with a rate of 1/L from the minimum of a flat spectrum leaves the
/// mean of the workers' noises: f - f* = kappa/2 * sum over d of noise^2 / (n kappa^2).
void ConvexRunsTest::noiseIsWhatItIsSaidToBe() {
  constexpr double kSize = 10000;
  const auto ran = run(test::with(
      Experiment(),
      {"model.key=quadratic", "model.condition_number=1", "model.dimension=10000", "model.noise=3",
       "cluster.workers=5", "algorithm.key=d-sgd", "algorithm.learning_rate=1", "run.epochs=2"}));
  QVERIFY2(ran.state == RunState::Finished, ran.summary.message.c_str());
  for (const std::size_t k : {1U, 2U})  // chi-squared of d: 5 deviations
    QVERIFY(near(ran.suboptimality[k], 0.5 * kSize * 9.0 / 5.0, 5.0 * std::sqrt(2.0 / kSize)));
  QVERIFY(ran.suboptimality[1] != ran.suboptimality[2]);
}

QTEST_APPLESS_MAIN(ConvexRunsTest)
#include "convex_runs_test.moc"
