// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/trace_file.h"

#include <QtTest>

using telegrad::SimTime;
using telegrad::Trace;
using telegrad::TraceStep;

class TraceFileTest : public QObject {
  Q_OBJECT
 private slots:
  void readsCsv();
  void readsWhatItWrites();
  void badCsvIsRefused_data();
  void badCsvIsRefused();
  void readsMahimahi();
  void mahimahiAtTheLines_data();
  void mahimahiAtTheLines();
  void badMahimahiIsRefused_data();
  void badMahimahiIsRefused();
  void tellsTheFormatsApart();
  void aFileThatCannotBeReadIsNamed();
};

namespace {

SimTime milliseconds(std::int64_t count) {
  return SimTime{count * 1'000'000};
}

telegrad::Result<Trace> csv(const char* text) {
  return telegrad::parseTraceCsv(text, "t.csv");
}

}  // namespace

void TraceFileTest::readsCsv() {
  const auto read =
      csv("\xEF\xBB\xBF# source: measured by hand\r\n"
          "# loop: 0.6 s\r\n"
          "# anything else\r\n"
          "loss, time_s,bandwidth_bit_per_s,latency_s\r\n"
          "0.25,0,1e7,0.02\r\n"
          "\r\n"
          "0,0.000000001,12500000.5,0\r\n"
          "0.5,0.5,0,0.000001");
  QVERIFY(read.has_value());
  QCOMPARE(read->source(), std::string("measured by hand"));
  QCOMPARE(*read->period(), milliseconds(600));
  const auto steps = read->steps();
  QCOMPARE(steps.size(), std::size_t{3});
  QCOMPARE(steps[0], (TraceStep{SimTime{0}, {1e7}, milliseconds(20), 0.25}));
  QCOMPARE(steps[1], (TraceStep{SimTime{1}, {12500000.5}, SimTime{0}, 0.0}));
  QCOMPARE(steps[2], (TraceStep{milliseconds(500), {0.0}, SimTime{1000}, 0.5}));
}

void TraceFileTest::readsWhatItWrites() {
  const auto read =
      csv("# source: us\n# loop: 2000.000000003 s\ntime_s,bandwidth_bit_per_s,latency_s,loss\n"
          "0,333333333.3333333,0.1,0.1\n0.3,0,0.000000007,0\n1999.000000001,1e15,10,0.999\n");
  QVERIFY(read.has_value());
  const auto text = telegrad::formatTraceCsv(*read, "two lines\nof words");
  const auto again = telegrad::parseTraceCsv(text, "again.csv");
  QVERIFY2(again.has_value(), text.c_str());
  QVERIFY(std::ranges::equal(again->steps(), read->steps()));
  QCOMPARE(*again->period(), SimTime{2'000'000'000'003});
  QCOMPARE(again->source(), read->source());
  QCOMPARE(telegrad::formatTraceCsv(*again, "two lines\nof words"), text);
  const auto plain = csv("time_s,bandwidth_bit_per_s\n0,5\n");
  QCOMPARE(telegrad::formatTraceCsv(*plain), std::string("time_s,bandwidth_bit_per_s\n0,5\n"));
}

