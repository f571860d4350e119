// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/aggregation_time.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <QtTest>

#include "core/base/random.h"

using telegrad::AggregationCost;
using telegrad::iterationTime;
using telegrad::WorkerPath;

class AggregationTimeTest : public QObject {
  Q_OBJECT
 private slots:
  void differentWorkersEqualTheRecursion();
  void aSharedServerEqualsTheRecursion();
  void ringsEqualTheRecursionWhereExact();
  void ringsAreBoundedFromBelow();
  void byHand();
  void theEdges();
};

namespace {

constexpr int kWarmUp = 3000;

/// Mean time of an iteration between iteration kWarmUp and a multiple of tau + 1 later, of a
/// network that says when iteration t's average is everywhere, given when computation ended.
template <typename Network>
double meanTime(const std::vector<double>& compute, int tau, Network network) {
  const std::size_t n = compute.size();
  std::vector<std::vector<double>> there;  // of iteration t, at worker i
  std::vector<double> end(n, 0.0);
  double begun = 0.0;
  const int window = 20 * (tau + 1);
  for (int t = 0; t <= kWarmUp + window; ++t) {
    for (std::size_t i = 0; i < n; ++i) {
      const int due = t - 1 - tau;
      if (due >= 0) end[i] = std::max(end[i], there[static_cast<std::size_t>(due)][i]);
      end[i] += compute[i];
    }
    there.push_back(network(end));
    if (t == kWarmUp) begun = *std::ranges::max_element(end);
  }
  return (*std::ranges::max_element(end) - begun) / window;
}

/// The server waits for all; every worker has an uplink and a downlink of its own.
class OwnLinks {
 public:
  explicit OwnLinks(const std::vector<WorkerPath>& workers)
      : workers_(workers),
        up_(workers.size()),
        down_(workers.size()) {}
  std::vector<double> operator()(const std::vector<double>& computed) {
    double all = 0.0;
    for (std::size_t i = 0; i < workers_.size(); ++i) {
      up_[i] = std::max(up_[i], computed[i]) + workers_[i].uplinkSeconds;
      all = std::max(all, up_[i] + workers_[i].uplinkLatencySeconds);
    }
    std::vector<double> there;
    for (std::size_t i = 0; i < workers_.size(); ++i) {
      down_[i] = std::max(down_[i], all) + workers_[i].downlinkSeconds;
      there.push_back(down_[i] + workers_[i].downlinkLatencySeconds);
    }
    return there;
  }

 private:
  std::vector<WorkerPath> workers_;
  std::vector<double> up_, down_;  // when each link is free
};

/// The mean lengths of the circuits through one worker.
std::vector<double> circuits(const std::vector<WorkerPath>& workers, int tau) {
  std::vector<double> means;
  for (const auto& w : workers) {
    const double around = w.computeSeconds + w.uplinkSeconds + w.uplinkLatencySeconds +
                          w.downlinkSeconds + w.downlinkLatencySeconds;
    means.insert(means.end(),
                 {w.computeSeconds, w.uplinkSeconds, w.downlinkSeconds, around / (tau + 1)});
  }
  return means;
}

/// A ring in which every node sends one piece a round, on links that carry iteration after
/// iteration and round after round.
class Ring {
 public:
  Ring(std::size_t n, int rounds, double piece, double hop)
      : free_(n, 0.0),
        rounds_(rounds),
        piece_(piece),
        hop_(hop) {}
  std::vector<double> operator()(const std::vector<double>& computed) {
    std::vector<double> ready = computed;
    for (int round = 0; round < rounds_; ++round) {
      std::vector<double> next(ready.size());
      for (std::size_t i = 0; i < ready.size(); ++i) {
        free_[i] = std::max(free_[i], ready[i]) + piece_;
        next[(i + 1) % ready.size()] = free_[i] + hop_;
      }
      ready = next;
    }
    return ready;
  }

