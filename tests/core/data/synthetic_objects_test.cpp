// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cmath>

#include <QtTest>

#include "core/data/dataset.h"
#include "core/data/digest.h"
#include "core/nn/model.h"

using namespace telegrad;

namespace {

constexpr std::size_t kExample = 3 * 32 * 32;

Dataset generate(std::int64_t train, std::int64_t test, std::int64_t seed,
                 double difficulty = 1.0) {
  const auto entry = *find(datasets(), "synthetic-objects", "dataset");
  const auto settings = Settings::from(entry->parameters, {{"train_examples", train},
                                                           {"test_examples", test},
                                                           {"seed", seed},
                                                           {"difficulty", difficulty}});
  return *entry->make(*settings)->load({});
}

std::string digestOf(const Images& images) {
  return sha256(std::as_bytes(std::span(images.pixels))) + " " +
         sha256(std::as_bytes(std::span(images.labels)));
}

/// The share of test images whose nearest class mean is their own class: a linear classifier.
double nearestMeanAccuracy(const Dataset& dataset) {
  std::array<std::vector<double>, 10> means;
  std::array<double, 10> counts{};
  means.fill(std::vector<double>(kExample, 0.0));
  for (std::size_t i = 0; i < dataset.train.count(); ++i) {
    const auto label = dataset.train.labels[i];
    counts.at(label) += 1.0;
    for (std::size_t p = 0; p < kExample; ++p)
      means.at(label)[p] += dataset.train.pixels[i * kExample + p];
  }
  std::size_t right = 0;
  for (std::size_t i = 0; i < dataset.test.count(); ++i) {
    std::array<double, 10> distances{};
    for (std::size_t c = 0; c < 10; ++c)
      for (std::size_t p = 0; p < kExample; ++p) {
        const double gap = dataset.test.pixels[i * kExample + p] - means.at(c)[p] / counts.at(c);
        distances.at(c) += gap * gap;
      }
    const auto nearest = std::ranges::min_element(distances) - distances.begin();
    right += nearest == dataset.test.labels[i] ? 1 : 0;
  }
  return static_cast<double>(right) / static_cast<double>(dataset.test.count());
}

/// Of a small convolutional network after some steps of plain descent on minibatches of 50.
double networkAccuracy(const Dataset& dataset, int steps) {
  useOneThreadPerWorker();
  const auto entry = *find(models(), "resnet-8", "model");
  const auto model =
      *entry->make(*Settings::from(entry->parameters))->build(dataset.train.shape, dataset.classes);
  FloatVector weights(model->parameterCount());
  FloatVector gradient(weights.size());
  Random random(1, Purpose::InitialWeights);
  model->initialise(weights, random);
  constexpr std::size_t kBatch = 50;
  std::vector<std::uint32_t> indices(kBatch);
  FloatVector inputs(kBatch * kExample);
  std::vector<std::uint8_t> labels(kBatch);
  const auto take = [&](const Images& images) {
    for (auto& index : indices) index = static_cast<std::uint32_t>(random.below(images.count()));
    gather(images, dataset.normalisation, indices, inputs, labels);
  };
  for (int step = 0; step < steps; ++step) {
    take(dataset.train);
    model->lossAndGradient(weights, inputs, labels, gradient);
    scaleAndAdd(-0.1F, gradient, weights, weights);
  }
  std::size_t correct = 0;
  constexpr std::size_t kParts = 10;
  for (std::size_t part = 0; part < kParts; ++part) {
    take(dataset.test);
    correct += model->evaluate(weights, inputs, labels).correct;
  }
  return static_cast<double>(correct) / (kParts * kBatch);
}

}  // namespace

class SyntheticObjectsTest : public QObject {
  Q_OBJECT
 private slots:
  void hasItsShapes();
  void seedOneGivesTheGoldenPixels();
  void anotherSeedGivesOtherPixels();
  void aLargerSetBeginsWithTheSmaller();
  void everyClassIsAsLikely();
  void normalisationIsThatOfThePixels();
  void isNoTaskForALinearClassifier();
  void aNetworkLearnsIt();
};

