// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/delayed_aggregation.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <QtTest>

#include "tests/support/given_gradients.h"
#include "tests/support/quadratic_workers.h"

using namespace telegrad;
using telegrad::test::Workers;

namespace {

constexpr std::size_t kSize = 67;
constexpr std::size_t kWorkers = 4;
constexpr double kRate = 0.0625;

using Doubles = std::vector<double>;

/// The algorithm with its workers, and beside it what the recursion of the paper speaks of, kept
/// here in double: messages, residuals, gradients, all as means over the workers.
class Book {
 public:
  // gamma = 1/16 and four workers: with drawnGradient()'s numbers every sum of a test is exact in
  // float, and identities hold to the last bit.
  Book(const std::string& algorithm, Values settings, const std::string& compressor,
       const Values& compression)
      : settings_(withRate(std::move(settings))),
        run_(kWorkers, {{"a.weight", {20, 3}, 0}, {"a.bias", {7}, 60}}, algorithm, settings_,
             compressor, compression, 0.5F),
        residuals_{Doubles(kSize)},
        own_(kWorkers, Doubles(kSize)) {}

  void setStaleness(std::int64_t staleness) {
    settings_["staleness"] = staleness;
    run_.configure(settings_);
  }

  /// What the compressors keep from now on.
  void setFraction(double fraction) { run_.configureCompressors({{"fraction", fraction}}); }

  void iterate() {
    if (!run_.iterate(gradient)) qFatal("an iteration");
    Doubles message(kSize);
    Doubles gradientMean(kSize);
    for (std::size_t i = 0; i < kWorkers; ++i) {
      std::vector<float> sent(kSize);
      run_.sent(i).addTo(sent, 0);
      const auto given = gradient(i, iteration_);
      for (std::size_t j = 0; j < kSize; ++j) {
        own_[i][j] += static_cast<double>(given[j]) - static_cast<double>(sent[j]);
        message[j] += static_cast<double>(sent[j]) / kWorkers;
        gradientMean[j] += static_cast<double>(given[j]) / kWorkers;
      }
    }
    messages_.push_back(message);
    gradients_.push_back(gradientMean);
    Doubles residual(kSize);
    for (const auto& own : own_)
      for (std::size_t j = 0; j < kSize; ++j) residual[j] += own[j] / kWorkers;
    residuals_.push_back(residual);
    ++iteration_;
  }

  bool drain() { return run_.drain(); }

  /// The newest message in the weights.
  std::int64_t through() const { return run_.through(); }
  double weight(std::size_t j) const { return static_cast<double>(run_.weights()[j]); }
  /// sum over s in [first, last) of one of the histories.
  static double sum(const std::vector<Doubles>& history, std::int64_t first, std::int64_t last,
                    std::size_t j) {
    double total = 0.0;
    for (std::int64_t s = std::max<std::int64_t>(0, first); s < last; ++s)
      total += history[static_cast<std::size_t>(s)][j];
    return total;
  }
  const std::vector<Doubles>& messages() const { return messages_; }
  const std::vector<Doubles>& gradients() const { return gradients_; }
  /// e_t as the mean over workers.
  const Doubles& residual(std::int64_t t) const { return residuals_[static_cast<std::size_t>(t)]; }

 private:
  static std::vector<float> gradient(std::size_t worker, std::int64_t iteration) {
    return test::drawnGradient(worker, iteration, kSize);
  }
  static Values withRate(Values settings) {
    settings["learning_rate"] = kRate;
    return settings;
  }

  Values settings_;
  test::GivenGradients run_;
  std::int64_t iteration_ = 0;
  std::vector<Doubles> messages_;
  std::vector<Doubles> gradients_;
  std::vector<Doubles> residuals_;  // e_0, e_1, ...
  std::vector<Doubles> own_;        // one a worker
};

bool sameWeights(Workers a, Workers b, int iterations) {
  for (int k = 0; k < iterations; ++k) {
    a.iterate();
    b.iterate();
    if (a.weights() != b.weights()) return false;
  }
  return true;
}

}  // namespace

