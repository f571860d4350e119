// SPDX-License-Identifier: GPL-3.0-or-later
// A fabric whose links are more than plain.
#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include <QtTest>

#include "core/base/random.h"
#include "core/net/fabric.h"
#include "core/net/token_bucket.h"

using telegrad::Bytes;
using telegrad::Connection;
using telegrad::Delivery;
using telegrad::Discipline;
using telegrad::Fabric;
using telegrad::Jitter;
using telegrad::LinkProfile;
using telegrad::LossModel;
using telegrad::Random;
using telegrad::SimTime;
using telegrad::Trace;
using telegrad::TraceStep;

class FabricImpairedTest : public QObject {
  Q_OBJECT
 private slots:
  void whatIsOffLeavesItPlain();
  void aBucketIsATokenBucket();
  void aBucketFollowsANewRate();
  void jitterIsThatOfItsStream_data();
  void jitterIsThatOfItsStream();
  void lossByHand();
  void whatIsMissingHoldsUpNobodyElse();
  void independentLossHasItsMean();
  void aTracesLossTakesThePlaceOfTheLinks();
  void aNewRateCountsForRepeatsToo();
  void aFullQueueDropsAndItIsSentAgain();
  void whatComesAsTheLinkIsFreeIsTaken();
  void bytesAddUpWithLimitedQueues();
  void aConnectionWaitsAsItsModel_data();
  void aConnectionWaitsAsItsModel();
  void aConnectionKeepsItsOrder();
  void fairSharesByHand();
  void fairSharesFeelANewRateAtOnce();
  void noFairLinkCarriesMoreThanItCan();
  void fairMessagesPayForLossAndSlowStart();
  void whatWillNeverArriveIsNoticed();
  void impairmentsMayBeginWhileMessagesAreUnderWay();
  void theSameSeedGivesTheSameTimes();
};

namespace {

constexpr SimTime kLatency{5'000'000};

SimTime milliseconds(std::int64_t count) {
  return SimTime{count * 1'000'000};
}

std::shared_ptr<const Trace> trace(std::vector<TraceStep> steps) {
  auto made = Trace::from(std::move(steps), std::nullopt, "by hand");
  if (!made) qFatal("%s", made.error().message.c_str());
  return std::make_shared<const Trace>(*std::move(made));
}

/// Every message delivered, in their order.
std::vector<std::uint32_t> runAll(Fabric& fabric) {
  std::vector<std::uint32_t> order;
  while (const auto message = fabric.runToDelivery()) order.push_back(*message);
  return order;
}

bool addsUp(const Delivery& delivery) {
  return delivery.end - delivery.start ==
         delivery.queueing + delivery.serialisation + delivery.propagation;
}

/// One link of 1000 ns a byte and a route over it.
struct Single {
  Fabric fabric;
  Fabric::LinkId link = fabric.addLink({8e6}, kLatency);
  Fabric::RouteId route = fabric.addRoute(std::array{link});
};

/// Links of 1000 ns a byte into a shared one of as much; routes over them.
struct Incast {
  explicit Incast(std::size_t sources, double shared = 8e6) {
    into = fabric.addLink({shared}, SimTime{0});
    for (std::size_t i = 0; i < sources; ++i) {
      links.push_back(fabric.addLink({8e6}, kLatency));
      routes.push_back(fabric.addRoute(std::array{links.back(), into}));
    }
  }
  Fabric fabric;
  Fabric::LinkId into = 0;
  std::vector<Fabric::LinkId> links;
  std::vector<Fabric::RouteId> routes;
};

/// Every packet at an odd place is lost.
constexpr LossModel kEveryOther{1.0, 1.0, 0.0, 1.0};

}  // namespace

void FabricImpairedTest::whatIsOffLeavesItPlain() {
  Single single;
  single.fabric.setRules({});
  single.fabric.impair(single.link, {}, SimTime{0});
  single.fabric.follow(single.link, trace({{.bandwidth = {1e6}}}), SimTime{0});
  QVERIFY(single.fabric.isPlain());
  single.fabric.impair(single.link, {.bucket = {1}}, SimTime{0});
  QVERIFY(!single.fabric.isPlain());
}

