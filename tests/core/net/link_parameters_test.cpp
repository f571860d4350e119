// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/link_parameters.h"

#include <array>

#include <QtTest>

using telegrad::Bytes;
using telegrad::Choice;
using telegrad::Discipline;
using telegrad::Fabric;
using telegrad::Settings;
using telegrad::SimTime;
using telegrad::Values;

class LinkParametersTest : public QObject {
  Q_OBJECT
 private slots:
  void allIsOffAtFirst();
  void conditionsNameChoicesThatAreThere();
  void everyWordCounts();
  void headersOnceOrInEveryPacket();
  void fairSharesHaveNoQueues();
  void fairSharesRefuseABucket();
  void aMessageMeetsLossAndJitterOnce();
  void aStandstillIsPutIntoWords();
};

namespace {

std::vector<telegrad::Parameter> parameters() {
  auto all = telegrad::linkImpairments();
  all.push_back(telegrad::messageOverhead());
  return all;
}

Settings settings(const Values& values = {}) {
  auto made = Settings::from(parameters(), values);
  if (!made) qFatal("%s", made.error().message.c_str());
  return *std::move(made);
}

std::string word(const char* text) {
  return text;
}

}  // namespace

void LinkParametersTest::allIsOffAtFirst() {
  const auto off = telegrad::impairmentsOf(settings());
  QVERIFY(off.profile.isPlain());
  QVERIFY(off.rules.isPlain());
  Fabric fabric;
  const auto link = fabric.addLink({1e6}, SimTime{0});
  fabric.addRoute(std::array{link});
  telegrad::applyImpairments(off, fabric, 1, SimTime{0});
  QVERIFY(fabric.isPlain());
}

void LinkParametersTest::conditionsNameChoicesThatAreThere() {
  const auto all = parameters();
  for (const auto& parameter : all) {
    if (!parameter.onlyWith) continue;
    const auto found = std::ranges::find(all, parameter.onlyWith->key, &telegrad::Parameter::key);
    QVERIFY2(found != all.end(), parameter.key.c_str());
    const auto& options = std::get<Choice>(found->kind).options;
    QVERIFY2(std::ranges::find(options, parameter.onlyWith->option) != options.end(),
             parameter.key.c_str());
  }
}

void LinkParametersTest::everyWordCounts() {
  using telegrad::ConnectionModel;
  using telegrad::Jitter;
  const auto of = [](const Values& values) { return telegrad::impairmentsOf(settings(values)); };
  const auto jitter =
      of({{"jitter", word("normal")}, {"jitter_spread", 0.25}, {"jitter_order", word("free")}});
  const Jitter normal{Jitter::Kind::Normal, SimTime{250'000'000}, false};
  QCOMPARE(jitter.profile.jitter, normal);
  QCOMPARE(of({{"jitter", word("uniform")}}).profile.jitter.kind, Jitter::Kind::Uniform);
  QCOMPARE(of({{"jitter", word("exponential")}}).profile.jitter.kind, Jitter::Kind::Exponential);
  QVERIFY(of({{"jitter", word("uniform")}}).profile.jitter.keepsOrder);
  const Values burst{{"loss", word("bursts")},
                     {"loss_rate", 0.125},
                     {"burst_begin", 0.25},
                     {"burst_end", 0.5},
                     {"burst_loss", 0.75}};
  const telegrad::LossModel elliott{0.25, 0.5, 0.125, 0.75};
  QCOMPARE(of(burst).profile.loss, elliott);
  QCOMPARE(of({{"loss", word("independent")}, {"loss_rate", 0.125}}).profile.loss,
           telegrad::LossModel::bernoulli(0.125));
  QCOMPARE(of({{"bucket", 16384.0}}).profile.bucket, Bytes{16384});
  const auto queue =
      of({{"queue", word("limited")}, {"queue_limit", 5000.0}, {"retry_after", 0.5}});
  QCOMPARE(queue.profile.queueLimit->value, std::int64_t{5000});
  QCOMPARE(queue.rules.retransmission.first, SimTime{500'000'000});
  const std::array kinds{std::pair{"cold", ConnectionModel::Kind::Cold},
                         std::pair{"warm", ConnectionModel::Kind::Warm},
                         std::pair{"idle-reset", ConnectionModel::Kind::IdleReset}};
  for (const auto& [key, kind] : kinds)
    QCOMPARE(of({{"connection", word(key)}}).rules.connection, kind);
}

