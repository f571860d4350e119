// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>
#include <vector>

#include <QtTest>

#include "core/net/network.h"

using telegrad::Entry;
using telegrad::IterationTiming;
using telegrad::Settings;
using telegrad::SimTime;
using telegrad::Topology;
using telegrad::WorkerLoad;

/// What every network owes, whatever it is; one row per entry, made with its initial values.
class NetworksTest : public QObject {
  Q_OBJECT
 private slots:
  void keysAreUnique();
  void hasWordsForTheUser_data() { rows(); }
  void hasWordsForTheUser();
  void timesAreInOrderAndAddUp_data() { rows(); }
  void timesAreInOrderAndAddUp();
  void staleOnesAreAllResolved_data() { rows(); }
  void staleOnesAreAllResolved();
  void sameSeedSameTimes_data() { rows(); }
  void sameSeedSameTimes();

 private:
  static void rows();
  static const Entry<Topology>& entry();
};

namespace {

telegrad::Way ways(const telegrad::WorkerTiming& worker) {
  return worker.broadcast + worker.upload;
}

/// Of all sizes, some skipped, where the network takes that.
std::vector<WorkerLoad> someLoads(std::int64_t iteration, const Entry<Topology>& network) {
  const bool whole = network.needsWholeUploads;
  std::vector<WorkerLoad> loads(5);
  for (std::size_t worker = 0; worker < loads.size(); ++worker) {
    loads[worker].broadcast = {4000};
    loads[worker].uploads = whole || (worker + static_cast<std::size_t>(iteration)) % 3 != 0;
    loads[worker].upload = {whole ? 4000 : static_cast<std::int64_t>(1000 * worker)};
    loads[worker].measuredCompute = SimTime{static_cast<std::int64_t>(worker) * 1000 + 5};
  }
  return loads;
}

}  // namespace

void NetworksTest::rows() {
  QTest::addColumn<int>("index");
  const auto all = telegrad::networks();
  for (std::size_t i = 0; i < all.size(); ++i)
    QTest::newRow(all[i].key.c_str()) << static_cast<int>(i);
}

const Entry<Topology>& NetworksTest::entry() {
  return telegrad::networks()[static_cast<std::size_t>(
      *static_cast<const int*>(QTest::qData("index", qMetaTypeId<int>())))];
}

void NetworksTest::keysAreUnique() {
  std::set<std::string> keys;
  for (const auto& network : telegrad::networks()) QVERIFY(keys.insert(network.key).second);
  QVERIFY(keys.contains("parameter-server"));
}

void NetworksTest::hasWordsForTheUser() {
  QVERIFY(!entry().name.empty());
  QVERIFY(!entry().summary.empty());
  std::set<std::string> keys;
  for (const auto& parameter : entry().parameters) {
    QVERIFY2(keys.insert(parameter.key).second, parameter.key.c_str());
    QVERIFY2(!parameter.label.empty() && !parameter.help.empty(), parameter.key.c_str());
    QVERIFY2(accept(parameter, parameter.initial()).has_value(), parameter.key.c_str());
  }
}

void NetworksTest::timesAreInOrderAndAddUp() {
  const auto settings = Settings::from(entry().parameters);
  QVERIFY(settings.has_value());
  const auto network = entry().make(*settings)->build(5, 1);
  network->recordMessages(true);
  SimTime last{0};
  for (std::int64_t iteration = 0; iteration < 10; ++iteration) {
    const auto loads = someLoads(iteration, entry());
    const IterationTiming timing = network->iterate(loads, iteration);
    QCOMPARE(timing.start, last);
    QCOMPARE(timing.workers.size(), loads.size());
    SimTime latest{0};
    for (const auto& times : timing.workers) {
      QCOMPARE(times.start, std::min(timing.start, times.received));
      QVERIFY(times.start <= times.received);
      QVERIFY(times.received <= times.computed);
      QVERIFY(times.computed <= times.encoded);
      QVERIFY(times.encoded <= times.delivered);
      QVERIFY(ways(times).queueing >= SimTime{0} && ways(times).transfer >= SimTime{0});
      const auto carried = times.delivered - times.encoded + times.received - times.start;
      QCOMPARE(carried, ways(times).queueing + ways(times).transfer + ways(times).propagation);
      latest = std::max(latest, times.delivered);
    }
    QCOMPARE(timing.end, latest);
    std::int64_t bits = 0;
    std::vector<std::int64_t> sent(loads.size(), 0);
    for (const auto& message : timing.messages) {
      bits += 8 * message.bytes.value;
      if (message.source < sent.size()) sent[message.source] += message.bytes.value;
      QVERIFY(message.start <= message.end && message.end <= timing.end);
    }
    QCOMPARE(timing.uplinkWireBits + timing.downlinkWireBits, bits);
    for (std::size_t worker = 0; worker < loads.size(); ++worker)
      QCOMPARE(timing.workers[worker].sent.value, sent[worker]);
    last = timing.end;
  }
}

/// With every staleness that does not shrink too fast: ends never go back, and in the end
/// everything is known, in order.
void NetworksTest::staleOnesAreAllResolved() {
  const auto settings = Settings::from(entry().parameters);
  const auto network = entry().make(*settings)->build(5, 1);
  SimTime last{0};
  std::int64_t through = -1;
  std::int64_t next = 0;
  const auto take = [&] {
    while (const auto timing = network->resolved()) {
      QCOMPARE(timing->iteration, next++);
      for (const auto& times : timing->workers) QVERIFY(times.delivered >= times.encoded);
    }
  };
  for (std::int64_t iteration = 0; iteration < 60; ++iteration) {
    through = std::max(through, iteration - iteration % 7);
    const auto loads = someLoads(iteration, entry());
    const auto start = network->submit(loads, iteration, through);
    QVERIFY(start && start->end >= last);
    last = start->end;
    take();
    QVERIFY(next > through);
  }
  QVERIFY(network->finish());
  take();
  QCOMPARE(next, std::int64_t{60});
}

void NetworksTest::sameSeedSameTimes() {
  const auto settings = Settings::from(entry().parameters);
  const auto one = entry().make(*settings)->build(5, 9);
  const auto other = entry().make(*settings)->build(5, 9);
  for (std::int64_t iteration = 0; iteration < 10; ++iteration) {
    const auto loads = someLoads(iteration, entry());
    QCOMPARE(one->iterate(loads, iteration).end, other->iterate(loads, iteration).end);
  }
}

QTEST_APPLESS_MAIN(NetworksTest)
#include "networks_test.moc"
