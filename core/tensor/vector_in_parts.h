// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>

namespace telegrad {

/// A long vector that nobody holds: its parts are written one by one, each when it is wanted, so
/// that what is done with them finds them in the caches.
///
/// Threads: any number may write parts at once.
class VectorInParts {
 public:
  struct Part {
    std::size_t begin = 0;
    std::size_t size = 0;
  };

  virtual ~VectorInParts() = default;
  /// In order and without gaps; at least one.
  virtual std::span<const Part> parts() const = 0;
  /// Shapes: target [size of that part].
  virtual void write(std::size_t part, std::span<float> target) const = 0;

  std::size_t size() const { return parts().back().begin + parts().back().size; }
};

}  // namespace telegrad
