// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/batch_normalisation.h"

#include <algorithm>
#include <cmath>

#include "tests/support/operation_check.h"

using namespace telegrad;

class BatchNormalisationTest : public QObject {
  Q_OBJECT
 private slots:
  void isTheFormula_data();
  void isTheFormula();
  void statisticsAreMeansAndUnbiasedVariances_data() { blocks(); }
  void statisticsAreMeansAndUnbiasedVariances();
  void evaluationReadsTheRunningStatistics_data() { blocks(); }
  void evaluationReadsTheRunningStatistics();
  void largeMeansCostNoDigits();
  void constantsGiveTheBias();
  void startsAsTheIdentityOfNormalValues();

 private:
  static void blocks() {
    QTest::addColumn<std::size_t>("block");
    for (const std::size_t block : {1, 8, 16}) QTest::addRow("blocks of %zu", block) << block;
  }
};

void BatchNormalisationTest::isTheFormula_data() {
  QTest::addColumn<std::size_t>("block");
  QTest::addColumn<std::size_t>("channels");
  QTest::addColumn<bool>("relu");
  QTest::addColumn<bool>("other");
  for (const std::size_t block : {1, 8, 16})
    for (const std::size_t channels : {3, 16, 19})
      for (const bool relu : {false, true})
        for (const bool other : {false, true})
          QTest::addRow("blocks of %zu: %zu channels%s%s", block, channels, relu ? ", relu" : "",
                        other ? ", a sum" : "")
              << block << channels << relu << other;
}

void BatchNormalisationTest::isTheFormula() {
  QFETCH(std::size_t, block);
  QFETCH(std::size_t, channels);
  QFETCH(bool, relu);
  QFETCH(bool, other);
  const ImageShape shape{channels, 3, 3};
  BatchNormalisation normalisation(shape, ImageFormat(block), relu);
  test::compareWith({.operation = normalisation,
                     .format = ImageFormat(block),
                     .src = shape,
                     .batch = 2,
                     .other = other},
                    [&](const naive::Vector& w, const naive::Vector& x, const naive::Vector& z) {
                      auto dst =
                          naive::normalisation(w, x, shape, naive::channelStatistics(x, shape));
                      for (std::size_t i = 0; i < z.size(); ++i) dst[i] += z[i];
                      return relu ? naive::relu(std::move(dst)) : dst;
                    });
}

void BatchNormalisationTest::statisticsAreMeansAndUnbiasedVariances() {
  QFETCH(std::size_t, block);
  const ImageShape shape{5, 4, 3};
  BatchNormalisation normalisation(shape, ImageFormat(block), false);
  const auto src = naive::draw(3 * 60, 1, 2.0);
  const auto results = test::carryOut(
      {.operation = normalisation, .format = ImageFormat(block), .src = shape, .batch = 3},
      naive::draw(10, 2), src, {}, naive::draw(src.size(), 3));
  auto expected = naive::channelStatistics(naive::widen(src), shape);
  for (std::size_t c = 5; c < 10; ++c) expected[c] *= 36.0 / 35.0;
  QVERIFY(naive::worstError(results.statistics, expected) < 1e-6);
}

void BatchNormalisationTest::evaluationReadsTheRunningStatistics() {
  QFETCH(std::size_t, block);
  const ImageShape shape{5, 2, 2};
  const ImageFormat format(block);
  BatchNormalisation normalisation(shape, format, false);
  const auto weights = naive::draw(10, 1);
  auto running = naive::draw(10, 2);
  for (std::size_t c = 5; c < 10; ++c) running[c] = 0.5F + std::abs(running[c]);
  const auto src = naive::draw(3 * 20, 3);
  FloatVector packed(normalisation.packedSize(ImageOperation::Ways::Both));
  normalisation.pack(weights, ImageOperation::Ways::Both, packed);
  FloatVector features(3 * format.floats(shape));
  format.fromPlain(shape, src, features);
  FloatVector dst(features.size(), NAN);
  normalisation.forward({.batch = 3,
                         .packed = packed,
                         .src = features,
                         .other = {},
                         .dst = dst,
                         .memory = {},
                         .training = false,
                         .running = running,
                         .statistics = {}});
  std::vector<float> plain(src.size());
  format.toPlain(shape, dst, plain);
  QVERIFY(naive::worstError(plain, naive::normalisation(naive::widen(weights), naive::widen(src),
                                                        shape, naive::widen(running))) < 1e-6);
}

void BatchNormalisationTest::largeMeansCostNoDigits() {
  // The mean is a thousand deviations: sums of squares would have lost the variance.
  const ImageShape shape{16, 16, 16};
  BatchNormalisation normalisation(shape, ImageFormat(16), false);
  auto src = naive::draw(10 * 16 * 256, 1);
  for (auto& x : src) x += 1000.0F;
  const auto results = test::carryOut(
      {.operation = normalisation, .format = ImageFormat(16), .src = shape, .batch = 10},
      std::vector<float>(32, 1.0F), src, {}, naive::draw(src.size(), 3));
  const auto expected = naive::channelStatistics(naive::widen(src), shape);
  for (std::size_t c = 0; c < 16; ++c) {
    const double unbiased = expected[16 + c] * 2560.0 / 2559.0;
    QVERIFY(std::abs(results.statistics[16 + c] - unbiased) < 1e-3 * unbiased);
    QVERIFY(std::abs(results.statistics[c] - expected[c]) < 1e-3);
  }
}

void BatchNormalisationTest::constantsGiveTheBias() {
  const ImageShape shape{2, 2, 2};
  BatchNormalisation normalisation(shape, ImageFormat(8), false);
  const std::vector<float> src(16, 0.25F);
  const auto results = test::carryOut(
      {.operation = normalisation, .format = ImageFormat(8), .src = shape, .batch = 2},
      std::vector<float>{3, -3, 0.5F, 7}, src, {}, naive::draw(16, 1));
  for (std::size_t i = 0; i < 16; ++i) QCOMPARE(results.dst[i], i / 4 % 2 == 0 ? 0.5F : 7.0F);
  for (const float entry : results.diffSrc) QVERIFY(std::isfinite(entry));
}

void BatchNormalisationTest::startsAsTheIdentityOfNormalValues() {
  const BatchNormalisation normalisation({3, 2, 2}, ImageFormat(8), true);
  std::vector<float> weights(6, NAN);
  std::vector<float> statistics(6, NAN);
  Random random(1, Purpose::InitialWeights);
  normalisation.initialise(weights, random);
  normalisation.initialiseStatistics(statistics);
  QCOMPARE(weights, (std::vector<float>{1, 1, 1, 0, 0, 0}));
  QCOMPARE(statistics, (std::vector<float>{0, 0, 0, 1, 1, 1}));
  QCOMPARE(random.next64(), Random(1, Purpose::InitialWeights).next64());  // nothing drawn
}

QTEST_APPLESS_MAIN(BatchNormalisationTest)
#include "batch_normalisation_test.moc"
