// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/chwn_kernels.h"

#include <cmath>
#include <cstring>

#include <QtTest>

#include "core/nn/image_format.h"
#include "tests/support/naive_images.h"

using namespace telegrad;

namespace {

struct Results {
  FloatVector dst, gradient, biasGradient;
};

Results carryOut(const ChwnKernels& kernels, const ChwnShape& of) {
  const auto src = naive::draw(of.inputs * of.height * of.width * of.batch, 1);
  const auto weights = naive::draw(of.outputs * of.taps(), 2);
  const auto bias = naive::draw(of.outputs, 3);
  std::vector<float> packed(weights.size(), NAN);
  packChwnWeights(of.outputs, of.taps(), weights.data(), packed.data());
  // A line behind each result that must stay as it is.
  constexpr std::size_t kLine = 16;
  Results results;
  const std::size_t size = of.outputs * of.dstHeight() * of.dstWidth() * of.batch;
  results.dst.assign(size + kLine, NAN);
  kernels.forward(of, {.src = src.data(),
                       .packed = packed.data(),
                       .bias = bias.data(),
                       .relu = false,
                       .dst = results.dst.data()});
  results.gradient.assign(weights.size() + kLine, NAN);
  results.biasGradient.assign(of.outputs + kLine, NAN);
  if (of.beyond > 0) return results;
  const auto diffDst = naive::draw(size, 4);
  FloatVector scratch(chwnScratchSize(of), NAN);
  kernels.differentiate(of, {.src = src.data(),
                             .diffDst = diffDst.data(),
                             .scratch = scratch.data(),
                             .gradient = results.gradient.data(),
                             .biasGradient = results.biasGradient.data()});
  return results;
}

/// The same bits, be they a number or none.
bool same(const FloatVector& a, const FloatVector& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

}  // namespace

/// Every instruction set of this machine against the first one, and that against loops in double.
class ChwnKernelsTest : public QObject {
  Q_OBJECT
 private slots:
  void packedWeightsAreThoseOfABlockTogether();
  void everySetGivesTheSameBits_data();
  void everySetGivesTheSameBits();
  void rowsBeyondAreZeros_data();
  void rowsBeyondAreZeros();
};

void ChwnKernelsTest::packedWeightsAreThoseOfABlockTogether() {
  std::vector<float> weights(9 * 2);
  for (std::size_t i = 0; i < weights.size(); ++i) weights[i] = static_cast<float>(i);
  std::vector<float> packed(weights.size());
  packChwnWeights(9, 2, weights.data(), packed.data());
  QCOMPARE(packed, (std::vector<float>{0, 2, 4, 6, 8, 10, 1, 3, 5, 7, 9, 11,  // six outputs
                                       12, 14, 13, 15,                        // two
                                       16, 17}));                             // one
}

void ChwnKernelsTest::everySetGivesTheSameBits_data() {
  QTest::addColumn<std::size_t>("outputs");
  QTest::addColumn<std::size_t>("kernel");
  QTest::addColumn<std::size_t>("batch");
  for (const std::size_t outputs : {1, 6, 16, 23})
    for (const std::size_t kernel : {1, 3, 5})
      for (const std::size_t batch : {1, 2, 3, 8, 10, 64})
        QTest::addRow("%zu outputs, %zux%zu, %zu examples", outputs, kernel, kernel, batch)
            << outputs << kernel << batch;
}

void ChwnKernelsTest::everySetGivesTheSameBits() {
  QFETCH(std::size_t, outputs);
  QFETCH(std::size_t, kernel);
  QFETCH(std::size_t, batch);
  const ChwnShape of{
      .inputs = 3, .outputs = outputs, .kernel = kernel, .height = 7, .width = 9, .batch = batch};
  const auto expected = carryOut(chwnKernels().front(), of);
  for (const auto& kernels : chwnKernels()) {
    const auto results = carryOut(kernels, of);
    QVERIFY2(same(results.dst, expected.dst), kernels.name);
    QVERIFY2(same(results.gradient, expected.gradient), kernels.name);
    QVERIFY2(same(results.biasGradient, expected.biasGradient), kernels.name);
    QVERIFY(std::isnan(results.dst.back()) && std::isnan(results.gradient.back()));
    QVERIFY(std::isnan(results.biasGradient.back()));
  }
}

void ChwnKernelsTest::rowsBeyondAreZeros_data() {
  QTest::addColumn<std::size_t>("beyond");
  QTest::addColumn<std::size_t>("height");
  for (const std::size_t beyond : {0, 1, 4})
    for (const std::size_t height : {5, 6, 11})
      QTest::addRow("%zu rows beyond %zu", beyond, height) << beyond << height;
  QTest::addRow("a window higher than src") << std::size_t{4} << std::size_t{2};
}

void ChwnKernelsTest::rowsBeyondAreZeros() {
  QFETCH(std::size_t, beyond);
  QFETCH(std::size_t, height);
  const ChwnShape of{.inputs = 2,
                     .outputs = 3,
                     .kernel = 5,
                     .height = height,
                     .width = 8,
                     .batch = 5,
                     .beyond = beyond};
  // The same with the zeros written out.
  const ImageShape with{2, height + 2 * beyond, 8};
  const ImageShape without{2, height, 8};
  const auto src = naive::draw(2 * height * 8 * 5, 1);
  std::vector<float> plain(src.size());
  ImageFormat::chwn().toPlain(without, src, plain);
  naive::Vector wide(5 * with.channels * with.pixels(), 0.0);
  for (std::size_t n = 0; n < 5; ++n)
    for (std::size_t c = 0; c < 2; ++c)
      for (std::size_t y = 0; y < height; ++y)
        for (std::size_t x = 0; x < 8; ++x)
          naive::pixel(wide, with, n, c, y + beyond, x) =
              plain.at(((n * 2 + c) * height + y) * 8 + x);
  auto weights = naive::widen(naive::draw(of.outputs * of.taps(), 2));
  const auto bias = naive::widen(naive::draw(of.outputs, 3));
  weights.insert(weights.end(), bias.begin(), bias.end());
  const auto expected = naive::convolution(weights, wide, with, of.outputs, {5, 1, 0});
  for (const auto& kernels : chwnKernels()) {
    const auto results = carryOut(kernels, of);
    std::vector<float> dst(expected.size());
    ImageFormat::chwn().toPlain({3, of.dstHeight(), of.dstWidth()},
                                std::span(results.dst).first(dst.size()), dst);
    QVERIFY2(naive::worstError(dst, expected) < 1e-5, kernels.name);
  }
}

QTEST_APPLESS_MAIN(ChwnKernelsTest)
#include "chwn_kernels_test.moc"
