// SPDX-License-Identifier: GPL-3.0-or-later
// Limited queues, and when what they drop comes again.
#include "core/net/retransmission.h"

#include <map>

#include <QtTest>

#include "core/base/random.h"
#include "core/net/event_queue.h"
#include "core/net/link.h"

using telegrad::Bytes;
using telegrad::Link;
using telegrad::Retransmission;
using telegrad::SimTime;

class RetransmissionTest : public QObject {
  Q_OBJECT
 private slots:
  void doublesUpToTheLongest();
  void aFullQueueDrops();
  void aFreeLinkTakesAnyMessage();
  void everythingArrivesInTheEnd();
};

void RetransmissionTest::doublesUpToTheLongest() {
  const Retransmission retransmission{SimTime{200}, SimTime{1000}};
  QCOMPARE(retransmission.delay(0), SimTime{200});
  QCOMPARE(retransmission.delay(1), SimTime{400});
  QCOMPARE(retransmission.delay(2), SimTime{800});
  QCOMPARE(retransmission.delay(3), SimTime{1000});
  QCOMPARE(retransmission.delay(4'000'000'000), SimTime{1000});
  QCOMPARE((Retransmission{SimTime{200}, SimTime{100}}.delay(0)), SimTime{100});
  QCOMPARE(Retransmission{}.delay(8), SimTime{51'200'000'000});
  QCOMPARE(Retransmission{}.delay(9), SimTime{60'000'000'000});
}

void RetransmissionTest::aFullQueueDrops() {
  Link link({8e9}, SimTime{0});
  link.limitQueue(Bytes{1000});
  link.arrive(0, {5000}, SimTime{0});
  QVERIFY(link.accepts({1000}));
  QVERIFY(!link.accepts({1001}));
  link.arrive(1, {600}, SimTime{1});
  QCOMPARE(link.queued(), Bytes{600});
  QVERIFY(link.accepts({400}));
  QVERIFY(!link.accepts({401}));
  link.drop({401});
  QCOMPARE(link.bytesDropped(), Bytes{401});
  QCOMPARE(link.bytesIn(), Bytes{5600});
  link.next(SimTime{5000});  // what waited is on the link now
  QCOMPARE(link.queued(), Bytes{0});
  QVERIFY(link.accepts({1000}));
  link.limitQueue(std::nullopt);
  QVERIFY(link.accepts({1'000'000}));
}

void RetransmissionTest::aFreeLinkTakesAnyMessage() {
  Link link({8e9}, SimTime{0});
  link.limitQueue(Bytes{0});
  QVERIFY(link.accepts({1'000'000}));
  link.arrive(0, {1'000'000}, SimTime{0});
  QVERIFY(!link.accepts({1}));
  link.next(SimTime{1'000'000});
  QVERIFY(link.accepts({1'000'000}));
}

void RetransmissionTest::everythingArrivesInTheEnd() {
  enum : std::uint32_t { Offer, End };
  telegrad::Random random(1, telegrad::Purpose::Test);
  const Retransmission retransmission{SimTime{2000}, SimTime{20'000}};
  Link link({8e9}, SimTime{0});
  link.limitQueue(Bytes{3000});
  telegrad::EventQueue events;
  std::vector<std::int64_t> sizes;
  for (std::uint32_t i = 0; i < 500; ++i) {
    sizes.push_back(static_cast<std::int64_t>(random.below(4000)));
    events.schedule(SimTime{static_cast<std::int64_t>(i) * 500}, Offer, i);
  }
  std::map<std::uint32_t, std::uint32_t> attempts;
  std::int64_t offered = 0;
  while (!events.isEmpty()) {
    const auto event = events.next();
    std::optional<Link::Transmission> begun;
    if (event.kind == End) {
      begun = link.next(event.time);
    } else {
      const Bytes size{sizes[event.subject]};
      offered += size.value;
      if (link.accepts(size)) {
        begun = link.arrive(event.subject, size, event.time);
      } else {
        link.drop(size);
        const SimTime again = event.time + retransmission.delay(attempts[event.subject]++);
        events.schedule(again, Offer, event.subject);
      }
    }
    if (begun) events.schedule(begun->end, End, 0);
    QVERIFY(link.queued().value <= 3000);
  }
  std::int64_t all = 0;
  for (const auto size : sizes) all += size;
  QVERIFY(attempts.size() > 100);
  QCOMPARE(link.bytesOut(), Bytes{all});
  QCOMPARE(link.bytesIn().value + link.bytesDropped().value, offered);
  QVERIFY(!link.isBusy());
}

QTEST_APPLESS_MAIN(RetransmissionTest)
#include "retransmission_test.moc"
