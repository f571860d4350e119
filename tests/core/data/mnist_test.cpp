// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>

#include "core/data/dataset.h"
#include "tests/core/data/idx_files.h"

using telegrad::DataFolders;
using telegrad::Dataset;
using telegrad::Result;

namespace {

Result<Dataset> load(const std::string& key, const std::vector<std::filesystem::path>& folders) {
  const auto entry = telegrad::find(telegrad::datasets(), key, "dataset");
  if (!entry) return entry.error();
  const auto settings = telegrad::Settings::from((*entry)->parameters);
  if (!settings) return settings.error();
  return (*entry)->make(*settings)->load(DataFolders{folders});
}

}  // namespace

class MnistTest : public QObject {
  Q_OBJECT
 private slots:
  void init();
  void hasThePublishedNormalisation_data();
  void hasThePublishedNormalisation();
  void readsTheKeysFolder();
  void readsAFolderOfThatName();
  void takesNoFolderOfAnotherName();
  void plainGoesBeforeGzip();
  void mixesPlainAndGzip();
  void firstCompletePlaceWins();
  void aDamagedPlaceIsNotPassedOver();
  void namesEveryPlaceSearched();

 private:
  std::filesystem::path at(const char* name) const { return pathOf(folder_->filePath(name)); }
  std::unique_ptr<QTemporaryDir> folder_;
};

void MnistTest::init() {
  folder_ = std::make_unique<QTemporaryDir>();
  QVERIFY(folder_->isValid());
}

void MnistTest::hasThePublishedNormalisation_data() {
  QTest::addColumn<float>("mean");
  QTest::addColumn<float>("deviation");
  QTest::newRow("mnist") << 0.1307F << 0.3081F;
  QTest::newRow("fashion-mnist") << 0.2860F << 0.3530F;
}

void MnistTest::hasThePublishedNormalisation() {
  QFETCH(float, mean);
  QFETCH(float, deviation);
  const std::string key = QTest::currentDataTag();
  QVERIFY(writeDataset(at("data") / key, 7, 3, true));
  const auto dataset = load(key, {at("data")});
  QVERIFY2(dataset, dataset ? "" : dataset.error().message.c_str());
  QCOMPARE(dataset->key, key);
  QCOMPARE(dataset->classes, std::size_t{10});
  QCOMPARE(dataset->classNames.size(), dataset->classes);
  QCOMPARE(dataset->normalisation.mean, std::vector{mean});
  QCOMPARE(dataset->normalisation.deviation, std::vector{deviation});
}

void MnistTest::readsTheKeysFolder() {
  QVERIFY(writeDataset(at("data/mnist"), 7, 3, true));
  const auto dataset = load("mnist", {at("data")});
  QVERIFY(dataset);
  QCOMPARE(dataset->train.count(), std::size_t{7});
  QCOMPARE(dataset->test.count(), std::size_t{3});
  QCOMPARE(dataset->train.shape, (telegrad::Shape{1, 28, 28}));
  QCOMPARE(dataset->train.pixels[784], std::uint8_t{784 % 251});
  QCOMPARE(dataset->test.labels[2], std::uint8_t{2});
  QCOMPARE(dataset->origin, at("data/mnist").string());
}

void MnistTest::readsAFolderOfThatName() {
  QVERIFY(writeDataset(at("mnist"), 7, 3, false));
  QVERIFY(load("mnist", {at("mnist")}));
  QVERIFY(load("mnist", {at("mnist/")}));
  QVERIFY(load("mnist", {at("mnist/../mnist/.")}));
}

void MnistTest::takesNoFolderOfAnotherName() {
  // Fashion-MNIST's files have the same names: the folder's name is all that tells them apart.
  QVERIFY(writeDataset(at("fashion-mnist"), 7, 3, false));
  QVERIFY(!load("mnist", {at("fashion-mnist")}));
}

void MnistTest::plainGoesBeforeGzip() {
  QVERIFY(writeDataset(at("data/mnist"), 7, 3, true));
  QVERIFY(writeDataset(at("data/mnist"), 9, 5, false));
  const auto dataset = load("mnist", {at("data")});
  QVERIFY(dataset);
  QCOMPARE(dataset->train.count(), std::size_t{9});
}

void MnistTest::mixesPlainAndGzip() {
  QVERIFY(writeDataset(at("data/mnist"), 7, 3, true));
  QVERIFY(std::filesystem::remove(at("data/mnist/train-images-idx3-ubyte.gz")));
  QVERIFY(writeFile(at("data/mnist/train-images-idx3-ubyte"), idxImages(7)));
  QVERIFY(load("mnist", {at("data")}));
}

void MnistTest::firstCompletePlaceWins() {
  QVERIFY(writeDataset(at("broken/mnist"), 5, 1, true));
  QVERIFY(std::filesystem::remove(at("broken/mnist/t10k-labels-idx1-ubyte.gz")));
  QVERIFY(writeDataset(at("first/mnist"), 7, 3, true));
  QVERIFY(writeDataset(at("second/mnist"), 9, 3, true));
  const auto dataset = load("mnist", {at("broken"), at("first"), at("second")});
  QVERIFY(dataset);
  QCOMPARE(dataset->train.count(), std::size_t{7});
}

void MnistTest::aDamagedPlaceIsNotPassedOver() {
  QVERIFY(writeDataset(at("first/mnist"), 7, 3, true));
  QVERIFY(writeFile(at("first/mnist/t10k-labels-idx1-ubyte.gz"), gzip(idxLabels(4))));
  QVERIFY(writeDataset(at("second/mnist"), 9, 3, true));
  QVERIFY(!load("mnist", {at("first"), at("second")}));
}

void MnistTest::namesEveryPlaceSearched() {
  QVERIFY(writeDataset(at("half/mnist"), 7, 3, true));
  QVERIFY(std::filesystem::remove(at("half/mnist/t10k-images-idx3-ubyte.gz")));
  const auto dataset = load("mnist", {at("half"), at("none"), at("x/mnist")});
  QVERIFY(!dataset);
  const auto message = QString::fromStdString(dataset.error().message);
  for (const auto& word :
       {folder_->filePath("half/mnist") + ": it lacks t10k-images-idx3-ubyte (plain or .gz)",
        folder_->filePath("none/mnist") + ": no such folder",
        folder_->filePath("x/mnist/mnist") + ": ", folder_->filePath("x/mnist") + ": ",
        QString("telegrad-cli fetch mnist")})
    QVERIFY2(message.contains(word), qPrintable(message + "\nlacks\n" + word));
}

QTEST_APPLESS_MAIN(MnistTest)
#include "mnist_test.moc"
