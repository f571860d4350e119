// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include <QtTest>

#include "tests/core/compress/property_vectors.h"

using namespace telegrad;
using namespace telegrad::test;

using Floats = std::vector<float>;

class TernaryTest : public QObject {
  Q_OBJECT
 private slots:
  void entriesAreZeroOrTheNorm_data();
  void entriesAreZeroOrTheNorm();
  void isRightInTheMean_data() { entriesAreZeroOrTheNorm_data(); }
  void isRightInTheMean();
  void theFixedVector_data();
  void theFixedVector();
  void clippedIsRightAboutTheClippedVector();
  void aConstantTensorIsNotClipped();
  void isOfItsClasses_data() { entriesAreZeroOrTheNorm_data(); }
  void isOfItsClasses();
  void theErrorOfNormalEntries_data();
  void theErrorOfNormalEntries();
  void tensorsHaveNormsOfTheirOwn();
  void bytesAreNormsAndDigits();
  void aNormBeyondFloatIsRefused();
  void badPayloadsAreNamed();
};

namespace {

Values norm(const char* key, double clip = 2.5) {
  return {{"norm", std::string(key)}, {"clip", clip}};
}

/// The norm by its definition, and the vector once clipped.
std::pair<double, Floats> normOf(const QByteArray& key, const Floats& x, double clip = 2.5) {
  double most = 0.0;
  for (const double v : x) most = std::max(most, std::abs(v));
  if (key == "l2") return {std::sqrt(squares(x)), x};
  if (key == "max") return {most, x};
  const double limit = clip * std::sqrt(squares(x) / static_cast<double>(x.size()));
  Floats clipped;
  for (const double v : x) clipped.push_back(static_cast<float>(std::clamp(v, -limit, limit)));
  return {std::min(most, limit), clipped};
}

double absoluteSum(const Floats& x) {
  double sum = 0.0;
  for (const double v : x) sum += std::abs(v);
  return sum;
}

}  // namespace

void TernaryTest::entriesAreZeroOrTheNorm_data() {
  QTest::addColumn<QByteArray>("key");
  for (const char* key : {"l2", "max", "clipped"}) QTest::newRow(key) << QByteArray(key);
}

void TernaryTest::entriesAreZeroOrTheNorm() {
  QFETCH(QByteArray, key);
  for (const auto& x : unlikeVectors()) {
    const double n = normOf(key, x).first;
    const auto back = roundTrip("ternary", norm(key), x);
    for (std::size_t i = 0; i < x.size(); ++i) {
      if (back[i] == 0.0F) continue;
      QVERIFY(std::abs(static_cast<double>(std::abs(back[i])) - n) <= 1e-6 * n);
      QVERIFY(x[i] != 0.0F && std::signbit(back[i]) == std::signbit(x[i]));
    }
  }
}

void TernaryTest::isRightInTheMean() {
  QFETCH(QByteArray, key);
  constexpr int kDraws = 20'000;
  const auto layout = flatLayout(eight());
  const auto compressor = make("ternary", norm(key, 1.0));
  std::vector<double> mean(8, 0.0);
  for (int draw = 0; draw < kDraws; ++draw) {
    const auto back = received(*compressor, eight(), layout, draw);
    for (std::size_t i = 0; i < 8; ++i) mean[i] += static_cast<double>(back[i]) / kDraws;
  }
  const auto [n, wanted] = normOf(key, eight(), 1.0);
  for (std::size_t i = 0; i < 8; ++i) {
    const double magnitude = std::abs(static_cast<double>(wanted[i]));
    const double deviation = std::sqrt(std::max(0.0, magnitude * (n - magnitude)) / kDraws);
    QVERIFY(std::abs(mean[i] - static_cast<double>(wanted[i])) <= 5.0 * deviation + 1e-6);
  }
}

void TernaryTest::theFixedVector_data() {
  QTest::addColumn<QByteArray>("key");
  QTest::addColumn<double>("error");
  QTest::newRow("l2") << QByteArray("l2") << 1.1098551800;
  QTest::newRow("max") << QByteArray("max") << 0.4655107426;
}

void TernaryTest::theFixedVector() {
  QFETCH(QByteArray, key);
  QFETCH(double, error);
  const double n = normOf(key, eight()).first;
  QVERIFY(std::abs(n * absoluteSum(eight()) / squares(eight()) - 1.0 - error) < 1e-8);
  constexpr int kDraws = 20'000;
  const auto layout = flatLayout(eight());
  const auto compressor = make("ternary", norm(key));
  double mean = 0.0;
  double spread = 0.0;
  for (int draw = 0; draw < kDraws; ++draw) {
    const double one = normalisedVariance(received(*compressor, eight(), layout, draw), eight());
    mean += one / kDraws;
    spread += one * one / kDraws;
  }
  const double deviation = std::sqrt((spread - mean * mean) / kDraws);
  QVERIFY2(std::abs(mean - error) < 5.0 * deviation, qPrintable(QString::number(mean)));
}

void TernaryTest::clippedIsRightAboutTheClippedVector() {
  // Root mean square 5: at 1.2 times that, 6 is left of 10 and is always sent.
  const Floats x{10.0F, 0.0F, 0.0F, 0.0F};
  QCOMPARE(roundTrip("ternary", norm("clipped", 1.2), x), (Floats{6.0F, 0.0F, 0.0F, 0.0F}));
  QCOMPARE(roundTrip("ternary", norm("clipped", 3.0), x), x);
}

