// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <utility>

#include "core/compress/dithering.h"

namespace telegrad {
namespace {

std::size_t uniformLevelCount(const Settings& settings) {
  return static_cast<std::size_t>(settings.integer("levels"));
}

/// With n <= c ||x||, c = 1 for p >= 2 and sqrt(d) for p = 1, of d entries under one norm:
/// omega <= min(c^2 d / s^2, c sqrt(d) / s), as the two factors of each entry's error are at most
/// 1/s each, and the lower one at most y. Source: QSGD, Lemma 3.1, for p = 2.
///
/// With one level it is ternary, and zeta the largest n ||x||_1 / ||x||^2 there is: d for p = 1,
/// sqrt(d) for p = 2, (1 + sqrt(d)) / 2 for p = infinity.
ClassParameters classesOfUniform(const Settings& settings, const Layout& layout) {
  const auto shape = ditheringShape(settings, {});
  const auto together = static_cast<double>(largestGroup(shape, layout));
  const auto steps = static_cast<double>(uniformLevelCount(settings));
  const double root = std::sqrt(together);
  if (steps == 1.0)
    return classesOfUnbiased(shape.norm == Norm::One   ? together
                             : shape.norm == Norm::Two ? root
                                                       : (1.0 + root) / 2.0);
  const double z = (shape.norm == Norm::One ? root : 1.0) * root / steps;
  return classesOfUnbiased(1.0 + z * std::min(1.0, z));
}

}  // namespace

CompressorEntry standardDithering() {
  CompressorEntry entry;
  entry.key = "standard-dithering";
  entry.name = "Standard dithering (QSGD)";
  entry.summary = "Rounds to even steps of a norm, at random and right in the mean.";
  entry.source =
      "Alistarh, Grubic, Li, Tomioka and Vojnovic, QSGD: Communication-Efficient SGD via Gradient "
      "Quantization and Encoding, NeurIPS 2017";
  entry.parameters = ditheringParameters("2", "bucket");
  entry.parameters.insert(entry.parameters.begin(),
                          {.key = "levels",
                           .label = "Levels s",
                           .unit = "",
                           .help = "Number of steps between zero and the norm: more of them mean "
                                   "less error and more bits an entry.",
                           .kind = Integer{127, 1, 32'767, Scale::Log}});
  entry.parameters.push_back(
      {.key = "coding",
       .label = "Level coding",
       .unit = "",
       .help = "How levels are written: each in as many bits as the greatest needs, or in Elias "
               "codes, which take less where most levels are zero, and more time.",
       .kind = Choice{"packed", {"packed", "elias"}, {"fixed width", "Elias codes"}}});
  entry.classes = classesOfUniform;
  entry.make = [](const Settings& settings) {
    auto shape = ditheringShape(settings, uniformLevels(uniformLevelCount(settings)));
    if (settings.choice("coding") == "elias") shape.coding = LevelCoding::Elias;
    return std::make_unique<Dithering>(std::move(shape));
  };
  return entry;
}

}  // namespace telegrad
