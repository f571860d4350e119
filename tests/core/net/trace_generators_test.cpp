// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/trace_generators.h"

#include <cmath>
#include <set>

#include <QtTest>

using telegrad::SimTime;
using telegrad::Trace;
using telegrad::TraceStep;

class TraceGeneratorsTest : public QObject {
  Q_OBJECT
 private slots:
  void eachHasWords_data() { rows(); }
  void eachHasWords();
  void eachIsTheSameFromItsRecipe_data() { rows(); }
  void eachIsTheSameFromItsRecipe();
  void chanceComesFromTheSeed_data() { rows(); }
  void chanceComesFromTheSeed();
  void squareByHand();
  void sineByHand();
  void walksStayWithinTheirBounds();
  void walksSpreadAsTheySay();
  void timesInTheTwoStatesHaveTheirMeans();
  void logUniformCoversItsRange();
  void badRecipesAreRefused_data();
  void badRecipesAreRefused();

 private:
  static void rows();
};

namespace {

Trace made(const char* recipe) {
  const auto read = telegrad::parseRecipe(recipe);
  if (!read) qFatal("%s", read.error().message.c_str());
  const auto trace = telegrad::generateTrace(*read);
  if (!trace) qFatal("%s", trace.error().message.c_str());
  return *trace;
}

SimTime lengthOf(const Trace& trace, std::size_t step) {
  const auto steps = trace.steps();
  return (step + 1 < steps.size() ? steps[step + 1].time : *trace.period()) - steps[step].time;
}

}  // namespace

void TraceGeneratorsTest::rows() {
  QTest::addColumn<QString>("key");
  for (const auto& generator : telegrad::traceGenerators())
    QTest::newRow(generator.key.c_str()) << QString::fromStdString(generator.key);
}

void TraceGeneratorsTest::eachHasWords() {
  QFETCH(const QString, key);
  const auto recipe = telegrad::parseRecipe(key.toStdString());
  QVERIFY(recipe.has_value());
  QVERIFY(!recipe->generator->name.empty() && recipe->generator->summary.ends_with('.'));
  for (const auto& parameter : recipe->generator->parameters)
    QVERIFY(!parameter.label.empty() && parameter.help.ends_with('.'));
}

void TraceGeneratorsTest::eachIsTheSameFromItsRecipe() {
  QFETCH(const QString, key);
  const auto trace = made(qPrintable(key + "; seed = 7"));
  const auto recipe = trace.source().substr(std::string("generated: ").size());
  const auto again = made(recipe.c_str());
  QVERIFY(std::ranges::equal(again.steps(), trace.steps()));
  QCOMPARE(again.source(), trace.source());
  for (const auto& step : trace.steps()) QCOMPARE(std::fmod(step.bandwidth.value, 1000.0), 0.0);
}

void TraceGeneratorsTest::chanceComesFromTheSeed() {
  QFETCH(const QString, key);
  const auto one = made(qPrintable(key + "; seed = 1"));
  const auto two = made(qPrintable(key + "; seed = 2"));
  const bool random = key == "random-walk" || key == "on-off" || key == "log-uniform";
  QCOMPARE(std::ranges::equal(one.steps(), two.steps()), !random);
}

void TraceGeneratorsTest::squareByHand() {
  const auto trace =
      made("square; high = 3 Mbit/s; low = 1 Mbit/s; high_time = 2 s; low_time = 1 s");
  QCOMPARE(*trace.period(), telegrad::simTime(3.0));
  const std::vector<TraceStep> expected{{.bandwidth = {3e6}},
                                        {.time = telegrad::simTime(2.0), .bandwidth = {1e6}}};
  QVERIFY(std::ranges::equal(trace.steps(), expected));
}

