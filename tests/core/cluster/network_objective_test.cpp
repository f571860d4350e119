// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>
#include <set>
#include <vector>

#include <QtTest>

#include "core/cluster/objective.h"
#include "core/cluster/worker_pool.h"
#include "core/data/partition.h"
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
  void beginningTogetherChangesNothing();
  void partsAreAddedOneGradientAfterTheOther();
  void theSameWeightsChangeNothing();
  void testPartsAddUpToTheTestSet();
  void testPartsAreEachOfOneSource();
  void aShardSmallerThanABatchIsRefused();
  void statisticsAreTakenOverInWorkerOrder();
  void sharedStatisticsAreTheNaiveOnes();
  void ownStatisticsAreTheNaiveOnes();
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

/// A turn goes on with what was begun at its weights, of its minibatch, and with nothing else.
void NetworkObjectiveTest::beginningTogetherChangesNothing() {
  const auto objective = *make(7);
  const auto alone = *make(7);
  const std::size_t d = elementCount(objective->layout());
  FloatVector values(d);
  for (std::size_t i = 0; i < d; ++i) values[i] = 0.01F * static_cast<float>(i % 13);
  const auto weights = pack(*objective, values);
  std::ranges::reverse(values);
  const auto others = pack(*objective, values);
  const std::vector<std::size_t> workers{0, 2};
  const ParallelRanges inTurn = [](std::size_t count, const auto& body) { body(0, count); };
  FloatVector here(d);
  FloatVector there(d);
  const auto compare = [&](std::size_t m, const Parameters& at) {
    const double loss = objective->gradient(m, 0).differentiate(at);
    objective->gradient(m, 0).write(1.0F, here);
    QCOMPARE(loss, alone->gradient(m, 0).differentiate(at));
    alone->gradient(m, 0).write(1.0F, there);
    QCOMPARE(here, there);
  };
  for (std::int64_t k = 0; k < 3; ++k) {
    for (std::size_t m = 0; m < kWorkers; ++m)
      for (auto* each : {objective.get(), alone.get()}) each->draw(m, k);
    // In the last iteration nothing is begun: what was is of other minibatches.
    if (k < 2) objective->beginTurns(weights, workers, inTurn);
    if (k == 1) {  // first somewhere else, then where it was begun
      compare(0, others);
      compare(0, weights);
      continue;  // worker 2 has no turn: what was begun for it is not taken for the next minibatch
    }
    for (std::size_t m = 0; m < kWorkers; ++m) compare(m, weights);
  }
}

