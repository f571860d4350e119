// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

#include <QtTest>

#include "core/data/dataset.h"
#include "core/data/digest.h"

using telegrad::Dataset;
using telegrad::Images;
using telegrad::Values;

namespace {

constexpr std::size_t kPixels = 28 * 28;

Dataset generate(const Values& overrides) {
  const auto entry = telegrad::find(telegrad::datasets(), "synthetic-digits", "dataset");
  const auto settings = telegrad::Settings::from((*entry)->parameters, overrides);
  return *(*entry)->make(*settings)->load({});
}

Dataset generate(std::int64_t train, std::int64_t test, std::int64_t seed,
                 double difficulty = 1.0) {
  return generate({{"train_examples", train},
                   {"test_examples", test},
                   {"seed", seed},
                   {"difficulty", difficulty}});
}

std::string digestOf(const Images& images) {
  return telegrad::sha256(std::as_bytes(std::span(images.pixels))) + " " +
         telegrad::sha256(std::as_bytes(std::span(images.labels)));
}

/// The share of test images whose nearest class mean is their own class: a linear classifier.
double nearestMeanAccuracy(const Dataset& dataset) {
  std::array<std::vector<double>, 10> means;
  std::array<double, 10> counts{};
  means.fill(std::vector<double>(kPixels, 0.0));
  for (std::size_t i = 0; i < dataset.train.count(); ++i) {
    const auto label = dataset.train.labels[i];
    counts.at(label) += 1.0;
    for (std::size_t p = 0; p < kPixels; ++p)
      means.at(label)[p] += dataset.train.pixels[i * kPixels + p];
  }
  std::size_t right = 0;
  for (std::size_t i = 0; i < dataset.test.count(); ++i) {
    std::array<double, 10> distances{};
    for (std::size_t c = 0; c < 10; ++c)
      for (std::size_t p = 0; p < kPixels; ++p) {
        const double gap = dataset.test.pixels[i * kPixels + p] - means.at(c)[p] / counts.at(c);
        distances.at(c) += gap * gap;
      }
    const auto nearest = std::ranges::min_element(distances) - distances.begin();
    right += nearest == dataset.test.labels[i] ? 1 : 0;
  }
  return static_cast<double>(right) / static_cast<double>(dataset.test.count());
}

}  // namespace

class SyntheticDigitsTest : public QObject {
  Q_OBJECT
 private slots:
  void hasItsShapes();
  void seedOneGivesTheGoldenPixels();
  void anotherSeedGivesOtherPixels();
  void aLargerSetBeginsWithTheSmaller();
  void trainingAndTestSetDiffer();
  void everyDigitIsAsLikely();
  void normalisationIsThatOfThePixels();
  void isNeitherTrivialNorHopeless();
  void difficultyMakesItHarder();
  void theMostDifficultStaysOnTheCanvas();
};

void SyntheticDigitsTest::hasItsShapes() {
  const auto dataset = generate(Values{});
  QCOMPARE(dataset.key, std::string("synthetic-digits"));
  QCOMPARE(dataset.classes, std::size_t{10});
  QCOMPARE(dataset.train.count(), std::size_t{20000});
  QCOMPARE(dataset.test.count(), std::size_t{4000});
  for (const auto* images : {&dataset.train, &dataset.test}) {
    QCOMPARE(images->shape, (telegrad::Shape{1, 28, 28}));
    QCOMPARE(images->pixels.size(), images->count() * kPixels);
    QVERIFY(*std::ranges::max_element(images->labels) == 9);
  }
}

