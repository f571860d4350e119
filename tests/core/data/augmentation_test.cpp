// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <set>

#include <QtTest>

#include "core/data/dataset.h"

using namespace telegrad;

namespace {

constexpr std::int64_t kSide = 9;
constexpr std::size_t kPixels = kSide * kSide;
using Picture = std::vector<int>;

/// One image of two channels whose pixels all differ: 1 + place in the first, 100 + place in the
/// second.
Images telltale() {
  Images images{Shape{2, kSide, kSide}, {}, {3}};
  for (const std::size_t first : {1, 100})
    for (std::size_t i = 0; i < kPixels; ++i)
      images.pixels.push_back(static_cast<std::uint8_t>(first + i));
  return images;
}

int pixelOr0(const Picture& picture, std::int64_t y, std::int64_t x) {
  if (y < 0 || x < 0 || y >= kSide || x >= kSide) return 0;
  return picture.at(static_cast<std::size_t>(y * kSide + x));
}

/// What the k-th draw makes of the first channel; the second must have gone the same way.
Picture drawn(const Augmentation& augmentation, std::uint64_t iteration) {
  const auto images = telltale();
  const std::vector<std::uint32_t> index{0};
  std::vector<float> inputs(2 * kPixels);
  std::vector<std::uint8_t> labels(1);
  Random random(1, Purpose::Augmentation, 0, iteration);
  // Normalised so that 1 and the pixel's value are one step apart.
  gatherAugmented(images, {{0.0F, 0.0F}, {1.0F / 255, 1.0F / 255}}, augmentation, index, random,
                  inputs, labels);
  if (labels.front() != 3) return {};
  Picture picture;
  for (std::size_t i = 0; i < kPixels; ++i) {
    picture.push_back(static_cast<int>(std::lround(inputs[i])));
    const auto other = static_cast<int>(std::lround(inputs[kPixels + i]));
    if (other != (picture.back() == 0 ? 0 : picture.back() + 99)) return {};
  }
  return picture;
}

Picture original() {
  Picture picture(kPixels);
  for (std::size_t i = 0; i < kPixels; ++i) picture[i] = static_cast<int>(i) + 1;
  return picture;
}

/// Which shift and flip made it; nothing if none did.
std::optional<std::array<int, 3>> explain(const Picture& picture) {
  for (int flip = 0; flip < 2; ++flip)
    for (int dy = -2; dy <= 2; ++dy)
      for (int dx = -2; dx <= 2; ++dx) {
        bool fits = true;
        for (std::int64_t y = 0; y < kSide && fits; ++y)
          for (std::int64_t x = 0; x < kSide && fits; ++x)
            fits = picture.at(static_cast<std::size_t>(y * kSide + x)) ==
                   pixelOr0(original(), y + dy, (flip == 1 ? kSide - 1 - x : x) + dx);
        if (fits) return std::array{dy, dx, flip};
      }
  return std::nullopt;
}

}  // namespace

class AugmentationTest : public QObject {
  Q_OBJECT
 private slots:
  void nothingIsAskedOfItByDefault();
  void shiftsAndFlipsAreUniform();
  void rotatesByTheNearestPixel();
  void dependsOnTheStreamAlone();
};

void AugmentationTest::nothingIsAskedOfItByDefault() {
  QVERIFY(!Augmentation{}.any());
  QCOMPARE(drawn({}, 1), original());
}

void AugmentationTest::shiftsAndFlipsAreUniform() {
  constexpr int kDraws = 5000;
  std::map<std::array<int, 3>, int> counts;
  for (int k = 0; k < kDraws; ++k) {
    const auto how = explain(drawn({.padding = 2, .flip = true}, static_cast<std::uint64_t>(k)));
    QVERIFY(how);
    ++counts[*how];
  }
  QCOMPARE(counts.size(), std::size_t{50});
  double chiSquare = 0.0;
  for (const auto& [how, count] : counts)
    chiSquare += (count - kDraws / 50.0) * (count - kDraws / 50.0) / (kDraws / 50.0);
  QVERIFY2(chiSquare < 95.0, qPrintable(QString::number(chiSquare)));  // 49 degrees, p = 1e-4
}

void AugmentationTest::rotatesByTheNearestPixel() {
  // Every picture is the rotation by some angle within the bound, found by trying.
  std::set<Picture> different;
  for (std::uint64_t k = 0; k < 40; ++k) {
    const auto picture = drawn({.rotation = 15.0}, k);
    QVERIFY(!picture.empty());
    different.insert(picture);
    bool found = false;
    for (double degrees = -15.0; degrees <= 15.0 && !found; degrees += 0.005) {
      const double angle = degrees * std::numbers::pi / 180.0;
      int wrong = 0;
      for (int y = 0; y < kSide; ++y)
        for (int x = 0; x < kSide; ++x) {
          const double dx = x - 4;
          const double dy = y - 4;
          const auto fromX = std::lround(std::cos(angle) * dx - std::sin(angle) * dy);
          const auto fromY = std::lround(std::sin(angle) * dx + std::cos(angle) * dy);
          wrong += picture.at(static_cast<std::size_t>(y * kSide + x)) ==
                           pixelOr0(original(), fromY + 4, fromX + 4)
                       ? 0
                       : 1;
        }
      found = wrong == 0;
    }
    QVERIFY(found);
    QCOMPARE(picture.at(4 * kSide + 4), 4 * int{kSide} + 5);  // the middle stays
  }
  QVERIFY(different.size() > 5);
}

void AugmentationTest::dependsOnTheStreamAlone() {
  const Augmentation all{.padding = 4, .flip = true, .rotation = 15.0};
  QCOMPARE(drawn(all, 7), drawn(all, 7));
  QVERIFY(drawn(all, 7) != drawn(all, 8));
}

QTEST_APPLESS_MAIN(AugmentationTest)
#include "augmentation_test.moc"
