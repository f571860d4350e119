// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/dataset.h"

#include <algorithm>
#include <cassert>

#include "core/base/multiversion.h"

namespace telegrad {
namespace {

constexpr float kWhite = 255.0F;  // a pixel is a byte

/// In float and in this order, which is the contract.
TELEGRAD_MULTIVERSION
void normalise(const std::uint8_t* pixels, std::size_t count, float mean, float deviation,
               float* inputs) {
  for (std::size_t i = 0; i < count; ++i)
    inputs[i] = (static_cast<float>(pixels[i]) / kWhite - mean) / deviation;
}

void prefetch(std::span<const std::uint8_t> bytes) {
  constexpr std::size_t kLine = 64;
  for (std::size_t i = 0; i < bytes.size(); i += kLine) __builtin_prefetch(bytes.data() + i);
}

}  // namespace

std::vector<std::string> numberNames(std::size_t classes) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < classes; ++i) names.push_back(std::to_string(i));
  return names;
}

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
    const auto planeOf = [&](std::uint32_t index) {
      assert(index < images.count());
      return std::span(images.pixels).subspan(index * example + channel * plane, plane);
    };
    for (std::size_t i = 0; i < indices.size(); ++i) {
      // Examples lie anywhere in memory: the next one comes while this one is in hand.
      if (i + 1 < indices.size()) prefetch(planeOf(indices[i + 1]));
      const auto from = planeOf(indices[i]);
      const auto to = inputs.subspan(i * example + channel * plane, plane);
      normalise(from.data(), plane, normalisation.mean[channel], normalisation.deviation[channel],
                to.data());
    }
  }
  std::ranges::transform(indices, labels.begin(),
                         [&](std::uint32_t index) { return images.labels[index]; });
}

}  // namespace telegrad
