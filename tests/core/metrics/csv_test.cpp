// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/csv.h"

#include <cmath>
#include <limits>
#include <vector>

#include <QtTest>

#include "core/base/random.h"
#include "core/metrics/quantities.h"
#include "tests/support/same_bits.h"

using telegrad::parseCsv;
using telegrad::Record;
using telegrad::test::sameBits;

class CsvTest : public QObject {
  Q_OBJECT
 private slots:
  void rowsReadAsExpected();
  void everyBitComesBack();
  void truncatedLastLineIsDroppedWithANote();
  void columnsInAnyOrder();
  void carriageReturnsAreAllowed();
  void errorsNameTheirPlace_data();
  void errorsNameTheirPlace();
  void unknownColumnsAreNamed();
};

namespace {

std::vector<Record> randomRecords(int count) {
  telegrad::Random random(1, telegrad::Purpose::Test);
  std::vector<Record> records;
  Record record;
  for (int i = 0; i < count; ++i) {
    ++record.iteration;
    record.epoch += random.uniform();
    record.rounds += static_cast<std::int64_t>(random.below(10));
    record.payloadBits += static_cast<std::int64_t>(random.below(1ULL << 54U));  // beyond doubles
    record.wireBits += static_cast<std::int64_t>(random.below(1ULL << 54U));
    record.simulatedSeconds += random.uniform() * 1e-6;
    record.wallSeconds += random.uniform();
    record.trainLoss = std::exp(20.0 * random.normal());
    record.testAccuracy = i % 3 == 0 ? random.uniform() : Record::kNone;
    record.residualNorm = i == 5 ? std::numeric_limits<double>::infinity() : random.uniform();
    records.push_back(record);
  }
  return records;
}

}  // namespace

void CsvTest::rowsReadAsExpected() {
  QCOMPARE(telegrad::csvHeader(),
           std::string("iteration,epoch,rounds,payload_bits,wire_bits,simulated_s,wall_s,"
                       "train_loss,epoch_loss,test_loss,test_accuracy,uploads,skips,forced,"
                       "compute_s,queue_s,transfer_s,latency_s,residual_norm,staleness,"
                       "compression_ratio,encode_s,compression_error,cosine,"
                       "message_paper_bits,message_entropy_bits,message_coded_bits,suboptimality,"
                       "test_top5_accuracy,source_1_accuracy,source_2_accuracy\n"));
  Record record;
  record.iteration = 3;
  record.epoch = 0.1;
  record.wireBits = 123456789012;
  record.trainLoss = 2.5;
  std::string text;
  telegrad::appendCsvRow(text, record);
  QCOMPARE(text, std::string("3,0.1,0,0,123456789012,0,0,2.5,0,,,0,0,0,0,0,0,0,,0,,0,,,,,,,,,\n"));
}

void CsvTest::everyBitComesBack() {
  const auto records = randomRecords(200);
  std::string text = telegrad::csvHeader();
  for (const auto& record : records) telegrad::appendCsvRow(text, record);
  const auto read = parseCsv(text, "f");
  QVERIFY2(read.has_value(), read ? "" : read.error().message.c_str());
  QVERIFY(read->notes.empty());
  QCOMPARE(read->records.size(), records.size());
  for (std::size_t i = 0; i < records.size(); ++i) QVERIFY(sameBits(read->records[i], records[i]));
}

void CsvTest::truncatedLastLineIsDroppedWithANote() {
  std::string text = telegrad::csvHeader();
  for (const auto& record : randomRecords(3)) telegrad::appendCsvRow(text, record);
  const auto second = text.rfind('\n', text.size() - 2);
  // Cut anywhere within the last line, also where the rest reads as a row of its own.
  for (std::size_t cut = second + 2; cut < text.size(); ++cut) {
    const auto read = parseCsv(std::string_view(text).substr(0, cut), "run/iterations.csv");
    QVERIFY(read.has_value());
    QCOMPARE(read->records.size(), std::size_t{2});
    QCOMPARE(read->notes.size(), std::size_t{1});
    QCOMPARE(read->notes[0],
             std::string("run/iterations.csv:4: dropped, the line is not complete"));
  }
  QCOMPARE(parseCsv("", "f")->notes[0], std::string("f: the file is empty"));
  QVERIFY(parseCsv("iterat", "f")->records.empty());
}

void CsvTest::columnsInAnyOrder() {
  const auto read = parseCsv("rounds,iteration,test_accuracy\n20,1,0.5\n25,2,\n", "f");
  QVERIFY(read.has_value());
  QCOMPARE(read->records[0].rounds, std::int64_t{20});
  QCOMPARE(read->records[0].testAccuracy, 0.5);
  QVERIFY(std::isnan(read->records[1].testAccuracy));
  QCOMPARE(read->notes.size(), telegrad::quantities().size() - 3);
  QCOMPARE(read->notes[0], std::string("f:1: there is no column epoch"));
}

void CsvTest::carriageReturnsAreAllowed() {
  const auto read = parseCsv("iteration,rounds\r\n1,2\r\n", "f");
  QVERIFY(read.has_value());
  QCOMPARE(read->records[0].rounds, std::int64_t{2});
}

void CsvTest::errorsNameTheirPlace_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("message");
  QTest::newRow("word for a whole number")
      << "iteration,rounds\n1,2\n2,x\n"
      << "f.csv:3: column rounds: read \"x\"; allowed: a whole number, not negative";
  QTest::newRow("nothing for a whole number")
      << "iteration,rounds\n1,\n"
      << "f.csv:2: column rounds: read \"\"; allowed: a whole number, not negative";
  QTest::newRow("fraction") << "iteration\n1.5\n"
                            << "f.csv:2: column iteration: read \"1.5\"; allowed: a whole number, "
                               "not negative";
  QTest::newRow("text after a number")
      << "iteration,train_loss\n1,2.5s\n"
      << "f.csv:2: column train_loss: read \"2.5s\"; allowed: a number, or nothing";
  QTest::newRow("too few cells") << "iteration,rounds\n1\n"
                                 << "f.csv:2: cells read: 1; allowed: 2, as in the header";
  QTest::newRow("falls") << "iteration,rounds\n1,8\n2,7\n"
                         << "f.csv:3: column rounds: read \"7\"; allowed: a number of at least 8, "
                            "as in the row above";
  QTest::newRow("absent on an axis")
      << "iteration,epoch\n1,\n"
      << "f.csv:2: column epoch: read \"\"; allowed: a number of at least 0, as in the row above";
  QTest::newRow("twice") << "iteration,iteration\n"
                         << "f.csv:1: column iteration is there twice; allowed: once";
  QTest::newRow("no iteration") << "rounds\n"
                                << "f.csv:1: there is no column iteration; it is needed";
}

void CsvTest::errorsNameTheirPlace() {
  QFETCH(const QString, text);
  QFETCH(const QString, message);
  const auto read = parseCsv(text.toStdString(), "f.csv");
  QVERIFY(!read.has_value());
  QCOMPARE(QString::fromStdString(read.error().message), message);
}

void CsvTest::unknownColumnsAreNamed() {
  const auto unknown = parseCsv("iteration,speed\n", "f.csv");
  QVERIFY(!unknown.has_value());
  QVERIFY(unknown.error().message.starts_with("f.csv:1: unknown quantity \"speed\"; allowed: "));
}

QTEST_APPLESS_MAIN(CsvTest)
#include "csv_test.moc"