class DelayedAggregationTest : public QObject {
  Q_OBJECT
 private slots:
  void weightsAreTheRecursion_data();
  void weightsAreTheRecursion();
  void distanceFromTheVirtualSequence_data() { weightsAreTheRecursion_data(); }
  void distanceFromTheVirtualSequence();
  void nothingIsLostOrUsedTwiceWhileStalenessChanges();
  void norWhileTheKeptFractionChangesToo_data();
  void norWhileTheKeptFractionChangesToo();
  void theEndAppliesTheRest();
  void withoutDelayAndCompressionItIsPlainDescent();
};

void DelayedAggregationTest::weightsAreTheRecursion_data() {
  QTest::addColumn<int>("staleness");
  QTest::addColumn<std::string>("compressor");
  for (const char* compressor : {"top-k", "rand-k"})
    for (const int staleness : {0, 1, 2, 5, 17})
      QTest::addRow("%s, tau %d", compressor, staleness) << staleness << std::string(compressor);
}

/// x_{t+1} = x_t - gamma / n sum_i m_{t-tau}, and no update while t < tau.
void DelayedAggregationTest::weightsAreTheRecursion() {
  QFETCH(int, staleness);
  QFETCH(std::string, compressor);
  Book book("dd-ef-sgd", {{"staleness", std::int64_t{staleness}}}, compressor, {{"fraction", 0.1}});
  for (std::int64_t t = 0; t < 40; ++t) {
    book.iterate();
    QCOMPARE(book.through(), std::max<std::int64_t>(-1, t - staleness));
    for (std::size_t j = 0; j < kSize; ++j)
      QCOMPARE(book.weight(j), 0.5 - kRate * Book::sum(book.messages(), 0, t - staleness + 1, j));
  }
}

/// x_t - x~_t = gamma e_{t-tau} + gamma sum_{s=t-tau}^{t-1} g_s, where x~ is descent on the same
/// gradients without delay or compression.
void DelayedAggregationTest::distanceFromTheVirtualSequence() {
  QFETCH(int, staleness);
  QFETCH(std::string, compressor);
  Book book("dd-ef-sgd", {{"staleness", std::int64_t{staleness}}}, compressor, {{"fraction", 0.1}});
  for (std::int64_t t = 1; t <= 40; ++t) {
    book.iterate();
    if (t < staleness) continue;
    for (std::size_t j = 0; j < kSize; ++j) {
      const double inner = 0.5 - kRate * Book::sum(book.gradients(), 0, t, j);
      const double expected = kRate * book.residual(t - staleness)[j] +
                              kRate * Book::sum(book.gradients(), t - staleness, t, j);
      QCOMPARE(book.weight(j) - inner, expected);
    }
  }
  QVERIFY(std::ranges::any_of(book.residual(40), [](double e) { return e != 0.0; }));
}

void DelayedAggregationTest::nothingIsLostOrUsedTwiceWhileStalenessChanges() {
  Book book("dd-ef-sgd", {{"staleness", std::int64_t{3}}}, "top-k", {{"fraction", 0.05}});
  Random random(22, Purpose::Test);
  std::int64_t pointer = 0;  // of the implementation form: the oldest message not applied yet
  for (std::int64_t t = 0; t < 200; ++t) {
    const auto staleness = static_cast<std::int64_t>(random.below(9));
    book.setStaleness(staleness);
    book.iterate();
    while (pointer <= t - staleness) ++pointer;
    QCOMPARE(book.through(), pointer - 1);
    for (std::size_t j = 0; j < kSize; ++j) {
      const double applied = (0.5 - book.weight(j)) / kRate;
      const double queued = Book::sum(book.messages(), pointer, t + 1, j);
      QCOMPARE(applied, Book::sum(book.messages(), 0, pointer, j));
      QCOMPARE(applied + queued + book.residual(t + 1)[j],
               Book::sum(book.gradients(), 0, t + 1, j));
    }
  }
}

