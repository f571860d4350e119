// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "core/nn/models/residual_network.h"
#include "core/nn/models/vgg.h"

namespace telegrad {

/// Configuration E.
Entry<Architecture> vgg19() {
  return {
      {.key = "vgg-19",
       .name = "VGG-19",
       .summary = "Sixteen convolutions with batch normalisation; 20,040,522 weights for CIFAR-10.",
       .source = "Simonyan and Zisserman, ICLR 2015",
       .parameters = {widthParameter(64)}},
      [](const Settings& settings) {
        constexpr std::array<std::size_t, 5> kConvolutions{2, 2, 4, 4, 4};
        return makeVgg(static_cast<std::size_t>(settings.integer("width")), kConvolutions);
      }};
}

}  // namespace telegrad
