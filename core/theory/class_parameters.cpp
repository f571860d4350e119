// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/class_parameters.h"

#include <cassert>

namespace telegrad {

ClassParameters classesOfUnbiased(double zeta) {
  assert(zeta >= 1.0);
  ClassParameters classes;
  classes.zeta = zeta;
  classes.b1 = {1.0, zeta};
  classes.b2 = {1.0, zeta};
  if (zeta < 2.0) classes.delta = 1.0 / (2.0 - zeta);
  return classes;
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
