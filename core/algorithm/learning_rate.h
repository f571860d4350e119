// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/parameter.h"

namespace telegrad {

/// gamma: multiplies each worker's gradient; the server sums, so M * gamma is the rate on the mean.
/// One step of decay: gamma * factor from the (0-based) epoch `decay_epoch` on.
///
/// Source: Deng, Sun, Liu, Li, SASG, arXiv 2112.04088, and its authors' simulation.
class LearningRate {
 public:
  explicit LearningRate(const Settings& settings);

  double at(double epoch) const;
  /// The rate that the skipping rule's alpha = c / gamma is made of: in the authors' simulation it
  /// drops one epoch after the rate itself.
  double laggedAt(double epoch) const { return at(epoch - 1.0); }

  static std::vector<Parameter> parameters();

 private:
  double rate_;
  double decayFactor_;
  std::int64_t decayEpoch_;
};

}  // namespace telegrad
