// SPDX-License-Identifier: GPL-3.0-or-later
// Links whose rate changes: by a trace, or by a control moved in the middle of a message.
#include <deque>
#include <map>

#include <QtTest>

#include "core/base/random.h"
#include "core/net/link.h"
#include "core/net/trace_file.h"

using telegrad::BitsPerSecond;
using telegrad::Bytes;
using telegrad::Link;
using telegrad::Random;
using telegrad::SimTime;
using telegrad::Trace;
using telegrad::TraceStep;

class LinkRatesTest : public QObject {
  Q_OBJECT
 private slots:
  void followsATraceByHand();
  void aNewRateActsInTheMiddleOfAMessage();
  void aTraceActsInTheMiddleOfAMessage();
  void aChangeAtTheVeryEndChangesNothing();
  void changesOfRateAreATrace();
  void theLatencyIsTheTracesIfItHasOne();
  void moreBandwidthIsNeverLater();
  void isFifoAndConservesWork();
  void aStepThatIsJustLongEnoughIsLongEnough();
  void aCheckpointKeepsTheFractionOfANanosecond();
  void mahimahisLinesByHand();
  void leavesWithMahimahisLink_data();
  void leavesWithMahimahisLink();
};

namespace {

struct Sent {
  SimTime arrival{};
  std::int64_t bytes = 0;
};
using Load = std::vector<Sent>;
using Ends = std::vector<SimTime>;

SimTime milliseconds(std::int64_t count) {
  return SimTime{count * 1'000'000};
}

std::shared_ptr<const Trace> trace(std::vector<TraceStep> steps, std::optional<SimTime> period) {
  auto made = Trace::from(std::move(steps), period);
  if (!made) qFatal("%s", made.error().message.c_str());
  return std::make_shared<const Trace>(*std::move(made));
}

/// Drives a link through a load, and through changes of its rate. Transmissions by message.
std::vector<Link::Transmission> drive(Link& link, const Load& load,
                                      std::map<SimTime, double> rates = {}) {
  std::vector<Link::Transmission> done;
  std::size_t next = 0;
  while (next < load.size() || link.isBusy()) {
    const SimTime end = link.isBusy() ? link.current().end : SimTime::max();
    const SimTime arrival = next < load.size() ? load[next].arrival : SimTime::max();
    const SimTime change = rates.empty() ? SimTime::max() : rates.begin()->first;
    if (change <= std::min(end, arrival)) {
      link.setRate({rates.begin()->second}, change);
      rates.erase(rates.begin());
    } else if (end <= arrival) {
      done.push_back(link.current());
      link.next(end);
    } else {
      link.arrive(static_cast<std::uint32_t>(next), {load[next].bytes}, arrival);
      ++next;
    }
  }
  return done;
}

Load randomLoad(Random& random, std::size_t count, std::uint64_t gap, std::uint64_t bytes) {
  Load load;
  SimTime time{0};
  for (std::size_t i = 0; i < count; ++i) {
    time += SimTime{static_cast<std::int64_t>(random.below(gap))};
    load.push_back({time, static_cast<std::int64_t>(random.below(bytes))});
  }
  return load;
}

std::vector<TraceStep> randomSteps(Random& random, std::size_t count, std::uint64_t length) {
  std::vector<TraceStep> steps;
  SimTime time{0};
  for (std::size_t i = 0; i < count; ++i) {
    const bool none = i > 0 && random.below(4) == 0;
    steps.push_back({.time = time, .bandwidth = {none ? 0.0 : random.uniform(1e6, 1e9)}});
    time += SimTime{1 + static_cast<std::int64_t>(random.below(length))};
  }
  steps.back().bandwidth = {1e7};
  return steps;
}

/// mahimahi's mm-link as its description says: at each line's millisecond 1500 bytes may leave, of
/// packets that were there before; one opportunity may end a packet and begin others.
Ends mahimahi(const std::vector<std::int64_t>& lines, const Load& load) {
  Ends ends;
  std::deque<std::int64_t> queue;  // bytes left of each packet
  std::size_t next = 0;
  for (std::size_t i = 0; ends.size() < load.size(); ++i) {
    const auto period = static_cast<std::int64_t>(i / lines.size()) * lines.back();
    const SimTime now = milliseconds(period + lines[i % lines.size()]);
    for (; next < load.size() && load[next].arrival < now; ++next)
      queue.push_back(load[next].bytes);
    for (std::int64_t bytes = 1500; bytes > 0 && !queue.empty();) {
      const auto part = std::min(bytes, queue.front());
      bytes -= part;
      queue.front() -= part;
      if (queue.front() > 0) continue;
      queue.pop_front();
      ends.push_back(now);
    }
  }
  return ends;
}

}  // namespace