void TraceGeneratorsTest::sineByHand() {
  // sin at 45, 135, 225 and 315 degrees: +-sqrt(1/2).
  const auto trace = made("sine; mean = 10 Mbit/s; swing = 0.5; period = 4 s; step = 1 s");
  QCOMPARE(*trace.period(), telegrad::simTime(4.0));
  QCOMPARE(trace.steps().size(), std::size_t{2});
  QCOMPARE(trace.steps()[0].bandwidth.value, 13'536e3);
  QCOMPARE(trace.steps()[1].bandwidth.value, 6'464e3);
  QCOMPARE(trace.meanBandwidth().value, 10e6);
}

void TraceGeneratorsTest::walksStayWithinTheirBounds() {
  const auto trace = made(
      "random-walk; start = 20 Mbit/s; lowest = 5 Mbit/s; highest = 50 Mbit/s; spread = 3; "
      "step = 1 s; duration = 5000 s");
  std::set<double> seen;
  for (const auto& step : trace.steps()) {
    QVERIFY(step.bandwidth.value >= 5e6 && step.bandwidth.value <= 50e6);
    seen.insert(step.bandwidth.value);
  }
  QCOMPARE(trace.steps()[0].bandwidth.value, 20e6);
  QVERIFY(seen.size() > 1000);
}

void TraceGeneratorsTest::walksSpreadAsTheySay() {
  // Far from its bounds the change of the logarithm has mean 0 and the deviation asked for.
  const auto trace = made(
      "random-walk; start = 1 Gbit/s; lowest = 1 Mbit/s; highest = 1 Tbit/s; spread = 0.01; "
      "step = 1 s; duration = 10000 s; seed = 5");
  const auto steps = trace.steps();
  QVERIFY(steps.size() > 9000);
  double sum = 0.0;
  double squares = 0.0;
  for (std::size_t i = 1; i < steps.size(); ++i) {
    const double change = std::log(steps[i].bandwidth.value / steps[i - 1].bandwidth.value);
    sum += change;
    squares += change * change;
  }
  const auto count = static_cast<double>(steps.size() - 1);
  QVERIFY(std::abs(sum / count) < 5.0 * 0.01 / std::sqrt(count));
  QVERIFY(std::abs(std::sqrt(squares / count) / 0.01 - 1.0) < 5.0 / std::sqrt(2.0 * count));
}

void TraceGeneratorsTest::timesInTheTwoStatesHaveTheirMeans() {
  const auto trace = made(
      "on-off; on = 10 Mbit/s; off = 1 Mbit/s; on_time = 8 s; off_time = 2 s; duration = 100000 s; "
      "seed = 3");
  std::array<double, 2> time{};
  std::array<double, 2> visits{};
  for (std::size_t i = 0; i < trace.steps().size(); ++i) {
    const std::size_t state = trace.steps()[i].bandwidth.value == 10e6 ? 0 : 1;
    QVERIFY(state == 0 || trace.steps()[i].bandwidth.value == 1e6);
    time.at(state) += telegrad::seconds(lengthOf(trace, i));
    visits.at(state) += 1.0;
  }
  // The mean of n exponentials has a deviation of its mean / sqrt(n).
  QVERIFY(std::abs(time[0] / visits[0] / 8.0 - 1.0) < 5.0 / std::sqrt(visits[0]));
  QVERIFY(std::abs(time[1] / visits[1] / 2.0 - 1.0) < 5.0 / std::sqrt(visits[1]));
  QCOMPARE(*trace.period(), telegrad::simTime(100000.0));
}

void TraceGeneratorsTest::logUniformCoversItsRange() {
  const auto trace =
      made("log-uniform; lowest = 1 Mbit/s; highest = 100 Mbit/s; hold = 1 s; duration = 10000 s");
  double below = 0.0;
  for (const auto& step : trace.steps()) {
    QVERIFY(step.bandwidth.value >= 1e6 && step.bandwidth.value <= 100e6);
    below += step.bandwidth.value < 10e6 ? 1.0 : 0.0;  // half of the logarithms
  }
  const auto count = static_cast<double>(trace.steps().size());
  QVERIFY(std::abs(below / count - 0.5) < 5.0 * 0.5 / std::sqrt(count));
}

void TraceGeneratorsTest::badRecipesAreRefused_data() {
  QTest::addColumn<QString>("recipe");
  QTest::addColumn<QStringList>("words");
  const auto row = [](const char* recipe, const QStringList& words) {
    QTest::newRow(recipe) << QString(recipe) << words;
  };
  row("", {"trace generator", "square"});
  row("cosine; seed = 1", {"\"cosine\"", "sine", "random-walk"});
  row("square; seed = -1", {"seed", "\"-1\"", "whole number"});
  row("square; seed", {"\"seed\"", "key = value"});
  row("square; height = 3", {"\"height\"", "high"});
  row("square; high = 0", {"high", "read 0", "1 kbit/s"});
  row("square; high = fast", {"\"fast\"", "bit/s"});
  row("sine; period = 1000 s; step = 1 us", {"step", "1 ms"});
  row("sine; period = 10000 s; step = 1 ms", {"1e+07", "1 to 1000000"});
  row("sine; period = 1 s; step = 100 s", {"0.01", "1 to 1000000"});
  row("random-walk; lowest = 30 Mbit/s", {"lowest", "30 Mbit/s", "start", "20 Mbit/s"});
  row("log-uniform; lowest = 2 Gbit/s", {"lowest", "2 Gbit/s", "highest", "1 Gbit/s"});
  row("on-off; on_time = 1 ms; duration = 10000 s", {"1e+07", "1 to 1000000"});
}

void TraceGeneratorsTest::badRecipesAreRefused() {
  QFETCH(const QString, recipe);
  QFETCH(const QStringList, words);
  const auto read = telegrad::parseRecipe(recipe.toStdString());
  const auto error = read ? telegrad::generateTrace(*read).error() : read.error();
  for (const auto& word : words)
    QVERIFY2(QString::fromStdString(error.message).contains(word), error.message.c_str());
}

QTEST_APPLESS_MAIN(TraceGeneratorsTest)
#include "trace_generators_test.moc"
