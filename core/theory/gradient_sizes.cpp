// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/gradient_sizes.h"

#include <array>

namespace telegrad {

std::span<const GradientSize> gradientSizes() {
  static const std::array<GradientSize, 4> kSizes{{{"gpt-2", "GPT-2 small", 124e6, 3.97e9},
                                                   {"vit-b-16", "ViT-B/16", 86e6, 2.76e9},
                                                   {"resnet-18", "ResNet-18", 11.7e6, 374e6},
                                                   {"small-cnn", "A small CNN", 1.2e6, 38e6}}};
  return kSizes;
}

}  // namespace telegrad
