// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <bit>
#include <cassert>
#include <cstring>

#include "core/base/multiversion.h"
#include "core/base/said.h"
#include "core/codec/bit_packing.h"
#include "core/compress/compressor.h"
#include "core/compress/finite.h"

namespace telegrad {
namespace {

/// Copies, and says whether all numbers are finite: whether no exponent is all ones.
TELEGRAD_MULTIVERSION
bool copyFinite(const float* from, std::size_t count, std::byte* to) {
  std::uint32_t greatest = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const auto bits = std::bit_cast<std::uint32_t>(from[i]);
    std::memcpy(to + i * sizeof(bits), &bits, sizeof(bits));
    greatest = std::max(greatest, bits & 0x7FFFFFFFU);
  }
  return greatest < 0x7F800000U;
}

/// Sends every entry as it is.
///
/// Shapes: payload 4 d bytes, little-endian float32, without a header.
class Identity final : public Compressor {
 public:
  void configure(const Settings& /*settings*/) override {}
  void exchange(StateArchive& /*state*/) override {}

  Result<void> compress(std::span<const float> input, const Layout& layout, Random& /*random*/,
                        Payload& payload) override {
    assert(input.size() == elementCount(layout));
    payload.bytes.resize(input.size_bytes());
    payload.valueBits = 8 * static_cast<std::int64_t>(input.size_bytes());
    payload.indexBits = 0;
    if (!copyFinite(input.data(), input.size(), payload.bytes.data()))
      return notFinite(input, layout);
    return {};
  }

  std::span<float> writeDirectly(const Layout& layout, Payload& payload) override {
    const std::size_t count = elementCount(layout);
    payload.bytes.resize(count * sizeof(float));
    payload.valueBits = 32 * static_cast<std::int64_t>(count);
    payload.indexBits = 0;
    // An array of bytes holds whatever is written into it; the default allocator aligns it.
    return {reinterpret_cast<float*>(payload.bytes.data()), count};  // NOLINT
  }

  bool writeLater(const VectorInParts& vector, const Layout& layout, Payload& payload) override {
    assert(vector.size() == elementCount(layout));
    payload.bytes.clear();
    payload.later = &vector;
    payload.valueBits = 32 * static_cast<std::int64_t>(elementCount(layout));
    payload.indexBits = 0;
    return true;
  }

  Result<void> decode(const Payload& payload, const Layout& layout, Update& update) const override {
    const std::size_t expected = elementCount(layout) * sizeof(float);
    if (payload.bytes.size() != expected)
      return Error{said("uncompressed payload: read %1 bytes; this model's have %2",
                        payload.bytes.size(), expected)};
    update.setDense(payload.bytes);
    return {};
  }

  BitCounts count(const Payload& /*payload*/, const Layout& layout) const override {
    const auto bits = 32.0 * static_cast<double>(elementCount(layout));
    return {bits, bits};
  }
};

}  // namespace

CompressorEntry identity() {
  CompressorEntry entry;
  entry.key = "identity";
  entry.name = "None (dense)";
  entry.summary = "Sends every entry as a 32-bit float.";
  entry.wholeUploads = true;
  entry.classes = [](const Settings& /*settings*/, const Layout& /*layout*/) {
    return classesOfUnbiased(1.0);
  };
  entry.allReducible = true;
  entry.make = [](const Settings& /*settings*/) { return std::make_unique<Identity>(); };
  return entry;
}

}  // namespace telegrad
