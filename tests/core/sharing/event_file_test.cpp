// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sharing/event_file.h"

#include <bit>
#include <cmath>
#include <map>

#include <QTemporaryDir>
#include <QtEndian>
#include <QtTest>

#include "core/experiment/files.h"

using namespace telegrad;

namespace {

/// CRC-32C bit by bit, and TFRecord's mask, as their publishers word them.
quint32 bitwiseMasked(const QByteArray& bytes) {
  quint32 crc = ~0U;
  for (const char byte : bytes) {
    crc ^= static_cast<quint8>(byte);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0x82F63B78U : 0);
  }
  crc = ~crc;
  return ((crc >> 15) | (crc << 17)) + 0xA282EAD8U;
}

/// A protocol buffer's fields, by number; numbers and floats as their bytes.
std::multimap<int, QByteArray> fieldsOf(const QByteArray& message) {
  std::multimap<int, QByteArray> fields;
  qsizetype at = 0;
  const auto varint = [&] {
    quint64 number = 0;
    for (int shift = 0;; shift += 7) {
      const auto byte = static_cast<quint8>(message[at++]);
      number |= quint64{byte & 0x7FU} << shift;
      if (byte < 0x80) return number;
    }
  };
  while (at < message.size()) {
    const auto key = varint();
    qsizetype size = (key & 7U) == 1 ? 8 : 4;
    if ((key & 7U) == 2) size = static_cast<qsizetype>(varint());
    QByteArray bytes;
    if ((key & 7U) == 0)
      bytes = QByteArray::number(varint());
    else
      bytes = message.mid(at, size), at += size;
    fields.emplace(static_cast<int>(key >> 3U), bytes);
  }
  return fields;
}

double doubleOf(const QByteArray& bytes) {
  return std::bit_cast<double>(qFromLittleEndian<quint64>(bytes.constData()));
}

struct Event {
  double wallTime = 0.0;
  qint64 step = 0;
  QByteArray version;
  std::map<QByteArray, float> scalars;
};

/// The events of a file; stops the test's assertion at the first record that is none.
std::vector<Event> eventsIn(const QByteArray& file) {
  std::vector<Event> events;
  qsizetype at = 0;
  while (at < file.size()) {
    const auto length = static_cast<qsizetype>(qFromLittleEndian<quint64>(file.constData() + at));
    if (qFromLittleEndian<quint32>(file.constData() + at + 8) != bitwiseMasked(file.mid(at, 8)))
      return {};
    const auto data = file.mid(at + 12, length);
    if (qFromLittleEndian<quint32>(file.constData() + at + 12 + length) != bitwiseMasked(data))
      return {};
    at += 16 + length;
    Event event;
    for (const auto& [number, bytes] : fieldsOf(data)) {
      if (number == 1) event.wallTime = doubleOf(bytes);
      if (number == 2) event.step = bytes.toLongLong();
      if (number == 3) event.version = bytes;
      if (number != 5) continue;
      for (const auto& [one, value] : fieldsOf(bytes)) {
        if (one != 1) return {};
        auto fields = fieldsOf(value);
        event.scalars[fields.find(1)->second] =
            std::bit_cast<float>(qFromLittleEndian<quint32>(fields.find(2)->second.constData()));
      }
    }
    events.push_back(event);
  }
  return events;
}

}  // namespace

class EventFileTest : public QObject {
  Q_OBJECT
 private slots:
  void theChecksumIsThePublishedOne_data();
  void theChecksumIsThePublishedOne();
  void aRecordByHand();
  void theFileBeginsAsTensorBoardWritesIt();
  void everyRecordIsAnEvent();
  void aRunIsExported();
  void whatCannotBeExportedIsNamed();
};

/// RFC 3720, appendix B.4, and the check value of the catalogue of CRCs.
void EventFileTest::theChecksumIsThePublishedOne_data() {
  QTest::addColumn<QByteArray>("bytes");
  QTest::addColumn<quint32>("crc");
  QByteArray up;
  QByteArray down;
  for (int i = 0; i < 32; ++i) {
    up.append(static_cast<char>(i));
    down.append(static_cast<char>(31 - i));
  }
  QTest::newRow("32 zeros") << QByteArray(32, '\0') << 0x8A9136AAU;
  QTest::newRow("32 ones") << QByteArray(32, '\xFF') << 0x62A8AB43U;
  QTest::newRow("incrementing") << up << 0x46DD794EU;
  QTest::newRow("decrementing") << down << 0x113FDB5CU;
  QTest::newRow("an iSCSI read")
      << QByteArray::fromHex(
             "01c00000000000000000000000000000140000000000040000000014000000182800000000000000"
             "0200000000000000")
      << 0xD9963A56U;
  QTest::newRow("check") << QByteArray("123456789") << 0xE3069283U;
  QTest::newRow("nothing") << QByteArray() << 0U;
}

