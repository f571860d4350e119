// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/compress/dithering.h"

namespace telegrad {
namespace {

Parameter levelsParameter() {
  return {.key = "levels",
          .label = "Levels s",
          .unit = "",
          .help =
              "Number of levels above zero: each further one is by the base smaller than the "
              "last, and what lies below the smallest is rounded to it or to zero.",
          .kind = Integer{8, 1, 64}};
}

std::size_t levelCount(double base, const Settings& settings) {
  return exponentialLevelCount(base, static_cast<std::size_t>(settings.integer("levels")));
}

ClassParameters classesOfExponential(double base, const Settings& settings, const Layout& layout) {
  const auto shape = ditheringShape(settings, {});
  return classesOfUnbiased(exponentialDitheringZeta(base, levelCount(base, settings), shape.norm,
                                                    largestGroup(shape, layout)));
}

}  // namespace

CompressorEntry naturalDithering() {
  CompressorEntry entry;
  entry.key = "natural-dithering";
  entry.name = "Natural dithering";
  entry.summary = "Rounds to powers of two times a norm, at random and right in the mean.";
  entry.source =
      "Horvath, Ho, Horvath, Sahu, Canini and Richtarik, Natural Compression for Distributed Deep "
      "Learning, MSML 2022";
  entry.parameters = ditheringParameters("infinity", "tensor");
  entry.parameters.insert(entry.parameters.begin(), levelsParameter());
  entry.classes = [](const Settings& settings, const Layout& layout) {
    return classesOfExponential(2.0, settings, layout);
  };
  entry.make = [](const Settings& settings) {
    return std::make_unique<Dithering>(
        ditheringShape(settings, exponentialLevels(2.0, levelCount(2.0, settings))));
  };
  return entry;
}

CompressorEntry exponentialDithering() {
  CompressorEntry entry;
  entry.key = "exponential-dithering";
  entry.name = "Exponential dithering";
  entry.summary = "Rounds to powers of any base times a norm, at random and right in the mean.";
  entry.source =
      "Beznosikov, Horvath, Richtarik and Safaryan, On Biased Compression for Distributed "
      "Learning, JMLR 2023";
  entry.parameters = ditheringParameters("infinity", "tensor");
  entry.parameters.insert(entry.parameters.begin(), levelsParameter());
  entry.parameters.insert(
      entry.parameters.begin(),
      {.key = "base",
       .label = "Base b",
       .unit = "",
       .help = "How many times larger each level is than the one below it: a larger base reaches "
               "smaller entries with as many levels, a smaller one rounds more finely. "
               "There are no levels below 2⁻⁹⁴.",
       .kind = Real{.initial = 1.5, .min = 1.01, .max = 16.0, .scale = Scale::Log}});
  entry.classes = [](const Settings& settings, const Layout& layout) {
    return classesOfExponential(settings.real("base"), settings, layout);
  };
  entry.make = [](const Settings& settings) {
    const double base = settings.real("base");
    return std::make_unique<Dithering>(
        ditheringShape(settings, exponentialLevels(base, levelCount(base, settings))));
  };
  return entry;
}

}  // namespace telegrad
