// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include <QtTest>

#include "core/codec/elias.h"
#include "tests/core/compress/dithering_oracle.h"

using namespace telegrad;
using namespace telegrad::test;

/// Dithering to even steps, with and without buckets.
class StandardDitheringTest : public QObject {
  Q_OBJECT
 private slots:
  void fixedVectorGivesItsValues();
  void gaussianErrorIsAsPublished_data();
  void gaussianErrorIsAsPublished();
  void gaussianBits();
  void isOfItsClass_data();
  void isOfItsClass();
  void isRightInTheMean();
  void eliasCodesGiveTheSameVector();
  void eliasCodesAreThoseOfQsgd();
  void eliasCodesAreAsLongAsPublished();
  void malformedEliasCodesAreNamed();
};

namespace {

Values shape(int levels, const char* norm, int bucket = 0) {
  Values values{{"levels", std::int64_t{levels}},
                {"norm", std::string(norm)},
                {"scope", std::string(bucket > 0 ? "bucket" : "tensor")}};
  if (bucket > 0) values["bucket"] = std::int64_t{bucket};
  return values;
}

DitheringOracle ofTheOperator(int levels, Norm norm) {
  return {doubles(uniformLevels(static_cast<std::size_t>(levels)).values), norm};
}

}  // namespace

void StandardDitheringTest::fixedVectorGivesItsValues() {
  const auto omega = [](int levels, Norm norm) {
    return ofTheOperator(levels, norm).omega(fixedVector());
  };
  QVERIFY(std::abs(omega(1, Norm::Two) - 1.1098551800) < 1e-9);
  QVERIFY(std::abs(omega(1, Norm::Infinity) - 0.4655107426) < 1e-9);
  QVERIFY(std::abs(omega(2, Norm::Two) - 0.2704820147) < 1e-9);
  QVERIFY(std::abs(omega(2, Norm::Infinity) - 0.1549189597) < 1e-9);
  QVERIFY(std::abs(omega(4, Norm::Two) - 0.0850815098) < 1e-9);
  QVERIFY(std::abs(omega(4, Norm::Infinity) - 0.0297776103) < 1e-9);
}

void StandardDitheringTest::gaussianErrorIsAsPublished_data() {
  QTest::addColumn<std::string>("norm");
  QTest::addColumn<int>("levels");
  QTest::addColumn<int>("bucket");
  QTest::addColumn<double>("error");
  QTest::addColumn<double>("deviation");
  const auto row = [](const char* norm, int levels, int bucket, double error, double deviation) {
    QTest::addRow("p = %s, s = %d, bucket %d", norm, levels, bucket)
        << std::string(norm) << levels << bucket << error << deviation;
  };
  row("2", 1, 0, 79.4, 8.6);
  row("2", 2, 0, 39.1, 2.9);
  row("2", 4, 0, 19.0, 0.93);
  row("2", 8, 0, 8.99, 0.31);
  row("2", 16, 0, 3.98, 0.091);
  row("2", 100, 0, 0.1666, 0.0019);
  row("infinity", 1, 0, 2.215, 0.21);
  row("infinity", 2, 0, 0.6753, 0.094);
  row("infinity", 4, 0, 0.1680, 0.026);
  row("infinity", 8, 0, 0.0419, 0.0061);
  row("infinity", 16, 0, 0.01055, 0.0015);
  row("2", 127, 128, 0.001322, 1.8e-5);
  row("2", 15, 128, 0.09474, 0.0012);
  row("2", 4, 128, 1.2614, 0.016);
  row("2", 4, 512, 3.498, 0.075);
}

