// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

#include "core/base/result.h"
#include "core/tensor/shape.h"

namespace telegrad {

/// How many numbers an example of that shape is, for the architectures that take it as one vector.
/// Errors: an extent below 1, or more than 2^24 numbers; classes outside 2 to 256.
Result<std::size_t> flatInputSize(const Shape& input, std::size_t classes);

/// "3 x 32 x 32", for messages.
std::string show(const Shape& shape);

}  // namespace telegrad
