// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <vector>

#include <QtTest>

#include "tests/support/given_gradients.h"

using namespace telegrad;
using telegrad::test::GivenGradients;

namespace {

constexpr std::size_t kSize = 10'000;

/// What a worker's message takes until it is there, four fifths of it the gradient, and then its
/// transfer, in seconds.
struct Seen {
  double making = 0.0;
  double transfer = 0.0;
};

/// An iteration as the workers see it. Latency is not part of a transfer.
IterationTiming observed(std::int64_t k, const std::vector<Seen>& workers) {
  IterationTiming timing;
  timing.iteration = k;
  for (const auto& [making, transfer] : workers) {
    WorkerTiming worker;
    worker.received = simTime(1000.0 * static_cast<double>(k));
    worker.computed = worker.received + simTime(0.8 * making);
    worker.encoded = worker.received + simTime(making);
    worker.carried = worker.encoded + simTime(transfer);
    worker.delivered = worker.carried + simTime(3.0);
    worker.upload.propagation = simTime(3.0);
    worker.sent = {1000};
    timing.workers.push_back(worker);
  }
  return timing;
}

/// Share of the entries that worker 1 sends in the next iteration.
double nextFraction(GivenGradients& run) {
  const auto done = run.iterate([](std::size_t worker, std::int64_t iteration) {
    return test::drawnGradient(worker, iteration, kSize);
  });
  if (!done) qFatal("%s", done.error().message.c_str());
  return static_cast<double>(run.sent(0).takeEntries().indices.size()) / kSize;
}

GivenGradients dc2(double first, double least) {
  return {2,          {{"a", {static_cast<std::int64_t>(kSize)}, 0}},
          "dc2-like", {{"first_fraction", first}, {"least_fraction", least}},
          "top-k",    {}};
}

bool near(double read, double expected) {
  return std::abs(read - expected) < 1.5 / kSize;
}

}  // namespace

class Dc2LikeTest : public QObject {
  Q_OBJECT
 private slots:
  void fractionsByHand();
  void reachesTheTargetInOneStep();
  void whoIsAwayDoesNotCount();
};

void Dc2LikeTest::fractionsByHand() {
  auto run = dc2(0.2, 0.01);
  QVERIFY(near(nextFraction(run), 0.2));
  QVERIFY(near(nextFraction(run), 0.2));  // nothing was seen yet
  auto after = [&, k = std::int64_t{0}](double one, double other) mutable {
    run.algorithm().observe(observed(k++, {{0.1, one}, {0.05, other}}));
    return nextFraction(run);
  };
  QVERIFY(near(after(0.05, 0.2), 0.1));     // 0.2 * 0.1 / 0.2: the longer one
  QVERIFY(near(after(0.025, 0.025), 0.4));  // 0.1 * 4
  QVERIFY(near(after(0.16, 0.1), 0.25));    // 0.4 / 1.6
  QVERIFY(near(after(0.001, 0.001), 1.0));  // 25 is too much
  QVERIFY(near(after(40.0, 0.1), 0.01));    // 0.0025 is too little
  QVERIFY(near(after(0.0, 0.0), 0.01));     // that says nothing
  QVERIFY(near(after(0.1, 0.1), 0.01));
  QCOMPARE(run.through(), std::int64_t{8});  // nothing is delayed
}

/// With transfers in proportion to the fraction, the first one seen tells all.
void Dc2LikeTest::reachesTheTargetInOneStep() {
  auto run = dc2(0.5, 1e-3);
  const double whole = 2.0;  // seconds for all entries
  double fraction = nextFraction(run);
  for (std::int64_t k = 0; k < 5; ++k) {
    const Seen seen{0.25, whole * fraction};
    run.algorithm().observe(observed(k, {seen, seen}));
    fraction = nextFraction(run);
    QVERIFY(near(fraction, 0.125));
  }
}

void Dc2LikeTest::whoIsAwayDoesNotCount() {
  auto run = dc2(0.2, 0.01);
  nextFraction(run);
  auto timing = observed(0, {{0.1, 0.2}, {9.0, 90.0}});
  timing.workers[1].present = false;
  run.algorithm().observe(timing);
  QVERIFY(near(nextFraction(run), 0.1));
}

QTEST_APPLESS_MAIN(Dc2LikeTest)
#include "dc2_like_test.moc"
