// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/trace.h"

#include <cmath>

#include <QtTest>

#include "core/base/random.h"
#include "core/net/link.h"

using telegrad::BitsPerSecond;
using telegrad::Bytes;
using telegrad::Random;
using telegrad::SimTime;
using telegrad::Trace;
using telegrad::TraceStep;

class TraceTest : public QObject {
  Q_OBJECT
 private slots:
  void aConstantIsALink();
  void integratesByHand_data();
  void integratesByHand();
  void noErrorGrowsOverWraps();
  void aMessageInPiecesIsTheMessage();
  void matchesASumOfNanoseconds();
  void saysWhatHoldsWhen();
  void whatLeavesWithinATimeIsExact();
  void smallAndFractionalRates();
  void moreThanThereIsTimeFor();
  void badStepsAreRefused_data();
  void badStepsAreRefused();
};

namespace {

using Steps = std::vector<TraceStep>;

SimTime milliseconds(std::int64_t count) {
  return SimTime{count * 1'000'000};
}

TraceStep step(std::int64_t startMilliseconds, double bandwidth) {
  return {.time = milliseconds(startMilliseconds), .bandwidth = {bandwidth}};
}

Trace trace(const Steps& steps, std::optional<SimTime> period = {}) {
  auto made = Trace::from(steps, period);
  if (!made) qFatal("%s", made.error().message.c_str());
  return *made;
}

}  // namespace

void TraceTest::aConstantIsALink() {
  Random random(1, telegrad::Purpose::Test);
  for (int i = 0; i < 2000; ++i) {
    const BitsPerSecond rate{std::pow(10.0, random.uniform(4.0, 12.0))};
    const Bytes size{static_cast<std::int64_t>(random.below(100'000'000))};
    const SimTime start{static_cast<std::int64_t>(random.below(1'000'000'000'000))};
    const auto held = trace({{.bandwidth = rate}});
    const auto wrapped = trace({{.bandwidth = rate}}, SimTime{1'000'003});
    const auto end = start + telegrad::serialisationTime(size, rate);
    QCOMPARE(held.finish(start, size), end);
    QCOMPARE(wrapped.finish(start, size), end);
  }
}

void TraceTest::integratesByHand_data() {
  QTest::addColumn<qint64>("start");  // nanoseconds
  QTest::addColumn<qint64>("bytes");
  QTest::addColumn<qint64>("end");
  // 8 Mbit/s for 10 ms (10 kB), nothing for 5 ms, 16 Mbit/s for 5 ms (10 kB), and again: a byte
  // takes 1000 ns or 500 ns.
  QTest::newRow("nothing") << qint64{0} << qint64{0} << qint64{0};
  QTest::newRow("nothing, while nothing leaves")
      << qint64{12'000'000} << qint64{0} << qint64{12'000'000};
  QTest::newRow("within a step") << qint64{0} << qint64{3000} << qint64{3'000'000};
  QTest::newRow("to a step's end") << qint64{0} << qint64{10000} << qint64{10'000'000};
  QTest::newRow("one byte more") << qint64{0} << qint64{10001} << qint64{15'000'500};
  QTest::newRow("begins while nothing leaves")
      << qint64{12'000'000} << qint64{2} << qint64{15'001'000};
  QTest::newRow("to the period's end") << qint64{0} << qint64{20000} << qint64{20'000'000};
  QTest::newRow("over the period's end") << qint64{0} << qint64{20001} << qint64{20'001'000};
  QTest::newRow("three periods and a half") << qint64{0} << qint64{70000} << qint64{70'000'000};
  QTest::newRow("from the middle, a period")
      << qint64{5'000'000} << qint64{20000} << qint64{25'000'000};
  QTest::newRow("from the middle, a byte less")
      << qint64{5'000'000} << qint64{19999} << qint64{24'999'000};
  QTest::newRow("later periods") << qint64{65'000'000} << qint64{5001} << qint64{75'000'500};
}

void TraceTest::integratesByHand() {
  QFETCH(const qint64, start);
  QFETCH(const qint64, bytes);
  QFETCH(const qint64, end);
  const auto wrapping = trace({step(0, 8e6), step(10, 0.0), step(15, 16e6)}, milliseconds(20));
  QCOMPARE(wrapping.finish(SimTime{start}, {bytes}), SimTime{end});
}

