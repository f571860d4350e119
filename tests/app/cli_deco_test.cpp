// SPDX-License-Identifier: GPL-3.0-or-later
// What telegrad-cli deco answers, and to what it does not.
#include <algorithm>
#include <cmath>

#include <QtTest>

#include "tests/support/command_line.h"

using telegrad::test::Outcome;

class CliDecoTest : public QObject {
  Q_OBJECT
 private slots:
  void theExamples_data();
  void theExamples();
  void unitsAndModelsMeanTheSameNumbers();
  void theLeastRatioTheHeadroomAndTheBase();
  void nothingToHideBehind();
  void theMostStalenessThereCanBe();
  void theFastestToATarget();
  void textForReading();
  void badArgumentsExitWithTwo_data();
  void badArgumentsExitWithTwo();
};

namespace {

Outcome deco(const QStringList& arguments) {
  return telegrad::test::run(TELEGRAD_CLI, QStringList{"deco"} + arguments);
}

QStringList options(const QString& compute, const QString& gradient, const QString& bandwidth,
                    const QString& latency) {
  return {"--t-comp",    compute,   "--gradient-bits", gradient,
          "--bandwidth", bandwidth, "--latency",       latency};
}

const QStringList kA = options("0.5", "3.97e9", "5e8", "0.6");

QJsonObject answer(const QStringList& arguments) {
  const auto outcome = deco(arguments);
  if (outcome.status != 0) QTest::qFail(qPrintable(outcome.err), __FILE__, __LINE__);
  return QJsonDocument::fromJson(outcome.out.toUtf8()).object();
}

bool isNear(const QJsonValue& value, double expected, double halfDigit) {
  return value.isDouble() && std::abs(value.toDouble() - expected) <= halfDigit;
}

}  // namespace

void CliDecoTest::theExamples_data() {
  QTest::addColumn<QStringList>("given");
  QTest::addColumn<QVector<double>>("candidates");  // tau, delta, phi, twice
  QTest::addColumn<int>("chosen");
  QTest::addColumn<double>("denseSeconds");
  using List = QVector<double>;
  QTest::newRow("A") << kA << List{2, .050378, 19.83675, 3, .062972, 16.37893} << 1 << 9.04;
  QTest::newRow("B") << options("0.2", "3.97e9", "1e8", "0.1")
                     << List{1, .002519, 396.49937, 2, .005038, 198.49873} << 1 << 40.0;
  QTest::newRow("D") << options("0.05", "8e8", "1e9", "0.2")
                     << List{5, .0625, 17.58056, 6, .0625, 18.14767} << 0 << 1.05;
  QTest::newRow("E") << options("0.1", "1e8", "5e9", "0.01") << List{1, 1, 0, 2, 1, 0} << 0 << .13;
}

void CliDecoTest::theExamples() {
  QFETCH(QStringList, given);
  QFETCH(QVector<double>, candidates);
  QFETCH(int, chosen);
  QFETCH(double, denseSeconds);
  const auto json = answer(given);
  const auto listed = json["candidates"].toArray();
  QCOMPARE(listed.size(), 2);
  for (int i = 0; i < 2; ++i) {
    const auto candidate = listed[i].toObject();
    QCOMPARE(candidate["tau"].toInt(-1), static_cast<int>(candidates[3 * i]));
    QVERIFY(isNear(candidate["delta"], candidates[3 * i + 1], 0.5e-6));
    QVERIFY(isNear(candidate["phi"], candidates[3 * i + 2], 0.5e-5));
  }
  for (const char* key : {"tau", "delta", "phi"})
    QCOMPARE(json[key], listed[chosen].toObject()[key]);
  QCOMPARE(json["at_min_ratio"], QJsonValue(false));
  const double compute = given[1].toDouble();
  QVERIFY(isNear(json["iteration_s"], compute, 1e-12));
  QVERIFY(isNear(json["d_sgd_iteration_s"], denseSeconds, 0.5e-2));
  QVERIFY(isNear(json["iteration_speed_up"], json["d_sgd_iteration_s"].toDouble() / compute, 1e-9));
}

void CliDecoTest::unitsAndModelsMeanTheSameNumbers() {
  const auto plain = answer(kA);
  QCOMPARE(answer(options("500 ms", "3.97 Gbit", "500 Mbit/s", "600ms")), plain);
  QCOMPARE(answer({"--compute-time", "0.5", "--model", "gpt-2", "--bandwidth", "0.5 Gbit/s",
                   "--latency", "0.6", "--json"}),
           plain);
  const auto given = plain["given"].toObject();
  QCOMPARE(given["compute_s"].toDouble(), 0.5);
  QCOMPARE(given["gradient_bits"].toDouble(), 3.97e9);
  QCOMPARE(given["bandwidth_bit_per_s"].toDouble(), 5e8);
  QCOMPARE(given["latency_s"].toDouble(), 0.6);
}

