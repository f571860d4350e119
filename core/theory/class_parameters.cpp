// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/class_parameters.h"

#include <cassert>

namespace telegrad {

ClassParameters classesOfUnbiased(double zeta) {
  return classesOfScaledUnbiased(zeta, 1.0);
}

ClassParameters classesOfScaledUnbiased(double zeta, double lambda) {
  assert(zeta >= 1.0 && lambda > 0.0);
  ClassParameters classes;
  if (lambda == 1.0) classes.zeta = zeta;
  classes.b1 = scaled(ClassParameters::B1{1.0, zeta}, lambda);
  classes.b2 = scaled(ClassParameters::B2{1.0, zeta}, lambda);
  if (zeta * lambda < 2.0) classes.delta = 1.0 / (lambda * (2.0 - zeta * lambda));
  return classes;
}

ClassParameters::B1 scaled(const ClassParameters::B1& b1, double lambda) {
  return {lambda * lambda * b1.alpha, lambda * b1.beta};
}

ClassParameters::B2 scaled(const ClassParameters::B2& b2, double lambda) {
  return {lambda * b2.gamma, lambda * b2.beta};
}

ClassParameters::B2 b2Of(const ClassParameters::B1& b1) {
  return {b1.alpha / b1.beta, b1.beta};
}

ClassParameters::B1 b1Of(const ClassParameters::B2& b2) {
  return {b2.gamma * b2.gamma, b2.beta};
}

ClassParameters::B1 b1OfContraction(double delta) {
  return {1.0 / (4.0 * delta * delta), 2.0};
}

ClassParameters::B2 b2OfContraction(double delta) {
  return {1.0 / (2.0 * delta), 2.0};
}

ScaledContraction contractionOf(const ClassParameters::B1& b1) {
  return {1.0 / b1.beta, b1.beta * b1.beta / b1.alpha};
}

ScaledContraction contractionOf(const ClassParameters::B2& b2) {
  return {1.0 / b2.beta, b2.beta / b2.gamma};
}

std::optional<ScaledContraction> bestContraction(const ClassParameters& classes) {
  std::optional<ScaledContraction> best;
  const auto offer = [&](const ScaledContraction& one) {
    if (!best || one.delta < best->delta) best = one;
  };
  if (classes.delta) offer({1.0, *classes.delta});
  if (classes.b1) offer(contractionOf(*classes.b1));
  if (classes.b2) offer(contractionOf(*classes.b2));
  return best;
}

MomentBounds momentBounds(double beta) {
  return {beta * beta, beta};
}

ClassParameters classesOfSparsifier(double share) {
  assert(share > 0.0 && share <= 1.0);
  ClassParameters classes;
  classes.b1 = {share, 1.0};
  classes.b2 = {share, 1.0};
  classes.delta = 1.0 / share;
  return classes;
}

}  // namespace telegrad
