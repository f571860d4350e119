// SPDX-License-Identifier: GPL-3.0-or-later
// The check values of Top-k followed by a quantiser: normal vectors of 10,000 entries.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <QtTest>

#include "core/compress/bit_counts.h"
#include "tests/core/compress/property_vectors.h"

using namespace telegrad;
using namespace telegrad::test;

class TopKQuantisedTest : public QObject {
  Q_OBJECT
 private slots:
  void isNaturalDitheringUnlessABaseIsGiven();
  void errorIsTheCheckValue_data();
  void errorIsTheCheckValue();
  void pointsOfTheCurve_data();
  void pointsOfTheCurve();
  void halvesAreNearlyTopK();
  void classesAreThoseOfThePaper();
  void classesHold_data();
  void classesHold();
  void wireHoldsWhatIsCounted();
};

namespace {

constexpr std::size_t kSize = 10'000;

Values topCount(int k) {
  return {{"amount", std::string("count")}, {"count", std::int64_t{k}}};
}

Values dithered(int k, int levels, const std::string& norm) {
  auto values = topCount(k);
  values["values_base"] = 2.0;
  values["values_levels"] = std::int64_t{levels};
  values["values_norm"] = norm;
  return values;
}

bool near(double value, double expected, double tolerance) {
  if (std::abs(value - expected) <= tolerance) return true;
  qWarning("%.9g is not %.9g to %.3g", value, expected, tolerance);
  return false;
}

}  // namespace

