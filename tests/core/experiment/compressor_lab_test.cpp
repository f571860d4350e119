// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/compressor_lab.h"

#include <cmath>
#include <numbers>

#include <QtTest>

#include "core/compress/compressor.h"

using namespace telegrad;

namespace {

LabOperator op(const char* key, const Values& values = {}) {
  auto made = labOperator(key, values);
  if (!made) qFatal("%s", made.error().message.c_str());
  return *std::move(made);
}

LabVector vectorOf(std::vector<float> values) {
  LabVector vector;
  vector.layout = {{"x", {static_cast<std::int64_t>(values.size())}, 0}};
  vector.values = std::move(values);
  return vector;
}

LabVector drawn(const char* distribution, std::int64_t d, std::int64_t seed) {
  const auto settings = Settings::from(
      labVectorParameters(),
      {{"distribution", Value{std::string(distribution)}}, {"d", Value{d}}, {"seed", Value{seed}}});
  return *makeLabVector(*settings);
}

LabOutcome outcome(const LabOperator& given, const LabVector& vector, std::size_t draws = 1) {
  LabOptions options;
  options.draws = draws;
  options.times = false;
  auto measured = measure(given, vector, options);
  if (!measured) qFatal("%s", measured.error().message.c_str());
  return *std::move(measured);
}

/// The vector of the independent check values.
LabVector fixedVector() {
  return vectorOf({3.0F, -1.0F, 0.5F, -0.3F, 2.5F, -4.0F, 0.1F, 0.75F});
}

bool near(double value, double expected, double tolerance) {
  if (std::abs(value - expected) <= tolerance) return true;
  qWarning("%.10g is not %.10g +- %g", value, expected, tolerance);
  return false;
}

}  // namespace

class CompressorLabTest : public QObject {
  Q_OBJECT
 private slots:
  void topKOnTheFixedVector();
  void randKInTheMean();
  void theVarianceOfDitheringsIsExact();
  void figureThreeOfTheSparsifiers_data();
  void figureThreeOfTheSparsifiers();
  void savingsOfOtherDistributions();
  void momentsAndClassesAgree_data();
  void momentsAndClassesAgree();
  void drawsAreReproducible();
  void timesAreTaken();
  void zeroAndEmptyVectors();
  void sweepsGoFromEndToEnd();
  void namesSayWhatIsNotUsual();
  void unknownThings();
};

void CompressorLabTest::topKOnTheFixedVector() {
  const double expected[] = {0.5175273276, 0.2461364493, 0.0576705616};
  for (int k = 1; k <= 3; ++k) {
    const auto result = outcome(op("top-k", {{"fraction", Value{k / 8.0}}}), fixedVector(), 3);
    const auto& measured = result.measured;
    QVERIFY(near(measured.variance.mean, expected[k - 1], 1e-8));  // the vector is rounded to float
    QCOMPARE(measured.variance.deviation, 0.0);
    QVERIFY(near(measured.m1, 1.0 - expected[k - 1], 1e-8));
    QVERIFY(near(measured.delta.mean, 1.0 / (1.0 - expected[k - 1]), 1e-7));
    QVERIFY(near(measured.bestDelta.mean, measured.delta.mean, 1e-12));  // no scale is better
    QVERIFY(near(measured.beta(), 1.0, 1e-12));
    QCOMPARE(measured.proven.delta, std::optional<double>(8.0 / k));
    QVERIFY(near(measured.paperBits, 32.0 * k + std::log2(k == 1 ? 8 : k == 2 ? 28 : 56), 1e-9));
  }
  QVERIFY(outcome(op("top-k", {{"fraction", Value{0.25}}}), fixedVector()).decoded ==
          (std::vector<float>{3, 0, 0, 0, 0, -4, 0, 0}));
}

void CompressorLabTest::randKInTheMean() {
  // Unscaled: E NV = 1 - 3/8; scaled: d/k - 1 = 5/3. The deviation of one draw is below 1.2.
  constexpr std::size_t kDraws = 20'000;
  const auto plain = outcome(op("rand-k", {{"fraction", Value{0.375}}}), fixedVector(), kDraws);
  const auto& rand = plain.measured;
  QVERIFY(near(rand.variance.mean, 0.625, 5.0 * rand.variance.deviation / std::sqrt(kDraws)));
  QVERIFY(near(rand.bestDelta.mean, 8.0 / 3.0, 0.05));
  QVERIFY(rand.paperBits == 96.0 && rand.wireBytes == 20.0);  // every draw's, to the last digit
  const auto scaled = outcome(
      op("rand-k", {{"fraction", Value{0.375}}, {"scaling", Value{std::string("unbiased")}}}),
      fixedVector(), kDraws);
  const auto& unbiased = scaled.measured;
  QVERIFY(near(unbiased.variance.mean, 5.0 / 3.0,
               5.0 * unbiased.variance.deviation / std::sqrt(kDraws)));
  QVERIFY(near(unbiased.m1, 1.0, 0.05));
  QVERIFY(std::isnan(unbiased.delta.mean));
  QCOMPARE(unbiased.proven.zeta, std::optional<double>(8.0 / 3.0));
  QVERIFY(near(unbiased.bestDelta.mean, 8.0 / 3.0, 0.1));
}

