// SPDX-License-Identifier: GPL-3.0-or-later
// Gathering of datasets that are put together of several.
#include <QtTest>

#include "core/data/dataset.h"

using namespace telegrad;

namespace {

constexpr std::size_t kExample = 16;

/// Images of 4x4 whose pixels are all 10 i + 10 but for the corner of 10 i + 15; three of the first
/// source and two of the second to train on, one and three to test on.
Dataset put() {
  Dataset dataset;
  for (auto* images : {&dataset.train, &dataset.test}) {
    images->shape = {1, 4, 4};
    const std::size_t count = images == &dataset.train ? 5 : 4;
    for (std::size_t i = 0; i < count; ++i) {
      images->pixels.insert(images->pixels.end(), kExample, static_cast<std::uint8_t>(10 * i + 10));
      images->pixels[i * kExample] = static_cast<std::uint8_t>(10 * i + 15);
      images->labels.push_back(static_cast<std::uint8_t>(i));
    }
  }
  dataset.sources = {{"first", 3, 1, {{0.0F}, {1.0F / 255.0F}}, {}},
                     {"second", 2, 3, {{0.0F}, {0.5F / 255.0F}}, {.padding = 1}}};
  return dataset;
}

/// The middle pixel of each gathered image, to which a shift by one leads a neighbour that is
/// alike.
std::vector<int> middles(const std::vector<float>& inputs) {
  std::vector<int> result;
  for (std::size_t i = 0; i < inputs.size(); i += kExample)
    result.push_back(static_cast<int>(std::lround(inputs[i + 2 * 4 + 2])));
  return result;
}

/// Whether any pixel of that gathered image is black, which none of the stored ones is.
bool isShifted(const std::vector<float>& inputs, std::size_t place) {
  const auto image = std::span(inputs).subspan(place * kExample, kExample);
  return std::ranges::find(image, 0.0F) != image.end();
}

}  // namespace

class SourcesTest : public QObject {
  Q_OBJECT
 private slots:
  void everyTestImageIsNormalisedAsItsSource();
  void everyTrainingImageIsTreatedAsItsSource();
  void oneSourceIsTheDataset();
};

void SourcesTest::everyTestImageIsNormalisedAsItsSource() {
  const std::vector<std::uint32_t> indices{3, 0, 1, 2, 0};
  std::vector<float> inputs(indices.size() * kExample);
  std::vector<std::uint8_t> labels(indices.size());
  gatherTest(put(), indices, inputs, labels);
  QCOMPARE(middles(inputs), (std::vector{80, 10, 40, 60, 10}));
  QCOMPARE(labels, (std::vector<std::uint8_t>{3, 0, 1, 2, 0}));
  for (std::size_t i = 0; i < indices.size(); ++i) QVERIFY(!isShifted(inputs, i));
}

void SourcesTest::everyTrainingImageIsTreatedAsItsSource() {
  const std::vector<std::uint32_t> indices{4, 1, 3, 2, 0};
  std::vector<float> inputs(indices.size() * kExample);
  std::vector<std::uint8_t> labels(indices.size());
  int shifted = 0;
  for (std::uint64_t k = 0; k < 20; ++k) {
    Random random(1, Purpose::Test, 0, k);
    gatherTraining(put(), indices, random, inputs, labels);
    QCOMPARE(middles(inputs), (std::vector{100, 20, 80, 30, 10}));
    QCOMPARE(labels, (std::vector<std::uint8_t>{4, 1, 3, 2, 0}));
    for (const std::size_t place : {1U, 3U, 4U}) QVERIFY(!isShifted(inputs, place));
    for (const std::size_t place : {0U, 2U}) shifted += isShifted(inputs, place) ? 1 : 0;
    const auto once = inputs;
    Random again(1, Purpose::Test, 0, k);
    gatherTraining(put(), indices, again, inputs, labels);
    QCOMPARE(inputs, once);
  }
  QVERIFY(shifted > 25 && shifted < 40);  // of 40, 8 in 9 are
}

void SourcesTest::oneSourceIsTheDataset() {
  Dataset dataset = put();
  dataset.sources.clear();
  dataset.normalisation = {{0.5F}, {0.25F}};
  dataset.augmentation = {.padding = 1, .flip = true};
  const std::vector<std::uint32_t> indices{4, 1, 3};
  std::vector<float> expected(indices.size() * kExample);
  std::vector<float> inputs(expected.size());
  std::vector<std::uint8_t> labels(indices.size());
  gather(dataset.test, dataset.normalisation, std::span(indices).subspan(1),
         std::span(expected).first(2 * kExample), std::span(labels).first(2));
  gatherTest(dataset, std::span(indices).subspan(1), std::span(inputs).first(2 * kExample),
             std::span(labels).first(2));
  QCOMPARE(inputs, expected);
  Random first(1, Purpose::Test);
  Random second(1, Purpose::Test);
  gatherAugmented(dataset.train, dataset.normalisation, dataset.augmentation, indices, first,
                  expected, labels);
  gatherTraining(dataset, indices, second, inputs, labels);
  QCOMPARE(inputs, expected);
  gatherTraining(dataset, {}, second, {}, {});
}

QTEST_APPLESS_MAIN(SourcesTest)
#include "sources_test.moc"