void TraceTest::noErrorGrowsOverWraps() {
  // 8/3 of a nanosecond a byte, in periods of 7 ns: 21 bytes every 8 periods, however many.
  const auto wrapping =
      trace({{.bandwidth = {3e9}}, {.time = SimTime{3}, .bandwidth = {3e9}}}, SimTime{7});
  for (const auto times : std::vector<std::int64_t>{1, 1000, 1'000'000'000'000}) {
    QCOMPARE(wrapping.finish(SimTime{0}, {21 * times}), SimTime{56 * times});
    QCOMPARE(wrapping.finish(SimTime{0}, {21 * times + 1}), SimTime{56 * times + 3});
  }
  // A tenth of the time: 30 years of it are 3 years of sending, to the nanosecond.
  const auto rare = trace({step(0, 8e9), step(1, 0.0)}, milliseconds(10));
  const std::int64_t periods = 94'608'000'000;
  QCOMPARE(rare.finish(SimTime{0}, {1'000'000 * periods / 1000}),
           milliseconds(10) * (periods / 1000 - 1) + milliseconds(1));
}

void TraceTest::aMessageInPiecesIsTheMessage() {
  Random random(2, telegrad::Purpose::Test);
  const auto wrapping = trace(
      {step(0, 12345678.9), step(3, 0.0), step(4, 1e9 / 3.0), step(9, 20e3)}, milliseconds(13));
  for (int i = 0; i < 500; ++i) {
    const SimTime start{static_cast<std::int64_t>(random.below(50'000'000))};
    telegrad::Progress progress{start, telegrad::workOf({5'000'000})};
    const auto end = wrapping.finish(start, {5'000'000});
    while (progress.left.value > 0)
      progress = wrapping.send(
          progress, progress.time + SimTime{static_cast<std::int64_t>(random.below(9'000'000))});
    QCOMPARE(progress.time, end);
  }
}

void TraceTest::matchesASumOfNanoseconds() {
  // The naive way: bits nanosecond by nanosecond, in small whole numbers.
  Random random(3, telegrad::Purpose::Test);
  for (int repeat = 0; repeat < 200; ++repeat) {
    Steps steps;
    SimTime time{0};
    for (int i = 0; i < 5; ++i) {
      steps.push_back({.time = time, .bandwidth = {1e9 * static_cast<double>(random.below(5))}});
      time += SimTime{1 + static_cast<std::int64_t>(random.below(20))};
    }
    steps.front().bandwidth.value += 1e9;
    const auto wrapping = trace(steps, time);
    const auto start = static_cast<std::int64_t>(random.below(200));
    const auto bytes = static_cast<std::int64_t>(random.below(60));
    std::int64_t end = start;
    double bits = 0.0;  // a Gbit/s is a bit a nanosecond
    while (bits < static_cast<double>(8 * bytes)) {
      std::size_t at = 4;
      while (SimTime{end % time.count()} < steps[at].time) --at;
      bits += steps[at].bandwidth.value / 1e9;
      ++end;
    }
    QCOMPARE(wrapping.finish(SimTime{start}, {bytes}), SimTime{end});
  }
}

void TraceTest::saysWhatHoldsWhen() {
  const Steps steps{
      {.bandwidth = {1e6}, .latency = milliseconds(1), .loss = 0.5},
      {.time = milliseconds(10), .bandwidth = {2e6}, .latency = milliseconds(2), .loss = 0.0}};
  const auto wrapping = trace(steps, milliseconds(15));
  const auto holding = trace(steps);
  QCOMPARE(wrapping.at(SimTime{0}), steps[0]);
  QCOMPARE(wrapping.at(milliseconds(10) - SimTime{1}), steps[0]);
  QCOMPARE(wrapping.at(milliseconds(10)), steps[1]);
  QCOMPARE(wrapping.at(milliseconds(15)), steps[0]);
  QCOMPARE(holding.at(milliseconds(15)), steps[1]);
  QCOMPARE(*wrapping.nextChange(SimTime{0}), milliseconds(10));
  QCOMPARE(*wrapping.nextChange(milliseconds(10)), milliseconds(15));
  QCOMPARE(*wrapping.nextChange(milliseconds(26)), milliseconds(30));
  QCOMPARE(*holding.nextChange(milliseconds(9)), milliseconds(10));
  QVERIFY(!holding.nextChange(milliseconds(10)));
  QVERIFY(!trace({step(0, 1e6)}, milliseconds(15)).nextChange(SimTime{3}));
  QCOMPARE(wrapping.meanBandwidth().value, (10.0 * 1e6 + 5.0 * 2e6) / 15.0);
  QCOMPARE(holding.meanBandwidth().value, 2e6);
}

