// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/relu.h"

#include <cassert>

#include "core/base/multiversion.h"

namespace telegrad {
namespace {

// Written as choices of a value, so that the compiler can turn them into masks.
TELEGRAD_MULTIVERSION
void rectify(const float* src, float* dst, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) dst[i] = src[i] < 0.0F ? 0.0F : src[i];
}

TELEGRAD_MULTIVERSION
void copyWherePositive(const float* src, const float* diffDst, float* diffSrc, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) diffSrc[i] = src[i] <= 0.0F ? 0.0F : diffDst[i];
}

TELEGRAD_MULTIVERSION
void clearWhereNotPositive(const float* y, float* diff, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) diff[i] = y[i] <= 0.0F ? 0.0F : diff[i];
}

}  // namespace

void passWherePositive(std::span<const float> y, std::span<float> diff) {
  assert(y.size() == diff.size());
  clearWhereNotPositive(y.data(), diff.data(), y.size());
}

void Relu::initialise(std::span<float> /*weights*/, Random& /*random*/) const {}

void Relu::forward(const Weights& /*weights*/, std::span<const float> src, std::span<float> dst,
                   [[maybe_unused]] std::size_t batch) {
  assert(src.size() == batch * size_ && dst.size() == src.size());
  rectify(src.data(), dst.data(), src.size());
}

void Relu::backward(const Weights& /*weights*/, std::span<const float> src,
                    std::span<const float> /*dst*/, std::span<const float> diffDst,
                    std::span<float> diffSrc, [[maybe_unused]] std::size_t batch) {
  assert(src.size() == batch * size_ && diffDst.size() == src.size());
  assert(diffSrc.size() == src.size());
  copyWherePositive(src.data(), diffDst.data(), diffSrc.data(), src.size());
}

}  // namespace telegrad
