// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>

#include "core/data/dataset.h"
#include "tests/core/data/cifar_files.h"

using namespace telegrad;

class MnistAndCifar10Test : public QObject {
  Q_OBJECT
 private slots:
  void init();
  void photographsComeFirst();
  void digitsAreMadeToLookAlike();
  void everySourceHasItsOwnTreatment();
  void whatIsMissingIsNamed();

 private:
  std::filesystem::path at(const QString& name) const { return pathOf(folder_->filePath(name)); }
  Result<Dataset> load(const Values& values = {}) const {
    const auto entry = *find(datasets(), "mnist-and-cifar-10", "dataset");
    return entry->make(*Settings::from(entry->parameters, values))
        ->load(DataFolders{{pathOf(folder_->path())}});
  }
  std::unique_ptr<QTemporaryDir> folder_;
};

void MnistAndCifar10Test::init() {
  folder_ = std::make_unique<QTemporaryDir>();
  QVERIFY(folder_->isValid());
  QVERIFY(writeFiles(at("cifar-10-batches-bin"), smallCifar10()));
  QVERIFY(writeDataset(at("mnist"), 4, 2, true));
}

void MnistAndCifar10Test::photographsComeFirst() {
  const auto dataset = load();
  QVERIFY2(dataset, dataset ? "" : dataset.error().message.c_str());
  QCOMPARE(dataset->key, std::string("mnist-and-cifar-10"));
  QCOMPARE(dataset->classes, std::size_t{10});
  QCOMPARE(dataset->train.labels,
           (std::vector<std::uint8_t>{1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 0, 1, 2, 3}));
  QCOMPARE(dataset->test.labels, (std::vector<std::uint8_t>{0, 1, 2, 0, 1}));
  for (const auto* images : {&dataset->train, &dataset->test}) {
    QCOMPARE(images->shape, (Shape{3, 32, 32}));
    QCOMPARE(images->pixels.size(), images->count() * 3072);
  }
  // The photographs are as they were: of two in each file, through 0, 1, ..., 250.
  for (std::size_t p = 0; p < std::size_t{2 * 3072}; ++p)
    QVERIFY(dataset->train.pixels[p] == p % 251);
  for (const auto* folder : {"cifar-10-batches-bin", "mnist"})
    QVERIFY(dataset->origin.find(at(folder).string()) != std::string::npos);
}

void MnistAndCifar10Test::digitsAreMadeToLookAlike() {
  const auto dataset = load();
  QVERIFY(dataset);
  for (std::size_t i = 0; i < 4; ++i)
    for (std::size_t c = 0; c < 3; ++c)
      for (std::size_t y = 0; y < 32; ++y)
        for (std::size_t x = 0; x < 32; ++x) {
          const bool inside = 2 <= y && y < 30 && 2 <= x && x < 30;
          const std::size_t pixel = i * 784 + (y - 2) * 28 + (x - 2);
          QVERIFY(dataset->train.pixels[(10 + i) * 3072 + c * 1024 + y * 32 + x] ==
                  (inside ? pixel % 251 : 0));
        }
}

void MnistAndCifar10Test::everySourceHasItsOwnTreatment() {
  const auto dataset = load();
  QVERIFY(dataset);
  QCOMPARE(dataset->sources.size(), std::size_t{2});
  const auto& photographs = dataset->sources[0];
  QCOMPARE(photographs.name, std::string("CIFAR-10"));
  QCOMPARE(photographs.train, std::size_t{10});
  QCOMPARE(photographs.test, std::size_t{3});
  QCOMPARE(photographs.normalisation.mean, (std::vector{0.4914F, 0.4822F, 0.4465F}));
  QVERIFY(photographs.augmentation.padding == 4 && photographs.augmentation.flip);
  const auto& digits = dataset->sources[1];
  QCOMPARE(digits.name, std::string("MNIST"));
  QCOMPARE(digits.train, std::size_t{4});
  QCOMPARE(digits.test, std::size_t{2});
  QCOMPARE(digits.normalisation.mean, (std::vector{0.1307F, 0.1307F, 0.1307F}));
  QCOMPARE(digits.normalisation.deviation, (std::vector{0.3081F, 0.3081F, 0.3081F}));
  QVERIFY(!digits.augmentation.any());
  const auto other = load({{"augment", false}, {"digit_padding", std::int64_t{4}}});
  QVERIFY(!other->sources[0].augmentation.any());
  QVERIFY(other->sources[1].augmentation.padding == 4 && !other->sources[1].augmentation.flip);
}

void MnistAndCifar10Test::whatIsMissingIsNamed() {
  const auto verifySays = [&](const QStringList& words, const QStringList& not_) {
    const auto dataset = load();
    QVERIFY(!dataset);
    const auto message = QString::fromStdString(dataset.error().message);
    for (const auto& word : words) QVERIFY2(message.contains(word), qPrintable(message));
    for (const auto& word : not_) QVERIFY2(!message.contains(word), qPrintable(message));
  };
  const QString getDigits = "telegrad-cli fetch mnist";
  const QString getPhotographs = "telegrad-cli fetch cifar-10";
  QVERIFY(std::filesystem::remove(at("mnist/t10k-labels-idx1-ubyte.gz")));
  verifySays({"t10k-labels-idx1-ubyte", getDigits}, {getPhotographs});
  QVERIFY(std::filesystem::remove(at("cifar-10-batches-bin/data_batch_4.bin")));
  verifySays({"data_batch_4.bin", "t10k-labels-idx1-ubyte", getDigits, getPhotographs}, {});
  QVERIFY(writeDataset(at("mnist"), 4, 2, true));
  verifySays({"data_batch_4.bin", getPhotographs}, {getDigits});
}

QTEST_APPLESS_MAIN(MnistAndCifar10Test)
#include "mnist_and_cifar_10_test.moc"
