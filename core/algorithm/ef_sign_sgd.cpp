// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/ef_sgd.h"

namespace telegrad {

/// EfSgd with scaled signs: p = e + gamma g, send ||p||_1 / d * sign(p), of each tensor or of the
/// whole vector as the operator is set.
AlgorithmEntry efSignSgd() {
  auto entry = EfSgd::entry();
  entry.key = "ef-sign-sgd";
  entry.name = "EF-signSGD";
  entry.summary =
      "Error feedback with signs: every worker sends one bit for each weight and one scale, and "
      "what that leaves out later.";
  entry.source =
      "Karimireddy, Rebjock, Stich and Jaggi, Error feedback fixes signSGD and other gradient "
      "compression schemes, ICML 2019";
  entry.usualCompressor = "scaled-sign";
  return entry;
}

}  // namespace telegrad
