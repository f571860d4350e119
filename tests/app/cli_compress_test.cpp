// SPDX-License-Identifier: GPL-3.0-or-later
// What telegrad-cli compress writes and says, and what it refuses.
#include <cmath>
#include <cstring>
#include <vector>

#include <QtTest>

#include "tests/support/command_line.h"

using telegrad::test::Outcome;

namespace {

Outcome compress(const QStringList& arguments) {
  return telegrad::test::run(TELEGRAD_CLI, QStringList{"compress"} + arguments);
}

bool isNear(const QJsonValue& value, double expected, double tolerance) {
  return value.isDouble() && std::abs(value.toDouble() - expected) <= tolerance;
}

}  // namespace

class CliCompressTest : public QObject {
  Q_OBJECT
 private slots:
  void init();
  void topKOnAFixedVector();
  void drawsHaveMeanAndDeviation();
  void ditheringsHaveAnExactVariance();
  void theSeedDecides();
  void identityGivesTheSameBytes();
  void emptyAndZeroVectors();
  void rowsMakeAMatrix();
  void existingFilesAreKept();
  void badArgumentsExitWithTwo_data();
  void badArgumentsExitWithTwo();

 private:
  QString path(const char* name) const { return folder_->filePath(name); }
  void write(const char* name, const std::vector<float>& x) const;
  std::vector<float> read(const char* name) const;
  QJsonObject answer(const QStringList& arguments) const;

  std::unique_ptr<QTemporaryDir> folder_;
};

void CliCompressTest::init() {
  folder_ = std::make_unique<QTemporaryDir>();
  write("x.f32", {3.0F, -1.0F, 0.5F, -0.3F, 2.5F, -4.0F, 0.1F, 0.75F});
}

void CliCompressTest::write(const char* name, const std::vector<float>& x) const {
  QFile file(path(name));
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write(reinterpret_cast<const char*>(x.data()),  // NOLINT: raw floats are meant
             static_cast<qint64>(x.size() * sizeof(float)));
}

std::vector<float> CliCompressTest::read(const char* name) const {
  QFile file(path(name));
  if (!file.open(QIODevice::ReadOnly)) return {};
  const auto bytes = file.readAll();
  std::vector<float> x(static_cast<std::size_t>(bytes.size()) / sizeof(float));
  if (!x.empty()) std::memcpy(x.data(), bytes.constData(), x.size() * sizeof(float));
  return x;
}

QJsonObject CliCompressTest::answer(const QStringList& arguments) const {
  const auto outcome = compress(arguments + QStringList{"--in", path("x.f32")});
  if (outcome.status != 0) QTest::qFail(qPrintable(outcome.err), __FILE__, __LINE__);
  return QJsonDocument::fromJson(outcome.out.toUtf8()).object();
}

void CliCompressTest::topKOnAFixedVector() {
  const auto json = answer({"top-k", "--set", "fraction=25 %", "--out", path("y.f32")});
  QVERIFY(read("y.f32") == (std::vector<float>{3, 0, 0, 0, 0, -4, 0, 0}));
  QCOMPARE(json["operator"].toString(), QString("top-k"));
  QCOMPARE(json["parameters"].toObject()["fraction"].toDouble(), 0.25);
  QCOMPARE(json["d"].toInt(), 8);
  QVERIFY(isNear(json["normalised_variance"], 0.2461364493, 1e-8));
  QVERIFY(isNear(json["normalised_variance_std"], 0.0, 0.0));
  QVERIFY(isNear(json["delta"], 1.0 / (1.0 - 0.2461364493), 1e-7));
  QVERIFY(isNear(json["delta_best_scaled"], 1.0 / (1.0 - 0.2461364493), 1e-7));
  QVERIFY(isNear(json["paper_bits"], 64.0 + std::log2(28.0), 1e-9));
  const double wire = json["wire_bytes"].toDouble();
  QVERIFY(wire >= 8.0 && wire == std::floor(wire));
  QVERIFY(json["entropy_bits"].toDouble() <= 8.0 * wire);
  const auto proven = json["proven"].toObject();
  QVERIFY(proven["zeta"].isNull());
  QCOMPARE(proven["delta"].toDouble(), 4.0);
  QCOMPARE(proven["b1"].toObject()["alpha"].toDouble(), 0.25);
  QCOMPARE(proven["b2"].toObject()["beta"].toDouble(), 1.0);
  QCOMPARE(proven["delta_best_scaled"].toDouble(), 4.0);
}

