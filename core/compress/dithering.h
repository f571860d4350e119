// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/compress/compressor.h"
#include "core/compress/norms.h"

namespace telegrad {

/// The levels 0 = a_0 < a_1 < ... < a_s = 1 that a dithering rounds to, as multiples of a norm.
struct DitheringLevels {
  std::vector<float> values;  ///< all s + 1
  double base = 0.0;          ///< a_l = base^{l-s} above zero; 0, where a_l = l / s
};

/// The lowest level that there may be above zero. A share of it that a draw takes, 2^-32 or more,
/// is then a normal float, so that zero never reaches it.
constexpr float kLowestLevel = 0x1p-94F;
/// As many of `wanted` levels of that base as are no lower: min(s, 1 + floor(94 / log2 b)).
std::size_t exponentialLevelCount(double base, std::size_t wanted);
/// 0, b^{1-s}, b^{2-s}, ..., b^{-1}, 1. base > 1, 1 <= count <= exponentialLevelCount(base, count).
DitheringLevels exponentialLevels(double base, std::size_t count);
/// 0, 1/s, 2/s, ..., 1. count >= 1.
DitheringLevels uniformLevels(std::size_t count);

/// For each entry, the number of its level times two, plus one where it is negative and the level
/// is not zero. `norm` >= 0 is the norm as it is sent; entries above it count as equal to it.
/// `words` are random, one an entry: of the levels about |x_i| / norm, the upper one is taken for
/// the share of words that makes the mean right, to a relative 2^-22 (and 2^-31 of the gap).
void roundToLevels(std::span<const float> x, float norm, const DitheringLevels& levels,
                   const std::uint32_t* words, std::uint32_t* codes);

/// Of which entries one norm is taken.
enum class NormScope { Bucket, Tensor, Model };

/// How the levels are written: each in as many bits as the greatest needs, or by Elias codes, which
/// are short for long runs of zeros and for low levels.
enum class LevelCoding { Packed, Elias };

struct DitheringShape {
  DitheringLevels levels;
  Norm norm = Norm::Infinity;
  NormScope scope = NormScope::Tensor;
  std::size_t bucket = 128;  ///< entries that share a norm, with NormScope::Bucket
  LevelCoding coding = LevelCoding::Packed;
};

/// Random dithering: with n = ||x||_p of the entries that share a norm and y_i = |x_i| / n, of the
/// levels lo <= y_i <= hi beside each other
///
///     C_i = n sign(x_i) hi with probability (y_i - lo) / (hi - lo), else n sign(x_i) lo,
///
/// so that E C(x) = x and E ||C(x) - x||^2 = n^2 sum_i (y_i - lo_i)(hi_i - y_i). A norm of zero
/// gives zeros; one beyond float's range is sent as the largest float, which is still no less than
/// any entry.
///
/// Shapes: payload the norms as little-endian float32, one for each tensor that has entries, each
///   bucket or the vector; then a code of 1 + floor(log2 s) + 1 bits an entry, sign lowest, in
///   blocks of lanes (lane_packing.h), or the Elias codes of levels (elias_levels.h).
/// Errors: decode refuses another length, a norm that is negative or not finite, a level above s,
///   a place beyond the last entry and bits set after the last code.
/// Sources: Alistarh, Grubic, Li, Tomioka and Vojnovic, QSGD, NeurIPS 2017 (uniform levels);
///   Horvath et al., Natural Compression for Distributed Deep Learning, MSML 2022 (powers of two);
///   Beznosikov et al., On Biased Compression for Distributed Learning, JMLR 2023 (any base).
class Dithering final : public Compressor {
 public:
  explicit Dithering(DitheringShape shape);

  void configure(const Settings& /*settings*/) override {}
  void exchange(StateArchive& /*state*/) override {}
  Result<void> compress(std::span<const float> input, const Layout& layout, Random& random,
                        Payload& payload) override;
  Result<void> decode(const Payload& payload, const Layout& layout, Update& update) const override;
  /// 32 bits a norm and log2(2s + 1) an entry, or the Elias codes as long as they are, but for the
  /// distance to the end, which QSGD does not send; the norms and the entropy of signed levels.
  BitCounts count(const Payload& payload, const Layout& layout) const override;
  /// E ||C(x) - x||^2 by the formula above, of finite entries.
  double squaredError(std::span<const float> input, const Layout& layout) const;

 private:
  std::size_t groups(const Layout& layout) const;
  std::size_t levels() const { return shape_.levels.values.size() - 1; }
  Error misread(const std::string& what) const;
  /// Writes the norms and hands the codes to emit(), whole stretches and then the rest.
  template <typename Emit>
  Result<void> round(std::span<const float> input, const Layout& layout, Random& random,
                     std::byte* norms, const Emit& emit) const;
  // Codes back to entries; what is wrong with them, if anything is.
  std::optional<std::string> readPackedCodes(std::span<const std::byte> norms,
                                             std::span<const std::byte> packed,
                                             const Layout& layout,
                                             std::vector<float>& values) const;
  std::optional<std::string> readEliasCodes(std::span<const std::byte> norms,
                                            std::span<const std::byte> coded, const Layout& layout,
                                            std::vector<float>& values) const;

  DitheringShape shape_;
  unsigned width_;                // bits a code
  std::vector<float> table_;      // the level of each code of that width, signed; zero beyond them
  std::vector<std::byte> coded_;  // scratch
};

/// zeta_b = (b + 1/b + 2) / 4 + z min(1, z), z = d^{1/r} b^{1-s}, r = min(p, 2): the class U(zeta)
/// of exponential dithering of d entries under one norm.
double exponentialDitheringZeta(double base, std::size_t levels, Norm norm, std::size_t d);

// What ditherings have in common for the user: the parameters "norm", "scope" and "bucket", and the
// shape that their settings and some levels make.
std::vector<Parameter> ditheringParameters(const std::string& norm, const std::string& scope);
DitheringShape ditheringShape(const Settings& settings, DitheringLevels levels);
/// The most entries that share a norm.
std::size_t largestGroup(const DitheringShape& shape, const Layout& layout);

}  // namespace telegrad
