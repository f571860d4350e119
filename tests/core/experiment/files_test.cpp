// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/files.h"

#include <QtTest>

#include "tests/support/file_size_limit.h"

using telegrad::FileLock;
using telegrad::LineFile;
using telegrad::readFile;
using telegrad::replaceFile;
using telegrad::test::FileSizeLimit;

class FilesTest : public QObject {
  Q_OBJECT
 private slots:
  void replacingIsAllOrNothing();
  void aFullDiskLeavesWholeLines();
  void whatThereWasNoRoomForFollows();
  void aDeviceWithoutSpaceIsAnError();
  void whatCannotBeOpenedIsNamed();
  void aLockHasOneHolder();

 private:
  std::filesystem::path path(const char* name) { return folder_.filePath(name).toStdString(); }
  QTemporaryDir folder_;
};

void FilesTest::replacingIsAllOrNothing() {
  const auto file = path("a.txt");
  QVERIFY(replaceFile(file, "first"));
  QVERIFY(replaceFile(file, "second"));
  QCOMPARE(*readFile(file), std::string("second"));
  {
    const FileSizeLimit limit(4096);
    const auto replaced = replaceFile(file, std::string(5000, 'x'));
    QVERIFY(!replaced);
    QVERIFY(replaced.error().message.find(file.string()) != std::string::npos);
  }
  QCOMPARE(*readFile(file), std::string("second"));
  QCOMPARE(QDir(folder_.path()).entryList(QDir::Files), QStringList{"a.txt"});
}

void FilesTest::aFullDiskLeavesWholeLines() {
  const auto file = path("lines.txt");
  const std::string line = "a line of nineteen\n";
  {
    const FileSizeLimit limit(200000);
    auto lines = LineFile::create(file);
    QVERIFY(lines);
    bool refused = false;
    for (int i = 0; i < 20000; ++i) refused = !lines->append(line) || refused;
    QVERIFY(refused);
    const auto again = lines->flush();
    QVERIFY(!again);
    QVERIFY(again.error().message.find(file.string()) != std::string::npos);
  }
  const auto text = *readFile(file);
  QCOMPARE(text.size(), 200000 / line.size() * line.size());
  QVERIFY(text.ends_with(line));
}

void FilesTest::whatThereWasNoRoomForFollows() {
  const auto file = path("room.txt");
  std::string expected;
  auto lines = LineFile::create(file);
  QVERIFY(lines);
  const auto append = [&](int number) {
    const auto line = "line " + std::to_string(number) + '\n';
    expected += line;
    return lines->append(line).has_value();
  };
  {
    const FileSizeLimit limit(100003);  // in the middle of a line
    for (int i = 0; i < 20000; ++i) static_cast<void>(append(i));
    QVERIFY(!lines->flush());
    const auto there = *readFile(file);
    QVERIFY(there.ends_with('\n') && there.size() <= 100003 && there.size() > 99000);
    QCOMPARE(there, expected.substr(0, there.size()));
    QCOMPARE(lines->size(), expected.size());
  }
  QVERIFY(append(20000));
  QVERIFY(lines->flush());
  QCOMPARE(*readFile(file), expected);
}

void FilesTest::aLockHasOneHolder() {
  const auto file = path("held.txt");
  QVERIFY(FileLock::take(file));  // what is not there, nobody holds
  QVERIFY(replaceFile(file, "text"));
  {
    auto held = FileLock::take(file);
    QVERIFY(held);
    QVERIFY(!FileLock::take(file));
    const FileLock moved = *std::move(held);
    QVERIFY(!FileLock::take(file));
  }
  QVERIFY(FileLock::take(file));
}

void FilesTest::aDeviceWithoutSpaceIsAnError() {
  if (!QFile::exists("/dev/full")) QSKIP("this system has no /dev/full");
  auto lines = LineFile::create("/dev/full");
  QVERIFY(lines);
  QVERIFY(lines->append("kept back\n"));
  QVERIFY(!lines->flush());
}

void FilesTest::whatCannotBeOpenedIsNamed() {
  const auto missing = path("no/such/file");
  for (const auto& message :
       {readFile(missing).error().message, replaceFile(missing, "x").error().message,
        LineFile::create(missing).error().message})
    QVERIFY2(message.find(missing.string()) != std::string::npos, message.c_str());
  QVERIFY(!readFile(folder_.path().toStdString()));  // a folder is no text
}

QTEST_APPLESS_MAIN(FilesTest)
#include "files_test.moc"
