// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/dataset.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace telegrad {
namespace {

constexpr std::size_t kLevels = 256;  // a pixel is a byte
constexpr float kWhite = 255.0F;

using Levels = std::array<float, kLevels>;

/// What each of the 256 pixel values becomes. In float and in this order, which is the contract.
Levels levelsOf(float mean, float deviation) {
  Levels levels{};
  for (std::size_t value = 0; value < kLevels; ++value)
    levels.at(value) = (static_cast<float>(value) / kWhite - mean) / deviation;
  return levels;
}

}  // namespace

void gather(const Images& images, const Normalisation& normalisation,
            std::span<const std::uint32_t> indices, std::span<float> inputs,
            std::span<std::uint8_t> labels) {
  const std::size_t channels = normalisation.mean.size();
  assert(channels > 0 && normalisation.deviation.size() == channels);
  assert(images.count() > 0 && images.pixels.size() % (images.count() * channels) == 0);
  const std::size_t example = images.pixels.size() / images.count();
  const std::size_t plane = example / channels;
  assert(inputs.size() == indices.size() * example);
  assert(labels.size() == indices.size());

  for (std::size_t channel = 0; channel < channels; ++channel) {
    const auto levels = levelsOf(normalisation.mean[channel], normalisation.deviation[channel]);
    for (std::size_t i = 0; i < indices.size(); ++i) {
      assert(indices[i] < images.count());
      const auto from =
          std::span(images.pixels).subspan(indices[i] * example + channel * plane, plane);
      const auto to = inputs.subspan(i * example + channel * plane, plane);
      std::ranges::transform(from, to.begin(), [&](std::uint8_t pixel) { return levels[pixel]; });
    }
  }
  std::ranges::transform(indices, labels.begin(),
                         [&](std::uint32_t index) { return images.labels[index]; });
}

}  // namespace telegrad
