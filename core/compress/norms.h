// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace telegrad {

/// The norm ||x||_p of a vector.
enum class Norm { One, Two, Infinity };

/// sum_i |x_i|, in double and in one fixed order whatever the processor. Not finite exactly if an
/// entry is not finite.
double sumOfMagnitudes(std::span<const float> x);

/// max_i |x_i|; 0 of none. Not finite exactly if an entry is not finite.
float greatestMagnitude(std::span<const float> x);

/// ||x||_p in double. Not finite exactly if an entry is not finite.
double normOf(Norm norm, std::span<const float> x);

}  // namespace telegrad