void TraceFileTest::badCsvIsRefused_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QString>("message");
  const auto whole = [](const char* name, const QByteArray& text, const char* message) {
    QTest::newRow(name) << text << QString(message);
  };
  const auto row = [&](const char* name, const QByteArray& rows, const char* message) {
    whole(name, "time_s,bandwidth_bit_per_s,latency_s,loss\n" + rows, message);
  };
  const char* columns = "allowed: time_s,bandwidth_bit_per_s[,latency_s][,loss]";
  whole("empty", "", qPrintable(QString("t.csv: there is no header; ") + columns));
  whole("comments only", "# a\n", qPrintable(QString("t.csv: there is no header; ") + columns));
  whole("another unit", "time_ms,bandwidth_bit_per_s\n0,1\n",
        qPrintable(QString("t.csv:1: column \"time_ms\" is unknown; ") + columns +
                   " (the names say the units)"));
  whole("another word", "# x\ntime_s,rate\n0,1\n",
        qPrintable(QString("t.csv:2: column \"rate\" is unknown; ") + columns +
                   " (the names say the units)"));
  whole("no header", "0,1e6\n",
        qPrintable(QString("t.csv:1: column \"0\" is unknown; ") + columns +
                   " (the names say the units)"));
  whole("twice", "time_s,time_s\n", "t.csv:1: column time_s is there twice; allowed: once");
  whole("no bandwidth", "time_s,loss\n0,0\n",
        qPrintable(QString("t.csv:1: there is no column bandwidth_bit_per_s; ") + columns));
  row("no rows", "", "t.csv: there is no row after the header");
  row("truncated line", "0,1e6,0,0\n1,1e", "t.csv:3: cells read: 2; allowed: 4, as in the header");
  row("too many cells", "0,1e6,0,0,0\n", "t.csv:2: cells read: 5; allowed: 4, as in the header");
  row("no number", "0,fast,0,0\n",
      "t.csv:2: column bandwidth_bit_per_s: read \"fast\"; allowed: a finite number");
  row("a unit in the cell", "0,1 Mbit/s,0,0\n",
      "t.csv:2: column bandwidth_bit_per_s: read \"1 Mbit/s\"; allowed: a finite number");
  row("empty cell", "0,1e6,,0\n", "t.csv:2: column latency_s: read \"\"; allowed: a finite number");
  row("NaN", "0,1e6,0,nan\n", "t.csv:2: column loss: read \"nan\"; allowed: a finite number");
  row("infinite", "0,inf,0,0\n",
      "t.csv:2: column bandwidth_bit_per_s: read \"inf\"; allowed: a finite number");
  row("begins late", "1,1e6,0,0\n", "t.csv:2: column time_s: read 1; allowed: 0 in the first row");
  row("goes back", "0,1e6,0,0\n2,1e6,0,0\n1.5,1e6,0,0\n",
      "t.csv:4: column time_s: read 1.5; allowed: more than the 2 of the row before it");
  row("the same nanosecond", "0,1e6,0,0\n1e-10,1e6,0,0\n",
      "t.csv:3: column time_s: read 1e-10; allowed: more than the 0 of the row before it");
  row("far away", "0,1e6,0,0\n1.5e9,1e6,0,0\n",
      "t.csv:3: column time_s: read 1.5e+09; allowed: 0 to 1e9");
  row("beyond the clock", "0,1e6,0,0\n1e300,1e6,0,0\n",
      "t.csv:3: column time_s: read 1e+300; allowed: 0 to 1e9");
  row("negative bandwidth", "0,-5,0,0\n", "t.csv:2: bandwidth -5; allowed: 0, or 1 to 1e15 bit/s");
  row("negative latency", "0,0,-1,0\n", "t.csv:2: latency -1; allowed: 0 to 10 s");
  row("all is lost", "0,0,0,1\n", "t.csv:2: loss 1; allowed: from 0 to less than 1");
  row("zero for ever", "0,1e6,0,0\n1,0,0,0\n",
      "t.csv:3: the last bandwidth is 0 and stays so, so that nothing would ever leave; allowed: a "
      "last step with bandwidth, or a loop");
  row("zero in every period", "0,0,0,0\n# loop: 2 s\n",
      "t.csv:3: every bandwidth is 0, so that nothing would ever leave; allowed: at least one that "
      "is not");
  row("short loop", "0,1e6,0,0\n3,1e6,0,0\n# loop: 2 s\n",
      "t.csv:4: loop 2 s; allowed: more than the last time, 3 s, and at most 1e9 s");
  const char* loop =
      "t.csv:2: loop: read \"%1\"; allowed: more than 0 and at most 1e9 s, as in "
      "\"# loop: 600 s\"";
  for (const char* value : {"", "6 Mbit", "-1 s", "0 s", "1e10 s", "nan"})
    row(value, QByteArray("# loop: ") + value + "\n0,1,0,0\n",
        qPrintable(QString(loop).arg(value)));
  row("two loops", "# loop: 2 s\n# loop: 3 s\n", "t.csv:3: a second loop; allowed: one");
  row("two sources", "# source: a\n# source: b\n", "t.csv:3: a second source; allowed: one");
}

void TraceFileTest::badCsvIsRefused() {
  QFETCH(const QByteArray, text);
  QFETCH(const QString, message);
  const auto read = csv(text);
  QVERIFY(!read);
  QCOMPARE(QString::fromStdString(read.error().message), message);
}

void TraceFileTest::readsMahimahi() {
  const auto read = telegrad::parseMahimahi("1\n2\n2\n2\n5\n5\n7\n", "m");
  QVERIFY(read.has_value());
  QCOMPARE(*read->period(), milliseconds(7));
  const std::vector<TraceStep> expected{
      {SimTime{0}, {12e6}, {}, {}},     {milliseconds(1), {36e6}, {}, {}},
      {milliseconds(2), {0.0}, {}, {}}, {milliseconds(4), {24e6}, {}, {}},
      {milliseconds(5), {0.0}, {}, {}}, {milliseconds(6), {12e6}, {}, {}}};
  QVERIFY(std::ranges::equal(read->steps(), expected));
  QCOMPARE(read->outflow(), telegrad::Outflow::AtEnds);
  // Line 0 comes with the last of the period.
  const auto even = telegrad::parseMahimahi("0\n1\n1\n2\n", "m");
  QCOMPARE(even->steps().size(), std::size_t{2});
  for (const auto& step : even->steps()) QCOMPARE(step.bandwidth.value, 24e6);
}