void LinkRatesTest::followsATraceByHand() {
  // A byte takes 1000 ns for 10 ms, never for 5 ms, 500 ns for 5 ms.
  Link link({1e9}, SimTime{7});
  link.setTrace(trace({{.bandwidth = {8e6}},
                       {.time = milliseconds(10), .bandwidth = {0.0}},
                       {.time = milliseconds(15), .bandwidth = {16e6}}},
                      milliseconds(20)),
                SimTime{0});
  const auto done = drive(link, {{milliseconds(2), 3000},
                                 {milliseconds(3), 6000},
                                 {milliseconds(4), 4000},
                                 {milliseconds(30), 1}});
  QCOMPARE(done[0].end, milliseconds(5));
  QCOMPARE(done[1].end, SimTime{15'500'000});  // 5000 B by 10 ms, the rest from 15 ms on
  QCOMPARE(done[2].end, SimTime{17'500'000});
  QCOMPARE(done[3].end, SimTime{35'000'500});  // free since, but nothing leaves from 30 to 35 ms
  QCOMPARE(link.busyTime(),
           milliseconds(3) + SimTime{10'500'000} + milliseconds(2) + SimTime{5'000'500});
  QCOMPARE(link.bytesOut(), link.bytesIn());
  QCOMPARE(link.rateAt(milliseconds(36)), BitsPerSecond{16e6});
}

void LinkRatesTest::aNewRateActsInTheMiddleOfAMessage() {
  Link link({8e6}, SimTime{0});
  QVERIFY(!link.setRate({8e9}, SimTime{0}));  // free
  QCOMPARE(link.arrive(0, {1000}, SimTime{0})->end, SimTime{1000});
  link.arrive(1, {1000}, SimTime{0});
  // 250 bytes have left; the others at a tenth of the rate.
  const auto slower = link.setRate({8e8}, SimTime{250});
  QCOMPARE(slower->message, 0U);
  QCOMPARE(slower->start, SimTime{0});
  QCOMPARE(slower->end, SimTime{250 + 7500});
  QCOMPARE(link.unsent(SimTime{250 + 3000}), Bytes{450});
  QCOMPARE(link.unsent(SimTime{250 + 3001}), Bytes{450});  // 449.9
  // 600 more bytes have left, and the rest at twice the first rate.
  QCOMPARE(link.setRate({16e9}, SimTime{6250})->end, SimTime{6250 + 75});
  const auto second = link.next(SimTime{6325});
  QCOMPARE(second->end, SimTime{6325 + 500});
  QVERIFY(!link.next(SimTime{6825}));
  QCOMPARE(link.busyTime(), SimTime{6825});
  QCOMPARE(link.unsent(SimTime{7000}), Bytes{0});
}

