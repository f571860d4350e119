// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/delay_compensation.h"

#include <cassert>

#include "core/base/multiversion.h"

namespace telegrad {
namespace {

TELEGRAD_MULTIVERSION
void applyTo(const DelayCompensation& by, const float* __restrict sum, const float* __restrict y,
             float* __restrict x, std::size_t size) {
  const auto [lambda, share, factor] = by;
  for (std::size_t j = 0; j < size; ++j) {
    const float m = share * sum[j];
    x[j] += factor * (m + lambda * m * m * (x[j] - y[j]));
  }
}

}  // namespace

void DelayCompensation::apply(std::span<const float> sum, std::span<const float> y,
                              std::span<float> x) const {
  assert(sum.size() == x.size() && y.size() == x.size());
  applyTo(*this, sum.data(), y.data(), x.data(), x.size());
}

}  // namespace telegrad
