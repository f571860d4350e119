// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/dataset.h"

#include <cstring>

#include <QtTest>

using telegrad::gather;
using telegrad::Images;
using telegrad::Normalisation;

class DatasetTest : public QObject {
  Q_OBJECT
 private slots:
  void gatherIsTheFormulaToTheBit_data();
  void gatherIsTheFormulaToTheBit();
  void gatherTakesRepeatsAndNothing();
};

void DatasetTest::gatherIsTheFormulaToTheBit_data() {
  QTest::addColumn<std::vector<float>>("mean");
  QTest::addColumn<std::vector<float>>("deviation");
  QTest::newRow("one channel") << std::vector{0.1307F} << std::vector{0.3081F};
  QTest::newRow("three channels") << std::vector{0.4914F, 0.4822F, 0.4465F}
                                  << std::vector{0.247F, 0.2435F, 0.2616F};
}

void DatasetTest::gatherIsTheFormulaToTheBit() {
  QFETCH(std::vector<float>, mean);
  QFETCH(std::vector<float>, deviation);
  const std::size_t channels = mean.size();
  constexpr std::size_t kPlane = 16 * 16;  // every value of a byte in every channel
  const std::size_t example = channels * kPlane;
  Images images{{static_cast<std::int64_t>(channels), 16, 16}, {}, {4, 0, 7}};
  for (std::size_t i = 0; i < 3 * example; ++i)
    images.pixels.push_back(static_cast<std::uint8_t>(i * 7 + i / example));

  const std::vector<std::uint32_t> indices{2, 0};
  std::vector<float> inputs(2 * example);
  std::vector<std::uint8_t> labels(2);
  gather(images, {mean, deviation}, indices, inputs, labels);

  QCOMPARE(labels, (std::vector<std::uint8_t>{7, 4}));
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    const std::size_t channel = i % example / kPlane;
    const std::uint8_t pixel = images.pixels[indices[i / example] * example + i % example];
    const float expected =
        (static_cast<float>(pixel) / 255.0F - mean[channel]) / deviation[channel];
    QVERIFY(std::memcmp(&inputs[i], &expected, sizeof expected) == 0);
  }
}

void DatasetTest::gatherTakesRepeatsAndNothing() {
  const Images images{{1, 1, 2}, {0, 255, 51, 102}, {1, 0}};
  const Normalisation plain{{0.0F}, {1.0F}};
  std::vector<float> inputs(6);
  std::vector<std::uint8_t> labels(3);
  gather(images, plain, std::vector<std::uint32_t>{1, 1, 0}, inputs, labels);
  QCOMPARE(inputs, (std::vector{0.2F, 0.4F, 0.2F, 0.4F, 0.0F, 1.0F}));
  QCOMPARE(labels, (std::vector<std::uint8_t>{0, 0, 1}));
  gather(images, plain, {}, {}, {});
}

QTEST_APPLESS_MAIN(DatasetTest)
#include "dataset_test.moc"
