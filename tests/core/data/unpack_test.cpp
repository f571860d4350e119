// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/unpack.h"

#include <QTemporaryDir>
#include <QtTest>

#include "tests/core/data/archives.h"
#include "tests/support/file_size_limit.h"

using telegrad::Result;
using telegrad::UnpackOrder;

namespace {

const std::string kFolder = "cifar-10-batches-bin/";

std::vector<TarEntry> goodAnd(TarEntry more) {
  auto entries = goodEntries();
  entries.push_back(std::move(more));
  return entries;
}

/// The good archive, but for one of its files.
std::vector<TarEntry> goodBut(TarEntry other) {
  auto entries = goodEntries();
  for (auto& entry : entries)
    if (entry.path == other.path) entry = other;
  return entries;
}

}  // namespace

class UnpackTest : public QObject {
  Q_OBJECT
 private slots:
  void init();
  void takesTheFilesAlone();
  void takesPathsFromHere();
  void refusesEntries_data();
  void refusesEntries();
  void refusesArchives_data();
  void refusesArchives();
  void aMissingFileIsNamed();
  void canBeCancelled();
  void aFullDiskIsNamed();

 private:
  std::filesystem::path at(const QString& name) const { return pathOf(folder_->filePath(name)); }
  Result<void> run(const QByteArray& archive, const std::stop_token& stop = {});
  void verifyRefuses(const QByteArray& archive, const QStringList& words);

  UnpackOrder order_;
  std::unique_ptr<QTemporaryDir> folder_;
};

void UnpackTest::init() {
  folder_ = std::make_unique<QTemporaryDir>();
  QVERIFY(folder_->isValid());
  order_ = {.archive = at("some.tar.gz"),
            .contents = smallContents(),
            .folder = at("deep/out"),
            .progress = {}};
  std::filesystem::create_directories(order_.folder);
}

Result<void> UnpackTest::run(const QByteArray& archive, const std::stop_token& stop) {
  if (!writeFile(order_.archive, archive)) qFatal("cannot write the test's own archive");
  return unpack(order_, stop);
}

void UnpackTest::verifyRefuses(const QByteArray& archive, const QStringList& words) {
  const auto result = run(archive);
  QVERIFY(!result);
  const auto message = QString::fromStdString(result.error().message);
  QVERIFY2(message.startsWith(folder_->filePath("some.tar.gz")), qPrintable(message));
  for (const auto& word : words)
    QVERIFY2(message.contains(word), qPrintable(message + "\nlacks\n" + word));
  // Whatever was written has a dataset's name and is where it was told to be, and no link.
  QStringList there;
  QDirIterator all(folder_->path(),
                   QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                   QDirIterator::Subdirectories);
  while (all.hasNext()) {
    const QFileInfo info(all.next());
    const auto name = info.fileName();
    QVERIFY2(!info.isSymLink(), qPrintable(name));
    if (!info.isFile() || name == "some.tar.gz") continue;
    QVERIFY2(info.path() == folder_->filePath("deep/out"), qPrintable(info.filePath()));
    QVERIFY2(name.startsWith("data_batch_") || name == "test_batch.bin", qPrintable(name));
  }
}

void UnpackTest::takesTheFilesAlone() {
  std::vector<std::int64_t> reports;
  order_.progress = [&](const std::string& file, std::int64_t done) {
    QVERIFY(file.ends_with(".bin"));
    reports.push_back(done);
  };
  const auto result = run(gzip(tarOf(goodEntries())));
  QVERIFY2(result, result ? "" : result.error().message.c_str());
  for (const auto& file : smallCifar10())
    QVERIFY(readFile(order_.folder / file.name) == file.bytes);
  QVERIFY(!std::filesystem::exists(order_.folder / "batches.meta.txt"));
  QVERIFY(std::ranges::is_sorted(reports));
  QCOMPARE(reports.back(), std::int64_t{13} * 3073);
}

void UnpackTest::takesPathsFromHere() {
  auto entries = goodEntries();
  for (auto& entry : entries) entry.path = "./" + entry.path;
  entries.insert(entries.begin(), {"./", {}, AE_IFDIR});
  const auto result = run(gzip(tarOf(entries)));
  QVERIFY2(result, result ? "" : result.error().message.c_str());
}

