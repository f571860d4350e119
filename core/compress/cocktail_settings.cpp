// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/cocktail_settings.h"

namespace telegrad {

std::vector<Parameter> cocktailChain(const CocktailWords& words) {
  return {
      {.key = "mask_fraction",
       .label = "Random share p",
       .unit = "",
       .help = words.share,
       .kind = Real{.initial = 0.1, .min = 1e-4, .max = 1.0, .scale = Scale::Log, .share = true}},
      {.key = "kept_fraction",
       .label = "Kept fraction k",
       .unit = "",
       .help = "Share of those entries that is sent, the largest, rounded down to whole buckets.",
       .kind = Real{.initial = 0.2, .min = 1e-4, .max = 1.0, .scale = Scale::Log, .share = true}},
      {.key = "bits",
       .label = "Bits an entry q",
       .unit = "bit",
       .help = "Bits in which the value of a sent entry is written, relative to its bucket's "
               "largest.",
       .kind = Integer{4, 2, 16, Scale::Linear}},
      {.key = "bucket",
       .label = "Bucket",
       .unit = "",
       .help = "Sent entries that share a scale of 16 bits.",
       .kind = Integer{128, 1, 65536, Scale::Log}},
      {.key = "mask",
       .label = "Random share is",
       .unit = "",
       .help = words.mask,
       .kind = Choice{"rolled", {"rolled", "random"}, {words.rolled, "random"}}}};
}

SharedMask::Rule maskRule(const Settings& settings) {
  return {.share = settings.real("mask_fraction"),
          .bucket = static_cast<std::size_t>(settings.integer("bucket")),
          .rolled = settings.choice("mask") == "rolled"};
}

BucketQuantiser::Shape quantiserShape(const Settings& settings) {
  return {.fraction = settings.real("kept_fraction"),
          .bits = static_cast<unsigned>(settings.integer("bits")),
          .bucket = static_cast<std::size_t>(settings.integer("bucket"))};
}

}  // namespace telegrad
