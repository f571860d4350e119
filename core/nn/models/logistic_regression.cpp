// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/dense.h"
#include "core/nn/model.h"
#include "core/nn/models/flat_input.h"

namespace telegrad {
namespace {

/// logits = W x + b: with softmax cross-entropy, a convex problem.
class LogisticRegression final : public Architecture {
 public:
  Result<std::unique_ptr<Model>> build(const Shape& input, std::size_t classes) const override {
    const auto size = flatInputSize(input, classes);
    if (!size) return size.error();
    std::vector<Model::NamedLayer> layers;
    layers.push_back({"dense1", std::make_unique<Dense>(*size, classes)});
    return std::make_unique<Model>(std::move(layers));
  }
};

}  // namespace

Entry<Architecture> logisticRegression() {
  return {{.key = "logistic-regression",
           .name = "Logistic regression",
           .summary = "One linear layer, a convex problem; 7,850 weights for MNIST.",
           .source = "",
           .parameters = {}},
          [](const Settings&) { return std::make_unique<LogisticRegression>(); }};
}

}  // namespace telegrad
