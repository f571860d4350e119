// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/models/vgg.h"

#include <algorithm>
#include <string>

#include "core/nn/dense.h"
#include "core/nn/image_network.h"
#include "core/nn/models/image_input.h"

namespace telegrad {
namespace {

constexpr std::size_t kSmallestVggSide = 32;  // halved five times
constexpr std::size_t kMostDoublings = 3;

class Vgg final : public Architecture {
 public:
  Vgg(std::size_t width, std::span<const std::size_t> convolutions)
      : width_(width),
        convolutions_(convolutions.begin(), convolutions.end()) {}

  Result<std::unique_ptr<Model>> build(const Shape& input, std::size_t classes) const override {
    const auto image = imageInput(input, classes, kSmallestVggSide);
    if (!image) return image.error();
    auto features = std::make_unique<ImageNetwork>(*image);
    std::size_t place = 0;  // in the sequence, where ReLU and the maximum have places of their own
    const auto name = [&place](std::size_t places) {
      auto text = "features." + std::to_string(place);
      place += places;
      return text;
    };
    auto node = ImageNetwork::kInput;
    for (std::size_t stage = 0; stage < convolutions_.size(); ++stage) {
      const std::size_t channels = width_ << std::min(stage, kMostDoublings);
      for (std::size_t i = 0; i < convolutions_[stage]; ++i) {
        node = features->convolve(name(1), node,
                                  {.outputs = channels, .kernel = 3, .padding = 1, .bias = true});
        node = features->normalise(name(2), node, true);
      }
      node = features->pool(node, {.kind = PoolingOptions::Kind::Max});
      ++place;
    }
    const std::size_t size = features->outputSize();
    std::vector<Model::NamedLayer> layers;
    layers.push_back({"", std::move(features)});
    layers.push_back({"classifier", std::make_unique<Dense>(size, classes)});
    return std::make_unique<Model>(std::move(layers));
  }

 private:
  std::size_t width_;
  std::vector<std::size_t> convolutions_;
};

}  // namespace

std::unique_ptr<Architecture> makeVgg(std::size_t width,
                                      std::span<const std::size_t> convolutions) {
  return std::make_unique<Vgg>(width, convolutions);
}

}  // namespace telegrad
