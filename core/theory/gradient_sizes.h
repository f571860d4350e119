// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

namespace telegrad {

/// The dense gradient of a well-known model, 32 bits a parameter, rounded: what a network would
/// have to carry, whatever is trained on it here.
struct GradientSize {
  std::string key;
  std::string name;
  double parameters = 0.0;
  double bits = 0.0;  ///< S_g
};

/// Largest first.
std::span<const GradientSize> gradientSizes();

}  // namespace telegrad
