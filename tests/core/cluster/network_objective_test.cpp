// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <memory>
#include <numeric>
#include <set>
#include <vector>

#include <QtTest>

#include "core/cluster/objective.h"
#include "core/cluster/worker_pool.h"
#include "tests/support/small_runs.h"

using namespace telegrad;

namespace {

constexpr std::size_t kWorkers = 3;
constexpr std::size_t kShard = 12;
constexpr std::size_t kBatch = 4;
constexpr std::size_t kExamples = kWorkers * kShard;
using Indices = std::multiset<std::uint32_t>;

/// Example i is an image with pixel i lit alone, so that the gradient of the first layer shows
/// which examples a minibatch is made of.
std::shared_ptr<const Dataset> telltale() {
  Dataset dataset;
  dataset.key = "telltale";
  dataset.classes = 2;
  dataset.normalisation = {{0.0F}, {1.0F}};
  for (auto* images : {&dataset.train, &dataset.test}) {
    images->shape = {1, 1, kExamples};
    images->pixels.assign(kExamples * kExamples, 0);
    for (std::size_t i = 0; i < kExamples; ++i) {
      images->pixels[i * kExamples + i] = 255;
      images->labels.push_back(static_cast<std::uint8_t>(i % 2));
    }
  }
  return std::make_shared<const Dataset>(std::move(dataset));
}

/// Sixty noisy images in colour to train on, and as many to test on.
std::shared_ptr<const Dataset> colourful(const Augmentation& augmentation) {
  Dataset dataset;
  dataset.key = "colourful";
  dataset.classes = 2;
  dataset.normalisation = {{0.5F, 0.5F, 0.5F}, {0.25F, 0.25F, 0.25F}};
  dataset.augmentation = augmentation;
  Random random(1, Purpose::Test);
  for (auto* images : {&dataset.train, &dataset.test}) {
    images->shape = {3, 8, 8};
    for (int i = 0; i < 60 * 192; ++i)
      images->pixels.push_back(static_cast<std::uint8_t>(random.below(256)));
    for (int i = 0; i < 60; ++i) images->labels.push_back(static_cast<std::uint8_t>(i % 2));
  }
  return std::make_shared<const Dataset>(std::move(dataset));
}

/// Worker m has the examples m, m + 3, m + 6, ...
std::vector<std::vector<std::uint32_t>> shards() {
  std::vector<std::vector<std::uint32_t>> all(kWorkers);
  for (std::uint32_t i = 0; i < kExamples; ++i) all[i % kWorkers].push_back(i);
  return all;
}

std::unique_ptr<Architecture> architecture(const char* key, const Values& values = {}) {
  const auto entry = find(models(), key, "model");
  return (*entry)->make(*Settings::from((*entry)->parameters, values));
}

Result<std::unique_ptr<NetworkObjective>> make(std::uint64_t seed, std::size_t batch = kBatch) {
  NetworkObjective::Data data{telltale(), shards(), batch, seed};
  return NetworkObjective::create(*architecture("logistic-regression"), std::move(data), 2);
}

/// Parameters as the cluster publishes them.
Parameters pack(NetworkObjective& objective, FloatVector values) {
  Parameters parameters{.values = std::move(values), .packed = {}};
  parameters.packed.resize(objective.packedSize());
  for (std::size_t part = 0; part < objective.packParts(); ++part)
    objective.pack(part, 0, parameters);
  return parameters;
}

/// The examples of worker m's minibatch in iteration k.
Indices drawn(NetworkObjective& objective, std::size_t worker, std::int64_t iteration) {
  const auto weights = pack(objective, FloatVector(elementCount(objective.layout()), 0.0F));
  FloatVector gradient(weights.values.size());
  objective.draw(worker, iteration);
  auto& minibatch = objective.gradient(worker, worker % 2);
  minibatch.differentiate(weights);
  minibatch.write(1.0F, gradient);
  Indices examples;
  for (std::uint32_t i = 0; i < kExamples; ++i)
    if (gradient.at(i) != 0.0F) examples.insert(i);  // weight [class 0, pixel i]
  return examples;
}

}  // namespace

class NetworkObjectiveTest : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { useOneThreadPerWorker(); }
  void anEpochCoversTheShardOnce();
  void everyEpochHasItsOwnOrder();
  void minibatchesDependOnNothingElse();
  void whatDoesNotFillABatchIsLeftOut();
  void allAlgorithmsSeeTheSameExamples();
  void theSameWeightsChangeNothing();
  void testPartsAddUpToTheTestSet();
  void aShardSmallerThanABatchIsRefused();
  void statisticsAreTakenOverInWorkerOrder();
  void augmentedImagesAreTheSameForAllGradients();
};

