// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/message_file.h"

#include <QtTest>

using telegrad::SimTime;

class MessageFileTest : public QObject {
  Q_OBJECT
 private slots:
  void readsMessages();
  void knowsHowManyWorkersThereAre();
  void nodesMayHaveOtherNames();
  void writesDeliveries();
  void badMessagesAreRefused_data();
  void badMessagesAreRefused();
};

void MessageFileTest::readsMessages() {
  const auto read = telegrad::parseMessages(
      "# two\r\n"
      "bytes, id,src,dst,time_s\r\n"
      "250000,a b,worker0,server,0.000000001\r\n"
      "\r\n"
      "0,2,server,worker1,1e3",
      "m.csv", 3);
  QVERIFY(read.has_value());
  QCOMPARE(read->ids, (std::vector<std::string>{"a b", "2"}));
  QCOMPARE(read->workers, std::size_t{3});
  QCOMPARE(read->messages[0].time, SimTime{1});
  QCOMPARE(read->messages[0].source, 0U);
  QCOMPARE(read->messages[0].destination, 3U);
  QCOMPARE(read->messages[0].bytes.value, std::int64_t{250000});
  QCOMPARE(read->messages[1].time, SimTime{1'000'000'000'000});
  QCOMPARE(read->messages[1].source, 3U);
  QCOMPARE(read->messages[1].destination, 1U);
}

void MessageFileTest::knowsHowManyWorkersThereAre() {
  const auto workers = [](const char* text) {
    return telegrad::parseMessages(text, "m.csv")->workers;
  };
  QCOMPARE(workers("id,src,dst,time_s,bytes\n"), std::size_t{1});
  QCOMPARE(workers("id,src,dst,time_s,bytes\na,worker7,server,0,1\nb,worker2,server,0,1\n"),
           std::size_t{8});
}

void MessageFileTest::nodesMayHaveOtherNames() {
  const std::vector<std::string> nodes{"a", "left switch", "b"};
  const auto parse = [&](const std::string& row) {
    return telegrad::parseMessages("id,src,dst,time_s,bytes\n" + row, "m.csv", nodes);
  };
  const auto read = parse("1,b,a,0,5\n2,a,left switch,1,7\n");
  QVERIFY(read.has_value());
  QCOMPARE(read->messages[0].source, 2U);
  QCOMPARE(read->messages[0].destination, 0U);
  QCOMPARE(read->messages[1].destination, 1U);
  QCOMPARE(QString::fromStdString(parse("1,a,server,0,5\n").error().message),
           QString("m.csv:2: column dst: read \"server\"; allowed: a, left switch or b"));
  QCOMPARE(QString::fromStdString(parse("1,a,a,0,5\n").error().message),
           QString("m.csv:2: column dst: read \"a\"; allowed: another node than src"));
}

void MessageFileTest::writesDeliveries() {
  const std::vector<std::string> ids{"a", "b"};
  const std::vector<telegrad::Delivery> deliveries{
      {SimTime{0}, SimTime{1'500'000'001}, SimTime{500'000'000}, SimTime{1},
       SimTime{1'000'000'000}},
      {SimTime{20}, SimTime{20}, SimTime{0}, SimTime{0}, SimTime{0}}};
  QCOMPARE(telegrad::formatDeliveries(ids, deliveries),
           std::string("id,start_s,end_s,queueing_s,serialisation_s,propagation_s\n"
                       "a,0,1.500000001,0.5,0.000000001,1\n"
                       "b,0.00000002,0.00000002,0,0,0\n"));
}

void MessageFileTest::badMessagesAreRefused_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QString>("message");
  const auto whole = [](const char* name, const QByteArray& text, const char* message) {
    QTest::newRow(name) << text << QString(message);
  };
  const auto row = [&](const char* name, const QByteArray& rows, const char* message) {
    whole(name, "id,src,dst,time_s,bytes\n" + rows, message);
  };
  whole("empty", "", "m.csv: there is no header; allowed: id,src,dst,time_s,bytes");
  whole("another unit", "id,src,dst,time_ms,bytes\n",
        "m.csv:1: column \"time_ms\" is unknown; allowed: id,src,dst,time_s,bytes");
  whole("missing column", "id,src,dst,time_s\n",
        "m.csv:1: there is no column bytes; allowed: id,src,dst,time_s,bytes");
  whole("twice", "id,id\n", "m.csv:1: column id is there twice; allowed: once");
  row("truncated line", "a,worker0,server,0,1\nb,worker0,ser",
      "m.csv:3: cells read: 3; allowed: 5, as in the header");
  const char* nodes = "; allowed: server, or worker0 to worker3";
  for (const QString node : {"worker4", "worker", "worker-1", "worker1x", "Worker1", "", "client"})
    row(qPrintable("node " + node), ("a," + node + ",server,0,1\n").toUtf8(),
        qPrintable("m.csv:2: column src: read \"" + node + "\"" + nodes));
  row("worker to worker", "a,worker0,worker1,0,1\n",
      "m.csv:2: column dst: read \"worker1\"; allowed: server, as src is a worker");
  row("server to server", "a,server,server,0,1\n",
      "m.csv:2: column dst: read \"server\"; allowed: a worker, as src is the server");
  for (const QString time : {"-1", "nan", "inf", "soon", "", "1e10", "5 s"})
    row(qPrintable("time " + time), ("a,worker0,server," + time + ",1\n").toUtf8(),
        qPrintable("m.csv:2: column time_s: read \"" + time + "\"; allowed: 0 to 1e9"));
  for (const QString size : {"-1", "1.5", "1e6", "", "1000000000000001", "99999999999999999999"})
    row(qPrintable("size " + size), ("a,worker0,server,0," + size + "\n").toUtf8(),
        qPrintable("m.csv:2: column bytes: read \"" + size +
                   "\"; allowed: a whole number from 0 to 10^15"));
  row("no id", ",worker0,server,0,1\n",
      "m.csv:2: column id: read \"\"; allowed: a name that no row above has");
  row("the same id", "a,worker0,server,0,1\na,worker1,server,0,1\n",
      "m.csv:3: column id: read \"a\"; allowed: a name that no row above has");
}

void MessageFileTest::badMessagesAreRefused() {
  QFETCH(const QByteArray, text);
  QFETCH(const QString, message);
  const auto read = telegrad::parseMessages(text.toStdString(), "m.csv", 4);
  QVERIFY(!read);
  QCOMPARE(QString::fromStdString(read.error().message), message);
}

QTEST_APPLESS_MAIN(MessageFileTest)
#include "message_file_test.moc"
