// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/whole_vector.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "core/base/said.h"
#include "core/compress/finite.h"

namespace telegrad {

Result<void> writeWhole(std::span<const float> values, const Layout& layout, Payload& payload) {
  if (!std::isfinite(squaredNorm(values))) return notFinite(values, layout);
  const auto bytes = std::as_bytes(values);
  payload.bytes.assign(bytes.begin(), bytes.end());
  payload.valueBits = 8 * static_cast<std::int64_t>(bytes.size());
  payload.indexBits = 0;
  return {};
}

Result<void> readWhole(const Payload& payload, const Layout& layout, Update& update) {
  const std::size_t expected = elementCount(layout) * sizeof(float);
  if (payload.bytes.size() != expected)
    return Error{
        said("whole vector: read %1 bytes; this model's have %2", payload.bytes.size(), expected)};
  update.setDense(std::span(payload.bytes));
  return {};
}

}  // namespace telegrad
