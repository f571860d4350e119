// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/normal_kernels.h"

#include <array>
#include <cstring>

#include "core/base/multiversion.h"
#include "core/nn/lanes.h"

// A block's channels are one vector. Every function is made for the three blocks, and each of these
// for each generation of processors.

namespace telegrad {
namespace {

constexpr std::size_t kLongestVector = 16;
constexpr std::size_t kAtOnce = 4;  // sums that do not wait for each other

// NOLINTBEGIN(*-avoid-c-arrays): a std::array of vectors forgets their attributes

/// visit(p, p % kAtOnce) for every pixel, the turns known to the compiler.
template <typename Visit>
[[gnu::always_inline]] inline void inTurns(std::size_t pixels, const Visit& visit) {
  std::size_t p = 0;
  for (; p + kAtOnce <= pixels; p += kAtOnce) {
    visit(p, 0);
    visit(p + 1, 1);
    visit(p + 2, 2);
    visit(p + 3, 3);
  }
  for (std::size_t turn = 0; p < pixels; ++p, ++turn) visit(p, turn);
}

template <typename Lanes>
[[gnu::always_inline]] inline void addTo(double* total, const typename Lanes::Type* parts) {
  using Lane = typename Lanes::Type;
  std::array<float, kLongestVector> sums{};
  const Lane sum = (parts[0] + parts[1]) + (parts[2] + parts[3]);
  std::memcpy(sums.data(), &sum, sizeof(Lane));
  for (std::size_t l = 0; l < Lanes::kCount; ++l)
    total[l] += static_cast<double>(sums[l]);  // NOLINT(*-constant-array-index)
}

template <typename Lanes>
[[gnu::always_inline]] inline void measure(const NormalBlock& of, const float* src, double* mean,
                                           double* variance) {
  using Lane = typename Lanes::Type;
  const auto count = static_cast<double>(of.batch * of.pixels);
  std::array<float, kLongestVector> rounded{};
  for (std::size_t l = 0; l < Lanes::kCount; ++l) mean[l] = variance[l] = 0.0;
  for (std::size_t n = 0; n < of.batch; ++n) {
    const Lane* x = lanes<Lanes>(src + n * of.stride);
    Lane parts[kAtOnce] = {};
    inTurns(of.pixels, [&](std::size_t p, std::size_t turn) { parts[turn] += x[p]; });
    addTo<Lanes>(mean, &parts[0]);
  }
  for (std::size_t l = 0; l < Lanes::kCount; ++l) {
    mean[l] /= count;
    rounded[l] = static_cast<float>(mean[l]);  // NOLINT(*-constant-array-index)
  }
  const Lane middle = *lanes<Lanes>(rounded.data());
  for (std::size_t n = 0; n < of.batch; ++n) {
    const Lane* x = lanes<Lanes>(src + n * of.stride);
    Lane parts[kAtOnce] = {};
    inTurns(of.pixels, [&](std::size_t p, std::size_t turn) {
      parts[turn] += (x[p] - middle) * (x[p] - middle);
    });
    addTo<Lanes>(variance, &parts[0]);
  }
  for (std::size_t l = 0; l < Lanes::kCount; ++l) variance[l] /= count;
}

template <typename Lanes, bool kOther, bool kRelu>
[[gnu::always_inline]] inline void applyAs(const NormalBlock& of, const NormalApply& call) {
  using Lane = typename Lanes::Type;
  const Lane mean = *lanes<Lanes>(call.mean);
  const Lane scale = *lanes<Lanes>(call.scale);
  const Lane shift = *lanes<Lanes>(call.shift);
  const Lane zero = {};
  for (std::size_t n = 0; n < of.batch; ++n) {
    const Lane* x = lanes<Lanes>(call.src + n * of.stride);
    const Lane* other = kOther ? lanes<Lanes>(call.other + n * of.stride) : nullptr;
    Lane* y = lanes<Lanes>(call.dst + n * of.stride);
    for (std::size_t p = 0; p < of.pixels; ++p) {
      Lane value = (x[p] - mean) * scale + shift;
      if constexpr (kOther) value += other[p];
      if constexpr (kRelu) value = value < zero ? zero : value;
      y[p] = value;
    }
  }
}

template <typename Lanes>
[[gnu::always_inline]] inline void apply(const NormalBlock& of, const NormalApply& call) {
  const bool other = call.other != nullptr;
  if (other && call.relu)
    applyAs<Lanes, true, true>(of, call);
  else if (other)
    applyAs<Lanes, true, false>(of, call);
  else if (call.relu)
    applyAs<Lanes, false, true>(of, call);
  else
    applyAs<Lanes, false, false>(of, call);
}

template <typename Lanes, bool kRelu>
[[gnu::always_inline]] inline void sumAs(const NormalBlock& of, const NormalSums& call) {
  using Lane = typename Lanes::Type;
  const Lane mean = *lanes<Lanes>(call.mean);
  const Lane zero = {};
  for (std::size_t n = 0; n < of.batch; ++n) {
    const Lane* x = lanes<Lanes>(call.src + n * of.stride);
    const Lane* y = kRelu ? lanes<Lanes>(call.dst + n * of.stride) : nullptr;
    Lane* dy = lanes<Lanes>(call.diffDst + n * of.stride);
    Lane sums[kAtOnce] = {};
    Lane products[kAtOnce] = {};
    inTurns(of.pixels, [&](std::size_t p, std::size_t turn) {
      Lane d = dy[p];
      if constexpr (kRelu) {
        d = y[p] <= zero ? zero : d;
        dy[p] = d;
      }
      sums[turn] += d;
      products[turn] += d * (x[p] - mean);
    });
    addTo<Lanes>(call.sum, &sums[0]);
    addTo<Lanes>(call.product, &products[0]);
  }
}

template <typename Lanes>
[[gnu::always_inline]] inline void sum(const NormalBlock& of, const NormalSums& call) {
  for (std::size_t l = 0; l < Lanes::kCount; ++l) call.sum[l] = call.product[l] = 0.0;
  if (call.dst != nullptr)
    sumAs<Lanes, true>(of, call);
  else
    sumAs<Lanes, false>(of, call);
}

// NOLINTEND(*-avoid-c-arrays)

template <typename Lanes>
[[gnu::always_inline]] inline void differentiate(const NormalBlock& of, const NormalSource& call) {
  using Lane = typename Lanes::Type;
  const Lane mean = *lanes<Lanes>(call.mean);
  const Lane scale = *lanes<Lanes>(call.scale);
  const Lane first = *lanes<Lanes>(call.first);
  const Lane second = *lanes<Lanes>(call.second);
  for (std::size_t n = 0; n < of.batch; ++n) {
    const Lane* x = lanes<Lanes>(call.src + n * of.stride);
    const Lane* dy = lanes<Lanes>(call.diffDst + n * of.stride);
    Lane* dx = lanes<Lanes>(call.diffSrc + n * of.stride);
    for (std::size_t p = 0; p < of.pixels; ++p)
      dx[p] = scale * ((dy[p] - first) - (x[p] - mean) * second);
  }
}

TELEGRAD_MULTIVERSION
void measure16(const NormalBlock& of, const float* src, double* mean, double* variance) {
  measure<Lanes16>(of, src, mean, variance);
}
TELEGRAD_MULTIVERSION
void measure8(const NormalBlock& of, const float* src, double* mean, double* variance) {
  measure<Lanes8>(of, src, mean, variance);
}
TELEGRAD_MULTIVERSION
void apply16(const NormalBlock& of, const NormalApply& call) {
  apply<Lanes16>(of, call);
}
TELEGRAD_MULTIVERSION
void apply8(const NormalBlock& of, const NormalApply& call) {
  apply<Lanes8>(of, call);
}
TELEGRAD_MULTIVERSION
void sum16(const NormalBlock& of, const NormalSums& call) {
  sum<Lanes16>(of, call);
}
TELEGRAD_MULTIVERSION
void sum8(const NormalBlock& of, const NormalSums& call) {
  sum<Lanes8>(of, call);
}
TELEGRAD_MULTIVERSION
void differentiate16(const NormalBlock& of, const NormalSource& call) {
  differentiate<Lanes16>(of, call);
}
TELEGRAD_MULTIVERSION
void differentiate8(const NormalBlock& of, const NormalSource& call) {
  differentiate<Lanes8>(of, call);
}

}  // namespace

void measureBlock(const NormalBlock& of, const float* src, double* mean, double* variance) {
  if (of.block == 16)
    measure16(of, src, mean, variance);
  else if (of.block == 8)
    measure8(of, src, mean, variance);
  else
    measure<Lanes1>(of, src, mean, variance);
}

void applyBlock(const NormalBlock& of, const NormalApply& call) {
  if (of.block == 16)
    apply16(of, call);
  else if (of.block == 8)
    apply8(of, call);
  else
    apply<Lanes1>(of, call);
}

void sumBlock(const NormalBlock& of, const NormalSums& call) {
  if (of.block == 16)
    sum16(of, call);
  else if (of.block == 8)
    sum8(of, call);
  else
    sum<Lanes1>(of, call);
}

void differentiateBlock(const NormalBlock& of, const NormalSource& call) {
  if (of.block == 16)
    differentiate16(of, call);
  else if (of.block == 8)
    differentiate8(of, call);
  else
    differentiate<Lanes1>(of, call);
}

}  // namespace telegrad
