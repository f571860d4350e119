// SPDX-License-Identifier: GPL-3.0-or-later
// When a cluster has its objective draw which minibatches.
#include <array>
#include <atomic>
#include <numeric>

#include <QtTest>

#include "core/cluster/cluster.h"
#include "core/net/worker_condition.h"
#include "tests/support/quadratic_workers.h"
#include "tests/support/small_runs.h"

using namespace telegrad;

namespace {

constexpr std::size_t kWorkers = 4;
constexpr std::int64_t kIterations = 30;

/// What an objective was asked for.
struct Book {
  std::int64_t inHand = 0;  // the iteration that is being carried out
  std::array<std::vector<std::int64_t>, kWorkers> drawn;
  std::array<std::vector<std::int64_t>, kWorkers> used;
  std::atomic<int> wrong{0};
};

/// A quadratic for each worker, that writes down what is drawn, and looks at it when it is used.
class Recorder final : public Objective {
 public:
  explicit Recorder(Book& book) : book_(book) {}
  const Layout& layout() const override { return layout_; }
  std::int64_t iterationsPerEpoch() const override { return 10; }
  void initialise(std::span<float> weights) override { std::ranges::fill(weights, 0.5F); }
  void draw(std::size_t worker, std::int64_t iteration) override {
    book_.drawn.at(worker).push_back(iteration);
    minibatches_.at(worker) = std::make_unique<test::QuadraticGradient>(worker, iteration, 20, 0.3);
  }
  MinibatchGradient& gradient(std::size_t worker, std::size_t /*slot*/) override {
    if (book_.drawn.at(worker).empty() || book_.drawn.at(worker).back() != book_.inHand)
      ++book_.wrong;
    book_.used.at(worker).push_back(book_.inHand);
    return *minibatches_.at(worker);
  }
  void exchange(StateArchive& /*state*/) override {}
  std::size_t testParts() const override { return 0; }
  Evaluation test(std::size_t, std::size_t, const Parameters&) override { return {}; }

 private:
  Book& book_;
  Layout layout_{{"a", {20}, 0}};
  std::array<std::unique_ptr<test::QuadraticGradient>, kWorkers> minibatches_;
};

std::unique_ptr<Cluster> recorded(Book& book, WorkerPool& pool, const std::string& rate = "0.01") {
  const auto experiment = test::smallExperiment("sgd", {"algorithm.learning_rate=" + rate});
  const auto make = [&](const auto& catalogue, const char* slot) {
    const auto& selection = experiment.slot(slot);
    return (*find(catalogue, selection.key, slot))->make(selection.settings);
  };
  Cluster::Parts parts;
  parts.objective = std::make_unique<Recorder>(book);
  parts.algorithm = make(algorithms(), "algorithm");
  for (std::size_t m = 0; m < kWorkers; ++m)
    parts.compressors.push_back(make(compressors(), "compressor"));
  parts.network = make(networks(), "network")->build(kWorkers, 1);
  return std::make_unique<Cluster>(std::move(parts), pool);
}

void setPresent(Cluster& cluster, std::size_t worker, bool present) {
  cluster.configureWorker(worker,
                          *Settings::from(workerConditionParameters(), {{"present", present}}));
}

std::vector<std::int64_t> upTo(std::int64_t count) {
  std::vector<std::int64_t> all(static_cast<std::size_t>(count));
  std::iota(all.begin(), all.end(), std::int64_t{0});
  return all;
}

}  // namespace

class DrawingTest : public QObject {
  Q_OBJECT
 private slots:
  void everyMinibatchIsDrawnOnce_data();
  void everyMinibatchIsDrawnOnce();
  void theNextIsDrawnBeforeItsTurn();
  void whoIsAwayDrawsNothing();
  void afterAFailureTheSameIsDrawnAgain();
};

void DrawingTest::everyMinibatchIsDrawnOnce_data() {
  QTest::addColumn<int>("threads");
  for (const int threads : {1, 2, 8}) QTest::addRow("%d threads", threads) << threads;
}

void DrawingTest::everyMinibatchIsDrawnOnce() {
  QFETCH(int, threads);
  Book book;
  {
    WorkerPool pool(threads);
    const auto cluster = recorded(book, pool);
    for (; book.inHand < kIterations; ++book.inHand)
      QVERIFY(cluster->iterate(false, book.inHand + 1 == kIterations));
  }
  QCOMPARE(book.wrong.load(), 0);
  for (std::size_t m = 0; m < kWorkers; ++m) {
    QCOMPARE(book.drawn.at(m), upTo(kIterations));  // and none that nobody wanted
    QCOMPARE(book.used.at(m), upTo(kIterations));
  }
}

void DrawingTest::theNextIsDrawnBeforeItsTurn() {
  Book book;
  WorkerPool pool(2);
  {
    const auto cluster = recorded(book, pool);
    QVERIFY(cluster->iterate(false));
  }
  // One turn was taken, and the minibatch of the next is there, whoever is to take it.
  for (const auto& drawn : book.drawn) QCOMPARE(drawn, upTo(2));
  for (const auto& used : book.used) QCOMPARE(used, upTo(1));
}

void DrawingTest::whoIsAwayDrawsNothing() {
  Book book;
  WorkerPool pool(2);
  {
    const auto cluster = recorded(book, pool);
    for (; book.inHand < 6; ++book.inHand) {
      if (book.inHand == 2) setPresent(*cluster, 1, false);
      if (book.inHand == 4) setPresent(*cluster, 1, true);
      QVERIFY(cluster->iterate(false, book.inHand == 5));
    }
  }
  QCOMPARE(book.wrong.load(), 0);
  QCOMPARE(book.used.at(1), (std::vector<std::int64_t>{0, 1, 4, 5}));
  // That of iteration 2 was drawn before anybody knew.
  QCOMPARE(book.drawn.at(1), (std::vector<std::int64_t>{0, 1, 2, 4, 5}));
  QCOMPARE(book.drawn.at(0), upTo(6));
}

void DrawingTest::afterAFailureTheSameIsDrawnAgain() {
  Book book;
  WorkerPool pool(2);
  const auto cluster = recorded(book, pool, "10");
  while (cluster->iterate(false)) ++book.inHand;
  QCOMPARE(cluster->iteration(), book.inHand);
  QVERIFY(!cluster->iterate(false));
  QCOMPARE(book.wrong.load(), 0);
}

QTEST_APPLESS_MAIN(DrawingTest)
#include "drawing_test.moc"
