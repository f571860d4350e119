// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/widening.h"

#include "tests/support/operation_check.h"

using namespace telegrad;

class WideningTest : public QObject {
  Q_OBJECT
 private slots:
  void takesEverySecondPixelAndAddsZeros_data();
  void takesEverySecondPixelAndAddsZeros();
};

void WideningTest::takesEverySecondPixelAndAddsZeros_data() {
  QTest::addColumn<std::size_t>("block");
  QTest::addColumn<std::size_t>("channels");
  QTest::addColumn<std::size_t>("side");
  for (const std::size_t block : {1, 8, 16})
    for (const std::size_t channels : {4, 8, 16})
      for (const std::size_t side : {4, 5})
        QTest::addRow("blocks of %zu: %zu channels, %zu pixels", block, channels, side)
            << block << channels << side;
}

void WideningTest::takesEverySecondPixelAndAddsZeros() {
  QFETCH(std::size_t, block);
  QFETCH(std::size_t, channels);
  QFETCH(std::size_t, side);
  const ImageShape src{channels, side, side};
  const ImageFormat format(block);
  Widening widening(src, 2 * channels, 2, format);
  const std::size_t half = (side + 1) / 2;
  QVERIFY((widening.shape() == ImageShape{2 * channels, half, half}));
  test::compareWith(
      {.operation = widening, .format = format, .src = src, .batch = 2},
      [&](const naive::Vector& /*w*/, const naive::Vector& x, const naive::Vector& /*other*/) {
        const ImageShape dstShape{2 * channels, half, half};
        naive::Vector dst(2 * 2 * channels * half * half, 0.0);
        for (std::size_t n = 0; n < 2; ++n)
          for (std::size_t c = 0; c < channels; ++c)
            for (std::size_t i = 0; i < half; ++i)
              for (std::size_t j = 0; j < half; ++j)
                naive::pixel(dst, dstShape, n, c, i, j) =
                    naive::pixelOr(x, src, n, c, static_cast<std::ptrdiff_t>(2 * i),
                                   static_cast<std::ptrdiff_t>(2 * j), 0.0);
        return dst;
      });
}

QTEST_APPLESS_MAIN(WideningTest)
#include "widening_test.moc"
