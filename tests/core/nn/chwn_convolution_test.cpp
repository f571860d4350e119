// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/chwn_convolution.h"

#include <cmath>

#include "tests/support/operation_check.h"

using namespace telegrad;

class ChwnConvolutionTest : public QObject {
  Q_OBJECT
 private slots:
  void isTheSumOfProducts_data();
  void isTheSumOfProducts();
  void tensorsAndStartingWeightsAreConvolutions();
  void otherBatchesInBetweenChangeNothing();
  void whatIsNoNumberStaysSo();
};

void ChwnConvolutionTest::isTheSumOfProducts_data() {
  QTest::addColumn<std::size_t>("inputs");
  QTest::addColumn<std::size_t>("outputs");
  QTest::addColumn<std::size_t>("kernel");
  QTest::addColumn<std::size_t>("batch");
  QTest::addColumn<bool>("plainSrc");
  QTest::addColumn<bool>("bias");
  QTest::addColumn<bool>("relu");
  const auto row = [](std::size_t inputs, std::size_t outputs, std::size_t kernel,
                      std::size_t batch, bool plainSrc, bool bias, bool relu) {
    QTest::addRow("%zu -> %zu, %zux%zu, %zu examples%s%s%s", inputs, outputs, kernel, kernel, batch,
                  plainSrc ? ", input" : "", bias ? ", bias" : "", relu ? ", relu" : "")
        << inputs << outputs << kernel << batch << plainSrc << bias << relu;
  };
  for (const std::size_t batch : {1, 2, 9}) {  // rows of 2 to 54 numbers
    row(3, 6, 5, batch, true, true, true);
    row(6, 16, 5, batch, false, true, true);
    row(1, 13, 3, batch, true, false, false);
    row(5, 1, 1, batch, false, true, false);
    row(2, 9, 2, batch, false, false, true);
  }
}

void ChwnConvolutionTest::isTheSumOfProducts() {
  QFETCH(std::size_t, inputs);
  QFETCH(std::size_t, outputs);
  QFETCH(std::size_t, kernel);
  QFETCH(std::size_t, batch);
  QFETCH(bool, plainSrc);
  QFETCH(bool, bias);
  QFETCH(bool, relu);
  const ImageShape src{inputs, 5, 6};
  ChwnConvolution convolution(src, plainSrc,
                              {.outputs = outputs, .kernel = kernel, .bias = bias, .relu = relu});
  test::compareWith(
      {.operation = convolution,
       .format = ImageFormat::chwn(),
       .src = src,
       .batch = batch,
       .plainSrc = plainSrc},
      [&](const naive::Vector& w, const naive::Vector& x, const naive::Vector& /*other*/) {
        auto dst = naive::convolution(w, x, src, outputs, {kernel, 1, 0});
        return relu ? naive::relu(std::move(dst)) : dst;
      });
}

void ChwnConvolutionTest::tensorsAndStartingWeightsAreConvolutions() {
  const ImageShape src{3, 8, 9};
  const ConvolutionOptions options{.outputs = 6, .kernel = 5, .bias = true};
  const ChwnConvolution ours(src, true, options);
  ConvolutionMemory memory;
  const Convolution other(src, true, options, ImageFormat::best(), memory);
  QVERIFY(ours.layout() == other.layout());
  QVERIFY(ours.shape() == other.shape());
  const auto startOf = [](const ImageOperation& operation) {
    std::vector<float> weights(elementCount(operation.layout()), NAN);
    Random random(3, Purpose::InitialWeights);
    operation.initialise(weights, random);
    return weights;
  };
  QCOMPARE(startOf(ours), startOf(other));
}

void ChwnConvolutionTest::otherBatchesInBetweenChangeNothing() {
  const ImageShape src{4, 6, 6};
  ChwnConvolution convolution(src, false, {.outputs = 5, .kernel = 3, .bias = true});
  const auto weights = naive::draw(4 * 5 * 9 + 5, 1);
  const auto at = [&](std::size_t batch) {
    return test::carryOut(
        {.operation = convolution, .format = ImageFormat::chwn(), .src = src, .batch = batch},
        weights, naive::draw(batch * 4 * 36, 2), {}, naive::draw(batch * 5 * 16, 3));
  };
  const auto first = at(3);
  (void)at(11);
  const auto again = at(3);
  QCOMPARE(again.dst, first.dst);
  QCOMPARE(again.diffSrc, first.diffSrc);
  QCOMPARE(again.gradient, first.gradient);
}

void ChwnConvolutionTest::whatIsNoNumberStaysSo() {
  ChwnConvolution convolution({1, 2, 2}, false, {.outputs = 1, .kernel = 1, .relu = true});
  const auto results = test::carryOut(
      {.operation = convolution, .format = ImageFormat::chwn(), .src = {1, 2, 2}, .batch = 1}, {1},
      {1, NAN, -1, 2}, {}, {1, 1, 1, 1});
  QCOMPARE(results.dst.at(0), 1.0F);
  QVERIFY(std::isnan(results.dst.at(1)));
  QCOMPARE(results.dst.at(2), 0.0F);
}

QTEST_APPLESS_MAIN(ChwnConvolutionTest)
#include "chwn_convolution_test.moc"
