// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/ef_sgd.h"

namespace telegrad {

AlgorithmEntry ef() {
  auto entry = EfSgd::entry();
  entry.key = "ef";
  entry.name = "EF";
  entry.summary =
      "Error feedback: every worker compresses its step together with what compression left out "
      "before, and the server takes the mean; for any compressor.";
  entry.source =
      "Beznosikov, Horváth, Richtárik and Safaryan, On Biased Compression for Distributed "
      "Learning, JMLR 2023, Algorithm 1; Stich, Cordonnier and Jaggi, Sparsified SGD with memory, "
      "NeurIPS 2018";
  entry.usualCompressor = "top-k";
  return entry;
}

}  // namespace telegrad