void TraceTest::whatLeavesWithinATimeIsExact() {
  const auto wrapping = trace({step(0, 8e6), step(10, 0.0), step(15, 16e6)}, milliseconds(20));
  const auto left = [&](std::int64_t until) {
    return wrapping.send({milliseconds(2), telegrad::workOf({100'000})}, SimTime{until}).left;
  };
  QCOMPARE(left(2'000'000), telegrad::workOf({100'000}));
  QCOMPARE(left(3'000'000), telegrad::workOf({99'000}));
  QCOMPARE(left(14'000'000), telegrad::workOf({92'000}));
  QCOMPARE(left(15'000'500), telegrad::workOf({91'999}));
  QCOMPARE(left(62'000'000), telegrad::workOf({40'000}));
  QCOMPARE(telegrad::bytesOf(left(15'000'499)), Bytes{92'000});
}

void TraceTest::smallAndFractionalRates() {
  const auto half = trace({{.bandwidth = {1.5}}});
  QCOMPARE(half.finish(SimTime{0}, {3}), SimTime{16'000'000'000});
  // A thousandth of a bit/s is no binary fraction: within 2^-41 of it.
  const double ends = telegrad::seconds(trace({{.bandwidth = {1.001}}}).finish(SimTime{0}, {1001}));
  QVERIFY(std::abs(ends - 8000.0) < 8000.0 * 0x1.0p-40);
}

void TraceTest::moreThanThereIsTimeFor() {
  const auto slow = trace({{.bandwidth = {1.0}}});
  QCOMPARE(slow.finish(SimTime{0}, {std::int64_t{1} << 50}), SimTime::max());
  const auto wrapping = trace({{.bandwidth = {1.0}}}, SimTime{10});
  QCOMPARE(wrapping.finish(SimTime{5}, {std::int64_t{1} << 50}), SimTime::max());
}

void TraceTest::badStepsAreRefused_data() {
  QTest::addColumn<std::shared_ptr<Steps>>("steps");
  QTest::addColumn<qint64>("period");  // milliseconds; 0: none
  QTest::addColumn<QString>("message");
  const auto row = [](const char* name, const Steps& steps, qint64 period, const char* message) {
    QTest::newRow(name) << std::make_shared<Steps>(steps) << period << QString(message);
  };
  const char* last =
      "the last bandwidth is 0 and stays so, so that nothing would ever leave; "
      "allowed: a last step with bandwidth, or a loop";
  row("none", {}, 0, "there is no step; allowed: one or more");
  row("begins late", {step(5, 1e6)}, 0, "step 1: time 0.005; allowed: 0 s for the first");
  row("goes back", {step(0, 1e6), step(9, 1e6), step(8, 1e6)}, 0,
      "step 3: time 0.008; allowed: later than the 0.009 s of the step before it");
  row("stands still", {step(0, 1e6), step(0, 1e6)}, 0,
      "step 2: time 0; allowed: later than the 0 s of the step before it");
  row("far away", {step(0, 1e6), step(1'000'000'000'001, 1e6)}, 0,
      "step 2: time 1000000000.001; allowed: 0 to 1e9 s");
  row("negative", {step(0, -1.0)}, 0, "step 1: bandwidth -1; allowed: 0, or 1 to 1e15 bit/s");
  row("tiny", {step(0, 0.5)}, 0, "step 1: bandwidth 0.5; allowed: 0, or 1 to 1e15 bit/s");
  row("huge", {step(0, 2e15)}, 0, "step 1: bandwidth 2e+15; allowed: 0, or 1 to 1e15 bit/s");
  row("no number", {step(0, NAN)}, 0, "step 1: bandwidth nan; allowed: 0, or 1 to 1e15 bit/s");
  row("zero for ever", {step(0, 0.0)}, 0, last);
  row("zero at the end", {step(0, 1e6), step(1, 0.0)}, 0, last);
  row("zero in every period", {step(0, 0.0), step(1, 0.0)}, 5,
      "every bandwidth is 0, so that nothing would ever leave; allowed: at least one that is not");
  row("period too short", {step(0, 1e6), step(7, 1e6)}, 7,
      "loop 0.007 s; allowed: more than the last time, 0.007 s, and at most 1e9 s");
  auto strange = step(0, 1e6);
  strange.latency = milliseconds(-1);
  row("negative latency", {strange}, 0, "step 1: latency -0.001; allowed: 0 to 10 s");
  strange.latency = milliseconds(1);
  strange.time = milliseconds(3);
  row("latency in some", {step(0, 1e6), strange}, 0,
      "step 2: latency and loss are in every step or in none");
  strange = step(0, 1e6);
  strange.loss = 1.0;
  row("all is lost", {strange}, 0, "step 1: loss 1; allowed: from 0 to less than 1");
  strange.loss = NAN;
  row("loss is no number", {strange}, 0, "step 1: loss nan; allowed: from 0 to less than 1");
}

void TraceTest::badStepsAreRefused() {
  QFETCH(std::shared_ptr<Steps>, steps);
  QFETCH(const qint64, period);
  QFETCH(const QString, message);
  const auto made =
      Trace::from(*steps, period > 0 ? std::optional(milliseconds(period)) : std::nullopt);
  QVERIFY(!made);
  if (!message.isEmpty()) QCOMPARE(QString::fromStdString(made.error().message), message);
}

QTEST_APPLESS_MAIN(TraceTest)
#include "trace_test.moc"
