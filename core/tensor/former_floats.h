// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/tensor/float_memory.h"
#include "core/tensor/vector_ops.h"

namespace telegrad {

/// What some entries of a long run of floats were. Six bytes each: of a position only its place in
/// a page of 65,536 entries is held, and for each page how many there are up to its end.
///
/// Threads: any number may read.
class FormerEntries {
 public:
  void reserve(std::size_t count) {
    places_.reserve(count);
    values_.reserve(count);
  }
  /// Positions in ascending order, below 2^32.
  void add(std::size_t position, float value) {
    ends_.resize(position / kPage + 1, count());
    places_.push_back(static_cast<std::uint16_t>(position % kPage));
    values_.push_back(value);
    ends_.back() = count();
  }
  /// Writes those of positions begin, begin + 1, ..., into `floats`, which is that part of the run.
  void writeInto(std::span<float> floats, std::size_t begin) const {
    const std::size_t end = begin + floats.size();
    for (std::size_t page = begin / kPage; page < ends_.size() && page * kPage < end; ++page) {
      const std::size_t first = page * kPage;
      const auto ofPage =
          std::span(places_).first(ends_[page]).subspan(page > 0 ? ends_[page - 1] : 0);
      const auto values = std::span(values_).first(ends_[page]).last(ofPage.size());
      auto i = static_cast<std::size_t>(
          begin > first ? std::ranges::lower_bound(ofPage, begin - first) - ofPage.begin() : 0);
      for (; i < ofPage.size() && first + ofPage[i] < end; ++i)
        floats[first + ofPage[i] - begin] = values[i];
    }
  }
  std::size_t bytesHeld() const {
    return places_.capacity() * sizeof(std::uint16_t) + values_.capacity() * sizeof(float) +
           ends_.capacity() * sizeof(std::uint32_t);
  }

 private:
  static constexpr std::size_t kPage = 65'536;
  std::uint32_t count() const { return static_cast<std::uint32_t>(values_.size()); }

  std::vector<std::uint16_t> places_;
  std::vector<float> values_;        // beside places_
  std::vector<std::uint32_t> ends_;  // one a page, of those up to the last that has any
};

/// A long run of floats as it is, or as it was before some of its entries changed: what it is now,
/// and what was there instead. It is read in parts, so that nobody needs memory for all of it.
///
/// It refers to what it is made of, which must outlive it. Threads: any number may read.
class FormerFloats {
 public:
  FormerFloats() = default;
  FormerFloats(std::span<const float> now) : now_(now) {}  // NOLINT: every run is one
  /// Before this change, which came before all that are known already.
  void goBack(const FormerEntries& change) { changes_.push_back(&change); }

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
    for (const auto* change : changes_) change->writeInto(floats, begin_);
    return floats;
  }

 private:
  std::span<const float> now_;
  std::size_t begin_ = 0;                      // of now_ in the run that positions count in
  std::vector<const FormerEntries*> changes_;  // the newest first
};

}  // namespace telegrad
