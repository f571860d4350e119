// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/event_queue.h"

#include <algorithm>
#include <vector>

#include <QtTest>

#include "core/base/random.h"

using telegrad::Event;
using telegrad::EventQueue;
using telegrad::SimTime;

class EventQueueTest : public QObject {
  Q_OBJECT
 private slots:
  void handsOutByTimeThenByOrderOfScheduling();
  void ordersWhatIsScheduledOnTheWay();
  void clockFollowsTheEvents();
  void resetKeepsNothing();
};

void EventQueueTest::handsOutByTimeThenByOrderOfScheduling() {
  telegrad::Random random(1, telegrad::Purpose::Test);
  EventQueue queue;
  std::vector<std::pair<std::int64_t, std::uint32_t>> expected;
  for (std::uint32_t i = 0; i < 5000; ++i) {
    const auto time = static_cast<std::int64_t>(random.below(100));  // many ties
    queue.schedule(SimTime{time}, 7, i);
    expected.emplace_back(time, i);
  }
  std::stable_sort(expected.begin(), expected.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  QCOMPARE(queue.size(), expected.size());
  for (const auto& [time, subject] : expected) {
    const Event event = queue.next();
    QCOMPARE(event.time.count(), time);
    QCOMPARE(event.subject, subject);
    QCOMPARE(event.kind, 7U);
  }
  QVERIFY(queue.isEmpty());
}

void EventQueueTest::ordersWhatIsScheduledOnTheWay() {
  EventQueue queue;
  queue.schedule(SimTime{10}, 0, 1);
  queue.schedule(SimTime{20}, 0, 2);
  QCOMPARE(queue.next().subject, 1U);
  queue.schedule(SimTime{20}, 0, 3);  // later than the 2 that is there
  queue.schedule(SimTime{10}, 0, 4);  // now
  QCOMPARE(queue.next().subject, 4U);
  QCOMPARE(queue.next().subject, 2U);
  QCOMPARE(queue.next().subject, 3U);
}

void EventQueueTest::clockFollowsTheEvents() {
  EventQueue queue;
  QCOMPARE(queue.now(), SimTime{0});
  queue.schedule(SimTime{5}, 0, 0);
  QCOMPARE(queue.now(), SimTime{0});
  queue.next();
  QCOMPARE(queue.now(), SimTime{5});
}

void EventQueueTest::resetKeepsNothing() {
  EventQueue queue;
  queue.schedule(SimTime{5}, 0, 0);
  queue.reset(SimTime{3});
  QVERIFY(queue.isEmpty());
  QCOMPARE(queue.now(), SimTime{3});
}

QTEST_APPLESS_MAIN(EventQueueTest)
#include "event_queue_test.moc"
