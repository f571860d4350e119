// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>

#include "core/base/parameter.h"

namespace telegrad {

/// A share of a vector's entries, which may change between iterations.
inline Parameter fractionParameter(std::string key, std::string label, double initial,
                                   std::string help) {
  const Real share{.initial = initial, .min = 1e-6, .max = 1.0, .scale = Scale::Log, .share = true};
  return {.key = std::move(key),
          .label = std::move(label),
          .unit = "",
          .help = std::move(help),
          .kind = share,
          .change = Change::BetweenIterations};
}

/// The kept fraction that an algorithm which chooses it begins with.
inline Parameter firstFraction(std::string help) {
  auto parameter =
      fractionParameter("first_fraction", "First kept fraction", 0.01, std::move(help));
  parameter.change = Change::BetweenRuns;
  return parameter;
}

}  // namespace telegrad
