// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/reached_magnitudes.h"

#include <bit>
#include <cmath>
#include <limits>
#include <vector>

#include <QtTest>

#include "tests/core/compress/support.h"

using namespace telegrad;

class ReachedMagnitudesTest : public QObject {
  Q_OBJECT
 private slots:
  void collectsWhatReachesTheThreshold();
  void seesWhatIsNotFinite();
};

void ReachedMagnitudesTest::collectsWhatReachesTheThreshold() {
  for (const auto& kernels : magnitudeKernels()) {
    ReachedMagnitudes reached(kernels);
    for (const std::size_t size : {0, 1, 17, 1000, 65'536, 150'001})
      for (const float threshold : {std::numeric_limits<float>::denorm_min(), 0.5F, 1.5F, 100.0F}) {
        auto x = test::normals(size, size);
        if (size > 2) x[2] = -threshold;  // as much is enough
        std::vector<std::uint32_t> indices;
        std::vector<std::uint32_t> bits;
        for (std::size_t i = 0; i < size; ++i) {
          if (std::abs(x[i]) < threshold) continue;
          indices.push_back(static_cast<std::uint32_t>(i));
          bits.push_back(std::bit_cast<std::uint32_t>(x[i]));
        }
        QVERIFY(reached.collect(x, threshold));
        QVERIFY(std::ranges::equal(reached.indices(), indices));
        QVERIFY(std::ranges::equal(reached.bits(), bits));
      }
  }
}

void ReachedMagnitudesTest::seesWhatIsNotFinite() {
  ReachedMagnitudes reached;
  for (const float bad : {std::nanf(""), -std::numeric_limits<float>::infinity()}) {
    auto x = test::normals(70'000, 1);
    x[69'999] = bad;
    QVERIFY(!reached.collect(x, 1e30F));
  }
  QVERIFY(reached.collect(test::normals(100, 1), 1e30F));
}

QTEST_APPLESS_MAIN(ReachedMagnitudesTest)
#include "reached_magnitudes_test.moc"