void EventFileTest::theChecksumIsThePublishedOne() {
  QFETCH(QByteArray, bytes);
  QFETCH(quint32, crc);
  QCOMPARE(crc32c(bytes.toStdString()), crc);
}

void EventFileTest::aRecordByHand() {
  const auto record = QByteArray::fromStdString(tfRecord("123456789"));
  // 0xE3069283 turned right by 15 is 0x2507C60D; with 0xA282EAD8 it is 0xC78AB0E5.
  QCOMPARE(record.mid(0, 8), QByteArray::fromHex("0900000000000000"));
  QCOMPARE(record.mid(8, 4), QByteArray::fromHex("37f97139"));
  QCOMPARE(record.mid(12, 9), QByteArray("123456789"));
  QCOMPARE(record.mid(21), QByteArray::fromHex("e5b08ac7"));
}

/// Every event file begins with an event of 24 bytes, whose length has this checksum.
void EventFileTest::theFileBeginsAsTensorBoardWritesIt() {
  const auto file = QByteArray::fromStdString(eventFile({}, 1.5e9));
  QCOMPARE(file.first(12), QByteArray::fromHex("1800000000000000a37f4b22"));
  QCOMPARE(file.mid(12, 9), QByteArray::fromHex("09000000c00b5ad641"));  // 1.5e9 as a double
  QCOMPARE(file.mid(21, 15), QByteArray::fromHex("1a0d") + "brain.Event:2");
  QCOMPARE(file.size(), 12 + 24 + 4);
}

void EventFileTest::everyRecordIsAnEvent() {
  std::vector<Record> records(3);
  for (int i = 0; i < 3; ++i) {
    records[i].iteration = 100 * (i + 1);
    records[i].wallSeconds = 0.5 * (i + 1);
    records[i].trainLoss = 1.0 / (i + 1);
    records[i].payloadBits = 3'000'000'000LL * (i + 1);
  }
  records[1].testAccuracy = 0.75;
  records[2].trainLoss = std::numeric_limits<double>::infinity();
  const auto events = eventsIn(QByteArray::fromStdString(eventFile(records, 1000.0)));
  QCOMPARE(events.size(), std::size_t{4});
  QCOMPARE(events[0].version, QByteArray("brain.Event:2"));
  for (int i = 0; i < 3; ++i) {
    const auto& event = events[i + 1];
    QCOMPARE(event.step, qint64{100} * (i + 1));
    QCOMPARE(event.wallTime, 1000.0 + 0.5 * (i + 1));
    QCOMPARE(event.scalars.at("bits/payload_bits"), 3e9F * static_cast<float>(i + 1));
    QCOMPARE(event.scalars.contains("accuracy/test_accuracy"), i == 1);
  }
  QCOMPARE(events[1].scalars.at("loss/train_loss"), 1.0F);
  QCOMPARE(events[2].scalars.at("loss/train_loss"), 0.5F);
  QCOMPARE(events[2].scalars.at("accuracy/test_accuracy"), 0.75F);
  QVERIFY(std::isinf(events[3].scalars.at("loss/train_loss")));
}

void EventFileTest::aRunIsExported() {
  const QTemporaryDir folder;
  StoredRun run;
  run.folder = folder.path().toStdString();
  QVERIFY(replaceFile(run.folder / kExperimentFile, ""));
  run.records.resize(1);
  run.records.front().iteration = 1;
  const auto before = std::chrono::system_clock::now().time_since_epoch();
  const auto file = exportTensorBoard(run, run.folder / "new" / "logs");
  QVERIFY2(file, file ? "" : file.error().message.c_str());
  const auto name = QString::fromStdString(file->filename().string());
  QVERIFY2(name.startsWith("events.out.tfevents.") && name.endsWith(".telegrad"), qPrintable(name));
  const auto events = eventsIn(QByteArray::fromStdString(*readFile(*file)));
  QCOMPARE(events.size(), std::size_t{2});
  const auto now = std::chrono::duration<double>(before).count();
  QVERIFY(std::abs(events[0].wallTime - now) < 86400.0);  // Unix time, not another clock's
  // Once more is the same file, not one beside it.
  QVERIFY(*exportTensorBoard(run, run.folder / "new" / "logs") == *file);
}

void EventFileTest::whatCannotBeExportedIsNamed() {
  StoredRun run;
  run.folder = "some-run";
  const auto empty = exportTensorBoard(run, "anywhere");
  QVERIFY(!empty && empty.error().message.find("some-run") != std::string::npos);
  run.records.resize(1);
  const auto refused = exportTensorBoard(run, "/dev/null/logs");
  QVERIFY(!refused && refused.error().message.find("/dev/null/logs") != std::string::npos);
}

QTEST_APPLESS_MAIN(EventFileTest)
#include "event_file_test.moc"