void UnpackTest::refusesEntries_data() {
  QTest::addColumn<QByteArray>("archive");
  QTest::addColumn<QStringList>("words");
  const auto row = [](const char* name, const std::vector<TarEntry>& entries,
                      const QStringList& words) {
    QTest::newRow(name) << gzip(tarOf(entries)) << words;
  };
  const auto first = kFolder + "data_batch_1.bin";
  row("an absolute path", goodAnd({"/tmp/data_batch_1.bin", "x"}),
      {"\"/tmp/data_batch_1.bin\"", "leads out of the folder", "allowed: data_batch_1.bin"});
  row("up", goodAnd({"../data_batch_1.bin", "x"}), {"\"../data_batch_1.bin\"", "leads out"});
  row("up, from within", goodAnd({kFolder + "../../data_batch_1.bin", "x"}), {"leads out"});
  row("up, twice hidden", goodAnd({"./" + kFolder + "./../../x", "x"}), {"leads out"});
  row("a symbolic link", goodBut({first, {}, AE_IFLNK, "/etc/passwd"}),
      {first.c_str(), "a symbolic link"});
  row("the folder is a link", {{"cifar-10-batches-bin", {}, AE_IFLNK, "/tmp"}},
      {"\"cifar-10-batches-bin\"", "a symbolic link"});
  row("a hard link", goodBut({first, {}, AE_IFREG, "/etc/passwd"}), {first.c_str(), "a hard link"});
  row("a device", goodBut({first, {}, AE_IFCHR}), {first.c_str(), "a device"});
  row("a disk", goodBut({first, {}, AE_IFBLK}), {first.c_str(), "a device"});
  row("a pipe", goodBut({first, {}, AE_IFIFO}), {first.c_str(), "a named pipe"});
  row("a folder for a file", goodBut({first, {}, AE_IFDIR}), {first.c_str(), "a folder"});
  row("another name", goodAnd({kFolder + "data_batch_6.bin", "x"}),
      {"data_batch_6.bin", "another name"});
  row("another folder", goodAnd({"other/data_batch_1.bin", "x"}), {"other/", "another name"});
  row("a folder in it", goodAnd({kFolder + "more/", {}, AE_IFDIR}), {"more", "a folder"});
  row("beside its folder", goodAnd({"test_batch.bin", "x"}), {"test_batch.bin", "another name"});
  row("too large", goodBut({first, records(3, 1)}), {first.c_str(), "9219 bytes", "most 6146"});
  row("the text too large", goodBut({kFolder + "batches.meta.txt", QByteArray(2000000, 'x')}),
      {"batches.meta.txt", "2000000 bytes"});
  row("twice", goodAnd({first, records(2, 7)}), {first.c_str(), "second time"});
  row("twice, said otherwise", goodAnd({"./" + first, records(2, 7)}), {"second time"});
  row("what a terminal obeys", goodAnd({"x\033[2Jy", "x"}), {"\"x?[2Jy\""});
}

void UnpackTest::refusesEntries() {
  QFETCH(QByteArray, archive);
  QFETCH(QStringList, words);
  verifyRefuses(archive, words);
}

void UnpackTest::refusesArchives_data() {
  QTest::addColumn<QByteArray>("archive");
  QTest::addColumn<QStringList>("words");
  const auto tar = tarOf(goodEntries());
  const auto row = [](const char* name, const QByteArray& archive, const QStringList& words) {
    QTest::newRow(name) << archive << words;
  };
  row("nothing", {}, {"empty"});
  row("a page", "<html>no such file</html>", {"not a gzip file"});
  row("a tar that is not packed", tar, {"not a gzip file"});
  row("a packed page", gzip("<html>no such file</html>"), {"not a tar archive"});
  row("a packed nothing", gzip({}), {"not a tar archive"});
  row("packed twice", gzip(gzip(tar)), {"not a tar archive"});
  row("gzip that ends early", gzip(tar).chopped(200), {"truncated"});
  row("gzip without its last byte", gzip(tar).chopped(1), {"truncated"});
  row("tar that ends in a file", gzip(tar.left(10000)), {"Truncated"});
  row("tar that ends in a header", gzip(tar.left(700)), {"not all of one"});
  auto header = tar;
  header[512 + 20] = static_cast<char>(header[512 + 20] ^ 1);
  row("a header that was changed", gzip(header), {"not a tar archive"});
  auto flipped = gzip(tar);
  flipped[flipped.size() - 6] = static_cast<char>(flipped[flipped.size() - 6] ^ 1);
  row("bytes that were changed", flipped, {"damaged"});
  row("more after the end", gzip(tar + QByteArray(2000000, '\0')), {"after the archive's end"});
  row("garbage after the stream", gzip(tar) + "more", {"garbage"});
}

void UnpackTest::refusesArchives() {
  QFETCH(QByteArray, archive);
  QFETCH(QStringList, words);
  verifyRefuses(archive, words);
}

void UnpackTest::aMissingFileIsNamed() {
  auto entries = goodEntries();
  std::erase_if(entries, [](const auto& entry) {
    return entry.path.ends_with("data_batch_2.bin") || entry.path.ends_with("test_batch.bin");
  });
  verifyRefuses(gzip(tarOf(entries)), {"it lacks data_batch_2.bin, test_batch.bin"});
}

void UnpackTest::canBeCancelled() {
  std::stop_source source;
  // In the middle: what is not yet read of the archive is then asked for no more.
  order_.progress = [&](const std::string& file, std::int64_t /*done*/) {
    if (file == "data_batch_1.bin") source.request_stop();
  };
  auto large = goodEntries();
  for (auto& entry : large)
    if (entry.path.ends_with(".bin")) entry.bytes = QByteArray(100 * 3073, '\1');
  for (auto& file : order_.contents.files) file.bytes = 100 * 3073;
  const auto result = run(gzip(tarOf(large)), source.get_token());
  QVERIFY(!result);
  QVERIFY(result.error().message.starts_with("cancelled"));
  QVERIFY(!std::filesystem::exists(order_.folder / "data_batch_3.bin"));
}

void UnpackTest::aFullDiskIsNamed() {
  if (!writeFile(order_.archive, gzip(tarOf(goodEntries())))) qFatal("cannot write the archive");
  const telegrad::test::FileSizeLimit limit(1000);
  const auto result = unpack(order_, {});
  QVERIFY(!result);
  const auto message = QString::fromStdString(result.error().message);
  QVERIFY2(message.contains("data_batch_1.bin: cannot be written: File too large"),
           qPrintable(message));
}

QTEST_GUILESS_MAIN(UnpackTest)
#include "unpack_test.moc"
