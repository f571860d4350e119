// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>

#include "core/metrics/quantities.h"

namespace telegrad::test {

/// Equal in every quantity, what is absent included. Record's own == has no equal for a NaN.
inline bool sameBits(const Record& a, const Record& b) {
  return std::ranges::all_of(quantities(), [&](const Quantity& quantity) {
    if (const auto* whole = std::get_if<std::int64_t Record::*>(&quantity.field))
      return a.**whole == b.**whole;
    const double x = quantity.read(a);
    const double y = quantity.read(b);
    return x == y || (std::isnan(x) && std::isnan(y));
  });
}

}  // namespace telegrad::test