void CliDecoTest::theLeastRatioTheHeadroomAndTheBase() {
  // 10 % takes .794 s, longer than computing: (.5 + .6 + .794) / .794 - 1 = 1.39.
  const auto least = answer(kA + QStringList{"--min-ratio", "10 %"});
  QCOMPARE(least["at_min_ratio"], QJsonValue(true));
  QCOMPARE(least["tau"].toInt(), 2);
  QCOMPARE(least["delta"].toDouble(), 0.1);
  QVERIFY(isNear(least["iteration_s"], 0.794, 1e-12));
  // The plan is for less than there is; the time is for what there is.
  const auto careful = answer(kA + QStringList{"--headroom", "0.8"});
  QVERIFY(isNear(careful["delta"], 0.8 * 0.062972, 0.5e-6));
  QVERIFY(isNear(careful["iteration_s"], 0.5, 1e-12));
  // A dense gradient's phi by the other base: 1 after one iteration, infinite after two.
  const auto other =
      answer(options("0.1", "1e8", "5e9", "0.01") + QStringList{"--phi-base", "full-ratio"});
  QCOMPARE(other["tau"].toInt(), 1);
  QCOMPARE(other["phi"].toDouble(), 1.0);
  QVERIFY(other["candidates"].toArray()[1].toObject()["phi"].isNull());
}

void CliDecoTest::nothingToHideBehind() {
  const auto json = answer(options("0", "1e9", "1e9", "0.01"));
  QVERIFY(json["candidates"].isArray() && json["candidates"].toArray().isEmpty());
  QCOMPARE(json["tau"].toInt(), 10);
  QCOMPARE(json["at_min_ratio"], QJsonValue(true));
}

/// 10 s of latency at 10 ms a gradient: 64 messages under way, each with a 64th of 10.01 s of the
/// link.
void CliDecoTest::theMostStalenessThereCanBe() {
  const auto given = options("0.01", "1e9", "1e9", "10");
  const auto json = answer(given);
  QCOMPARE(json["at_max_staleness"], QJsonValue(true));
  QCOMPARE(json["tau"].toInt(), 64);
  QVERIFY(isNear(json["delta"], 10.01 / 64.0, 1e-12));
  QVERIFY(isNear(json["iteration_s"], 10.01 / 64.0, 1e-12));
  QCOMPARE(answer(kA)["at_max_staleness"], QJsonValue(false));
  const auto text = deco(given + QStringList{"--text"}).out;
  QVERIFY2(text.contains("more than 64 iterations of staleness"), qPrintable(text));
}

/// A: 500 ms a gradient, 600 ms of latency, and 7.94 s for all of a gradient on the link.
void CliDecoTest::theFastestToATarget() {
  // Where neither costs iterations any choice that hides all is the fastest, and of those the
  // shallowest: tau T >= b + delta S / a for tau = 2.
  const auto shortest = answer(kA + QStringList{"--tta", "100,0,0"})["tta"].toObject();
  QCOMPARE(shortest["tau"].toInt(), 2);
  QVERIFY(isNear(shortest["delta"], 0.4 * 5e8 / 3.97e9, 1e-9));
  QVERIFY(isNear(shortest["seconds"], 50.0, 1e-9));
  QVERIFY(isNear(shortest["choice_seconds"], 50.0, 1e-9));
  // Where staleness costs all, none: T + b + delta S / a, and the least fraction.
  const auto fresh = answer(kA + QStringList{"--tta", "1,0,1000"})["tta"].toObject();
  QCOMPARE(fresh["tau"].toInt(-1), 0);
  QCOMPARE(fresh["delta"].toDouble(), 0.001);
  QVERIFY(isNear(fresh["iteration_s"], 1.1 + 0.00794, 1e-9));
  QCOMPARE(fresh["iterations"].toDouble(), 1.0);
  // In between, no point of another grid is faster: K = 100 + (1 - delta) / delta + 20 tau.
  const auto point = answer(kA + QStringList{"--tta", "100,1,20"})["tta"].toObject();
  double least = HUGE_VAL;
  for (int tau = 0; tau <= 64; ++tau)
    for (int i = 0; i <= 1000; ++i) {
      const double delta = std::pow(10.0, -3.0 * i / 1000.0);
      const double link = delta * 7.94;
      const double seconds = std::max({0.5, link, (1.1 + link) / (tau + 1)}) *
                             (100.0 + (1.0 - delta) / delta + 20.0 * tau);
      least = std::min(least, seconds);
    }
  QVERIFY(point["seconds"].toDouble() <= 1.005 * least);
  QVERIFY(point["seconds"].toDouble() >= 0.995 * least);
  QVERIFY(point["seconds"].toDouble() < point["choice_seconds"].toDouble());
  QVERIFY(!answer(kA).contains("tta"));
  const auto text = deco(kA + QStringList{"--tta", "100,0,0", "--text"}).out;
  QVERIFY2(text.contains("fastest       staleness 2, kept fraction 0.0503778: 100 iterations"),
           qPrintable(text));
}

