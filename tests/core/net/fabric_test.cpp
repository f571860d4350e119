// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/fabric.h"

#include <array>

#include <QtTest>

using telegrad::Fabric;
using telegrad::SimTime;

class FabricTest : public QObject {
  Q_OBJECT
 private slots:
  void crossesEveryLinkOfItsRoute();
  void sharesALinkInOrderOfArrival();
  void whatTheFirstLinkTookIsToldApart();
  void equalArrivalsAreServedInOrderOfSending();
  void messagesMayBeSentWhileOthersAreUnderWay();
  void aForgottenNumberIsUsedAgain();
  void aNewRateMovesTheEndOfWhatIsBeingSent();
};

namespace {

void runAll(Fabric& fabric) {
  while (fabric.runToDelivery()) {
  }
}

}  // namespace

void FabricTest::crossesEveryLinkOfItsRoute() {
  Fabric fabric;
  const auto a = fabric.addLink({1e9}, SimTime{1000});
  const auto b = fabric.addLink({2e9}, SimTime{2000});
  const auto c = fabric.addLink({4e9}, SimTime{4000});
  const auto route = fabric.addRoute(std::array{a, b, c});
  fabric.send(route, SimTime{50}, {1000});
  runAll(fabric);
  const auto& delivery = fabric.delivery(0);
  QCOMPARE(delivery.start, SimTime{50});
  QCOMPARE(delivery.serialisation, SimTime{8000 + 4000 + 2000});
  QCOMPARE(delivery.propagation, SimTime{7000});
  QCOMPARE(delivery.queueing, SimTime{0});
  QCOMPARE(delivery.end, SimTime{50 + 14000 + 7000});
}

void FabricTest::sharesALinkInOrderOfArrival() {
  Fabric fabric;
  const auto shared = fabric.addLink({1e9}, SimTime{0});
  const auto slow = fabric.addLink({1e9}, SimTime{300});
  const auto late = fabric.addRoute(std::array{slow, shared});
  const auto direct = fabric.addRoute(std::array{shared});
  fabric.send(late, SimTime{0}, {100});       // at the shared link at 1100
  fabric.send(direct, SimTime{1000}, {100});  // on it from 1000 to 1800
  runAll(fabric);
  QCOMPARE(fabric.delivery(1).end, SimTime{1800});
  QCOMPARE(fabric.delivery(0).queueing, SimTime{700});
  QCOMPARE(fabric.delivery(0).end, SimTime{2600});
}

void FabricTest::whatTheFirstLinkTookIsToldApart() {
  Fabric fabric;
  const auto own = fabric.addLink({1e9}, SimTime{300});
  const auto shared = fabric.addLink({0.5e9}, SimTime{20});
  const auto route = fabric.addRoute(std::array{own, shared});
  fabric.send(route, SimTime{0}, {100});  // leaves at 800, is on the shared one from 1100 to 2700
  fabric.send(route, SimTime{0}, {100});  // leaves at 1600, there at 1900, waits until 2700
  runAll(fabric);
  const auto& second = fabric.delivery(1);
  QCOMPARE(second.firstQueueing, SimTime{800});
  QCOMPARE(second.firstSerialisation, SimTime{800});
  QCOMPARE(second.firstPropagation, SimTime{300});
  QCOMPARE(second.queueing, SimTime{800 + 800});
  QCOMPARE(second.serialisation, SimTime{800 + 1600});
  QCOMPARE(second.propagation, SimTime{320});
}

void FabricTest::equalArrivalsAreServedInOrderOfSending() {
  Fabric fabric;
  const auto shared = fabric.addLink({1e9}, SimTime{0});
  const auto route = fabric.addRoute(std::array{shared});
  for (int i = 0; i < 5; ++i) fabric.send(route, SimTime{0}, {100});
  runAll(fabric);
  for (std::uint32_t i = 0; i < 5; ++i) QCOMPARE(fabric.delivery(i).end, SimTime{800 * (i + 1)});
}

void FabricTest::messagesMayBeSentWhileOthersAreUnderWay() {
  Fabric fabric;
  const auto link = fabric.addLink({1e9}, SimTime{500});
  const auto route = fabric.addRoute(std::array{link});
  const auto first = fabric.send(route, SimTime{0}, {100});     // leaves at 800, there at 1300
  const auto second = fabric.send(route, SimTime{100}, {100});  // 1600, 2100
  QCOMPARE(*fabric.runToDelivery(), first);
  QCOMPARE(fabric.now(), SimTime{1300});
  // The second one is on the link; the third waits for its end.
  const auto third = fabric.send(route, SimTime{1400}, {100});
  QCOMPARE(*fabric.runToDelivery(), second);
  QCOMPARE(fabric.delivery(second).end, SimTime{2100});
  QCOMPARE(*fabric.runToDelivery(), third);
  QCOMPARE(fabric.delivery(third).queueing, SimTime{200});
  QCOMPARE(fabric.delivery(third).end, SimTime{2900});
  QVERIFY(!fabric.runToDelivery().has_value());
}

void FabricTest::aForgottenNumberIsUsedAgain() {
  Fabric fabric;
  const auto link = fabric.addLink({1e9}, SimTime{0});
  const auto route = fabric.addRoute(std::array{link});
  for (int k = 0; k < 3; ++k) {
    const SimTime now{10000 * k};
    QCOMPARE(fabric.send(route, now, {100}), 0U);
    runAll(fabric);
    QCOMPARE(fabric.delivery(0).end, now + SimTime{800});
    fabric.forget(0);
  }
  QCOMPARE(fabric.link(link).bytesOut().value, std::int64_t{300});
}

void FabricTest::aNewRateMovesTheEndOfWhatIsBeingSent() {
  for (const double rate : {0.5e9, 4e9}) {  // later, and sooner than it was
    Fabric fabric;
    const auto link = fabric.addLink({1e9}, SimTime{500});
    const auto route = fabric.addRoute(std::array{link});
    const auto first = fabric.send(route, SimTime{0}, {100});  // 800 ns, of which 200 pass
    const auto second = fabric.send(route, SimTime{0}, {100});
    QVERIFY(!fabric.runToDelivery(SimTime{200}).has_value());
    fabric.configure(link, {rate}, SimTime{700}, SimTime{200});
    const auto rest = static_cast<std::int64_t>(75 * 8e9 / rate);
    const auto whole = static_cast<std::int64_t>(100 * 8e9 / rate);
    QCOMPARE(*fabric.runToDelivery(), first);
    QCOMPARE(fabric.delivery(first).end, SimTime{200 + rest + 700});
    QCOMPARE(fabric.delivery(first).serialisation, SimTime{200 + rest});
    QCOMPARE(*fabric.runToDelivery(), second);
    QCOMPARE(fabric.delivery(second).end, SimTime{200 + rest + whole + 700});
    QCOMPARE(fabric.delivery(second).queueing, SimTime{200 + rest});
    QVERIFY(!fabric.runToDelivery().has_value());
    QCOMPARE(fabric.link(link).bytesOut().value, std::int64_t{200});
  }
}

QTEST_APPLESS_MAIN(FabricTest)
#include "fabric_test.moc"
