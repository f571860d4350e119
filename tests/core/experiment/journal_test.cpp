// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/journal.h"

#include <QtTest>

using telegrad::AppliedChange;
using telegrad::changesIn;
using telegrad::eventsIn;
using telegrad::Experiment;
using telegrad::JournalEvent;
using telegrad::journalLine;
using telegrad::readEntries;
using telegrad::readJournal;

class JournalTest : public QObject {
  Q_OBJECT
 private slots:
  void aLineIsWhatTheFormatSays();
  void changesReadBackEqual();
  void linesWithoutAChecksumAreRead();
  void aChangedLineIsRefused();
  void handWrittenUnitsAreRead();
  void aCutLastLineIsDropped();
  void aMissingFileIsNamed();
  void errorsNameTheLine_data();
  void errorsNameTheLine();

 private:
  std::filesystem::path write(const QByteArray& text) {
    QFile file(folder_.filePath("journal.jsonl"));
    if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write the test's own file");
    file.write(text);
    return file.fileName().toStdString();
  }
  QTemporaryDir folder_;
};

const JournalEvent kStarted{1, "note", "begun"};
const JournalEvent kStopped{700, "stopped", ""};
const AppliedChange kThird{3, {"algorithm", "learning_rate"}, 0.005, 0.01};
const AppliedChange kRate{651, {"algorithm", "learning_rate"}, 0.01, 0.005};

void JournalTest::aLineIsWhatTheFormatSays() {
  // The checksums are the first digits that sha256sum prints of the line without its last member.
  QCOMPARE(journalLine(kRate),
           std::string(R"({"iteration":651,"change":"algorithm.learning_rate","from":0.01,)"
                       R"("to":0.005,"check":"1053cba78d7526b7"})"));
  QCOMPARE(journalLine(JournalEvent{7, "stopped", "by \"me\"\n"}),
           std::string(R"({"iteration":7,"event":"stopped","detail":"by \"me\"\n",)"
                       R"("check":"a3db5c3703181df4"})"));
}

void JournalTest::changesReadBackEqual() {
  const AppliedChange second{652, {"algorithm", "learning_rate"}, 0.005, 1.0 / 3.0};
  const auto file =
      write(QByteArray::fromStdString(journalLine(kStarted) + "\n" + journalLine(kRate) + "\n" +
                                      journalLine(second) + "\n" + journalLine(kStopped) + "\n"));
  const auto changes = readJournal(file, Experiment());
  QVERIFY2(changes, changes ? "" : changes.error().message.c_str());
  QVERIFY((*changes == std::vector{kRate, second}));
  const auto entries = readEntries(file, Experiment());
  QVERIFY(entries);
  QCOMPARE(entries->size(), std::size_t{4});
  QVERIFY((eventsIn(*entries) == std::vector{kStarted, kStopped}));
  QVERIFY(changesIn(*entries) == *changes);
  QCOMPARE(entries->at(1).begin, std::uint64_t{journalLine(kStarted).size() + 1});
}

void JournalTest::linesWithoutAChecksumAreRead() {
  const auto line = journalLine(kRate);
  const auto without = line.substr(0, line.rfind(",\"check\"")) + "}";
  const auto changes =
      readJournal(write(QByteArray::fromStdString(without + "\r\n")), Experiment());
  QVERIFY2(changes, changes ? "" : changes.error().message.c_str());
  QVERIFY((*changes == std::vector{kRate}));
}

void JournalTest::aChangedLineIsRefused() {
  const auto line = journalLine(kRate);
  for (const auto& [from, to] : {std::pair<std::string, std::string>{"0.005", "0.006"},
                                 {"651", "652"},
                                 {"\"check\":\"", "\"check\":\"0"}}) {
    auto changed = line;
    changed.replace(changed.find(from), from.size(), to);
    const auto read = readJournal(write(QByteArray::fromStdString(changed + "\n")), Experiment());
    QVERIFY2(!read, changed.c_str());
    QVERIFY2(read.error().message.find("journal.jsonl:1: ") != std::string::npos &&
                 read.error().message.find("checksum") != std::string::npos,
             read.error().message.c_str());
  }
}

