// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/dense.h"
#include "core/nn/image_network.h"
#include "core/nn/model.h"
#include "core/nn/models/image_input.h"
#include "core/nn/relu.h"

namespace telegrad {
namespace {

constexpr std::size_t kSmallestSide = 16;

/// conv 5x5, 6 - maximum 2x2 - conv 5x5, 16 - maximum 2x2 - 120 - 84 - classes, ReLU after each
/// convolution and linear layer but the last.
class LeNet5 final : public Architecture {
 public:
  Result<std::unique_ptr<Model>> build(const Shape& input, std::size_t classes) const override {
    const auto image = imageInput(input, classes, kSmallestSide);
    if (!image) return image.error();
    auto features = std::make_unique<ImageNetwork>(*image, ImageFormat::chwn());
    const PoolingOptions largest{.kind = PoolingOptions::Kind::Max};
    const auto first =
        features->pool(features->convolve("conv1", ImageNetwork::kInput,
                                          {.outputs = 6, .kernel = 5, .bias = true, .relu = true}),
                       largest);
    features->pool(features->convolve("conv2", first,
                                      {.outputs = 16, .kernel = 5, .bias = true, .relu = true}),
                   largest);
    const std::size_t size = features->outputSize();
    std::vector<Model::NamedLayer> layers;
    layers.push_back({"", std::move(features)});
    layers.push_back({"fc1", std::make_unique<Dense>(size, kFirst)});
    layers.push_back({"relu3", std::make_unique<Relu>(kFirst)});
    layers.push_back({"fc2", std::make_unique<Dense>(kFirst, kSecond)});
    layers.push_back({"relu4", std::make_unique<Relu>(kSecond)});
    layers.push_back({"fc3", std::make_unique<Dense>(kSecond, classes)});
    return std::make_unique<Model>(std::move(layers));
  }

 private:
  static constexpr std::size_t kFirst = 120;
  static constexpr std::size_t kSecond = 84;
};

}  // namespace

/// The small network of the textbooks: with ReLU and maxima, as it is written today.
Entry<Architecture> leNet5() {
  return {{.key = "lenet-5",
           .name = "LeNet-5",
           .summary = "Two convolutions and three linear layers; 62,006 weights for CIFAR-10.",
           .source = "LeCun, Bottou, Bengio and Haffner, Proceedings of the IEEE 1998",
           .parameters = {}},
          [](const Settings&) { return std::make_unique<LeNet5>(); }};
}

}  // namespace telegrad
