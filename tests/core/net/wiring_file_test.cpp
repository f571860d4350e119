// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/wiring_file.h"

#include <chrono>

#include <QtTest>

using telegrad::parseWiring;
using telegrad::Wiring;

using Route = std::vector<std::uint32_t>;

class WiringFileTest : public QObject {
  Q_OBJECT
 private slots:
  void readsWires();
  void thereIsOneWay();
  void badWiringsAreRefused_data();
  void badWiringsAreRefused();
};

namespace {

//   worker0 -- left -- root -- server
//   worker1 -- left
constexpr const char* kTree =
    "# two workers behind a switch\n"
    "latency_s,one,other,bandwidth_bit_per_s\r\n"
    "0.001,worker0,left,1e9\n"
    "0,left,root,2e9\n"
    "\n"
    "0.000000001,root,server,1e4\n"
    "5,left, worker1,1000000000000000\n";

}  // namespace

void WiringFileTest::readsWires() {
  const auto read = parseWiring(kTree, "w.csv");
  QVERIFY(read.has_value());
  QCOMPARE(read->nodes, (std::vector<std::string>{"worker0", "left", "root", "server", "worker1"}));
  QCOMPARE(read->wires.size(), std::size_t{4});
  QCOMPARE(read->wires[0].one, 0U);
  QCOMPARE(read->wires[0].other, 1U);
  QCOMPARE(read->wires[0].rate.value, 1e9);
  QCOMPARE(read->wires[0].latency, telegrad::SimTime{1'000'000});
  QCOMPARE(read->wires[2].latency, telegrad::SimTime{1});
  QCOMPARE(read->wires[3].other, 4U);
  QCOMPARE(read->wires[3].rate.value, 1e15);
}

void WiringFileTest::thereIsOneWay() {
  const auto read = parseWiring(kTree, "w.csv");
  QCOMPARE(read->route(0, 3), (Route{0, 2, 4}));
  QCOMPARE(read->route(3, 0), (Route{5, 3, 1}));
  QCOMPARE(read->route(4, 0), (Route{7, 1}));
  QCOMPARE(read->route(1, 2), (Route{2}));
  QCOMPARE(read->route(2, 2), Route{});
}

void WiringFileTest::badWiringsAreRefused_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QString>("message");
  const auto whole = [](const char* name, const QByteArray& text, const char* message) {
    QTest::newRow(name) << text << QString(message);
  };
  const auto rows = [&](const char* name, const QByteArray& below, const char* message) {
    whole(name, "one,other,bandwidth_bit_per_s,latency_s\n" + below, message);
  };
  whole("another unit", "one,other,bandwidth_mbit_per_s,latency_s\n",
        "w.csv:1: column \"bandwidth_mbit_per_s\" is unknown; allowed: "
        "one,other,bandwidth_bit_per_s,latency_s");
  rows("nothing", "", "w.csv: there is no wire; allowed: a tree");
  rows("cycle", "a,b,1e9,0\nb,c,1e9,0\nc,a,1e9,0\n",
       "w.csv:4: the wire from c to a closes a cycle; allowed: a tree, with one way between any "
       "two nodes");
  rows("two wires", "a,b,1e9,0\nb,a,1e9,0\n",
       "w.csv:3: the wire from b to a closes a cycle; allowed: a tree, with one way between any "
       "two nodes");
  rows("to itself", "a,a,1e9,0\n",
       "w.csv:2: the wire from a to a closes a cycle; allowed: a tree, with one way between any "
       "two nodes");
  rows("two trees", "a,b,1e9,0\nc,d,1e9,0\n",
       "w.csv: no way leads from a to c; allowed: a tree, in which all nodes are connected");
  rows("no name", "a,,1e9,0\n", "w.csv:2: column other: read \"\"; allowed: a node's name");
  for (const QString rate : {"-1e9", "0", "nan", "1e16", "fast"})
    rows(qPrintable("rate " + rate), ("a,b," + rate + ",0\n").toUtf8(),
         qPrintable("w.csv:2: column bandwidth_bit_per_s: read \"" + rate +
                    "\"; allowed: 1e4 to 1e15"));
  for (const QString latency : {"-1", "inf", "1e7", "5 ms"})
    rows(qPrintable("latency " + latency), ("a,b,1e9," + latency + "\n").toUtf8(),
         qPrintable("w.csv:2: column latency_s: read \"" + latency + "\"; allowed: 0 to 1e6"));
}

void WiringFileTest::badWiringsAreRefused() {
  QFETCH(const QByteArray, text);
  QFETCH(const QString, message);
  const auto read = parseWiring(text.toStdString(), "w.csv");
  QVERIFY(!read);
  QCOMPARE(QString::fromStdString(read.error().message), message);
}

QTEST_APPLESS_MAIN(WiringFileTest)
#include "wiring_file_test.moc"
