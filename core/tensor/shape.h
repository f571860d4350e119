// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <numeric>
#include <string>
#include <vector>

namespace telegrad {

/// The extents of a tensor, slowest first: {channels, height, width}, {outputs, inputs}.
using Shape = std::vector<std::int64_t>;

/// The product of the extents.
inline std::size_t elementCount(const Shape& shape) {
  return static_cast<std::size_t>(
      std::accumulate(shape.begin(), shape.end(), std::int64_t{1}, std::multiplies<>{}));
}

/// A tensor's place in a flat vector of parameters, row-major from `offset`.
struct NamedTensor {
  std::string name;  ///< "dense1.weight"
  Shape shape;
  std::size_t offset = 0;
  std::size_t size() const { return elementCount(shape); }
  bool operator==(const NamedTensor&) const = default;
};

/// The tensors of a flat vector, in order and without gaps.
using Layout = std::vector<NamedTensor>;

/// The length d of the flat vector that a layout describes.
inline std::size_t elementCount(const Layout& layout) {
  return layout.empty() ? 0 : layout.back().offset + layout.back().size();
}

/// The tensors of `own` behind those of `all`, named "prefix.name", or as they are without a
/// prefix.
inline void append(Layout& all, const std::string& prefix, const Layout& own) {
  const std::size_t end = elementCount(all);
  for (const auto& tensor : own)
    all.push_back({prefix.empty() ? tensor.name : prefix + "." + tensor.name, tensor.shape,
                   end + tensor.offset});
}

}  // namespace telegrad
