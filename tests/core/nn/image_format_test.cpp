// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/image_format.h"

#include <QtTest>

#include "tests/support/naive_network.h"

using namespace telegrad;

class ImageFormatTest : public QObject {
  Q_OBJECT
 private slots:
  void thereAndBackIsTheSame();
  void blocksHoldNeighbouringChannels();
  void chwnHoldsNeighbouringExamples();
  void thisProcessorsBlockIsOneOfThree();
};

void ImageFormatTest::thereAndBackIsTheSame() {
  const ImageShape shape{5, 3, 2};
  const auto plain = naive::draw(4 * 30, 1);
  for (const auto& format :
       {ImageFormat(1), ImageFormat(8), ImageFormat(16), ImageFormat::chwn()}) {
    FloatVector features(4 * format.floats(shape), NAN);
    format.fromPlain(shape, plain, features);
    std::vector<float> back(plain.size(), NAN);
    format.toPlain(shape, features, back);
    QCOMPARE(back, plain);
    QCOMPARE(format.images(4, shape).get_size(), features.size() * sizeof(float));
    double sum = 0.0;
    for (const float entry : features) sum += static_cast<double>(entry);  // what fills up is 0
    double expected = 0.0;
    for (const float entry : plain) expected += static_cast<double>(entry);
    QVERIFY(std::abs(sum - expected) < 1e-9);
  }
}

void ImageFormatTest::blocksHoldNeighbouringChannels() {
  const ImageFormat format(8);
  FloatVector features(16 * 2);
  std::vector<float> plain(9 * 2);
  for (std::size_t i = 0; i < plain.size(); ++i) plain[i] = static_cast<float>(i);
  format.fromPlain({9, 1, 2}, plain, features);
  QCOMPARE(features[0], 0.0F);    // channel 0, pixel 0
  QCOMPARE(features[1], 2.0F);    // channel 1, pixel 0
  QCOMPARE(features[8], 1.0F);    // channel 0, pixel 1
  QCOMPARE(features[16], 16.0F);  // channel 8, pixel 0
  QCOMPARE(features[24], 17.0F);  // channel 8, pixel 1
}

void ImageFormatTest::chwnHoldsNeighbouringExamples() {
  const auto format = ImageFormat::chwn();
  const ImageShape shape{2, 1, 17};
  std::vector<float> plain(3 * 34);
  for (std::size_t i = 0; i < plain.size(); ++i) plain[i] = static_cast<float>(i);
  FloatVector features(plain.size());
  format.fromPlain(shape, plain, features);
  QCOMPARE(features[0], 0.0F);        // example 0, channel 0, pixel 0
  QCOMPARE(features[1], 34.0F);       // example 1
  QCOMPARE(features[3], 1.0F);        // example 0, pixel 1
  QCOMPARE(features[3 * 17], 17.0F);  // example 0, channel 1
  QCOMPARE(features.back(), 101.0F);
}

void ImageFormatTest::thisProcessorsBlockIsOneOfThree() {
  const auto block = ImageFormat::best().block();
  QVERIFY(block == 1 || block == 8 || block == 16);
}

QTEST_APPLESS_MAIN(ImageFormatTest)
#include "image_format_test.moc"
