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
  void equalArrivalsAreServedInOrderOfSending();
  void aBatchForgetsTheLastButItsLinksGoOnCounting();
};

void FabricTest::crossesEveryLinkOfItsRoute() {
  Fabric fabric;
  const auto a = fabric.addLink({1e9}, SimTime{1000});
  const auto b = fabric.addLink({2e9}, SimTime{2000});
  const auto c = fabric.addLink({4e9}, SimTime{4000});
  const auto route = fabric.addRoute(std::array{a, b, c});
  fabric.beginBatch(SimTime{0});
  fabric.send(route, SimTime{50}, {1000});
  fabric.run();
  const auto& delivery = fabric.deliveries()[0];
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
  fabric.beginBatch(SimTime{0});
  fabric.send(late, SimTime{0}, {100});       // at the shared link at 1100
  fabric.send(direct, SimTime{1000}, {100});  // on it from 1000 to 1800
  fabric.run();
  QCOMPARE(fabric.deliveries()[1].end, SimTime{1800});
  QCOMPARE(fabric.deliveries()[0].queueing, SimTime{700});
  QCOMPARE(fabric.deliveries()[0].end, SimTime{2600});
}

void FabricTest::equalArrivalsAreServedInOrderOfSending() {
  Fabric fabric;
  const auto shared = fabric.addLink({1e9}, SimTime{0});
  const auto route = fabric.addRoute(std::array{shared});
  fabric.beginBatch(SimTime{0});
  for (int i = 0; i < 5; ++i) fabric.send(route, SimTime{0}, {100});
  fabric.run();
  for (int i = 0; i < 5; ++i)
    QCOMPARE(fabric.deliveries()[static_cast<std::size_t>(i)].end, SimTime{800 * (i + 1)});
}

void FabricTest::aBatchForgetsTheLastButItsLinksGoOnCounting() {
  Fabric fabric;
  const auto link = fabric.addLink({1e9}, SimTime{0});
  const auto route = fabric.addRoute(std::array{link});
  for (int batch = 0; batch < 3; ++batch) {
    const SimTime now{10000 * batch};
    fabric.beginBatch(now);
    QCOMPARE(fabric.send(route, now, {100}), 0U);
    fabric.run();
    QCOMPARE(fabric.deliveries().size(), std::size_t{1});
    QCOMPARE(fabric.deliveries()[0].end, now + SimTime{800});
  }
  QCOMPARE(fabric.link(link).bytesOut().value, std::int64_t{300});
}

QTEST_APPLESS_MAIN(FabricTest)
#include "fabric_test.moc"
