// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <vector>

#include <QtTest>

#include "tests/core/compress/property_vectors.h"

using namespace telegrad;
using namespace telegrad::test;

using Floats = std::vector<float>;

class QuantileBucketsTest : public QObject {
  Q_OBJECT
 private slots:
  void bucketsAreOfEquallyMany();
  void agreesWithASort();
  void noNumberChangesItsSign();
  void fewEntriesComeBackAsTheyAre();
  void equalsAreSplitByPlace();
  void isOfItsClasses_data();
  void isOfItsClasses();
  void theErrorFallsWithTheBuckets();
  void bytesAreMeansAndNumbers();
  void badPayloadsAreNamed();
};

namespace {

Values buckets(std::int64_t q) {
  return {{"buckets", q}};
}

/// Means of the runs of a sorted vector that begin at these ranks.
Floats meansOf(Floats x, const std::vector<std::size_t>& begins) {
  std::ranges::sort(x);
  Floats means;
  for (std::size_t b = 0; b < begins.size(); ++b) {
    const std::size_t end = b + 1 < begins.size() ? begins[b + 1] : x.size();
    double sum = 0.0;
    for (std::size_t i = begins[b]; i < end; ++i) sum += static_cast<double>(x[i]);
    means.push_back(static_cast<float>(sum / static_cast<double>(end - begins[b])));
  }
  return means;
}

Floats distinct(Floats x) {
  std::ranges::sort(x);
  x.erase(std::unique(x.begin(), x.end()), x.end());
  return x;
}

}  // namespace

void QuantileBucketsTest::bucketsAreOfEquallyMany() {
  auto x = normals(1000, 1);
  for (auto& v : x) v = std::abs(v) + 0.01F;
  std::map<float, int> counts;
  for (const float v : roundTrip("quantile-buckets", buckets(8), x)) ++counts[v];
  QCOMPARE(counts.size(), std::size_t{8});
  for (const auto& [mean, count] : counts) QCOMPARE(count, 125);
}

void QuantileBucketsTest::agreesWithASort() {
  // Four below 0 of ten: of the ranks 2, 5, 7 the second is nearest to 4, and goes there.
  const Floats x{3, -1, 7, -8, 9, 2, -3, 4, -2, 1};
  const auto back = roundTrip("quantile-buckets", buckets(4), x);
  const auto means = meansOf(x, {0, 2, 4, 7});
  QCOMPARE(distinct(back), means);
  QCOMPARE(back, (Floats{2, -1.5F, means[3], -5.5F, means[3], 2, -5.5F, means[3], -1.5F, 2}));
  // None below 0: the ranks are as they are.
  const Floats positive{3, 1, 7, 8, 9, 2, 10, 4, 6, 5};
  QCOMPARE(distinct(roundTrip("quantile-buckets", buckets(4), positive)),
           meansOf(positive, {0, 2, 5, 7}));
}

void QuantileBucketsTest::noNumberChangesItsSign() {
  for (const int q : {2, 3, 5, 16, 256})
    for (const auto& x : unlikeVectors()) {
      const auto back = roundTrip("quantile-buckets", buckets(q), x);
      for (std::size_t i = 0; i < x.size(); ++i) {
        QVERIFY(x[i] < 0.0F ? back[i] < 0.0F : back[i] >= 0.0F);
        for (std::size_t j = 0; j < i; ++j) QVERIFY(!(x[i] < x[j]) || back[i] <= back[j]);
      }
    }
}

void QuantileBucketsTest::fewEntriesComeBackAsTheyAre() {
  for (std::size_t size = 0; size <= 256; size += 16) {
    const auto x = normals(size, size);
    QCOMPARE(roundTrip("quantile-buckets", {}, x), x);
  }
}

void QuantileBucketsTest::equalsAreSplitByPlace() {
  QCOMPARE(roundTrip("quantile-buckets", buckets(2), {1, 1, 1, 5}), (Floats{1, 1, 3, 3}));
}

