// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <utility>

#include "core/compress/dithering.h"
#include "core/compress/largest_tensor.h"

namespace telegrad {

double exponentialDitheringZeta(double base, std::size_t levels, Norm norm, std::size_t d) {
  const double root = norm == Norm::One ? 1.0 : 0.5;
  const double z =
      std::pow(static_cast<double>(d), root) * std::pow(base, 1.0 - static_cast<double>(levels));
  return (base + 1.0 / base + 2.0) / 4.0 + z * std::min(1.0, z);
}

std::vector<Parameter> ditheringParameters(const std::string& norm, const std::string& scope) {
  return {
      {.key = "norm",
       .label = "Norm p",
       .unit = "",
       .help = "The length that the levels are shares of: the sum of magnitudes, the Euclidean "
               "length or the largest magnitude.",
       .kind = Choice{norm,
                      {"1", "2", "infinity"},
                      {"sum (p = 1)", "Euclidean (p = 2)", "largest (p = ∞)"}}},
      {.key = "scope",
       .label = "Norm of",
       .unit = "",
       .help = "Which entries share a norm: small buckets that follow one another, each tensor or "
               "the whole model. Fewer entries a norm mean less error and more norms to send.",
       .kind =
           Choice{scope, {"bucket", "tensor", "model"}, {"buckets", "each tensor", "whole model"}}},
      {.key = "bucket",
       .label = "Bucket size",
       .unit = "",
       .help = "Number of entries that share a norm.",
       .kind = Integer{128, 1, 1'000'000, Scale::Log},
       .onlyWith = Condition{"scope", "bucket"}},
  };
}

DitheringShape ditheringShape(const Settings& settings, DitheringLevels levels) {
  const auto& norm = settings.choice("norm");
  const auto& scope = settings.choice("scope");
  DitheringShape shape;
  shape.levels = std::move(levels);
  shape.norm = norm == "1" ? Norm::One : norm == "2" ? Norm::Two : Norm::Infinity;
  shape.scope = scope == "bucket"   ? NormScope::Bucket
                : scope == "tensor" ? NormScope::Tensor
                                    : NormScope::Model;
  shape.bucket = static_cast<std::size_t>(settings.integer("bucket"));
  return shape;
}

std::size_t largestGroup(const DitheringShape& shape, const Layout& layout) {
  if (shape.scope == NormScope::Tensor) return largestTensor(layout);
  const std::size_t size = elementCount(layout);
  return shape.scope == NormScope::Bucket ? std::min(shape.bucket, size) : size;
}

}  // namespace telegrad
