// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/verification.h"

#include <QtTest>

#include "core/experiment/files.h"

using telegrad::readDigests;
using telegrad::WeightsDigest;

/// digests.csv, whole and damaged; what verifying says of a run is tested with telegrad-cli.
class VerificationTest : public QObject {
  Q_OBJECT
 private slots:
  void digestsAreReadInOrder();
  void withoutAFileThereAreNone();
  void anUnfinishedLineIsDropped();
  void damageIsNamed_data();
  void damageIsNamed();
};

namespace {

const std::string kHeader = "iteration,weights_sha256\n";
const std::string kOne(64, 'a');
const std::string kTwo(64, '0');

auto readText(const std::string& text) {
  const QTemporaryDir folder;
  const auto path = std::filesystem::path(folder.path().toStdString());
  if (!telegrad::replaceFile(path / "digests.csv", text)) qFatal("cannot write");
  return readDigests(path);
}

}  // namespace

void VerificationTest::digestsAreReadInOrder() {
  const auto read = readText(kHeader + "20," + kOne + "\n40," + kTwo + "\n");
  QVERIFY(read);
  QCOMPARE(*read, (std::vector<WeightsDigest>{{20, kOne}, {40, kTwo}}));
}

void VerificationTest::withoutAFileThereAreNone() {
  const QTemporaryDir folder;
  const auto read = readDigests(folder.path().toStdString());
  QVERIFY(read);
  QVERIFY(read->empty());
}

void VerificationTest::anUnfinishedLineIsDropped() {
  const auto read = readText(kHeader + "20," + kOne + "\n40," + kTwo);
  QVERIFY(read);
  QCOMPARE(read->size(), std::size_t{1});
}

void VerificationTest::damageIsNamed_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("place");
  const auto row = [](const char* name, const std::string& lines, const char* place) {
    QTest::newRow(name) << QString::fromStdString(lines) << QString(place);
  };
  row("header", "iteration,sha\n", "digests.csv:1");
  row("short", kHeader + "20,abc\n", "digests.csv:2");
  row("no digits", kHeader + "20," + std::string(64, 'g') + "\n", "digests.csv:2");
  row("no number", kHeader + "x," + kOne + "\n", "digests.csv:2");
  row("huge", kHeader + "99999999999999999999," + kOne + "\n", "digests.csv:2");
  row("back", kHeader + "20," + kOne + "\n20," + kTwo + "\n", "digests.csv:3");
}

void VerificationTest::damageIsNamed() {
  QFETCH(QString, text);
  QFETCH(QString, place);
  const auto read = readText(text.toStdString());
  QVERIFY(!read);
  QVERIFY2(read.error().message.find(place.toStdString()) != std::string::npos,
           read.error().message.c_str());
  QVERIFY(read.error().message.find("allowed") != std::string::npos);
}

QTEST_APPLESS_MAIN(VerificationTest)
#include "verification_test.moc"
