// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/learning_rate.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>

#include <QtTest>

#include "core/algorithm/algorithm.h"

using namespace telegrad;

namespace {

const Value kConstant = std::string("constant");
const Value kCosine = std::string("cosine");

Value whole(std::int64_t number) {
  return number;
}

LearningRate rate(const Values& values) {
  return LearningRate(*Settings::from(LearningRate::parameters(), values));
}

bool close(double read, double expected) {
  return std::abs(read - expected) < 1e-14;
}

}  // namespace

class LearningRateTest : public QObject {
  Q_OBJECT
 private slots:
  void withoutAWordItIsConstant();
  void oneStepIsTheAuthors();
  void aConstantOneHasNoSteps();
  void furtherStepsAreEquallyFarApart();
  void manyStepsLeaveANumber();
  void theCosineIsItsFormula_data();
  void theCosineIsItsFormula();
  void warmUpIsALine_data();
  void warmUpIsALine();
  void warmUpIsThatOfEverySchedule();
  void theThresholdsRateLagsOneEpoch();
  void formsShowWhatCounts();
  void everyAlgorithmHasIt_data();
  void everyAlgorithmHasIt();
};

void LearningRateTest::withoutAWordItIsConstant() {
  const auto usual = rate({{"learning_rate", 0.3}});
  for (const double epoch : {0.0, 0.5, 1.0, 19.999, 1e5}) {
    QCOMPARE(usual.at(epoch), 0.3);
    QCOMPARE(usual.laggedAt(epoch), 0.3);
  }
  QVERIFY(usual.isConstant());
}

void LearningRateTest::oneStepIsTheAuthors() {
  const auto step =
      rate({{"learning_rate", 0.01}, {"decay_epoch", whole(20)}, {"decay_factor", 0.1}});
  QCOMPARE(step.at(0.0), 0.01);
  QCOMPARE(step.at(19.998), 0.01);
  for (const double epoch : {20.0, 20.002, 29.998, 1e5}) QCOMPARE(step.at(epoch), 0.01 * 0.1);
  QVERIFY(!step.isConstant());
}

void LearningRateTest::aConstantOneHasNoSteps() {
  const auto constant = rate({{"schedule", kConstant}, {"decay_epoch", whole(2)}});
  QCOMPARE(constant.at(2.0), 0.005);
  QVERIFY(constant.isConstant());
}

void LearningRateTest::furtherStepsAreEquallyFarApart() {
  const auto steps = rate({{"learning_rate", 8.0},
                           {"decay_epoch", whole(3)},
                           {"decay_factor", 0.5},
                           {"decay_every", whole(2)}});
  // Epochs 0, 1, 2 | 3, 4 | 5, 6 | 7, 8: halves are exact.
  const double expected[] = {8, 8, 8, 4, 4, 2, 2, 1, 1};
  for (int epoch = 0; epoch < 9; ++epoch) {
    QCOMPARE(steps.at(epoch), expected[epoch]);
    QCOMPARE(steps.at(epoch + 0.99), expected[epoch]);
  }
}

void LearningRateTest::manyStepsLeaveANumber() {
  const auto steps =
      rate({{"decay_epoch", whole(1)}, {"decay_factor", 1e-6}, {"decay_every", whole(1)}});
  QVERIFY(steps.at(1e5) > 0.0);
  QVERIFY(std::isfinite(1.0 / steps.laggedAt(1e5)));
}

void LearningRateTest::theCosineIsItsFormula_data() {
  QTest::addColumn<double>("epoch");
  QTest::addColumn<double>("share");  // of the way from the final fraction to the whole
  QTest::newRow("beginning") << 0.0 << 1.0;
  QTest::newRow("a third") << 20.0 << 0.75;  // (1 + cos 60) / 2
  QTest::newRow("half") << 30.0 << 0.5;
  QTest::newRow("two thirds") << 40.0 << 0.25;
  QTest::newRow("a fraction") << 7.5 << std::pow(std::cos(std::numbers::pi / 16), 2);
  QTest::newRow("end") << 60.0 << 0.0;
  QTest::newRow("afterwards") << 100.0 << 0.0;
}

void LearningRateTest::theCosineIsItsFormula() {
  QFETCH(double, epoch);
  QFETCH(double, share);
  const auto cosine = rate({{"learning_rate", 0.4},
                            {"schedule", kCosine},
                            {"schedule_epochs", whole(60)},
                            {"schedule_final", 0.05},
                            {"decay_epoch", whole(1)}});  // of the step alone
  QVERIFY(close(cosine.at(epoch), 0.4 * (0.05 + 0.95 * share)));
  QVERIFY(!cosine.isConstant());
}

