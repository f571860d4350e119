// SPDX-License-Identifier: GPL-3.0-or-later
// The emulated network alone, on the command line.
#include <QtTest>

#include "tests/support/command_line.h"

using telegrad::test::Outcome;

class CliNetworkTest : public QObject {
  Q_OBJECT
 private slots:
  void init() { folder_ = std::make_unique<QTemporaryDir>(); }
  void carriesMessages();
  void addsTheOverheadOfTheExperiment();
  void sharesFairly();
  void doesToLinksWhatTheFileSays_data();
  void doesToLinksWhatTheFileSays();
  void badFilesNameTheirLine_data();
  void badFilesNameTheirLine();
  void aTraceMayLosePackets();
  void followsTraces_data();
  void followsTraces();
  void followsTheExperimentsTrace();
  void carriesOverWiresOfItsOwn();
  void badWiresAreRefused_data();
  void badWiresAreRefused();
  void badInputExitsWithTwo_data();
  void badInputExitsWithTwo();
  void whatCannotBeWrittenIsSaid();

 private:
  QString path(const QString& name) const { return folder_->filePath(name); }
  void write(const QString& name, const QByteArray& bytes) const;
  /// The command over `messages`, with plain rates and no overhead.
  Outcome network(const QByteArray& messages, const QStringList& more = {}) const;

  std::unique_ptr<QTemporaryDir> folder_;
};

namespace {

const QByteArray kHeader = "id,src,dst,time_s,bytes\n";
const QString kColumns = "id,start_s,end_s,queueing_s,serialisation_s,propagation_s\n";

Outcome cli(const QStringList& arguments) {
  return telegrad::test::run(TELEGRAD_CLI, QStringList{"network"} + arguments);
}

}  // namespace

void CliNetworkTest::write(const QString& name, const QByteArray& bytes) const {
  QFile file(path(name));
  QVERIFY(file.open(QIODevice::WriteOnly));
  QCOMPARE(file.write(bytes), bytes.size());
}

Outcome CliNetworkTest::network(const QByteArray& messages, const QStringList& more) const {
  write("in.csv", kHeader + messages);
  QStringList arguments{"--messages", path("in.csv")};
  for (const char* setting :
       {"message_overhead=0", "worker_uplink=1 Gbit/s", "worker_downlink=10 Mbit/s",
        "server_ingress=50 Mbit/s", "server_egress=1 Gbit/s", "latency=20 ms"})
    arguments << "--set" << QString("network.") + setting;
  return cli(arguments + more);
}

void CliNetworkTest::carriesMessages() {
  // Uplink 1 ms, 20 ms, ingress 20 ms; the second waits 20 ms for the first. Down: 1 us and 100 us.
  const auto outcome = network(
      "a,worker0,server,0,125000\n"
      "b,worker5,server,0,125000\n"
      "c,server,worker2,1.5,125\n",
      {"--out", path("out.csv")});
  QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
  QVERIFY(outcome.out.isEmpty());
  QFile file(path("out.csv"));
  QVERIFY(file.open(QIODevice::ReadOnly));
  QCOMPARE(QString(file.readAll()), kColumns +
                                        "a,0,0.041,0,0.021,0.02\n"
                                        "b,0,0.061,0.02,0.021,0.02\n"
                                        "c,1.5,1.520101,0,0.000101,0.02\n");
}

void CliNetworkTest::addsTheOverheadOfTheExperiment() {
  write("in.csv", kHeader + "a,worker9,server,0,59\n");
  write("network.toml",
        "[cluster]\nworkers = 10\n[network]\nkey = \"parameter-server\"\nmessage_overhead = 66\n"
        "worker_uplink = \"1 Mbit/s\"\nserver_ingress = \"1 Mbit/s\"\nlatency = \"0 s\"\n");
  const auto outcome = cli({path("network.toml"), "--messages", path("in.csv")});
  QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
  QCOMPARE(outcome.out, kColumns + "a,0,0.002,0,0.002,0\n");
  const auto few =
      cli({path("network.toml"), "--messages", path("in.csv"), "--set", "cluster.workers=9"});
  QCOMPARE(few.status, 2);
  QVERIFY2(few.err.contains("in.csv:2:") && few.err.contains("worker8"), qPrintable(few.err));
}

void CliNetworkTest::sharesFairly() {
  const auto outcome = network(
      "a,worker0,server,0,125000\n"
      "b,worker1,server,0,125000\n",
      {"--discipline", "fair"});
  QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
  QCOMPARE(outcome.out, kColumns +
                            "a,0,0.06,0.02,0.02,0.02\n"
                            "b,0,0.06,0.02,0.02,0.02\n");
}