 private:
  std::vector<double> free_;
  int rounds_;
  double piece_;
  double hop_;
};

struct RingCase {
  std::size_t n;
  double bits, rate, hop, compute;
  int tau;
};

RingCase randomRing(telegrad::Random& random, double hop, int tau) {
  return {2 + random.below(6),       random.uniform(0.1, 3.0),
          random.uniform(0.5, 4.0),  hop,
          random.uniform(0.05, 2.0), tau};
}

double sparseSimulated(const RingCase& c) {
  return meanTime(std::vector<double>(c.n, c.compute), c.tau,
                  Ring(c.n, static_cast<int>(c.n) - 1, c.bits / c.rate, c.hop));
}
double denseSimulated(const RingCase& c) {
  return meanTime(
      std::vector<double>(c.n, c.compute), c.tau,
      Ring(c.n, 2 * static_cast<int>(c.n) - 2, c.bits / static_cast<double>(c.n) / c.rate, c.hop));
}
double sparseExpected(const RingCase& c) {
  const auto n = static_cast<int>(c.n);
  return iterationTime(c.compute, telegrad::sparseAllGather(n, c.bits, c.rate, c.hop), c.tau);
}
double denseExpected(const RingCase& c) {
  const auto n = static_cast<int>(c.n);
  return iterationTime(c.compute, telegrad::denseRingAllReduce(n, c.bits, c.rate, c.hop), c.tau);
}

bool areClose(double a, double b) {
  return std::abs(a / b - 1.0) < 1e-9;
}

}  // namespace

void AggregationTimeTest::differentWorkersEqualTheRecursion() {
  telegrad::Random random(1, telegrad::Purpose::Test);
  int tied = 0;
  for (int set = 0; set < 200; ++set) {
    std::vector<WorkerPath> workers(1 + random.below(5));
    std::vector<double> compute;
    for (auto& w : workers) {
      w = {random.uniform(0.05, 1.0), random.uniform(0.0, 1.5), random.uniform(0.0, 1.5),
           random.uniform(0.0, 2.0), random.uniform(0.0, 2.0)};
      compute.push_back(w.computeSeconds);
    }
    const int tau = static_cast<int>(random.below(8));
    const double expected = iterationTime(workers, tau);
    const double error = meanTime(compute, tau, OwnLinks(workers)) / expected - 1.0;
    // Where a second circuit is almost as long, the start is not forgotten in time.
    const bool almostTied = std::ranges::any_of(circuits(workers, tau), [&](double seconds) {
      return seconds < expected && seconds > expected * (1.0 - 2e-3);
    });
    tied += almostTied ? 1 : 0;
    QVERIFY2(std::abs(error) < (almostTied ? 1e-3 : 1e-9), qPrintable(QString::number(error)));
  }
  QVERIFY(tied < 10);
}

void AggregationTimeTest::aSharedServerEqualsTheRecursion() {
  telegrad::Random random(2, telegrad::Purpose::Test);
  for (int set = 0; set < 50; ++set) {
    const std::size_t n = 1 + random.below(6);
    const double bits = random.uniform(0.1, 2.0);
    const double rate = random.uniform(0.5, 4.0);
    const double latency = random.uniform(0.0, 3.0);
    const double compute = random.uniform(0.05, 1.0);
    const int tau = static_cast<int>(random.below(8));
    double free = 0.0;  // the server's link
    const auto server = [&](const std::vector<double>& computed) {
      for (const double ready : computed) free = std::max(free, ready) + bits / rate;
      return std::vector<double>(n, free + latency);
    };
    const double transfer = telegrad::sharedServerSeconds(static_cast<int>(n), bits, rate);
    QVERIFY(areClose(meanTime(std::vector<double>(n, compute), tau, server),
                     iterationTime(compute, AggregationCost{transfer, latency}, tau)));
  }
}

void AggregationTimeTest::ringsEqualTheRecursionWhereExact() {
  telegrad::Random random(3, telegrad::Purpose::Test);
  for (int set = 0; set < 60; ++set) {
    const bool inTurn = set % 2 == 0;
    const auto c = randomRing(random, inTurn ? random.uniform(0.0, 1.0) : 0.0,
                              inTurn ? 0 : static_cast<int>(random.below(6)));
    QVERIFY(areClose(sparseSimulated(c), sparseExpected(c)));
    QVERIFY(areClose(denseSimulated(c), denseExpected(c)));
  }
}

void AggregationTimeTest::ringsAreBoundedFromBelow() {
  telegrad::Random random(4, telegrad::Purpose::Test);
  for (int set = 0; set < 60; ++set) {
    const auto c = randomRing(random, random.uniform(0.0, 1.0), static_cast<int>(random.below(6)));
    QVERIFY(sparseSimulated(c) > sparseExpected(c) * (1.0 - 1e-9));
    QVERIFY(denseSimulated(c) > denseExpected(c) * (1.0 - 1e-9));
  }
}

