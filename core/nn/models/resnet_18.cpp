// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/models/residual_network.h"

namespace telegrad {

/// The variant for CIFAR: a 3x3 stem that keeps the image's size, no pool after it, option B.
Entry<Architecture> resnet18() {
  return {
      {.key = "resnet-18",
       .name = "ResNet-18",
       .summary =
           "Four stages of two blocks with 64 to 512 channels; 11,173,962 weights for CIFAR-10.",
       .source = "He, Zhang, Ren and Sun, CVPR 2016",
       .parameters = {widthParameter(64)}},
      [](const Settings& settings) {
        return makeResidualNetwork({.width = static_cast<std::size_t>(settings.integer("width")),
                                    .stages = 4,
                                    .blocks = 2,
                                    .projects = true});
      }};
}

}  // namespace telegrad