void CliNetworkTest::doesToLinksWhatTheFileSays_data() {
  QTest::addColumn<QByteArray>("lines");
  QTest::addColumn<QStringList>("more");
  QTest::addColumn<QStringList>("rows");
  const auto row = [](const char* name, const QByteArray& lines, const QStringList& more,
                      const QStringList& rows) { QTest::newRow(name) << lines << more << rows; };
  // 8 Mbit/s everywhere, 1 us a byte, 10 ms. Two messages of 1000 B at once.
  row("plain", "", {}, {"a,0,0.012,0,0.002,0.01", "b,0,0.013,0.001,0.002,0.01"});
  row("fair", "discipline = \"fair\"", {},
      {"a,0,0.012,0.001,0.001,0.01", "b,0,0.012,0.001,0.001,0.01"});
  row("fair, but the argument wins", "discipline = \"fair\"", {"--discipline", "fifo"},
      {"a,0,0.012,0,0.002,0.01", "b,0,0.013,0.001,0.002,0.01"});
  // 500 B of payload a packet and 66 B of headers: 2 packets.
  row("packets", "framing = \"packets\"\nmtu = 552", {}, {"a,0,0.012264,0,0.002264,0.01"});
  // 600 B of each message at each link are there at once, the second finds the bucket empty.
  row("bucket", "bucket = \"600 B\"", {},
      {"a,0,0.0108,0,0.0008,0.01", "b,0,0.0118,0.0004,0.0014,0.01"});
  row("queue", "queue = \"limited\"\nqueue_limit = 0\nretry_after = \"50 ms\"", {},
      {"a,0,0.012,0,0.002,0.01", "b,0,0.073,0.05,0.003,0.02"});
  // 1000 B are one packet: within the first window.
  row("connection", "connection = \"cold\"", {}, {"a,0,0.012,0,0.002,0.01"});
  // Latencies from 10 ms on.
  row("jitter", "jitter = \"uniform\"\njitter_spread = 0", {}, {"a,0,0.012,0,0.002,0.01"});
}

void CliNetworkTest::doesToLinksWhatTheFileSays() {
  QFETCH(const QByteArray, lines);
  QFETCH(const QStringList, more);
  QFETCH(const QStringList, rows);
  write("in.csv", kHeader + "a,worker0,server,0,1000\nb,worker1,server,0,1000\n");
  write("network.toml",
        "[cluster]\nworkers = 2\n[network]\nkey = \"parameter-server\"\nmessage_overhead = 0\n"
        "worker_uplink = \"8 Mbit/s\"\nserver_ingress = \"8 Mbit/s\"\nlatency = \"10 ms\"\n" +
            lines + "\n");
  const auto outcome = cli(QStringList{path("network.toml"), "--messages", path("in.csv")} + more);
  QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
  for (const auto& row : rows) QVERIFY2(outcome.out.contains(row + "\n"), qPrintable(outcome.out));
}

void CliNetworkTest::badFilesNameTheirLine_data() {
  QTest::addColumn<QByteArray>("line");
  QTest::addColumn<QStringList>("words");
  QTest::newRow("word") << QByteArray("jitter = \"gamma\"")
                        << QStringList{"jitter", "gamma", "uniform", "exponential"};
  QTest::newRow("share") << QByteArray("loss_rate = 1.5") << QStringList{"loss_rate", "1.5", "0.9"};
  QTest::newRow("MTU") << QByteArray("mtu = 20") << QStringList{"mtu", "20", "68", "65535"};
  QTest::newRow("queue") << QByteArray("queue_limit = \"-1 B\"")
                         << QStringList{"queue_limit", "-1", "0 B"};
  QTest::newRow("unit") << QByteArray("jitter_spread = \"3 m\"")
                        << QStringList{"jitter_spread", "3 m", "s"};
  QTest::newRow("key") << QByteArray("drop = 1") << QStringList{"drop", "queue_limit"};
  QTest::newRow("connection") << QByteArray("connection = \"hot\"")
                              << QStringList{"connection", "hot", "cold", "idle-reset"};
}

void CliNetworkTest::badFilesNameTheirLine() {
  QFETCH(const QByteArray, line);
  QFETCH(const QStringList, words);
  write("in.csv", kHeader);
  write("network.toml", "[network]\nkey = \"parameter-server\"\n" + line + "\n");
  const auto outcome = cli({path("network.toml"), "--messages", path("in.csv")});
  QCOMPARE(outcome.status, 2);
  for (const auto& word : QStringList{"network.toml:3"} + words)
    QVERIFY2(outcome.err.contains(word), qPrintable(outcome.err));
}

