// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/folder_copy.h"

#include <QTemporaryDir>
#include <QtTest>

#include "tests/core/data/published.h"
#include "tests/support/file_size_limit.h"

using telegrad::FetchOptions;
using telegrad::FetchProgress;
using telegrad::RemoteDataset;
using telegrad::Result;

class FolderCopyTest : public QObject {
  Q_OBJECT
 private slots:
  void init();
  void copiesThePublished();
  void takesRepackedFilesThatRead();
  void refusesWhatDoesNotRead();
  void namesWhatIsMissing();
  void aFullDiskIsNamed();
  void canBeCancelled();

 private:
  /// Copies from the folder of that name to the folder "data".
  Result<void> copy(const RemoteDataset& dataset, const QString& from, FetchOptions options = {},
                    const std::stop_token& stop = {}) const {
    options.folder = at("data");
    return copyFromFolder(dataset, at(from), options, stop);
  }
  std::filesystem::path at(const QString& name) const { return pathOf(folder_->filePath(name)); }
  void verifyFailsAndLeavesNothing(const Result<void>& result, const QStringList& words) const;

  std::unique_ptr<QTemporaryDir> folder_;
};

void FolderCopyTest::init() {
  folder_ = std::make_unique<QTemporaryDir>();
  QVERIFY(folder_->isValid());
}

void FolderCopyTest::verifyFailsAndLeavesNothing(const Result<void>& result,
                                                 const QStringList& words) const {
  QVERIFY(!result);
  const auto message = QString::fromStdString(result.error().message);
  for (const auto& word : words)
    QVERIFY2(message.contains(word), qPrintable(message + "\nlacks\n" + word));
  // At the most the folder they would have gone to.
  std::error_code missing;
  QVERIFY(std::filesystem::is_empty(at("data/mnist"), missing) || missing);
  QVERIFY(!std::filesystem::exists(at("data/.incoming-mnist")));
}

void FolderCopyTest::copiesThePublished() {
  const auto dataset = publish(at("published"));
  std::filesystem::create_directory(at("medium"));
  std::filesystem::rename(at("published"), at("medium/mnist"));
  const auto result = copy(dataset, "medium");
  QVERIFY2(result, result ? "" : result.error().message.c_str());
  for (const auto& file : dataset.files)
    QVERIFY(readFile(at("data/mnist") / file.name) == readFile(at("medium/mnist") / file.name));
}

void FolderCopyTest::takesRepackedFilesThatRead() {
  const auto dataset = publish(at("published"));
  QVERIFY(writeDataset(at("other"), 20, 10, false));
  QVERIFY(writeDataset(at("data/mnist"), 3, 2, true));  // older, in the other form
  FetchOptions options;
  FetchProgress last;
  options.progress = [&](const FetchProgress& report) { last = report; };
  const auto result = copy(dataset, "other", options);
  QVERIFY2(result, result ? "" : result.error().message.c_str());
  QVERIFY(readFile(at("data/mnist/train-images-idx3-ubyte")) == idxImages(20));
  QVERIFY(!std::filesystem::exists(at("data/mnist/train-images-idx3-ubyte.gz")));
  QCOMPARE(last.done, last.total);
  QCOMPARE(last.total, std::int64_t{16 + 20 * 784 + 8 + 20 + 16 + 10 * 784 + 8 + 10});
}

void FolderCopyTest::refusesWhatDoesNotRead() {
  const auto dataset = publish(at("published"));
  QVERIFY(writeDataset(at("other"), 20, 10, true));
  QVERIFY(writeFile(at("other/t10k-labels-idx1-ubyte.gz"), gzip(idxLabels(9))));
  verifyFailsAndLeavesNothing(copy(dataset, "other"),
                              {folder_->filePath("other/t10k-images-idx3-ubyte.gz"), "9 labels"});
}

void FolderCopyTest::namesWhatIsMissing() {
  const auto dataset = publish(at("published"));
  QVERIFY(std::filesystem::remove(at("published/train-labels-idx1-ubyte.gz")));
  verifyFailsAndLeavesNothing(
      copy(dataset, "published"),
      {folder_->filePath("published/mnist") + ": it lacks train-images-idx3-ubyte.gz",
       folder_->filePath("published") + ": it lacks train-labels-idx1-ubyte.gz"});
}

void FolderCopyTest::aFullDiskIsNamed() {
  const auto dataset = publish(at("published"));
  QVERIFY(writeDataset(at("other"), 20, 10, false));
  const telegrad::test::FileSizeLimit limit(1000);
  verifyFailsAndLeavesNothing(copy(dataset, "other"),
                              {"train-images-idx3-ubyte", "cannot be written", "File too large"});
}

void FolderCopyTest::canBeCancelled() {
  const auto dataset = publish(at("published"));
  std::stop_source source;
  source.request_stop();
  verifyFailsAndLeavesNothing(copy(dataset, "published", {}, source.get_token()), {"cancelled"});
}

QTEST_GUILESS_MAIN(FolderCopyTest)
#include "folder_copy_test.moc"
