// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "core/compress/compressor.h"

namespace telegrad {

// A new compressor is a file beside this one and a name in this list.
#define TELEGRAD_COMPRESSORS(X) \
  X(identity)                   \
  X(topK)                       \
  X(randK)                      \
  X(fp16)                       \
  X(bf16)                       \
  X(scaledSign)                 \
  X(sign)                       \
  X(naturalCompression)         \
  X(naturalDithering)           \
  X(exponentialDithering)       \
  X(standardDithering)          \
  X(randomSparsification)       \
  X(adaptiveRandom)             \
  X(threshold)                  \
  X(adaptiveThreshold)          \
  X(strom)                      \
  X(topKNatural)                \
  X(topKDithering)              \
  X(topKFp16)                   \
  X(induced)                    \
  X(unbiasedRounding)           \
  X(biasedRounding)             \
  X(ternary)                    \
  X(oneBit)                     \
  X(integerRounding)            \
  X(quantileBuckets)            \
  X(powerSgd)                   \
  X(cocktail)

#define TELEGRAD_DECLARE(name) CompressorEntry name();
TELEGRAD_COMPRESSORS(TELEGRAD_DECLARE)
#undef TELEGRAD_DECLARE

std::span<const CompressorEntry> compressors() {
#define TELEGRAD_CALL(name) name(),
  static const std::array all{TELEGRAD_COMPRESSORS(TELEGRAD_CALL)};
#undef TELEGRAD_CALL
  return all;
}

}  // namespace telegrad
