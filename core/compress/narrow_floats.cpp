// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/narrow_floats.h"

#include <cassert>

#include "core/base/said.h"
#include "core/codec/bit_packing.h"
#include "core/compress/finite.h"

namespace telegrad {

namespace {
constexpr std::size_t kBytes = 2;
}

Result<void> NarrowFloats::compress(std::span<const float> input, const Layout& layout,
                                    Random& /*random*/, Payload& payload) {
  assert(input.size() == elementCount(layout));
  payload.bytes.resize(kBytes * input.size());
  payload.valueBits = 8 * static_cast<std::int64_t>(payload.bytes.size());
  payload.indexBits = 0;
  if (!format_.narrow(input.data(), input.size(), payload.bytes.data()))
    return notFinite(input, layout);
  return {};
}

Result<void> NarrowFloats::decode(const Payload& payload, const Layout& layout,
                                  Update& update) const {
  const std::size_t size = elementCount(layout);
  auto values = update.takeDense();
  update.setSparse(size, {});
  if (payload.bytes.size() != kBytes * size)
    return Error{said("%1 payload: read %2 bytes; allowed: the %3 of %4 entries", format_.name,
                      payload.bytes.size(), kBytes * size, size)};
  values.resize(size);
  if (!format_.widen(payload.bytes.data(), size, values.data()))
    return Error{said("%1 payload: read an exponent of ones; allowed: those of finite numbers",
                      format_.name)};
  update.setDense(std::move(values));
  return {};
}

BitCounts NarrowFloats::count(const Payload& /*payload*/, const Layout& layout) const {
  const auto bits = 8.0 * kBytes * static_cast<double>(elementCount(layout));
  return {bits, bits};
}

}  // namespace telegrad
