// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/column_reader.h"

#include <cmath>

#include <QtTest>

#include "core/metrics/csv.h"

using telegrad::ColumnReader;
using telegrad::quantity;
using telegrad::Record;

class ColumnReaderTest : public QObject {
  Q_OBJECT
 private slots:
  void readsWhatTheWholeReaderReads_data();
  void readsWhatTheWholeReaderReads();
  void aLastLineWithoutItsEndDoesNotCount();
  void aBrokenRowEndsIt_data();
  void aBrokenRowEndsIt();
  void aColumnThatIsMissingIsNamed();
  void whatIsAssignedIsRead();
};

namespace {

std::string someRows(int count) {
  auto text = telegrad::csvHeader();
  for (int i = 1; i <= count; ++i) {
    Record record;
    record.iteration = i;
    record.payloadBits = 12345678901 * i;
    record.simulatedSeconds = 0.1 * i;
    record.trainLoss = 1.0 / i;
    if (i % 3 == 0) record.testAccuracy = 0.01 * i;
    telegrad::appendCsvRow(text, record);
  }
  return text;
}

}  // namespace

void ColumnReaderTest::readsWhatTheWholeReaderReads_data() {
  QTest::addColumn<int>("piece");
  for (const int piece : {1, 2, 7, 100, 1000000}) QTest::addRow("%d", piece) << piece;
}

void ColumnReaderTest::readsWhatTheWholeReaderReads() {
  QFETCH(int, piece);
  const auto text = someRows(20);
  const auto expected = telegrad::parseCsv(text, "x.csv");
  QVERIFY(expected);
  // Neither in the file's order, nor all.
  const std::vector wanted{&quantity("test_accuracy"), &quantity("payload_bits"),
                           &quantity("train_loss")};
  ColumnReader reader("x.csv", wanted);
  for (std::size_t at = 0; at < text.size(); at += static_cast<std::size_t>(piece))
    QVERIFY(reader.take(std::string_view(text).substr(at, static_cast<std::size_t>(piece))));
  QCOMPARE(reader.rows(), std::size_t{20});
  const auto values = reader.release();
  for (std::size_t row = 0; row < 20; ++row)
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      const double value = wanted[i]->read(expected->records[row]);
      QVERIFY(values[i][row] == value || (std::isnan(values[i][row]) && std::isnan(value)));
    }
}

void ColumnReaderTest::aLastLineWithoutItsEndDoesNotCount() {
  ColumnReader reader("x.csv", {&quantity("iteration")});
  QVERIFY(reader.take("iteration,train_loss\n1,2\n2,"));
  QCOMPARE(reader.rows(), std::size_t{1});
}

void ColumnReaderTest::aBrokenRowEndsIt_data() {
  QTest::addColumn<QString>("row");
  QTest::addColumn<QString>("message");
  QTest::newRow("short") << "2"
                         << "x.csv:3: cells read: 1; allowed: 2, as in the header";
  QTest::newRow("long") << "2,3,4"
                        << "x.csv:3: cells read: 3; allowed: 2, as in the header";
  QTest::newRow("no number") << "2,abc"
                             << "x.csv:3: column train_loss: read \"abc\"; allowed: a number, or "
                                "nothing";
  QTest::newRow("falls") << "0,1"
                         << "x.csv:3: column iteration: read \"0\"; allowed: a number that is not "
                            "below the row's above";
  QTest::newRow("axis missing") << ",1"
                                << "x.csv:3: column iteration: read \"\"; allowed: a number that "
                                   "is not below the row's above";
}

void ColumnReaderTest::aBrokenRowEndsIt() {
  QFETCH(QString, row);
  QFETCH(QString, message);
  ColumnReader reader("x.csv", {&quantity("iteration"), &quantity("train_loss")});
  QVERIFY(reader.take("iteration,train_loss\n1,2\n"));
  const auto taken = reader.take(row.toStdString() + "\n3,4\n");
  QVERIFY(!taken);
  QCOMPARE(QString::fromStdString(taken.error().message), message);
  QVERIFY(!reader.take("4,5\n"));
  const auto values = reader.release();
  QCOMPARE(values[0], std::vector{1.0});
  QCOMPARE(values[1], std::vector{2.0});
}

void ColumnReaderTest::aColumnThatIsMissingIsNamed() {
  ColumnReader reader("x.csv", {&quantity("iteration"), &quantity("wire_bits")});
  const auto taken = reader.take("iteration,train_loss\n");
  QVERIFY(!taken);
  QCOMPARE(QString::fromStdString(taken.error().message),
           "x.csv:1: there is no column wire_bits; it is needed");
}

void ColumnReaderTest::whatIsAssignedIsRead() {
  for (const auto& each : telegrad::quantities()) {
    Record record;
    telegrad::assign(record, each, 3.75);
    QCOMPARE(each.read(record), each.isWhole() ? 3.0 : 3.75);
  }
  Record record;
  telegrad::assign(record, quantity("rounds"), 1e300);
  QCOMPARE(record.rounds, std::int64_t{9'000'000'000'000'000'000});
  telegrad::assign(record, quantity("rounds"), Record::kNone);
  QCOMPARE(record.rounds, std::int64_t{0});
}

QTEST_APPLESS_MAIN(ColumnReaderTest)
#include "column_reader_test.moc"