void FabricImpairedTest::aBucketIsATokenBucket() {
  Random random(1, telegrad::Purpose::Test);
  for (int round = 0; round < 50; ++round) {
    const Bytes depth{static_cast<std::int64_t>(1 + random.below(20'000))};
    const telegrad::BitsPerSecond rate{random.uniform(1e6, 1e8)};
    Fabric fabric;
    const auto link = fabric.addLink(rate, SimTime{0});
    const auto route = fabric.addRoute(std::array{link});
    fabric.impair(link, {.bucket = depth}, SimTime{0});
    telegrad::TokenBucket bucket(rate, depth);
    std::vector<SimTime> ends;
    SimTime time{0};
    for (int i = 0; i < 100; ++i) {
      time += SimTime{static_cast<std::int64_t>(random.below(3'000'000))};
      const Bytes size{static_cast<std::int64_t>(random.below(15'000))};
      fabric.send(route, time, size);
      ends.push_back(bucket.send(time, size));
    }
    runAll(fabric);
    for (std::uint32_t i = 0; i < 100; ++i) {
      QCOMPARE(fabric.delivery(i).end, ends[i]);
      QVERIFY(addsUp(fabric.delivery(i)));
    }
  }
  // (N S - depth) / rate.
  Single burst;
  burst.fabric.impair(burst.link, {.bucket = {1500}}, SimTime{0});
  for (int i = 0; i < 4; ++i) burst.fabric.send(burst.route, SimTime{0}, {1000});
  runAll(burst.fabric);
  QCOMPARE(burst.fabric.delivery(3).end, SimTime{(4 * 1000 - 1500) * 1000} + kLatency);
}

void FabricImpairedTest::aBucketFollowsANewRate() {
  Single single;
  auto& fabric = single.fabric;
  fabric.impair(single.link, {.bucket = {1000}}, SimTime{0});
  fabric.send(single.route, SimTime{0}, {3000});  // 1000 B at once, 2000 B in 2 ms
  QVERIFY(!fabric.runToDelivery(milliseconds(1)));
  fabric.configure(single.link, {16e6}, SimTime{0}, milliseconds(1));  // 1000 B left: 0.5 ms
  fabric.send(single.route, SimTime{1'750'000}, {600});  // 500 B have flowed in since: 100 B, 50 us
  fabric.send(single.route, SimTime{2'000'000}, {600});  // in 200 us 400 B
  runAll(fabric);
  QCOMPARE(fabric.delivery(0).end, SimTime{1'500'000});
  QCOMPARE(fabric.delivery(1).end, SimTime{1'800'000});
  QCOMPARE(fabric.delivery(2).end, SimTime{2'100'000});
  QCOMPARE(fabric.link(single.link).bytesOut(), Bytes{4200});
}

void FabricImpairedTest::jitterIsThatOfItsStream_data() {
  QTest::addColumn<bool>("keepsOrder");
  QTest::newRow("keeps the order") << true;
  QTest::newRow("may overtake") << false;
}

void FabricImpairedTest::jitterIsThatOfItsStream() {
  QFETCH(const bool, keepsOrder);
  const Jitter jitter{Jitter::Kind::Uniform, milliseconds(4), keepsOrder};
  Single single;
  auto& fabric = single.fabric;
  fabric.setRules({.seed = 7, .firstStream = 3});
  fabric.impair(single.link, {.jitter = jitter}, SimTime{0});
  telegrad::Propagation propagation(jitter, 7, 3 + single.link);
  for (int i = 0; i < 300; ++i) fabric.send(single.route, SimTime{0}, {500});
  const auto order = runAll(fabric);
  for (std::uint32_t i = 0; i < 300; ++i) {
    const SimTime left{500'000 * static_cast<std::int64_t>(i + 1)};
    QCOMPARE(fabric.delivery(i).end, propagation.arrival(left, kLatency));
    QVERIFY(addsUp(fabric.delivery(i)));
  }
  QCOMPARE(std::ranges::is_sorted(order), keepsOrder);
}

void FabricImpairedTest::lossByHand() {
  // Of 8 packets 4 are lost, then 2, 1 and 1 again (packet_loss_test): 16 are sent in 5 rounds.
  Single single;
  auto& fabric = single.fabric;
  fabric.setRules({.packet = {100}});
  fabric.impair(single.link, {.loss = kEveryOther}, SimTime{0});
  fabric.send(single.route, SimTime{0}, {800});
  runAll(fabric);
  const auto& delivery = fabric.delivery(0);
  QCOMPARE(delivery.serialisation, SimTime{1600 * 1000});
  QCOMPARE(delivery.propagation, kLatency + 4 * 2 * kLatency);
  QCOMPARE(delivery.end, delivery.serialisation + delivery.propagation);
  QCOMPARE(delivery.repeated, Bytes{800});
  QCOMPARE(fabric.link(single.link).bytesOut(), Bytes{1600});
  QCOMPARE(fabric.link(single.link).bytesIn(), Bytes{1600});
}

void FabricImpairedTest::whatIsMissingHoldsUpNobodyElse() {
  // The first one's only packet is lost once, and waits a round trip; the link is free meanwhile.
  Single single;
  auto& fabric = single.fabric;
  fabric.setRules({.packet = {100}});
  fabric.impair(single.link, {.loss = kEveryOther}, SimTime{0});
  const auto first = fabric.send(single.route, SimTime{0}, {100});
  QVERIFY(!fabric.runToDelivery(milliseconds(1)));
  fabric.impair(single.link, {}, milliseconds(1));
  const auto second = fabric.send(single.route, milliseconds(1), {100});
  QCOMPARE(runAll(fabric), (std::vector{second, first}));
  QCOMPARE(fabric.delivery(first).end, SimTime{200'000} + 3 * kLatency);
  QCOMPARE(fabric.delivery(second).end, SimTime{1'100'000} + kLatency);
}

void FabricImpairedTest::independentLossHasItsMean() {
  Single single;
  auto& fabric = single.fabric;
  fabric.setRules({.packet = {100}});
  fabric.impair(single.link, {.loss = LossModel::bernoulli(0.2)}, SimTime{0});
  constexpr int kMessages = 4000;
  for (int i = 0; i < kMessages; ++i) fabric.send(single.route, SimTime{0}, {5000});
  std::int64_t repeated = 0;
  for (const auto message : runAll(fabric)) repeated += fabric.delivery(message).repeated.value;
  const std::int64_t once = std::int64_t{kMessages} * 5000;
  QCOMPARE(fabric.link(single.link).bytesOut().value, once + repeated);
  // p / (1 - p) again; each packet's attempts have the variance p / (1 - p)^2.
  const double deviation = std::sqrt(0.2 / 0.64 / (kMessages * 50.0));
  QVERIFY(std::abs(static_cast<double>(repeated) / static_cast<double>(once) - 0.25) <
          5.0 * deviation);
}

void FabricImpairedTest::aTracesLossTakesThePlaceOfTheLinks() {
  Single single;
  auto& fabric = single.fabric;
  fabric.impair(single.link, {.loss = LossModel::bernoulli(0.5)}, SimTime{0});
  fabric.follow(single.link,
                trace({{.bandwidth = {8e6}, .loss = 0.0},
                       {.time = milliseconds(1000), .bandwidth = {8e6}, .loss = 0.5}}),
                SimTime{0});
  for (int i = 0; i < 20; ++i) fabric.send(single.route, SimTime{0}, {15'140});
  for (int i = 0; i < 20; ++i) fabric.send(single.route, milliseconds(2000), {15'140});
  runAll(fabric);
  std::int64_t before = 0;
  std::int64_t after = 0;
  for (std::uint32_t i = 0; i < 20; ++i) {
    before += fabric.delivery(i).repeated.value;
    after += fabric.delivery(20 + i).repeated.value;
  }
  QCOMPARE(before, std::int64_t{0});
  QVERIFY(after > 20 * 15'140 / 2 && after < 20 * 15'140 * 2);  // the mean is as much again
}

void FabricImpairedTest::aNewRateCountsForRepeatsToo() {
  Single single;
  auto& fabric = single.fabric;
  fabric.setRules({.packet = {100}});
  fabric.impair(single.link, {.loss = kEveryOther}, SimTime{0});
  fabric.send(single.route, SimTime{0}, {800});  // 1600 B
  QVERIFY(!fabric.runToDelivery(milliseconds(1)));
  fabric.configure(single.link, {80e6}, kLatency, milliseconds(1));  // 600 B at 100 ns
  runAll(fabric);
  QCOMPARE(fabric.delivery(0).serialisation, SimTime{1'060'000});
  QCOMPARE(fabric.link(single.link).bytesOut(), Bytes{1600});
}

void FabricImpairedTest::aFullQueueDropsAndItIsSentAgain() {
  Incast incast(3);
  auto& fabric = incast.fabric;
  fabric.setRules({.connection = telegrad::ConnectionModel::Kind::Ideal,
                   .retransmission = {milliseconds(20), milliseconds(100)}});
  fabric.impair(incast.into, {.queueLimit = Bytes{1000}}, SimTime{0});
  for (const auto route : incast.routes) fabric.send(route, SimTime{0}, {1000});
  // All three at the shared link after 1 ms and the latency: one is sent, one waits, one is dropped
  // and comes 20 ms later over its own link again.
  QCOMPARE(runAll(fabric), (std::vector<std::uint32_t>{0, 1, 2}));
  QCOMPARE(fabric.delivery(0).end, milliseconds(7));
  QCOMPARE(fabric.delivery(1).end, milliseconds(8));
  QCOMPARE(fabric.delivery(2).end, milliseconds(6 + 20 + 7));
  QCOMPARE(fabric.delivery(2).queueing, milliseconds(20));
  QCOMPARE(fabric.delivery(2).serialisation, milliseconds(3));
  QCOMPARE(fabric.delivery(2).propagation, 2 * kLatency);
  QCOMPARE(fabric.delivery(2).repeated, Bytes{1000});
  QCOMPARE(fabric.link(incast.links[2]).bytesOut(), Bytes{2000});
  QCOMPARE(fabric.link(incast.into).bytesDropped(), Bytes{1000});
  QCOMPARE(fabric.link(incast.into).bytesOut(), Bytes{3000});
  QCOMPARE(fabric.link(incast.into).takePeakQueued(), Bytes{1000});
  QCOMPARE(fabric.link(incast.into).takePeakQueued(), Bytes{0});
}

void FabricImpairedTest::whatComesAsTheLinkIsFreeIsTaken() {
  // Nothing may wait. The second message is there as the first has left, its arrival scheduled
  // before that end was; so nothing waits, and nothing is dropped.
  Single single;
  auto& fabric = single.fabric;
  fabric.impair(single.link, {.queueLimit = Bytes{0}}, SimTime{0});
  for (int i = 0; i < 3; ++i) fabric.send(single.route, milliseconds(i), {1000});
  runAll(fabric);
  for (std::uint32_t i = 0; i < 3; ++i)
    QCOMPARE(fabric.delivery(i).end, milliseconds(i + 1) + kLatency);
  QCOMPARE(fabric.link(single.link).bytesDropped(), Bytes{0});
  QCOMPARE(fabric.link(single.link).takePeakQueued(), Bytes{0});
}

void FabricImpairedTest::bytesAddUpWithLimitedQueues() {
  Random random(3, telegrad::Purpose::Test);
  for (int round = 0; round < 20; ++round) {
    Incast incast(5, 20e6);
    auto& fabric = incast.fabric;
    const Bytes limit{static_cast<std::int64_t>(random.below(20'000))};
    fabric.setRules({.retransmission = {milliseconds(3), milliseconds(50)}});
    for (Fabric::LinkId id = 0; id < fabric.links(); ++id)
      fabric.impair(id, {.loss = LossModel::bernoulli(0.02), .queueLimit = limit}, SimTime{0});
    std::int64_t sent = 0;
    for (int i = 0; i < 300; ++i) {
      const auto size = static_cast<std::int64_t>(random.below(8'000));
      sent += size;
      fabric.send(incast.routes[random.below(5)],
                  SimTime{static_cast<std::int64_t>(random.below(300'000'000))}, {size});
    }
    // With the slider of the shared link moved ten times meanwhile.
    std::set<std::uint32_t> delivered;
    for (int k = 1; k <= 10; ++k) {
      while (const auto message = fabric.runToDelivery(milliseconds(30 * k)))
        QVERIFY(delivered.insert(*message).second);
      std::int64_t waiting = fabric.link(incast.into).queued().value;
      QVERIFY(waiting <= limit.value);
      fabric.configure(incast.into, {random.uniform(5e6, 40e6)}, SimTime{0}, milliseconds(30 * k));
    }
    for (const auto message : runAll(fabric)) QVERIFY(delivered.insert(message).second);
    QCOMPARE(delivered.size(), std::size_t{300});
    std::int64_t repeated = 0;
    for (const auto message : delivered) {
      QVERIFY(addsUp(fabric.delivery(message)));
      repeated += fabric.delivery(message).repeated.value;
    }
    std::int64_t first = 0;
    for (const auto id : incast.links) {
      QCOMPARE(fabric.link(id).bytesIn(), fabric.link(id).bytesOut());
      first += fabric.link(id).bytesOut().value;
    }
    const auto& into = fabric.link(incast.into);
    QCOMPARE(into.bytesIn(), into.bytesOut());
    // What went over all links: each message once, and every repeat.
    QCOMPARE(first + into.bytesOut().value, 2 * sent + repeated);
    QVERIFY(into.bytesDropped().value > 0 || limit.value > 10'000);
  }
}

void FabricImpairedTest::aConnectionWaitsAsItsModel_data() {
  using Kind = telegrad::ConnectionModel::Kind;
  QTest::addColumn<int>("kind");
  QTest::newRow("cold") << static_cast<int>(Kind::Cold);
  QTest::newRow("warm") << static_cast<int>(Kind::Warm);
  QTest::newRow("idle reset") << static_cast<int>(Kind::IdleReset);
}

void FabricImpairedTest::aConnectionWaitsAsItsModel() {
  QFETCH(const int, kind);
  const auto connection = static_cast<telegrad::ConnectionModel::Kind>(kind);
  Random random(5, telegrad::Purpose::Test);
  Fabric fabric;
  const auto link = fabric.addLink({50e6}, milliseconds(40));
  const auto route = fabric.addRoute(std::array{link});
  fabric.setRules({.connection = connection, .packet = {1500}});
  Connection model({.kind = connection, .segmentPayload = 1500, .segmentWire = 1500});
  SimTime time{0};
  for (int i = 0; i < 200; ++i) {
    const Bytes size{1500 * static_cast<std::int64_t>(1 + random.below(300))};
    const auto message = fabric.send(route, time, size);
    QCOMPARE(runAll(fabric).size(), std::size_t{1});
    const auto& delivery = fabric.delivery(message);
    QCOMPARE(delivery.end, model.transfer(time, size, {50e6}, milliseconds(40)));
    QVERIFY(addsUp(delivery));
    time = delivery.end + SimTime{static_cast<std::int64_t>(random.below(1'500'000'000))};
    fabric.forget(message);
  }
}

void FabricImpairedTest::aConnectionKeepsItsOrder() {
  // The first, long one waits for acknowledgements; the short one behind it does not, and does not
  // overtake all the same. On a route of its own it does.
  Fabric fabric;
  const auto link = fabric.addLink({1e9}, milliseconds(20));
  const auto route = fabric.addRoute(std::array{link});
  const auto other = fabric.addRoute(std::array{link});
  fabric.setRules({.connection = telegrad::ConnectionModel::Kind::Cold});
  const auto longer = fabric.send(route, SimTime{0}, {100'000});
  const auto behind = fabric.send(route, SimTime{0}, {100});
  const auto apart = fabric.send(other, SimTime{0}, {100});
  QCOMPARE(runAll(fabric), (std::vector{apart, longer, behind}));
  QCOMPARE(fabric.delivery(behind).end, fabric.delivery(longer).end);
  QCOMPARE(fabric.delivery(apart).end, SimTime{801'600} + milliseconds(20));
}

void FabricImpairedTest::fairSharesByHand() {
  // 8 Mbit/s shared by two, then by one: 1000 B each in 2 ms, then 1000 B more in 1 ms.
  Incast incast(2, 8e6);
  auto& fabric = incast.fabric;
  fabric.setRules({.discipline = Discipline::Fair});
  fabric.send(incast.routes[0], SimTime{0}, {1000});
  fabric.send(incast.routes[1], SimTime{0}, {2000});
  QCOMPARE(runAll(fabric), (std::vector<std::uint32_t>{0, 1}));
  QCOMPARE(fabric.delivery(0).end, milliseconds(2) + kLatency);
  QCOMPARE(fabric.delivery(1).end, milliseconds(3) + kLatency);
  QCOMPARE(fabric.delivery(1).serialisation, milliseconds(2));
  QCOMPARE(fabric.delivery(1).queueing, milliseconds(1));
  QCOMPARE(fabric.link(incast.into).bytesOut(), Bytes{3000});
}

void FabricImpairedTest::fairSharesFeelANewRateAtOnce() {
  Incast incast(2, 8e6);
  auto& fabric = incast.fabric;
  fabric.setRules({.discipline = Discipline::Fair});
  for (const auto route : incast.routes) fabric.send(route, SimTime{0}, {2000});
  const auto at = [](std::int64_t time) { return kLatency + milliseconds(time); };
  QVERIFY(!fabric.runToDelivery(at(1)));                     // 500 B each have left
  fabric.configure(incast.into, {80e6}, SimTime{0}, at(1));  // now their own links count
  QVERIFY(!fabric.runToDelivery(at(2)));                     // 1500 B each
  fabric.configure(incast.links[1], {4e6}, SimTime{0}, at(2));
  runAll(fabric);
  QCOMPARE(fabric.delivery(0).end, SimTime{2'500'000} + kLatency);
  QCOMPARE(fabric.delivery(1).end, at(3));  // its latency had passed before that changed
  for (std::uint32_t i = 0; i < 2; ++i) QVERIFY(addsUp(fabric.delivery(i)));
  QCOMPARE(fabric.link(incast.into).bytesOut(), Bytes{4000});
}

void FabricImpairedTest::noFairLinkCarriesMoreThanItCan() {
  Random random(6, telegrad::Purpose::Test);
  for (int round = 0; round < 20; ++round) {
    Incast incast(4, 12e6);
    auto& fabric = incast.fabric;
    fabric.setRules({.discipline = Discipline::Fair});
    std::int64_t sent = 0;
    for (int i = 0; i < 100; ++i) {
      const auto size = static_cast<std::int64_t>(random.below(5'000));
      sent += size;
      fabric.send(incast.routes[random.below(4)],
                  SimTime{static_cast<std::int64_t>(random.below(100'000'000))}, {size});
    }
    double most = 0.0;  // bits that can have gone over the shared link
    double rate = 12e6;
    SimTime changed{0};
    for (int k = 1; k <= 20; ++k) {
      const SimTime now = milliseconds(10 * k);
      while (fabric.runToDelivery(now)) {
      }
      most += rate * telegrad::seconds(now - changed);
      changed = now;
      QVERIFY(8.0 * static_cast<double>(fabric.link(incast.into).bytesOut().value) <= most + 1.0);
      rate = random.uniform(4e6, 20e6);
      fabric.configure(incast.into, {rate}, SimTime{0}, now);
    }
    runAll(fabric);
    QCOMPARE(fabric.link(incast.into).bytesOut().value, sent);
    for (std::uint32_t i = 0; i < 100; ++i) QVERIFY(addsUp(fabric.delivery(i)));
  }
}

void FabricImpairedTest::fairMessagesPayForLossAndSlowStart() {
  Single lossy;
  lossy.fabric.setRules({.discipline = Discipline::Fair, .packet = {100}});
  lossy.fabric.impair(lossy.link, {.loss = kEveryOther}, SimTime{0});
  lossy.fabric.send(lossy.route, SimTime{0}, {800});
  runAll(lossy.fabric);
  QCOMPARE(lossy.fabric.delivery(0).end, SimTime{1'600'000} + 9 * kLatency);
  QCOMPARE(lossy.fabric.delivery(0).repeated, Bytes{800});
  Single slow;
  slow.fabric.setRules({.discipline = Discipline::Fair,
                        .connection = telegrad::ConnectionModel::Kind::Cold,
                        .packet = {100}});
  slow.fabric.send(slow.route, SimTime{0}, {3000});
  runAll(slow.fabric);
  Connection model(
      {.kind = telegrad::ConnectionModel::Kind::Cold, .segmentPayload = 100, .segmentWire = 100});
  QCOMPARE(slow.fabric.delivery(0).end, model.transfer(SimTime{0}, {3000}, {8e6}, kLatency));
}

void FabricImpairedTest::whatWillNeverArriveIsNoticed() {
  for (const auto discipline : {Discipline::Fifo, Discipline::Fair}) {
    Incast slow(2);
    slow.fabric.setRules({.discipline = discipline});
    slow.fabric.follow(slow.links[1], trace({{.bandwidth = {1.0}}}), SimTime{0});
    slow.fabric.send(slow.routes[0], SimTime{0}, {1000});
    slow.fabric.send(slow.routes[1], SimTime{0}, {1'000'000'000'000});
    QCOMPARE(runAll(slow.fabric), (std::vector<std::uint32_t>{0}));
    const auto reason = slow.fabric.standstill();
    QVERIFY(reason && !reason->loses);
    QCOMPARE(reason->link, slow.links[1]);
    // What stood still goes on at a new rate.
    slow.fabric.follow(slow.links[1], trace({{.bandwidth = {1e15}}}), slow.fabric.now());
    slow.fabric.configure(slow.into, {1e15}, SimTime{0}, slow.fabric.now());
    QCOMPARE(runAll(slow.fabric), (std::vector<std::uint32_t>{1}));
    QVERIFY(!slow.fabric.standstill());

    Single lossy;
    lossy.fabric.setRules({.discipline = discipline});
    // Bad from the first packet on, for a million packets in the mean; all are lost.
    lossy.fabric.impair(lossy.link, {.loss = {1.0, 1e-6, 0.0, 1.0}}, SimTime{0});
    lossy.fabric.send(lossy.route, SimTime{0}, {1000});
    QVERIFY(runAll(lossy.fabric).empty());
    const auto loss = lossy.fabric.standstill();
    QVERIFY(loss && loss->loses);
  }
}

void FabricImpairedTest::impairmentsMayBeginWhileMessagesAreUnderWay() {
  Incast incast(3);
  auto& fabric = incast.fabric;
  for (const auto route : incast.routes) fabric.send(route, SimTime{0}, {1000});
  QVERIFY(!fabric.runToDelivery(milliseconds(4)));  // between their links and the shared one
  fabric.setRules({.retransmission = {milliseconds(10), milliseconds(10)}, .packet = {100}});
  fabric.impair(incast.into, {.queueLimit = Bytes{0}}, milliseconds(4));
  QCOMPARE(runAll(fabric), (std::vector<std::uint32_t>{0, 1, 2}));
  // Dropped at 6 ms, sent again at 16, at the shared link at 22 together: one is sent, the other
  // dropped again.
  QCOMPARE(fabric.delivery(0).end, milliseconds(7));
  QCOMPARE(fabric.delivery(1).end, milliseconds(23));
  QCOMPARE(fabric.delivery(2).end, milliseconds(22 + 10 + 7));
  QCOMPARE(fabric.link(incast.into).bytesDropped(), Bytes{3000});
}

void FabricImpairedTest::theSameSeedGivesTheSameTimes() {
  const auto ends = [](std::uint64_t seed, bool another) {
    Incast incast(3, 20e6);
    auto& fabric = incast.fabric;
    fabric.setRules({.seed = seed});
    const LinkProfile profile{.jitter = {Jitter::Kind::Exponential, milliseconds(1), false},
                              .loss = LossModel::bernoulli(0.1)};
    for (const auto id : incast.links) fabric.impair(id, profile, SimTime{0});
    for (int i = 0; i < 200; ++i)
      if (another || i % 3 != 2)
        fabric.send(incast.routes[static_cast<std::size_t>(i % 3)], milliseconds(20 * i), {3000});
    runAll(fabric);
    return std::pair(fabric.delivery(0).propagation, fabric.delivery(1).propagation);
  };
  QVERIFY(ends(1, true) == ends(1, true));
  QVERIFY(ends(1, true) != ends(2, true));
  QVERIFY(ends(1, true) == ends(1, false));  // what other links draw changes nothing
}

QTEST_APPLESS_MAIN(FabricImpairedTest)
#include "fabric_impaired_test.moc"
