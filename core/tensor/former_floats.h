// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/tensor/float_memory.h"
#include "core/tensor/vector_ops.h"

namespace telegrad {

/// A long run of floats as it is, or as it was before some of its entries changed: what it is now,
/// and what was there instead. It is read in parts, so that nobody needs memory for all of it.
///
/// It refers to what it is made of, which must outlive it. Threads: any number may read.
class FormerFloats {
 public:
  /// Positions in ascending order, and what was there.
  struct Change {
    std::span<const std::uint32_t> positions;
    std::span<const float> former;
  };

  FormerFloats() = default;
  FormerFloats(std::span<const float> now) : now_(now) {}  // NOLINT: every run is one
  /// Before this change, which came before all that are known already.
  void goBack(const Change& change) { changes_.push_back(change); }

  std::size_t size() const { return now_.size(); }
  FormerFloats part(std::size_t begin, std::size_t size) const {
    auto part = *this;
    part.now_ = now_.subspan(begin, size);
    part.begin_ += begin;
    return part;
  }
  /// The floats: where they are, or if any have changed put together in `room`, which grows.
  std::span<const float> read(FloatVector& room) const {
    if (changes_.empty()) return now_;
    const auto floats = firstOf(room, now_.size());
    std::ranges::copy(now_, floats.begin());
    for (const auto& change : changes_) put(change, floats);
    return floats;
  }

 private:
  void put(const Change& change, std::span<float> floats) const {
    const auto& [positions, former] = change;
    assert(positions.size() == former.size());
    const auto first = std::ranges::lower_bound(positions, begin_) - positions.begin();
    for (auto i = static_cast<std::size_t>(first); i < positions.size(); ++i) {
      const std::size_t place = positions[i] - begin_;
      if (place >= floats.size()) return;
      floats[place] = former[i];
    }
  }

  std::span<const float> now_;
  std::size_t begin_ = 0;        // of now_ in the run that positions count in
  std::vector<Change> changes_;  // the newest first
};

}  // namespace telegrad
