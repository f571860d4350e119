// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/magnitude_kernels.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <vector>

#include <QtTest>

#include "core/base/random.h"

using namespace telegrad;

/// Every instruction set of this machine against plain loops.
class MagnitudeKernelsTest : public QObject {
  Q_OBJECT
 private slots:
  void bitsOrderMagnitudes();
  void agreeWithPlainLoops_data();
  void agreeWithPlainLoops();
};

void MagnitudeKernelsTest::bitsOrderMagnitudes() {
  const float infinity = std::numeric_limits<float>::infinity();
  const std::vector<float> ascending{0.0F, 1e-45F, 1e-40F, 1e-38F, 1.0F, 2.0F, 3e38F, infinity};
  for (std::size_t i = 1; i < ascending.size(); ++i)
    for (const float sign : {-1.0F, 1.0F})
      QVERIFY((std::bit_cast<std::uint32_t>(ascending[i - 1]) & kMagnitudeMask) <
              (std::bit_cast<std::uint32_t>(sign * ascending[i]) & kMagnitudeMask));
  QCOMPARE(std::bit_cast<std::uint32_t>(infinity), kInfinityBits);
}

void MagnitudeKernelsTest::agreeWithPlainLoops_data() {
  QTest::addColumn<int>("set");
  for (std::size_t i = 0; i < magnitudeKernels().size(); ++i)
    QTest::addRow("%s", magnitudeKernels()[i].name) << static_cast<int>(i);
}

void MagnitudeKernelsTest::agreeWithPlainLoops() {
  QFETCH(int, set);
  const auto& kernels = magnitudeKernels()[static_cast<std::size_t>(set)];
  Random random(3, Purpose::Test);
  for (std::size_t size = 0; size < 200; ++size) {
    std::vector<float> x(size);
    std::vector<std::uint32_t> words(size);
    for (auto& v : x) v = random.below(3) == 0 ? 0.0F : static_cast<float>(random.normal());
    if (size > 4) x[size / 2] = std::numeric_limits<float>::quiet_NaN();
    std::ranges::transform(x, words.begin(),
                           [](float v) { return std::bit_cast<std::uint32_t>(v); });
    for (const std::uint32_t atLeast :
         {0U, 1U, 0x3F000000U, kInfinityBits, kMagnitudeMask, kMagnitudeMask + 1}) {
      std::vector<std::uint32_t> bits;
      std::vector<std::uint32_t> indices;
      std::uint32_t greatest = 0;
      for (std::size_t i = 0; i < size; ++i) {
        const auto magnitude = words[i] & 0x7FFFFFFFU;
        greatest = std::max(greatest, magnitude);
        if (magnitude < atLeast) continue;
        bits.push_back(words[i]);
        indices.push_back(static_cast<std::uint32_t>(1000 + i));
      }
      QCOMPARE(kernels.countAtLeast(words.data(), size, atLeast), bits.size());
      QCOMPARE(kernels.greatest(words.data(), size), greatest);

      std::vector<std::uint32_t> toBits(size + MagnitudeKernels::kSlack);
      std::vector<std::uint32_t> toIndices(toBits.size());
      const Candidates all{toBits.data(), toIndices.data()};
      QCOMPARE(kernels.gather(x.data(), size, 1000, atLeast, all), bits.size());
      QVERIFY(std::ranges::equal(std::span(toBits).first(bits.size()), bits));
      QVERIFY(std::ranges::equal(std::span(toIndices).first(bits.size()), indices));

      QCOMPARE(kernels.gather(x.data(), size, 1000, 0, all), size);
      QCOMPARE(kernels.filter(all, size, atLeast, all), bits.size());  // in place
      QVERIFY(std::ranges::equal(std::span(toBits).first(bits.size()), bits));
      QVERIFY(std::ranges::equal(std::span(toIndices).first(bits.size()), indices));
    }
  }
}

QTEST_APPLESS_MAIN(MagnitudeKernelsTest)
#include "magnitude_kernels_test.moc"
