// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/idx.h"

#include <QTemporaryDir>
#include <QtTest>
#include <sys/resource.h>

#include "tests/core/data/idx_files.h"

using telegrad::readIdx;

namespace {

constexpr telegrad::IdxFormat kFormat{.height = 28, .width = 28, .classes = 10};
constexpr int kImagesHeader = 16;

}  // namespace

class IdxTest : public QObject {
  Q_OBJECT
 private slots:
  void init() {
    folder_ = std::make_unique<QTemporaryDir>();
    QVERIFY(folder_->isValid());
  }
  void readsPlainAndGzip_data();
  void readsPlainAndGzip();
  void readsGzipMembersInARow();
  void refuses_data();
  void refuses();
  void refusesCountsThatDiffer();
  void refusesAMissingFile();
  void refusesAFolder();
  void aHeaderThatLiesTakesNoMemory();

 private:
  std::filesystem::path images() const { return pathOf(folder_->filePath("images")); }
  std::filesystem::path labels() const { return pathOf(folder_->filePath("labels")); }
  telegrad::Result<telegrad::Images> read() const { return readIdx(images(), labels(), kFormat); }

  std::unique_ptr<QTemporaryDir> folder_;
};

void IdxTest::readsPlainAndGzip_data() {
  QTest::addColumn<bool>("packed");
  QTest::newRow("plain") << false;
  QTest::newRow("gzip") << true;
}

void IdxTest::readsPlainAndGzip() {
  QFETCH(bool, packed);
  constexpr quint32 kCount = 3000;  // above one chunk of reading
  const auto form = [&](const QByteArray& bytes) { return packed ? gzip(bytes) : bytes; };
  QVERIFY(writeFile(images(), form(idxImages(kCount))));
  QVERIFY(writeFile(labels(), form(idxLabels(kCount))));
  const auto read = this->read();
  QVERIFY2(read, read ? "" : read.error().message.c_str());
  QCOMPARE(read->shape, (telegrad::Shape{1, 28, 28}));
  QCOMPARE(read->count(), std::size_t{kCount});
  QCOMPARE(read->pixels.size(), std::size_t{kCount} * 784);
  for (std::size_t i = 0; i < read->pixels.size(); ++i)
    if (read->pixels[i] != i % 251) QCOMPARE(read->pixels[i], i % 251);
  for (std::size_t i = 0; i < kCount; ++i) QCOMPARE(read->labels[i], i % 10);
}

void IdxTest::readsGzipMembersInARow() {
  const auto whole = idxImages(4);
  QVERIFY(writeFile(images(), gzip(whole.left(1000)) + gzip(whole.mid(1000))));
  QVERIFY(writeFile(labels(), idxLabels(4)));
  const auto read = this->read();
  QVERIFY2(read, read ? "" : read.error().message.c_str());
  QCOMPARE(QByteArray(reinterpret_cast<const char*>(read->pixels.data()),
                      static_cast<qsizetype>(read->pixels.size())),
           whole.mid(kImagesHeader));
}

