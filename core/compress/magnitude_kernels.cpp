// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/magnitude_kernels.h"

#include <algorithm>
#include <bit>
#include <vector>

#include "core/compress/magnitude_kernels_x86.h"

namespace telegrad {
namespace {

std::size_t gatherPortable(const float* values, std::size_t count, std::uint32_t first,
                           std::uint32_t atLeast, Candidates to) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < count; ++i) {
    // Written always and kept by the count, as a branch here would be guessed wrong too often.
    const auto bits = std::bit_cast<std::uint32_t>(values[i]);
    to.bits[kept] = bits;
    to.indices[kept] = first + static_cast<std::uint32_t>(i);
    kept += (bits & kMagnitudeMask) >= atLeast ? 1 : 0;
  }
  return kept;
}

std::size_t filterPortable(Candidates from, std::size_t count, std::uint32_t atLeast,
                           Candidates to) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const auto bits = from.bits[i];
    to.bits[kept] = bits;
    to.indices[kept] = from.indices[i];
    kept += (bits & kMagnitudeMask) >= atLeast ? 1 : 0;
  }
  return kept;
}

std::size_t countPortable(const std::uint32_t* bits, std::size_t count, std::uint32_t atLeast) {
  std::uint32_t found = 0;  // 32 bits, as the lanes are; indices have no more
  for (std::size_t i = 0; i < count; ++i) found += (bits[i] & kMagnitudeMask) >= atLeast ? 1U : 0U;
  return found;
}

std::uint32_t greatestPortable(const std::uint32_t* bits, std::size_t count) {
  std::uint32_t greatest = 0;
  for (std::size_t i = 0; i < count; ++i) greatest = std::max(greatest, bits[i] & kMagnitudeMask);
  return greatest;
}

std::vector<MagnitudeKernels> available() {
  std::vector<MagnitudeKernels> kernels{kPortableKernels};
#if defined(__x86_64__)
  if (!__builtin_cpu_supports("popcnt") || !__builtin_cpu_supports("bmi")) return kernels;
  if (__builtin_cpu_supports("avx2")) kernels.push_back(kAvx2Kernels);
  if (__builtin_cpu_supports("avx512f")) kernels.push_back(kAvx512Kernels);
#endif
  return kernels;
}

}  // namespace

constinit const MagnitudeKernels kPortableKernels{"portable", gatherPortable, filterPortable,
                                                  countPortable, greatestPortable};

std::span<const MagnitudeKernels> magnitudeKernels() {
  static const auto kernels = available();
  return kernels;
}

}  // namespace telegrad
