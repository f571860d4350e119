// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace telegrad {

/// Writes numbers of any width one after the other, the lowest bit of each and of each byte first.
/// After every write the bytes hold all that was written, with zeros up to a whole byte.
///
/// Up to kSlack bytes after the last one are overwritten too: whoever knows the length in bits
/// before makes that much room once, so that writing never allocates.
/// Threads: one.
class BitWriter {
 public:
  static constexpr std::size_t kSlack = sizeof(std::uint64_t);
  static constexpr unsigned kWidest = 56;  ///< what a word takes beside the bits left in it

  explicit BitWriter(std::byte* to) : to_(to) {}

  /// The `width` low bits of `bits`, which has no others; width <= kWidest.
  void write(std::uint64_t bits, unsigned width) {
    assert(width <= kWidest && bits >> width == 0);
    word_ |= bits << filled_;
    filled_ += width;
    std::memcpy(to_, &word_, sizeof(word_));
    to_ += filled_ / 8;
    word_ >>= filled_ & ~7U;
    filled_ &= 7U;
  }

  /// That many zeros and a one.
  void writeUnary(std::uint64_t zeros) {
    for (; zeros >= kWidest; zeros -= kWidest) write(0, kWidest);
    write(std::uint64_t{1} << zeros, static_cast<unsigned>(zeros) + 1);
  }

 private:
  std::byte* to_;
  std::uint64_t word_ = 0;
  unsigned filled_ = 0;  // bits of word_ that are not yet a whole byte
};

}  // namespace telegrad
