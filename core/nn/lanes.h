// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace telegrad {

// Vectors of floats of the compiler's own kind, for the kernels of this room: arrays of as many
// floats it would keep in memory. Addresses need no alignment, and may be those of floats. In
// structs, since a template that is given such a type itself forgets its attributes.

struct Lanes16 {
  static constexpr std::size_t kCount = 16;
  using Type [[gnu::vector_size(64), gnu::aligned(4), gnu::may_alias]] = float;
};
struct Lanes8 {
  static constexpr std::size_t kCount = 8;
  using Type [[gnu::vector_size(32), gnu::aligned(4), gnu::may_alias]] = float;
};
struct Lanes4 {
  static constexpr std::size_t kCount = 4;
  using Type [[gnu::vector_size(16), gnu::aligned(4), gnu::may_alias]] = float;
};
struct Lanes1 {
  static constexpr std::size_t kCount = 1;
  using Type [[gnu::may_alias]] = float;
};

// NOLINTBEGIN(cppcoreguidelines-pro-type-reinterpret-cast): that is how vectors are loaded

template <typename Lanes>
const typename Lanes::Type* lanes(const float* p) {
  return reinterpret_cast<const typename Lanes::Type*>(p);
}

template <typename Lanes>
typename Lanes::Type* lanes(float* p) {
  return reinterpret_cast<typename Lanes::Type*>(p);
}

// NOLINTEND(cppcoreguidelines-pro-type-reinterpret-cast)

}  // namespace telegrad
