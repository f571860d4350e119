// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "core/base/random.h"

namespace telegrad {

/// Random words by their place, for passes that need one for each entry of a long vector: many at
/// once, and the same bits whatever instruction set makes them.
///
/// The words are those of Philox4x32-10 under a key of 64 bits that is drawn from a Random. Block n
/// of it has the counter (n, n / 2^32, 0x77777777, 0x64646464): a Random's own stream meets it only
/// if its key is the same by chance and these two words are its iteration. Words come in groups of
/// 32, from eight blocks: first words 0 and 1 of each block, then words 2 and 3 of each, which is
/// how they leave the registers.
class RandomWords {
 public:
  static constexpr std::size_t kGroup = 32;

  explicit RandomWords(std::uint64_t key) : key_(key) {}
  /// Draws the key: one next64(), however many words are wanted.
  explicit RandomWords(Random& random) : key_(random.next64()) {}

  /// Words first, first + 1, ...; `first` and the number of words are multiples of kGroup.
  void fill(std::uint64_t first, std::span<std::uint32_t> words) const;

 private:
  std::uint64_t key_;
};

/// What fills whole groups, for one instruction set. All sets give the same words.
struct RandomWordsKernel {
  const char* name;
  void (*fill)(std::uint64_t key, std::uint64_t firstGroup, std::size_t groups, std::uint32_t* to);
};

/// The kernels that this processor can run, fastest last.
std::span<const RandomWordsKernel> randomWordsKernels();

}  // namespace telegrad