void CliCompressTest::drawsHaveMeanAndDeviation() {
  const auto json =
      answer({"rand-k", "--set", "fraction=0.375", "--set", "scaling=unbiased", "--draws", "4000"});
  QCOMPARE(json["draws"].toInt(), 4000);
  const double deviation = json["normalised_variance_std"].toDouble();
  QVERIFY(deviation > 0.1);
  QVERIFY(isNear(json["normalised_variance"], 5.0 / 3.0, 5.0 * deviation / std::sqrt(4000.0)));
  QVERIFY(json["delta"].isNull());  // the variance is above 1
  const auto proven = json["proven"].toObject();
  QVERIFY(isNear(proven["zeta"], 8.0 / 3.0, 1e-12));
  QVERIFY(proven["delta"].isNull());
  QVERIFY(isNear(proven["delta_best_scaled"], 8.0 / 3.0, 1e-12));  // (k/d) C is plain Rand-k
}

void CliCompressTest::ditheringsHaveAnExactVariance() {
  const auto json = answer({"natural-dithering", "--set", "levels=4"});
  QVERIFY(isNear(json["normalised_variance_exact"], 0.0576705616, 1e-7));
  QVERIFY(answer({"top-k"})["normalised_variance_exact"].isNull());
}

void CliCompressTest::theSeedDecides() {
  const auto run = [this](const char* seed) {
    answer(
        {"rand-k", "--set", "fraction=0.5", "--seed", seed, "--overwrite", "--out", path("y.f32")});
    return read("y.f32");
  };
  const auto one = run("1");
  QVERIFY(run("1") == one);
  bool differs = false;
  for (const char* seed : {"2", "3", "4", "5"}) differs = differs || run(seed) != one;
  QVERIFY(differs);
}

void CliCompressTest::identityGivesTheSameBytes() {
  const auto json = answer({"identity", "--out", path("y.f32")});
  QVERIFY(read("y.f32") == read("x.f32"));
  QCOMPARE(json["normalised_variance"].toDouble(-1.0), 0.0);
  QCOMPARE(json["delta"].toDouble(), 1.0);
  QCOMPARE(json["paper_bits"].toDouble(), 256.0);
  QCOMPARE(json["bits_per_coordinate"].toObject()["wire"].toDouble(), 32.0);
}

void CliCompressTest::emptyAndZeroVectors() {
  write("x.f32", {});
  const auto empty = answer({"top-k", "--out", path("y.f32")});
  QVERIFY(QFile::exists(path("y.f32")) && read("y.f32").empty());
  QCOMPARE(empty["d"].toInt(-1), 0);
  QVERIFY(empty["normalised_variance"].isNull());
  write("x.f32", {0.0F, 0.0F});
  const auto zero = answer({"top-k", "--overwrite", "--out", path("y.f32")});
  QVERIFY(read("y.f32") == (std::vector<float>{0.0F, 0.0F}));
  QVERIFY(zero["normalised_variance"].isNull() && zero["delta"].isNull());
}

/// u v^T with u = (1, -2, 3, 1/2) and v = (1, 2, -1, 4): of rank 1, so that the product of two
/// vectors is all of it. As a vector it would be sent as it is, in 64 bytes.
void CliCompressTest::rowsMakeAMatrix() {
  std::vector<float> matrix;
  for (const float u : {1.0F, -2.0F, 3.0F, 0.5F})
    for (const float v : {1.0F, 2.0F, -1.0F, 4.0F}) matrix.push_back(u * v);
  write("x.f32", matrix);
  const QStringList rankOne{"power-sgd", "--set", "rank=1"};
  QCOMPARE(answer(rankOne)["wire_bytes"].toDouble(), 64.0);
  const auto product = answer(rankOne + QStringList{"--rows", "4"});
  QCOMPARE(product["wire_bytes"].toDouble(), 32.0);
  QVERIFY(product["normalised_variance"].toDouble(1.0) < 1e-12);
  // Two means for the vector, and two for each of the four columns; 16 bits.
  const QStringList columns{"one-bit", "--set", "group=column"};
  QCOMPARE(answer(columns)["wire_bytes"].toDouble(), 8.0 + 2.0);
  QCOMPARE(answer(columns + QStringList{"--rows", "4"})["wire_bytes"].toDouble(), 32.0 + 2.0);
}

