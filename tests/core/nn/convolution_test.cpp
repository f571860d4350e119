// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/convolution.h"

#include <cmath>

#include "tests/support/operation_check.h"

using namespace telegrad;

class ConvolutionTest : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { useOneThreadPerWorker(); }
  void isTheSumOfProducts_data();
  void isTheSumOfProducts();
  void layoutIsPyTorchs();
  void startingWeightsAreUniform();
  void otherBatchesInBetweenChangeNothing();
};

void ConvolutionTest::isTheSumOfProducts_data() {
  QTest::addColumn<std::size_t>("block");
  QTest::addColumn<std::size_t>("inputs");
  QTest::addColumn<std::size_t>("outputs");
  QTest::addColumn<std::size_t>("kernel");
  QTest::addColumn<std::size_t>("stride");
  QTest::addColumn<std::size_t>("padding");
  QTest::addColumn<bool>("plainSrc");
  QTest::addColumn<bool>("bias");
  QTest::addColumn<bool>("relu");
  const auto rows = [](std::size_t inputs, std::size_t outputs, std::size_t kernel,
                       std::size_t stride, std::size_t padding, bool plainSrc, bool bias,
                       bool relu) {
    for (const std::size_t block : {1, 8, 16})
      QTest::addRow("blocks of %zu: %zu -> %zu, %zux%zu, stride %zu, padding %zu%s%s%s", block,
                    inputs, outputs, kernel, kernel, stride, padding, plainSrc ? ", input" : "",
                    bias ? ", bias" : "", relu ? ", relu" : "")
          << block << inputs << outputs << kernel << stride << padding << plainSrc << bias << relu;
  };
  rows(3, 5, 3, 1, 1, true, false, false);
  rows(1, 6, 5, 1, 1, true, true, true);
  rows(16, 9, 3, 1, 1, false, false, false);
  rows(6, 16, 5, 1, 1, false, true, true);
  rows(8, 18, 3, 2, 1, false, false, false);
  rows(16, 32, 1, 2, 0, false, false, false);
  rows(5, 4, 1, 1, 0, false, true, false);
  rows(4, 3, 5, 1, 2, false, false, true);
}

void ConvolutionTest::isTheSumOfProducts() {
  QFETCH(std::size_t, block);
  QFETCH(std::size_t, inputs);
  QFETCH(std::size_t, outputs);
  QFETCH(std::size_t, kernel);
  QFETCH(std::size_t, stride);
  QFETCH(std::size_t, padding);
  QFETCH(bool, plainSrc);
  QFETCH(bool, bias);
  QFETCH(bool, relu);
  const ImageShape src{inputs, 4, 5};
  const ImageFormat format(block);
  ConvolutionMemory memory;
  Convolution convolution(src, plainSrc,
                          {.outputs = outputs,
                           .kernel = kernel,
                           .stride = stride,
                           .padding = padding,
                           .bias = bias,
                           .relu = relu},
                          format, memory);
  test::compareWith(
      {.operation = convolution, .format = format, .src = src, .batch = 2, .plainSrc = plainSrc},
      [&](const naive::Vector& w, const naive::Vector& x, const naive::Vector& /*other*/) {
        auto dst = naive::convolution(w, x, src, outputs, {kernel, stride, padding});
        return relu ? naive::relu(std::move(dst)) : dst;
      });
}

void ConvolutionTest::layoutIsPyTorchs() {
  ConvolutionMemory memory;
  const Convolution with({3, 8, 8}, true, {.outputs = 4, .kernel = 5, .bias = true},
                         ImageFormat::best(), memory);
  const Layout expected{{.name = "weight", .shape = {4, 3, 5, 5}, .offset = 0},
                        {.name = "bias", .shape = {4}, .offset = 300}};
  QVERIFY(with.layout() == expected);
  QVERIFY((with.shape() == ImageShape{4, 4, 4}));
  const Convolution without({3, 8, 8}, true, {.outputs = 4, .kernel = 3, .stride = 2, .padding = 1},
                            ImageFormat::best(), memory);
  QCOMPARE(without.layout().size(), std::size_t{1});
  QVERIFY((without.shape() == ImageShape{4, 4, 4}));
}

void ConvolutionTest::startingWeightsAreUniform() {
  ConvolutionMemory memory;
  const Convolution convolution({32, 8, 8}, false, {.outputs = 64, .kernel = 3},
                                ImageFormat::best(), memory);
  std::vector<float> weights(elementCount(convolution.layout()), NAN);
  Random random(3, Purpose::InitialWeights);
  convolution.initialise(weights, random);
  const double bound = 1.0 / std::sqrt(32.0 * 9.0);
  const auto n = static_cast<double>(weights.size());
  double mean = 0.0;
  double square = 0.0;
  double largest = 0.0;
  for (const float weight : weights) {
    const double u = static_cast<double>(weight) / bound;
    mean += u / n;
    square += u * u / n;
    largest = std::max(largest, std::abs(u));
  }
  // Of U(-1, 1): moments 0 and 1/3; five standard deviations of each mean.
  QVERIFY(largest <= 1.0 + 1e-7 && largest > 0.99);
  QVERIFY(std::abs(mean) < 5.0 * std::sqrt(1.0 / 3.0 / n));
  QVERIFY(std::abs(square - 1.0 / 3.0) < 5.0 * std::sqrt((1.0 / 5.0 - 1.0 / 9.0) / n));
}

void ConvolutionTest::otherBatchesInBetweenChangeNothing() {
  const ImageShape src{8, 6, 6};
  const auto format = ImageFormat::best();
  ConvolutionMemory memory;
  Convolution convolution(src, false, {.outputs = 8, .kernel = 3, .padding = 1}, format, memory);
  const auto weights = naive::draw(8 * 8 * 9, 1);
  const auto at = [&](std::size_t batch) {
    const auto x = naive::draw(batch * 8 * 36, 2);
    return test::carryOut({.operation = convolution, .format = format, .src = src, .batch = batch},
                          weights, x, {}, naive::draw(x.size(), 3));
  };
  const auto first = at(3);
  (void)at(11);
  const auto again = at(3);
  QCOMPARE(again.dst, first.dst);
  QCOMPARE(again.diffSrc, first.diffSrc);
  QCOMPARE(again.gradient, first.gradient);
}

QTEST_APPLESS_MAIN(ConvolutionTest)
#include "convolution_test.moc"
