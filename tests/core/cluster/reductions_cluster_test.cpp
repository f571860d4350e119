// SPDX-License-Identifier: GPL-3.0-or-later
// What is left of SASG where nothing is skipped, where everything is sent, or both. On real models,
// where one method has its gradients written and another has them added to a residual.
#include <cstring>
#include <string>

#include <QtTest>

#include "tests/support/small_runs.h"

using namespace telegrad;
using telegrad::test::SmallCluster;
using telegrad::test::smallExperiment;
using telegrad::test::with;

namespace {

constexpr int kIterations = 40;
const std::string kNoSkips = "algorithm.threshold_factor=0";
const std::string kEverything = "compressor.fraction=1";

/// That algorithm on the model of the row, the shipped one where nothing is said of its size.
Experiment onModel(const std::string& algorithm) {
  QFETCH_GLOBAL(QString, model);
  QFETCH_GLOBAL(QString, dataset);
  QFETCH_GLOBAL(QString, size);
  auto experiment =
      with(Experiment(),
           {"dataset.key=" + dataset.toStdString(), "dataset.train_examples=200",
            "dataset.test_examples=100", "cluster.workers=4", "model.key=" + model.toStdString(),
            "algorithm.key=" + algorithm, "algorithm.learning_rate=0.005"});
  return size.isEmpty() ? experiment : with(experiment, {size.toStdString()});
}

/// The weights after some iterations.
FloatVector trained(const Experiment& experiment, bool measured = false) {
  SmallCluster cluster(experiment);
  for (int k = 0; k < kIterations; ++k)
    if (const auto done = cluster->iterate(measured); !done)
      qFatal("%s", done.error().message.c_str());
  return {cluster->weights().begin(), cluster->weights().end()};
}

bool sameBits(const FloatVector& a, const FloatVector& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

}  // namespace

class ReductionsClusterTest : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase_data();
  void withoutSkipsSasgIsSparse();
  void keepingEverythingSasgIsLasg();
  void keepingEverythingSparseIsSgd();
  void bothAreSgd();
  void partByPartIsWhole();
};

void ReductionsClusterTest::initTestCase_data() {
  QTest::addColumn<QString>("model");
  QTest::addColumn<QString>("dataset");
  QTest::addColumn<QString>("size");
  const auto row = [](const char* model, const char* dataset, const char* size = "") {
    QTest::newRow(model) << model << dataset << size;
  };
  row("fc-512", "synthetic-digits");  // 784-512-10: more than stays in a cache
  row("logistic-regression", "synthetic-digits");
  row("lenet-5", "synthetic-digits");
  row("resnet-8", "synthetic-objects", "model.width=4");
}

void ReductionsClusterTest::withoutSkipsSasgIsSparse() {
  const auto sparse = trained(onModel("sparse"));
  QVERIFY(sameBits(trained(with(onModel("sasg"), {kNoSkips})), sparse));
  const std::string skips = "algorithm.threshold_factor=1e6";
  QVERIFY(!sameBits(trained(with(onModel("sasg"), {skips})), sparse));
}

void ReductionsClusterTest::keepingEverythingSasgIsLasg() {
  const std::string skips = "algorithm.threshold_factor=20";
  const auto lasg = trained(with(onModel("lasg"), {skips}));
  QVERIFY(sameBits(trained(with(onModel("sasg"), {skips, kEverything})), lasg));
  QVERIFY(!sameBits(trained(onModel("sgd")), lasg));  // or nothing was skipped
}

void ReductionsClusterTest::keepingEverythingSparseIsSgd() {
  QVERIFY(sameBits(trained(with(onModel("sparse"), {kEverything})), trained(onModel("sgd"))));
}

void ReductionsClusterTest::bothAreSgd() {
  const auto sgd = trained(onModel("sgd"));
  QVERIFY(sameBits(trained(with(onModel("lasg"), {kNoSkips})), sgd));
  QVERIFY(sameBits(trained(with(onModel("sasg"), {kNoSkips, kEverything})), sgd));
}

/// Measured, messages of SGD are written as a whole before the server has them.
void ReductionsClusterTest::partByPartIsWhole() {
  for (const auto* momentum : {"0", "0.9"}) {
    const auto sgd = with(onModel("sgd"), {std::string("algorithm.momentum=") + momentum});
    QVERIFY(sameBits(trained(sgd, true), trained(sgd)));
  }
}

QTEST_APPLESS_MAIN(ReductionsClusterTest)
#include "reductions_cluster_test.moc"
