// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>

#include "core/data/dataset.h"
#include "tests/core/data/idx_files.h"

using telegrad::DataFolders;

class DataFoldersTest : public QObject {
  Q_OBJECT
 private slots:
  void init();
  void theFolderGivenComesFirst();
  void thenTheEnvironment();
  void thenTheUsersOwn();
  void relativeXdgPathsDoNotCount();
  void theSystemsComesLast();
  void refusesWhatIsNoFolder();

 private:
  QTemporaryDir folder_;
};

void DataFoldersTest::init() {
  QVERIFY(folder_.isValid());
  qputenv("TELEGRAD_DATA", "/somewhere/telegrad");
  qputenv("XDG_DATA_HOME", "/somewhere/xdg");
  qputenv("HOME", "/somewhere/home");
}

void DataFoldersTest::theFolderGivenComesFirst() {
  const auto folders = DataFolders::resolve(pathOf(folder_.path()));
  QVERIFY(folders);
  QCOMPARE(folders->searched.front(), pathOf(folder_.path()));
}

void DataFoldersTest::thenTheEnvironment() {
  const auto folders = DataFolders::resolve({});
  QVERIFY(folders);
  QCOMPARE(folders->searched.front(), std::filesystem::path("/somewhere/telegrad"));
}

void DataFoldersTest::thenTheUsersOwn() {
  qunsetenv("TELEGRAD_DATA");
  auto folders = DataFolders::resolve({});
  QVERIFY(folders);
  QCOMPARE(folders->searched.front(), std::filesystem::path("/somewhere/xdg/telegrad/data"));
  qunsetenv("XDG_DATA_HOME");
  folders = DataFolders::resolve({});
  QVERIFY(folders);
  QCOMPARE(folders->searched.front(),
           std::filesystem::path("/somewhere/home/.local/share/telegrad/data"));
}

void DataFoldersTest::relativeXdgPathsDoNotCount() {
  qunsetenv("TELEGRAD_DATA");
  qputenv("XDG_DATA_HOME", "relative");
  const auto folders = DataFolders::resolve({});
  QVERIFY(folders);
  QCOMPARE(folders->searched.front(),
           std::filesystem::path("/somewhere/home/.local/share/telegrad/data"));
}

void DataFoldersTest::theSystemsComesLast() {
  const auto folders = DataFolders::resolve({});
  QVERIFY(folders);
  QCOMPARE(folders->searched.back(), std::filesystem::path("/usr/share/datasets"));
}

void DataFoldersTest::refusesWhatIsNoFolder() {
  const auto file = pathOf(folder_.filePath("file"));
  QVERIFY(writeFile(file, "x"));
  auto folders = DataFolders::resolve(file);
  QVERIFY(!folders);
  QCOMPARE(folders.error().message, "data folder " + file.string() + ": not a folder");
  folders = DataFolders::resolve(file / "none");
  QVERIFY(!folders);
  QCOMPARE(folders.error().message, "data folder " + (file / "none").string() + ": no such folder");
}

QTEST_APPLESS_MAIN(DataFoldersTest)
#include "data_folders_test.moc"