void CliCompressTest::existingFilesAreKept() {
  write("y.f32", {7.0F});
  const QStringList arguments{"identity", "--in", path("x.f32"), "--out", path("y.f32")};
  const auto refused = compress(arguments);
  telegrad::test::verifyWords(refused, 2, {path("y.f32"), "exists", "--overwrite"});
  QVERIFY(refused.out.isEmpty());
  QVERIFY(read("y.f32") == std::vector<float>{7.0F});
  QCOMPARE(compress(arguments + QStringList{"--overwrite"}).status, 0);
  QVERIFY(read("y.f32") == read("x.f32"));
}

void CliCompressTest::badArgumentsExitWithTwo_data() {
  QTest::addColumn<QStringList>("arguments");
  QTest::addColumn<QStringList>("words");
  const auto row = [](const char* name, const QStringList& arguments, const QStringList& words) {
    QTest::newRow(name) << arguments << words;
  };
  const QStringList in{"--in", "@x.f32"};
  row("nothing", {}, {"KEY", "required"});
  row("no input", {"top-k"}, {"--in", "required"});
  row("unknown operator", QStringList{"top-q"} + in, {"\"top-q\"", "top-k", "rand-k", "identity"});
  row("unknown parameter", QStringList{"top-k", "--set", "k=3"} + in,
      {"--set k=3", "\"k\"", "fraction"});
  row("no value", QStringList{"top-k", "--set", "fraction"} + in, {"key=value", "fraction"});
  row("out of range", QStringList{"top-k", "--set", "fraction=2"} + in,
      {"--set fraction=2", "fraction", "2", "1"});
  row("none to set", QStringList{"identity", "--set", "k=3"} + in, {"identity has no parameters"});
  row("no file", {"top-k", "--in", "@none.f32"}, {"none.f32"});
  row("half a float", {"top-k", "--in", "@half.f32"}, {"half.f32", "6 bytes", "multiple of 4"});
  row("not a number", {"top-k", "--in", "@nan.f32"}, {"nan.f32", "entry 1", "nan", "finite"});
  row("no folder", QStringList{"top-k", "--out", "@none/y.f32"} + in, {"--out", "no folder"});
  row("no draws", QStringList{"top-k", "--draws", "0"} + in, {"--draws", "1"});
  row("no rows", QStringList{"top-k", "--rows", "0"} + in, {"--rows", "0"});
  row("half a row", QStringList{"top-k", "--rows", "3"} + in,
      {"x.f32", "8 entries for 3 rows", "divides"});
  row("negative seed", QStringList{"top-k", "--seed", "-1"} + in, {"--seed"});
  row("unknown option", QStringList{"top-k", "--fast"} + in, {"--fast"});
}

void CliCompressTest::badArgumentsExitWithTwo() {
  QFETCH(QStringList, arguments);
  QFETCH(QStringList, words);
  write("nan.f32", {1.0F, std::nanf("")});
  QFile half(path("half.f32"));
  QVERIFY(half.open(QIODevice::WriteOnly) && half.write("abcdef") == 6);
  half.close();
  for (auto& argument : arguments)
    if (argument.startsWith('@')) argument = folder_->filePath(argument.mid(1));
  const auto outcome = compress(arguments);
  telegrad::test::verifyWords(outcome, 2, words);
  QVERIFY(outcome.out.isEmpty());
}

QTEST_GUILESS_MAIN(CliCompressTest)
#include "cli_compress_test.moc"
