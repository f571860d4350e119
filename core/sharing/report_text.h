// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "core/metrics/quantities.h"

namespace telegrad {

// Numbers as a report's reader wants them, the same in every locale.

/// "12,000".
std::string grouped(std::int64_t number);
/// In `digits` significant digits: "0.0123", "1.2e+09".
std::string shortNumber(double number, int digits = 4);
/// With the quantity's unit: "3.3 Gbit", "6,426 s", "12,000", "98.1 %" of an accuracy; a dash where
/// there is none.
std::string figure(const Quantity& quantity, const Record& record);

}  // namespace telegrad
