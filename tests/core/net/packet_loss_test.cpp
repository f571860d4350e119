// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/packet_loss.h"

#include <cmath>

#include <QtTest>

using telegrad::LossModel;
using telegrad::PacketLoss;

class PacketLossTest : public QObject {
  Q_OBJECT
 private slots:
  void withoutLossOneRoundIsEnough();
  void losesItsMean_data();
  void losesItsMean();
  void aBadStateLosesInBursts();
  void sendsAgainAsOftenAsItMust();
  void aCertainLossByHand();
  void manyPacketsHaveTheSameMeanAndVariance_data();
  void manyPacketsHaveTheSameMeanAndVariance();
  void givesUpInTheEnd();
};

void PacketLossTest::withoutLossOneRoundIsEnough() {
  PacketLoss none({}, 1, 0);
  QCOMPARE(none.lostOf(1000), std::int64_t{0});
  const auto cost = none.recover(700);
  QCOMPARE(cost.sent, std::int64_t{700});
  QCOMPARE(cost.rounds, std::int64_t{1});
  QCOMPARE(none.recover(0).rounds, std::int64_t{0});
}

void PacketLossTest::losesItsMean_data() {
  QTest::addColumn<double>("toBad");
  QTest::addColumn<double>("toGood");
  QTest::addColumn<double>("lossGood");
  QTest::addColumn<double>("lossBad");
  QTest::addColumn<double>("mean");
  QTest::newRow("Bernoulli") << 0.0 << 1.0 << 0.03 << 0.0 << 0.03;
  QTest::newRow("Gilbert") << 0.02 << 0.18 << 0.0 << 0.5 << 0.05;
  QTest::newRow("Elliott") << 0.1 << 0.3 << 0.01 << 0.41 << 0.11;
}

void PacketLossTest::losesItsMean() {
  QFETCH(const double, toBad);
  QFETCH(const double, toGood);
  QFETCH(const double, lossGood);
  QFETCH(const double, lossBad);
  QFETCH(const double, mean);
  const LossModel model{toBad, toGood, lossGood, lossBad};
  QVERIFY(std::abs(model.mean() - mean) < 1e-15);
  PacketLoss loss(model, 2, 0);
  constexpr std::int64_t kPackets = 400'000;
  const auto lost = static_cast<double>(loss.lostOf(kPackets));
  // The states' correlation, 1 - toBad - toGood from packet to packet, widens the variance by at
  // most (1 + r) / (1 - r).
  const double r = 1.0 - toBad - toGood;
  const double variance = mean * (1.0 - mean) * (1.0 + r) / (1.0 - r) / kPackets;
  QVERIFY(std::abs(lost / kPackets - mean) < 5.0 * std::sqrt(std::max(variance, mean / kPackets)));
}

void PacketLossTest::aBadStateLosesInBursts() {
  // All is lost in the bad state: bursts have the mean length 1 / toGood.
  PacketLoss loss({0.05, 0.25, 0.0, 1.0}, 3, 0);
  int bursts = 0;
  int lost = 0;
  bool before = false;
  for (int i = 0; i < 200'000; ++i) {
    const bool now = loss.lostOf(1) == 1;
    bursts += now && !before ? 1 : 0;
    lost += now ? 1 : 0;
    before = now;
  }
  const double mean = static_cast<double>(lost) / bursts;
  const double deviation = std::sqrt(0.75) / 0.25 / std::sqrt(bursts);  // geometric
  QVERIFY(std::abs(mean - 4.0) < 5.0 * deviation);
}

