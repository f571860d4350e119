// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/vector_ops.h"

#include <bit>
#include <cmath>
#include <limits>
#include <vector>

#include <QtTest>

#include "core/base/random.h"

using telegrad::Purpose;
using telegrad::Random;

namespace {

constexpr float kInfinity = std::numeric_limits<float>::infinity();
constexpr float kNan = std::numeric_limits<float>::quiet_NaN();

std::vector<float> draw(std::size_t size, std::uint32_t stream) {
  Random random(5, Purpose::Test, stream);
  std::vector<float> x(size);
  for (auto& entry : x) entry = static_cast<float>(random.normal());
  return x;
}

long double naiveSquaredDistance(std::span<const float> a, std::span<const float> b) {
  long double sum = 0.0L;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const float difference = a[i] - b[i];
    sum += static_cast<long double>(difference) * static_cast<long double>(difference);
  }
  return sum;
}

/// Within what 407,050 / 32 roundings to double can do.
bool closeTo(double read, long double expected) {
  return std::abs(read - expected) <= 1.5e-12L * expected;
}

}  // namespace

class VectorOpsTest : public QObject {
  Q_OBJECT
 private slots:
  void sumsAgreeWithOneAfterTheOther_data();
  void sumsAgreeWithOneAfterTheOther();
  void sumsAreTakenInDouble();
  void sumsHaveTheSameBitsEverywhere();
  void addressesDoNotMatter();
  void scaleIsOneProductAnEntry();
  void scaleAndAddRoundsTwice();
  void subtractAndMeasureIsBothAtOnce();
  void nonFinitePropagates_data();
  void nonFinitePropagates();
  void hugeEntriesDoNotOverflowTheSum();
};

void VectorOpsTest::sumsAgreeWithOneAfterTheOther_data() {
  QTest::addColumn<int>("size");
  for (const int size : {0, 1, 7, 31, 32, 33, 64, 95, 1000, 407050})
    QTest::addRow("%d", size) << size;
}

void VectorOpsTest::sumsAgreeWithOneAfterTheOther() {
  QFETCH(int, size);
  const auto a = draw(static_cast<std::size_t>(size), 1);
  const auto b = draw(static_cast<std::size_t>(size), 2);
  const std::vector<float> zeros(a.size(), 0.0F);
  QVERIFY(closeTo(telegrad::squaredDistance(a, b), naiveSquaredDistance(a, b)));
  QVERIFY(closeTo(telegrad::squaredNorm(a), naiveSquaredDistance(a, zeros)));
}

void VectorOpsTest::sumsAreTakenInDouble() {
  // In float, 4097 stays 4096 once the large entry is in the sum of squares.
  std::vector<float> a(1001, 1.0F);
  a.front() = 4097.0F;
  QCOMPARE(telegrad::squaredNorm(a), 4097.0 * 4097.0 + 1000.0);
}

void VectorOpsTest::sumsHaveTheSameBitsEverywhere() {
  // The order of the sum written out: 32 lanes, then halves. A compiler or a processor that sums
  // in another order gives other bits.
  const auto a = draw(10007, 3);
  std::vector<double> lanes(32, 0.0);
  for (std::size_t i = 0; i < a.size(); ++i)
    lanes[i % 32] += static_cast<double>(a[i]) * static_cast<double>(a[i]);
  for (; lanes.size() > 1; lanes.resize(lanes.size() / 2))
    for (std::size_t j = 0; j < lanes.size() / 2; ++j) lanes[j] += lanes[j + lanes.size() / 2];
  QCOMPARE(std::bit_cast<std::uint64_t>(telegrad::squaredNorm(a)),
           std::bit_cast<std::uint64_t>(lanes.front()));
}

void VectorOpsTest::addressesDoNotMatter() {
  const auto a = draw(1003, 4);
  const double expected = telegrad::squaredNorm(a);
  for (std::size_t shift = 1; shift < 17; ++shift) {
    std::vector<float> moved(a.size() + shift);
    std::copy(a.begin(), a.end(), moved.begin() + static_cast<std::ptrdiff_t>(shift));
    QCOMPARE(telegrad::squaredNorm(std::span<const float>(moved).subspan(shift)), expected);
  }
}

