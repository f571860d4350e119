// SPDX-License-Identifier: GPL-3.0-or-later
// What holds of every load on a fabric, whatever it is: RapidCheck (librapidcheck-dev) makes the
// loads, always the same ones, and shrinks one that fails to the smallest that still does.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <tuple>
#include <vector>

#include <QtTest>

#include "core/net/fabric.h"

#ifdef TELEGRAD_HAS_RAPIDCHECK
#include <rapidcheck.h>

class FabricPropertiesTest : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { qputenv("RC_PARAMS", "seed=20020 max_success=300"); }
  void oneLinkIsAWorkConservingQueue();
  void moreBandwidthIsNeverLaterOnOneLink();
  void noOneIsEarlierThanItsLinksAllow();
  void workersAreAlike();
  void aNewRateCountsAtOnce();
  void whatIsTakenIsSentOrWaits();
  void fairSharesDeliverEverythingWithinCapacity();
};

namespace {

using telegrad::Bytes;
using telegrad::Discipline;
using telegrad::Fabric;
using telegrad::SimTime;

struct Sent {
  SimTime time{};
  std::uint32_t worker = 0;
  std::int64_t bytes = 0;
};

constexpr std::uint32_t kWorkers = 4;

/// Up to a hundred messages within 10 ms, in order of time, no two at the same nanosecond.
std::vector<Sent> someMessages() {
  const auto raw = *rc::gen::container<std::vector<std::tuple<int, int, int>>>(
      rc::gen::tuple(rc::gen::inRange(0, 10'000'000),
                     rc::gen::inRange(0, static_cast<int>(kWorkers)), rc::gen::inRange(0, 20'000)));
  std::vector<Sent> sent;
  for (const auto& [time, worker, bytes] : raw)
    sent.push_back({SimTime{time}, static_cast<std::uint32_t>(worker), bytes});
  std::ranges::sort(sent, {}, &Sent::time);
  for (std::size_t i = 1; i < sent.size(); ++i)
    sent[i].time = std::max(sent[i].time, sent[i - 1].time + SimTime{1});
  return sent;
}

/// Bit/s: 1 Mbit/s to 1 Gbit/s.
double someRate() {
  return 1e6 * *rc::gen::inRange(1, 1001);
}

/// Workers' own links into one that they share.
struct Incast {
  Fabric fabric;
  std::vector<Fabric::RouteId> routes;
  Fabric::LinkId shared = 0;

  explicit Incast(double own, double together, SimTime latency = SimTime{0}) {
    std::vector<Fabric::LinkId> links;
    for (std::uint32_t m = 0; m < kWorkers; ++m) links.push_back(fabric.addLink({own}, latency));
    shared = fabric.addLink({together}, SimTime{0});
    for (const auto link : links) routes.push_back(fabric.addRoute(std::vector{link, shared}));
  }
};

void runAll(Fabric& fabric) {
  while (fabric.runToDelivery()) {
  }
}

/// How long each of the rates below counts; the last one for ever.
constexpr SimTime kRateLasts{1'500'000};

/// When each message's last bit has left a link of those rates, one after the other, in doubles.
std::vector<double> departures(const std::vector<Sent>& sent, const std::vector<double>& rates) {
  std::vector<double> ends;
  double now = 0.0;
  for (const auto& message : sent) {
    now = std::max(now, static_cast<double>(message.time.count()));
    double bits = 8.0 * static_cast<double>(message.bytes);
    while (true) {
      const auto lasts = static_cast<double>(kRateLasts.count());
      const auto k = std::min(rates.size() - 1, static_cast<std::size_t>(now / lasts));
      const double until = k + 1 < rates.size() ? static_cast<double>(k + 1) * lasts : INFINITY;
      const double end = now + 1e9 * bits / rates[k];
      if (end <= until) {
        now = end;
        break;
      }
      bits -= rates[k] * 1e-9 * (until - now);
      now = until;
    }
    ends.push_back(now);
  }
  return ends;
}

}  // namespace

void FabricPropertiesTest::oneLinkIsAWorkConservingQueue() {
  QVERIFY(rc::check([] {
    const auto sent = someMessages();
    const double rate = someRate();
    const SimTime latency{*rc::gen::inRange(0, 1'000'000)};
    Fabric fabric;
    const auto link = fabric.addLink({rate}, latency);
    const auto route = fabric.addRoute(std::vector{link});
    for (const auto& message : sent) fabric.send(route, message.time, {message.bytes});
    runAll(fabric);
    // Every message's serialisation is rounded up to a nanosecond.
    const auto expected = departures(sent, {rate});
    for (std::uint32_t i = 0; i < sent.size(); ++i) {
      const auto left = static_cast<double>((fabric.delivery(i).end - latency).count());
      RC_ASSERT(left >= expected[i] - 1e-3);
      RC_ASSERT(left <= expected[i] + static_cast<double>(i) + 1.0);
      if (i > 0) RC_ASSERT(fabric.delivery(i).end >= fabric.delivery(i - 1).end);
    }
  }));
}

void FabricPropertiesTest::moreBandwidthIsNeverLaterOnOneLink() {
  QVERIFY(rc::check([] {
    const auto sent = someMessages();
    const double rate = someRate();
    const double factor = 1.0 + 0.01 * *rc::gen::inRange(0, 1000);
    Fabric slow;
    Fabric fast;
    const auto slowRoute = slow.addRoute(std::vector{slow.addLink({rate}, SimTime{5})});
    const auto fastRoute = fast.addRoute(std::vector{fast.addLink({rate * factor}, SimTime{5})});
    for (const auto& message : sent) {
      slow.send(slowRoute, message.time, {message.bytes});
      fast.send(fastRoute, message.time, {message.bytes});
    }
    runAll(slow);
    runAll(fast);
    for (std::uint32_t i = 0; i < sent.size(); ++i)
      RC_ASSERT(fast.delivery(i).end <= slow.delivery(i).end);
  }));
}

void FabricPropertiesTest::noOneIsEarlierThanItsLinksAllow() {
  QVERIFY(rc::check([] {
    const auto sent = someMessages();
    const double own = someRate();
    const double together = someRate();
    const SimTime latency{*rc::gen::inRange(0, 1'000'000)};
    Incast incast(own, together, latency);
    for (const auto& message : sent)
      incast.fabric.send(incast.routes[message.worker], message.time, {message.bytes});
    runAll(incast.fabric);
    for (std::uint32_t i = 0; i < sent.size(); ++i) {
      const auto& delivery = incast.fabric.delivery(i);
      const double alone = 8e9 * static_cast<double>(sent[i].bytes) * (1.0 / own + 1.0 / together) +
                           static_cast<double>(latency.count());
      RC_ASSERT(static_cast<double>((delivery.end - sent[i].time).count()) >= alone - 1e-3);
      RC_ASSERT(delivery.start == sent[i].time);
      RC_ASSERT(delivery.end - delivery.start ==
                delivery.queueing + delivery.serialisation + delivery.propagation);
    }
    // The shared link is never busy for less than its bytes take.
    const auto& shared = incast.fabric.link(incast.shared);
    RC_ASSERT(static_cast<double>(shared.busyTime().count()) >=
              8e9 * static_cast<double>(shared.bytesOut().value) / together - 1e-3);
  }));
}

void FabricPropertiesTest::workersAreAlike() {
  QVERIFY(rc::check([] {
    const auto sent = someMessages();
    const double own = someRate();
    const double together = someRate();
    std::vector<std::uint32_t> names(kWorkers);
    for (std::uint32_t m = 0; m < kWorkers; ++m) names[m] = m;
    const int by = *rc::gen::inRange(0, static_cast<int>(kWorkers));
    std::rotate(names.begin(), names.begin() + by, names.end());
    Incast one(own, together);
    Incast other(own, together);
    for (const auto& message : sent) {
      one.fabric.send(one.routes[message.worker], message.time, {message.bytes});
      other.fabric.send(other.routes[names[message.worker]], message.time, {message.bytes});
    }
    runAll(one.fabric);
    runAll(other.fabric);
    std::vector<SimTime> ends;
    std::vector<SimTime> otherEnds;
    for (std::uint32_t i = 0; i < sent.size(); ++i) {
      ends.push_back(one.fabric.delivery(i).end);
      otherEnds.push_back(other.fabric.delivery(i).end);
    }
    RC_ASSERT(ends == otherEnds);
  }));
}

void FabricPropertiesTest::aNewRateCountsAtOnce() {
  QVERIFY(rc::check([] {
    const auto sent = someMessages();
    std::vector<double> rates;
    for (int k = 0; k < 10; ++k) rates.push_back(someRate());
    Fabric fabric;
    const auto link = fabric.addLink({rates.front()}, SimTime{0});
    const auto route = fabric.addRoute(std::vector{link});
    for (const auto& message : sent) fabric.send(route, message.time, {message.bytes});
    for (std::size_t k = 1; k < rates.size(); ++k) {
      const SimTime now = static_cast<std::int64_t>(k) * kRateLasts;
      while (fabric.runToDelivery(now)) {
      }
      fabric.configure(link, {rates[k]}, SimTime{0}, now);
    }
    runAll(fabric);
    const auto expected = departures(sent, rates);
    for (std::uint32_t i = 0; i < sent.size(); ++i) {
      const auto left = static_cast<double>(fabric.delivery(i).end.count());
      RC_ASSERT(left >= expected[i] - 1e-3);
      // Rounded up by less than a nanosecond a message, which at another rate may be a thousand.
      RC_ASSERT(left <= expected[i] + 1e3 * (static_cast<double>(i) + 1.0));
    }
    RC_ASSERT(fabric.link(link).bytesOut() == fabric.link(link).bytesIn());
  }));
}

void FabricPropertiesTest::whatIsTakenIsSentOrWaits() {
  QVERIFY(rc::check([] {
    const auto sent = someMessages();
    Incast incast(someRate(), someRate());
    auto& fabric = incast.fabric;
    const Bytes limit{*rc::gen::inRange(0, 50'000)};
    fabric.setRules({.retransmission = {SimTime{200'000}, SimTime{5'000'000}}});
    fabric.impair(incast.shared, {.queueLimit = limit}, SimTime{0});
    std::int64_t bytes = 0;
    std::int64_t largest = 0;
    for (const auto& message : sent) {
      fabric.send(incast.routes[message.worker], message.time, {message.bytes});
      bytes += message.bytes;
      largest = std::max(largest, message.bytes);
    }
    const auto& shared = fabric.link(incast.shared);
    while (fabric.runToDelivery()) {
      const std::int64_t under = shared.bytesIn().value - shared.bytesOut().value;
      RC_ASSERT(under >= shared.queued().value);
      RC_ASSERT(under <= shared.queued().value + largest);
      RC_ASSERT(shared.queued().value <= limit.value);
    }
    RC_ASSERT(shared.bytesIn().value == bytes);
    RC_ASSERT(shared.bytesOut().value == bytes);
    // What came over the workers' links: all that was taken, and all that was dropped.
    std::int64_t came = 0;
    for (Fabric::LinkId id = 0; id < fabric.links(); ++id)
      if (id != incast.shared) came += fabric.link(id).bytesOut().value;
    RC_ASSERT(came == bytes + shared.bytesDropped().value);
  }));
}

void FabricPropertiesTest::fairSharesDeliverEverythingWithinCapacity() {
  QVERIFY(rc::check([] {
    const auto sent = someMessages();
    const double own = someRate();
    const double together = someRate();
    Incast incast(own, together);
    auto& fabric = incast.fabric;
    fabric.setRules({.discipline = Discipline::Fair});
    std::int64_t bytes = 0;
    for (const auto& message : sent) {
      fabric.send(incast.routes[message.worker], message.time, {message.bytes});
      bytes += message.bytes;
    }
    const double narrowest = std::min(own, together);
    const SimTime begin = sent.empty() ? SimTime{0} : sent.front().time;
    while (const auto message = fabric.runToDelivery()) {
      const double most = together * 1e-9 * static_cast<double>((fabric.now() - begin).count());
      RC_ASSERT(8.0 * static_cast<double>(fabric.link(incast.shared).bytesOut().value) <=
                most * (1.0 + 1e-9) + 1.0 + together * 1e-9);
      const double alone = 8e9 * static_cast<double>(sent[*message].bytes) / narrowest;
      const auto& delivery = fabric.delivery(*message);
      RC_ASSERT(static_cast<double>((delivery.end - delivery.start).count()) >= alone - 1.0);
    }
    RC_ASSERT(fabric.link(incast.shared).bytesOut().value == bytes);
  }));
}
#else

class FabricPropertiesTest : public QObject {
  Q_OBJECT
 private slots:
  void everything() {
    QSKIP("RapidCheck (librapidcheck-dev) was not there when this was built: no loads to try");
  }
};

#endif

QTEST_APPLESS_MAIN(FabricPropertiesTest)
#include "fabric_properties_test.moc"