void IdxTest::refuses_data() {
  QTest::addColumn<QByteArray>("imagesFile");
  QTest::addColumn<QByteArray>("labelsFile");
  QTest::addColumn<QString>("file");
  QTest::addColumn<QStringList>("words");
  const auto images = idxImages(5);
  const auto labels = idxLabels(5);
  auto badLabel = labels;
  badLabel[8 + 3] = 10;
  auto flipped = gzip(images);
  flipped[flipped.size() - 6] = static_cast<char>(flipped[flipped.size() - 6] ^ 1);  // in the CRC

  const auto row = [](const char* name, const QByteArray& i, const QByteArray& l, const char* file,
                      const QStringList& words) {
    QTest::newRow(name) << i << l << QString(file) << words;
  };
  row("empty", "", labels, "images", {"empty"});
  row("no magic", images.left(3), labels, "images", {"truncated", "read 3"});
  row("no header", images.left(11), labels, "images", {"truncated", "read 7", "12"});
  row("truncated", images.chopped(1), labels, "images",
      {"truncated", "promises 3920", "read 3919"});
  row("surplus", images + "x", labels, "images", {"left over", "3920"});
  row("labels for images", labels, labels, "images", {"0x00000801", "0x00000803"});
  row("images for labels", images, images, "labels", {"0x00000803", "0x00000801"});
  row("another size", idxImages(5, 32, 30), labels, "images", {"32x30", "28x28"});
  row("no images", idxImages(0), idxLabels(0), "images", {"no images"});
  row("labels truncated", images, labels.chopped(2), "labels",
      {"truncated", "promises 5", "read 3"});
  row("labels surplus", images, labels + '\1', "labels", {"left over"});
  row("label out of range", images, badLabel, "labels", {"label 10", "example 3", "0 to 9"});
  row("gzip cut", gzip(images).chopped(20), labels, "images", {"gzip stream is truncated"});
  row("gzip without its check sum", gzip(images).chopped(8), labels, "images",
      {"gzip stream is truncated"});
  row("gzip of a cut file", gzip(images.chopped(1)), labels, "images", {"truncated", "3919"});
  row("gzip, garbage after", gzip(images) + "junk", labels, "images", {"4 bytes of garbage"});
  row("gzip, zeros after", gzip(images) + QByteArray(512, '\0'), labels, "images",
      {"512 bytes of garbage"});
  row("gzip, surplus inside", gzip(images + "x"), labels, "images", {"left over"});
  row("gzip, wrong check sum", flipped, labels, "images", {"gzip stream is damaged"});
  row("gzip, only its mark", QByteArray("\x1f\x8b", 2), labels, "images",
      {"gzip stream is truncated"});
}

void IdxTest::refuses() {
  QFETCH(QByteArray, imagesFile);
  QFETCH(QByteArray, labelsFile);
  QFETCH(QString, file);
  QFETCH(QStringList, words);
  QVERIFY(writeFile(images(), imagesFile));
  QVERIFY(writeFile(labels(), labelsFile));
  const auto read = this->read();
  QVERIFY(!read);
  const auto message = QString::fromStdString(read.error().message);
  QVERIFY2(message.startsWith(folder_->filePath(file) + ": "), qPrintable(message));
  for (const auto& word : words) QVERIFY2(message.contains(word), qPrintable(message));
}

void IdxTest::refusesCountsThatDiffer() {
  QVERIFY(writeFile(images(), idxImages(5)));
  QVERIFY(writeFile(labels(), idxLabels(6)));
  const auto read = this->read();
  QVERIFY(!read);
  const auto message = QString::fromStdString(read.error().message);
  for (const auto& word :
       {folder_->filePath("images") + " holds 5 images", folder_->filePath("labels") + " 6 labels"})
    QVERIFY2(message.contains(word), qPrintable(message));
}

void IdxTest::refusesAMissingFile() {
  QVERIFY(writeFile(images(), idxImages(5)));
  const auto read = this->read();
  QVERIFY(!read);
  QCOMPARE(read.error().message, labels().string() + ": no such file");
}

void IdxTest::refusesAFolder() {
  std::filesystem::create_directory(images());
  const auto read = this->read();
  QVERIFY(!read);
  QCOMPARE(read.error().message, images().string() + ": not a file");
}

void IdxTest::aHeaderThatLiesTakesNoMemory() {
  // 2^32 - 1 images would be 3.4 TB; reserving them would throw.
  const auto header = bigEndian({0x803, 0xFFFFFFFF, 28, 28});
  for (const auto& file : {header + "few", gzip(header + "few")}) {
    QVERIFY(writeFile(images(), file));
    QVERIFY(writeFile(labels(), idxLabels(1)));
    rusage before{};
    getrusage(RUSAGE_SELF, &before);
    const auto read = this->read();
    rusage after{};
    getrusage(RUSAGE_SELF, &after);
    QVERIFY(!read);
    QVERIFY(QString::fromStdString(read.error().message).contains("read 3"));
    constexpr long kKilobytes = 32 * 1024;
    QVERIFY(after.ru_maxrss - before.ru_maxrss < kKilobytes);
  }
}

QTEST_APPLESS_MAIN(IdxTest)
#include "idx_test.moc"
