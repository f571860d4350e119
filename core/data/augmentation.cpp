// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>
#include <numeric>

#include "core/data/dataset.h"

namespace telegrad {
namespace {

using Bytes = std::span<std::uint8_t>;
using ConstBytes = std::span<const std::uint8_t>;

struct Size {
  std::int64_t channels;
  std::int64_t height;
  std::int64_t width;
};

/// to(c, y, x) = from(c, y', x') with (y', x') = place(y, x), 0 outside.
template <typename Place>
void rearrange(const Size& size, ConstBytes from, Bytes to, Place place) {
  std::size_t at = 0;
  for (std::int64_t c = 0; c < size.channels; ++c)
    for (std::int64_t y = 0; y < size.height; ++y)
      for (std::int64_t x = 0; x < size.width; ++x, ++at) {
        const auto [fromY, fromX] = place(y, x);
        const bool inside = fromY >= 0 && fromY < size.height && fromX >= 0 && fromX < size.width;
        const auto index = (c * size.height + fromY) * size.width + fromX;
        to[at] = inside ? from[static_cast<std::size_t>(index)] : std::uint8_t{0};
      }
}

/// Sine and cosine of less than a right angle, in operations whose bits are the same everywhere:
/// they decide pixels.
struct Turn {
  double sine = 0.0;
  double cosine = 0.0;
};
Turn turnBy(double angle) {
  constexpr int kTerms = 12;
  Turn turn;
  double term = 1.0;  // angle^n / n!, with the sign of the series
  for (int n = 0; n < 2 * kTerms; ++n) {
    if (n % 2 == 0) {
      turn.cosine += term;
      term = term * angle / (n + 1);
    } else {
      turn.sine += term;
      term = -term * angle / (n + 1);
    }
  }
  return turn;
}

void rotate(const Size& size, double degrees, ConstBytes from, Bytes to) {
  const Turn turn = turnBy(degrees * std::numbers::pi / 180.0);
  const double middleY = 0.5 * static_cast<double>(size.height - 1);
  const double middleX = 0.5 * static_cast<double>(size.width - 1);
  rearrange(size, from, to, [&](std::int64_t y, std::int64_t x) {
    const double dy = static_cast<double>(y) - middleY;
    const double dx = static_cast<double>(x) - middleX;
    const double fromX = turn.cosine * dx - turn.sine * dy + middleX;
    const double fromY = turn.sine * dx + turn.cosine * dy + middleY;
    return std::pair(static_cast<std::int64_t>(std::floor(fromY + 0.5)),
                     static_cast<std::int64_t>(std::floor(fromX + 0.5)));
  });
}

/// `image` is changed in place; `other` is memory to do it in.
void augment(const Augmentation& by, const Size& size, Random& random, Bytes image, Bytes other) {
  const auto offset = [&] {
    return by.padding == 0 ? std::int64_t{0}
                           : static_cast<std::int64_t>(random.below(2 * by.padding + 1)) -
                                 static_cast<std::int64_t>(by.padding);
  };
  const std::int64_t down = offset();
  const std::int64_t right = offset();
  const bool flip = by.flip && random.below(2) == 1;
  rearrange(size, image, other, [&](std::int64_t y, std::int64_t x) {
    return std::pair(y + down, (flip ? size.width - 1 - x : x) + right);
  });
  if (by.rotation > 0.0)
    rotate(size, random.uniform(-by.rotation, by.rotation), other, image);
  else
    std::ranges::copy(other, image.begin());
}

}  // namespace

void gatherAugmented(const Images& images, const Normalisation& normalisation,
                     const Augmentation& augmentation, std::span<const std::uint32_t> indices,
                     Random& random, std::span<float> inputs, std::span<std::uint8_t> labels) {
  assert(images.shape.size() == 3);
  const Size size{images.shape[0], images.shape[1], images.shape[2]};
  const std::size_t example = elementCount(images.shape);
  Images changed{images.shape, std::vector<std::uint8_t>(indices.size() * example),
                 std::vector<std::uint8_t>(indices.size())};
  std::vector<std::uint8_t> other(example);
  for (std::size_t i = 0; i < indices.size(); ++i) {
    const auto place = std::span(changed.pixels).subspan(i * example, example);
    std::ranges::copy(std::span(images.pixels).subspan(indices[i] * example, example),
                      place.begin());
    augment(augmentation, size, random, place, other);
    changed.labels[i] = images.labels[indices[i]];
  }
  std::vector<std::uint32_t> all(indices.size());
  std::iota(all.begin(), all.end(), 0U);
  gather(changed, normalisation, all, inputs, labels);
}

}  // namespace telegrad
