// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>

namespace telegrad {

/// A long vector that nobody holds: its parts are encoded and added one by one, each when it is
/// wanted, so that what is added to stays in the caches.
///
/// Threads: any number may add parts at once.
class VectorInParts {
 public:
  struct Part {
    std::size_t begin = 0;
    std::size_t size = 0;
  };

  /// Entries for which a place is needed, small enough to stay in the first-level cache.
  static constexpr std::size_t kRoom = 384;

  virtual ~VectorInParts() = default;
  /// In order and without gaps; at least one.
  virtual std::span<const Part> parts() const = 0;
  /// sum += that part of each vector, one after the other, a few entries at a time: they are
  /// encoded in `room`, as float32, and added. `vectors`: this one first, all of one maker.
  /// Shapes: room [kRoom], sum [size of that part].
  virtual void addTo(std::span<const VectorInParts* const> vectors, std::size_t part,
                     std::span<float> room, std::span<float> sum) const = 0;

  std::size_t size() const { return parts().back().begin + parts().back().size; }
};

}  // namespace telegrad
