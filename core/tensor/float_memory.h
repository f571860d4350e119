// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <utility>

#include "core/tensor/vector_ops.h"

namespace telegrad {

/// The first `size` entries; the vector grows where it has fewer.
inline std::span<float> firstOf(FloatVector& vector, std::size_t size) {
  if (vector.size() < size) vector.resize(size);
  return std::span(vector).first(size);
}

/// Floats that nobody has written: the machine gives the memory when it is first used, and none of
/// what is not.
class UnwrittenFloats {
 public:
  explicit UnwrittenFloats(std::size_t size)
      : size_(size),
        first_(LineAllocator<float>().allocate(size)) {}
  UnwrittenFloats(UnwrittenFloats&& other) noexcept
      : size_(std::exchange(other.size_, 0)),
        first_(std::exchange(other.first_, nullptr)) {}
  UnwrittenFloats(const UnwrittenFloats&) = delete;
  UnwrittenFloats& operator=(const UnwrittenFloats&) = delete;
  UnwrittenFloats& operator=(UnwrittenFloats&&) = delete;
  ~UnwrittenFloats() { LineAllocator<float>().deallocate(first_, size_); }

  std::span<float> all() { return {first_, size_}; }

 private:
  std::size_t size_;
  float* first_;
};

}  // namespace telegrad
