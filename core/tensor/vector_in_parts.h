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

  virtual ~VectorInParts() = default;
  /// In order and without gaps; at least one.
  virtual std::span<const Part> parts() const = 0;
  /// sum += that part. Every entry is encoded first, as the four bytes of a float32, and added from
  /// there; the bytes lie in one small place that is written again and again.
  /// Shapes: sum [size of that part].
  virtual void addTo(std::size_t part, std::span<float> sum) const = 0;

  std::size_t size() const { return parts().back().begin + parts().back().size; }
};

}  // namespace telegrad