void JournalTest::handWrittenUnitsAreRead() {
  const auto changes = readJournal(
      write(R"({"iteration": 5, "change": "network.worker_uplink", "to": "10 Mbit/s"})"),
      Experiment());
  QVERIFY2(changes, changes ? "" : changes.error().message.c_str());
  QCOMPARE(changes->size(), std::size_t{1});
  QVERIFY(changes->front().to == telegrad::Value{1e7});
  QVERIFY(changes->front().from == Experiment().value({"network", "worker_uplink"}));
}

void JournalTest::aCutLastLineIsDropped() {
  const auto whole = journalLine(kRate);
  for (std::size_t length = 0; length < whole.size(); ++length) {
    const auto changes = readJournal(
        write(QByteArray::fromStdString(whole + "\n" + whole.substr(0, length))), Experiment());
    QVERIFY2(changes, changes ? "" : changes.error().message.c_str());
    QCOMPARE(changes->size(), std::size_t{1});
  }
}

void JournalTest::aMissingFileIsNamed() {
  const auto missing = readJournal(folder_.filePath("none.jsonl").toStdString(), Experiment());
  QVERIFY(!missing);
  QVERIFY(missing.error().message.find("none.jsonl") != std::string::npos);
}

void JournalTest::errorsNameTheLine_data() {
  QTest::addColumn<QByteArray>("line");
  QTest::addColumn<QStringList>("words");
  const auto row = [](const char* name, const char* line, const QStringList& words) {
    QTest::newRow(name) << QByteArray(line) << words;
  };
  row("not JSON", "{\"iteration\":", {"not JSON"});
  row("no object", "[1]", {"[1]", "change"});
  row("nothing said", R"({"iteration":3})", {"change"});
  row("bad iteration", R"({"iteration":0,"change":"algorithm.learning_rate","to":0.1})",
      {"iteration", "0"});
  row("earlier than the line above",
      R"({"iteration":2,"change":"algorithm.learning_rate","to":0.1})", {"iteration", "from 3 on"});
  row("beyond what is counted",
      R"({"iteration":18446744073709551615,"change":"algorithm.learning_rate","to":0.1})",
      {"iteration", "18446744073709551615"});
  row("bad former value",
      R"({"iteration":3,"change":"algorithm.learning_rate","from":"fast","to":0.1})",
      {"algorithm.learning_rate", "\"fast\""});
  row("no dot", R"({"iteration":3,"change":"learning_rate","to":0.1})", {"slot.key"});
  row("unknown", R"({"iteration":3,"change":"algorithm.rate","to":0.1})", {"\"rate\""});
  row("fixed", R"({"iteration":3,"change":"cluster.workers","to":3})",
      {"cluster.workers", "cannot change"});
  row("wrong type", R"({"iteration":3,"change":"algorithm.learning_rate","to":true})",
      {"algorithm.learning_rate", "true"});
  row("null", R"({"iteration":3,"change":"algorithm.learning_rate","to":null})",
      {"algorithm.learning_rate", "null"});
  row("out of range", R"({"iteration":3,"change":"algorithm.learning_rate","to":-1})",
      {"algorithm.learning_rate", "-1"});
}

void JournalTest::errorsNameTheLine() {
  QFETCH(QByteArray, line);
  QFETCH(QStringList, words);
  const auto changes = readJournal(
      write(QByteArray::fromStdString(journalLine(kThird)) + "\n" + line + "\n"), Experiment());
  QVERIFY(!changes);
  words << "journal.jsonl:2:";
  for (const auto& word : words)
    QVERIFY2(QString::fromStdString(changes.error().message).contains(word),
             changes.error().message.c_str());
}

QTEST_APPLESS_MAIN(JournalTest)
#include "journal_test.moc"
