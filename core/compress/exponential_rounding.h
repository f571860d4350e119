// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/compress/compressor.h"

namespace telegrad {

/// The magnitudes that exponential rounding rounds to: 0, and b^j for every whole j for which it
/// lies between float's least normal number and its largest. For b = 2 these are 0 and 2^-126 to
/// 2^127, 255 of them.
class ExponentialLevels {
 public:
  /// base > 1, far enough from it that neighbouring powers differ as floats.
  explicit ExponentialLevels(double base);

  /// 0, then the powers, ascending.
  std::span<const float> values() const { return std::span(levels_).first(count_); }
  /// The level after each, and infinity after the last.
  std::span<const float> above() const { return std::span(levels_).subspan(1, count_); }
  /// indices_i = index of the largest level that is not above |x_i|, of finite entries.
  void indicesBelow(std::span<const float> x, std::span<std::uint32_t> indices) const;

 private:
  static constexpr std::size_t kExponents = 256;

  std::vector<float> levels_;  // and infinities, as far as a search may look
  std::size_t count_ = 0;
  std::array<std::uint32_t, kExponents> first_{};  // at or below the least magnitude of an exponent
  std::uint32_t longest_ = 1;                      // step of the search, a power of two
};

/// What the roundings to powers of a base share: the wire format. Derived classes choose the level.
///
/// Numbers below the least power lie between it and 0; numbers above the largest are rounded to it,
/// so that all that is decoded is finite. For base 2 these are the numbers from 2^127 on.
///
/// Shapes: payload one symbol for each entry, 2 * (index of the level) + (1 if negative), packed to
///   ceil(log2(2 * levels)) bits, which is sign and index: 9 for base 2. 0 has no sign.
/// Errors: decode refuses another length, and symbols that stand for no level.
class ExponentialRounding : public Compressor {
 public:
  explicit ExponentialRounding(const Settings& settings);

  void configure(const Settings& /*settings*/) override {}
  void exchange(StateArchive& /*state*/) override {}
  Result<void> compress(std::span<const float> input, const Layout& layout, Random& random,
                        Payload& payload) final;
  Result<void> decode(const Payload& payload, const Layout& layout, Update& update) const final;
  /// Paper: sign and index, ceil(log2(2 * levels)) bits an entry.
  BitCounts count(const Payload& payload, const Layout& layout) const final;

  static Parameter baseParameter();

 protected:
  /// Moves the indices of the levels below some entries, finite ones, to those of the level chosen
  /// for each. `words` are random, one for each of them.
  virtual void choose(std::span<const float> x, std::span<const std::uint32_t> words,
                      std::span<std::uint32_t> indices) const = 0;
  virtual bool drawsWords() const = 0;

  const ExponentialLevels& levels() const { return levels_; }

 private:
  unsigned width() const;

  ExponentialLevels levels_;
  std::vector<float> numbers_;          // that symbols stand for
  std::vector<std::uint32_t> symbols_;  // scratch
};

}  // namespace telegrad