void NetworkObjectiveTest::anEpochCoversTheShardOnce() {
  const auto objective = *make(1);
  QCOMPARE(objective->iterationsPerEpoch(), std::int64_t{kShard / kBatch});
  for (std::int64_t epoch = 0; epoch < 3; ++epoch) {
    for (std::size_t m = 0; m < kWorkers; ++m) {
      Indices seen;
      for (std::int64_t k = 0; k < 3; ++k) {
        const auto minibatch = drawn(*objective, m, 3 * epoch + k);
        QCOMPARE(minibatch.size(), kBatch);
        seen.insert(minibatch.begin(), minibatch.end());
      }
      const auto shard = shards()[m];
      QCOMPARE(seen, Indices(shard.begin(), shard.end()));
    }
  }
}

void NetworkObjectiveTest::everyEpochHasItsOwnOrder() {
  const auto objective = *make(1);
  std::set<Indices> firsts;
  for (std::int64_t epoch = 0; epoch < 8; ++epoch) firsts.insert(drawn(*objective, 0, 3 * epoch));
  QVERIFY(firsts.size() > 4);  // of 495 that there are
}

void NetworkObjectiveTest::minibatchesDependOnNothingElse() {
  const auto inOrder = *make(5);
  const auto backwards = *make(5);
  const auto otherSeed = *make(6);
  std::vector<Indices> expected;
  for (std::int64_t k = 0; k < 12; ++k)
    for (std::size_t m = 0; m < kWorkers; ++m) expected.push_back(drawn(*inOrder, m, k));
  bool differs = false;
  for (std::int64_t k = 11; k >= 0; --k)
    for (std::size_t m = kWorkers; m-- > 0;) {
      const auto& minibatch = expected.at(static_cast<std::size_t>(k) * kWorkers + m);
      QCOMPARE(drawn(*backwards, m, k), minibatch);
      differs = differs || drawn(*otherSeed, m, k) != minibatch;
    }
  QVERIFY(differs);
}

void NetworkObjectiveTest::whatDoesNotFillABatchIsLeftOut() {
  const auto objective = *make(1, 5);
  QCOMPARE(objective->iterationsPerEpoch(), std::int64_t{2});
  const auto first = drawn(*objective, 0, 0);
  auto both = drawn(*objective, 0, 1);
  both.insert(first.begin(), first.end());
  QCOMPARE(both.size(), std::size_t{10});
  QCOMPARE(std::set(both.begin(), both.end()).size(), std::size_t{10});  // none twice
  QCOMPARE(drawn(*objective, 0, 2).size(), std::size_t{5});
}

void NetworkObjectiveTest::allAlgorithmsSeeTheSameExamples() {
  // At the same weights, the losses of all workers' first minibatches; later the weights part.
  std::vector<double> expected;
  for (const auto& algorithm : algorithms()) {
    test::SmallCluster cluster(test::smallExperiment(algorithm.key));
    const auto result = cluster->iterate(false);
    QVERIFY(result);
    std::vector<double> losses;
    for (const auto& report : (*result)->reports) losses.push_back(report.loss);
    if (expected.empty()) expected = losses;
    QCOMPARE(losses, expected);
  }
  QVERIFY(std::set(expected.begin(), expected.end()).size() > 5);
}

void NetworkObjectiveTest::theSameWeightsChangeNothing() {
  // The left side of rule (6) is exactly 0 where the stale weights are w^k, wherever they lie.
  const auto experiment = test::smallExperiment("sasg", {"model.hidden=512"});
  test::SmallCluster cluster(experiment);
  QVERIFY(cluster->iterate(false));
  const auto source = find(datasets(), "synthetic-digits", "dataset");
  const auto loaded = (*source)
                          ->make(experiment.slot("dataset").settings)
                          ->load(*DataFolders::resolve(std::nullopt));
  NetworkObjective::Data data;
  data.dataset = std::make_shared<const Dataset>(*loaded);
  data.shards.resize(1);
  for (std::uint32_t i = 0; i < 100; ++i) data.shards[0].push_back(i);
  data.batch = 10;
  const auto objective = *NetworkObjective::create(*architecture("fc-512"), std::move(data), 1);
  FloatVector moved(cluster->weights().begin(), cluster->weights().end());
  const auto weights = pack(*objective, moved);
  for (std::int64_t k = 0; k < 10; ++k) {
    objective->draw(0, k);
    auto& minibatch = objective->gradient(0, 0);
    minibatch.differentiate(weights);
    QVERIFY(minibatch.squaredChange(pack(*objective, weights.values)) == 0.0);
    moved[static_cast<std::size_t>(k)] += 0.5F;
    moved.back() += 0.5F;
    QVERIFY(minibatch.squaredChange(pack(*objective, moved)) > 0.0);
  }
}

