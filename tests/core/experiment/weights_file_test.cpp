// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/weights_file.h"

#include <QtTest>

#include "core/nn/safetensors.h"
#include "tests/support/small_runs.h"

using namespace telegrad;
using telegrad::test::SmallCluster;
using telegrad::test::smallExperiment;
using telegrad::test::with;

/// Weights from a cluster to a file, and from a file into another cluster.
class WeightsFileTest : public QObject {
  Q_OBJECT
 private slots:
  void init() { folder_ = std::make_unique<QTemporaryDir>(); }
  void goFromOneClusterToAnother();
  void statisticsGoWithThem();
  void statisticsMayBeMissing();
  void anotherModelsAreRefused();

 private:
  std::filesystem::path path() const { return folder_->filePath("w").toStdString(); }
  std::unique_ptr<QTemporaryDir> folder_;
};

namespace {

FloatVector weightsOf(SmallCluster& cluster) {
  const auto weights = cluster->weights();
  return {weights.begin(), weights.end()};
}

/// A small model with batch normalisations, on small data.
Experiment images() {
  return with(Experiment(), {"dataset.key=synthetic-objects", "dataset.train_examples=100",
                             "dataset.test_examples=100", "model.key=resnet-8", "cluster.workers=2",
                             "cluster.batch=4", "algorithm.key=sgd"});
}

}  // namespace

void WeightsFileTest::goFromOneClusterToAnother() {
  SmallCluster first(smallExperiment("sgd"));
  SmallCluster second(smallExperiment("sgd", {"seed=2"}));
  QVERIFY(first->iterate(false));
  QVERIFY(weightsOf(first) != weightsOf(second));
  QVERIFY(writeWeights(path(), *first.operator->()));
  QVERIFY(readWeights(path(), *second.operator->()));
  QCOMPARE(weightsOf(second), weightsOf(first));
  // What is computed with them is what the first would have tested.
  QCOMPARE(second->evaluate().correct, first->evaluate().correct);
  QCOMPARE(second->evaluate().lossSum, first->evaluate().lossSum);
}

void WeightsFileTest::statisticsGoWithThem() {
  SmallCluster first(images());
  for (int i = 0; i < 3; ++i) QVERIFY(first->iterate(false));
  QVERIFY(writeWeights(path(), *first.operator->()));
  // As torch.nn.BatchNorm2d names them.
  QVERIFY(*holdsTensor(path(), "bn1.running_mean"));
  QVERIFY(*holdsTensor(path(), "layer3.0.bn2.running_var"));
  SmallCluster second(images());
  QVERIFY(second->objective().statistics() != first->objective().statistics());
  QVERIFY(readWeights(path(), *second.operator->()));
  QCOMPARE(second->objective().statistics(), first->objective().statistics());
  QCOMPARE(second->evaluate().lossSum, first->evaluate().lossSum);
}

void WeightsFileTest::statisticsMayBeMissing() {
  SmallCluster first(images());
  QVERIFY(first->iterate(false));
  QVERIFY(writeSafetensors(path(), first->layout(), weightsOf(first)));
  SmallCluster second(images());
  const auto initial = second->objective().statistics();
  QVERIFY(readWeights(path(), *second.operator->()));
  QCOMPARE(weightsOf(second), weightsOf(first));
  QCOMPARE(second->objective().statistics(), initial);
}

void WeightsFileTest::anotherModelsAreRefused() {
  SmallCluster first(smallExperiment("sgd", {"model.hidden=16"}));
  SmallCluster second(smallExperiment("sgd"));
  const auto before = weightsOf(second);
  QVERIFY(writeWeights(path(), *first.operator->()));
  const auto read = readWeights(path(), *second.operator->());
  QVERIFY(!read);
  QVERIFY2(read.error().message.find("[32, 784]") != std::string::npos,
           read.error().message.c_str());
  QCOMPARE(weightsOf(second), before);
}

QTEST_APPLESS_MAIN(WeightsFileTest)
#include "weights_file_test.moc"
