// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/base/random.h"
#include "core/data/dataset.h"

namespace telegrad {

/// A dataset of images that are drawn, not read.
struct GeneratedImages {
  std::string key;
  std::size_t classes = 0;
  Shape shape;  ///< of an image: channels, height, width
  /// Its training images are drawn from streams (seed, SyntheticData, firstStream, index), its test
  /// images from firstStream + 1: an example depends on nothing but these, so a larger set begins
  /// with the smaller one of the same seed. Sets that share streams would share draws.
  std::uint32_t firstStream = 0;
  /// Fills an image's pixels, channel by channel; the result is its label.
  std::function<std::uint8_t(std::span<std::uint8_t> pixels, Random& random)> render;
  std::vector<std::string> classNames;
};

/// "train_examples" and "test_examples" with these ranges, "seed" and "difficulty", whose help is
/// the set's own.
std::vector<Parameter> generatedParameters(const Integer& train, const Integer& test,
                                           std::string difficulty);

/// The source with those settings. Normalised by the training images' own means and deviations of
/// pixels / 255 in each channel, from exact integer sums.
std::unique_ptr<DatasetSource> makeGenerated(GeneratedImages images, const Settings& settings);

}  // namespace telegrad
