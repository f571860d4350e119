// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "core/nn/models/residual_network.h"
#include "core/nn/models/vgg.h"

namespace telegrad {

/// Configuration A.
Entry<Architecture> vgg11() {
  return {
      {.key = "vgg-11",
       .name = "VGG-11",
       .summary = "Eight convolutions with batch normalisation; 9,231,114 weights for CIFAR-10.",
       .source = "Simonyan and Zisserman, ICLR 2015",
       .parameters = {widthParameter(64)}},
      [](const Settings& settings) {
        constexpr std::array<std::size_t, 5> kConvolutions{1, 1, 2, 2, 2};
        return makeVgg(static_cast<std::size_t>(settings.integer("width")), kConvolutions);
      }};
}

}  // namespace telegrad
