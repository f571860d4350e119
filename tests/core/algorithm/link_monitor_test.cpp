// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/link_monitor.h"

#include <cmath>
#include <vector>

#include <QtTest>

#include "core/base/random.h"

using telegrad::fitTransfers;
using telegrad::LinkEstimate;
using telegrad::LinkMonitor;
using telegrad::TookPart;
using telegrad::Transfer;

class LinkMonitorTest : public QObject {
  Q_OBJECT
 private slots:
  void knowsNothingUntilAllWasSeen();
  void averagesByHand();
  void computeTimeIsTheMedianOfTheLastTwenty();
  void followsAChange();
  void passesOverWhatSaysNothing();
  void theSlowestOfEach();
  void whoSendsNothingCountsByItsComputation();
  void fitsALine();
  void fitsOnlyWhatDeterminesALine();
};

void LinkMonitorTest::knowsNothingUntilAllWasSeen() {
  LinkMonitor monitor;
  QVERIFY(!monitor.estimate());
  monitor.addMessage(1000.0, 0.001);
  monitor.addLatency(0.05);
  QVERIFY(!monitor.estimate());
  monitor.addCompute(0.2);
  QCOMPARE(monitor.estimate(), (LinkEstimate{0.2, 8e6, 0.05}));
}

void LinkMonitorTest::averagesByHand() {
  LinkMonitor monitor(0.25);
  monitor.addCompute(1.0);
  for (const double seconds : {1.0, 0.5, 0.25}) monitor.addMessage(100.0, seconds);
  for (const double seconds : {0.0, 4.0, 8.0}) monitor.addLatency(seconds);
  // 800, 1600, 3200 bit/s: 800, 1000, 1550; latency 0, 1, 2.75.
  QCOMPARE(monitor.estimate(), (LinkEstimate{1.0, 1550.0, 2.75}));
}

void LinkMonitorTest::computeTimeIsTheMedianOfTheLastTwenty() {
  LinkMonitor monitor;
  monitor.addMessage(1.0, 1.0);
  monitor.addLatency(0.0);
  const auto compute = [&] { return monitor.estimate()->computeSeconds; };
  for (const double seconds : {3.0, 1.0, 2.0}) monitor.addCompute(seconds);
  QCOMPARE(compute(), 2.0);
  monitor.addCompute(100.0);  // one straggling iteration
  QCOMPARE(compute(), 2.5);
  for (int i = 0; i < 16; ++i) monitor.addCompute(5.0);
  QCOMPARE(compute(), 5.0);
  for (int i = 0; i < 10; ++i) monitor.addCompute(7.0);
  QCOMPARE(compute(), 6.0);  // ten of each: what came before is forgotten
  monitor.addCompute(7.0);
  QCOMPARE(compute(), 7.0);
}

void LinkMonitorTest::followsAChange() {
  LinkMonitor monitor;
  monitor.addCompute(1.0);
  for (int i = 0; i < 100; ++i) {
    monitor.addMessage(1e6, 8.0);
    monitor.addLatency(0.2);
  }
  QVERIFY(std::abs(monitor.estimate()->bitsPerSecond - 1e6) < 1e-3);
  for (int i = 0; i < 10; ++i) monitor.addMessage(1e6, 0.8);
  // 0.7^10 of the old is left.
  const double expected = 1e7 - 9e6 * std::pow(0.7, 10);
  QVERIFY(std::abs(monitor.estimate()->bitsPerSecond / expected - 1.0) < 1e-12);
}

void LinkMonitorTest::passesOverWhatSaysNothing() {
  LinkMonitor monitor;
  const double nan = std::nan("");
  const auto nonsense = [&] {
    for (const double seconds : {-1.0, nan, HUGE_VAL}) {
      monitor.addLatency(seconds);
      monitor.addCompute(seconds);
      monitor.addMessage(1.0, seconds);
      monitor.addMessage(seconds, 1.0);
    }
    monitor.addMessage(0.0, 1.0);
    monitor.addMessage(1.0, 0.0);
  };
  nonsense();
  QVERIFY(!monitor.estimate());
  monitor.addMessage(2.0, 1.0);
  monitor.addLatency(0.5);
  monitor.addCompute(0.0);
  nonsense();
  QCOMPARE(monitor.estimate(), (LinkEstimate{0.0, 16.0, 0.5}));
}

