// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/chwn_kernels.h"

#include <vector>

#include "core/nn/chwn_tiles.h"

namespace telegrad {
namespace {

template <typename Set>
ChwnKernels kernelsOf(const char* name) {
  return {.name = name, .forward = chwn::forward<Set>, .differentiate = chwn::differentiate<Set>};
}

std::vector<ChwnKernels> available() {
  std::vector<ChwnKernels> kernels{kernelsOf<chwn::Portable>("portable")};
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) kernels.push_back(kernelsOf<chwn::Avx2>("avx2"));
  if (__builtin_cpu_supports("avx512f")) kernels.push_back(kernelsOf<chwn::Avx512>("avx512"));
#endif
  return kernels;
}

}  // namespace

void packChwnWeights(std::size_t outputs, std::size_t taps, const float* weights, float* packed) {
  for (std::size_t first = 0; first < outputs;) {
    const std::size_t some = chwnOutputsAtOnce(outputs - first);
    for (std::size_t tap = 0; tap < taps; ++tap)
      for (std::size_t o = first; o < first + some; ++o) *packed++ = weights[o * taps + tap];
    first += some;
  }
}

std::span<const ChwnKernels> chwnKernels() {
  static const auto kernels = available();
  return kernels;
}

}  // namespace telegrad