void SyntheticObjectsTest::hasItsShapes() {
  const auto dataset = generate(150, 120, 1);
  QCOMPARE(dataset.key, std::string("synthetic-objects"));
  QCOMPARE(dataset.classes, std::size_t{10});
  QCOMPARE(dataset.train.shape, (Shape{3, 32, 32}));
  QCOMPARE(dataset.train.count(), std::size_t{150});
  QCOMPARE(dataset.test.count(), std::size_t{120});
  QVERIFY(!dataset.augmentation.any());
  QVERIFY(digestOf(dataset.train) != digestOf(dataset.test));
}

void SyntheticObjectsTest::seedOneGivesTheGoldenPixels() {
  // Of the code as it was first committed: what decides a pixel is the same on every machine.
  const auto digest = digestOf(generate(100, 100, 1).train);
  QVERIFY2(digest ==
               "d88883261123d16e5976a5bfb6d91fde1276a45e5d28105ec98880e0fce5d3ec "
               "1fa7f178af9addce98e33d91a752e25e3d6a970c998d77650b485d1f7ccb7424",
           digest.c_str());
}

void SyntheticObjectsTest::anotherSeedGivesOtherPixels() {
  QVERIFY(digestOf(generate(100, 100, 1).train) != digestOf(generate(100, 100, 2).train));
  QCOMPARE(digestOf(generate(100, 100, 2).train), digestOf(generate(100, 100, 2).train));
}

void SyntheticObjectsTest::aLargerSetBeginsWithTheSmaller() {
  const auto small = generate(100, 100, 1).train;
  const auto large = generate(130, 100, 1).train;
  QVERIFY(std::ranges::equal(small.pixels, std::span(large.pixels).first(small.pixels.size())));
}

void SyntheticObjectsTest::everyClassIsAsLikely() {
  const auto dataset = generate(2000, 100, 1);
  std::array<double, 10> counts{};
  for (const auto label : dataset.train.labels) counts.at(label) += 1.0;
  double chiSquare = 0.0;
  for (const double count : counts) chiSquare += (count - 200.0) * (count - 200.0) / 200.0;
  QVERIFY2(chiSquare < 33.7, qPrintable(QString::number(chiSquare)));  // nine degrees, p = 1e-4
}

void SyntheticObjectsTest::normalisationIsThatOfThePixels() {
  const auto dataset = generate(300, 100, 1);
  std::vector<std::uint32_t> all(dataset.train.count());
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<std::uint32_t>(i);
  FloatVector inputs(all.size() * kExample);
  std::vector<std::uint8_t> labels(all.size());
  gather(dataset.train, dataset.normalisation, all, inputs, labels);
  for (std::size_t c = 0; c < 3; ++c) {
    double mean = 0.0;
    double square = 0.0;
    const double count = 1024.0 * static_cast<double>(all.size());
    for (std::size_t i = 0; i < all.size(); ++i)
      for (const double x : std::span(inputs).subspan(i * kExample + c * 1024, 1024)) {
        mean += x / count;
        square += x * x / count;
      }
    QVERIFY(std::abs(mean) < 1e-4 && std::abs(square - 1.0) < 1e-3);
  }
}

void SyntheticObjectsTest::isNoTaskForALinearClassifier() {
  const double accuracy = nearestMeanAccuracy(generate(2000, 500, 1));
  QVERIFY2(accuracy < 0.3, qPrintable(QString::number(accuracy)));
}

void SyntheticObjectsTest::aNetworkLearnsIt() {
  const double accuracy = networkAccuracy(generate(4000, 1000, 1), 400);
  QVERIFY2(accuracy > 0.45, qPrintable(QString::number(accuracy)));
}

QTEST_APPLESS_MAIN(SyntheticObjectsTest)
#include "synthetic_objects_test.moc"