void DelayedAggregationTest::norWhileTheKeptFractionChangesToo_data() {
  QTest::addColumn<std::string>("compressor");
  QTest::newRow("top-k") << std::string("top-k");
  QTest::newRow("rand-k") << std::string("rand-k");
}

/// Before every iteration both are drawn anew: applied + waiting + left out is what was computed,
/// and an iteration that sends everything leaves nothing out, however much there was.
void DelayedAggregationTest::norWhileTheKeptFractionChangesToo() {
  QFETCH(std::string, compressor);
  constexpr std::array kFractions{0.02, 0.1, 0.5, 1.0};
  Book book("dd-ef-sgd", {{"staleness", std::int64_t{3}}}, compressor, {{"fraction", 0.1}});
  Random random(23, Purpose::Test);
  std::int64_t pointer = 0;
  int whole = 0;
  for (std::int64_t t = 0; t < 200; ++t) {
    const auto staleness = static_cast<std::int64_t>(random.below(9));
    const double fraction = kFractions.at(random.below(kFractions.size()));
    book.setStaleness(staleness);
    book.setFraction(fraction);
    book.iterate();
    while (pointer <= t - staleness) ++pointer;
    if (fraction == 1.0) ++whole;
    const bool leftOut =
        std::ranges::any_of(book.residual(t + 1), [](double e) { return e != 0.0; });
    QCOMPARE(leftOut, fraction < 1.0);
    for (std::size_t j = 0; j < kSize; ++j)
      QCOMPARE((0.5 - book.weight(j)) / kRate + Book::sum(book.messages(), pointer, t + 1, j) +
                   book.residual(t + 1)[j],
               Book::sum(book.gradients(), 0, t + 1, j));
  }
  QVERIFY(whole > 20 && whole < 180);
}

void DelayedAggregationTest::theEndAppliesTheRest() {
  Book book("dd-sgd", {{"staleness", std::int64_t{6}}}, "identity", {});
  for (std::int64_t t = 0; t < 20; ++t) book.iterate();
  QCOMPARE(book.through(), std::int64_t{13});
  QVERIFY(book.drain());
  QCOMPARE(book.through(), std::int64_t{19});
  for (std::size_t j = 0; j < kSize; ++j)
    QCOMPARE(book.weight(j), 0.5 - kRate * Book::sum(book.gradients(), 0, 20, j));
  QVERIFY(!book.drain());
}

void DelayedAggregationTest::withoutDelayAndCompressionItIsPlainDescent() {
  const Values now{{"staleness", std::int64_t{0}}};
  const Values all{{"fraction", 1.0}};
  QVERIFY(sameWeights({"dd-sgd", now, "identity", {}}, {"d-sgd", {}, "identity", {}}, 30));
  QVERIFY(sameWeights({"dd-ef-sgd", now, "top-k", all}, {"d-sgd", {}, "identity", {}}, 30));
  QVERIFY(sameWeights({"d-ef-sgd", {}, "top-k", all}, {"d-sgd", {}, "identity", {}}, 30));
  const Values later{{"staleness", std::int64_t{1}}};
  QVERIFY(!sameWeights({"dd-sgd", later, "identity", {}}, {"d-sgd", {}, "identity", {}}, 30));
  // And D-SGD is x -= gamma / n * sum_i g_i, sums in worker order.
  Workers workers("d-sgd", {{"learning_rate", 0.25}}, "identity", {}, 0.0);
  for (std::int64_t k = 0; k < 5; ++k) {
    const auto before = workers.weights();
    std::vector<float> sum(kSize);
    for (std::size_t m = 0; m < Workers::kCount; ++m) {
      test::QuadraticGradient gradient(m, k, kSize, 0.0);
      gradient.differentiate({.values = before, .packed = {}});
      for (std::size_t j = 0; j < kSize; ++j) sum[j] += gradient.gradient()[j];
    }
    workers.iterate();
    for (std::size_t j = 0; j < kSize; ++j)
      QCOMPARE(workers.weights()[j], before[j] - 0.0625F * sum[j]);
  }
}

QTEST_APPLESS_MAIN(DelayedAggregationTest)
#include "delayed_aggregation_test.moc"
