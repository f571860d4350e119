// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <limits>

namespace telegrad {

/// What a closed form gives where it says nothing.
inline constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

inline bool isNotNegative(double value) {
  return std::isfinite(value) && value >= 0.0;
}

}  // namespace telegrad
