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
  void whatIsNoNumberIsTheLargest();
};

namespace {

/// Blocks of channels, and the order without any.
const std::vector<std::pair<const char*, ImageFormat>> kFormats = {
    {"plain", ImageFormat(1)},
    {"blocks of 8", ImageFormat(8)},
    {"blocks of 16", ImageFormat(16)},
    {"chwn", ImageFormat::chwn()}};

}  // namespace

void PoolingTest::isTheLargestOrTheMean_data() {
  QTest::addColumn<std::size_t>("format");
  QTest::addColumn<bool>("largest");
  QTest::addColumn<std::size_t>("side");
  QTest::addColumn<std::size_t>("window");
  QTest::addColumn<std::size_t>("stride");
  QTest::addColumn<std::size_t>("batch");
  for (std::size_t format = 0; format < kFormats.size(); ++format)
    for (const bool largest : {true, false}) {
      const auto row = [&](std::size_t side, std::size_t window, std::size_t stride,
                           std::size_t batch = 2) {
        QTest::addRow("%s: %s of %zux%zu, stride %zu, %zu pixels, %zu examples",
                      kFormats[format].first, largest ? "largest" : "mean", window, window, stride,
                      side, batch)
            << format << largest << side << window << stride << batch;
      };
      row(6, 2, 2);
      row(7, 2, 2);  // a rest that fills no window
      row(7, 3, 2);  // windows that overlap
      row(4, 4, 1);  // all pixels
      row(1, 1, 1);
      row(4, 2, 2, 9);  // more examples than a vector holds
      row(5, 3, 2, 9);
    }
}

void PoolingTest::isTheLargestOrTheMean() {
  QFETCH(std::size_t, format);
  QFETCH(bool, largest);
  QFETCH(std::size_t, side);
  QFETCH(std::size_t, window);
  QFETCH(std::size_t, stride);
  QFETCH(std::size_t, batch);
  const ImageShape src{5, side, side};
  const auto& order = kFormats[format].second;
  onednn::Scratchpad scratchpad;
  Pooling pooling(src,
                  {.kind = largest ? PoolingOptions::Kind::Max : PoolingOptions::Kind::Average,
                   .height = window,
                   .width = window,
                   .stride = stride},
                  order, scratchpad);
  test::compareWith(
      {.operation = pooling, .format = order, .src = src, .batch = batch},
      [&](const naive::Vector& /*w*/, const naive::Vector& x, const naive::Vector& /*other*/) {
        return naive::pooling(x, src, {window, stride, 0}, largest);
      });
}

void PoolingTest::ofEqualsTheFirstHasTheDerivative() {
  for (const auto& [name, format] : kFormats) {
    onednn::Scratchpad scratchpad;
    Pooling pooling({1, 2, 2}, {.kind = PoolingOptions::Kind::Max}, format, scratchpad);
    const auto results =
        test::carryOut({.operation = pooling, .format = format, .src = {1, 2, 2}, .batch = 1}, {},
                       std::vector<float>{1, 4, 4, 4}, {}, std::vector<float>{7});
    QCOMPARE(results.dst, std::vector<float>{4});
    QCOMPARE(results.diffSrc, (std::vector<float>{0, 7, 0, 0}));
  }
}

void PoolingTest::whatIsNoNumberIsTheLargest() {
  for (const auto& [name, format] : kFormats)
    for (std::size_t place = 0; place < 4; ++place) {
      onednn::Scratchpad scratchpad;
      Pooling pooling({1, 2, 2}, {.kind = PoolingOptions::Kind::Max}, format, scratchpad);
      std::vector<float> src{1, 4, 3, 2};
      src[place] = NAN;
      const auto results =
          test::carryOut({.operation = pooling, .format = format, .src = {1, 2, 2}, .batch = 1}, {},
                         src, {}, std::vector<float>{7});
      QVERIFY(std::isnan(results.dst.front()));
    }
}

QTEST_APPLESS_MAIN(PoolingTest)
#include "pooling_test.moc"
