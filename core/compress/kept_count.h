// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace telegrad {

/// k = max(1, floor(fraction * size)), and no more than size. size > 0.
inline std::size_t keptCount(double fraction, std::size_t size) {
  const auto wanted = static_cast<std::size_t>(std::floor(fraction * static_cast<double>(size)));
  return std::clamp<std::size_t>(wanted, 1, size);
}

}  // namespace telegrad
