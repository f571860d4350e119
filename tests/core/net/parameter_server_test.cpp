// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/parameter_server.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include <QtTest>

#include "core/base/random.h"

using telegrad::IterationTiming;
using telegrad::ParameterServer;
using telegrad::Settings;
using telegrad::SimTime;
using telegrad::Values;
using telegrad::WorkerLoad;

class ParameterServerTest : public QObject {
  Q_OBJECT
 private slots:
  void oneUpload();
  void uploadsAtOnceQueueAtTheIngress();
  void uploadsFarApartDoNotMeet();
  void uploadsNearEachOtherPartlyQueue();
  void denseBroadcastSharesTheEgress();
  void freeBroadcastTakesNoTime();
  void overheadCountsOnTheWire();
  void equalsANaiveSimulation();
  void bytesInAreBytesOutAndLinksIdleOnlyWhenEmpty();
  void identicalWorkersMayBeSwapped();
  void newSettingsActFromTheNextIteration();
  void lognormalTimesHaveTheirMedianAndSpread();
  void lognormalTimesDependOnNothingButTheirCoordinates();
  void stalenessFollowsTheRecursion();
  void theSteadyStateIsTheClosedForm();
  void aSlowWorkerHoldsUpTheOthersOnlyBeyondTheStaleness();
  void messagesAreScaledToTheEmulatedGradient();
  void newRatesActOnWhatIsUnderWay();
  void linksFollowATrace();
  void carriesArbitraryMessages();
};

namespace {

constexpr std::int64_t kLatency = 5'000'000;

/// Of the broadcast and the upload together.
telegrad::Way ways(const telegrad::WorkerTiming& worker) {
  return worker.broadcast + worker.upload;
}

/// Whole nanoseconds a byte: 80 on the worker's links, 8 on the server's; 5 ms; no compute time.
Settings settings(Values overrides = {}) {
  Values values{{"worker_uplink", 100e6}, {"worker_downlink", 100e6},
                {"server_ingress", 1e9},  {"server_egress", 1e9},
                {"latency", 5e-3},        {"message_overhead", std::int64_t{0}},
                {"compute_time", 0.0}};
  for (const auto& [key, value] : overrides) values[key] = value;
  auto made = Settings::from(telegrad::networks()[0].parameters, values);
  if (!made) qFatal("%s", made.error().message.c_str());
  return *std::move(made);
}

Settings measured(Values overrides = {}) {
  overrides["compute_model"] = std::string("measured");
  return settings(std::move(overrides));
}

WorkerLoad upload(std::int64_t bytes, std::int64_t computeNanoseconds = 0) {
  return {.broadcast = {0},
          .uploads = true,
          .upload = {bytes},
          .measuredCompute = SimTime{computeNanoseconds}};
}

}  // namespace

void ParameterServerTest::oneUpload() {
  ParameterServer network(measured(), 3, 1);
  std::vector<WorkerLoad> loads(3);
  loads[1] = upload(1000, 700);
  const auto timing = network.iterate(loads, 0);
  const auto& worker = timing.workers[1];
  QCOMPARE(worker.computed, SimTime{700});
  QCOMPARE(worker.delivered, SimTime{700 + 80 * 1000 + kLatency + 8 * 1000});
  QCOMPARE(ways(worker).transfer, SimTime{88 * 1000});
  QCOMPARE(ways(worker).queueing, SimTime{0});
  QCOMPARE(timing.end, worker.delivered);
  QCOMPARE(timing.workers[0].delivered, SimTime{0});
  QCOMPARE(timing.uplinkWireBits, std::int64_t{8000});
  QCOMPARE(timing.downlinkWireBits, std::int64_t{0});
}

void ParameterServerTest::uploadsAtOnceQueueAtTheIngress() {
  // S/uplink + L + n*S/ingress, for an ingress slower and faster than an uplink.
  for (const double ingress : {10e6, 100e6, 1e9, 8e9}) {
    ParameterServer network(measured({{"server_ingress", ingress}}), 8, 1);
    const std::int64_t perByte = static_cast<std::int64_t>(8e9 / ingress);
    const std::vector<WorkerLoad> loads(8, upload(2500));
    const auto timing = network.iterate(loads, 0);
    for (std::int64_t n = 1; n <= 8; ++n) {
      const auto& worker = timing.workers[static_cast<std::size_t>(n - 1)];
      QCOMPARE(worker.delivered.count(), 80 * 2500 + kLatency + n * perByte * 2500);
      QCOMPARE(ways(worker).queueing.count(), (n - 1) * perByte * 2500);
      QCOMPARE(ways(worker).transfer.count(), (80 + perByte) * 2500);
    }
    QCOMPARE(timing.end.count(), 80 * 2500 + kLatency + 8 * perByte * 2500);
  }
}