/// n^2 sum (y - lo)(hi - y) / ||x||^2, computed elsewhere.
void CompressorLabTest::theVarianceOfDitheringsIsExact() {
  const auto exact = [](const char* key, std::int64_t levels, const char* norm) {
    const auto result = outcome(op(key, {{"levels", Value{levels}},
                                         {"norm", Value{std::string(norm)}},
                                         {"scope", Value{std::string("model")}}}),
                                fixedVector(), 4000);
    const auto& variance = result.measured.variance;
    if (!near(variance.mean, *result.measured.exactVariance, 5.0 * variance.deviation / 63.0))
      return 0.0;
    return *result.measured.exactVariance;
  };
  QVERIFY(near(exact("standard-dithering", 1, "2"), 1.1098551800, 1e-7));
  QVERIFY(near(exact("standard-dithering", 4, "2"), 0.0850815098, 1e-7));
  QVERIFY(near(exact("standard-dithering", 4, "infinity"), 0.0297776103, 1e-7));
  QVERIFY(near(exact("natural-dithering", 4, "2"), 0.0949204956, 1e-7));
  QVERIFY(near(exact("natural-dithering", 4, "infinity"), 0.0576705616, 1e-7));
  QVERIFY(!outcome(op("top-k"), fixedVector()).measured.exactVariance);
}

void CompressorLabTest::figureThreeOfTheSparsifiers_data() {
  QTest::addColumn<QString>("key");
  QTest::addColumn<int>("k");
  QTest::addColumn<double>("bits");
  QTest::addColumn<double>("delta");
  QTest::addColumn<double>("deviation");
  const struct {
    int k;
    double bits, delta, deviation;
  } top[] = {{10, 0.0431, 79.7, 5.1},       {100, 0.4003, 11.86, 0.33},
             {500, 1.8858, 3.585, 0.052},   {1000, 3.6684, 2.278, 0.022},
             {2000, 7.1213, 1.540, 0.0085}, {5000, 16.9993, 1.0771, 0.0014}};
  for (const auto& row : top)
    QTest::addRow("top-%d", row.k) << "top-k" << row.k << row.bits << row.delta << row.deviation;
  // 10^4 / k, of Gaussian entries: the deviation of ||x_S||^2 is sqrt(2 / k) of it.
  for (const int k : {100, 1000, 5000})
    QTest::addRow("rand-%d", k) << "rand-k" << k << 32.0 * k / 1e4 << 1e4 / k
                                << 1e4 / k * std::sqrt(2.0 / k);
}

