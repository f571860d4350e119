// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

#include "core/base/result.h"
#include "core/nn/image_format.h"
#include "core/tensor/shape.h"

namespace telegrad {

/// The shape of an example as an image, for the architectures that convolve.
/// Errors: other than {channels, height, width}, with height and width at least `smallest`; more
///   than 2^24 numbers; classes outside 2 to 256.
Result<ImageShape> imageInput(const Shape& input, std::size_t classes, std::size_t smallest);

}  // namespace telegrad
