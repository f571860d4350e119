// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster/cluster.h"

#include <array>
#include <cmath>
#include <cstring>

#include <QtTest>

#include "tests/support/naive_network.h"
#include "tests/support/quadratic_workers.h"
#include "tests/support/small_runs.h"

using namespace telegrad;
using telegrad::test::SmallCluster;
using telegrad::test::smallExperiment;

namespace {

constexpr std::int64_t kWeights = 784 * 32 + 32 + 32 * 10 + 10;
constexpr std::int64_t kKept = 2508 + 3 + 32 + 1;  // a tenth of each tensor
constexpr int kIterations = 40;
const std::string kSkipMore = "algorithm.threshold_factor=20";

/// Every worker has a quadratic of its own, so that too large a rate diverges for certain; one may
/// have a loss that is no number.
class Quadratics final : public Objective {
 public:
  explicit Quadratics(std::size_t badWorker) : badWorker_(badWorker) {}
  const Layout& layout() const override { return layout_; }
  std::int64_t iterationsPerEpoch() const override { return 10; }
  void initialise(std::span<float> weights) override { std::ranges::fill(weights, 0.5F); }
  void draw(std::size_t worker, std::int64_t iteration) override {
    minibatches_.at(worker) = std::make_unique<Minibatch>(worker, iteration, worker == badWorker_);
  }
  MinibatchGradient& gradient(std::size_t worker, std::size_t /*slot*/) override {
    return *minibatches_.at(worker);
  }
  void exchange(StateArchive& /*state*/) override {}
  std::size_t testParts() const override { return 0; }
  Evaluation test(std::size_t, std::size_t, const Parameters&) override { return {}; }

 private:
  class Minibatch final : public MinibatchGradient {
   public:
    Minibatch(std::size_t worker, std::int64_t iteration, bool bad)
        : quadratic_(worker, iteration, 67, 0.3),
          bad_(bad) {}
    double differentiate(const Parameters& weights) override {
      const double loss = quadratic_.differentiate(weights);
      return bad_ ? std::nan("") : loss;
    }
    double squaredChange(const Parameters& other) override {
      return quadratic_.squaredChange(other);
    }
    void write(float factor, std::span<float> target) override { quadratic_.write(factor, target); }
    void addTo(float factor, std::span<float> target) override { quadratic_.addTo(factor, target); }

   private:
    test::QuadraticGradient quadratic_;
    bool bad_;
  };

