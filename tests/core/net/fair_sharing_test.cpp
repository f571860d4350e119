// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/fair_sharing.h"

#include <array>
#include <cmath>
#include <map>

#include <QtTest>

#include "core/base/random.h"

using telegrad::FairSharing;
using telegrad::Random;
using telegrad::SimTime;

class FairSharingTest : public QObject {
  Q_OBJECT
 private slots:
  void manyToOne();
  void oneToMany();
  void unequalAccessLinksByHand();
  void aLaterFlowTakesItsShare();
  void aNewCapacityActsAtOnce();
  void emptyFlowsAndEmptyLinks();
  void theLastEndIsFifosLastEnd();
  void ratesAreMaxMinFairOnRandomStars();
  void ratesAreThoseOfNaiveFilling();
  void theOrderOfFlowsDoesNotMatter();
};

namespace {

using Route = std::vector<FairSharing::LinkId>;
struct Flow {
  SimTime start{};
  std::int64_t bytes = 0;
  Route route;
};
using Flows = std::vector<Flow>;
using Capacities = std::vector<double>;

SimTime milliseconds(std::int64_t count) {
  return SimTime{count * 1'000'000};
}

FairSharing sharing(const Capacities& capacities) {
  FairSharing shared;
  for (const double capacity : capacities) shared.addLink({capacity});
  return shared;
}

/// Drives flows, sorted by start, to their ends; `look` sees the state after every change.
template <typename Look>
std::vector<SimTime> drive(FairSharing& shared, const Flows& flows, Look look) {
  std::vector<SimTime> ends(flows.size());
  std::size_t next = 0;
  while (next < flows.size() || shared.active() > 0) {
    const auto end = shared.nextEnd();
    if (next < flows.size() && (!end || flows[next].start < *end)) {
      const auto& flow = flows[next];
      shared.begin(static_cast<std::uint32_t>(next), flow.route, {flow.bytes}, flow.start);
      ++next;
    } else {
      for (const auto flow : shared.advance(*end)) ends[flow] = *end;
    }
    look(next);
  }
  return ends;
}

std::vector<SimTime> endsOf(const Capacities& capacities, const Flows& flows) {
  auto shared = sharing(capacities);
  return drive(shared, flows, [](std::size_t) {});
}

bool isNear(SimTime read, SimTime expected) {
  return std::abs((read - expected).count()) <= 1;
}

/// Workers' links 0 ... M-1 and the server's, M; each flow goes from a worker to the server.
struct Star {
  Capacities capacities;
  Flows flows;
};

Star randomStar(Random& random, std::size_t workers, std::size_t count) {
  Star star;
  for (std::size_t i = 0; i <= workers; ++i)
    star.capacities.push_back(std::pow(10.0, random.uniform(6.0, 9.0)));
  SimTime time{0};
  for (std::size_t i = 0; i < count; ++i) {
    const auto worker = static_cast<FairSharing::LinkId>(random.below(workers));
    const auto server = static_cast<FairSharing::LinkId>(workers);
    star.flows.push_back({time, 1 + static_cast<std::int64_t>(random.below(1'000'000)),
                          random.below(10) == 0 ? Route{worker} : Route{worker, server}});
    if (random.below(3) > 0) time += SimTime{static_cast<std::int64_t>(random.below(20'000'000))};
  }
  return star;
}

/// What each link carries at these rates.
std::vector<double> loadOf(const Star& star, const std::map<std::size_t, double>& rates) {
  std::vector<double> load(star.capacities.size());
  for (const auto& [flow, rate] : rates)
    for (const auto link : star.flows[flow].route) load[link] += rate;
  return load;
}

/// Rates that all rise by small equal steps, a flow's until a link of it would be too full.
std::map<std::size_t, double> naiveFilling(const Star& star, const std::vector<std::size_t>& on,
                                           double step) {
  std::map<std::size_t, double> rates;
  std::map<std::size_t, bool> stays;
  for (const auto flow : on) rates[flow] = 0.0;
  for (std::size_t staying = 0; staying < on.size();) {
    for (const auto flow : on) {
      if (stays[flow]) continue;
      rates[flow] += step;
      const auto load = loadOf(star, rates);
      for (const auto link : star.flows[flow].route)
        stays[flow] |= load[link] > star.capacities[link];
      if (!stays[flow]) continue;
      rates[flow] -= step;
      ++staying;
    }
  }
  return rates;
}

}  // namespace

