// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/compression_noise.h"

#include <cmath>
#include <limits>

namespace telegrad {

double compressionNoise(double delta, int tau, PhiBase base) {
  if (!(delta >= 0.0 && delta <= 1.0) || tau < 0) return std::numeric_limits<double>::quiet_NaN();
  if (delta == 0.0) return std::numeric_limits<double>::infinity();
  // One power less than in the product, so that delta = 1 is no 0 / 0.
  if (base == PhiBase::FullRatio) return std::pow(1.0 - delta, 1.0 - tau) / delta;
  if (delta == 1.0) return 0.0;  // 0 times a power that may be infinite
  return (1.0 - delta) / delta * std::pow(1.0 - delta / 2.0, -static_cast<double>(tau));
}

}  // namespace telegrad