  std::size_t badWorker_;
  Layout layout_{{"a.weight", {20, 3}, 0}, {"a.bias", {7}, 60}};
  std::array<std::unique_ptr<Minibatch>, 4> minibatches_;
};

std::unique_ptr<Cluster> onQuadratics(const std::string& algorithm, WorkerPool& pool,
                                      std::size_t badWorker = 4) {
  const auto experiment = smallExperiment(algorithm, {"algorithm.learning_rate=10"});
  const auto make = [&](const auto& catalogue, const char* slot) {
    const auto& selection = experiment.slot(slot);
    return (*find(catalogue, selection.key, slot))->make(selection.settings);
  };
  Cluster::Parts parts;
  parts.objective = std::make_unique<Quadratics>(badWorker);
  parts.algorithm = make(algorithms(), "algorithm");
  for (int m = 0; m < 4; ++m) parts.compressors.push_back(make(compressors(), "compressor"));
  parts.network = make(networks(), "network")->build(4, 1);
  return std::make_unique<Cluster>(std::move(parts), pool);
}

/// The weights after some iterations.
FloatVector trained(const Experiment& experiment, int threads = 2) {
  SmallCluster cluster(experiment, threads);
  for (int k = 0; k < kIterations; ++k)
    if (const auto done = cluster->iterate(false); !done)
      qFatal("%s", done.error().message.c_str());
  return {cluster->weights().begin(), cluster->weights().end()};
}

bool sameBits(const FloatVector& a, const FloatVector& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

/// How many uploads the iterations had, and whether their bits are what those should be.
int uploadsWithBits(SmallCluster& cluster, std::int64_t valueBits, std::int64_t wireBits) {
  int uploads = 0;
  for (int k = 0; k < kIterations; ++k) {
    const auto result = cluster->iterate(false);
    if (!result) return -1;
    std::int64_t now = 0;
    for (const auto& report : (*result)->reports) now += report.outcome != Outcome::Skipped;
    if ((*result)->valueBits != now * valueBits || (*result)->wireBits != now * wireBits) return -1;
    uploads += static_cast<int>(now);
  }
  return uploads;
}

}  // namespace

class ClusterTest : public QObject {
  Q_OBJECT
 private slots:
  void anyNumberOfThreadsGivesTheSameBits_data();
  void anyNumberOfThreadsGivesTheSameBits();
  void evaluationIsThatOfEveryImage();
  void snapshotsAreBoundedByTheDelay_data();
  void snapshotsAreBoundedByTheDelay();
  void differencesAreTheSameBits_data();
  void differencesAreTheSameBits();
  void unusedSnapshotsAreGivenBack();
  void bitsAreThoseOfTheUploads();
  void divergenceIsNamed_data();
  void divergenceIsNamed();
  void aLossThatIsNoNumberNamesItsWorker();
  void withoutATestSetThereIsNothingToEvaluate();
};

void ClusterTest::anyNumberOfThreadsGivesTheSameBits_data() {
  QTest::addColumn<QString>("algorithm");
  for (const auto& entry : algorithms())
    QTest::newRow(entry.key.c_str()) << QString::fromStdString(entry.key);
}

void ClusterTest::anyNumberOfThreadsGivesTheSameBits() {
  QFETCH(QString, algorithm);
  const auto experiment = smallExperiment(algorithm.toStdString());
  const auto one = trained(experiment, 1);
  for (const int threads : {2, 3, 8}) QVERIFY(sameBits(trained(experiment, threads), one));
  QVERIFY(!sameBits(trained(experiment.withSeed(2), 1), one));
}

void ClusterTest::evaluationIsThatOfEveryImage() {
  const auto experiment = smallExperiment("sgd", {"dataset.test_examples=300"});
  SmallCluster cluster(experiment);
  for (int k = 0; k < kIterations; ++k) QVERIFY(cluster->iterate(false));
  const auto source = find(datasets(), "synthetic-digits", "dataset");
  const auto dataset = (*source)
                           ->make(experiment.slot("dataset").settings)
                           ->load(*DataFolders::resolve(std::nullopt));
  const auto& test = dataset->test;
  const double mean = dataset->normalisation.mean.at(0);
  const double deviation = dataset->normalisation.deviation.at(0);
  const auto weights = naive::widen(cluster->weights());
  double lossSum = 0.0;
  std::size_t correct = 0;
  for (std::size_t i = 0; i < test.count(); ++i) {
    naive::Vector image;
    for (std::size_t p = 0; p < 784; ++p)
      image.push_back((test.pixels.at(784 * i + p) / 255.0 - mean) / deviation);
    const auto logits = naive::logits(cluster->layout(), weights, image);
    lossSum += naive::meanCrossEntropy(logits, {test.labels.at(i)});
    correct += std::ranges::max_element(logits) - logits.begin() == test.labels.at(i);
  }
  const auto evaluation = cluster->evaluate();
  QCOMPARE(evaluation.count, std::size_t{300});
  QCOMPARE(evaluation.correct, correct);
  QVERIFY(correct > 60);  // it has learned something
  QVERIFY(std::abs(evaluation.lossSum - lossSum) < 1e-5 * lossSum);
}

void ClusterTest::snapshotsAreBoundedByTheDelay_data() {
  QTest::addColumn<QString>("algorithm");
  QTest::addColumn<int>("bound");
  QTest::newRow("sgd") << "sgd" << 2;  // w^k and w^{k+1}
  QTest::newRow("sparse") << "sparse" << 2;
  QTest::newRow("lasg") << "lasg" << 3 + 3;
  QTest::newRow("sasg") << "sasg" << 3 + 3;
  QTest::newRow("lag-stochastic") << "lag-stochastic" << 2;  // compares gradients
}

void ClusterTest::snapshotsAreBoundedByTheDelay() {
  QFETCH(QString, algorithm);
  QFETCH(int, bound);
  auto experiment = smallExperiment(algorithm.toStdString(), {"cluster.workers=30"});
  if (bound > 2) experiment = test::with(experiment, {"algorithm.delay_bound=3", kSkipMore});
  SmallCluster cluster(experiment);
  std::size_t most = 0;
  std::int64_t skips = 0;
  for (int k = 0; k < 2 * kIterations; ++k) {
    const auto result = cluster->iterate(false);
    QVERIFY(result);
    for (const auto& report : (*result)->reports) skips += report.outcome == Outcome::Skipped;
    most = std::max(most, cluster->snapshots());
  }
  QVERIFY2(most <= static_cast<std::size_t>(bound), qPrintable(QString::number(most)));
  QVERIFY(bound == 2 || (skips > 0 && most > 2));
}

void ClusterTest::differencesAreTheSameBits_data() {
  QTest::addColumn<QString>("algorithm");
  QTest::addColumn<bool>("images");  // whose packed weights do not last
  for (const bool images : {false, true}) {
    const char* on = images ? "images" : "vectors";
    QTest::addRow("sasg on %s", on) << "sasg" << images;
    QTest::addRow("lasg on %s", on) << "lasg" << images;  // changes everything, and so has none
  }
}

/// And take up less: a tenth of the weights is sent by each of two workers, and some skip.
void ClusterTest::differencesAreTheSameBits() {
  QFETCH(QString, algorithm);
  QFETCH(bool, images);
  auto experiment = test::with(smallExperiment(algorithm.toStdString(), {"cluster.workers=2"}),
                               {"algorithm.delay_bound=5", kSkipMore});
  if (images)
    experiment = test::with(experiment,
                            {"dataset.key=synthetic-objects", "dataset.train_examples=100",
                             "dataset.test_examples=100", "model.key=resnet-8", "model.width=4"});
  SmallCluster whole(experiment);
  SmallCluster differences(experiment);
  differences->holdDifferencesFrom(1);
  std::size_t mostWhole = 0;
  std::size_t mostOfDifferences = 0;
  for (int k = 0; k < kIterations; ++k) {
    QVERIFY(whole->iterate(false));
    QVERIFY(differences->iterate(false));
    QVERIFY(
        std::ranges::equal(std::as_bytes(whole->weights()), std::as_bytes(differences->weights())));
    mostWhole = std::max(mostWhole, whole->snapshotFloats());
    mostOfDifferences = std::max(mostOfDifferences, differences->snapshotFloats());
    StateArchive one;
    StateArchive other;
    QVERIFY(whole->exchange(one));
    QVERIFY(differences->exchange(other));
    QCOMPARE(other.takeBytes().size(), one.takeBytes().size());
  }
  const bool isSparse = algorithm == "sasg";
  const std::size_t d = whole->weights().size();
  QVERIFY2(!isSparse || mostOfDifferences + d < mostWhole,
           qPrintable(QStringLiteral("%1 of %2").arg(mostOfDifferences).arg(mostWhole)));
  QVERIFY(isSparse || mostOfDifferences <= mostWhole + d);
}

void ClusterTest::unusedSnapshotsAreGivenBack() {
  SmallCluster cluster(smallExperiment("lasg", {"algorithm.delay_bound=3", kSkipMore}));
  for (int k = 0; k < kIterations; ++k) QVERIFY(cluster->iterate(false));
  QVERIFY(cluster->snapshots() > 2);
  const auto entry = *find(algorithms(), "lasg", "algorithm");
  cluster->configureAlgorithm(*Settings::from(
      entry->parameters, {{"delay_bound", std::int64_t{3}}, {"threshold_factor", 0.0}}));
  for (int k = 0; k < 90; ++k) QVERIFY(cluster->iterate(false));
  QVERIFY(cluster->snapshots() > 2);
  for (int k = 0; k < 20; ++k) QVERIFY(cluster->iterate(false));
  QCOMPARE(cluster->snapshots(), std::size_t{2});  // w^k and w^{k+1}
}

void ClusterTest::bitsAreThoseOfTheUploads() {
  constexpr std::int64_t kOverhead = 66;
  SmallCluster sgd(smallExperiment("sgd"));
  QCOMPARE(uploadsWithBits(sgd, 32 * kWeights, 8 * (4 * kWeights + kOverhead)), 10 * kIterations);
  SmallCluster lasg(smallExperiment("lasg", {kSkipMore}));
  const int dense = uploadsWithBits(lasg, 32 * kWeights, 8 * (4 * kWeights + kOverhead));
  QVERIFY(dense > 0 && dense < 10 * kIterations);
  // A value and an index of 32 bits for every entry kept.
  SmallCluster sasg(
      smallExperiment("sasg", {"compressor.fraction=0.1", "compressor.index_coding=fixed-32"}));
  const int few = uploadsWithBits(sasg, 32 * kKept, 8 * (8 * kKept + kOverhead));
  QVERIFY(few > 0 && few < 10 * kIterations);
}

void ClusterTest::divergenceIsNamed_data() {
  QTest::addColumn<QString>("algorithm");
  for (const auto* key : {"sgd", "lasg", "sparse", "sasg"}) QTest::newRow(key) << key;
}

void ClusterTest::divergenceIsNamed() {
  QFETCH(QString, algorithm);
  WorkerPool pool(2);
  auto cluster = onQuadratics(algorithm.toStdString(), pool);
  QString message;
  for (int k = 0; k < 200 && message.isEmpty(); ++k) {
    const FloatVector before(cluster->weights().begin(), cluster->weights().end());
    const auto done = cluster->iterate(false);
    if (done) continue;
    message = QString::fromStdString(done.error().message);
    QVERIFY(sameBits(before, {cluster->weights().begin(), cluster->weights().end()}));
    QCOMPARE(cluster->iteration(), std::int64_t{k});
    QVERIFY(std::isfinite(squaredNorm(cluster->weights())));
  }
  QVERIFY2(message.contains("worker ") || message.contains("a.weight"), qPrintable(message));
  QVERIFY2(message.contains("finite"), qPrintable(message));
}

void ClusterTest::aLossThatIsNoNumberNamesItsWorker() {
  WorkerPool pool(2);
  auto cluster = onQuadratics("sgd", pool, 2);
  const auto done = cluster->iterate(false);
  QVERIFY(!done);
  const auto message = QString::fromStdString(done.error().message);
  QVERIFY2(
      message.startsWith("the loss of worker 3 is not a finite number; the largest weight is "),
      qPrintable(message));
  QVERIFY2(message.contains(" in a."), qPrintable(message));  // a tensor of the layout
  QCOMPARE(cluster->iteration(), std::int64_t{0});
}

void ClusterTest::withoutATestSetThereIsNothingToEvaluate() {
  WorkerPool pool(2);
  QCOMPARE(onQuadratics("sgd", pool)->evaluate().count, std::size_t{0});
}

QTEST_APPLESS_MAIN(ClusterTest)
#include "cluster_test.moc"