void VectorOpsTest::scaleIsOneProductAnEntry() {
  const auto x = draw(1003, 5);
  std::vector<float> y(x.size());
  telegrad::scale(-0.3F, x, y);
  for (std::size_t i = 0; i < x.size(); ++i) QCOMPARE(y[i], -0.3F * x[i]);
  auto inPlace = x;
  telegrad::scale(-0.3F, inPlace, inPlace);
  QCOMPARE(inPlace, y);
}

void VectorOpsTest::scaleAndAddRoundsTwice() {
  // (1 + e)^2 = 1 + 2e + e^2: the product loses e^2, which a fused rounding would keep.
  const float e = std::numeric_limits<float>::epsilon();
  const std::vector<float> x(100, 1.0F + e);
  const std::vector<float> z(100, -1.0F);
  std::vector<float> y(100);
  telegrad::scaleAndAdd(1.0F + e, x, z, y);
  QCOMPARE(y, std::vector<float>(100, 2.0F * e));

  const auto a = draw(1003, 6);
  const auto b = draw(1003, 7);
  std::vector<float> sum(a.size());
  telegrad::scaleAndAdd(0.7F, a, b, sum);
  for (std::size_t i = 0; i < a.size(); ++i) {
    const volatile float product = 0.7F * a[i];
    QCOMPARE(sum[i], product + b[i]);
  }
  auto overX = a;
  telegrad::scaleAndAdd(0.7F, overX, b, overX);
  QCOMPARE(overX, sum);
  auto overZ = b;
  telegrad::scaleAndAdd(0.7F, a, overZ, overZ);
  QCOMPARE(overZ, sum);
}

void VectorOpsTest::subtractAndMeasureIsBothAtOnce() {
  for (const std::size_t size : {0, 1, 31, 32, 407050}) {
    const auto w = draw(size, 8);
    auto u = draw(size, 9);
    for (auto& entry : u) entry *= 0.01F;
    std::vector<float> next(size);
    const double moved = telegrad::subtractAndMeasure(w, u, next);
    for (std::size_t i = 0; i < size; ++i)
      if (next[i] != w[i] - u[i]) QFAIL(qPrintable(QString::number(i)));
    QVERIFY(closeTo(moved, naiveSquaredDistance(next, w)));
    QCOMPARE(moved, telegrad::squaredDistance(next, w));
  }
}

void VectorOpsTest::nonFinitePropagates_data() {
  QTest::addColumn<float>("bad");
  QTest::addColumn<int>("place");
  for (const int place : {0, 17, 95, 99}) {  // in a whole group of lanes and behind the last
    QTest::addRow("inf at %d", place) << kInfinity << place;
    QTest::addRow("-inf at %d", place) << -kInfinity << place;
    QTest::addRow("nan at %d", place) << kNan << place;
  }
}

void VectorOpsTest::nonFinitePropagates() {
  QFETCH(float, bad);
  QFETCH(int, place);
  const auto good = draw(100, 10);
  auto x = good;
  const auto at = static_cast<std::size_t>(place);
  x[at] = bad;
  std::vector<float> y(x.size());
  QVERIFY(!std::isfinite(telegrad::squaredNorm(x)));
  QVERIFY(!std::isfinite(telegrad::squaredDistance(x, good)));
  QVERIFY(!std::isfinite(telegrad::squaredDistance(good, x)));
  QVERIFY(!std::isfinite(telegrad::subtractAndMeasure(good, x, y)));
  QVERIFY(!std::isfinite(y[at]));
  telegrad::scaleAndAdd(1.0F, good, x, y);
  QVERIFY(!std::isfinite(y[at]));
  telegrad::scale(0.5F, x, y);
  QVERIFY(!std::isfinite(y[at]));
  for (std::size_t i = 0; i < y.size(); ++i) QCOMPARE(std::isfinite(y[i]), i != at);
}

void VectorOpsTest::hugeEntriesDoNotOverflowTheSum() {
  constexpr float kMax = std::numeric_limits<float>::max();
  const std::vector<float> a(1000, kMax);
  const double square = static_cast<double>(kMax) * static_cast<double>(kMax);
  QVERIFY(closeTo(telegrad::squaredNorm(a), 1000.0 * square));
}

QTEST_APPLESS_MAIN(VectorOpsTest)
#include "vector_ops_test.moc"
