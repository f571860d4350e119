// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/dense.h"
#include "core/nn/model.h"
#include "core/nn/models/flat_input.h"
#include "core/nn/relu.h"

namespace telegrad {
namespace {

/// logits = W2 relu(W1 x + b1) + b2, with x the example as one vector.
class Fc512 final : public Architecture {
 public:
  explicit Fc512(std::size_t hidden) : hidden_(hidden) {}

  Result<std::unique_ptr<Model>> build(const Shape& input, std::size_t classes) const override {
    const auto size = flatInputSize(input, classes);
    if (!size) return size.error();
    std::vector<Model::NamedLayer> layers;
    layers.push_back({"dense1", std::make_unique<Dense>(*size, hidden_)});
    layers.push_back({"relu1", std::make_unique<Relu>(hidden_)});
    layers.push_back({"dense2", std::make_unique<Dense>(hidden_, classes)});
    return std::make_unique<Model>(std::move(layers));
  }

 private:
  std::size_t hidden_;
};

}  // namespace

Entry<Architecture> fc512() {
  return {{.key = "fc-512",
           .name = "Fully connected",
           .summary = "One hidden layer with ReLU; with 512 units, 407,050 weights for MNIST.",
           .source = "",
           .parameters = {{.key = "hidden",
                           .label = "Hidden units",
                           .unit = "",
                           .help = "Width of the hidden layer.",
                           .kind = Integer{512, 1, 8192, Scale::Log}}}},
          [](const Settings& settings) {
            return std::make_unique<Fc512>(static_cast<std::size_t>(settings.integer("hidden")));
          }};
}

}  // namespace telegrad