void TernaryTest::aConstantTensorIsNotClipped() {
  for (const std::size_t size : {1U, 7U})
    QCOMPARE(roundTrip("ternary", norm("clipped"), Floats(size, -0.25F)), Floats(size, -0.25F));
  const Floats least(50, std::numeric_limits<float>::denorm_min());
  QCOMPARE(roundTrip("ternary", norm("clipped", 0.1), least), least);
}

/// On exact expectations: <E C, x> = <y, x>, E ||C||^2 = n ||y||_1, y the clipped vector.
void TernaryTest::isOfItsClasses() {
  QFETCH(QByteArray, key);
  for (const double clip : {0.5, 2.5, 7.0}) {
    const auto classes =
        entry("ternary").classes(settings("ternary", norm(key, clip)), layoutOf({{40}}));
    for (const auto& x : unlikeVectors()) {
      const auto [n, y] = normOf(key, x, clip);
      Moments m = moments(y, x);
      m.second = n * absoluteSum(y) / squares(x);
      QVERIFY(test::isOfItsClasses(classes, m));
      if (classes.zeta) QVERIFY(m.second <= *classes.zeta + 1e-6);
    }
    const double root = std::sqrt(40.0);
    if (key == "l2") QCOMPARE(*classes.zeta, root);
    if (key == "max") QCOMPARE(*classes.zeta, (root + 1.0) / 2.0);
    if (key == "clipped") QVERIFY(!classes.zeta && classes.b1 && classes.b2);
  }
}

void TernaryTest::theErrorOfNormalEntries_data() {
  QTest::addColumn<QByteArray>("key");
  QTest::addColumn<double>("error");
  QTest::addColumn<double>("deviation");  // of one draw
  QTest::newRow("l2") << QByteArray("l2") << 79.4 << 8.6;
  QTest::newRow("max") << QByteArray("max") << 2.215 << 0.21;
}

void TernaryTest::theErrorOfNormalEntries() {
  QFETCH(QByteArray, key);
  QFETCH(double, error);
  QFETCH(double, deviation);
  constexpr int kDraws = 10;
  double mean = 0.0;
  for (int draw = 0; draw < kDraws; ++draw) {
    const auto x = normals(10'000, 90 + draw);
    mean += normalisedVariance(roundTrip("ternary", norm(key), x), x) / kDraws;
  }
  QVERIFY2(std::abs(mean - error) < 5.0 * deviation / std::sqrt(kDraws),
           qPrintable(QString::number(mean)));
}

void TernaryTest::tensorsHaveNormsOfTheirOwn() {
  const auto layout = layoutOf({{2}, {0}, {3}, {1}});
  const auto compressor = make("ternary", norm("max"));
  const Floats x{5.0F, -5.0F, 0.0F, -0.5F, 0.5F, 3.0F};
  QCOMPARE(decode(*compressor, compress(*compressor, x, layout), layout), x);
}

void TernaryTest::bytesAreNormsAndDigits() {
  const auto layout = layoutOf({{4}, {2}});
  const auto compressor = make("ternary");
  const auto payload = compress(*compressor, {1, -1, 0, 1, 2, -2}, layout);
  std::vector<int> bytes;
  for (const auto b : payload.bytes) bytes.push_back(std::to_integer<int>(b));
  QCOMPARE(bytes, (std::vector{0, 0, 0x80, 0x3F, 0, 0, 0, 0x40, 1 + 2 * 3 + 27 + 81, 2}));
  QCOMPARE(payload.valueBits, qint64{64 + 10});  // 6 * 1.6 rounded up
  const auto counts = compressor->count(payload, layout);
  QVERIFY(std::abs(counts.paper - 64.0 - 6.0 * std::log2(3.0)) < 1e-9);
  // 1, 3 and 2 of 6.
  const double entropy = std::log2(6.0) + 3.0 * std::log2(2.0) + 2.0 * std::log2(3.0);
  QVERIFY(std::abs(counts.entropy - 64.0 - entropy) < 1e-9);
}

void TernaryTest::aNormBeyondFloatIsRefused() {
  Random random(1, Purpose::Test);
  Payload payload;
  const Floats x(4, 3e38F);
  const auto layout = flatLayout(x);
  const auto done = make("ternary", norm("l2"))->compress(x, layout, random, payload);
  QVERIFY(!done);
  QVERIFY(done.error().message.find("beyond float") != std::string::npos);
  QVERIFY(done.error().message.find("t0") != std::string::npos);
  QCOMPARE(roundTrip("ternary", norm("max"), x), x);
}

void TernaryTest::badPayloadsAreNamed() {
  const auto layout = layoutOf({{4}});
  QCOMPARE(refusal("ternary", {}, layout, {0, 0, 0, 0}),
           QString("ternary payload: read 4 bytes; allowed: the 5 of 1 norms and 4 digits"));
  QCOMPARE(refusal("ternary", {}, layout, {0, 0, 0x80, 0xBF, 0}),
           QString("ternary payload: the norm of tensor \"t0\" is -1.000000; allowed: finite and "
                   "not negative"));
  QVERIFY(refusal("ternary", {}, layout, {0, 0, 0x80, 0x7F, 0}).contains("is inf"));
  QVERIFY(refusal("ternary", {}, layout, {0, 0, 0, 0, 243}).contains("0 to 242"));
  QVERIFY(refusal("ternary", {}, layout, {0, 0, 0, 0, 81}).contains("after the last entry"));
}

QTEST_APPLESS_MAIN(TernaryTest)
#include "ternary_test.moc"
