// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>

#include "core/nn/model.h"

namespace telegrad {

/// A residual network of basic blocks for small images: a 3x3 convolution, then stages of blocks
/// relu(norm(conv(relu(norm(conv(x))))) + shortcut(x)), of which each stage but the first halves
/// the image and doubles the channels, then the mean over all pixels and a linear layer. No
/// convolution has a bias. Tensors are named as torchvision's.
///
/// Source: He, Zhang, Ren and Sun, Deep Residual Learning for Image Recognition, CVPR 2016.
struct ResidualNetwork {
  std::size_t width = 16;  ///< channels of the first stage
  std::size_t stages = 3;
  std::size_t blocks = 3;  ///< of each stage
  /// Across a change of size the shortcut is a 1x1 convolution with normalisation (option B), or
  /// else every second pixel with zeros for the new channels (option A).
  bool projects = false;
};

std::unique_ptr<Architecture> makeResidualNetwork(const ResidualNetwork& network);

/// The parameter that scales all of a model's channels.
Parameter widthParameter(std::int64_t initial);

}  // namespace telegrad
