// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/sign_bits.h"

#include <array>
#include <bit>
#include <cstdint>

#include "core/base/multiversion.h"
#include "core/compress/bit_counts.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace telegrad {
namespace {

constexpr std::size_t kByteBits = 8;

#if defined(__SSE2__)
/// The signs of eight entries. Every x86-64 has the instructions, and memory is slower than they.
unsigned signsOfEight(const float* x) {
  const auto zero = _mm_setzero_ps();
  const int low = _mm_movemask_ps(_mm_cmplt_ps(_mm_loadu_ps(x), zero));
  const int high = _mm_movemask_ps(_mm_cmplt_ps(_mm_loadu_ps(x + 4), zero));
  return static_cast<unsigned>(low) | static_cast<unsigned>(high) << 4U;
}
#else
unsigned signsOfEight(const float* x) {
  unsigned signs = 0;
  for (unsigned bit = 0; bit < kByteBits; ++bit) signs |= (x[bit] < 0.0F ? 1U : 0U) << bit;
  return signs;
}
#endif

TELEGRAD_MULTIVERSION
void spreadWholeBytes(const std::byte* signs, std::size_t bytes, std::uint32_t magnitude,
                      float* to) {
  for (std::size_t i = 0; i < bytes; ++i) {
    const auto set = std::to_integer<std::uint32_t>(signs[i]);
    for (unsigned bit = 0; bit < kByteBits; ++bit)
      to[kByteBits * i + bit] = std::bit_cast<float>((set >> bit) << 31U | magnitude);
  }
}

}  // namespace

void packSigns(const float* x, std::size_t count, std::byte* to) {
  const std::size_t whole = count / kByteBits;
  for (std::size_t i = 0; i < whole; ++i)
    to[i] = static_cast<std::byte>(signsOfEight(x + kByteBits * i));
  if (count % kByteBits == 0) return;
  unsigned signs = 0;
  for (std::size_t i = kByteBits * whole; i < count; ++i)
    signs |= (x[i] < 0.0F ? 1U : 0U) << i % kByteBits;
  to[whole] = static_cast<std::byte>(signs);
}

void spreadSigns(const std::byte* signs, std::size_t count, float magnitude, float* to) {
  const auto bits = std::bit_cast<std::uint32_t>(magnitude);
  const std::size_t whole = count / kByteBits;
  spreadWholeBytes(signs, whole, bits, to);
  for (std::size_t i = kByteBits * whole; i < count; ++i) {
    const auto set = std::to_integer<std::uint32_t>(signs[whole]) >> i % kByteBits;
    to[i] = std::bit_cast<float>(set << 31U | bits);
  }
}

double signEntropy(const std::byte* signs, std::size_t count) {
  std::uint64_t negative = 0;
  for (std::size_t i = 0; i < count; ++i)
    negative += std::to_integer<unsigned>(signs[i / kByteBits]) >> i % kByteBits & 1U;
  return entropyBits(std::array{negative, count - negative});
}

bool endsInZeros(const std::byte* signs, std::size_t count) {
  if (count % kByteBits == 0) return true;
  return std::to_integer<unsigned>(signs[count / kByteBits]) >> count % kByteBits == 0;
}

}  // namespace telegrad