void CompressorLabTest::figureThreeOfTheSparsifiers() {
  QFETCH(QString, key);
  QFETCH(int, k);
  QFETCH(double, bits);
  QFETCH(double, delta);
  QFETCH(double, deviation);
  const auto given = op(key.toUtf8(), {{"fraction", Value{(k + 0.5) / 1e4}}});
  constexpr int kVectors = 8;
  double sum = 0.0;
  for (int seed = 1; seed <= kVectors; ++seed) {
    const auto result = outcome(given, drawn("gaussian", 10'000, seed));
    sum += result.measured.bestDelta.mean;
    QVERIFY(near(result.measured.paperBits / 1e4, bits, 0.5e-4));
  }
  QVERIFY(near(sum / kVectors, delta, 5.0 * deviation / std::sqrt(kVectors)));
}

void CompressorLabTest::savingsOfOtherDistributions() {
  // Expected kept squares of i.i.d. entries: Exp(1) d = 100, k = 5: 82.064669; of uniform ones
  // the lost squares of Top-5 are 0.903902 of those of Rand-5.
  constexpr int kVectors = 3000;
  const auto top = op("top-k", {{"fraction", Value{0.05}}});
  double kept = 0.0;
  double lost = 0.0;
  for (int seed = 0; seed < kVectors; ++seed) {
    const auto exponential = drawn("exponential", 100, seed);
    const auto uniform = drawn("uniform", 100, seed);
    double square = 0.0;
    for (const float v : exponential.values) square += double{v} * double{v};
    kept += outcome(top, exponential).measured.m2 * square / kVectors;
    square = 0.0;
    for (const float v : uniform.values) square += double{v} * double{v};
    lost += outcome(top, uniform).measured.variance.mean * square / kVectors;
  }
  QVERIFY(near(kept, 82.064669, 5.0 * 26.0 / std::sqrt(kVectors)));
  QVERIFY(near(lost / (0.95 * 100.0 / 3.0), 0.903902, 0.01));
}

void CompressorLabTest::momentsAndClassesAgree_data() {
  QTest::addColumn<QString>("key");
  for (const auto& entry : compressors())
    QTest::newRow(entry.key.c_str()) << QString::fromStdString(entry.key);
}

/// Of every operator there is, at its usual settings.
void CompressorLabTest::momentsAndClassesAgree() {
  QFETCH(QString, key);
  const auto vector = drawn("laplace", 2'000, 3);
  const auto measured = outcome(op(key.toUtf8()), vector, 200).measured;
  QVERIFY(near(measured.variance.mean, measured.m2 - 2.0 * measured.m1 + 1.0,
               1e-9 * (1.0 + measured.m2)));
  // What is proven holds for this vector; the mean of 200 draws has an error of its own.
  const double slack = 5.0 * measured.variance.deviation / std::sqrt(200.0) + 1e-6;
  const auto& proven = measured.proven;
  if (proven.zeta) QVERIFY2(measured.m2 <= *proven.zeta + 3.0 * slack, "zeta");
  if (proven.b1) QVERIFY2(measured.m2 >= proven.b1->alpha - 3.0 * slack, "alpha");
  if (proven.b1) QVERIFY2(measured.m2 <= proven.b1->beta * (measured.m1 + 3.0 * slack), "beta");
  if (proven.b2) QVERIFY2(measured.m1 >= proven.b2->gamma - 3.0 * slack, "gamma");
  if (const auto best = measured.provenBestDelta())
    QVERIFY2(measured.m1 * measured.m1 + 6.0 * slack >= measured.m2 / *best, "delta, scaled");
  if (proven.delta) QVERIFY2(measured.variance.mean <= 1.0 - 1.0 / *proven.delta + slack, "delta");
  QVERIFY(measured.wireBytes > 0.0 && std::isfinite(measured.wireBytes));
  QVERIFY(measured.paperBits > 0.0 && measured.entropyBits >= 0.0);
}

void CompressorLabTest::drawsAreReproducible() {
  const auto vector = drawn("gaussian", 1000, 1);
  const auto one = outcome(op("rand-k"), vector, 4);
  const auto again = outcome(op("rand-k"), vector, 4);
  QVERIFY(one.decoded == again.decoded);
  QCOMPARE(one.measured.variance.mean, again.measured.variance.mean);
  LabOptions other;
  other.seed = 2;
  QVERIFY(measure(op("rand-k"), vector, other)->decoded != one.decoded);
}

void CompressorLabTest::timesAreTaken() {
  const auto timed = measure(op("top-k"), drawn("gaussian", 10'000, 1), {});
  QVERIFY(timed->measured.encodeSeconds > 0.0);
  QVERIFY(timed->measured.decodeSeconds > 0.0);
}

void CompressorLabTest::zeroAndEmptyVectors() {
  for (const auto& entry : compressors()) {
    const auto zero = outcome(op(entry.key.c_str()), vectorOf({0.0F, 0.0F, 0.0F}));
    QVERIFY(zero.decoded == std::vector<float>(3, 0.0F));
    QVERIFY(std::isnan(zero.measured.variance.mean));
    const auto empty = measure(op(entry.key.c_str()), vectorOf({}), {});
    QVERIFY(empty && empty->decoded.empty());
  }
}

void CompressorLabTest::sweepsGoFromEndToEnd() {
  const auto top = op("top-k");
  const auto* fraction = sweptParameter(top);
  QVERIFY(fraction != nullptr);
  QCOMPARE(fraction->key, std::string("fraction"));
  const auto values = sweepValues(*fraction, 5);
  QCOMPARE(values.size(), std::size_t{5});
  for (int i = 0; i < 5; ++i)  // 1e-4, 1e-3, ..., 1: even in the logarithm
    QVERIFY(
        near(std::get<double>(values[static_cast<std::size_t>(i)]), std::pow(10.0, i - 4), 1e-12));
  const Parameter whole{
      .key = "n", .label = "n", .unit = "", .help = "n", .kind = Integer{1, 1, 3}};
  QVERIFY(
      sweepValues(whole, 9) ==
      (std::vector<Value>{Value{std::int64_t{1}}, Value{std::int64_t{2}}, Value{std::int64_t{3}}}));
  const auto points = sweep(top, *fraction, values);
  QCOMPARE(points.size(), std::size_t{5});
  QCOMPARE(points.back().settings.real("fraction"), 1.0);
  QVERIFY(sweptParameter(op("identity")) == nullptr);
}

void CompressorLabTest::namesSayWhatIsNotUsual() {
  QCOMPARE(nameOf(op("rand-k")), std::string("Rand-k"));
  QCOMPARE(nameOf(op("rand-k", {{"fraction", Value{0.05}}})),
           std::string("Rand-k, fraction = 5 %"));
}

void CompressorLabTest::unknownThings() {
  const auto none = labOperator("top-q");
  QVERIFY(!none && none.error().message.find("rand-k") != std::string::npos);
  const auto value = labOperator("top-k", {{"fraction", Value{2.0}}});
  QVERIFY(!value && value.error().message.find("fraction") != std::string::npos);
  const auto infinite = measure(op("top-k"), vectorOf({1.0F, HUGE_VALF}), {});
  QVERIFY(!infinite && infinite.error().message.find("top-k") != std::string::npos);
}

QTEST_GUILESS_MAIN(CompressorLabTest)
#include "compressor_lab_test.moc"
