// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/cifar.h"

#include <algorithm>
#include <set>

#include <QTemporaryDir>
#include <QtTest>

#include "tests/core/data/cifar_files.h"

using namespace telegrad;

namespace {

const CifarFormat kTen{.labels = {10}};
const CifarFormat kHundred{.labels = {20, 100}};

Result<Dataset> load(const std::string& key, const std::filesystem::path& folder,
                     bool augment = true) {
  const auto entry = *find(datasets(), key, "dataset");
  return entry->make(*Settings::from(entry->parameters, {{"augment", augment}}))
      ->load(DataFolders{{folder}});
}

}  // namespace

class CifarTest : public QObject {
  Q_OBJECT
 private slots:
  void init() {
    folder_ = std::make_unique<QTemporaryDir>();
    QVERIFY(folder_->isValid());
  }
  void readsFilesOneAfterAnother_data();
  void readsFilesOneAfterAnother();
  void theFineLabelIsTheExamples();
  void refuses_data();
  void refuses();
  void cifar10IsReadFromItsFolder();
  void cifar100IsReadFromItsFolder();
  void whatIsMissingIsNamed();

 private:
  std::filesystem::path at(const QString& name) const { return pathOf(folder_->filePath(name)); }
  bool writeTen(const QString& place, const QByteArray& fifth) const {
    for (int i = 1; i < 5; ++i)
      if (!writeFile(at(place + QString("/data_batch_%1.bin").arg(i)), records(2, i))) return false;
    return writeFile(at(place + "/data_batch_5.bin"), fifth) &&
           writeFile(at(place + "/test_batch.bin"), records(3, 0));
  }
  std::unique_ptr<QTemporaryDir> folder_;
};

void CifarTest::readsFilesOneAfterAnother_data() {
  QTest::addColumn<bool>("packed");
  QTest::newRow("plain") << false;
  QTest::newRow("gzip") << true;
}

void CifarTest::readsFilesOneAfterAnother() {
  QFETCH(bool, packed);
  const auto form = [&](const QByteArray& bytes) { return packed ? gzip(bytes) : bytes; };
  QVERIFY(writeFile(at("a"), form(records(3, 2))));
  QVERIFY(writeFile(at("b"), form(records(1, 9))));
  const auto read = readCifar({at("a"), at("b")}, kTen);
  QVERIFY2(read, read ? "" : read.error().message.c_str());
  QCOMPARE(read->shape, (Shape{3, 32, 32}));
  QCOMPARE(read->labels, (std::vector<std::uint8_t>{2, 3, 4, 9}));
  QCOMPARE(read->pixels.size(), std::size_t{4 * 3072});
  for (std::size_t i = 0; i < std::size_t{3 * 3072}; ++i) QVERIFY(read->pixels[i] == i % 251);
  QCOMPARE(read->pixels[3 * 3072 + 5], std::uint8_t{5});
}

void CifarTest::theFineLabelIsTheExamples() {
  QVERIFY(writeFile(at("a"), records(2, 98, true)));
  const auto read = readCifar({at("a")}, kHundred);
  QVERIFY2(read, read ? "" : read.error().message.c_str());
  QCOMPARE(read->labels, (std::vector<std::uint8_t>{98, 99}));
  QCOMPARE(read->pixels[1], std::uint8_t{1});
}

void CifarTest::refuses_data() {
  QTest::addColumn<QByteArray>("file");
  QTest::addColumn<bool>("hundred");
  QTest::addColumn<QStringList>("words");
  const auto row = [](const char* name, const QByteArray& file, bool hundred,
                      const QStringList& words) {
    QTest::newRow(name) << file << hundred << words;
  };
  row("nothing", {}, false, {"empty"});
  row("a label alone", records(1, 1).left(1), false, {"truncated", "1 bytes", "3073"});
  row("half a record", records(2, 1).chopped(100), false, {"truncated", "6046 bytes", "3073"});
  row("one byte more", records(2, 1) + "x", false, {"truncated", "6147 bytes"});
  row("a label beyond the classes", records(2, 9), false,
      {"record 2", "label 10", "allowed: 0 to 9"});
  row("a fine label beyond", records(1, 100, true), true, {"label 100", "allowed: 0 to 99"});
  auto coarse = records(1, 5, true);
  coarse[0] = 20;
  row("a coarse label beyond", coarse, true, {"label 20", "allowed: 0 to 19"});
  row("CIFAR-10's records for CIFAR-100", records(2, 3), true, {"allowed"});
  row("truncated gzip", gzip(records(2, 1)).chopped(10), false, {"truncated"});
  auto flipped = gzip(records(2, 1));
  flipped[flipped.size() - 6] = static_cast<char>(flipped[flipped.size() - 6] ^ 1);
  row("damaged gzip", flipped, false, {"damaged"});
}