void TraceFileTest::mahimahiAtTheLines_data() {
  QTest::addColumn<qint64>("start");  // microseconds
  QTest::addColumn<qint64>("bytes");
  QTest::addColumn<qint64>("end");
  // 1500 B by 3 ms, 3000 B by 4 ms, and again every 6 ms with a line at 6.
  QTest::newRow("one packet at its line") << qint64{0} << qint64{1500} << qint64{3000};
  QTest::newRow("a packet and part of the next") << qint64{0} << qint64{3000} << qint64{4000};
  QTest::newRow("all of both lines") << qint64{0} << qint64{4500} << qint64{4000};
  QTest::newRow("part of a packet") << qint64{0} << qint64{750} << qint64{3000};
  QTest::newRow("just before a line") << qint64{2999} << qint64{1500} << qint64{3000};
  QTest::newRow("as the line is over") << qint64{3000} << qint64{1500} << qint64{4000};
  QTest::newRow("within a millisecond that ends with lines")
      << qint64{3500} << qint64{3000} << qint64{4000};
  QTest::newRow("what was not used is lost") << qint64{4000} << qint64{1500} << qint64{6000};
  QTest::newRow("over the end") << qint64{5000} << qint64{3000} << qint64{9000};
  QTest::newRow("many periods") << qint64{0} << qint64{6'000'000} << qint64{6'000'000};
}

void TraceFileTest::mahimahiAtTheLines() {
  QFETCH(const qint64, start);
  QFETCH(const qint64, bytes);
  QFETCH(const qint64, end);
  const auto read = telegrad::parseMahimahi("3\n4\n4\n6\n", "m");
  QCOMPARE(read->finish(SimTime{1000 * start}, {bytes}), SimTime{1000 * end});
}

void TraceFileTest::badMahimahiIsRefused_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QString>("message");
  const auto row = [](const char* name, const char* text, const char* message) {
    QTest::newRow(name) << QByteArray(text) << QString(message);
  };
  row("empty", "", "m: there is no line; allowed: one or more");
  row("goes back", "1\n5\n4\n", "m:3: read \"4\"; allowed: at least the 5 of the line before it");
  row("a word", "1\nx\n", "m:2: read \"x\"; allowed: a whole number of milliseconds, 0 to 1e12");
  row("negative", "-1\n", "m:1: read \"-1\"; allowed: a whole number of milliseconds, 0 to 1e12");
  row("a fraction", "1.5\n",
      "m:1: read \"1.5\"; allowed: a whole number of milliseconds, 0 to 1e12");
  row("far away", "1000000000001\n",
      "m:1: read \"1000000000001\"; allowed: a whole number of milliseconds, 0 to 1e12");
  row("no period", "0\n0\n", "m:2: the last line is 0; allowed: more, as it is the period");
}

void TraceFileTest::badMahimahiIsRefused() {
  QFETCH(const QByteArray, text);
  QFETCH(const QString, message);
  const auto read = telegrad::parseMahimahi(text.toStdString(), "m");
  QVERIFY(!read);
  QCOMPARE(QString::fromStdString(read.error().message), message);
}

void TraceFileTest::tellsTheFormatsApart() {
  const QTemporaryDir folder;
  const auto written = [&](const char* text) {
    QFile file(folder.filePath("trace"));
    if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write");
    file.write(text);
    file.close();
    return telegrad::readTrace(file.fileName().toStdString());
  };
  QCOMPARE(written("4\n8\n")->steps()[1].bandwidth.value, 12e6);
  QCOMPARE(written("time_s,bandwidth_bit_per_s\n0,7\n")->steps()[0].bandwidth.value, 7.0);
  const auto neither = written("{}\n");
  QVERIFY(!neither);
  QVERIFY(neither.error().message.starts_with(folder.filePath("trace").toStdString() + ":1: "));
}

void TraceFileTest::aFileThatCannotBeReadIsNamed() {
  const QTemporaryDir folder;
  const auto missing = telegrad::readTrace(folder.filePath("none").toStdString());
  QVERIFY(!missing);
  QVERIFY(QString::fromStdString(missing.error().message).contains(folder.filePath("none")));
  QVERIFY(QString::fromStdString(missing.error().message).contains("No such file"));
  const auto directory = telegrad::readTrace(folder.path().toStdString());
  QVERIFY(!directory);
  QVERIFY(QString::fromStdString(directory.error().message).contains("directory"));
}

QTEST_APPLESS_MAIN(TraceFileTest)
#include "trace_file_test.moc"