void LinkRatesTest::aTraceActsInTheMiddleOfAMessage() {
  Link link({8e9}, SimTime{0});
  link.arrive(0, {1000}, SimTime{0});
  const auto pause = trace({{.bandwidth = {8e9}},
                            {.time = SimTime{300}, .bandwidth = {0.0}},
                            {.time = SimTime{500}, .bandwidth = {4e9}}},
                           {});
  QCOMPARE(link.setTrace(pause, SimTime{100})->end, SimTime{500 + 1400});
  QCOMPARE(link.unsent(SimTime{400}), Bytes{700});
  QCOMPARE(link.setTrace(nullptr, SimTime{400})->end, SimTime{400 + 700});
  QCOMPARE(link.rate(), BitsPerSecond{8e9});
  // configure() is for what begins later, also when a change follows it.
  link.configure({4e9}, SimTime{0});
  QCOMPARE(link.unsent(SimTime{500}), Bytes{600});
  QCOMPARE(link.setRate({1.6e10}, SimTime{600})->end, SimTime{600 + 250});
}

void LinkRatesTest::aChangeAtTheVeryEndChangesNothing() {
  Link link({3e9}, SimTime{0});
  const auto end = link.arrive(0, {1}, SimTime{0})->end;  // 2.67 ns
  QCOMPARE(end, SimTime{3});
  QCOMPARE(link.setRate({1e4}, end)->end, end);
  QVERIFY(!link.next(end));
}

