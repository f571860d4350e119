// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/base/result.h"
#include "core/compress/compressor.h"
#include "core/compress/largest_magnitudes.h"

namespace telegrad {

/// The largest entries of a run of n floats, in a few bits each; entries that are not kept are
/// zeros to the receiver.
///
///   k       = max(1, floor(fraction * n)), rounded down to a multiple of the bucket b if k >= b
///   s       = max |x| of each b kept entries that follow one another (of all, if k < b), as half
///   level   = round(x / s * 2^(q-1)), halves to even, clipped to [-2^(q-1), 2^(q-1) - 1]
///   back:     level / 2^(q-1) * s
///
/// Bytes: n bits, set where an entry was kept; s in 16 bits for each bucket; level + 2^(q-1) in q
/// bits for each kept entry, in order; bits lowest first, each of the three filled up with zeros to
/// whole bytes. That is 1 + (k/n) (q + 16/b) bits an entry. n is not in them: both sides know it.
///
/// Source: the operator of CocktailSGD, Wang et al., ICML 2023; rounding, rounding of k and the
///   16-bit scale as in its authors' code.
/// Threads: encode() has scratch, one; decode() any.
class BucketQuantiser {
 public:
  struct Shape {
    double fraction = 0.2;     ///< of the entries, in (0, 1]
    unsigned bits = 4;         ///< q, 2 to 16
    std::size_t bucket = 128;  ///< b, at least 1
  };
  explicit BucketQuantiser(Shape shape) : shape_(shape) {}

  /// k of n.
  std::size_t kept(std::size_t size) const;
  /// The bytes that n entries become.
  std::size_t encodedBytes(std::size_t size) const;

  /// Appends the run to the payload and counts its bits there: levels and scales as values, the
  /// kept entries' marks as index.
  /// Errors: an entry is not finite.
  Result<void> encode(std::span<const float> values, Payload& payload);

  /// Reads a run of values.size() entries back from exactly its bytes.
  /// Errors: another length, another number of marks, bits set in the filling, a scale that is
  ///   negative or not finite.
  Result<void> decode(std::span<const std::byte> bytes, std::span<float> values) const;

  /// What no code goes below for a run of n entries, from its bytes: log2 C(n, k) for the marks, 16
  /// bits a scale, and the entropy of the levels. 0 for bytes that decode() refuses.
  double entropy(std::span<const std::byte> bytes, std::size_t size) const;

 private:
  std::size_t buckets(std::size_t kept) const;

  Shape shape_;
  LargestMagnitudes largest_;
  std::vector<std::uint32_t> levels_;
};

}  // namespace telegrad