void LearningRateTest::warmUpIsALine_data() {
  QTest::addColumn<double>("epoch");
  QTest::addColumn<double>("share");
  QTest::newRow("first iteration") << 0.0 << 0.2;
  QTest::newRow("one") << 1.0 << 0.4;
  QTest::newRow("a fraction") << 2.5 << 0.7;
  QTest::newRow("end") << 4.0 << 1.0;
  QTest::newRow("afterwards") << 9.0 << 1.0;
}

void LearningRateTest::warmUpIsALine() {
  QFETCH(double, epoch);
  QFETCH(double, share);
  const auto warmed =
      rate({{"learning_rate", 0.5}, {"rate_warm_up_epochs", whole(4)}, {"rate_warm_up_from", 0.2}});
  QVERIFY(close(warmed.at(epoch), 0.5 * share));
  QVERIFY(close(warmed.laggedAt(epoch), 0.5 * share));  // the warm-up does not lag
  QVERIFY(!warmed.isConstant());
}

void LearningRateTest::warmUpIsThatOfEverySchedule() {
  const Values up{
      {"learning_rate", 2.0}, {"rate_warm_up_epochs", whole(8)}, {"rate_warm_up_from", 0.5}};
  auto step = up;
  step["decay_epoch"] = whole(4);
  step["decay_factor"] = 0.25;
  QVERIFY(close(rate(step).at(3.0), 2.0 * (0.5 + 0.5 * 3.0 / 8.0)));
  QVERIFY(close(rate(step).at(4.0), 2.0 * 0.75 * 0.25));
  QCOMPARE(rate(step).at(8.0), 2.0 * 0.25);
  auto cosine = up;
  cosine["schedule"] = kCosine;
  cosine["schedule_epochs"] = whole(12);
  cosine["schedule_final"] = 1e-6;
  QVERIFY(close(rate(cosine).at(4.0), 2.0 * 0.75 * (1e-6 + (1.0 - 1e-6) * 0.75)));
}

void LearningRateTest::theThresholdsRateLagsOneEpoch() {
  const auto step =
      rate({{"learning_rate", 0.01}, {"decay_epoch", whole(20)}, {"decay_factor", 0.1}});
  QCOMPARE(step.laggedAt(20.998), 0.01);
  QCOMPARE(step.laggedAt(21.0), 0.01 * 0.1);
  const auto cosine = rate({{"schedule", kCosine}, {"schedule_epochs", whole(10)}});
  QCOMPARE(cosine.laggedAt(0.25), cosine.at(0.0));  // before epoch 1 that of the beginning
  QCOMPARE(cosine.laggedAt(6.25), cosine.at(5.25));
  QVERIFY(cosine.laggedAt(10.5) > cosine.at(10.5));
  QCOMPARE(cosine.laggedAt(11.0), cosine.at(11.0));
}

void LearningRateTest::formsShowWhatCounts() {
  const auto all = LearningRate::parameters();
  const auto shown = [&](const Values& values) {
    const auto settings = *Settings::from(all, values);
    std::string keys;
    for (const auto& parameter : all)
      if (applies(parameter, settings)) keys += parameter.key + ' ';
    return keys;
  };
  QCOMPARE(shown({}), std::string("learning_rate schedule decay_epoch rate_warm_up_epochs "));
  QCOMPARE(shown({{"decay_epoch", whole(3)}}),
           std::string("learning_rate schedule decay_epoch decay_factor decay_every "
                       "rate_warm_up_epochs "));
  QCOMPARE(shown({{"schedule", kConstant}, {"decay_epoch", whole(3)}}),
           std::string("learning_rate schedule rate_warm_up_epochs "));
  QCOMPARE(shown({{"schedule", kCosine}, {"rate_warm_up_epochs", whole(5)}}),
           std::string("learning_rate schedule schedule_epochs schedule_final rate_warm_up_epochs "
                       "rate_warm_up_from "));
}

void LearningRateTest::everyAlgorithmHasIt_data() {
  QTest::addColumn<std::string>("key");
  for (const auto& entry : algorithms()) QTest::newRow(entry.key.c_str()) << entry.key;
}

void LearningRateTest::everyAlgorithmHasIt() {
  QFETCH(std::string, key);
  const auto& own = (*find(algorithms(), key, "algorithm"))->parameters;
  for (const auto& parameter : LearningRate::parameters())
    QCOMPARE(std::ranges::count(own, parameter.key, &Parameter::key), 1);
}

QTEST_APPLESS_MAIN(LearningRateTest)
#include "learning_rate_test.moc"
