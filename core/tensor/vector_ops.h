// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <new>
#include <span>
#include <vector>

namespace telegrad {

/// Memory on 64-byte lines, as the kernels like it.
template <typename T>
struct LineAllocator {
  using value_type = T;
  static constexpr std::align_val_t kLine{64};
  LineAllocator() = default;
  template <typename U>
  LineAllocator(const LineAllocator<U>&) {}  // NOLINT: allocators convert implicitly
  T* allocate(std::size_t n) { return static_cast<T*>(::operator new(n * sizeof(T), kLine)); }
  void deallocate(T* p, std::size_t /*count*/) { ::operator delete(p, kLine); }
  bool operator==(const LineAllocator& /*other*/) const { return true; }
};

/// A flat run of floats: weights, a gradient, a residual.
using FloatVector = std::vector<float, LineAllocator<float>>;

// Passes over long vectors. Sums are taken in double, in one fixed order whatever the processor, so
// that the same floats give the same bits everywhere. All spans of one call have one length.

/// sum_i (a_i - b_i)^2, each difference rounded to float first.
double squaredDistance(std::span<const float> a, std::span<const float> b);

/// sum_i a_i^2. Not finite exactly if an entry is not finite.
double squaredNorm(std::span<const float> a);

/// sum_i a_i * b_i, the products exact.
double dot(std::span<const float> a, std::span<const float> b);

/// y_i = a_i - b_i.
void subtract(std::span<const float> a, std::span<const float> b, std::span<float> y);

/// y_i = factor * x_i. `y` may be `x`.
void scale(float factor, std::span<const float> x, std::span<float> y);

/// y_i = factor * x_i + z_i, rounded after the product and after the sum (no fused rounding).
/// `y` may be `x` or `z`.
void scaleAndAdd(float factor, std::span<const float> x, std::span<const float> z,
                 std::span<float> y);

/// next_i = w_i - u_i; the result is sum_i (next_i - w_i)^2, the squared length of the move.
double subtractAndMeasure(std::span<const float> w, std::span<const float> u,
                          std::span<float> next);

}  // namespace telegrad
