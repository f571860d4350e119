// SPDX-License-Identifier: GPL-3.0-or-later
// Datasets that are published as an archive: from an address, and from a folder.
#include <QTemporaryDir>
#include <QtTest>

#include "core/data/dataset.h"
#include "core/data/download.h"
#include "tests/core/data/archives.h"
#include "tests/core/data/http_server.h"
#include "tests/core/data/published.h"

using telegrad::fetch;
using telegrad::FetchOptions;
using telegrad::FetchProgress;
using telegrad::RemoteDataset;
using telegrad::Result;
using Manner = HttpServer::Manner;

namespace {
const QString kArchive = "cifar-10-binary.tar.gz";
}

class ArchiveFetchTest : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { qputenv("no_proxy", "127.0.0.1"); }
  void init();
  void bringsAndUnpacks();
  void resumes();
  void keepsWhatIsThere();
  void replacesWhatDoesNotRead();
  void aHostileArchiveLeavesNothing();
  void anArchiveThatDoesNotReadLeavesNothing();
  void whatWasThereOutlivesARefusal();
  void cancelledWhileUnpackingItKeepsTheArchive();
  void fromAFolderWithTheArchive();
  void fromAFolderWithTheFiles_data();
  void fromAFolderWithTheFiles();
  void fromAFolderWithNeither();

 private:
  std::filesystem::path at(const QString& name) const { return pathOf(folder_->filePath(name)); }
  /// What the publisher says whose server this is: `archive`, with its checksum.
  RemoteDataset published(const QByteArray& archive, HttpServer& server) const {
    server.serve(kArchive, archive);
    return remote(archive, {server.address()});
  }
  static RemoteDataset remote(const QByteArray& archive, std::vector<std::string> mirrors) {
    return {"cifar-10",
            std::move(mirrors),
            {{kArchive.toStdString(), md5Of(archive), archive.size()}},
            smallContents()};
  }
  FetchOptions options(const QString& from = {}) const {
    FetchOptions options;
    options.folder = at("data");
    if (!from.isEmpty()) options.from = at(from).string();
    return options;
  }
  void verifyThere(const Result<void>& result) const;
  void verifyNothing(const Result<void>& result, const QStringList& words) const;

  const QByteArray good_ = gzip(tarOf(goodEntries()));
  std::unique_ptr<QTemporaryDir> folder_;
};

void ArchiveFetchTest::init() {
  folder_ = std::make_unique<QTemporaryDir>();
  QVERIFY(folder_->isValid());
}

void ArchiveFetchTest::verifyThere(const Result<void>& result) const {
  QVERIFY2(result, result ? "" : result.error().message.c_str());
  for (const auto& file : smallCifar10())
    QVERIFY(readFile(at("data/cifar-10-batches-bin") / file.name) == file.bytes);
  // The archive is gone, and so is where it was unpacked.
  QCOMPARE(QDir(folder_->filePath("data"))
               .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
           QStringList{"cifar-10-batches-bin"});
}

void ArchiveFetchTest::verifyNothing(const Result<void>& result, const QStringList& words) const {
  QVERIFY(!result);
  const auto message = QString::fromStdString(result.error().message);
  for (const auto& word : words)
    QVERIFY2(message.contains(word), qPrintable(message + "\nlacks\n" + word));
  QVERIFY(QDir(folder_->filePath("data/cifar-10-batches-bin")).isEmpty());
  QVERIFY(!std::filesystem::exists(at("data/.incoming-cifar-10")));
}

void ArchiveFetchTest::bringsAndUnpacks() {
  HttpServer server;
  std::vector<FetchProgress> reports;
  auto options = this->options();
  options.progress = [&](const FetchProgress& report) { reports.push_back(report); };
  verifyThere(fetch(published(good_, server), options));
  QCOMPARE(reports.front().from, server.address() + kArchive.toStdString());
  QCOMPARE(reports.front().total, good_.size());
  QCOMPARE(reports.back().file, std::string("test_batch.bin"));
  QCOMPARE(reports.back().done, reports.back().total);
  QCOMPARE(reports.back().total, std::int64_t{13} * 3073);
}

void ArchiveFetchTest::resumes() {
  HttpServer server(Manner::BreakOff);
  const auto dataset = published(good_, server);
  QVERIFY(!fetch(dataset, options()));
  QVERIFY(readFile(at("data/" + kArchive + ".part")) == good_.left(good_.size() / 2));
  server.behave(Manner::Good);
  verifyThere(fetch(dataset, options()));
  QCOMPARE(server.requests().back().from, std::optional<qint64>(good_.size() / 2));
}

void ArchiveFetchTest::keepsWhatIsThere() {
  HttpServer server(Manner::NotFound);
  QVERIFY(writeFiles(at("data/cifar-10-batches-bin"), smallCifar10()));
  verifyThere(fetch(published(good_, server), options()));
  QVERIFY(server.requests().empty());
}

