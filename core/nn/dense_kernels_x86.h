// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/dense_kernels.h"

#if defined(__x86_64__)

namespace telegrad {

extern const DenseKernels kDenseAvx2;
extern const DenseKernels kDenseAvx512;

/// DenseKernels::pack for any width of a panel, with AVX2.
void packDensePanel(const float* weights, std::size_t inputs, std::size_t count, std::size_t width,
                    float* panel);

}  // namespace telegrad

#endif
