// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/star.h"

#include <cmath>

#include <QtTest>

#include "core/base/random.h"
#include "core/net/parameter_server.h"

using telegrad::Delivery;
using telegrad::Discipline;
using telegrad::Message;
using telegrad::Random;
using telegrad::SimTime;
using telegrad::StarLink;
using telegrad::StarOptions;
using telegrad::Trace;
using telegrad::TraceStep;

class StarTest : public QObject {
  Q_OBJECT
 private slots:
  void carriesAsTheParameterServer();
  void manyToOne_data();
  void manyToOne();
  void oneToMany();
  void followsTracesByHand();
  void fairFollowsTracesByHand();
  void unequalAccessLinksFillProgressively();
  void lossAndJitterAreTheFirstHops_data();
  void lossAndJitterAreTheFirstHops();
  void latencyPassesBeforeAMessageCompetes();
  void fairAndFifoEndTogetherOnOneLink();
  void partsMakeTheWhole_data();
  void partsMakeTheWhole();
  void whatCannotBeCarriedIsRefused();
  void losesWhatATraceLoses();
};

namespace {

SimTime milliseconds(std::int64_t count) {
  return SimTime{count * 1'000'000};
}

telegrad::StarLinkOptions& linkOf(StarOptions& options, StarLink link) {
  return options.links.at(static_cast<std::size_t>(link));
}

StarOptions star(std::size_t workers, double access, double server, SimTime latency) {
  StarOptions options{.workers = workers};
  linkOf(options, StarLink::WorkerUplink) = {{access}, latency, nullptr};
  linkOf(options, StarLink::WorkerDownlink) = {{access}, SimTime{0}, nullptr};
  linkOf(options, StarLink::ServerIngress) = {{server}, SimTime{0}, nullptr};
  linkOf(options, StarLink::ServerEgress) = {{server}, latency, nullptr};
  return options;
}

std::shared_ptr<const Trace> trace(std::vector<TraceStep> steps,
                                   std::optional<SimTime> period = {}) {
  auto made = Trace::from(std::move(steps), period);
  if (!made) qFatal("%s", made.error().message.c_str());
  return std::make_shared<const Trace>(*std::move(made));
}

std::vector<Delivery> carry(const StarOptions& options, const std::vector<Message>& messages) {
  auto carried = telegrad::carryOverStar(options, messages);
  if (!carried) qFatal("%s", carried.error().message.c_str());
  return *std::move(carried);
}

std::vector<Message> randomMessages(Random& random, std::uint32_t workers, std::size_t count) {
  std::vector<Message> messages;
  for (std::size_t i = 0; i < count; ++i) {
    const auto worker = static_cast<std::uint32_t>(random.below(workers));
    const bool up = random.below(3) > 0;
    messages.push_back({SimTime{static_cast<std::int64_t>(random.below(50'000'000))},
                        up ? worker : workers,
                        up ? workers : worker,
                        {static_cast<std::int64_t>(random.below(20'000))}});
  }
  return messages;
}

bool isNear(SimTime read, SimTime expected) {
  return std::abs((read - expected).count()) <= 1;
}

}  // namespace

void StarTest::carriesAsTheParameterServer() {
  Random random(1, telegrad::Purpose::Test);
  const auto options = star(5, 33e6, 77e6, SimTime{1'234'567});
  const auto& parameters = telegrad::networks().front().parameters;
  const auto settings = telegrad::Settings::from(parameters, {{"worker_uplink", 33e6},
                                                              {"worker_downlink", 33e6},
                                                              {"server_ingress", 77e6},
                                                              {"server_egress", 77e6},
                                                              {"latency", 1.234567e-3}});
  QVERIFY(settings.has_value());
  const auto messages = randomMessages(random, 5, 2000);
  telegrad::ParameterServer server(*settings, 5, 1);
  const auto expected = server.carry(messages);
  const auto read = carry(options, messages);
  QCOMPARE(read.size(), expected.size());
  for (std::size_t i = 0; i < read.size(); ++i) {
    QCOMPARE(read[i].start, expected[i].start);
    QCOMPARE(read[i].end, expected[i].end);
    QCOMPARE(read[i].queueing, expected[i].queueing);
    QCOMPARE(read[i].serialisation, expected[i].serialisation);
    QCOMPARE(read[i].propagation, expected[i].propagation);
  }
}

void StarTest::manyToOne_data() {
  QTest::addColumn<bool>("fair");
  QTest::newRow("one after the other") << false;
  QTest::newRow("fair") << true;
}

void StarTest::manyToOne() {
  QFETCH(const bool, fair);
  // 4 x 1 MB at once, 1 Gbit/s access, 50 Mbit/s ingress, 20 ms: N S / B is 640 ms. Store and
  // forward pays 8 ms for the access link; as a fluid 0.660 s, what SimGrid's CM02 says without
  // cross traffic and window limit.
  auto options = star(4, 1e9, 50e6, milliseconds(20));
  options.impairments.rules.discipline = fair ? Discipline::Fair : Discipline::Fifo;
  std::vector<Message> messages;
  for (std::uint32_t i = 0; i < 4; ++i) messages.push_back({SimTime{0}, i, 4, {1'000'000}});
  const auto read = carry(options, messages);
  for (std::size_t i = 0; i < 4; ++i) {
    const auto turn = static_cast<std::int64_t>(i + 1);
    QVERIFY(isNear(read[i].end, fair ? milliseconds(660) : milliseconds(8 + 20 + 160 * turn)));
    QVERIFY(isNear(read[i].queueing, fair ? milliseconds(480) : milliseconds(160 * (turn - 1))));
    QVERIFY(isNear(read[i].serialisation, milliseconds(fair ? 160 : 168)));
    QCOMPARE(read[i].propagation, milliseconds(20));
  }
}

void StarTest::oneToMany() {
  auto options = star(3, 10e6, 1e9, milliseconds(5));
  std::vector<Message> messages;
  for (std::uint32_t i = 0; i < 3; ++i) messages.push_back({SimTime{0}, 3, i, {125'000}});
  const auto fifo = carry(options, messages);
  for (std::int64_t i = 0; i < 3; ++i)
    QCOMPARE(fifo[static_cast<std::size_t>(i)].end, milliseconds((i + 1) + 5 + 100));
  options.impairments.rules.discipline = Discipline::Fair;
  for (const auto& delivery : carry(options, messages))
    QVERIFY(isNear(delivery.end, milliseconds(105)));
}

void StarTest::followsTracesByHand() {
  // Uplinks: 8 Mbit/s and 3 ms for 10 ms, then nothing for 10 ms, again and again (a byte takes
  // 1000 ns). Ingress: 8 Gbit/s.
  auto options = star(2, 1e9, 8e9, milliseconds(1));
  linkOf(options, StarLink::WorkerUplink).trace =
      trace({{.bandwidth = {8e6}, .latency = milliseconds(3)},
             {.time = milliseconds(10), .bandwidth = {0.0}, .latency = milliseconds(4)}},
            milliseconds(20));
  const auto read = carry(options, {{milliseconds(0), 0, 2, {5000}},
                                    {milliseconds(0), 0, 2, {6000}},
                                    {milliseconds(9), 1, 2, {1000}}});
  QCOMPARE(read[0].end, milliseconds(8) + SimTime{5000});
  QCOMPARE(read[1].queueing, milliseconds(5));
  QCOMPARE(read[1].serialisation, milliseconds(16) + SimTime{6000});  // 5 ms, a pause, 1 ms
  QCOMPARE(read[1].end, milliseconds(24) + SimTime{6000});
  QCOMPARE(read[2].propagation, milliseconds(4));  // its last bit left as the pause began
  QCOMPARE(read[2].end, milliseconds(14) + SimTime{1000});
}

void StarTest::unequalAccessLinksFillProgressively() {
  // 8, 16 and 32 Mbit/s into 32 Mbit/s, 12 kB each: shares 8, 12, 12 until 8 ms; then 8 and the
  // first worker's own 4 kB take 4 ms more.
  auto options = star(3, 1e9, 32e6, SimTime{0});
  options.impairments.rules.discipline = Discipline::Fair;
  for (std::size_t worker = 0; worker < 3; ++worker)
    options.own.push_back(
        {.worker = worker, .trace = trace({{.bandwidth = {8e6 * (1 << worker)}}})});
  const auto read = carry(
      options,
      {{SimTime{0}, 0, 3, {12000}}, {SimTime{0}, 1, 3, {12000}}, {SimTime{0}, 2, 3, {12000}}});
  QCOMPARE(read[0].end, milliseconds(12));
  QCOMPARE(read[1].end, milliseconds(8));
  QCOMPARE(read[2].end, milliseconds(8));
  QCOMPARE(read[2].serialisation, milliseconds(3));

  // In turn: 12, 6 and 3 ms on the uplinks, 3 each on the ingress.
  options.impairments.rules.discipline = Discipline::Fifo;
  const auto inTurn = carry(options, {{SimTime{0}, 0, 3, {12000}}, {SimTime{0}, 2, 3, {12000}}});
  QCOMPARE(inTurn[0].end, milliseconds(15));
  QCOMPARE(inTurn[1].end, milliseconds(6));
}

void StarTest::fairFollowsTracesByHand() {
  // Ingress 16 Mbit/s for 10 ms, nothing for 5, 8 Mbit/s for ever; two at once, from 2 ms on.
  auto options = star(2, 1e9, 1e9, milliseconds(2));
  options.impairments.rules.discipline = Discipline::Fair;
  linkOf(options, StarLink::ServerIngress).trace =
      trace({{.bandwidth = {16e6}},
             {.time = milliseconds(10), .bandwidth = {0.0}},
             {.time = milliseconds(15), .bandwidth = {8e6}}});
  const auto read =
      carry(options, {{milliseconds(0), 0, 2, {5000}},     // 5 kB each in 5 ms
                      {milliseconds(0), 1, 2, {14'000}},   // alone 6 kB more by 10 ms, 3 kB left
                      {milliseconds(12), 0, 2, {1000}}});  // shares 4 Mbit/s each from 15 ms
  QVERIFY(isNear(read[0].end, milliseconds(7)));
  QVERIFY(isNear(read[2].end, milliseconds(17)));
  QVERIFY(isNear(read[1].end, milliseconds(19)));
  // A flow that ends as the trace changes does not hide the change from the others.
  const auto together =
      carry(options, {{milliseconds(0), 0, 2, {8000}}, {milliseconds(0), 1, 2, {9000}}});
  QVERIFY(isNear(together[0].end, milliseconds(10)));
  QVERIFY(isNear(together[1].end, milliseconds(16)));
}

void StarTest::lossAndJitterAreTheFirstHops_data() {
  manyToOne_data();
}

void StarTest::lossAndJitterAreTheFirstHops() {
  // A message over two wires, alone and after one that begins on the second of them has gone: what
  // the other is in for is no affair of its own.
  QFETCH(const bool, fair);
  const telegrad::Wiring wiring{.nodes = {"a", "b", "c"},
                                .wires = {{0, 1, {8e6}, SimTime{0}}, {1, 2, {8e6}, SimTime{0}}}};
  telegrad::LinkImpairments impairments;
  impairments.rules.discipline = fair ? Discipline::Fair : Discipline::Fifo;
  impairments.rules.packet = {100};
  impairments.profile.loss = {1.0, 1.0, 0.0, 1.0};  // every other packet
  impairments.profile.jitter = {telegrad::Jitter::Kind::Uniform, milliseconds(1), true};
  const std::vector<Message> both{{milliseconds(500), 0, 2, {800}}, {SimTime{0}, 1, 2, {800}}};
  const auto alone = telegrad::carryOverWires(wiring, impairments, 1, std::span(both).first(1));
  const auto second = telegrad::carryOverWires(wiring, impairments, 1, both);
  QVERIFY(alone && second);
  QCOMPARE((*second)[0].end, (*alone)[0].end);
  QCOMPARE((*alone)[0].repeated, telegrad::Bytes{800});  // on the first wire alone
  QCOMPARE((*second)[1].repeated, telegrad::Bytes{800});
}

void StarTest::latencyPassesBeforeAMessageCompetes() {
  // 1 MB each into a shared 80 Mbit/s wire, from 0 and from 100 ms away: the near one is done when
  // the other begins.
  telegrad::Wiring wiring{
      .nodes = {"near", "far", "switch", "server"},
      .wires = {
          {0, 2, {1e9}, SimTime{0}}, {1, 2, {1e9}, milliseconds(100)}, {2, 3, {80e6}, SimTime{0}}}};
  telegrad::LinkImpairments fair;
  fair.rules.discipline = Discipline::Fair;
  const std::vector<Message> messages{{SimTime{0}, 0, 3, {1'000'000}},
                                      {SimTime{0}, 1, 3, {1'000'000}}};
  const auto read = telegrad::carryOverWires(wiring, fair, 1, messages);
  QVERIFY(read.has_value());
  QVERIFY(isNear((*read)[0].end, milliseconds(100)));
  QVERIFY(isNear((*read)[1].end, milliseconds(200)));
  QCOMPARE((*read)[0].propagation, SimTime{0});
  QCOMPARE((*read)[1].propagation, milliseconds(100));
  QVERIFY(isNear((*read)[1].serialisation, milliseconds(100)));
  QVERIFY((*read)[1].queueing <= SimTime{1});
}

void StarTest::fairAndFifoEndTogetherOnOneLink() {
  // Access links so wide that only the ingress counts: it works without a pause in both.
  Random random(2, telegrad::Purpose::Test);
  for (int repeat = 0; repeat < 20; ++repeat) {
    auto options = star(4, 1e15, 100e6, milliseconds(1));
    auto messages = randomMessages(random, 4, 100);
    std::erase_if(messages, [](const Message& message) { return message.source == 4; });
    const auto last = [&] {
      SimTime end{0};
      for (const auto& delivery : carry(options, messages)) end = std::max(end, delivery.end);
      return end;
    };
    const auto fifo = last();
    options.impairments.rules.discipline = Discipline::Fair;
    QVERIFY(std::abs((last() - fifo).count()) <= 300);  // each end is rounded up
  }
}

void StarTest::partsMakeTheWhole_data() {
  manyToOne_data();
}

void StarTest::partsMakeTheWhole() {
  QFETCH(const bool, fair);
  Random random(3, telegrad::Purpose::Test);
  auto options = star(4, 20e6, 40e6, SimTime{333'333});
  options.impairments.rules.discipline = fair ? Discipline::Fair : Discipline::Fifo;
  linkOf(options, StarLink::WorkerUplink).trace = trace(
      {{.bandwidth = {30e6}}, {.time = SimTime{777'777}, .bandwidth = {0.0}}}, SimTime{999'999});
  const auto messages = randomMessages(random, 4, 300);
  const auto read = carry(options, messages);
  for (std::size_t i = 0; i < read.size(); ++i) {
    QCOMPARE(read[i].start, messages[i].time);
    QVERIFY(read[i].queueing >= SimTime{0});
    QCOMPARE(read[i].end - read[i].start,
             read[i].queueing + read[i].serialisation + read[i].propagation);
  }
}

void StarTest::whatCannotBeCarriedIsRefused() {
  auto options = star(1, 1e4, 1e6, SimTime{0});
  const std::vector<Message> huge(3, {SimTime{0}, 0, 1, {std::int64_t{1} << 49}});
  const auto slow = telegrad::carryOverStar(options, huge);
  QVERIFY(!slow);
  QVERIFY(slow.error().message.find("at most 1e9 s") != std::string::npos);
  // A loss after which something is always missing; what holds it up is named.
  options.impairments.profile.loss = {1.0, 1e-6, 0.0, 1.0};
  const auto lossy =
      telegrad::carryOverStar(options, std::vector<Message>{{SimTime{0}, 0, 1, {1000}}});
  QVERIFY(!lossy);
  QVERIFY(lossy.error().message.find("worker_uplink of worker0") != std::string::npos);
}

void StarTest::losesWhatATraceLoses() {
  auto options = star(1, 8e6, 8e6, milliseconds(1));
  const std::vector<Message> messages(50, {SimTime{0}, 0, 1, {151'400}});
  const auto whole = carry(options, messages).back().end;
  linkOf(options, StarLink::WorkerUplink).trace = trace({{.bandwidth = {8e6}, .loss = 0.2}});
  std::int64_t repeated = 0;
  for (const auto& delivery : carry(options, messages)) repeated += delivery.repeated.value;
  // 5,000 packets, a quarter as many again: 4 standard deviations are 8 % of that.
  QVERIFY(std::abs(static_cast<double>(repeated) / (0.25 * 50 * 151'400) - 1.0) < 0.1);
  QVERIFY(carry(options, messages).back().end > whole);
}

QTEST_APPLESS_MAIN(StarTest)
#include "star_test.moc"
