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
  void followsTraces_data();
  void followsTraces();
  void followsTheExperimentsTrace();
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

void CliNetworkTest::followsTraces_data() {
  QTest::addColumn<QString>("trace");
  QTest::addColumn<QString>("end");
  // After 1 ms of uplink and 20 ms of latency, 125000 B or 1 Mbit:
  // 79 ms at 10 Mbit/s are 790 kbit, the other 210 take 70 ms; 12 Mbit/s; 20 Mbit/s.
  QTest::newRow("a file") << "server_ingress=steps.csv"
                          << "0.17";
  QTest::newRow("mahimahi's") << "server_ingress=lines"
                              << "0.104333334";
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