void ParameterServerTest::uploadsFarApartDoNotMeet() {
  // Gradients at least S/ingress apart: each is alone, and the uplink is what it waits for.
  ParameterServer network(measured(), 6, 1);
  std::vector<WorkerLoad> loads;
  for (std::int64_t n = 0; n < 6; ++n) loads.push_back(upload(1000, n * 8000));
  const auto timing = network.iterate(loads, 0);
  for (std::int64_t n = 0; n < 6; ++n) {
    const auto& worker = timing.workers[static_cast<std::size_t>(n)];
    QCOMPARE(worker.delivered.count(), n * 8000 + 80 * 1000 + kLatency + 8 * 1000);
    QCOMPARE(ways(worker).queueing, SimTime{0});
  }
}

void ParameterServerTest::uploadsNearEachOtherPartlyQueue() {
  // Gradients g < S/ingress apart: the n-th waits n*(S/ingress - g).
  ParameterServer network(measured(), 6, 1);
  std::vector<WorkerLoad> loads;
  for (std::int64_t n = 0; n < 6; ++n) loads.push_back(upload(1000, n * 3000));
  const auto timing = network.iterate(loads, 0);
  for (std::int64_t n = 0; n < 6; ++n) {
    const auto& worker = timing.workers[static_cast<std::size_t>(n)];
    QCOMPARE(ways(worker).queueing.count(), n * 5000);
    QCOMPARE(worker.delivered.count(), 80 * 1000 + kLatency + (n + 1) * 8000);
  }
}

void ParameterServerTest::denseBroadcastSharesTheEgress() {
  // The n-th of N leaves after n*S/egress and is there after L + S/downlink.
  ParameterServer network(measured({{"broadcast", std::string("dense")},
                                    {"worker_downlink", 50e6},
                                    {"message_overhead", std::int64_t{100}}}),
                          5, 1);
  std::vector<WorkerLoad> loads(5);
  for (auto& load : loads) load.broadcast = {3900};
  loads[2].broadcast = {0};  // nothing to receive: not a message
  const auto timing = network.iterate(loads, 0);
  const std::vector<std::int64_t> place{1, 2, 0, 3, 4};
  for (std::size_t worker = 0; worker < 5; ++worker) {
    const std::int64_t expected =
        place[worker] == 0 ? 0 : place[worker] * 8 * 4000 + kLatency + 160 * 4000;
    QCOMPARE(timing.workers[worker].received.count(), expected);
    QCOMPARE(ways(timing.workers[worker]).queueing.count(),
             std::max<std::int64_t>(place[worker] - 1, 0) * 8 * 4000);
    QCOMPARE(ways(timing.workers[worker]).transfer.count(),
             place[worker] == 0 ? 0 : (8 + 160) * 4000);
    QCOMPARE(timing.workers[worker].delivered.count(), expected);
  }
  QCOMPARE(timing.downlinkWireBits, std::int64_t{4 * 8 * 4000});
  QCOMPARE(timing.uplinkWireBits, std::int64_t{0});
  QCOMPARE(network.egress().bytesOut().value, std::int64_t{4 * 4000});
}

void ParameterServerTest::freeBroadcastTakesNoTime() {
  ParameterServer network(settings({{"compute_time", 0.0125}}), 2, 1);
  std::vector<WorkerLoad> loads(2);
  loads[0].broadcast = {1000000};
  const auto timing = network.iterate(loads, 0);
  QCOMPARE(timing.workers[0].received, SimTime{0});
  QCOMPARE(timing.workers[0].computed, SimTime{12'500'000});
  QCOMPARE(timing.downlinkWireBits, std::int64_t{0});
  QCOMPARE(timing.end, SimTime{12'500'000});
}

void ParameterServerTest::overheadCountsOnTheWire() {
  ParameterServer network(measured({{"message_overhead", std::int64_t{66}}}), 1, 1);
  QCOMPARE(network.wireBits({934}), std::int64_t{8000});
  const std::vector<WorkerLoad> loads{upload(934)};
  const auto timing = network.iterate(loads, 0);
  QCOMPARE(timing.uplinkWireBits, std::int64_t{8000});
  QCOMPARE(timing.end.count(), 88 * 1000 + kLatency);
}