void CifarTest::refuses() {
  QFETCH(QByteArray, file);
  QFETCH(bool, hundred);
  QFETCH(QStringList, words);
  QVERIFY(writeFile(at("a"), file));
  const auto read = readCifar({at("a")}, hundred ? kHundred : kTen);
  QVERIFY(!read);
  const auto message = QString::fromStdString(read.error().message);
  QVERIFY2(message.startsWith(folder_->filePath("a")), qPrintable(message));
  for (const auto& word : words) QVERIFY2(message.contains(word), qPrintable(message));
}

void CifarTest::cifar10IsReadFromItsFolder() {
  QVERIFY(writeTen("data/cifar-10-batches-bin", records(2, 5)));
  for (const auto* place : {"data", "data/cifar-10-batches-bin", "data/cifar-10-batches-bin/"}) {
    const auto dataset = load("cifar-10", at(place));
    QVERIFY2(dataset, dataset ? "" : dataset.error().message.c_str());
    QCOMPARE(dataset->classes, std::size_t{10});
    QCOMPARE(dataset->classNames.size(), std::size_t{10});
    QCOMPARE(dataset->classNames[8], std::string("ship"));
    QCOMPARE(dataset->train.labels, (std::vector<std::uint8_t>{1, 2, 2, 3, 3, 4, 4, 5, 5, 6}));
    QCOMPARE(dataset->test.count(), std::size_t{3});
    QCOMPARE(dataset->normalisation.mean, (std::vector{0.4914F, 0.4822F, 0.4465F}));
    QCOMPARE(dataset->normalisation.deviation, (std::vector{0.2023F, 0.1994F, 0.2010F}));
    QVERIFY(dataset->augmentation.padding == 4 && dataset->augmentation.flip &&
            dataset->augmentation.rotation == 0.0);
  }
  QVERIFY(!load("cifar-10", at("data"), false)->augmentation.any());
  QVERIFY(writeTen("data/cifar-10-batches-bin", records(2, 9)));
  const auto damaged = load("cifar-10", at("data"));
  QVERIFY(!damaged);
  QVERIFY(damaged.error().message.find("data_batch_5.bin") != std::string::npos);
}

void CifarTest::cifar100IsReadFromItsFolder() {
  QVERIFY(writeFile(at("cifar-100-binary/train.bin"), records(3, 0, true)));
  QVERIFY(writeFile(at("cifar-100-binary/test.bin.gz"), gzip(records(2, 50, true))));
  const auto dataset = load("cifar-100", at("."));
  QVERIFY2(dataset, dataset ? "" : dataset.error().message.c_str());
  QCOMPARE(dataset->classes, std::size_t{100});
  QCOMPARE(std::set(dataset->classNames.begin(), dataset->classNames.end()).size(),
           std::size_t{100});
  QVERIFY(std::ranges::is_sorted(dataset->classNames));  // as the dataset numbers them
  QCOMPARE(dataset->test.labels, (std::vector<std::uint8_t>{50, 51}));
  QCOMPARE(dataset->normalisation.deviation, dataset->normalisation.mean);  // as the paper's code
  QVERIFY(dataset->augmentation.rotation == 15.0);
}

void CifarTest::whatIsMissingIsNamed() {
  QVERIFY(writeTen("cifar-10-batches-bin", records(2, 5)));
  QVERIFY(QFile::remove(folder_->filePath("cifar-10-batches-bin/data_batch_3.bin")));
  const auto dataset = load("cifar-10", at("."));
  QVERIFY(!dataset);
  const auto message = QString::fromStdString(dataset.error().message);
  for (const auto* word :
       {"data_batch_3.bin", "cifar-10-batches-bin", "telegrad-cli fetch cifar-10"})
    QVERIFY2(message.contains(word), qPrintable(message));
}

QTEST_APPLESS_MAIN(CifarTest)
#include "cifar_test.moc"
