// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/models/residual_network.h"

namespace telegrad {

/// CIFAR's own residual networks have 6n + 2 layers; this is n = 3, with the shortcuts of option A.
Entry<Architecture> resnet20() {
  return {
      {.key = "resnet-20",
       .name = "ResNet-20",
       .summary = "Three stages of three blocks with 16, 32 and 64 channels; 269,722 weights for "
                  "CIFAR-10.",
       .source = "He, Zhang, Ren and Sun, CVPR 2016",
       .parameters = {widthParameter(16)}},
      [](const Settings& settings) {
        return makeResidualNetwork({.width = static_cast<std::size_t>(settings.integer("width")),
                                    .stages = 3,
                                    .blocks = 3,
                                    .projects = false});
      }};
}

}  // namespace telegrad