void NetworkObjectiveTest::testPartsAddUpToTheTestSet() {
  const auto objective = *make(1);
  const auto weights = pack(*objective, FloatVector(elementCount(objective->layout()), 0.0F));
  Evaluation whole;
  for (std::size_t part = 0; part < objective->testParts(); ++part) {
    const auto evaluation = objective->test(part, part % 2, weights);
    whole.count += evaluation.count;
    whole.correct += evaluation.correct;
    whole.lossSum += evaluation.lossSum;
    whole.confusion.resize(evaluation.confusion.size());
    for (std::size_t i = 0; i < whole.confusion.size(); ++i)
      whole.confusion[i] += evaluation.confusion[i];
  }
  const auto half = static_cast<std::uint32_t>(kExamples / 2);
  QCOMPARE(whole.confusion, (std::vector<std::uint32_t>{half, 0, half, 0}));
  QCOMPARE(whole.count, kExamples);
  QCOMPARE(whole.correct, kExamples / 2);  // a tie goes to class 0, every other label
  QVERIFY(std::abs(whole.lossSum - kExamples * std::log(2.0)) < 1e-5);
}

void NetworkObjectiveTest::aShardSmallerThanABatchIsRefused() {
  QVERIFY(make(1, kShard));
  const auto objective = make(1, kShard + 1);
  QVERIFY(!objective);
  QCOMPARE(objective.error().message,
           std::string("cluster.batch: read 13, but each of 3 workers has only 12 training "
                       "examples; choose a smaller batch or fewer workers"));
}

void NetworkObjectiveTest::statisticsAreTakenOverInWorkerOrder() {
  const auto train = [](std::initializer_list<std::size_t> order, std::size_t threads) {
    NetworkObjective::Data data{colourful({}), {}, 5, 1};
    for (std::uint32_t m = 0; m < 3; ++m) {
      data.shards.emplace_back(20);
      std::iota(data.shards.back().begin(), data.shards.back().end(), 20 * m);
    }
    const auto network = architecture("resnet-8", {{"width", std::int64_t{4}}});
    const auto objective = *NetworkObjective::create(*network, std::move(data), threads);
    FloatVector weights(elementCount(objective->layout()));
    objective->initialise(weights);
    const auto parameters = pack(*objective, weights);
    std::vector<double> losses;
    for (std::int64_t k = 0; k < 4; ++k) {
      for (const std::size_t m : order) {
        objective->draw(m, k);
        auto& gradient = objective->gradient(m, m % threads);
        gradient.differentiate(parameters);
        // The stale weights' statistics are nobody's.
        if (k % 2 == 0) gradient.squaredChange(parameters);
      }
      objective->endTurns();
      losses.push_back(objective->test(0, 0, parameters).lossSum);
    }
    return losses;
  };
  const auto losses = train({0, 1, 2}, 1);
  QCOMPARE(std::set<double>(losses.begin(), losses.end()).size(), losses.size());
  QCOMPARE(train({2, 0, 1}, 2), losses);  // the same bits whoever is first, wherever it runs
  QVERIFY(train({0, 1}, 1) != losses);    // who is away contributes nothing
}

void NetworkObjectiveTest::augmentedImagesAreTheSameForAllGradients() {
  const auto make = [](std::uint64_t seed) {
    NetworkObjective::Data data{colourful({.padding = 4, .flip = true}), {{}}, 5, seed};
    for (std::uint32_t i = 0; i < 5; ++i) data.shards[0].push_back(i);
    return *NetworkObjective::create(*architecture("logistic-regression"), std::move(data), 1);
  };
  const auto objective = make(1);
  FloatVector weights(elementCount(objective->layout()));
  objective->initialise(weights);
  const auto parameters = pack(*objective, weights);
  std::set<double> losses;
  for (std::int64_t k = 0; k < 8; ++k) {  // every epoch is one minibatch of the same five images
    objective->draw(0, k);
    auto& gradient = objective->gradient(0, 0);
    losses.insert(gradient.differentiate(parameters));
    QCOMPARE(gradient.squaredChange(parameters), 0.0);
  }
  QCOMPARE(losses.size(), std::size_t{8});
  const auto again = make(1);
  again->draw(0, 3);
  QVERIFY(losses.contains(again->gradient(0, 0).differentiate(parameters)));
}

QTEST_APPLESS_MAIN(NetworkObjectiveTest)
#include "network_objective_test.moc"