void CliNetworkTest::aTraceMayLosePackets() {
  write("lossy.csv", "time_s,bandwidth_bit_per_s,loss\n0,1e7,0\n10,1e7,0.5\n");
  const auto outcome = network(
      "a,worker0,server,0,125000\n"
      "b,worker0,server,100,125000\n",
      {"--trace", "worker_uplink=" + path("lossy.csv")});
  QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
  const auto took = [&](int row) {
    const auto cells = outcome.out.section('\n', row, row).split(',');
    return cells[2].toDouble() - cells[1].toDouble();
  };
  QVERIFY(qAbs(took(1) - 0.14) < 1e-9);  // 100 ms, 20 ms, 20 ms
  QVERIFY(took(2) > 0.2);                // about 100 ms more, and some round trips of 40 ms
}

void CliNetworkTest::followsTraces_data() {
  QTest::addColumn<QString>("trace");
  QTest::addColumn<QString>("end");
  // After 1 ms of uplink and 20 ms of latency, 125000 B or 1 Mbit:
  // 79 ms at 10 Mbit/s are 790 kbit, the other 210 take 70 ms; 1500 B at every whole millisecond,
  // of which the 84th is at 105 ms; 20 Mbit/s.
  QTest::newRow("a file") << "server_ingress=steps.csv"
                          << "0.17";
  QTest::newRow("mahimahi's") << "server_ingress=lines"
                              << "0.105";
  QTest::newRow("a shipped one") << "server_ingress=square-wan"
                                 << "0.031";  // 100 Mbit/s at first
  // 1 Mbit takes 50 ms on the uplink instead of 1.
  QTest::newRow("one worker's") << "worker_uplink.0=constant; bandwidth = 20 Mbit/s"
                                << "0.09";
  QTest::newRow("another worker's") << "worker_uplink.1=constant; bandwidth = 20 Mbit/s"
                                    << "0.041";
  QTest::newRow("a recipe") << "server_ingress=constant; bandwidth = 20 Mbit/s"
                            << "0.071";
}

void CliNetworkTest::followsTraces() {
  QFETCH(QString, trace);
  QFETCH(const QString, end);
  write("steps.csv", "# source: by hand\ntime_s,bandwidth_bit_per_s\n0,1e7\n0.1,3e6\n");
  write("lines", "1\n");
  trace.replace("=steps", "=" + path("steps")).replace("=lines", "=" + path("lines"));
  const auto outcome =
      network("a,worker0,server,0,125000\n", {"--set", "cluster.workers=2", "--trace", trace});
  QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
  const auto read = outcome.out.section('\n', 1, 1).section(',', 2, 2);
  QCOMPARE(read, end);
}

void CliNetworkTest::followsTheExperimentsTrace() {
  // The workers' links: 100 Mbit/s at first, a tenth of it when scaled, unless one says otherwise.
  const auto end = [&](const QStringList& more) {
    const auto outcome = network("a,worker0,server,0,125000\n",
                                 QStringList{"--set", "network.trace=square-wan"} + more);
    return outcome.out.section('\n', 1, 1).section(',', 2, 2);
  };
  QCOMPARE(end({}), QString("0.05"));
  QCOMPARE(end({"--set", "network.trace_scale=0.1"}), QString("0.14"));
  QCOMPARE(end({"--trace", "worker_uplink=constant; bandwidth = 1 Gbit/s"}), QString("0.041"));
}

/// Two workers behind a switch: 8 Mbit/s everywhere, 1 us a byte; 1 ms to the switch, 10 from it.
void CliNetworkTest::carriesOverWiresOfItsOwn() {
  write("wires.csv",
        "one,other,bandwidth_bit_per_s,latency_s\nworker0,switch,8e6,0.001\n"
        "worker1,switch,8e6,0.001\nserver,switch,8e6,0.01\n");
  const QByteArray messages =
      "a,worker0,server,0,1000\nb,worker1,server,0,1000\nc,worker0,worker1,1,2000\n";
  const QStringList links{"--links", path("wires.csv")};
  const auto inTurn = network(messages, links);
  QVERIFY2(inTurn.status == 0, qPrintable(inTurn.err));
  QCOMPARE(inTurn.out, kColumns +
                           "a,0,0.013,0,0.002,0.011\n"
                           "b,0,0.014,0.001,0.002,0.011\n"
                           "c,1,1.006,0,0.004,0.002\n");
  const auto atOnce = network(messages, links + QStringList{"--discipline", "fair"});
  QCOMPARE(atOnce.out, kColumns +
                           "a,0,0.013,0.001,0.001,0.011\n"
                           "b,0,0.013,0.001,0.001,0.011\n"
                           "c,1,1.004,0,0.002,0.002\n");
}

