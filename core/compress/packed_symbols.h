// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace telegrad {

// What operators share that send every entry as one of a few symbols, in so many bits each.

/// `count` symbols of `width` bits, read from exactly the bytes that appendPacked() makes of them,
/// into memory of the calling thread that its next call reuses. width <= 32.
/// Errors: another length, or a bit set after the last symbol; `what` names the payload.
Result<std::span<const std::uint32_t>> readSymbols(std::span<const std::byte> bytes, unsigned width,
                                                   std::size_t count, std::string_view what);

/// n H in bits: what no code goes below for these symbols, given how often each occurs.
double symbolEntropy(std::span<const std::uint32_t> symbols);

/// The digits 0, 1, 2 that a byte holds: five, as 3^5 = 243 <= 256. That is 1.6 bits a digit, where
/// fields of their own would take 2 and log2 3 = 1.585 is the least.
inline constexpr std::size_t kTritsAByte = 5;

constexpr std::size_t tritBytes(std::size_t count) {
  return (count + kTritsAByte - 1) / kTritsAByte;
}

/// Appends digits of base 3, five to a byte, the first one lowest; the last byte is filled up with
/// zeros. Each is 0, 1 or 2.
void appendTrits(std::span<const std::uint32_t> trits, std::vector<std::byte>& bytes);

/// The digits back, from exactly their bytes, into memory of the calling thread that its next call,
/// or one of readSymbols(), reuses.
/// Errors: another length; a byte above 242; a digit after the last that is not 0.
Result<std::span<const std::uint32_t>> readTrits(std::span<const std::byte> bytes,
                                                 std::size_t count, std::string_view what);

}  // namespace telegrad
