// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace telegrad {

/// What something costs, the less the better, and what it is worth, the more the better.
struct Trade {
  double cost = 0.0;
  double worth = 0.0;
};

/// The trades that no other beats: none costs no more and is worth no less, with one of the two
/// better. Their places in `trades`, by rising cost and so by rising worth; of equal ones all, in
/// their order. What has no cost or no worth (NaN) neither beats another nor is in the result.
/// O(n log n).
std::vector<std::size_t> paretoFront(std::span<const Trade> trades);

}  // namespace telegrad
