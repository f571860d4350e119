// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace telegrad {

/// A tensor of the model, as tables and plots name it.
struct LayerInfo {
  std::string name;                 ///< "dense1.weight"
  std::vector<std::int64_t> shape;  ///< slowest first
  std::int64_t size = 0;            ///< entries

  bool operator==(const LayerInfo&) const = default;
};

/// What compression did to one tensor (or to the whole model) in one iteration, over all workers
/// that uploaded, their vectors taken as one: v_m what worker m compressed, C(v_m) what was
/// received, G_m its minibatch's gradient.
struct LayerRecord {
  static constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

  double kept = kNone;          ///< mean over these workers of the share of entries not zero
  double error = kNone;         ///< sum ||C(v_m) - v_m||^2 / sum ||v_m||^2
  double residualNorm = kNone;  ///< sqrt of the mean over them of ||C(v_m) - v_m||^2
  double cosine = kNone;        ///< sum <C(v_m), G_m> / sqrt(sum ||C(v_m)||^2 sum ||G_m||^2)

  bool operator==(const LayerRecord&) const = default;
};

}  // namespace telegrad