void LinkRatesTest::changesOfRateAreATrace() {
  // A rate set at an instant and a trace that has it from that instant on are the same thing.
  Random random(1, telegrad::Purpose::Test);
  for (int repeat = 0; repeat < 50; ++repeat) {
    const auto load = randomLoad(random, 200, 20'000, 3000);
    std::map<SimTime, double> rates;
    std::vector<TraceStep> steps{{.bandwidth = {1e9 / 7.0}}};
    for (SimTime time{0}; rates.size() < 300;) {
      time += SimTime{1 + static_cast<std::int64_t>(random.below(30'000))};
      rates[time] = std::pow(10.0, random.uniform(6.0, 10.0));
      steps.push_back({.time = time, .bandwidth = {rates[time]}});
    }
    Link changed({1e9 / 7.0}, SimTime{0});
    Link traced({1e4}, SimTime{0});
    traced.setTrace(trace(steps, {}), SimTime{0});
    const auto one = drive(changed, load, rates);
    const auto two = drive(traced, load);
    QCOMPARE(one.size(), load.size());
    for (std::size_t i = 0; i < load.size(); ++i) {
      QCOMPARE(one[i].start, two[i].start);
      QCOMPARE(one[i].end, two[i].end);
    }
    QCOMPARE(changed.bytesOut(), changed.bytesIn());
  }
}

void LinkRatesTest::theLatencyIsTheTracesIfItHasOne() {
  Link link({1e6}, SimTime{5});
  link.setTrace(trace({{.bandwidth = {1e6}}}, {}), SimTime{0});
  QCOMPARE(link.latencyAt(SimTime{3}), SimTime{5});
  link.setTrace(trace({{.bandwidth = {1e6}, .latency = SimTime{7}},
                       {.time = SimTime{10}, .bandwidth = {1e6}, .latency = SimTime{9}}},
                      {}),
                SimTime{0});
  QCOMPARE(link.latencyAt(SimTime{9}), SimTime{7});
  QCOMPARE(link.latencyAt(SimTime{10}), SimTime{9});
  QCOMPARE(link.latency(), SimTime{5});
}

void LinkRatesTest::moreBandwidthIsNeverLater() {
  Random random(2, telegrad::Purpose::Test);
  for (int repeat = 0; repeat < 100; ++repeat) {
    const auto load = randomLoad(random, 100, 50'000, 2000);
    auto steps = randomSteps(random, 20, 100'000);
    const SimTime period = steps.back().time + SimTime{5'000};
    Link less({1e4}, SimTime{0});
    less.setTrace(trace(steps, period), SimTime{0});
    for (auto& step : steps)
      if (random.below(3) > 0) step.bandwidth.value += random.uniform(1.0, 1e8);
    Link more({1e4}, SimTime{0});
    more.setTrace(trace(steps, period), SimTime{0});
    const auto slow = drive(less, load);
    const auto fast = drive(more, load);
    for (std::size_t i = 0; i < load.size(); ++i) QVERIFY(fast[i].end <= slow[i].end);
  }
}

void LinkRatesTest::isFifoAndConservesWork() {
  Random random(3, telegrad::Purpose::Test);
  for (int repeat = 0; repeat < 100; ++repeat) {
    const auto load = randomLoad(random, 100, 50'000, 2000);
    const auto steps = randomSteps(random, 20, 100'000);
    const auto held = trace(steps, {});
    Link link({1e4}, SimTime{0});
    link.setTrace(held, SimTime{0});
    const auto done = drive(link, load);
    SimTime free{0};
    telegrad::Progress sinceIdle;  // all that was to be sent since the link was idle
    for (std::size_t i = 0; i < load.size(); ++i) {
      QCOMPARE(done[i].message, static_cast<std::uint32_t>(i));
      QCOMPARE(done[i].start, std::max(free, load[i].arrival));  // never idle while one waits
      if (load[i].arrival >= free) sinceIdle = {load[i].arrival, {}};
      free = done[i].end;
      // All has left by the end, and not all a nanosecond before.
      sinceIdle.left.value += telegrad::workOf({load[i].bytes}).value;
      QVERIFY(held->send(sinceIdle, free).left.value == 0);
      if (free > done[i].start) QVERIFY(held->send(sinceIdle, free - SimTime{1}).left.value > 0);
    }
    QCOMPARE(link.bytesIn(), link.bytesOut());
    QCOMPARE(link.queued(), Bytes{0});
  }
}

void LinkRatesTest::aStepThatIsJustLongEnoughIsLongEnough() {
  // 12 Mbit/s carry 3 x 500 B in the 1 ms that they last, a third of it each.
  const auto once = trace({{.bandwidth = {12e6}}, {.time = milliseconds(1), .bandwidth = {0.0}}},
                          milliseconds(1000));
  Link link({1e9}, SimTime{0});
  link.setTrace(once, SimTime{0});
  const auto done = drive(link, {{SimTime{0}, 500}, {SimTime{0}, 500}, {SimTime{0}, 500}});
  QCOMPARE(done[0].end, SimTime{333'334});
  QCOMPARE(done[1].end, SimTime{666'667});
  QCOMPARE(done[2].end, milliseconds(1));
  // The same with a rate that falls as the second message ends, and through pass().
  Link passed({1e9}, SimTime{0});
  passed.setTrace(once, SimTime{0});
  for (int i = 0; i < 3; ++i) QCOMPARE(passed.pass({500}, SimTime{0}).end, done[i].end);
  Link changed({12e6}, SimTime{0});
  const auto slower = drive(changed, {{SimTime{0}, 500}, {SimTime{0}, 500}, {SimTime{0}, 500}},
                            {{SimTime{666'667}, 6e6}});
  QCOMPARE(slower[2].end, SimTime{666'667 + 666'666});  // a third of a ns of 12 Mbit/s is two of 6
}

void LinkRatesTest::aCheckpointKeepsTheFractionOfANanosecond() {
  Link link({12e6}, SimTime{0});
  for (std::uint32_t i = 0; i < 3; ++i) link.arrive(i, {500}, SimTime{0});
  link.next(SimTime{333'334});
  telegrad::StateArchive saving;
  link.exchange(saving);
  const auto bytes = saving.takeBytes();
  telegrad::StateArchive loading(bytes);
  Link loaded({12e6}, SimTime{0});
  loaded.exchange(loading);
  QVERIFY(loading.isGood());
  loaded.next(SimTime{666'667});
  QCOMPARE(loaded.current().end, milliseconds(1));
}

void LinkRatesTest::mahimahisLinesByHand() {
  const auto link = [](const char* lines) {
    auto read = telegrad::parseMahimahi(lines, "lines");
    if (!read) qFatal("%s", read.error().message.c_str());
    Link made({1e4}, SimTime{0});
    made.setTrace(std::make_shared<const Trace>(*std::move(read)), SimTime{0});
    return made;
  };
  const auto ends = [](Link made, const Load& load) {
    Ends all;
    for (const auto& one : drive(made, load)) all.push_back(one.end);
    return all;
  };
  const auto at = [](const std::vector<std::int64_t>& times) {
    Ends all;
    for (const auto time : times) all.push_back(milliseconds(time));
    return all;
  };
  const SimTime zero{0};
  QCOMPARE(ends(link("1\n5\n"), {{zero, 500}, {SimTime{4'500'000}, 1500}}), at({1, 5}));
  // Three packets in one line; of the third that came too late for it, none.
  QCOMPARE(ends(link("1\n5\n"), {{zero, 500}, {zero, 500}, {zero, 500}}), at({1, 1, 1}));
  QCOMPARE(ends(link("1\n5\n"), {{zero, 500}, {zero, 500}, {milliseconds(1), 500}}), at({1, 1, 5}));
  // A packet in parts: 1500 B at 1, 500 B at 5, where the next has 1000 B; its rest at 5 + 1.
  QCOMPARE(ends(link("1\n5\n"), {{zero, 2000}, {zero, 1500}}), at({5, 6}));
  // Two lines in a millisecond, and a line 0 that comes with the last: 3000 B at 4, at 8 ...
  QCOMPARE(ends(link("0\n4\n"), {{zero, 1500}, {zero, 3000}, {zero, 1500}}), at({4, 8, 8}));
  // More than 1e15 bit/s over a nanosecond would be.
  std::string wide;
  for (int i = 0; i < 1000; ++i) wide += "2\n";
  QCOMPARE(ends(link(wide.c_str()), {{zero, 1'500'000}, {zero, 1}}), at({2, 4}));
}

void LinkRatesTest::leavesWithMahimahisLink_data() {
  QTest::addColumn<QList<qint64>>("lines");
  QTest::newRow("one a period") << QList<qint64>{4};
  QTest::newRow("several a millisecond") << QList<qint64>{1, 1, 1, 2, 5, 5, 6};
  QTest::newRow("long pauses") << QList<qint64>{3, 90, 90, 91, 200};
  Random random(4, telegrad::Purpose::Test);
  for (int i = 0; i < 20; ++i) {
    QList<qint64> lines{1 + static_cast<qint64>(random.below(5))};
    for (int j = 0; j < 40; ++j) lines << lines.last() + static_cast<qint64>(random.below(6)) / 2;
    QTest::addRow("at random %d", i) << lines;
  }
}

void LinkRatesTest::leavesWithMahimahisLink() {
  QFETCH(const QList<qint64>, lines);
  std::string text;
  for (const auto line : lines) text += std::to_string(line) + '\n';
  Random random(5, telegrad::Purpose::Test);
  Load load;
  SimTime time{0};
  for (int i = 0; i < 300; ++i) {
    // Now and then at the very instant of a line.
    time += SimTime{static_cast<std::int64_t>(random.below(16)) * 500'000};
    load.push_back({time, 1 + static_cast<std::int64_t>(random.below(3000))});
  }
  auto read = telegrad::parseMahimahi(text, "lines");
  QVERIFY(read.has_value());
  Link link({1e4}, SimTime{0});
  link.setTrace(std::make_shared<const Trace>(*std::move(read)), SimTime{0});
  const auto done = drive(link, load);
  const auto expected = mahimahi({lines.begin(), lines.end()}, load);
  for (std::size_t i = 0; i < load.size(); ++i) QCOMPARE(done[i].end, expected[i]);
}

QTEST_APPLESS_MAIN(LinkRatesTest)
#include "link_rates_test.moc"