void QuantileBucketsTest::isOfItsClasses_data() {
  QTest::addColumn<int>("q");
  for (const int q : {2, 3, 8, 30, 40, 256}) QTest::addRow("%d", q) << q;
}

void QuantileBucketsTest::isOfItsClasses() {
  QFETCH(int, q);
  const auto classes =
      entry("quantile-buckets").classes(settings("quantile-buckets", buckets(q)), layoutOf({{40}}));
  // 2 d / q numbers at most share a mean.
  const double most = std::min(40.0, std::ceil(80.0 / std::min(q, 40)));
  QVERIFY(std::abs(*classes.delta - most) < 1e-12);
  for (const auto& x : unlikeVectors()) {
    const auto m = moments(roundTrip("quantile-buckets", buckets(q), x), x);
    QVERIFY(test::isOfItsClasses(classes, m));
    QVERIFY(std::abs(m.first - m.second) < 1e-5);  // a projection
  }
}

/// Of normal entries with many buckets: halving every bucket's width about quarters the error of
/// the middle ones, and the outermost, whose means err most, halve.
void QuantileBucketsTest::theErrorFallsWithTheBuckets() {
  const auto x = normals(10'000, 4);
  double before = 1.0;
  for (const int q : {2, 4, 8, 16, 32, 64, 128, 256}) {
    const double error = normalisedVariance(roundTrip("quantile-buckets", buckets(q), x), x);
    QVERIFY2(error < 0.62 * before && error > 0.2 * before, qPrintable(QString::number(error)));
    before = error;
  }
  // Two are 1-bit's means: 1 - 2/pi.
  const double two = normalisedVariance(roundTrip("quantile-buckets", buckets(2), x), x);
  QVERIFY(std::abs(two - 0.36338) < 5.0 * 0.0034);
}

void QuantileBucketsTest::bytesAreMeansAndNumbers() {
  const auto layout = layoutOf({{2}, {3}});
  const auto compressor = make("quantile-buckets", buckets(3));
  const auto payload = compress(*compressor, {4.0F, -1.0F, 1.0F, -1.0F, 1.0F}, layout);
  std::vector<int> bytes;
  for (const auto b : payload.bytes) bytes.push_back(std::to_integer<int>(b));
  // -1, -1 | 1 | 1, 4: of the ranks 1 and 3, the first is nearer to 2. Numbers 2 0 1 0 2.
  QCOMPARE(bytes, (std::vector{0, 0, 0x80, 0xBF, 0, 0, 0x80, 0x3F, 0, 0, 0x20, 0x40, 0b00'01'00'10,
                               0b10}));
  QCOMPARE(payload.valueBits, qint64{96 + 10});
  const auto counts = compressor->count(payload, layout);
  QVERIFY(std::abs(counts.paper - 96.0 - 5.0 * std::log2(3.0)) < 1e-9);
  QVERIFY(std::abs(counts.entropy - 96.0 - (5.0 * std::log2(5.0) - 4.0)) < 1e-9);
}

void QuantileBucketsTest::badPayloadsAreNamed() {
  const auto layout = layoutOf({{4}});
  std::vector<int> bytes(13, 0);
  const auto message = [&] { return refusal("quantile-buckets", buckets(3), layout, bytes); };
  QCOMPARE(message(), QString());
  bytes[12] = 0b11'00'00;
  QCOMPARE(message(), QString("quantile bucket payload: number 2 is 3; allowed: below 3"));
  bytes[7] = 0x7F;
  bytes[6] = 0x80;
  QCOMPARE(message(), QString("quantile bucket payload: mean 1 is inf; allowed: finite numbers"));
  bytes.push_back(0);
  QCOMPARE(message(), QString("quantile bucket payload: read 14 bytes; allowed: the 13 of 3 means "
                              "and 4 numbers of 2 bits"));
}

QTEST_APPLESS_MAIN(QuantileBucketsTest)
#include "quantile_buckets_test.moc"