void FairSharingTest::manyToOne() {
  // N equal flows over a narrow ingress: all at N S / B.
  for (const std::size_t n : {1U, 2U, 7U, 100U}) {
    Capacities capacities(n + 1, 1e9);
    capacities[n] = 50e6;
    Flows flows;
    for (std::uint32_t i = 0; i < n; ++i)
      flows.push_back({SimTime{0}, 1'000'000, {i, static_cast<FairSharing::LinkId>(n)}});
    const auto expected = milliseconds(static_cast<std::int64_t>(160 * n));
    for (const auto end : endsOf(capacities, flows)) QVERIFY(isNear(end, expected));
  }
}

void FairSharingTest::oneToMany() {
  // A wide egress and narrow downlinks: each at S / downlink; a narrow egress shares.
  Flows flows;
  for (std::uint32_t i = 1; i <= 4; ++i) flows.push_back({SimTime{0}, 1'000'000, {0, i}});
  for (const auto end : endsOf({1e9, 50e6, 50e6, 50e6, 50e6}, flows))
    QVERIFY(isNear(end, milliseconds(160)));
  for (const auto end : endsOf({100e6, 50e6, 50e6, 50e6, 50e6}, flows))
    QVERIFY(isNear(end, milliseconds(320)));
}

void FairSharingTest::unequalAccessLinksByHand() {
  // Access 5, 10, 20, 40 and ingress 30 Mbit/s, 1 MB each. At first 5, 25/3, 25/3, 25/3. At 0.96 s
  // three end together; the first has 8 - 4.8 Mbit left, alone at 5 Mbit/s: 1.6 s.
  const Capacities capacities{5e6, 10e6, 20e6, 40e6, 30e6};
  Flows flows;
  for (std::uint32_t i = 0; i < 4; ++i) flows.push_back({SimTime{0}, 1'000'000, {i, 4}});
  auto shared = sharing(capacities);
  for (std::uint32_t i = 0; i < 4; ++i) shared.begin(i, flows[i].route, {1'000'000}, SimTime{0});
  QCOMPARE(shared.rate(0).value, 5e6);
  for (std::uint32_t i = 1; i < 4; ++i) QCOMPARE(shared.rate(i).value, 25e6 / 3.0);
  QCOMPARE(shared.rate(9).value, 0.0);
  const auto ends = endsOf(capacities, flows);
  QVERIFY(isNear(ends[0], milliseconds(1600)));
  for (std::size_t i = 1; i < 4; ++i) QVERIFY(isNear(ends[i], milliseconds(960)));
  // Wide enough, each at its own rate.
  const auto free = endsOf({5e6, 10e6, 20e6, 40e6, 100e6}, flows);
  for (std::size_t i = 0; i < 4; ++i) QVERIFY(isNear(free[i], milliseconds(1600 >> i)));
}

void FairSharingTest::aLaterFlowTakesItsShare() {
  // Alone for 4 ms of 8 (a byte a us), then two share: 4000 B left take 8 ms; of the second's
  // 6000 B 4000 have left then, and 2000 take 2 ms.
  const auto ends = endsOf({8e6}, {{SimTime{0}, 8000, {0}}, {milliseconds(4), 6000, {0}}});
  QVERIFY(isNear(ends[0], milliseconds(12)));
  QVERIFY(isNear(ends[1], milliseconds(14)));
}

void FairSharingTest::aNewCapacityActsAtOnce() {
  auto shared = sharing({8e6});
  shared.begin(0, Route{0}, {8000}, SimTime{0});
  shared.setCapacity(0, {80e6}, milliseconds(4));
  QVERIFY(isNear(*shared.nextEnd(), SimTime{4'400'000}));
  shared.setCapacity(0, {0.0}, SimTime{4'200'000});
  QVERIFY(!shared.nextEnd());
  shared.setCapacity(0, {8e6}, milliseconds(10));
  QVERIFY(isNear(*shared.nextEnd(), milliseconds(12)));
  // At its very end a flow ends, whatever happens to the link.
  const auto end = *shared.nextEnd();
  shared.setCapacity(0, {0.0}, end);
  QCOMPARE(*shared.nextEnd(), end);
  QCOMPARE(shared.advance(end).size(), std::size_t{1});
}

void FairSharingTest::emptyFlowsAndEmptyLinks() {
  auto shared = sharing({1e6, 0.0});
  QVERIFY(!shared.nextEnd());
  shared.begin(3, Route{1}, {0}, SimTime{5});
  QCOMPARE(*shared.nextEnd(), SimTime{5});
  const auto ended = shared.advance(SimTime{5});
  QCOMPARE(ended.size(), std::size_t{1});
  QCOMPARE(ended[0], 3U);
  shared.begin(4, Route{0, 1}, {1}, SimTime{6});
  QVERIFY(!shared.nextEnd());
  QCOMPARE(shared.active(), std::size_t{1});
}

