// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster/fidelity.h"

#include <algorithm>
#include <cmath>

#include <QtTest>

#include "tests/core/compress/support.h"
#include "tests/support/small_runs.h"

using namespace telegrad;
using namespace telegrad::test;

/// Sums that say how well a payload stands for a vector, and what a run makes of them.
class FidelityTest : public QObject {
  Q_OBJECT
 private slots:
  void ofTopKByHand();
  void whatIsWrittenDirectlyLosesNothing();
  void unwatchedOrUsedTwiceThereIsNothing();
  void sharesNormsAndCosines();
  void measuringChangesNoBit_data();
  void measuringChangesNoBit();
  void theErrorIsTheResidualUnderFeedback();
  void messagesHaveThreeCounts();
};

namespace {

MeasuredCompressor measuredTopK(double fraction) {
  return MeasuredCompressor(make("top-k", {{"fraction", fraction}}));
}

const Layout& twoTensors() {
  static const auto layout = layoutOf({{4}, {2}});
  return layout;
}

}  // namespace

void FidelityTest::ofTopKByHand() {
  auto compressor = measuredTopK(0.5);
  compressor.watch(true);
  Random random(1, Purpose::Compression);
  Payload payload;
  const std::vector<float> v{3.0F, -1.0F, 0.5F, -4.0F, 2.0F, 1.0F};
  const std::vector<float> g{1.0F, 1.0F, 1.0F, -1.0F, 0.0F, 2.0F};
  QVERIFY(compressor.compress(v, twoTensors(), random, payload));  // keeps 3, -4 and 2
  const auto tensors = compressor.measured(payload, twoTensors(), g);
  QCOMPARE(tensors.size(), std::size_t{2});
  QCOMPARE(tensors[0].input, 9.0 + 1.0 + 0.25 + 16.0);
  QCOMPARE(tensors[0].error, 1.25);
  QCOMPARE(tensors[0].sent, 25.0);
  QCOMPARE(tensors[0].gradient, 4.0);
  QCOMPARE(tensors[0].sentGradient, 3.0 + 4.0);
  QCOMPARE(tensors[0].kept, std::int64_t{2});
  QCOMPARE(tensors[1].error, 1.0);
  QCOMPARE(tensors[1].sentGradient, 0.0);
  QCOMPARE(tensors[1].kept, std::int64_t{1});
}

void FidelityTest::whatIsWrittenDirectlyLosesNothing() {
  MeasuredCompressor compressor(make("identity"));
  compressor.watch(true);
  Payload payload;
  const std::vector<float> v{1.0F, -2.0F, 0.0F, 4.0F, 2.0F, 1.0F};
  std::ranges::copy(v, compressor.writeDirectly(twoTensors(), payload).begin());
  const auto tensors = compressor.measured(payload, twoTensors(), v);
  QCOMPARE(tensors[0].input, 21.0);
  QCOMPARE(tensors[0].error, 0.0);
  QCOMPARE(tensors[0].sentGradient, 21.0);
  QCOMPARE(tensors[0].kept, std::int64_t{3});
}

void FidelityTest::unwatchedOrUsedTwiceThereIsNothing() {
  auto compressor = measuredTopK(0.5);
  Random random(1, Purpose::Compression);
  Payload payload;
  const std::vector<float> v(6, 1.0F);
  compressor.watch(false);
  QVERIFY(compressor.compress(v, twoTensors(), random, payload));
  QVERIFY(compressor.measured(payload, twoTensors(), v).empty());
  compressor.watch(true);
  QVERIFY(compressor.measured(payload, twoTensors(), v).empty());
  QVERIFY(compressor.compress(v, twoTensors(), random, payload));
  QVERIFY(compressor.compress(v, twoTensors(), random, payload));
  QVERIFY(compressor.measured(payload, twoTensors(), v).empty());
}