namespace {

/// ceil(8e9 * bytes / rate) for a rate of whole bits a second.
std::int64_t ceilTime(std::int64_t bytes, std::int64_t rate) {
  return (8'000'000'000 * bytes + rate - 1) / rate;
}

__extension__ using WideInteger = __int128;

/// Lindley's recursion in rate-ths of a nanosecond, of which all times and messages are whole
/// numbers; rounded up to nanoseconds only in what is told.
class LinkByHand {
 public:
  explicit LinkByHand(std::int64_t rate) : rate_(rate) {}

  std::int64_t leaves(std::int64_t arrival, std::int64_t bytes) {
    free_ = std::max(free_, WideInteger{arrival} * rate_) + WideInteger{8'000'000'000} * bytes;
    return static_cast<std::int64_t>((free_ + rate_ - 1) / rate_);
  }

 private:
  WideInteger rate_;
  WideInteger free_ = 0;
};

/// Lindley's recursion, resource by resource: what arrives at a link (any order) leaves it at.
std::vector<std::int64_t> fifo(const std::vector<std::int64_t>& arrivals,
                               const std::vector<std::int64_t>& bytes, std::int64_t rate) {
  std::vector<std::size_t> order(arrivals.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return arrivals[a] < arrivals[b]; });
  std::vector<std::int64_t> departures(arrivals.size());
  LinkByHand link(rate);
  for (const std::size_t i : order) departures[i] = link.leaves(arrivals[i], bytes[i]);
  return departures;
}

struct Rates {
  std::int64_t uplink, downlink, ingress, egress, latency;
};

Rates randomRates(telegrad::Random& random) {
  const auto rate = [&] {
    return std::int64_t{1'000'000} + static_cast<std::int64_t>(random.below(1'000'000'000));
  };
  Rates rates{rate(), rate(), rate(), rate(), 0};
  rates.latency = static_cast<std::int64_t>(random.below(20'000'000));
  return rates;
}

Settings dense(const Rates& rates) {
  return measured({{"broadcast", std::string("dense")},
                   {"worker_uplink", static_cast<double>(rates.uplink)},
                   {"worker_downlink", static_cast<double>(rates.downlink)},
                   {"server_ingress", static_cast<double>(rates.ingress)},
                   {"server_egress", static_cast<double>(rates.egress)},
                   {"latency", static_cast<double>(rates.latency) * 1e-9}});
}

std::vector<WorkerLoad> randomLoads(telegrad::Random& random, std::size_t workers) {
  std::vector<WorkerLoad> loads(workers);
  for (auto& load : loads) {
    load.broadcast = {1 + static_cast<std::int64_t>(random.below(100'000))};
    load.uploads = random.below(4) != 0;
    load.upload = {static_cast<std::int64_t>(random.below(100'000))};
    load.measuredCompute = SimTime{static_cast<std::int64_t>(random.below(3'000'000))};
  }
  return loads;
}

/// When each worker's upload is there, from the recursion alone.
std::vector<std::int64_t> naive(const Rates& rates, const std::vector<WorkerLoad>& loads,
                                std::int64_t start) {
  std::vector<std::int64_t> weights;
  for (const auto& load : loads) weights.push_back(load.broadcast.value);
  auto left = fifo(std::vector(loads.size(), start), weights, rates.egress);
  std::vector<std::int64_t> computed;
  for (std::size_t w = 0; w < loads.size(); ++w)
    computed.push_back(left[w] + rates.latency + ceilTime(weights[w], rates.downlink) +
                       loads[w].measuredCompute.count());
  std::vector<std::int64_t> arrivals;
  std::vector<std::int64_t> sizes;
  for (std::size_t w = 0; w < loads.size(); ++w) {
    if (!loads[w].uploads) continue;
    arrivals.push_back(computed[w] + ceilTime(loads[w].upload.value, rates.uplink) + rates.latency);
    sizes.push_back(loads[w].upload.value);
  }
  const auto there = fifo(arrivals, sizes, rates.ingress);
  std::size_t next = 0;
  for (std::size_t w = 0; w < loads.size(); ++w)
    if (loads[w].uploads) computed[w] = there[next++];
  return computed;
}

}  // namespace

void ParameterServerTest::equalsANaiveSimulation() {
  telegrad::Random random(5, telegrad::Purpose::Test);
  for (int round = 0; round < 200; ++round) {
    const Rates rates = randomRates(random);
    const std::size_t workers = 1 + random.below(30);
    ParameterServer network(dense(rates), workers, 1);
    std::int64_t start = 0;
    for (int iteration = 0; iteration < 3; ++iteration) {
      const auto loads = randomLoads(random, workers);
      const auto expected = naive(rates, loads, start);
      const auto timing = network.iterate(loads, iteration);
      for (std::size_t w = 0; w < workers; ++w) {
        const auto& times = timing.workers[w];
        QCOMPARE(times.delivered.count(), expected[w]);
        const auto propagation = times.delivered - times.start - loads[w].measuredCompute -
                                 ways(times).queueing - ways(times).transfer;
        QCOMPARE(propagation.count(), (loads[w].uploads ? 2 : 1) * rates.latency);
        QCOMPARE(ways(times).propagation, propagation);
      }
      start = *std::ranges::max_element(expected);
      QCOMPARE(timing.end.count(), start);
    }
  }
}

void ParameterServerTest::bytesInAreBytesOutAndLinksIdleOnlyWhenEmpty() {
  telegrad::Random random(6, telegrad::Purpose::Test);
  const Rates rates = randomRates(random);
  ParameterServer network(dense(rates), 12, 1);
  std::int64_t up = 0;
  std::int64_t down = 0;
  for (int iteration = 0; iteration < 20; ++iteration) {
    const auto loads = randomLoads(random, 12);
    const auto timing = network.iterate(loads, iteration);
    up += timing.uplinkWireBits;
    down += timing.downlinkWireBits;
    // Work conserving: whoever waited at the ingress was delivered at the end of a gapless run of
    // transmissions, so some other upload was delivered one serialisation before it, each end
    // rounded up by itself.
    std::vector<std::int64_t> ends;
    for (const auto& worker : timing.workers) ends.push_back(worker.delivered.count());
    for (std::size_t w = 0; w < loads.size(); ++w) {
      if (!loads[w].uploads) continue;
      const auto bytes = loads[w].upload.value;
      const auto own = ceilTime(bytes, rates.ingress);
      const auto& times = timing.workers[w];
      const auto alone = ceilTime(bytes, rates.uplink) + rates.latency + own;
      if ((times.delivered - times.computed).count() == alone) continue;
      QVERIFY(std::ranges::count(ends, ends[w] - own) +
                  std::ranges::count(ends, ends[w] - own + 1) >
              0);
    }
  }
  QCOMPARE(8 * network.ingress().bytesOut().value, up);
  QCOMPARE(8 * network.egress().bytesOut().value, down);
  std::int64_t uplinks = 0;
  for (std::size_t w = 0; w < 12; ++w) {
    QCOMPARE(network.uplink(w).bytesIn(), network.uplink(w).bytesOut());
    uplinks += network.uplink(w).bytesOut().value;
  }
  QCOMPARE(uplinks, network.ingress().bytesIn().value);
}

void ParameterServerTest::identicalWorkersMayBeSwapped() {
  std::vector<WorkerLoad> loads;
  for (std::int64_t n = 0; n < 7; ++n) loads.push_back(upload(1000 + 37 * n, 50'000 - 3000 * n));
  ParameterServer one(measured(), 7, 1);
  const auto expected = one.iterate(loads, 0);
  std::vector<std::uint32_t> order(7);
  telegrad::Random(8, telegrad::Purpose::Test).permutation(order);
  std::vector<WorkerLoad> swapped(7);
  for (std::size_t w = 0; w < 7; ++w) swapped[w] = loads[order[w]];
  ParameterServer other(measured(), 7, 1);
  const auto got = other.iterate(swapped, 0);
  QVERIFY(!std::ranges::is_sorted(order));
  for (std::size_t w = 0; w < 7; ++w) {
    QCOMPARE(got.workers[w].delivered, expected.workers[order[w]].delivered);
    QCOMPARE(ways(got.workers[w]).queueing, ways(expected.workers[order[w]]).queueing);
  }
}

void ParameterServerTest::newSettingsActFromTheNextIteration() {
  ParameterServer network(measured(), 1, 1);
  const std::vector<WorkerLoad> loads{upload(1000)};
  const SimTime first = network.iterate(loads, 0).end;
  QCOMPARE(first.count(), 88 * 1000 + kLatency);
  network.configure(measured({{"worker_uplink", 50e6}, {"latency", 1e-3}}));
  QCOMPARE((network.iterate(loads, 1).end - first).count(), 168 * 1000 + 1'000'000);
}

void ParameterServerTest::lognormalTimesHaveTheirMedianAndSpread() {
  constexpr double kMedian = 0.02;
  constexpr double kSpread = 0.5;
  ParameterServer network(settings({{"compute_model", std::string("lognormal")},
                                    {"compute_time", kMedian},
                                    {"compute_spread", kSpread}}),
                          10, 3);
  const std::vector<WorkerLoad> loads(10);
  int below = 0;
  double sum = 0.0;
  double squares = 0.0;
  constexpr int kDraws = 20000;
  for (int iteration = 0; iteration < kDraws / 10; ++iteration) {
    const auto timing = network.iterate(loads, iteration);
    for (const auto& worker : timing.workers) {
      const double time = telegrad::seconds(worker.computed - worker.received);
      below += time < kMedian ? 1 : 0;
      const double z = std::log(time / kMedian) / kSpread;
      sum += z;
      squares += z * z;
    }
  }
  // Five standard deviations each.
  QVERIFY(std::abs(below / double{kDraws} - 0.5) < 5.0 * 0.5 / std::sqrt(kDraws));
  QVERIFY(std::abs(sum / kDraws) < 5.0 / std::sqrt(kDraws));
  QVERIFY(std::abs(squares / kDraws - 1.0) < 5.0 * std::sqrt(2.0 / kDraws));
}

void ParameterServerTest::lognormalTimesDependOnNothingButTheirCoordinates() {
  const auto made = settings({{"compute_model", std::string("lognormal")}, {"compute_time", 0.02}});
  // Iteration k's compute times, whatever was carried before.
  const auto durations = [&](std::uint64_t seed, std::int64_t iteration, std::int64_t bytes) {
    ParameterServer network(made, 4, seed);
    for (std::int64_t k = 0; k < iteration; ++k)
      network.iterate(std::vector<WorkerLoad>(4, upload(bytes)), k);
    const auto timing = network.iterate(std::vector<WorkerLoad>(4), iteration);
    std::vector<std::int64_t> times;
    for (const auto& worker : timing.workers)
      times.push_back((worker.computed - worker.received).count());
    return times;
  };
  const auto seventh = durations(3, 7, 100);
  QCOMPARE(durations(3, 7, 5000), seventh);
  QVERIFY(durations(4, 7, 100) != seventh);
  QVERIFY(durations(3, 8, 100) != seventh);
  QVERIFY(seventh[0] != seventh[1]);
}

/// The recursion of delayed aggregation, whole iterations at a time and in nanoseconds:
///   C_t = max(C_{t-1}, A_{t-1-tau}) + T,  U_t = max(C_t, U_{t-1}) + S/a,  A_t = U_t + b.
void ParameterServerTest::stalenessFollowsTheRecursion() {
  telegrad::Random random(9, telegrad::Purpose::Test);
  for (int round = 0; round < 200; ++round) {
    // One worker: its own link, then the server's, which is fast.
    const auto rate = std::int64_t{1'000'000} + static_cast<std::int64_t>(random.below(50'000'000));
    const auto latency = static_cast<std::int64_t>(random.below(30'000'000));
    ParameterServer network(measured({{"worker_uplink", static_cast<double>(rate)},
                                      {"server_ingress", 1e12},
                                      {"latency", static_cast<double>(latency) * 1e-9}}),
                            1, 1);
    std::vector<std::int64_t> arrivals;
    std::int64_t computed = 0;
    LinkByHand uplink(rate);
    LinkByHand ingress(1'000'000'000'000);
    std::int64_t through = -1;
    std::int64_t asked = 0;
    std::vector<std::int64_t> ends;
    for (std::int64_t t = 0; t < 60; ++t) {
      // The staleness changes at random; what has been applied stays so.
      const auto staleness = static_cast<std::int64_t>(random.below(6));
      const auto bytes = static_cast<std::int64_t>(random.below(20'000));
      const auto compute = static_cast<std::int64_t>(random.below(3'000'000));
      if (through >= 0) computed = std::max(computed, arrivals[static_cast<std::size_t>(through)]);
      computed += compute;
      arrivals.push_back(ingress.leaves(uplink.leaves(computed, bytes) + latency, bytes));
      through = std::max(through, t - staleness);
      const auto started = network.submit(std::vector{upload(bytes, compute)}, t, through);
      const std::int64_t end =
          std::max(computed, through < 0 ? 0 : arrivals[static_cast<std::size_t>(through)]);
      QVERIFY(started.has_value());
      QCOMPARE(started->end.count(), end);
      ends.push_back(end);
      if (t == 59) QVERIFY(network.finish());
      for (; const auto timing = network.resolved(); ++asked) {
        const auto at = static_cast<std::size_t>(asked);
        QCOMPARE(timing->iteration, asked);
        QCOMPARE(timing->workers[0].delivered.count(), arrivals[at]);
        QCOMPARE(timing->end.count(), ends[at]);
        QCOMPARE(timing->start.count(), asked == 0 ? 0 : ends[at - 1]);
      }
      QVERIFY(asked > through);
    }
    QCOMPARE(asked, std::int64_t{60});
  }
}

/// T = max{ T_comp, S/a, (T_comp + b + S/a) / (tau + 1) } per iteration, once it has settled.
void ParameterServerTest::theSteadyStateIsTheClosedForm() {
  telegrad::Random random(10, telegrad::Purpose::Test);
  for (int round = 0; round < 200; ++round) {
    const auto rate = std::int64_t{1'000'000} + static_cast<std::int64_t>(random.below(50'000'000));
    const auto latency = static_cast<std::int64_t>(random.below(80'000'000));
    const auto bytes = static_cast<std::int64_t>(random.below(60'000));
    const auto compute = 1000 + static_cast<std::int64_t>(random.below(20'000'000));
    const auto staleness = static_cast<std::int64_t>(random.below(12));
    ParameterServer network(measured({{"worker_uplink", static_cast<double>(rate)},
                                      {"server_ingress", 1e12},
                                      {"latency", static_cast<double>(latency) * 1e-9}}),
                            1, 1);
    const std::vector<WorkerLoad> loads{upload(bytes, compute)};
    const std::int64_t period = 20 * (staleness + 1);
    constexpr std::int64_t kSettled = 3000;
    SimTime begin{};
    SimTime end{};
    for (std::int64_t t = 0; t <= kSettled + period; ++t) {
      end = network.submit(loads, t, std::max<std::int64_t>(-1, t - staleness))->end;
      if (t == kSettled) begin = end;
      while (network.resolved()) {
      }
    }
    const double transfer = 8e9 * static_cast<double>(bytes) / static_cast<double>(rate);
    const auto ingress = static_cast<double>(ceilTime(bytes, 1'000'000'000'000));
    const double around = static_cast<double>(compute + latency) + transfer + ingress;
    const double expected = std::max(
        {static_cast<double>(compute), transfer, around / static_cast<double>(staleness + 1)});
    const double read = static_cast<double>((end - begin).count()) / static_cast<double>(period);
    // Ends are whole nanoseconds.
    QVERIFY2(std::abs(read - expected) < 1.0, qPrintable(QString::number(round)));
  }
}

void ParameterServerTest::aSlowWorkerHoldsUpTheOthersOnlyBeyondTheStaleness() {
  // Two workers, no transfer time to speak of: the fast one runs ahead by tau turns, no more.
  constexpr std::int64_t kTau = 3;
  ParameterServer network(measured({{"latency", 0.0}}), 2, 1);
  const std::vector<WorkerLoad> loads{upload(0, 1000), upload(0, 10'000)};
  std::vector<IterationTiming> timings;
  for (std::int64_t t = 0; t < 20; ++t) {
    QVERIFY(network.submit(loads, t, std::max<std::int64_t>(-1, t - kTau)));
    while (auto timing = network.resolved()) timings.push_back(*std::move(timing));
  }
  QVERIFY(network.finish());
  while (auto timing = network.resolved()) timings.push_back(*std::move(timing));
  QCOMPARE(timings.size(), std::size_t{20});
  for (std::int64_t t = 0; t < 20; ++t) {
    const auto& workers = timings[static_cast<std::size_t>(t)].workers;
    QCOMPARE(workers[1].computed.count(), 10'000 * (t + 1));
    // The first tau + 1 turns need no upload; then the slow worker's t - 1 - tau-th.
    const std::int64_t begin = t <= kTau ? 1000 * t : 10'000 * (t - kTau);
    QCOMPARE(workers[0].received.count(), begin);
  }
}

void ParameterServerTest::messagesAreScaledToTheEmulatedGradient() {
  // 1,000 weights of 4 bytes stand for 32 Mbit: factor 1,000; values alone leave out positions.
  ParameterServer network(measured({{"emulated_gradient", 32e6},
                                    {"message_size", std::string("values")},
                                    {"message_overhead", std::int64_t{50}}}),
                          1, 1);
  auto load = upload(60);
  load.broadcast = {4000};
  load.uploadedValues = {40};
  const auto timing = network.iterate(std::vector{load}, 0);
  QCOMPARE(timing.end.count(), 88 * (40 * 1000 + 50) + kLatency);
  QCOMPARE(timing.workers[0].sent.value, std::int64_t{40 * 1000 + 50});
  QCOMPARE(timing.uplinkWireBits, std::int64_t{8 * 110});  // what is counted stays real
}

void ParameterServerTest::newRatesActOnWhatIsUnderWay() {
  ParameterServer network(measured(), 1, 1);
  QVERIFY(network.submit(std::vector{upload(1000)}, 0, -1));  // on the uplink from 0 to 80 us
  WorkerLoad idle;
  idle.measuredCompute = SimTime{30'000};
  QVERIFY(network.submit(std::vector{idle}, 1, -1));  // ends at 30 us, with 625 bytes left
  network.configure(measured({{"worker_uplink", 50e6}, {"latency", 1e-3}}));
  QVERIFY(network.finish());
  const auto timing = network.resolved();
  QCOMPARE(ways(timing->workers[0]).transfer.count(), 30'000 + 625 * 160 + 8 * 1000);
  QCOMPARE(ways(timing->workers[0]).propagation.count(), 1'000'000);
  QCOMPARE(timing->workers[0].delivered.count(), 30'000 + 625 * 160 + 1'000'000 + 8 * 1000);
  QCOMPARE(network.uplink(0).bytesOut().value, std::int64_t{1000});
  QCOMPARE(network.ingress().bytesOut().value, std::int64_t{1000});
}

void ParameterServerTest::linksFollowATrace() {
  // 100 Mbit/s for 20 s and 10 Mbit/s for 20 s: of 260 MB, 250 leave in the first stretch.
  ParameterServer network(measured({{"trace", std::string("square-wan")},
                                    {"trace_scale", 1.0},
                                    {"broadcast", std::string("dense")},
                                    {"server_ingress", 8e9},
                                    {"server_egress", 8e9}}),
                          1, 1);
  auto load = upload(260'000'000);
  const auto first = network.iterate(std::vector{load}, 0);
  QCOMPARE(first.end.count(), 28'000'000'000 + kLatency + 260'000'000);
  // The way down begins in the slow stretch; what is left at 40 s goes ten times faster.
  load = {};
  load.broadcast = {15'000'000};
  const std::int64_t begins = first.end.count() + 15'000'000 + kLatency;
  const std::int64_t slow = (40'000'000'000 - begins) / 800;
  QCOMPARE(800 * slow, 40'000'000'000 - begins);
  const auto second = network.iterate(std::vector{load}, 1);
  QCOMPARE(second.workers[0].received.count(), 40'000'000'000 + (15'000'000 - slow) * 80);
}

void ParameterServerTest::carriesArbitraryMessages() {
  ParameterServer network(settings(), 2, 1);
  QVERIFY(!network.route(0, 1).has_value());
  QVERIFY(!network.route(2, 2).has_value());
  QVERIFY(!network.route(0, 3).has_value());
  const std::vector<telegrad::Message> messages{
      {SimTime{0}, 0, 2, {1000}}, {SimTime{0}, 2, 1, {1000}}, {SimTime{10}, 0, 2, {500}}};
  const auto deliveries = network.carry(messages);
  QCOMPARE(deliveries[0].end.count(), 88 * 1000 + kLatency);
  QCOMPARE(deliveries[1].end.count(), 88 * 1000 + kLatency);
  QCOMPARE(deliveries[2].queueing.count(), 80 * 1000 - 10);
  QCOMPARE(deliveries[2].end.count(), 80 * 1500 + kLatency + 8 * 500);
}

QTEST_APPLESS_MAIN(ParameterServerTest)
#include "parameter_server_test.moc"