/// Of eight levels and the largest entry 1, every entry that is sent is 0 or 2^-7, 2^-6, ..., 1.
void TopKQuantisedTest::isNaturalDitheringUnlessABaseIsGiven() {
  auto x = normals(2'000, 4);
  x[7] = 8.0F;  // beyond all others
  for (auto& v : x) v /= 8.0F;
  for (const float v : roundTrip("top-k-dithering", topCount(200), x)) {
    int exponent = 0;
    QVERIFY(v == 0.0F || (std::abs(std::frexp(v, &exponent)) == 0.5F && exponent >= -6));
  }
}

void TopKQuantisedTest::errorIsTheCheckValue_data() {
  QTest::addColumn<int>("k");
  QTest::addColumn<int>("levels");  // 0: natural compression
  QTest::addColumn<QString>("norm");
  QTest::addColumn<double>("mean");
  QTest::addColumn<double>("deviation");
  const auto row = [](int k, int levels, const char* norm, double mean, double deviation) {
    QTest::addRow("k %d, %d levels, p %s", k, levels, norm)
        << k << levels << QString(norm) << mean << deviation;
  };
  row(100, 0, "", .9246, .0024);
  row(1000, 0, "", .5912, .0045);
  row(2000, 0, "", .4043, .0040);
  row(100, 8, "2", .92325, .0022);
  row(1000, 8, "2", .59135, .0041);
  row(2000, 8, "2", .40670, .0041);
  row(100, 4, "2", .93692, .0034);
  row(1000, 4, "2", 1.82891, .050);
  row(100, 4, "infinity", .92462, .0022);
  row(1000, 4, "infinity", .59213, .0042);
  row(2000, 4, "infinity", .40412, .0042);
}

void TopKQuantisedTest::errorIsTheCheckValue() {
  QFETCH(int, k);
  QFETCH(int, levels);
  QFETCH(QString, norm);
  QFETCH(double, mean);
  QFETCH(double, deviation);
  constexpr int kDraws = 16;
  const auto compressor = levels == 0
                              ? make("top-k-natural", topCount(k))
                              : make("top-k-dithering", dithered(k, levels, norm.toStdString()));
  double sum = 0.0;
  for (std::uint64_t draw = 0; draw < kDraws; ++draw) {
    const auto x = normals(kSize, 100 + draw);
    sum += normalisedVariance(received(*compressor, x, flatLayout(x), draw), x);
  }
  // What is listed is itself a mean, to as many digits.
  const double listed = 0.35 * deviation + 5e-5;
  QVERIFY(near(sum / kDraws, mean, 5.0 * deviation / std::sqrt(kDraws) + listed));
}

void TopKQuantisedTest::pointsOfTheCurve_data() {
  QTest::addColumn<bool>("natural");
  QTest::addColumn<int>("k");
  QTest::addColumn<double>("bits");
  QTest::addColumn<double>("delta");
  QTest::addColumn<double>("deviation");  // of Top-k's delta, at the same k
  const auto row = [](bool natural, int k, double bits, double delta, double deviation) {
    QTest::addRow("%s, k %d", natural ? "natural" : "dithering", k)
        << natural << k << bits << delta << deviation;
  };
  row(false, 100, .1152, 13.09, .33);
  row(false, 500, .4475, 3.878, .052);
  row(false, 1000, .7886, 2.441, .022);
  row(false, 2000, 1.3585, 1.668, .0085);
  row(false, 5000, 2.5875, 1.165, .0014);
  row(true, 100, .1703, 13.15, .33);
  row(true, 500, .7358, 3.875, .052);
  row(true, 1000, 1.3684, 2.437, .022);
  row(true, 2000, 2.5213, 1.668, .0085);
  row(true, 5000, 5.4993, 1.165, .0014);
}

/// Bits an entry as the papers count, and delta at the best scale, ||C||^2 ||x||^2 / <C, x>^2: the
/// mean of 60 vectors.
void TopKQuantisedTest::pointsOfTheCurve() {
  QFETCH(bool, natural);
  QFETCH(int, k);
  QFETCH(double, bits);
  QFETCH(double, delta);
  QFETCH(double, deviation);
  constexpr int kDraws = 60;
  const auto compressor = natural ? make("top-k-natural", topCount(k))
                                  : make("top-k-dithering", dithered(k, 4, "infinity"));
  double sum = 0.0;
  for (std::uint64_t draw = 0; draw < kDraws; ++draw) {
    const auto x = normals(kSize, 1000 + draw);
    const auto m = moments(received(*compressor, x, flatLayout(x), draw), x);
    sum += m.second / (m.first * m.first);
  }
  // A tenth more than Top-k's own deviation, for the rounding; both means are of 60 vectors.
  const double spread = 1.1 * deviation * std::sqrt(2.0 / kDraws);
  QVERIFY(near(sum / kDraws, delta, 5.0 * spread + 5e-4));
  const auto x = normals(kSize, 1);
  const auto payload = compress(*compressor, x, flatLayout(x));
  QVERIFY(near(compressor->count(payload, flatLayout(x)).paper / kSize, bits,
               1e-4));  // of rounded terms
}

void TopKQuantisedTest::halvesAreNearlyTopK() {
  const auto x = normals(kSize, 2);
  const auto layout = flatLayout(x);
  const auto exact = roundTrip("top-k", topCount(500), x);
  const auto halves = roundTrip("top-k-fp16", topCount(500), x);
  for (std::size_t i = 0; i < kSize; ++i)
    QVERIFY(std::abs(halves[i] - exact[i]) <= std::abs(exact[i]) * 0x1p-11F);
  const auto compressor = make("top-k-fp16", topCount(500));
  const auto payload = compress(*compressor, x, layout);
  QCOMPARE(payload.valueBits, std::int64_t{500 * 16});
  QCOMPARE(payload.indexBits, std::int64_t{500 * 14});
  QVERIFY(near(compressor->count(payload, layout).paper, 8000.0 + log2Choose(kSize, 500), 1e-6));
}

/// B1(k/d, zeta), B2(k/d, zeta): zeta of the dithering on k entries, and 9/8.
void TopKQuantisedTest::classesAreThoseOfThePaper() {
  const auto values = dithered(100, 8, "2");
  const auto classes =
      entry("top-k-dithering")
          .classes(settings("top-k-dithering", values), layoutOf({{std::int64_t{kSize}}}));
  const double z = std::sqrt(100.0) * std::exp2(-7.0);
  const double zeta = 9.0 / 8.0 + z * z;
  QVERIFY(near(classes.b1->alpha, 0.01, 1e-12) && near(classes.b1->beta, zeta, 1e-12));
  QVERIFY(near(classes.b2->gamma, 0.01, 1e-12) && near(classes.b2->beta, zeta, 1e-12));
  QVERIFY(near(*classes.delta, 100.0 / (2.0 - zeta), 1e-9));
  // 10 of 100 entries and 100 of 1,000: the share of both, and zeta of the 100 under one norm.
  auto tenth = dithered(1, 8, "2");
  tenth["amount"] = std::string("fraction");
  tenth["fraction"] = 0.1;
  const auto perTensor =
      entry("top-k-dithering")
          .classes(settings("top-k-dithering", tenth), layoutOf({{100}, {1000}}));
  QVERIFY(near(perTensor.b1->alpha, 0.1, 1e-12) && near(perTensor.b1->beta, zeta, 1e-12));
  const auto natural =
      entry("top-k-natural")
          .classes(settings("top-k-natural", topCount(100)), layoutOf({{std::int64_t{kSize}}}));
  QVERIFY(near(natural.b1->beta, 9.0 / 8.0, 1e-12));
  QVERIFY(entry("top-k-fp16").classes(settings("top-k-fp16"), layoutOf({{std::int64_t{kSize}}})) ==
          ClassParameters{});
}

void TopKQuantisedTest::classesHold_data() {
  QTest::addColumn<double>("base");
  QTest::addColumn<int>("levels");
  QTest::addColumn<QString>("norm");
  QTest::newRow("2, 8, Euclidean") << 2.0 << 8 << QString("2");
  QTest::newRow("1.5, 3, Euclidean") << 1.5 << 3 << QString("2");
  QTest::newRow("4, 4, largest") << 4.0 << 4 << QString("infinity");
  QTest::newRow("2, 1, largest") << 2.0 << 1 << QString("infinity");
}

/// Of vectors of many kinds. With y = Top-k(x), n = ||y||_p and the levels l <= |y_i| / n <= h next
/// to each: E C = y, and E ||C||^2 = ||y||^2 + n^2 sum (h - |y_i|/n)(|y_i|/n - l).
void TopKQuantisedTest::classesHold() {
  QFETCH(double, base);
  QFETCH(int, levels);
  QFETCH(QString, norm);
  for (const int k : {1, 4, 20, 40}) {
    auto values = dithered(k, levels, norm.toStdString());
    values["values_base"] = base;
    const auto classes =
        entry("top-k-dithering").classes(settings("top-k-dithering", values), layoutOf({{40}}));
    for (const auto& x : unlikeVectors()) {
      const auto y = roundTrip("top-k", topCount(k), x);
      double length = std::sqrt(squares(y));
      if (norm == "infinity")
        length = static_cast<double>(
            std::abs(*std::ranges::max_element(y, {}, [](float v) { return std::abs(v); })));
      double variance = 0.0;
      for (const float v : y) {
        const double share = std::abs(static_cast<double>(v)) / length;
        double low = 0.0;
        double high = std::pow(base, 1 - levels);
        for (int level = 1; high < share && level < levels; ++level) {
          low = high;
          high *= base;
        }
        variance += length * length * std::max(0.0, high - share) * (share - low);
      }
      const double kept = squares(y) / squares(x);
      QVERIFY(isOfItsClasses(classes, {kept, kept + variance / squares(x)}));
    }
  }
}

/// Nine bits a value, 14 or fewer a position, and a header of some bytes.
void TopKQuantisedTest::wireHoldsWhatIsCounted() {
  const auto x = normals(kSize, 3);
  const auto layout = flatLayout(x);
  auto values = topCount(1000);
  for (const auto& [coding, least, most] : std::vector<std::tuple<std::string, int, int>>{
           {"packed", 14'000, 14'000}, {"bitmap", 10'000, 10'000}, {"automatic", 4684, 5000}}) {
    values["index_coding"] = coding;
    const auto compressor = make("top-k-natural", values);
    const auto payload = compress(*compressor, x, layout);
    QCOMPARE(payload.valueBits, std::int64_t{9000});
    QVERIFY(payload.indexBits >= least && payload.indexBits <= most);
    QVERIFY(payload.framingBits() <= 8 * 4 + 14);
    QVERIFY(8.0 * static_cast<double>(payload.bytes.size()) >
            compressor->count(payload, layout).entropy);
  }
}

QTEST_APPLESS_MAIN(TopKQuantisedTest)
#include "top_k_quantised_test.moc"
