// SPDX-License-Identifier: GPL-3.0-or-later
// What telegrad-cli theory answers, and to what it does not.
#include <cmath>

#include <QtTest>

#include "tests/support/command_line.h"

using telegrad::test::Outcome;

namespace {

Outcome theory(const QString& arguments) {
  return telegrad::test::run(TELEGRAD_CLI, QStringList{"theory"} + arguments.split(' '));
}

QJsonObject answer(const QString& arguments) {
  const auto outcome = theory(arguments + " --json");
  if (outcome.status != 0) QTest::qFail(qPrintable(outcome.err), __FILE__, __LINE__);
  return QJsonDocument::fromJson(outcome.out.toUtf8()).object();
}

bool isNear(const QJsonValue& value, double expected, double relative = 1e-9) {
  const bool is = std::abs(value.toDouble(1e300) / expected - 1.0) <= relative;
  if (!is) qWarning("read %.12g, expected %.12g", value.toDouble(), expected);
  return is;
}

}  // namespace

class CliTheoryTest : public QObject {
  Q_OBJECT
 private slots:
  void savingOfKnownVectors();
  void descentOfEachClass();
  void nodesWithoutFeedback();
  void nodesWithFeedback();
  void aTableForReading();
  void badArgumentsExitWithTwo_data();
  void badArgumentsExitWithTwo();
};

void CliTheoryTest::savingOfKnownVectors() {
  const auto normal = answer("saving --d 100 --k 3");
  QVERIFY(isNear(normal["top"], 18.6503, 1e-5));
  QCOMPARE(normal["random"].toDouble(), 3.0);
  QVERIFY(isNear(normal["ratio"], 6.217, 1e-4));
  QVERIFY(isNear(answer("saving --d 10000 --k 100")["loss_large_d"], 0.915508, 1e-3));
  const auto exponential = answer("saving --distribution exponential --d 10 --k 3");
  QVERIFY(isNear(exponential["top"], 16.741027, 1e-6));
  QVERIFY(isNear(exponential["ratio"], 2.790171, 1e-6));
  const auto uniform = answer("saving --distribution uniform --d 100 --k 5");
  QVERIFY(isNear(uniform["ratio"], 2.825859, 1e-6));
  QVERIFY(isNear(uniform["loss_ratio"], 0.903902, 1e-6));
}

/// L = 10, mu = 2.
void CliTheoryTest::descentOfEachClass() {
  const QString functions = "descent --smoothness 10 --convexity 2 ";
  const auto contraction = answer(functions + "--delta 4 --step 0.05");
  QVERIFY(isNear(contraction["best_step"], 0.1));
  QVERIFY(isNear(contraction["best_factor"], 0.95));
  QVERIFY(isNear(contraction["factor"], 0.975));
  QVERIFY(answer(functions + "--delta 4 --step 0.2")["factor"].isNull());  // above 1/L
  const auto unbiased = answer(functions + "--zeta 4");
  QVERIFY(isNear(unbiased["best_step"], 0.025));
  QVERIFY(isNear(unbiased["best_factor"], 0.95));
  QVERIFY(!unbiased.contains("factor"));
  const auto b1 = answer(functions + "--alpha 0.5 --beta 2 --step 0.02");
  QVERIFY(isNear(b1["best_step"], 0.05));
  QVERIFY(isNear(b1["best_factor"], 1.0 - 0.125 * 0.2));
  QVERIFY(isNear(b1["factor"], 1.0 - 0.25 * 0.02 * 2.0 * (2.0 - 0.4)));
  const auto b2 = answer(functions + "--gamma 0.5 --beta 2");
  QVERIFY(isNear(b2["best_factor"], 1.0 - 0.25 * 0.2));
}

/// A = 10 + 2 * 3 * 20 / 4 = 40; after 3 of its steps (1 - 2/40)^3 * 5 + 2 * 3 * 7 / (40 * 4 * 2).
void CliTheoryTest::nodesWithoutFeedback() {
  const auto json = answer(
      "unbiased --smoothness 10 --convexity 2 --zeta 4 --nodes 4 --largest-smoothness 20 "
      "--heterogeneity 7 --iterations 3 --distance 5");
  QVERIFY(isNear(json["step_limit"], 0.025));
  QVERIFY(isNear(json["distance"], 0.857375 * 5.0 + 42.0 / 320.0));
}

/// 2 delta + B = 10: the limit is 1 / (14 * 10 * 10), and A4 = 28 * 10 * 10 / 2.
void CliTheoryTest::nodesWithFeedback() {
  const auto json = answer(
      "feedback --smoothness 10 --convexity 2 --delta 4 --noise-growth 2 --noise-variance 3 "
      "--heterogeneity 7 --nodes 4 --distance 5 --iterations 200");
  QVERIFY(isNear(json["step_limit"], 1.0 / 1400.0));
  QVERIFY(isNear(json["falling_step"], 4.0 / (2.0 * (2800.0 + 200.0))));
  QVERIFY(isNear(json["a1"], 100.0 * 100.0 * 5.0 / 2.0));
  const double noise = 3.0 * 1.25 + 7.0 * (1.0 + 12.0);
  QVERIFY(isNear(json["a2"], noise / 2.0));
  QVERIFY(isNear(json["a3"], 500.0));
  QVERIFY(isNear(json["a4"], 1400.0));
  QVERIFY(isNear(json["a7"], std::sqrt(noise * 5.0)));
}

void CliTheoryTest::aTableForReading() {
  const auto outcome = theory("descent --smoothness 10 --convexity 2 --delta 4 --step 1");
  QCOMPARE(outcome.status, 0);
  const auto lines = outcome.out.split('\n');
  QVERIFY(lines[0].startsWith("best_step     0.1 "));
  QVERIFY(lines[1].startsWith("best_factor   0.95 "));
  QVERIFY(lines[2].startsWith("factor        unproven "));
}

void CliTheoryTest::badArgumentsExitWithTwo_data() {
  QTest::addColumn<QString>("arguments");
  QTest::addColumn<QStringList>("words");
  const auto row = [](const char* arguments, const QStringList& words) {
    QTest::newRow(arguments) << QString(arguments) << words;
  };
  row("everything", {"WHAT", "saving", "feedback"});
  row("saving --d 10", {"--d and --k"});
  row("saving --d 10 --k 11", {"--k 11", "at most --d = 10"});
  row("saving --d 10 --k 2 --distribution cauchy", {"--distribution", "gaussian"});
  row("descent --delta 4", {"--smoothness", "--convexity"});
  row("descent --delta 4 --smoothness 1 --convexity 2", {"mu at most L"});
  row("descent --smoothness 2 --convexity 1", {"one class", "--zeta"});
  row("descent --smoothness 2 --convexity 1 --alpha 1", {"--alpha with --beta"});
  row("descent --smoothness 2 --convexity 1 --alpha 5 --beta 2", {"--alpha", "square"});
  row("descent --smoothness 2 --convexity 1 --gamma 3 --beta 2", {"--gamma", "at most --beta"});
  row("descent --smoothness 2 --convexity 1 --delta 0.5", {"--delta", "1"});
  row("unbiased --smoothness 2 --convexity 1", {"--zeta"});
  row("feedback --smoothness 2 --convexity 1", {"--delta"});
}

void CliTheoryTest::badArgumentsExitWithTwo() {
  QFETCH(QString, arguments);
  QFETCH(QStringList, words);
  const auto outcome = theory(arguments);
  telegrad::test::verifyWords(outcome, 2, words);
  QVERIFY(outcome.out.isEmpty());
}

QTEST_GUILESS_MAIN(CliTheoryTest)
#include "cli_theory_test.moc"
