// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/lab_vector.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace telegrad;

namespace {

LabVector made(const Values& values) {
  const auto settings = Settings::from(labVectorParameters(), values);
  if (!settings) qFatal("%s", settings.error().message.c_str());
  auto vector = makeLabVector(*settings);
  if (!vector) qFatal("%s", vector.error().message.c_str());
  return *std::move(vector);
}

double meanOf(const std::vector<float>& x, double (*of)(double)) {
  double sum = 0.0;
  for (const float v : x) sum += of(v);
  return sum / static_cast<double>(x.size());
}

}  // namespace

class LabVectorTest : public QObject {
  Q_OBJECT
 private slots:
  void momentsOfTheDistributions_data();
  void momentsOfTheDistributions();
  void thePowerLawHoldsExactly();
  void theSeedDecides();
  void rowsMakeAMatrix();
  void filesAreRawFloats();
  void filesThatAreNoVectors();
  void partsOfAGradient();
};

void LabVectorTest::momentsOfTheDistributions_data() {
  QTest::addColumn<QString>("distribution");
  QTest::addColumn<double>("mean");
  QTest::addColumn<double>("square");
  QTest::addColumn<double>("magnitude");
  QTest::newRow("gaussian") << "gaussian" << 0.0 << 1.0 << std::sqrt(2.0 / M_PI);
  QTest::newRow("laplace") << "laplace" << 0.0 << 2.0 << 1.0;
  QTest::newRow("uniform") << "uniform" << 0.5 << 1.0 / 3.0 << 0.5;
  QTest::newRow("exponential") << "exponential" << 1.0 << 2.0 << 1.0;
}

void LabVectorTest::momentsOfTheDistributions() {
  QFETCH(QString, distribution);
  QFETCH(double, mean);
  QFETCH(double, square);
  QFETCH(double, magnitude);
  const auto vector = made(
      {{"distribution", Value{distribution.toStdString()}}, {"d", Value{std::int64_t{200'000}}}});
  // The largest deviation here is that of an exponential's square, sqrt(20): 5 of them are 0.05.
  constexpr double kNear = 0.05;
  QVERIFY(std::abs(meanOf(vector.values, [](double v) { return v; }) - mean) < kNear);
  QVERIFY(std::abs(meanOf(vector.values, [](double v) { return v * v; }) - square) < kNear);
  QVERIFY(std::abs(meanOf(vector.values, [](double v) { return std::abs(v); }) - magnitude) <
          kNear);
}

void LabVectorTest::thePowerLawHoldsExactly() {
  auto vector = made({{"distribution", Value{std::string("power-law")}},
                      {"d", Value{std::int64_t{50}}},
                      {"exponent", Value{1.5}}});
  QVERIFY(!std::ranges::is_sorted(vector.values));
  std::ranges::sort(vector.values, [](float a, float b) { return std::abs(a) > std::abs(b); });
  for (std::size_t i = 0; i < vector.values.size(); ++i)
    QCOMPARE(std::abs(vector.values[i]),
             static_cast<float>(std::pow(static_cast<double>(i + 1), -1.5)));
}

void LabVectorTest::theSeedDecides() {
  const auto one = made({{"seed", Value{std::int64_t{7}}}});
  QVERIFY(made({{"seed", Value{std::int64_t{7}}}}).values == one.values);
  QVERIFY(made({{"seed", Value{std::int64_t{8}}}}).values != one.values);
  QCOMPARE(one.name, std::string("Gaussian, d = 10,000"));
}

void LabVectorTest::rowsMakeAMatrix() {
  const auto vector = made({{"d", Value{std::int64_t{60}}}, {"rows", Value{std::int64_t{5}}}});
  QCOMPARE(vector.layout.front().shape, (Shape{5, 12}));
  const auto settings = Settings::from(
      labVectorParameters(), {{"d", Value{std::int64_t{61}}}, {"rows", Value{std::int64_t{5}}}});
  const auto refused = makeLabVector(*settings);
  QVERIFY(!refused && refused.error().message.find("divisor of d = 61") != std::string::npos);
}

void LabVectorTest::filesAreRawFloats() {
  const QTemporaryDir folder;
  const auto path = folder.filePath("x.f32").toStdString();
  const std::vector<float> x{1.0F, -2.5F, 0.0F};
  QVERIFY(writeFloats(path, x));
  QFile file(QString::fromStdString(path));
  QVERIFY(file.open(QIODevice::ReadOnly));
  // IEEE 754: 1 is 3f800000, -2.5 is c0200000; the least significant byte first.
  QCOMPARE(file.readAll().toHex(), QByteArray("0000803f000020c000000000"));
  const auto back = readLabVector(path);
  QVERIFY(back);
  QVERIFY(back->values == x);
  QCOMPARE(elementCount(back->layout), x.size());
}

void LabVectorTest::filesThatAreNoVectors() {
  const QTemporaryDir folder;
  const auto refusal = [&](const QByteArray& bytes) {
    QFile file(folder.filePath("bad.f32"));
    if (!file.open(QIODevice::WriteOnly)) return std::string();
    file.write(bytes);
    file.close();
    const auto read = readLabVector(file.fileName().toStdString());
    return read ? std::string() : read.error().message;
  };
  QVERIFY(refusal(QByteArray(7, '\0')).find("read 7 bytes") != std::string::npos);
  const auto nan = refusal(QByteArray::fromHex("0000803f0000c07f"));
  QVERIFY2(nan.find("entry 1 is nan") != std::string::npos, nan.c_str());
  QVERIFY(refusal(QByteArray::fromHex("000080ff")).find("entry 0") != std::string::npos);
  const auto missing = readLabVector(folder.filePath("none.f32").toStdString());
  QVERIFY(!missing && missing.error().message.find("none.f32") != std::string::npos);
  QVERIFY(refusal({}).empty());  // a vector without entries
}

void LabVectorTest::partsOfAGradient() {
  CapturedGradient gradient;
  gradient.iteration = 1200;
  gradient.layout = {{"a.weight", {2, 2}, 0}, {"a.bias", {2}, 4}};
  gradient.values = {1, 2, 3, 4, 5, 6};
  const auto bias = labVectorOf(gradient, 1);
  QVERIFY(bias.values == (std::vector<float>{5, 6}));
  QCOMPARE(elementCount(bias.layout), std::size_t{2});
  QCOMPARE(bias.name, std::string("a.bias, gradient of iteration 1,200, d = 2"));
  const auto whole = labVectorOf(gradient, std::nullopt);
  QVERIFY(whole.values == gradient.values && whole.layout == gradient.layout);
}

QTEST_GUILESS_MAIN(LabVectorTest)
#include "lab_vector_test.moc"
