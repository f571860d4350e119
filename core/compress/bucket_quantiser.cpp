// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/bucket_quantiser.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <string>

#include "core/base/multiversion.h"
#include "core/base/said.h"
#include "core/codec/bit_packing.h"
#include "core/compress/bit_counts.h"
#include "core/compress/half.h"
#include "core/compress/packed_symbols.h"

namespace telegrad {
namespace {

constexpr std::size_t kScaleBytes = 2;

/// Half the number of levels, 2^(q-1).
float stepsOf(unsigned bits) {
  return static_cast<float>(1U << (bits - 1));
}

TELEGRAD_MULTIVERSION
std::uint32_t greatest(const std::uint32_t* floats, std::size_t count) {
  std::uint32_t most = 0;
  for (std::size_t i = 0; i < count; ++i) most = std::max(most, floats[i] & kMagnitudeMask);
  return most;
}

TELEGRAD_MULTIVERSION
void quantise(const std::uint32_t* floats, std::size_t count, float scale, float steps,
              std::uint32_t* levels) {
  constexpr float kRounder = 0x1.8p23F;  // floats about it are whole numbers, ties to even
  for (std::size_t i = 0; i < count; ++i) {
    const float x = std::bit_cast<float>(floats[i]) / scale * steps;
    const float clipped = std::min(std::max(x, -steps), steps - 1.0F);
    const float level = (clipped + kRounder) - kRounder;
    levels[i] = static_cast<std::uint32_t>(static_cast<std::int32_t>(level + steps));
  }
}

Error misreadQuantised(const std::string& what) {
  return Error{said("quantised payload: %1", what)};
}

}  // namespace

std::size_t BucketQuantiser::kept(std::size_t size) const {
  if (size == 0) return 0;
  const auto wanted =
      static_cast<std::size_t>(std::floor(shape_.fraction * static_cast<double>(size)));
  const std::size_t k = std::clamp<std::size_t>(wanted, 1, size);
  return k < shape_.bucket ? k : k - k % shape_.bucket;
}

std::size_t BucketQuantiser::buckets(std::size_t kept) const {
  const std::size_t bucket = std::min(shape_.bucket, kept);
  return bucket == 0 ? 0 : kept / bucket;
}

std::size_t BucketQuantiser::encodedBytes(std::size_t size) const {
  const std::size_t k = kept(size);
  return packedBytes(size, 1) + kScaleBytes * buckets(k) + packedBytes(k, shape_.bits);
}

Result<void> BucketQuantiser::encode(std::span<const float> values, Payload& payload) {
  if (values.empty()) return {};
  const std::size_t k = kept(values.size());
  largest_.clear();
  largest_.collect(values, 0, k);
  if (!largest_.finite())
    return Error{said("an entry is not finite; only finite numbers can be sent")};

  auto& bytes = payload.bytes;
  const std::size_t marks = bytes.size();
  bytes.resize(marks + packedBytes(values.size(), 1));
  for (const auto index : largest_.indices()) bytes[marks + index / 8] |= std::byte{1} << index % 8;

  const std::size_t scales = bytes.size();
  const std::size_t count = buckets(k);
  const std::size_t bucket = std::min(shape_.bucket, k);
  bytes.resize(scales + kScaleBytes * count);
  levels_.resize(k);
  const float steps = stepsOf(shape_.bits);
  for (std::size_t b = 0; b < count; ++b) {
    const auto* floats = largest_.bits().data() + b * bucket;
    const auto scale = toHalf(std::bit_cast<float>(greatest(floats, bucket)));
    std::memcpy(bytes.data() + scales + kScaleBytes * b, &scale, kScaleBytes);
    // What is too small for a scale is lost in this bucket, and the sender's to keep.
    quantise(floats, bucket, scale == 0 ? kLargestHalf : fromHalf(scale), steps,
             levels_.data() + b * bucket);
  }
  appendPacked(levels_, shape_.bits, bytes);
  payload.valueBits += static_cast<std::int64_t>(shape_.bits * k + 8 * kScaleBytes * count);
  payload.indexBits += static_cast<std::int64_t>(values.size());
  return {};
}

namespace {

/// Reads a few bits at a time from packed numbers, as readPacked() would all of them.
class PackedReader {
 public:
  PackedReader(std::span<const std::byte> bytes, unsigned width) : bytes_(bytes), width_(width) {}

  std::uint32_t next() {
    while (filled_ < width_) {
      word_ |= std::uint64_t{std::to_integer<std::uint8_t>(bytes_[at_])} << filled_;
      ++at_;
      filled_ += 8;
    }
    const auto number = static_cast<std::uint32_t>(word_ & ((std::uint64_t{1} << width_) - 1));
    word_ >>= width_;
    filled_ -= width_;
    return number;
  }
  /// Whether the rest of the last byte is zeros.
  bool endsInZeros() const { return word_ == 0; }

 private:
  std::span<const std::byte> bytes_;
  unsigned width_;
  std::size_t at_ = 0;
  std::uint64_t word_ = 0;
  unsigned filled_ = 0;
};

}  // namespace

Result<void> BucketQuantiser::decode(std::span<const std::byte> bytes,
                                     std::span<float> values) const {
  const std::size_t size = values.size();
  if (bytes.size() != encodedBytes(size))
    return misreadQuantised(said("read %1 bytes; allowed: the %2 of %3 entries", bytes.size(),
                                 encodedBytes(size), size));
  if (size == 0) return {};
  const std::size_t k = kept(size);
  const std::size_t bucket = std::min(shape_.bucket, k);
  const auto marks = bytes.first(packedBytes(size, 1));
  const auto scales = bytes.subspan(marks.size(), kScaleBytes * buckets(k));
  PackedReader levels(bytes.subspan(marks.size() + scales.size()), shape_.bits);
  const float steps = stepsOf(shape_.bits);
  std::ranges::fill(values, 0.0F);
  std::size_t read = 0;
  float unit = 0.0F;
  for (std::size_t at = 0; at < marks.size(); ++at) {
    for (auto bits = std::to_integer<std::uint8_t>(marks[at]); bits != 0; bits &= bits - 1) {
      const std::size_t index = 8 * at + static_cast<std::size_t>(std::countr_zero(bits));
      if (read == k || index >= size)
        return misreadQuantised(
            said("read a mark at entry %1; allowed: %2 marks among %3 entries", index, k, size));
      if (read % bucket == 0) {
        std::uint16_t scale = 0;
        std::memcpy(&scale, scales.data() + kScaleBytes * (read / bucket), kScaleBytes);
        if (scale > toHalf(kLargestHalf))
          return misreadQuantised(said(
              "read a scale of bits %1; allowed: those of finite numbers that are not negative",
              scale));
        unit = fromHalf(scale) / steps;
      }
      values[index] = (static_cast<float>(levels.next()) - steps) * unit;
      ++read;
    }
  }
  if (read != k) return misreadQuantised(said("read %1 marks; allowed: %2", read, k));
  if (!levels.endsInZeros())
    return misreadQuantised(said("bits are set after the last level; allowed: zeros"));
  return {};
}

double BucketQuantiser::entropy(std::span<const std::byte> bytes, std::size_t size) const {
  if (bytes.size() != encodedBytes(size)) return 0.0;
  const std::size_t k = kept(size);
  const std::size_t levels = packedBytes(k, shape_.bits);
  const auto symbols = readSymbols(bytes.last(levels), shape_.bits, k, "quantised");
  if (!symbols) return 0.0;
  return log2Choose(size, k) + 8.0 * static_cast<double>(kScaleBytes * buckets(k)) +
         symbolEntropy(*symbols);
}

}  // namespace telegrad
