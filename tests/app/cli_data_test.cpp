// SPDX-License-Identifier: GPL-3.0-or-later
// What telegrad-cli does with CIFAR's files, good and bad, and with what is mixed of them.
#include <QTemporaryDir>
#include <QtTest>

#include "tests/core/data/archives.h"
#include "tests/support/command_line.h"

using telegrad::test::Outcome;
using telegrad::test::verifyWords;

class CliDataTest : public QObject {
  Q_OBJECT
 private slots:
  void init();
  void goodDataRuns();
  void badCifar10ExitsWithTwo_data();
  void badCifar10ExitsWithTwo();
  void badCifar100ExitsWithTwo_data();
  void badCifar100ExitsWithTwo();
  void missingDataSaysHowToGetIt();
  void mixedDataRuns();
  void mixedDataNamesWhatIsMissing();
  void bySourceNeedsSeveral();
  void fetchesFromAFolder_data();
  void fetchesFromAFolder();
  void aHostileArchiveExitsWithOne();

 private:
  QString path(const QString& name) const { return folder_->filePath(name); }
  std::filesystem::path at(const QString& name) const { return pathOf(path(name)); }
  static Outcome cli(const QStringList& arguments) {
    return telegrad::test::run(TELEGRAD_CLI, arguments);
  }
  /// Two iterations of two workers with a narrow network.
  Outcome run(const QString& experiment, const QStringList& more = {}) const {
    return cli(QStringList{"run", experiment, "--data", path("data"), "--out", path("run")} +
               QStringList{"--set", "cluster.workers=2", "--set", "cluster.batch=2", "--set",
                           "model.key=resnet-8", "--set", "model.width=4", "--set",
                           "run.max_iterations=2"} +
               more);
  }
  bool writeTen() const { return writeFiles(at("data/cifar-10-batches-bin"), smallCifar10()); }
  bool writeHundred() const {
    return writeFiles(at("data/cifar-100-binary"),
                      {{"train.bin", records(8, 90, true)}, {"test.bin", records(3, 50, true)}});
  }

  std::unique_ptr<QTemporaryDir> folder_;
};

void CliDataTest::init() {
  folder_ = std::make_unique<QTemporaryDir>();
  QVERIFY(folder_->isValid());
  QVERIFY(QDir().mkpath(path("data")));
}

void CliDataTest::goodDataRuns() {
  QVERIFY(writeTen() && writeHundred());
  verifyWords(run("sgd-cifar-10-resnet-20"), 0, {path("data/cifar-10-batches-bin")});
  verifyWords(run("sgd-cifar-10-resnet-20", {"--set", "dataset.key=cifar-100", "--overwrite"}), 0,
              {path("data/cifar-100-binary")});
}

void CliDataTest::badCifar10ExitsWithTwo_data() {
  QTest::addColumn<QString>("file");
  QTest::addColumn<QByteArray>("bytes");
  QTest::addColumn<QString>("words");
  const auto row = [](const char* name, const char* file, const QByteArray& bytes,
                      const char* words) {
    QTest::newRow(name) << QString(file) << bytes << QString(words);
  };
  row("empty", "data_batch_3.bin", {}, "empty");
  row("a label alone", "data_batch_1.bin", records(1, 1).left(1), "truncated");
  row("ends within a record", "data_batch_5.bin", records(2, 1).chopped(1), "truncated");
  row("one byte left over", "test_batch.bin", records(2, 1) + "x", "truncated");
  row("a label beyond", "data_batch_2.bin", records(2, 9), "label 10");
  row("an empty test set", "test_batch.bin", {}, "empty");
}

void CliDataTest::badCifar10ExitsWithTwo() {
  QFETCH(QString, file);
  QFETCH(QByteArray, bytes);
  QFETCH(QString, words);
  QVERIFY(writeTen());
  QVERIFY(writeFile(at("data/cifar-10-batches-bin/" + file), bytes));
  verifyWords(run("sgd-cifar-10-resnet-20"), 2, {path("data/cifar-10-batches-bin/" + file), words});
  QVERIFY(!QFile::exists(path("run")));  // a run that cannot start leaves nothing behind
}

