// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <span>

#include "core/nn/model.h"

namespace telegrad {

/// VGG for small images, with batch normalisation: stages of 3x3 convolutions (with bias, as usual
/// in this family, though the normalisation after them takes it out again), each with a
/// normalisation and ReLU, and a 2x2 maximum at the end of each of the five stages, whose channels
/// are 1, 2, 4, 8 and 8 times `width`; then one linear layer. Tensors are named as in PyTorch's
/// nn.Sequential: features.0.weight, ..., classifier.weight.
///
/// Source: Simonyan and Zisserman, Very Deep Convolutional Networks for Large-Scale Image
///   Recognition, ICLR 2015; configurations A (11 layers) and E (19).
/// convolutions: of each of the five stages; static.
std::unique_ptr<Architecture> makeVgg(std::size_t width, std::span<const std::size_t> convolutions);

}  // namespace telegrad
