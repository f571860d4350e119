// SPDX-License-Identifier: GPL-3.0-or-later
// What is published of the convolutional models: counts, kept counts and bits.
#include <algorithm>
#include <cmath>
#include <map>

#include <QtTest>

#include "core/nn/model.h"

using namespace telegrad;

namespace {

std::unique_ptr<Model> build(const std::string& key, std::size_t classes) {
  const auto entry = *find(models(), key, "model");
  return *entry->make(*Settings::from(entry->parameters))->build({3, 32, 32}, classes);
}

/// k_l = max(1, floor(0.01 d_l)) over the tensors, as adaptive aggregation counts.
std::size_t keptOfOnePercent(const Layout& layout) {
  std::size_t kept = 0;
  for (const auto& tensor : layout)
    kept += std::max<std::size_t>(
        1, static_cast<std::size_t>(std::floor(0.01 * static_cast<double>(tensor.size()))));
  return kept;
}

}  // namespace

class ImageModelsTest : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { useOneThreadPerWorker(); }
  void countsAreThePublishedOnes_data();
  void countsAreThePublishedOnes();
  void multiplyAddsAreThePublishedOnes_data();
  void multiplyAddsAreThePublishedOnes();
  void keptCountsAndBitsAreThePapers_data();
  void keptCountsAndBitsAreThePapers();
  void tensorsAreNamedAsPyTorchs_data();
  void tensorsAreNamedAsPyTorchs();
  void smallImagesAreRefused_data();
  void smallImagesAreRefused();
};

/// By hand: of a convolution, kernel^2 * channels * outputs for each pixel of its result.
void ImageModelsTest::multiplyAddsAreThePublishedOnes_data() {
  QTest::addColumn<QString>("key");
  QTest::addColumn<qint64>("multiplyAdds");
  QTest::newRow("LeNet-5") << "lenet-5" << qint64{352800 + 240000 + 48000 + 10080 + 840};
  QTest::newRow("ResNet-20") << "resnet-20" << qint64{40551040};
  QTest::newRow("ResNet-18") << "resnet-18" << qint64{555422720};
}

void ImageModelsTest::multiplyAddsAreThePublishedOnes() {
  QFETCH(QString, key);
  QFETCH(qint64, multiplyAdds);
  QCOMPARE(qint64{build(key.toStdString(), 10)->multiplyAdds()}, multiplyAdds);
}

void ImageModelsTest::countsAreThePublishedOnes_data() {
  QTest::addColumn<QString>("key");
  QTest::addColumn<std::size_t>("classes");
  QTest::addColumn<std::size_t>("parameters");
  QTest::addColumn<std::size_t>("tensors");
  const auto row = [](const char* key, std::size_t classes, std::size_t parameters,
                      std::size_t tensors) {
    QTest::addRow("%s, %zu classes", key, classes)
        << QString(key) << classes << parameters << tensors;
  };
  row("lenet-5", 10, 62006, 10);
  row("resnet-8", 10, 75290, 23);
  row("resnet-20", 10, 269722, 59);
  row("resnet-18", 10, 11173962, 62);
  row("resnet-18", 100, 11220132, 62);
  row("vgg-11", 10, 9231114, 34);
  row("vgg-19", 10, 20040522, 66);
}

void ImageModelsTest::countsAreThePublishedOnes() {
  QFETCH(QString, key);
  QFETCH(std::size_t, classes);
  const auto model = build(key.toStdString(), classes);
  QTEST(model->parameterCount(), "parameters");
  QTEST(model->layout().size(), "tensors");
  QCOMPARE(model->classes(), classes);
}

void ImageModelsTest::keptCountsAndBitsAreThePapers_data() {
  QTest::addColumn<std::size_t>("classes");
  QTest::addColumn<std::size_t>("kept");
  QTest::addColumn<std::size_t>("denseBits");
  QTest::addColumn<std::size_t>("sparseBits");
  QTest::newRow("CIFAR-10") << std::size_t{10} << std::size_t{111723} << std::size_t{357566784}
                            << std::size_t{3575136};
  QTest::newRow("CIFAR-100") << std::size_t{100} << std::size_t{112184} << std::size_t{359044224}
                             << std::size_t{3589888};
}

void ImageModelsTest::keptCountsAndBitsAreThePapers() {
  QFETCH(std::size_t, classes);
  const auto model = build("resnet-18", classes);
  const auto kept = keptOfOnePercent(model->layout());
  QTEST(kept, "kept");
  QTEST(32 * model->parameterCount(), "denseBits");
  QTEST(32 * kept, "sparseBits");
}

void ImageModelsTest::tensorsAreNamedAsPyTorchs_data() {
  QTest::addColumn<QString>("key");
  QTest::addColumn<QStringList>("names");
  QTest::addColumn<QList<int>>("places");
  QTest::newRow("resnet-18") << "resnet-18"
                             << QStringList{"conv1.weight",
                                            "bn1.weight",
                                            "bn1.bias",
                                            "layer1.0.conv1.weight",
                                            "layer2.0.conv1.weight",
                                            "layer2.0.downsample.0.weight",
                                            "layer2.0.downsample.1.bias",
                                            "fc.weight",
                                            "fc.bias"}
                             << QList<int>{0, 1, 2, 3, 15, 21, 23, 60, 61};
  QTest::newRow("resnet-20") << "resnet-20"
                             << QStringList{"conv1.weight", "layer2.0.conv1.weight", "fc.bias"}
                             << QList<int>{0, 21, 58};
  QTest::newRow("vgg-11") << "vgg-11" << QStringList{"features.0.weight",  "features.0.bias",
                                                     "features.1.weight",  "features.4.weight",
                                                     "features.25.weight", "features.26.bias",
                                                     "classifier.weight",  "classifier.bias"}
                          << QList<int>{0, 1, 2, 4, 28, 31, 32, 33};
  QTest::newRow("lenet-5") << "lenet-5" << QStringList{"conv1.weight", "conv2.bias", "fc3.bias"}
                           << QList<int>{0, 3, 9};
}

void ImageModelsTest::tensorsAreNamedAsPyTorchs() {
  QFETCH(QString, key);
  QFETCH(QStringList, names);
  QFETCH(QList<int>, places);
  const auto model = build(key.toStdString(), 10);
  for (int i = 0; i < names.size(); ++i)
    QCOMPARE(
        QString::fromStdString(model->layout().at(static_cast<std::size_t>(places.at(i))).name),
        names.at(i));
}

void ImageModelsTest::smallImagesAreRefused_data() {
  QTest::addColumn<int>("smallest");
  QTest::newRow("lenet-5") << 16;
  QTest::newRow("resnet-20") << 8;
  QTest::newRow("vgg-11") << 32;
}

void ImageModelsTest::smallImagesAreRefused() {
  QFETCH(int, smallest);
  const auto entry = *find(models(), QTest::currentDataTag(), "model");
  const auto architecture = entry->make(*Settings::from(entry->parameters));
  QVERIFY(architecture->build({1, smallest, smallest}, 10));
  for (const Shape& shape : {Shape{1, smallest - 1, smallest}, Shape{3 * 32 * 32}}) {
    const auto refused = architecture->build(shape, 10);
    QVERIFY(!refused);
    const auto message = QString::fromStdString(refused.error().message);
    for (const auto& word : {QString("allowed"), QString("at least %1 x %1").arg(smallest)})
      QVERIFY2(message.contains(word), qPrintable(message));
  }
}

QTEST_APPLESS_MAIN(ImageModelsTest)
#include "image_models_test.moc"