void PacketLossTest::sendsAgainAsOftenAsItMust() {
  PacketLoss loss(LossModel::bernoulli(0.2), 4, 0);
  constexpr int kMessages = 5000;
  constexpr int kPackets = 50;
  double sent = 0.0;
  double rounds = 0.0;
  for (int i = 0; i < kMessages; ++i) {
    const auto cost = loss.recover(kPackets);
    QVERIFY(cost.sent >= kPackets && cost.rounds >= 1);
    sent += static_cast<double>(cost.sent);
    rounds += static_cast<double>(cost.rounds);
  }
  // Each packet's attempts are geometric: mean 1 / (1 - p), variance p / (1 - p)^2.
  const double deviation = std::sqrt(0.2 / 0.64 / (kMessages * kPackets));
  QVERIFY(std::abs(sent / (kMessages * kPackets) - 1.25) < 5.0 * deviation);
  // The largest of 50 geometrics: sum over r >= 0 of 1 - (1 - p^r)^50.
  double expected = 0.0;
  for (int r = 0; r < 60; ++r) expected += 1.0 - std::pow(1.0 - std::pow(0.2, r), kPackets);
  QVERIFY(std::abs(rounds / kMessages - expected) < 5.0 / std::sqrt(kMessages));
}

void PacketLossTest::aCertainLossByHand() {
  // Good and bad in turns, beginning with a change: every first packet of two is lost, so that of 8
  // 4, 2, 1 are; the last one's turn is then the good one.
  PacketLoss loss({1.0, 1.0, 0.0, 1.0}, 5, 0);
  const auto cost = loss.recover(8);
  QCOMPARE(cost.sent, std::int64_t{8 + 4 + 2 + 1 + 1});
  QCOMPARE(cost.rounds, std::int64_t{5});
}

void PacketLossTest::manyPacketsHaveTheSameMeanAndVariance_data() {
  QTest::addColumn<double>("toBad");
  QTest::addColumn<double>("toGood");
  QTest::addColumn<double>("lossGood");
  QTest::addColumn<double>("lossBad");
  QTest::newRow("a few of them") << 0.0 << 1.0 << 1e-4 << 0.0;
  QTest::newRow("most of them") << 0.0 << 1.0 << 0.9 << 0.0;
  QTest::newRow("long bursts") << 2e-4 << 1e-3 << 0.001 << 0.5;
  QTest::newRow("short bursts") << 0.1 << 0.3 << 0.01 << 0.41;
}

void PacketLossTest::manyPacketsHaveTheSameMeanAndVariance() {
  QFETCH(const double, toBad);
  QFETCH(const double, toGood);
  QFETCH(const double, lossGood);
  QFETCH(const double, lossBad);
  const LossModel model{toBad, toGood, lossGood, lossBad};
  constexpr int kDraws = 2000;
  constexpr std::int64_t kPackets = 100'000;
  double sum = 0.0;
  double squares = 0.0;
  const double mean = kPackets * model.mean();
  for (std::uint32_t i = 0; i < kDraws; ++i) {
    PacketLoss loss(model, 6, i);
    loss.lostOf(kPackets);  // forgets the state it began in
    const double off = static_cast<double>(loss.lostOf(kPackets)) - mean;
    sum += off;
    squares += off * off;
  }
  // The states of packets k apart correlate as r^k: n p (1 - p) + 2 s sum (n - k) r^k.
  const double share = toBad / (toBad + toGood);
  const double states = share * (1.0 - share) * (lossBad - lossGood) * (lossBad - lossGood);
  const double r = 1.0 - toBad - toGood;
  double variance = kPackets * model.mean() * (1.0 - model.mean());
  double power = r;
  for (std::int64_t k = 1; k < kPackets; ++k, power *= r)
    variance += 2.0 * states * static_cast<double>(kPackets - k) * power;
  QVERIFY(std::abs(sum / kDraws) < 5.0 * std::sqrt(variance / kDraws));
  QVERIFY(std::abs(squares / kDraws / variance - 1.0) < 5.0 * std::sqrt(2.0 / kDraws));
}

void PacketLossTest::givesUpInTheEnd() {
  PacketLoss hopeless({1.0, 1e-6, 0.0, 1.0}, 7, 0);
  const auto cost = hopeless.recover(3);
  QVERIFY(!cost.complete);
  QCOMPARE(cost.rounds, PacketLoss::kMostRounds);
  PacketLoss bad(LossModel::bernoulli(0.9), 7, 0);
  QVERIFY(bad.recover(1'000'000'000).complete);
}

QTEST_APPLESS_MAIN(PacketLossTest)
#include "packet_loss_test.moc"
