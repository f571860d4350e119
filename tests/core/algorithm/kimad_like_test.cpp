// SPDX-License-Identifier: GPL-3.0-or-later
#include <vector>

#include <QtTest>

#include "tests/support/given_gradients.h"

using namespace telegrad;
using telegrad::test::GivenGradients;

namespace {

constexpr std::size_t kSize = 1000;
constexpr double kCompute = 0.01;  // half of it the message's encoding

/// One tensor of 1,000 entries: a message of k is 4 k bytes and ceil(10 k / 8) for its positions.
GivenGradients kimad(double stepTime) {
  return {2,
          {{"a", {static_cast<std::int64_t>(kSize)}, 0}},
          "kimad-like",
          {{"step_time", stepTime}, {"first_fraction", 0.1}, {"monitor_weight", 1.0}},
          "top-k",
          {}};
}

std::vector<std::size_t> iterate(GivenGradients& run) {
  const auto done = run.iterate([](std::size_t worker, std::int64_t iteration) {
    return test::drawnGradient(worker, iteration, kSize);
  });
  if (!done) qFatal("%s", done.error().message.c_str());
  std::vector<std::size_t> entries;
  for (const std::size_t m : {0, 1}) entries.push_back(run.sent(m).takeEntries().indices.size());
  return entries;
}

/// What the two workers see if their links carry so many bit/s, and `scale` bytes for each byte of
/// a message.
void observe(GivenGradients& run, std::int64_t k, const std::vector<double>& bitsPerSecond,
             double scale = 1.0) {
  IterationTiming timing;
  timing.iteration = k;
  for (std::size_t m = 0; m < bitsPerSecond.size(); ++m) {
    WorkerTiming worker;
    const auto bytes = scale * static_cast<double>(run.payload(m).bytes.size());
    worker.computed = simTime(kCompute / 2.0);
    worker.encoded = simTime(kCompute);
    worker.sent = {static_cast<std::int64_t>(bytes)};
    worker.carried = worker.encoded + simTime(8.0 * bytes / bitsPerSecond[m]);
    worker.delivered = worker.carried + simTime(0.2);
    worker.upload.propagation = simTime(0.2);
    timing.workers.push_back(worker);
  }
  run.algorithm().observe(timing);
}

/// The largest k that fits, by trying all.
std::size_t largest(double bytes) {
  std::size_t k = 1;
  while (k < kSize &&
         4.0 * static_cast<double>(k + 1) + static_cast<double>((10 * (k + 1) + 7) / 8) <= bytes)
    ++k;
  return k;
}

}  // namespace

class KimadLikeTest : public QObject {
  Q_OBJECT
 private slots:
  void budgetsByHand();
  void messagesAreTheLargestThatFit();
  void whatTheLinksCarryCounts();
  void aStepShorterThanItsComputationSendsOneEntry();
  void needsACompressorThatKnowsItsSizes();
};

/// 0.03 s of 100 kbit/s, halved: 1,500 bits, 187.5 bytes: 35 entries are 140 + 44 bytes, and 36
/// would be 189.
void KimadLikeTest::budgetsByHand() {
  auto run = kimad(0.04);
  QCOMPARE(iterate(run), (std::vector<std::size_t>{100, 100}));
  observe(run, 0, {100'000.0, 300'000.0});
  // The other worker has three times as much: 107 entries are 428 + 134 bytes of 562.5.
  QCOMPARE(iterate(run), (std::vector<std::size_t>{35, 107}));
  QCOMPARE(run.through(), std::int64_t{1});
}

void KimadLikeTest::messagesAreTheLargestThatFit() {
  auto run = kimad(0.11);
  iterate(run);
  std::int64_t k = 0;
  for (double rate = 997.0; rate < 3e6; rate *= 1.37) {
    observe(run, k++, {rate, 2.0 * rate});
    const double bytes = rate * 0.1 / 2.0 / 8.0;
    QCOMPARE(iterate(run), (std::vector<std::size_t>{largest(bytes), largest(2.0 * bytes)}));
  }
  QCOMPARE(iterate(run)[1], kSize);  // all there is
}

/// As if a model twice as large were trained: each byte is two on the links.
void KimadLikeTest::whatTheLinksCarryCounts() {
  auto run = kimad(0.11);
  iterate(run);
  observe(run, 0, {1e5, 1e5}, 2.0);
  QCOMPARE(iterate(run)[0], largest(1e5 * 0.1 / 2.0 / 8.0 / 2.0));
}

void KimadLikeTest::aStepShorterThanItsComputationSendsOneEntry() {
  auto run = kimad(0.005);
  iterate(run);
  observe(run, 0, {1e9, 1e9});
  QCOMPARE(iterate(run), (std::vector<std::size_t>{1, 1}));
}

void KimadLikeTest::needsACompressorThatKnowsItsSizes() {
  GivenGradients run(1, {{"a", {4}, 0}}, "kimad-like", {}, "identity", {});
  const auto refused = run.iterate([](std::size_t worker, std::int64_t iteration) {
    return test::drawnGradient(worker, iteration, 4);
  });
  QVERIFY(!refused);
  QVERIFY(QString::fromStdString(refused.error().message).contains("allowed: top-k"));
}

QTEST_APPLESS_MAIN(KimadLikeTest)
#include "kimad_like_test.moc"
