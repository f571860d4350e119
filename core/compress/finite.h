// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "core/base/result.h"
#include "core/tensor/shape.h"

namespace telegrad {

/// Why an input that holds a number which is not finite is refused: names the first one, its tensor
/// and its place. The input holds one.
Error notFinite(std::span<const float> input, const Layout& layout);

}  // namespace telegrad
