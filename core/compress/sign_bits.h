// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace telegrad {

// Signs at one bit an entry, lowest bit first: set where the entry is below zero. Zeros of either
// sign count as positive.

/// Writes ceil(count / 8) bytes, the last filled up with zero bits.
void packSigns(const float* x, std::size_t count, std::byte* to);

/// to_i = magnitude or -magnitude, as bit i says.
void spreadSigns(const std::byte* signs, std::size_t count, float magnitude, float* to);

/// n H of the signs, in bits: what no code of signs goes below that occur as often.
double signEntropy(const std::byte* signs, std::size_t count);

/// Whether no bit after the first `count` is set in their last byte.
bool endsInZeros(const std::byte* signs, std::size_t count);

}  // namespace telegrad
