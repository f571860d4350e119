// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace telegrad {

/// log2 of the number of sets of k among d: what the positions of k kept entries amount to. k <= d.
double log2Choose(std::size_t d, std::size_t k);

/// n H in bits, n = sum of the occurrences: what no code goes below that writes n symbols of which
/// each occurs as often as given. 0 for none at all.
double entropyBits(std::span<const std::uint64_t> occurrences);

}  // namespace telegrad
