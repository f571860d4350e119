// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/models/residual_network.h"

namespace telegrad {

/// CIFAR's own residual networks have 6n + 2 layers; this is n = 1, with the shortcuts of option A.
Entry<Architecture> resnet8() {
  return {
      {.key = "resnet-8",
       .name = "ResNet-8",
       .summary =
           "Three stages of one block with 16, 32 and 64 channels; 75,290 weights for CIFAR-10.",
       .source = "He, Zhang, Ren and Sun, CVPR 2016",
       .parameters = {widthParameter(16)}},
      [](const Settings& settings) {
        return makeResidualNetwork({.width = static_cast<std::size_t>(settings.integer("width")),
                                    .stages = 3,
                                    .blocks = 1,
                                    .projects = false});
      }};
}

}  // namespace telegrad