void AggregationTimeTest::byHand() {
  const auto sparse = telegrad::sparseAllGather(4, 10.0, 5.0, 0.5);
  QCOMPARE(sparse.transferSeconds, 6.0);
  QCOMPARE(sparse.latencySeconds, 1.5);
  const auto dense = telegrad::denseRingAllReduce(4, 10.0, 5.0, 0.5);
  QCOMPARE(dense.transferSeconds, 3.0);
  QCOMPARE(dense.latencySeconds, 3.0);
  // Down to worker 2 and to its second child, 6: two whole vectors each.
  const auto tree = telegrad::binaryTreeAllReduce(7, 10.0, 5.0, 0.5);
  QCOMPARE(tree.transferSeconds, 12.0);
  QCOMPARE(tree.latencySeconds, 2.0);
  // Of four: 3 is the first child of the first, 2 the second of all: 4 vectors to 3.
  QCOMPARE(telegrad::binaryTreeAllReduce(4, 10.0, 5.0, 0.5).transferSeconds, 8.0);
  // Halves in two trees: up two steps, the worker that is a leaf in both sends twice, and down to a
  // second child's second child.
  const auto two = telegrad::doubleTreeAllReduce(7, 10.0, 5.0, 0.5);
  QCOMPARE(two.transferSeconds, 3.0 + 4.0);
  QCOMPARE(two.latencySeconds, 2.0);
  QCOMPARE(telegrad::doubleTreeAllReduce(4, 10.0, 5.0, 0.5).transferSeconds, 2.0 + 3.0);
  QCOMPARE(telegrad::doubleTreeAllReduce(2, 10.0, 5.0, 0.5).transferSeconds, 2.0);
  const auto eight = telegrad::halvingDoublingAllReduce(8, 10.0, 5.0, 0.5);
  QCOMPARE(eight.transferSeconds, 3.5);
  QCOMPARE(eight.latencySeconds, 3.0);
  const auto folded = telegrad::halvingDoublingAllReduce(5, 10.0, 5.0, 0.5);
  QCOMPARE(folded.transferSeconds, 3.0 + 4.0);
  QCOMPARE(folded.latencySeconds, 2.0 + 1.0);
  QCOMPARE(telegrad::sharedServerSeconds(4, 10.0, 5.0), 8.0);
  QCOMPARE(iterationTime(1.0, dense, 1), 3.5);
  QCOMPARE(iterationTime(1.0, dense, 6), 3.0);
  // The first worker's loop, the second's downlink.
  const std::vector<WorkerPath> workers{{1.0, 2.0, 1.0, 3.0, 1.0}, {1.0, 0.5, 2.5, 0.0, 0.0}};
  QCOMPARE(iterationTime(workers, 0), 8.0);
  QCOMPARE(iterationTime(workers, 1), 4.0);
  QCOMPARE(iterationTime(workers, 3), 2.5);
}

void AggregationTimeTest::theEdges() {
  const auto alone = telegrad::denseRingAllReduce(1, 10.0, 5.0, 0.5);
  QCOMPARE(alone.transferSeconds + alone.latencySeconds, 0.0);
  const double nan = std::nan("");
  QVERIFY(std::isnan(telegrad::sparseAllGather(0, 1.0, 1.0, 0.0).transferSeconds));
  QVERIFY(std::isnan(telegrad::denseRingAllReduce(2, 1.0, 0.0, 0.0).latencySeconds));
  QVERIFY(std::isnan(telegrad::sharedServerSeconds(2, -1.0, 1.0)));
  QVERIFY(std::isnan(telegrad::binaryTreeAllReduce(0, 1.0, 1.0, 0.0).transferSeconds));
  QVERIFY(std::isnan(telegrad::halvingDoublingAllReduce(2, 1.0, 1.0, -1.0).transferSeconds));
  QCOMPARE(telegrad::binaryTreeAllReduce(1, 10.0, 5.0, 0.5).transferSeconds, 0.0);
  QCOMPARE(telegrad::doubleTreeAllReduce(1, 10.0, 5.0, 0.5).transferSeconds, 0.0);
  QVERIFY(std::isnan(telegrad::doubleTreeAllReduce(0, 1.0, 1.0, 0.0).transferSeconds));
  QCOMPARE(telegrad::halvingDoublingAllReduce(1, 10.0, 5.0, 0.5).transferSeconds, 0.0);
  QVERIFY(std::isnan(iterationTime(1.0, AggregationCost{nan, 0.0}, 1)));
  QVERIFY(std::isnan(iterationTime(1.0, AggregationCost{1.0, 0.0}, -1)));
  QVERIFY(std::isnan(iterationTime(std::vector<WorkerPath>{}, 1)));
  QVERIFY(std::isnan(iterationTime(std::vector<WorkerPath>{{}, {1.0, nan, 0.0, 0.0, 0.0}}, 1)));
  QCOMPARE(iterationTime(std::vector<WorkerPath>{{}}, 0), 0.0);
}

QTEST_APPLESS_MAIN(AggregationTimeTest)
#include "aggregation_time_test.moc"
