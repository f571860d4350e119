// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <utility>

#include "core/compress/compressor.h"

namespace telegrad {

/// Sends every entry as a 16-bit float of some format.
///
/// Shapes: payload 2 d bytes, little-endian, without a header.
/// Errors: decode refuses another length, and patterns that stand for no finite number.
class NarrowFloats final : public Compressor {
 public:
  /// A format's two passes. Each says whether all it read was finite.
  struct Format {
    std::string name;
    bool (*narrow)(const float* from, std::size_t count, std::byte* to);
    bool (*widen)(const std::byte* from, std::size_t count, float* to);
  };
  explicit NarrowFloats(Format format) : format_(std::move(format)) {}

  void configure(const Settings& /*settings*/) override {}
  void exchange(StateArchive& /*state*/) override {}
  Result<void> compress(std::span<const float> input, const Layout& layout, Random& random,
                        Payload& payload) override;
  Result<void> decode(const Payload& payload, const Layout& layout, Update& update) const override;
  /// 16 d, twice: nothing is assumed of how often a number occurs.
  BitCounts count(const Payload& payload, const Layout& layout) const override;

 private:
  Format format_;
};

}  // namespace telegrad