void LinkParametersTest::headersOnceOrInEveryPacket() {
  const auto once = telegrad::wireFormat(settings({{"message_overhead", std::int64_t{50}}}));
  QCOMPARE(once.wire({10'000}), Bytes{10'050});
  // 1448 B a packet, 66 B of headers each: 7 packets.
  const auto packets = settings({{"framing", word("packets")}});
  QCOMPARE(telegrad::wireFormat(packets).wire({10'000}), Bytes{10'000 + 7 * 66});
  QCOMPARE(telegrad::impairmentsOf(packets).rules.packet, Bytes{1514});
  const auto jumbo = settings({{"framing", word("packets")}, {"mtu", std::int64_t{9000}}});
  QCOMPARE(telegrad::wireFormat(jumbo).wire({10'000}), Bytes{10'000 + 2 * 66});
  QCOMPARE(telegrad::impairmentsOf(jumbo).rules.packet, Bytes{9014});
}

void LinkParametersTest::fairSharesHaveNoQueues() {
  const auto fair =
      telegrad::impairmentsOf(settings({{"discipline", word("fair")}, {"queue", word("limited")}}));
  QCOMPARE(fair.rules.discipline, Discipline::Fair);
  QVERIFY(fair.profile.isPlain());
}

void LinkParametersTest::fairSharesRefuseABucket() {
  using telegrad::impairmentsConflict;
  QVERIFY(!impairmentsConflict(settings({{"discipline", word("fair")}})));
  QVERIFY(!impairmentsConflict(settings({{"bucket", 3000.0}})));
  const auto conflict =
      impairmentsConflict(settings({{"discipline", word("fair")}, {"bucket", 3000.0}}));
  QVERIFY(conflict.has_value());
  for (const char* words : {"bucket", "3 kB", "fair", "allowed: 0 B", "fifo"})
    QVERIFY2(conflict->message.find(words) != std::string::npos, conflict->message.c_str());
}

void LinkParametersTest::aMessageMeetsLossAndJitterOnce() {
  Fabric fabric;
  const auto first = fabric.addLink({8e6}, SimTime{1'000'000});
  const auto second = fabric.addLink({8e6}, SimTime{0});
  const auto route = fabric.addRoute(std::array{first, second});
  const auto impairments = telegrad::impairmentsOf(
      settings({{"loss", word("independent")}, {"loss_rate", 0.5}, {"bucket", 100.0}}));
  telegrad::applyImpairments(impairments, fabric, 1, SimTime{0});
  for (int i = 0; i < 50; ++i) fabric.send(route, SimTime{0}, {1000});
  while (fabric.runToDelivery()) {
  }
  QVERIFY(fabric.link(first).bytesOut().value > 50'000);
  QCOMPARE(fabric.link(second).bytesOut(), Bytes{50'000});
}

void LinkParametersTest::aStandstillIsPutIntoWords() {
  Fabric fabric;
  const auto link = fabric.addLink({1e4}, SimTime{0});
  fabric.send(fabric.addRoute(std::array{link}), SimTime{0}, {std::int64_t{1} << 49});
  QVERIFY(!fabric.runToDelivery());
  const auto said =
      standstill(fabric, [](Fabric::LinkId id) { return "the wire " + std::to_string(id); });
  for (const char* words : {"nothing", "the wire 0", "10 kbit/s", "1e9 s", "allowed: "})
    QVERIFY2(said.message.find(words) != std::string::npos, said.message.c_str());
  Fabric idle;
  QVERIFY(standstill(idle, nullptr).message.find("1e9 s") != std::string::npos);
}

QTEST_APPLESS_MAIN(LinkParametersTest)
#include "link_parameters_test.moc"
