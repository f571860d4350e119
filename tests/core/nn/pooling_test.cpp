// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/pooling.h"

#include "tests/support/operation_check.h"

using namespace telegrad;

class PoolingTest : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { useOneThreadPerWorker(); }
  void isTheLargestOrTheMean_data();
  void isTheLargestOrTheMean();
  void ofEqualsTheFirstHasTheDerivative();
};

void PoolingTest::isTheLargestOrTheMean_data() {
  QTest::addColumn<std::size_t>("block");
  QTest::addColumn<bool>("largest");
  QTest::addColumn<std::size_t>("side");
  QTest::addColumn<std::size_t>("window");
  QTest::addColumn<std::size_t>("stride");
  for (const std::size_t block : {1, 8, 16})
    for (const bool largest : {true, false}) {
      const auto row = [&](std::size_t side, std::size_t window, std::size_t stride) {
        QTest::addRow("blocks of %zu: %s of %zux%zu, stride %zu, %zu pixels", block,
                      largest ? "largest" : "mean", window, window, stride, side)
            << block << largest << side << window << stride;
      };
      row(6, 2, 2);
      row(7, 2, 2);  // a rest that fills no window
      row(7, 3, 2);  // windows that overlap
      row(4, 4, 1);  // all pixels
      row(1, 1, 1);
    }
}

void PoolingTest::isTheLargestOrTheMean() {
  QFETCH(std::size_t, block);
  QFETCH(bool, largest);
  QFETCH(std::size_t, side);
  QFETCH(std::size_t, window);
  QFETCH(std::size_t, stride);
  const ImageShape src{5, side, side};
  const ImageFormat format(block);
  onednn::Scratchpad scratchpad;
  Pooling pooling(src,
                  {.kind = largest ? PoolingOptions::Kind::Max : PoolingOptions::Kind::Average,
                   .height = window,
                   .width = window,
                   .stride = stride},
                  format, scratchpad);
  test::compareWith(
      {.operation = pooling, .format = format, .src = src, .batch = 2},
      [&](const naive::Vector& /*w*/, const naive::Vector& x, const naive::Vector& /*other*/) {
        return naive::pooling(x, src, {window, stride, 0}, largest);
      });
}

void PoolingTest::ofEqualsTheFirstHasTheDerivative() {
  for (const std::size_t block : {1, 8, 16}) {
    const ImageFormat format(block);
    onednn::Scratchpad scratchpad;
    Pooling pooling({1, 2, 2}, {.kind = PoolingOptions::Kind::Max}, format, scratchpad);
    const auto results =
        test::carryOut({.operation = pooling, .format = format, .src = {1, 2, 2}, .batch = 1}, {},
                       std::vector<float>{1, 4, 4, 4}, {}, std::vector<float>{7});
    QCOMPARE(results.dst, std::vector<float>{4});
    QCOMPARE(results.diffSrc, (std::vector<float>{0, 7, 0, 0}));
  }
}

QTEST_APPLESS_MAIN(PoolingTest)
#include "pooling_test.moc"