void ArchiveFetchTest::replacesWhatDoesNotRead() {
  HttpServer server;
  auto files = smallCifar10();
  files[2].bytes[0] = 10;  // no class of ten
  QVERIFY(writeFiles(at("data/cifar-10-batches-bin"), files));
  verifyThere(fetch(published(good_, server), options()));
  files[2].bytes.chop(1);
  QVERIFY(writeFiles(at("data/cifar-10-batches-bin"), {files[2]}));
  verifyThere(fetch(published(good_, server), options()));
}

void ArchiveFetchTest::aHostileArchiveLeavesNothing() {
  HttpServer server;
  auto entries = goodEntries();
  entries.push_back({"cifar-10-batches-bin/../../../planted", "x"});
  verifyNothing(fetch(published(gzip(tarOf(entries)), server), options()),
                {folder_->filePath("data/" + kArchive), "../../../planted", "leads out"});
  QCOMPARE(QDir(folder_->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
           QStringList{"data"});
  entries.back() = {"cifar-10-batches-bin/data_batch_1.bin", {}, AE_IFLNK, "/etc/passwd"};
  entries.erase(entries.begin() + 2);
  verifyNothing(fetch(published(gzip(tarOf(entries)), server), options()),
                {"data_batch_1.bin", "a symbolic link"});
}

void ArchiveFetchTest::anArchiveThatDoesNotReadLeavesNothing() {
  HttpServer server;
  auto entries = goodEntries();
  entries[4].bytes[3073] = 11;
  verifyNothing(
      fetch(published(gzip(tarOf(entries)), server), options()),
      {folder_->filePath("data/" + kArchive) + "/data_batch_3.bin, record 2", "label 11"});
}

void ArchiveFetchTest::whatWasThereOutlivesARefusal() {
  HttpServer server;
  auto older = smallCifar10();
  older[0].bytes = records(5, 3);
  QVERIFY(writeFiles(at("data/cifar-10-batches-bin"), older));
  auto entries = goodEntries();
  entries.push_back({"surplus", "x"});
  QVERIFY(!fetch(published(gzip(tarOf(entries)), server), options()));
  for (const auto& file : older)
    QVERIFY(readFile(at("data/cifar-10-batches-bin") / file.name) == file.bytes);
}

void ArchiveFetchTest::cancelledWhileUnpackingItKeepsTheArchive() {
  HttpServer server;
  std::stop_source source;
  auto options = this->options();
  options.progress = [&](const FetchProgress& report) {
    if (report.file == "data_batch_1.bin") source.request_stop();
  };
  const auto dataset = published(good_, server);
  verifyNothing(fetch(dataset, options, source.get_token()), {"cancelled"});
  QVERIFY(readFile(at("data/" + kArchive)) == good_);
  verifyThere(fetch(dataset, this->options()));
  QCOMPARE(server.requests().size(), std::size_t{1});
}

void ArchiveFetchTest::fromAFolderWithTheArchive() {
  QVERIFY(writeFile(at("medium/" + kArchive), good_));
  verifyThere(fetch(remote("other bytes than these", {}), options("medium")));
  QVERIFY(readFile(at("medium/" + kArchive)) == good_);
}

void ArchiveFetchTest::fromAFolderWithTheFiles_data() {
  QTest::addColumn<QString>("place");
  QTest::addColumn<bool>("packed");
  QTest::newRow("in their folder") << "medium/cifar-10-batches-bin" << false;
  QTest::newRow("in the folder itself") << "medium" << false;
  QTest::newRow("packed") << "medium" << true;
}

void ArchiveFetchTest::fromAFolderWithTheFiles() {
  QFETCH(QString, place);
  QFETCH(bool, packed);
  for (const auto& file : smallCifar10())
    QVERIFY(writeFile(at(place) / (file.name + (packed ? ".gz" : "")),
                      packed ? gzip(file.bytes) : file.bytes));
  const auto result = fetch(remote(good_, {}), options("medium"));
  if (!packed) return verifyThere(result);
  QVERIFY2(result, result ? "" : result.error().message.c_str());
  QVERIFY(readFile(at("data/cifar-10-batches-bin/test_batch.bin.gz")) == gzip(records(3, 0)));
}

void ArchiveFetchTest::fromAFolderWithNeither() {
  QVERIFY(writeFile(at("medium/data_batch_1.bin"), records(2, 1)));
  verifyNothing(
      fetch(remote(good_, {}), options("medium")),
      {folder_->filePath("medium") + ": it lacks data_batch_2.bin", "data_batch_5.bin", kArchive});
}

QTEST_GUILESS_MAIN(ArchiveFetchTest)
#include "archive_fetch_test.moc"
