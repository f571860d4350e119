// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/dense_kernels.h"

#include <dnnl.hpp>
#include <vector>

#include "core/nn/dense_kernels_x86.h"

namespace telegrad {
namespace {

[[maybe_unused]] bool isAllowed(dnnl::cpu_isa set) {
  const auto allowed = static_cast<unsigned>(dnnl::get_effective_cpu_isa());
  const auto bits = static_cast<unsigned>(set);
  return (allowed & bits) == bits;
}

std::vector<const DenseKernels*> availableDense() {
  std::vector<const DenseKernels*> kernels;
#if defined(__x86_64__)
  const bool fuses = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  if (!fuses || !isAllowed(dnnl::cpu_isa::avx2)) return kernels;
  kernels.push_back(&kDenseAvx2);
  if (__builtin_cpu_supports("avx512f") && isAllowed(dnnl::cpu_isa::avx512_core))
    kernels.push_back(&kDenseAvx512);
#endif
  return kernels;
}

}  // namespace

std::span<const DenseKernels* const> denseKernels() {
  static const auto kernels = availableDense();
  return kernels;
}

}  // namespace telegrad