void CliDecoTest::textForReading() {
  const auto outcome = deco(kA + QStringList{"--text"});
  QCOMPARE(outcome.status, 0);
  for (const char* words :
       {"bandwidth 500 Mbit/s", "candidate     staleness 2, kept fraction 0.0503778, phi 19.8367",
        "choice        staleness 3, kept fraction 0.0629723, phi 16.3789", "iteration     500 ms",
        "D-SGD         9.04 s", "speed-up      18.08 per iteration"})
    QVERIFY2(outcome.out.contains(words), qPrintable(outcome.out));
  const auto least = deco(kA + QStringList{"--text", "--min-ratio", "0.1"});
  QVERIFY2(least.out.contains("least allowed is 0.1"), qPrintable(least.out));
}

void CliDecoTest::badArgumentsExitWithTwo_data() {
  QTest::addColumn<QStringList>("arguments");
  QTest::addColumn<QStringList>("words");
  const auto row = [](const char* name, const QStringList& arguments, const QStringList& words) {
    QTest::newRow(name) << arguments << words;
  };
  row("nothing", {}, {"--t-comp", "needed"});
  row("no bandwidth", {"--t-comp", "1", "--model", "gpt-2", "--latency", "0"},
      {"--bandwidth", "needed"});
  row("no latency", {"--t-comp", "1", "--model", "gpt-2", "--bandwidth", "1"},
      {"--latency", "needed"});
  row("no gradient", {"--t-comp", "1"}, {"--gradient-bits", "--model", "gpt-2"});
  row("both", kA + QStringList{"--model", "gpt-2"}, {"--gradient-bits", "--model"});
  row("unknown model", {"--t-comp", "1", "--model", "bert"},
      {"--model", "\"bert\"", "gpt-2", "vit-b-16", "resnet-18"});
  row("negative", options("-1", "1", "1", "1"), {"--t-comp", "\"-1\"", "0 s or more"});
  row("no number", options("1", "1", "fast", "1"), {"--bandwidth", "\"fast\"", "bit/s"});
  row("another unit", options("1", "1", "1", "5 km"), {"--latency", "\"5 km\"", "0 s or more"});
  row("not a number", options("1", "1", "1", "nan"), {"--latency", "\"nan\"", "0 s or more"});
  row("no end", options("1", "1", "inf", "1"), {"--bandwidth", "\"inf\"", "more than 0 bit/s"});
  row("no bandwidth at all", options("1", "1", "0", "1"), {"--bandwidth", "\"0\"", "more than 0"});
  row("no gradient at all", options("1", "0", "1", "1"), {"--gradient-bits", "more than 0 bit"});
  row("least ratio", kA + QStringList{"--min-ratio", "0"}, {"--min-ratio", "\"0\"", "at most 1"});
  row("headroom", kA + QStringList{"--headroom", "120 %"},
      {"--headroom", "\"120 %\"", "at most 1"});
  row("base", kA + QStringList{"--phi-base", "2"}, {"--phi-base", "\"2\"", "half-ratio"});
  for (const char* three : {"100", "0,1,1", "1,-1,0", "1,2,3,4", "1,x,2", "1,,2", "inf,1,1"})
    row(three, kA + QStringList{"--tta", three}, {"--tta", three, "three numbers"});
  row("unknown option", kA + QStringList{"--fast"}, {"--fast"});
}

void CliDecoTest::badArgumentsExitWithTwo() {
  QFETCH(QStringList, arguments);
  QFETCH(QStringList, words);
  const auto outcome = deco(arguments);
  QCOMPARE(outcome.status, 2);
  QVERIFY(outcome.out.isEmpty());
  for (const auto& word : words) QVERIFY2(outcome.err.contains(word), qPrintable(outcome.err));
}

QTEST_GUILESS_MAIN(CliDecoTest)
#include "cli_deco_test.moc"
