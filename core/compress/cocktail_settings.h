// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/base/parameter.h"
#include "core/compress/bucket_quantiser.h"
#include "core/compress/shared_mask.h"

namespace telegrad {

/// What CocktailSGD's chain of operators is told, as a compressor and as a method of its own:
/// "mask_fraction", "kept_fraction", "bits", "bucket" and "mask". Of the first and the last one the
/// help differs with what a message stands for; `rolled` is the label of the rolled mask.
struct CocktailWords {
  const char* share;
  const char* mask;
  const char* rolled;
};
std::vector<Parameter> cocktailChain(const CocktailWords& words);

/// The mask and the quantiser that those choose. The mask's seed is the caller's.
SharedMask::Rule maskRule(const Settings& settings);
BucketQuantiser::Shape quantiserShape(const Settings& settings);

}  // namespace telegrad
