// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/link.h"

#include <cmath>
#include <deque>
#include <vector>

#include <QtTest>

#include "core/base/random.h"

using telegrad::BitsPerSecond;
using telegrad::Bytes;
using telegrad::Link;
using telegrad::SimTime;
using Transmission = telegrad::Link::Transmission;

class LinkTest : public QObject {
  Q_OBJECT
 private slots:
  void serialisationIsExactAndRoundedUp_data();
  void serialisationIsExactAndRoundedUp();
  void serialisationIsWithinANanosecondAtAnyRate();
  void sendsAtOnceWhenFree();
  void queuesInOrderOfArrival();
  void anEmptyMessageTakesNoTime();
  void newRateActsOnWhatHasNotBegun();
  void followsLindley();
  void backToBackEndsAreRoundedOnce();
  void passingIsArrivingInOrder();
};

void LinkTest::serialisationIsExactAndRoundedUp_data() {
  QTest::addColumn<qint64>("bytes");
  QTest::addColumn<double>("rate");
  QTest::addColumn<qint64>("nanoseconds");
  // By hand: 8e9 * bytes / rate, up.
  QTest::newRow("nothing") << qint64{0} << 1e9 << qint64{0};
  QTest::newRow("a byte at 1 Gbit/s") << qint64{1} << 1e9 << qint64{8};
  QTest::newRow("a byte at 3 Gbit/s: 2.67") << qint64{1} << 3e9 << qint64{3};
  QTest::newRow("a byte at 1 Tbit/s: 0.008") << qint64{1} << 1e12 << qint64{1};
  QTest::newRow("exactly whole: 250 kB at 10 Mbit/s")
      << qint64{250000} << 10e6 << qint64{200000000};
  QTest::newRow("3 B at 7 Mbit/s: 3428.57") << qint64{3} << 7e6 << qint64{3429};
  QTest::newRow("1 GB at 10 kbit/s") << qint64{1000000000} << 1e4 << qint64{800000000000000};
  // 1 PB at 1 Tbit/s, one byte more: a double of nanoseconds could not tell the two apart.
  QTest::newRow("1 PB") << qint64{1000000000000000} << 1e12 << qint64{8000000000000};
  QTest::newRow("1 PB and 1 B") << qint64{1000000000000001} << 1e12 << qint64{8000000000001};
  QTest::newRow("half a bit/s: 8e9 / 32768.5") << qint64{1} << 32768.5 << qint64{244137};
  QTest::newRow("whole with a fraction in the rate")
      << qint64{65537} << 32768.5 << qint64{16000000000};
}

void LinkTest::serialisationIsExactAndRoundedUp() {
  QFETCH(const qint64, bytes);
  QFETCH(const double, rate);
  QFETCH(const qint64, nanoseconds);
  QCOMPARE(qint64{telegrad::serialisationTime({bytes}, {rate}).count()}, nanoseconds);
}

void LinkTest::serialisationIsWithinANanosecondAtAnyRate() {
  telegrad::Random random(2, telegrad::Purpose::Test);
  for (int i = 0; i < 10000; ++i) {
    const double rate = std::pow(10.0, random.uniform(4.0, 12.0));
    const auto bytes = static_cast<std::int64_t>(random.below(1000000));
    const long double exact =
        8e9L * static_cast<long double>(bytes) / static_cast<long double>(rate);
    const auto got = static_cast<long double>(telegrad::serialisationTime({bytes}, {rate}).count());
    QVERIFY(got >= exact * (1.0L - 1e-17L));
    QVERIFY(got < exact * (1.0L + 1e-17L) + 1.0L);
  }
}

void LinkTest::sendsAtOnceWhenFree() {
  Link link({1e9}, SimTime{500});
  const auto sent = link.arrive(3, {100}, SimTime{1000});
  QVERIFY(sent.has_value());
  QCOMPARE(sent->message, 3U);
  QCOMPARE(sent->arrived, SimTime{1000});
  QCOMPARE(sent->start, SimTime{1000});
  QCOMPARE(sent->end, SimTime{1800});
  QVERIFY(link.isBusy());
  QVERIFY(!link.next(SimTime{1800}).has_value());
  QVERIFY(!link.isBusy());
  QCOMPARE(link.busyTime(), SimTime{800});
  QCOMPARE(link.bytesOut(), Bytes{100});
}

void LinkTest::queuesInOrderOfArrival() {
  Link link({1e9}, SimTime{0});
  QVERIFY(link.arrive(0, {100}, SimTime{0}).has_value());
  QVERIFY(!link.arrive(1, {10}, SimTime{5}).has_value());
  QVERIFY(!link.arrive(2, {1}, SimTime{6}).has_value());
  QCOMPARE(link.waiting(), std::size_t{2});
  QCOMPARE(link.queued(), Bytes{11});
  QCOMPARE(link.bytesIn(), Bytes{111});
  const auto second = link.next(SimTime{800});
  QCOMPARE(second->message, 1U);
  QCOMPARE(second->start, SimTime{800});
  QCOMPARE(second->end, SimTime{880});
  const auto third = link.next(SimTime{880});
  QCOMPARE(third->message, 2U);
  QCOMPARE(third->arrived, SimTime{6});
  QCOMPARE(third->end, SimTime{888});
  QVERIFY(!link.next(SimTime{888}).has_value());
  QCOMPARE(link.queued(), Bytes{0});
}

void LinkTest::anEmptyMessageTakesNoTime() {
  Link link({1e4}, SimTime{0});
  const auto sent = link.arrive(0, {0}, SimTime{9});
  QCOMPARE(sent->start, SimTime{9});
  QCOMPARE(sent->end, SimTime{9});
}

