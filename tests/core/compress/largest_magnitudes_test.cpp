// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/largest_magnitudes.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <vector>

#include <QtTest>

#include "core/base/random.h"

using namespace telegrad;

/// Selection against a full sort, on every instruction set of this machine.
class LargestMagnitudesTest : public QObject {
  Q_OBJECT
 private slots:
  void agreesWithAFullSort_data();
  void agreesWithAFullSort();
  void everySmallLengthAndCount();
  void historyDoesNotShow();
  void runsAreCollectedOneAfterTheOther();
  void seesWhatIsNotFinite();
};

/// The indices by a full sort, the largest magnitude first, of equals the first.
std::vector<std::uint32_t> sorted(std::span<const float> x) {
  std::vector<std::uint32_t> order(x.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, std::greater<>{}, [&](auto i) { return std::abs(x[i]); });
  return order;
}

bool matches(const LargestMagnitudes& largest, std::span<const float> x,
             const std::vector<std::uint32_t>& order, std::size_t k) {
  std::vector<bool> isLargest(x.size());
  for (std::size_t i = 0; i < k; ++i) isLargest[order[i]] = true;
  std::vector<std::uint32_t> expected;
  for (std::uint32_t i = 0; i < x.size(); ++i)
    if (isLargest[i]) expected.push_back(i);
  if (!std::ranges::equal(largest.indices(), expected)) return false;
  for (std::size_t i = 0; i < k; ++i)
    if (largest.bits()[i] != std::bit_cast<std::uint32_t>(x[largest.indices()[i]])) return false;
  return true;
}

using Draw = std::function<double(Random&, std::size_t index)>;

const std::vector<std::pair<const char*, Draw>>& distributions() {
  static const std::vector<std::pair<const char*, Draw>> all{
      {"normal", [](Random& r, std::size_t) { return r.normal(); }},
      {"lognormal", [](Random& r, std::size_t) { return std::exp(4.0 * r.normal()); }},
      {"zero", [](Random&, std::size_t) { return 0.0; }},
      {"negative zeros", [](Random& r, std::size_t) { return r.below(2) == 0 ? -0.0 : 0.0; }},
      {"equal", [](Random&, std::size_t) { return -2.5; }},
      {"five magnitudes", [](Random& r, std::size_t) { return double(r.below(9)) - 4.0; }},
      {"sparse", [](Random& r, std::size_t) { return r.below(500) == 0 ? r.normal() : 0.0; }},
      {"zero rows", [](Random& r, std::size_t i) { return i / 784 % 3 == 0 ? r.normal() : 0.0; }},
      {"zero columns", [](Random& r, std::size_t i) { return i % 28 < 17 ? 0.0 : r.normal(); }},
      {"ascending", [](Random&, std::size_t i) { return double(i); }},
      {"descending", [](Random&, std::size_t i) { return -1.0 / double(i + 1); }},
      {"greatest at the end",
       [](Random& r, std::size_t i) { return i < 60'000 ? 0.0 : r.normal(); }},
      {"denormal", [](Random& r, std::size_t) { return 1e-42 * r.normal(); }},
  };
  return all;
}

void LargestMagnitudesTest::agreesWithAFullSort_data() {
  QTest::addColumn<int>("set");
  QTest::addColumn<int>("distribution");
  for (std::size_t s = 0; s < magnitudeKernels().size(); ++s)
    for (std::size_t d = 0; d < distributions().size(); ++d)
      QTest::addRow("%s, %s", distributions()[d].first, magnitudeKernels()[s].name)
          << static_cast<int>(s) << static_cast<int>(d);
}

void LargestMagnitudesTest::agreesWithAFullSort() {
  QFETCH(int, set);
  QFETCH(int, distribution);
  LargestMagnitudes largest(magnitudeKernels()[static_cast<std::size_t>(set)]);
  for (const std::size_t size : {4'095, 4'096, 4'097, 5'000, 65'537}) {
    Random random(11, Purpose::Test, 0, size);
    std::vector<float> x(size);
    for (std::size_t i = 0; i < size; ++i)
      x[i] = static_cast<float>(
          distributions()[static_cast<std::size_t>(distribution)].second(random, i));
    const auto order = sorted(x);
    for (const std::size_t k :
         {std::size_t{1}, std::size_t{2}, size / 100, size / 7, size / 2, size - 1, size}) {
      largest.clear();
      largest.collect(x, 0, k);
      QVERIFY2(matches(largest, x, order, k),
               qPrintable(QString("size %1, k %2").arg(size).arg(k)));
    }
  }
}

void LargestMagnitudesTest::everySmallLengthAndCount() {
  for (const auto& kernels : magnitudeKernels()) {
    LargestMagnitudes largest(kernels);
    for (std::size_t size = 1; size <= 70; ++size)
      for (std::size_t k = 1; k <= size; ++k) {
        Random random(12, Purpose::Test, static_cast<std::uint32_t>(k), size);
        std::vector<float> x(size);
        for (auto& v : x) v = static_cast<float>(random.below(21)) - 10.0F;  // with ties
        largest.clear();
        largest.collect(x, 0, k);
        QVERIFY(matches(largest, x, sorted(x), k));
      }
  }
}

void LargestMagnitudesTest::historyDoesNotShow() {
  LargestMagnitudes used;
  for (const double scale : {1.0, 1e6, 1e-6, 0.0, 1.0}) {
    Random random(13, Purpose::Test);
    std::vector<float> x(50'000);
    for (auto& v : x) v = static_cast<float>(scale * random.normal());
    LargestMagnitudes fresh;
    fresh.collect(x, 0, 500);
    used.clear();
    used.collect(x, 0, 500);
    QVERIFY(std::ranges::equal(used.indices(), fresh.indices()));
    QVERIFY(std::ranges::equal(used.bits(), fresh.bits()));
  }
}

void LargestMagnitudesTest::runsAreCollectedOneAfterTheOther() {
  LargestMagnitudes largest;
  const std::vector<float> a{1.0F, -3.0F, 2.0F};
  const std::vector<float> b{5.0F, 4.0F};
  largest.collect(a, 0, 2);
  largest.collect(b, 3, 1);
  QVERIFY(std::ranges::equal(largest.indices(), std::vector<std::uint32_t>{1, 2, 3}));
}

void LargestMagnitudesTest::seesWhatIsNotFinite() {
  const float infinity = std::numeric_limits<float>::infinity();
  for (const float bad : {infinity, -infinity, std::nanf(""), -std::nanf("1")})
    for (const std::size_t size : {10, 5'000, 50'000})
      for (const std::size_t at : {std::size_t{0}, size / 2, size - 1}) {
        std::vector<float> x(size, 3e38F);
        LargestMagnitudes largest;
        largest.collect(x, 0, 1);
        QVERIFY(largest.finite());
        x[at] = bad;
        largest.clear();
        largest.collect(x, 0, 1);
        QVERIFY(!largest.finite());
      }
}

QTEST_APPLESS_MAIN(LargestMagnitudesTest)
#include "largest_magnitudes_test.moc"
