// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>

#include "core/tensor/shape.h"

namespace telegrad {

/// The number of entries of the largest tensor; 0 where there is none.
inline std::size_t largestTensor(const Layout& layout) {
  std::size_t largest = 0;
  for (const auto& tensor : layout) largest = std::max(largest, tensor.size());
  return largest;
}

}  // namespace telegrad