void CliDataTest::badCifar100ExitsWithTwo_data() {
  QTest::addColumn<QString>("file");
  QTest::addColumn<QByteArray>("bytes");
  QTest::addColumn<QString>("words");
  auto coarse = records(4, 1, true);
  coarse[2 * 3074] = 20;
  QTest::newRow("empty") << "train.bin" << QByteArray() << "empty";
  QTest::newRow("ends within a record")
      << "train.bin" << records(4, 1, true).chopped(3000) << "truncated";
  QTest::newRow("a fine label beyond") << "test.bin" << records(2, 99, true) << "label 100";
  QTest::newRow("a coarse label beyond") << "train.bin" << coarse << "label 20";
}

void CliDataTest::badCifar100ExitsWithTwo() {
  QFETCH(QString, file);
  QFETCH(QByteArray, bytes);
  QFETCH(QString, words);
  QVERIFY(writeHundred());
  QVERIFY(writeFile(at("data/cifar-100-binary/" + file), bytes));
  verifyWords(run("sgd-cifar-10-resnet-20", {"--set", "dataset.key=cifar-100"}), 2,
              {path("data/cifar-100-binary/" + file), words});
  QVERIFY(!QFile::exists(path("run")));
}

void CliDataTest::missingDataSaysHowToGetIt() {
  verifyWords(run("sgd-cifar-10-resnet-20"), 2,
              {path("data/cifar-10-batches-bin"), "telegrad-cli fetch cifar-10"});
  verifyWords(run("sgd-cifar-10-resnet-20", {"--set", "dataset.key=cifar-100"}), 2,
              {path("data/cifar-100-binary"), "telegrad-cli fetch cifar-100"});
}

void CliDataTest::mixedDataRuns() {
  QVERIFY(writeTen() && writeDataset(at("data/mnist"), 12, 4, true));
  const auto outcome = run("sasg-mixed");
  verifyWords(outcome, 0, {path("data/cifar-10-batches-bin"), path("data/mnist")});
  QVERIFY2(outcome.out.contains(QRegularExpression("iterations +2\n")), qPrintable(outcome.out));
}

void CliDataTest::mixedDataNamesWhatIsMissing() {
  QVERIFY(writeTen());
  verifyWords(run("sgd-mixed"), 2, {path("data/mnist"), "telegrad-cli fetch mnist"});
}

void CliDataTest::bySourceNeedsSeveral() {
  QVERIFY(writeTen());
  verifyWords(run("sgd-cifar-10-resnet-20", {"--set", "partition.key=by-source"}), 2,
              {"by-source", "cifar-10, which is of one source", "allowed"});
}

void CliDataTest::fetchesFromAFolder_data() {
  QTest::addColumn<bool>("packed");
  QTest::newRow("the archive") << true;
  QTest::newRow("the files") << false;
}

void CliDataTest::fetchesFromAFolder() {
  QFETCH(bool, packed);
  if (packed)
    QVERIFY(writeFile(at("from/cifar-10-binary.tar.gz"), gzip(tarOf(goodEntries()))));
  else
    QVERIFY(writeFiles(at("from"), smallCifar10()));
  const auto fetched = cli({"fetch", "cifar-10", "--from", path("from"), "--data", path("data")});
  verifyWords(fetched, 0, {});
  QCOMPARE(fetched.out.trimmed(), path("data/cifar-10-batches-bin"));
  verifyWords(run("sgd-cifar-10-resnet-20"), 0, {path("data/cifar-10-batches-bin")});
  QVERIFY(writeDataset(at("from/mnist"), 12, 4, true));
  const auto both =
      cli({"fetch", "mnist-and-cifar-10", "--from", path("from"), "--data", path("data")});
  verifyWords(both, 0, {});
  QCOMPARE(both.out, path("data/mnist") + "\n" + path("data/cifar-10-batches-bin") + "\n");
}

void CliDataTest::aHostileArchiveExitsWithOne() {
  auto entries = goodEntries();
  entries.push_back({"../planted", "x"});
  QVERIFY(writeFile(at("from/cifar-10-binary.tar.gz"), gzip(tarOf(entries))));
  verifyWords(cli({"fetch", "cifar-10", "--from", path("from"), "--data", path("data")}), 1,
              {path("from/cifar-10-binary.tar.gz"), "\"../planted\"", "leads out of the folder"});
  QVERIFY(!QFile::exists(path("planted")) && !QFile::exists(path("data/planted")));
  QVERIFY(QDir(path("data/cifar-10-batches-bin")).isEmpty());
}

QTEST_GUILESS_MAIN(CliDataTest)
#include "cli_data_test.moc"