void LinkMonitorTest::theSlowestOfEach() {
  const std::vector<LinkEstimate> workers{{1.0, 300.0, 0.1}, {3.0, 200.0, 0.3}, {2.0, 100.0, 0.2}};
  QCOMPARE(telegrad::slowestOf(workers), (LinkEstimate{3.0, 100.0, 0.3}));
  QVERIFY(!telegrad::slowestOf({}));
}

void LinkMonitorTest::whoSendsNothingCountsByItsComputation() {
  std::vector<LinkMonitor> monitors(3);
  for (auto& monitor : monitors) {
    monitor.addMessage(100.0, 2.0);
    monitor.addLatency(0.5);
  }
  monitors[1].addLatency(9.5);
  monitors[0].addCompute(1.0);
  monitors[1].addCompute(3.0);
  using enum TookPart;
  const auto slowest = [&](TookPart first, TookPart second, TookPart third) {
    return telegrad::slowestOf(monitors, std::vector{first, second, third});
  };
  QCOMPARE(slowest(Sent, Computed, No), (LinkEstimate{3.0, 400.0, 0.5}));
  QCOMPARE(slowest(Sent, No, No), (LinkEstimate{1.0, 400.0, 0.5}));
  QCOMPARE(slowest(Sent, Sent, No)->computeSeconds, 3.0);
  QVERIFY(slowest(Sent, Sent, No)->latencySeconds > 3.0);
  QVERIFY(!slowest(Computed, Computed, No));  // nobody has a link
  QVERIFY(!slowest(Sent, No, Computed));      // nothing was seen of the third
  QVERIFY(!slowest(No, No, No));
}

void LinkMonitorTest::fitsALine() {
  telegrad::Random random(1, telegrad::Purpose::Test);
  std::vector<Transfer> transfers;
  for (int i = 0; i < 30; ++i) {
    const double bytes = random.uniform(1e4, 1e6);
    transfers.push_back({bytes, 0.15 + 8.0 * bytes / 2e7});
  }
  const auto exact = fitTransfers(transfers);
  QVERIFY(exact && std::abs(exact->bitsPerSecond / 2e7 - 1.0) < 1e-9);
  QVERIFY(std::abs(exact->latencySeconds - 0.15) < 1e-9);
  QCOMPARE(exact->computeSeconds, 0.0);
  // Pairs that scatter evenly about the line at the same size leave it where it is.
  std::vector<Transfer> scattered;
  for (const auto& t : transfers) {
    scattered.push_back({t.bytes, t.seconds + 0.05});
    scattered.push_back({t.bytes, t.seconds - 0.05});
  }
  const auto mean = fitTransfers(scattered);
  QVERIFY(mean && std::abs(mean->bitsPerSecond / 2e7 - 1.0) < 1e-9);
  QVERIFY(std::abs(mean->latencySeconds - 0.15) < 1e-9);
}

void LinkMonitorTest::fitsOnlyWhatDeterminesALine() {
  std::vector<Transfer> transfers;
  for (int i = 1; i < 20; ++i) transfers.push_back({1.0 * i, 2.0 * i});
  QVERIFY(!fitTransfers(transfers));  // 19
  transfers.push_back({20.0, 40.0});
  QCOMPARE(fitTransfers(transfers)->bitsPerSecond, 4.0);
  for (auto& t : transfers) t.seconds = 50.0 - t.seconds;
  QVERIFY(!fitTransfers(transfers));  // falls
  for (auto& t : transfers) t = {0.1, t.seconds};
  QVERIFY(!fitTransfers(transfers));  // one size
  transfers.clear();
  for (int i = 1; i <= 20; ++i) transfers.push_back({1.0 * i, 2.0 * i - 1.0});
  QCOMPARE(fitTransfers(transfers)->latencySeconds, 0.0);  // -1 by the line
}

QTEST_APPLESS_MAIN(LinkMonitorTest)
#include "link_monitor_test.moc"
