// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/problem/problem.h"

namespace telegrad {

/// What all problems have in common: exact gradients, or gradients with normal noise.
class NoisySource : public ProblemSource {
 public:
  explicit NoisySource(const Settings& settings) : noise_(settings.real("noise")) {}
  double noise() const override { return noise_; }

  /// `own`, and after them the noise.
  static std::vector<Parameter> withNoise(std::vector<Parameter> own);
  /// An entry that brings its own data, and whose gradients, being those of whole shards, have no
  /// minibatch and are evaluated every time.
  static ProblemEntry entry();

 private:
  double noise_;
};

}  // namespace telegrad
