// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "core/base/units.h"

namespace telegrad {

/// A message of a collective, from a rank to another. Ranks are those that take part, from 0.
struct Leg {
  static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

  std::uint32_t source = 0;
  std::uint32_t destination = 0;
  std::uint32_t origin = 0;  ///< it carries a part of what this rank uploads, or a sum that large
  std::uint32_t part = 0;    ///< this one, of `parts` numbered from 0
  std::uint32_t parts = 1;
  /// Legs towards its source that must have arrived before it can leave.
  std::array<std::uint32_t, 2> after{kNone, kNone};

  /// Its size without overhead, of what its origin uploads: from floor(part S / parts) to
  /// floor((part + 1) S / parts), so that all parts together are the S bytes.
  Bytes partOf(Bytes upload) const { return {upTo(part + 1, upload) - upTo(part, upload)}; }
  /// floor(count S / parts), without the product, which might be too large.
  std::int64_t upTo(std::uint32_t count, Bytes upload) const {
    return upload.value / parts * count + upload.value % parts * count / parts;
  }
};

/// Who sends what to whom in one collective, and what has to have arrived before. A rank sends its
/// legs in their order here: none leaves before the ones in front of it could.
class Schedule {
 public:
  /// `after` names earlier legs only, so nothing waits for itself.
  Schedule(std::uint32_t ranks, std::vector<Leg> legs);

  std::uint32_t ranks() const { return static_cast<std::uint32_t>(begin_.size() - 1); }
  std::size_t size() const { return legs_.size(); }
  std::span<const Leg> legs() const { return legs_; }
  const Leg& leg(std::uint32_t number) const { return legs_[number]; }
  /// The numbers of the legs that a rank sends, in order.
  std::span<const std::uint32_t> sentBy(std::uint32_t rank) const {
    return std::span(bySource_).subspan(begin_[rank], begin_[rank + 1] - begin_[rank]);
  }

 private:
  std::vector<Leg> legs_;
  std::vector<std::uint32_t> bySource_;
  std::vector<std::uint32_t> begin_;  // of a rank, in bySource_
};

}  // namespace telegrad