/// To the bit, however many there are.
void NetworkObjectiveTest::partsAreAddedOneGradientAfterTheOther() {
  constexpr float kFactor = 0.3F;
  const auto objective = *make(7);
  const std::size_t d = elementCount(objective->layout());
  FloatVector values(d);
  for (std::size_t i = 0; i < d; ++i) values[i] = 0.01F * static_cast<float>(i % 13);
  const auto weights = pack(*objective, values);
  std::vector<FloatVector> written(kWorkers, FloatVector(d));
  std::vector<const VectorInParts*> inParts;
  for (std::size_t m = 0; m < kWorkers; ++m) {
    objective->draw(m, 0);
    auto& gradient = objective->gradient(m, 0);
    gradient.differentiate(weights);
    gradient.write(kFactor, written[m]);
    inParts.push_back(gradient.inParts(kFactor));
  }
  if (inParts.front() == nullptr) QSKIP("without kernels there are no parts");
  std::vector<const VectorInParts*> many;
  FloatVector wanted(d, 1.0F);
  for (std::size_t i = 0; i < 40; ++i) {
    const std::size_t m = i * i % kWorkers;
    many.push_back(inParts[m]);
    for (std::size_t j = 0; j < d; ++j) wanted[j] += written[m][j];
  }
  FloatVector sum(d, 1.0F);
  std::vector<float> room(VectorInParts::kRoom);
  const auto parts = many.front()->parts();
  for (std::size_t part = 0; part < parts.size(); ++part)
    many.front()->addTo(many, part, room,
                        std::span(sum).subspan(parts[part].begin, parts[part].size));
  QCOMPARE(sum, wanted);
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

void NetworkObjectiveTest::testPartsAreEachOfOneSource() {
  // 130, 1 and 229 images of 360, evaluated fifty at a time.
  const auto make = [](const std::vector<std::size_t>& counts) {
    auto dataset = *colourful({});
    for (int i = 0; i < 5; ++i) {
      dataset.test.labels.insert(dataset.test.labels.end(), 60, static_cast<std::uint8_t>(i % 2));
      dataset.test.pixels.insert(dataset.test.pixels.end(), dataset.train.pixels.begin(),
                                 dataset.train.pixels.end());
    }
    for (const std::size_t count : counts)
      dataset.sources.push_back({.name = "source",
                                 .train = dataset.sources.empty() ? dataset.train.count() : 0,
                                 .test = count,
                                 .normalisation = dataset.normalisation,
                                 .augmentation = dataset.augmentation});
    NetworkObjective::Data data;
    data.dataset = std::make_shared<const Dataset>(std::move(dataset));
    data.shards = {{0, 1, 2, 3}};
    return *NetworkObjective::create(*architecture("resnet-8", {{"width", std::int64_t{4}}}),
                                     std::move(data), 1);
  };
  const auto evaluate = [](NetworkObjective& objective) {
    FloatVector weights(elementCount(objective.layout()));
    objective.initialise(weights);
    const auto parameters = pack(objective, weights);
    std::vector<Evaluation> sources(objective.testSources());
    for (std::size_t part = 0; part < objective.testParts(); ++part)
      sources.at(objective.testSource(part)) += objective.test(part, 0, parameters);
    return sources;
  };
  const auto mixed = make({130, 1, 229});
  const auto sources = evaluate(*mixed);
  QCOMPARE(sources.size(), std::size_t{3});
  QCOMPARE(sources[0].count, std::size_t{130});
  QCOMPARE(sources[1].count, std::size_t{1});
  QCOMPARE(sources[2].count, std::size_t{229});
  QCOMPARE(mixed->testParts(), std::size_t{3 + 1 + 5});
  const auto ordinary = make({});
  const auto whole = evaluate(*ordinary);
  QCOMPARE(whole.size(), std::size_t{1});
  QCOMPARE(ordinary->testParts(), std::size_t{8});
  QCOMPARE(sources[0].correct + sources[1].correct + sources[2].correct, whole[0].correct);
  const double lossSum = sources[0].lossSum + sources[1].lossSum + sources[2].lossSum;
  QVERIFY(std::abs(lossSum - whole[0].lossSum) < 1e-4 * lossSum);
  QVERIFY(evaluate(*make({60, 300}))[0].lossSum != sources[0].lossSum);
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

namespace {

/// Three workers with twenty images each, whose statistics are kept as a test wants them.
class NormalisedWorkers {
 public:
  explicit NormalisedWorkers(bool perWorker)
      : model_(*architecture("resnet-8", {{"width", std::int64_t{4}}})->build({3, 8, 8}, 2)) {
    NetworkObjective::Data data{colourful({}), {}, 5, 1, perWorker};
    for (std::uint32_t m = 0; m < 3; ++m) {
      data.shards.emplace_back(20);
      std::iota(data.shards.back().begin(), data.shards.back().end(), 20 * m);
    }
    shards_ = data.shards;
    objective_ = *NetworkObjective::create(*architecture("resnet-8", {{"width", std::int64_t{4}}}),
                                           std::move(data), 2);
    FloatVector weights(elementCount(objective_->layout()));
    objective_->initialise(weights);
    parameters_ = pack(*objective_, weights);
  }

  /// One iteration, in which those workers have a turn: their minibatches' statistics.
  std::vector<FloatVector> iterate(std::int64_t k, const std::vector<std::size_t>& present) {
    for (const std::size_t m : present) {
      objective_->draw(m, k);
      objective_->gradient(m, m % 2).differentiate(parameters_);
    }
    objective_->endTurns();
    std::vector<FloatVector> all;
    for (const std::size_t m : present) all.push_back(ofMinibatch(m, k));
    return all;
  }
  std::vector<double> initial() const {
    FloatVector statistics(model_->statisticsSize());
    model_->initialiseStatistics(statistics);
    return {statistics.begin(), statistics.end()};
  }
  /// The test loss, and what it is with the given statistics.
  double loss() { return objective_->test(0, 1, parameters_).lossSum; }
  double lossWith(const std::vector<double>& statistics) {
    const auto dataset = colourful({});
    std::vector<std::uint32_t> indices(50);
    std::iota(indices.begin(), indices.end(), 0U);
    FloatVector inputs(50 * model_->inputSize());
    std::vector<std::uint8_t> labels(50);
    gather(dataset->test, dataset->normalisation, indices, inputs, labels);
    const FloatVector rounded(statistics.begin(), statistics.end());
    Weights weights(parameters_.values, parameters_.packed);
    weights.statistics = rounded;
    return model_->evaluate(weights, inputs, labels).lossSum;
  }

 private:
  FloatVector ofMinibatch(std::size_t worker, std::int64_t k) {
    const auto dataset = colourful({});
    const auto order = epochOrder(shards_[worker], 1, static_cast<std::uint32_t>(worker),
                                  static_cast<std::uint64_t>(k / 4));
    FloatVector inputs(5 * model_->inputSize());
    std::vector<std::uint8_t> labels(5);
    gather(dataset->train, dataset->normalisation,
           std::span(order).subspan(static_cast<std::size_t>(k % 4) * 5, 5), inputs, labels);
    Model::Pass pass;
    model_->differentiate({parameters_.values, parameters_.packed}, inputs, labels, pass);
    FloatVector statistics(model_->statisticsSize());
    model_->statistics(pass, statistics);
    return statistics;
  }

  std::unique_ptr<Model> model_;
  std::vector<std::vector<std::uint32_t>> shards_;
  std::unique_ptr<NetworkObjective> objective_;
  Parameters parameters_;
};

/// PyTorch's running statistics: nine tenths of themselves and one of a minibatch's.
void follow(std::vector<double>& running, const FloatVector& batch) {
  for (std::size_t i = 0; i < running.size(); ++i)
    running[i] = 0.9 * running[i] + 0.1 * double{batch[i]};
}

bool close(double a, double b) {
  return std::abs(a - b) < 1e-4 * std::abs(b);
}

const std::vector<std::vector<std::size_t>> kPresent{{0, 1, 2}, {0, 1, 2}, {0, 2},
                                                     {2},       {1, 2},    {0, 1, 2}};

}  // namespace

void NetworkObjectiveTest::sharedStatisticsAreTheNaiveOnes() {
  NormalisedWorkers workers(false);
  auto running = workers.initial();
  QVERIFY(close(workers.loss(), workers.lossWith(running)));
  for (std::size_t k = 0; k < kPresent.size(); ++k) {
    for (const auto& batch : workers.iterate(static_cast<std::int64_t>(k), kPresent[k]))
      follow(running, batch);
    QVERIFY(close(workers.loss(), workers.lossWith(running)));
  }
}

void NetworkObjectiveTest::ownStatisticsAreTheNaiveOnes() {
  NormalisedWorkers workers(true);
  const auto initial = workers.initial();
  std::vector<std::vector<double>> running(3, initial);
  QVERIFY(close(workers.loss(), workers.lossWith(initial)));
  for (std::size_t k = 0; k < kPresent.size(); ++k) {
    const auto& present = kPresent[k];
    const auto batches = workers.iterate(static_cast<std::int64_t>(k), present);
    std::vector<double> mean(initial.size(), 0.0);
    for (std::size_t i = 0; i < present.size(); ++i) {
      follow(running[present[i]], batches[i]);
      for (std::size_t j = 0; j < mean.size(); ++j)
        mean[j] += running[present[i]][j] / static_cast<double>(present.size());
    }
    QVERIFY(close(workers.loss(), workers.lossWith(mean)));
    // Who is away is not in it, which would be another number.
    std::vector<double> ofAll(initial.size(), 0.0);
    for (const auto& own : running)
      for (std::size_t j = 0; j < ofAll.size(); ++j) ofAll[j] += own[j] / 3.0;
    if (present.size() < 3)
      QVERIFY(std::abs(workers.loss() - workers.lossWith(mean)) <
              0.1 * std::abs(workers.loss() - workers.lossWith(ofAll)));
  }
  QVERIFY(!close(workers.lossWith(running[0]), workers.lossWith(running[2])));
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