void SyntheticDigitsTest::seedOneGivesTheGoldenPixels() {
  // Changed only on purpose: every published curve on these digits changes with it.
  const auto dataset = generate(500, 100, 1);
  QCOMPARE(digestOf(dataset.train),
           std::string("4fd17872dcd2595f41a781fef43e0c270d942aa57821bc9258213be737ea3dac "
                       "865d9f0f1988e1a523e4eff207e97c3a160e32f066f075d744cc06064ef49370"));
  QCOMPARE(digestOf(dataset.test),
           std::string("8e3ec87e08a83227bfcac203c1fdaed11afc796af617b99f9ea4df2c50e472cc "
                       "398111d9b9e6b157ecc9d6a2179663db4233dfbbf4c9d1d9afae1933a6fe0f6d"));
}

void SyntheticDigitsTest::anotherSeedGivesOtherPixels() {
  QVERIFY(digestOf(generate(100, 100, 1).train) != digestOf(generate(100, 100, 2).train));
}

void SyntheticDigitsTest::aLargerSetBeginsWithTheSmaller() {
  const auto small = generate(100, 100, 3).train;
  const auto large = generate(300, 100, 3).train;
  QVERIFY(std::ranges::equal(small.pixels, std::span(large.pixels).first(small.pixels.size())));
  QVERIFY(std::ranges::equal(small.labels, std::span(large.labels).first(small.labels.size())));
}

void SyntheticDigitsTest::trainingAndTestSetDiffer() {
  const auto dataset = generate(100, 100, 3);
  QVERIFY(dataset.train.pixels != dataset.test.pixels);
}

void SyntheticDigitsTest::everyDigitIsAsLikely() {
  const auto labels = generate(5000, 100, 4).train.labels;
  double chiSquare = 0.0;
  for (std::uint8_t digit = 0; digit < 10; ++digit) {
    const auto gap = static_cast<double>(std::ranges::count(labels, digit)) - 500.0;
    chiSquare += gap * gap / 500.0;
  }
  QVERIFY2(chiSquare < 33.7, qPrintable(QString::number(chiSquare)));  // nine degrees, p = 1e-4
}

void SyntheticDigitsTest::normalisationIsThatOfThePixels() {
  const auto dataset = generate(200, 100, 5);
  std::vector<std::uint32_t> all(dataset.train.count());
  std::iota(all.begin(), all.end(), 0U);
  std::vector<float> inputs(dataset.train.pixels.size());
  std::vector<std::uint8_t> labels(all.size());
  telegrad::gather(dataset.train, dataset.normalisation, all, inputs, labels);
  double sum = 0.0;
  double squares = 0.0;
  for (const double x : inputs) {
    sum += x;
    squares += x * x;
  }
  const auto count = static_cast<double>(inputs.size());
  QVERIFY(std::abs(sum / count) < 1e-5);
  QVERIFY(std::abs(squares / count - 1.0) < 1e-5);
}

void SyntheticDigitsTest::isNeitherTrivialNorHopeless() {
  const double accuracy = nearestMeanAccuracy(generate(3000, 1000, 6));
  QVERIFY2(accuracy > 0.4 && accuracy < 0.9, qPrintable(QString::number(accuracy)));
}

void SyntheticDigitsTest::difficultyMakesItHarder() {
  const double clean = nearestMeanAccuracy(generate(2000, 1000, 7, 0.0));
  const double usual = nearestMeanAccuracy(generate(2000, 1000, 7, 1.0));
  const double hard = nearestMeanAccuracy(generate(2000, 1000, 7, 2.0));
  QVERIFY2(clean > 0.95, qPrintable(QString::number(clean)));
  QVERIFY(clean > usual + 0.1 && usual > hard + 0.1);
}

void SyntheticDigitsTest::theMostDifficultStaysOnTheCanvas() {
  const auto images = generate(2000, 100, 8, 2.0).train;
  for (std::size_t i = 0; i < images.count(); ++i) {
    const auto image = std::span(images.pixels).subspan(i * kPixels, kPixels);
    QVERIFY(*std::ranges::max_element(image) > 100);
  }
}

QTEST_APPLESS_MAIN(SyntheticDigitsTest)
#include "synthetic_digits_test.moc"
