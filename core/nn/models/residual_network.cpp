// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/models/residual_network.h"

#include <string>

#include "core/nn/dense.h"
#include "core/nn/image_network.h"
#include "core/nn/models/image_input.h"

namespace telegrad {
namespace {

constexpr std::size_t kSmallestResidualSide = 8;

using Node = ImageNetwork::Node;

struct Block {
  std::string name;
  std::size_t channels;
  std::size_t stride;
  bool projects;
};

Node addBlock(ImageNetwork& network, Node input, const Block& block) {
  const auto prefix = [&](const char* layer) { return block.name + "." + layer; };
  const ConvolutionOptions halving{
      .outputs = block.channels, .kernel = 3, .stride = block.stride, .padding = 1};
  const ConvolutionOptions keeping{.outputs = block.channels, .kernel = 3, .padding = 1};
  const Node first =
      network.normalise(prefix("bn1"), network.convolve(prefix("conv1"), input, halving), true);
  const Node second = network.convolve(prefix("conv2"), first, keeping);
  if (block.stride == 1 && network.shape(input).channels == block.channels)
    return network.normaliseAndAdd(prefix("bn2"), second, input);
  if (!block.projects)
    return network.normaliseAndAdd(prefix("bn2"), second,
                                   network.widen(input, block.channels, block.stride));
  // Its tensors come after those of bn2, which needs its result: bn2 is split from the sum.
  const Node normalised = network.normalise(prefix("bn2"), second, false);
  const Node projected = network.convolve(
      prefix("downsample.0"), input,
      {.outputs = block.channels, .kernel = 1, .stride = block.stride, .padding = 0});
  return network.normaliseAndAdd(prefix("downsample.1"), projected, normalised);
}

class ResidualArchitecture final : public Architecture {
 public:
  explicit ResidualArchitecture(const ResidualNetwork& network) : network_(network) {}

  Result<std::unique_ptr<Model>> build(const Shape& input, std::size_t classes) const override {
    const auto image = imageInput(input, classes, kSmallestResidualSide);
    if (!image) return image.error();
    auto features = std::make_unique<ImageNetwork>(*image);
    Node node = features->convolve("conv1", ImageNetwork::kInput,
                                   {.outputs = network_.width, .kernel = 3, .padding = 1});
    node = features->normalise("bn1", node, true);
    for (std::size_t stage = 0; stage < network_.stages; ++stage)
      for (std::size_t block = 0; block < network_.blocks; ++block)
        node = addBlock(*features, node,
                        {.name = "layer" + std::to_string(stage + 1) + "." + std::to_string(block),
                         .channels = network_.width << stage,
                         .stride = stage > 0 && block == 0 ? std::size_t{2} : std::size_t{1},
                         .projects = network_.projects});
    features->averageAll(node);
    const std::size_t size = features->outputSize();
    std::vector<Model::NamedLayer> layers;
    layers.push_back({"", std::move(features)});
    layers.push_back({"fc", std::make_unique<Dense>(size, classes)});
    return std::make_unique<Model>(std::move(layers));
  }

 private:
  ResidualNetwork network_;
};

}  // namespace

std::unique_ptr<Architecture> makeResidualNetwork(const ResidualNetwork& network) {
  return std::make_unique<ResidualArchitecture>(network);
}

Parameter widthParameter(std::int64_t initial) {
  return {.key = "width",
          .label = "Channels",
          .unit = "",
          .help = "Channels of the first stage; the later ones have multiples of it.",
          .kind = Integer{initial, 4, 256, Scale::Log}};
}

}  // namespace telegrad