void CliNetworkTest::badWiresAreRefused_data() {
  QTest::addColumn<QByteArray>("wires");
  QTest::addColumn<QStringList>("more");
  QTest::addColumn<QString>("message");
  const QByteArray header = "one,other,bandwidth_bit_per_s,latency_s\n";
  QTest::newRow("cycle") << header + "worker0,s,1e9,0\ns,server,1e9,0\nserver,worker0,1e9,0\n"
                         << QStringList{} << "wires.csv:4: the wire from server to worker0 closes";
  QTest::newRow("no bandwidth") << header + "worker0,server,0,0\n"
                                << QStringList{}
                                << "wires.csv:2: column bandwidth_bit_per_s: read \"0\"";
  QTest::newRow("another node") << header + "worker7,server,1e9,0\n"
                                << QStringList{} << "in.csv:2: column src: read \"worker0\"";
  QTest::newRow("trace") << header + "worker0,server,1e9,0\n"
                         << QStringList{"--trace", "server_ingress=lte-like"}
                         << "--trace goes by the links of a parameter server";
}

void CliNetworkTest::badWiresAreRefused() {
  QFETCH(const QByteArray, wires);
  QFETCH(const QStringList, more);
  QFETCH(const QString, message);
  write("wires.csv", wires);
  const auto outcome =
      network("a,worker0,server,0,1\n", QStringList{"--links", path("wires.csv")} + more);
  QCOMPARE(outcome.status, 2);
  QVERIFY2(outcome.err.contains(message), qPrintable(outcome.err));
}

void CliNetworkTest::badInputExitsWithTwo_data() {
  QTest::addColumn<QByteArray>("messages");
  QTest::addColumn<QStringList>("more");
  QTest::addColumn<QStringList>("words");
  const auto row = [](const char* name, const QByteArray& messages, const QStringList& more,
                      const QStringList& words) {
    QTest::newRow(name) << messages << more << words;
  };
  row("bad size", "a,worker0,server,0,1\nb,worker0,server,0,-1\n", {},
      {"in.csv:3:", "bytes", "\"-1\"", "whole number"});
  row("bad node", "a,client,server,0,1\n", {}, {"in.csv:2:", "src", "\"client\"", "worker0"});
  row("cut short", "a,worker0,ser", {}, {"in.csv:2:", "cells read: 3", "5"});
  row("too long", "a,worker0,server,0,1000000000000000\n",
      {"--set", "network.worker_uplink=10 kbit/s"}, {"in.csv", "1e9 s"});
  row("discipline", "", {"--discipline", "random"}, {"random", "fifo", "fair"});
  row("fair, with a bucket", "", {"--discipline", "fair", "--set", "network.bucket=3 kB"},
      {"bucket", "3 kB", "0 B", "fifo"});
  row("no such experiment", "", {"no-such"}, {"\"no-such\"", "quick-start"});
  row("unknown key", "", {"--set", "network.rate=1"}, {"\"rate\"", "worker_uplink"});
  row("another slot", "", {"--set", "run.epochs=1"}, {"run.epochs", "network.key"});
  row("out of range", "", {"--set", "network.latency=-1 s"}, {"latency", "0 s"});
  row("unknown link", "", {"--trace", "uplink=lte-like"}, {"uplink=lte-like", "worker_uplink"});
  row("no trace", "", {"--trace", "worker_uplink"}, {"LINK=TRACE"});
  row("unknown trace", "", {"--trace", "worker_uplink=wire"}, {"\"wire\"", "lte-like"});
  row("no such worker", "a,worker0,server,0,1\n", {"--trace", "worker_uplink.1=lte-like"},
      {"worker_uplink.1", "workers there are: 1"});
  row("one server's", "", {"--trace", "server_ingress.0=lte-like"}, {"worker_uplink.2"});
  row("bad recipe", "", {"--trace", "worker_uplink=square; high = 0"}, {"worker_uplink", "high"});
  row("no folder", "", {"--out", "/no/such/folder.csv"}, {"/no/such"});
}

void CliNetworkTest::badInputExitsWithTwo() {
  QFETCH(const QByteArray, messages);
  QFETCH(const QStringList, more);
  QFETCH(const QStringList, words);
  const auto outcome = network(messages, more);
  QVERIFY2(outcome.status == 2, qPrintable(outcome.err));
  QVERIFY(outcome.out.isEmpty());
  for (const auto& word : words) QVERIFY2(outcome.err.contains(word), qPrintable(outcome.err));
}

void CliNetworkTest::whatCannotBeWrittenIsSaid() {
  QCOMPARE(cli({"--messages", path("none.csv")}).status, 2);
  if (!QFile::exists("/dev/full")) QSKIP("this system has no /dev/full");
  write("in.csv", kHeader + "a,worker0,server,0,1\n");
  const auto full = telegrad::test::runInShell("exec \"$0\" \"$@\" > /dev/full", TELEGRAD_CLI,
                                               {"network", "--messages", path("in.csv")});
  QCOMPARE(full.status, 1);
  QVERIFY2(full.err.contains("standard output"), qPrintable(full.err));
}

QTEST_GUILESS_MAIN(CliNetworkTest)
#include "cli_network_test.moc"
