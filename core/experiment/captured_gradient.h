// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/tensor/shape.h"

namespace telegrad {

/// The gradient of one worker's minibatch as it was before anything was left out of it.
struct CapturedGradient {
  std::int64_t iteration = 0;  ///< counted from 1
  std::size_t worker = 0;      ///< counted from 0: the first that was present
  Layout layout;
  std::vector<float> values;  ///< [d], as the layout says
};

}  // namespace telegrad
