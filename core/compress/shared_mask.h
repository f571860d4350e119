// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace telegrad {

/// Which entries of a vector a message is about, where all agree on it without sending it: of each
/// of several chunks of the vector the share p, others in every message.
///
///   n = floor(p * size) of a chunk's `size` entries, rounded down to a multiple of the bucket;
///   where that leaves none, all of them
///   rolled     entry (floor(i / p) + message) mod size for i = 0, ..., n - 1
///   permuted   a random order of the chunk, of which each message takes the next n, with a new
///              order when fewer are left
///
/// Source: CocktailSGD, Wang et al., ICML 2023, and its authors' code, where 1/p is rounded down.
/// Threads: one.
class SharedMask {
 public:
  struct Rule {
    double share = 0.1;        ///< p, in (0, 1]
    std::size_t bucket = 128;  ///< at least 1
    bool rolled = true;
    std::uint64_t seed = 1;  ///< of the random orders
  };
  SharedMask() = default;
  /// Chunk c of C begins at floor(c * size / C).
  SharedMask(Rule rule, std::size_t size, std::size_t chunks);

  /// Writes where the message's entries are, one chunk after the other. Messages are asked for in
  /// any order.
  void select(std::int64_t message, std::vector<std::uint32_t>& positions);

  std::size_t chunks() const { return chunks_.size(); }
  /// Of a message's entries: where those of a chunk begin, and how many they are.
  std::pair<std::size_t, std::size_t> part(std::size_t chunk) const {
    return {chunks_[chunk].first, chunks_[chunk].count};
  }
  /// Entries of a message.
  std::size_t count() const { return count_; }

 private:
  struct Chunk {
    std::size_t begin = 0;  // in the vector
    std::size_t size = 0;
    std::size_t first = 0;  // of a message's entries
    std::size_t count = 0;
    std::int64_t drawn = -1;           // which random order it has
    std::vector<std::uint32_t> order;  // that one
  };
  void roll(const Chunk& chunk, std::int64_t message, std::span<std::uint32_t> positions) const;
  void takeOrdered(std::size_t number, std::int64_t message, std::span<std::uint32_t> positions);

  Rule rule_;
  std::vector<Chunk> chunks_;
  std::size_t count_ = 0;
};

}  // namespace telegrad