void FairSharingTest::theLastEndIsFifosLastEnd() {
  // One link works without a pause in both disciplines.
  Random random(1, telegrad::Purpose::Test);
  for (int repeat = 0; repeat < 50; ++repeat) {
    Flows flows;
    double free = 0.0;  // nanoseconds; a bit each
    SimTime time{0};
    for (int i = 0; i < 40; ++i) {
      flows.push_back({time, static_cast<std::int64_t>(random.below(1000)), {0}});
      free = std::max(free, static_cast<double>(time.count())) +
             8.0 * static_cast<double>(flows.back().bytes);
      time += SimTime{static_cast<std::int64_t>(random.below(8000))};
    }
    const auto ends = endsOf({1e9}, flows);
    // Each end may be a nanosecond late.
    QVERIFY(std::abs(static_cast<double>(std::ranges::max(ends).count()) - free) <= 40.0);
  }
}

void FairSharingTest::ratesAreMaxMinFairOnRandomStars() {
  // What makes rates max-min fair: every flow has a link that is full and on which none is faster.
  Random random(2, telegrad::Purpose::Test);
  for (int repeat = 0; repeat < 60; ++repeat) {
    const auto star = randomStar(random, 1 + random.below(12), 60);
    auto shared = sharing(star.capacities);
    int states = 0;
    const auto ends = drive(shared, star.flows, [&](std::size_t begun) {
      std::map<std::size_t, double> rates;
      for (std::size_t i = 0; i < begun; ++i)
        if (const double rate = shared.rate(static_cast<std::uint32_t>(i)).value; rate > 0.0)
          rates[i] = rate;
      QCOMPARE(rates.size(), shared.active());
      const auto load = loadOf(star, rates);
      for (std::size_t i = 0; i < load.size(); ++i)
        QVERIFY(load[i] <= star.capacities[i] * (1.0 + 1e-12));
      for (const auto& [flow, rate] : rates) {
        bool held = false;
        for (const auto link : star.flows[flow].route) {
          bool fastest = load[link] >= star.capacities[link] * (1.0 - 1e-12);
          for (const auto& [other, theirs] : rates)
            for (const auto shares : star.flows[other].route)
              fastest &= shares != link || theirs <= rate * (1.0 + 1e-12);
          held |= fastest;
        }
        QVERIFY(held);
      }
      ++states;
    });
    QVERIFY(states >= 60);
    for (std::size_t i = 0; i < ends.size(); ++i) {
      double widest = 1e12;
      for (const auto link : star.flows[i].route) widest = std::min(widest, star.capacities[link]);
      const double alone = 8.0 * static_cast<double>(star.flows[i].bytes) / widest;
      QVERIFY(telegrad::seconds(ends[i] - star.flows[i].start) >= alone - 1e-9);
    }
  }
}

void FairSharingTest::ratesAreThoseOfNaiveFilling() {
  Random random(3, telegrad::Purpose::Test);
  for (int repeat = 0; repeat < 20; ++repeat) {
    const auto star = randomStar(random, 4, 8);
    auto shared = sharing(star.capacities);
    std::vector<std::size_t> on;
    for (std::uint32_t i = 0; i < star.flows.size(); ++i) {
      shared.begin(i, star.flows[i].route, {1'000'000'000}, SimTime{0});
      on.push_back(i);
    }
    const double step = std::ranges::min(star.capacities) / 2000.0;
    for (const auto& [flow, rate] : naiveFilling(star, on, step))
      QVERIFY(std::abs(shared.rate(static_cast<std::uint32_t>(flow)).value - rate) <= 8.0 * step);
  }
}

void FairSharingTest::theOrderOfFlowsDoesNotMatter() {
  Random random(4, telegrad::Purpose::Test);
  for (int repeat = 0; repeat < 20; ++repeat) {
    auto star = randomStar(random, 6, 40);
    for (auto& flow : star.flows) flow.start = SimTime{0};
    const auto ends = endsOf(star.capacities, star.flows);
    std::vector<std::uint32_t> order(star.flows.size());
    random.permutation(order);
    Flows shuffled;
    for (const auto i : order) shuffled.push_back(star.flows[i]);
    const auto again = endsOf(star.capacities, shuffled);
    for (std::size_t i = 0; i < order.size(); ++i)
      QVERIFY(std::abs((again[i] - ends[order[i]]).count()) <= 40);  // a nanosecond an end
  }
}

QTEST_APPLESS_MAIN(FairSharingTest)
#include "fair_sharing_test.moc"