void LinkTest::newRateActsOnWhatHasNotBegun() {
  Link link({1e9}, SimTime{0});
  link.arrive(0, {100}, SimTime{0});
  link.arrive(1, {100}, SimTime{0});
  link.configure({2e9}, SimTime{7});
  QCOMPARE(link.current().end, SimTime{800});
  QCOMPARE(link.next(SimTime{800})->end, SimTime{1200});
  QCOMPARE(link.latency(), SimTime{7});
}

void LinkTest::followsLindley() {
  // start_i = max(arrival_i, end_{i-1}); long enough for the queue to be compacted many times.
  telegrad::Random random(3, telegrad::Purpose::Test);
  Link link({1e9}, SimTime{0});
  std::vector<SimTime> arrivals;
  std::vector<std::int64_t> sizes;
  std::int64_t clock = 0;
  for (int i = 0; i < 5000; ++i) {
    clock += static_cast<std::int64_t>(random.below(820));
    arrivals.push_back(SimTime{clock});
    sizes.push_back(static_cast<std::int64_t>(random.below(100)));
  }
  std::vector<Transmission> got;
  std::size_t next = 0;
  while (next < arrivals.size() || link.isBusy()) {
    std::optional<Transmission> begun;
    if (link.isBusy() && (next == arrivals.size() || link.current().end <= arrivals[next])) {
      begun = link.next(link.current().end);
    } else {
      begun = link.arrive(static_cast<std::uint32_t>(next), {sizes[next]}, arrivals[next]);
      ++next;
    }
    if (begun) got.push_back(*begun);
  }
  QCOMPARE(got.size(), arrivals.size());
  SimTime free{0};
  std::int64_t worked = 0;
  for (std::size_t i = 0; i < got.size(); ++i) {
    const SimTime start = std::max(free, arrivals[i]);
    free = start + SimTime{8 * sizes[i]};
    worked += 8 * sizes[i];
    QCOMPARE(got[i].message, static_cast<std::uint32_t>(i));
    QCOMPARE(got[i].start, start);
    QCOMPARE(got[i].end, free);
  }
  QCOMPARE(link.busyTime(), SimTime{worked});
  QCOMPARE(link.bytesIn(), link.bytesOut());
  QCOMPARE(link.waiting(), std::size_t{0});
}

namespace {

struct Arrival {
  SimTime time{};
  Bytes size;
};

/// Now and then a pause, now and then two at once.
std::vector<Arrival> randomArrivals(std::uint64_t seed) {
  telegrad::Random random(seed, telegrad::Purpose::Test);
  std::vector<Arrival> arrivals;
  SimTime clock{0};
  for (int i = 0; i < 5000; ++i) {
    clock += SimTime{static_cast<std::int64_t>(random.below(11'000))};
    arrivals.push_back({clock, {static_cast<std::int64_t>(random.below(100))}});
  }
  return arrivals;
}

}  // namespace

void LinkTest::backToBackEndsAreRoundedOnce() {
  // 1000 messages that are all there at 0: the last ends when their sum would, and each after as
  // much as is before it, up to the next nanosecond. At 77 Mbit/s a byte takes 103.896 ns.
  Link link({77e6}, SimTime{0});
  for (std::uint32_t i = 0; i < 1000; ++i) link.arrive(i, {1001}, SimTime{0});
  for (std::int64_t i = 1; i <= 1000; ++i) {
    const std::int64_t exact = 8'000 * 1001 * i;  // over 77
    QCOMPARE(link.current().end, SimTime{(exact + 76) / 77});
    link.next(link.current().end);
  }
  // Less than a nanosecond's worth each: 3 Gbit/s carry 0.375 B in it.
  Link fast({3e12}, SimTime{0});
  for (std::uint32_t i = 0; i < 1000; ++i) fast.arrive(i, {100}, SimTime{0});
  for (std::int64_t i = 1; i <= 1000; ++i) {
    QCOMPARE(fast.current().end, SimTime{(800 * i + 2999) / 3000});
    fast.next(fast.current().end);
  }
}

void LinkTest::passingIsArrivingInOrder() {
  // Lindley in 77ths of a nanosecond, rounded up only where it is compared.
  const auto arrivals = randomArrivals(4);
  Link link({77e6}, SimTime{0});
  std::int64_t free = 0;
  for (const auto& [time, size] : arrivals) {
    free = std::max(free, 77 * time.count()) + 8'000 * size.value;
    QCOMPARE(link.pass(size, time).end, SimTime{(free + 76) / 77});
  }
  Link driven({77e6}, SimTime{0});
  free = 0;
  std::size_t next = 0;
  std::vector<SimTime> ends;
  while (next < arrivals.size() || driven.isBusy()) {
    // Of an arrival and an end at once now the one is first, now the other: it is the same.
    const SimTime end = driven.isBusy() ? driven.current().end : SimTime::max();
    const bool isFirst = next % 2 == 0 ? next < arrivals.size() && arrivals[next].time < end
                                       : next < arrivals.size() && arrivals[next].time <= end;
    if (isFirst) {
      driven.arrive(static_cast<std::uint32_t>(next), arrivals[next].size, arrivals[next].time);
      ++next;
    } else {
      ends.push_back(end);
      driven.next(end);
    }
  }
  QCOMPARE(ends.size(), arrivals.size());
  for (std::size_t i = 0; i < ends.size(); ++i) {
    free = std::max(free, 77 * arrivals[i].time.count()) + 8'000 * arrivals[i].size.value;
    QCOMPARE(ends[i], SimTime{(free + 76) / 77});
  }
}

QTEST_APPLESS_MAIN(LinkTest)
#include "link_test.moc"
