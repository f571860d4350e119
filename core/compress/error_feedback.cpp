// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/error_feedback.h"

#include <cassert>

#include "core/base/multiversion.h"

namespace telegrad {
namespace {

TELEGRAD_MULTIVERSION
void accumulate(float gamma, const float* gradient, std::size_t count, float* residual) {
  for (std::size_t i = 0; i < count; ++i) residual[i] = gamma * gradient[i] + residual[i];
}

}  // namespace

std::span<const float> ErrorFeedback::compensate(float gamma, std::span<const float> gradient) {
  assert(gradient.size() == residual_.size());
  accumulate(gamma, gradient.data(), gradient.size(), residual_.data());
  return residual_;
}

void ErrorFeedback::remember(const Update& sent) {
  sent.subtractFrom(residual_);
}

}  // namespace telegrad