void StandardDitheringTest::gaussianErrorIsAsPublished() {
  QFETCH(std::string, norm);
  QFETCH(int, levels);
  QFETCH(int, bucket);
  QFETCH(double, error);
  QFETCH(double, deviation);
  const auto x = normals(10'000, 33);
  const auto values = shape(levels, norm.c_str(), bucket);
  const auto r = ratios(roundTrip("standard-dithering", values, x), x);
  QVERIFY2(std::abs(r.error - error) < 5 * deviation, qPrintable(QString::number(r.error)));
}

/// 32 + d log2 3 of ternary levels, and what buckets add: 32 each.
void StandardDitheringTest::gaussianBits() {
  const auto x = normals(10'000, 34);
  const auto layout = layoutOf({{10'000}});
  const auto ternary = make("standard-dithering", shape(1, "2"));
  const auto payload = compress(*ternary, x, layout);
  QVERIFY(std::abs(ternary->count(payload, layout).paper / 10'000 - 1.5882) < 5e-5);
  QCOMPARE(payload.bytes.size(), std::size_t{4 + 2'500});
  const auto usual = make("standard-dithering");
  const auto bytes = compress(*usual, x, layout);
  QCOMPARE(bytes.bytes.size(), std::size_t{4 * 79 + 10'000});
  QVERIFY(usual->count(bytes, layout).entropy < usual->count(bytes, layout).paper);
}

void StandardDitheringTest::isOfItsClass_data() {
  QTest::addColumn<int>("levels");
  QTest::addColumn<std::string>("norm");
  for (const int levels : {1, 2, 4, 16, 127})
    for (const char* norm : {"1", "2", "infinity"})
      QTest::addRow("%d, %s", levels, norm) << levels << std::string(norm);
}

void StandardDitheringTest::isOfItsClass() {
  QFETCH(int, levels);
  QFETCH(std::string, norm);
  const auto classes =
      entry("standard-dithering")
          .classes(settings("standard-dithering", shape(levels, norm.c_str())), layoutOf({{40}}));
  QVERIFY(classes.zeta.has_value());
  QVERIFY(classes == classesOfUnbiased(*classes.zeta));
  const double root = std::sqrt(40.0);
  if (levels == 1)  // ternary
    QCOMPARE(*classes.zeta, norm == "1" ? 40.0 : norm == "2" ? root : (1.0 + root) / 2.0);
  if (levels > 1 && norm != "1") {  // QSGD's bound
    const double s = levels;
    QVERIFY(std::abs(*classes.zeta - 1.0 - std::min(40.0 / (s * s), std::sqrt(40.0) / s)) < 1e-12);
  }
  const auto oracle = ofTheOperator(levels, normOfName(norm));
  for (const auto& x : manyDistributions())
    QVERIFY(1.0 + oracle.omega(doubles(x)) <= *classes.zeta * (1.0 + 1e-6));
  if (levels > 1) return;
  // Vectors that reach it: one entry of 1 + sqrt(d) among ones, or all alike.
  Doubles worst(40, 1.0);
  if (norm == "infinity") worst[3] = 1.0 + root;
  QVERIFY(std::abs(1.0 + oracle.omega(worst) - *classes.zeta) < 1e-9);
}

void StandardDitheringTest::isRightInTheMean() {
  const auto layout = layoutOf({{40}});
  const auto all = manyDistributions();
  constexpr int kDraws = 4'000;
  for (std::size_t kind = 0; kind < 7; ++kind) {
    const auto& x = all[kind];
    const auto compressor = make("standard-dithering", shape(3, "infinity"));
    const auto oracle = ofTheOperator(3, Norm::Infinity);
    const double n = oracle.normOf(doubles(x));
    Doubles mean(x.size(), 0.0);
    for (int draw = 0; draw < kDraws; ++draw) {
      const auto back = decode(*compressor, drawn(*compressor, x, layout, draw), layout);
      for (std::size_t i = 0; i < x.size(); ++i) mean[i] += static_cast<double>(back[i]) / kDraws;
    }
    for (std::size_t i = 0; i < x.size(); ++i) {
      const double y = std::min(std::abs(static_cast<double>(x[i])) / n, 1.0);
      const auto [low, high] = oracle.about(y);
      const double deviation = n * std::sqrt((y - low) * (high - y) / kDraws);
      // Where the upper point is rare, the mean's own distribution has a long tail: one draw more.
      QVERIFY(std::abs(mean[i] - static_cast<double>(x[i])) <=
              5.0 * deviation + 2.0 * n * (high - low) / kDraws);
    }
  }
}

void StandardDitheringTest::eliasCodesGiveTheSameVector() {
  const auto layout = layoutOf({{700}, {0}, {20, 90}, {1}});
  auto x = normals(2'501, 35);
  std::fill(x.begin() + 900, x.begin() + 1'500, 0.0F);
  for (const int levels : {1, 4, 127, 32'767})
    for (const int bucket : {0, 1, 7, 128, 5'000}) {
      auto values = shape(levels, "2", bucket);
      const auto packed = make("standard-dithering", values);
      values["coding"] = std::string("elias");
      const auto elias = make("standard-dithering", values);
      const auto payload = compress(*elias, x, layout);
      QCOMPARE(decode(*elias, payload, layout),
               decode(*packed, compress(*packed, x, layout), layout));
      QVERIFY(payload.framingBits() >= 0 && payload.framingBits() < 8);
      const auto bits = elias->count(payload, layout);
      // All of it but Elias omega of the distance from the last entry to the end.
      const auto back = decode(*elias, payload, layout);
      const auto last = std::find_if(back.rbegin(), back.rend(), [](float v) { return v != 0.0F; });
      const auto end = EliasOmega::bits(static_cast<std::size_t>(last - back.rbegin()) + 1);
      QCOMPARE(bits.paper, static_cast<double>(payload.valueBits + payload.indexBits - end));
      QCOMPARE(bits.entropy, packed->count(compress(*packed, x, layout), layout).entropy);
    }
}

namespace {

Values elias(int levels, const char* norm) {
  auto values = shape(levels, norm);
  values["coding"] = std::string("elias");
  return values;
}

/// The bits after the first four bytes, in order.
QString codeBits(const Payload& payload) {
  QString bits;
  for (std::size_t i = 4; i < payload.bytes.size(); ++i)
    for (unsigned b = 0; b < 8; ++b)
      bits += (std::to_integer<unsigned>(payload.bytes[i]) >> b & 1U) != 0 ? QLatin1Char('1')
                                                                           : QLatin1Char('0');
  return bits;
}

}  // namespace

/// Of levels 0, +2, 0, 0, -1 of two and two zeros: distance 2, plus, level 2; distance 3, minus,
/// level 1; distance 3 to the end. The lengths are those of Elias omega: 3 for 2 and for 3, 1
/// for 1.
void StandardDitheringTest::eliasCodesAreThoseOfQsgd() {
  const auto layout = layoutOf({{7}});
  const auto compressor = make("standard-dithering", elias(2, "infinity"));
  const std::vector<float> x{0.0F, 4.0F, 0.0F, 0.0F, -2.0F, 0.0F, 0.0F};
  const auto payload = compress(*compressor, x, layout);
  QCOMPARE(payload.valueBits, std::int64_t{32 + (1 + 3) + (1 + 1)});
  QCOMPARE(payload.indexBits, std::int64_t{3 + 3 + 3});
  QCOMPARE(compressor->count(payload, layout).paper, 32.0 + 3 + 1 + 3 + 3 + 1 + 1);
  // Groups "1b0": the number's leading one, its other bit, and the zero that closes the word.
  QCOMPARE(codeBits(payload), QStringLiteral("100"
                                             "0"
                                             "100"
                                             "110"
                                             "1"
                                             "0"
                                             "110"
                                             "0"));
  QCOMPARE(decode(*compressor, payload, layout), x);
}

/// Bits an entry and how many are not zero, of 10,000 normal entries under their length; a few per
/// cent from vector to vector.
void StandardDitheringTest::eliasCodesAreAsLongAsPublished() {
  const auto layout = layoutOf({{10'000}});
  const auto x = normals(10'000, 36);
  struct Row {
    int levels;
    double bits;
    double entries;
  };
  for (const auto& row : {Row{100, 2.760, 6'308}, Row{16, 0.975, 1'264}, Row{1, 0.123, 83}}) {
    const auto compressor = make("standard-dithering", elias(row.levels, "2"));
    const auto payload = compress(*compressor, x, layout);
    const auto back = decode(*compressor, payload, layout);
    const auto entries = 10'000 - std::ranges::count(back, 0.0F);
    const double spread = 5.0 * std::sqrt(row.entries) / row.entries;
    QVERIFY(std::abs(static_cast<double>(entries) / row.entries - 1.0) < spread);
    const double bits = 8.0 * static_cast<double>(payload.bytes.size()) / 10'000;
    QVERIFY2(std::abs(bits / row.bits - 1.0) < spread, qPrintable(QString::number(bits)));
  }
}

void StandardDitheringTest::malformedEliasCodesAreNamed() {
  const auto layout = layoutOf({{7}});
  const auto compressor = make("standard-dithering", elias(2, "infinity"));
  const auto refusal = [&](const char* bits) {
    std::vector<std::byte> bytes(4 + (std::strlen(bits) + 7) / 8);
    for (std::size_t i = 0; bits[i] != '\0'; ++i)
      if (bits[i] == '1') bytes[4 + i / 8] |= std::byte{1} << i % 8;
    return refusalOf(*compressor, bytes, layout);
  };
  QVERIFY(refusal("1000100110101100").isEmpty());
  QVERIFY(refusal("10001001101011000000000000")
              .contains(QStringLiteral("read 4 bytes of levels; allowed: the 2")));
  QVERIFY(refusal("1000100110101101").contains(QStringLiteral("bits are set after the last code")));
  QVERIFY(refusal("10001101101011")
              .contains(
                  QStringLiteral("read a level at entry 1 that is out of range; allowed: 1 to 2")));
  QVERIFY(refusal("1110010").contains(QStringLiteral("leads beyond the last of 7")));
  QVERIFY(refusal("10001001").contains(QStringLiteral("bytes")));
  QVERIFY(refusalOf(*compressor, std::vector<std::byte>(3), layout)
              .contains(QStringLiteral("read 3 bytes; allowed: the 4 or more of 7 entries")));
  Random random(3, Purpose::Test);
  Update update;
  int accepted = 0;
  for (int trial = 0; trial < 20'000; ++trial) {
    Payload payload;
    payload.bytes.resize(4 + random.below(6));
    for (std::size_t i = 4; i < payload.bytes.size(); ++i)
      payload.bytes[i] = static_cast<std::byte>(random.below(256));
    accepted += compressor->decode(payload, layout, update) ? 1 : 0;
    QCOMPARE(dense(update).size(), std::size_t{7});
  }
  QVERIFY(accepted > 0);
}

QTEST_APPLESS_MAIN(StandardDitheringTest)
#include "standard_dithering_test.moc"