void FidelityTest::sharesNormsAndCosines() {
  const TensorFidelity sums{8.0, 2.0, 9.0, 4.0, 3.0, 5};
  const auto record = layerRecord(sums, 2, 10);
  QCOMPARE(record.kept, 0.25);
  QCOMPARE(record.error, 0.25);
  QCOMPARE(record.residualNorm, 1.0);
  QCOMPARE(record.cosine, 0.5);
  const auto nothing = layerRecord({}, 0, 10);
  QVERIFY(std::isnan(nothing.kept) && std::isnan(nothing.error) && std::isnan(nothing.cosine));
  // Of zero vectors neither share nor direction is known.
  const auto zeros = layerRecord({}, 2, 10);
  QCOMPARE(zeros.kept, 0.0);
  QVERIFY(std::isnan(zeros.error) && std::isnan(zeros.cosine));
}

void FidelityTest::measuringChangesNoBit_data() {
  QTest::addColumn<QString>("algorithm");
  for (const auto& entry : algorithms())
    QTest::newRow(entry.key.c_str()) << QString::fromStdString(entry.key);
}

void FidelityTest::measuringChangesNoBit() {
  QFETCH(QString, algorithm);
  const auto experiment = smallExperiment(algorithm.toStdString());
  SmallCluster measured(experiment, 2);
  SmallCluster plain(experiment, 2);
  for (int k = 0; k < 12; ++k) {
    const auto one = measured->iterate(true);
    QVERIFY(one);
    const auto other = plain->iterate(false);
    QVERIFY(other);
    QCOMPARE((*one)->wireBits, (*other)->wireBits);
    QVERIFY((*other)->fidelity.empty());
    QVERIFY((*one)->fidelity.empty() || (*one)->fidelity.size() == measured->layout().size());
  }
  QVERIFY(std::ranges::equal(measured->weights(), plain->weights()));
}

void FidelityTest::theErrorIsTheResidualUnderFeedback() {
  SmallCluster cluster(smallExperiment("sparse"), 2);
  for (int k = 0; k < 5; ++k) {
    const auto result = cluster->iterate(true);
    QVERIFY(result);
    double residual = 0.0;
    for (const auto& report : (*result)->reports) residual += report.residualNormSquared;
    TensorFidelity whole;
    for (const auto& tensor : (*result)->fidelity) whole += tensor;
    QCOMPARE((*result)->measured, cluster->workers());
    QVERIFY(std::abs(whole.error - residual) <= 1e-9 * residual);
    QVERIFY(whole.sentGradient > 0.0);
  }
}

void FidelityTest::messagesHaveThreeCounts() {
  // Top-k of each tensor: 32 k + log2 C(d, k) bits, the entropy's as well; coded with packed
  // positions and whole bytes.
  SmallCluster cluster(smallExperiment("sparse", {"compressor.fraction=0.1"}), 2);
  const auto result = cluster->iterate(true);
  QVERIFY(result);
  double paper = 0.0;
  std::int64_t kept = 0;
  for (const auto& tensor : cluster->layout()) {
    const auto d = static_cast<double>(tensor.size());
    const auto k = std::max(1.0, std::floor(0.1 * d));
    const double positions =
        (std::lgamma(d + 1) - std::lgamma(k + 1) - std::lgamma(d - k + 1)) / std::log(2.0);
    paper += 32.0 * k + positions;
    kept += static_cast<std::int64_t>(k);
  }
  const std::int64_t coded = 8 * ((kept * (32 + 15) + 7) / 8);  // d = 25,450: 15 bits a position
  const auto workers = static_cast<double>(cluster->workers());
  QVERIFY(std::abs((*result)->messageCounts.paper / (workers * paper) - 1.0) < 1e-12);
  QCOMPARE((*result)->messageCounts.entropy, (*result)->messageCounts.paper);
  QCOMPARE((*result)->messageBits, static_cast<std::int64_t>(cluster->workers()) * coded);
}

QTEST_APPLESS_MAIN(FidelityTest)
#include "fidelity_test.moc"
