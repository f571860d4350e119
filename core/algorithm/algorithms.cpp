// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "core/algorithm/algorithm.h"

namespace telegrad {

// A new algorithm is a file beside this one and a name in this list.
#define TELEGRAD_ALGORITHMS(X) \
  X(sgd)                       \
  X(sparse)                    \
  X(lasg)                      \
  X(sasg)                      \
  X(lagStochastic)             \
  X(dSgd)                      \
  X(dEfSgd)                    \
  X(ddSgd)                     \
  X(ddEfSgd)                   \
  X(decoSgd)                   \
  X(dgc)                       \
  X(dga)                       \
  X(cocktailSgd)               \
  X(accordion)                 \
  X(kimadLike)                 \
  X(dc2Like)                   \
  X(gravacLike)                \
  X(ef)                        \
  X(dcgd)                      \
  X(ef21)                      \
  X(ef21Sgdm)                  \
  X(diana)                     \
  X(marina)                    \
  X(cser)                      \
  X(signum)                    \
  X(efSignSgd)                 \
  X(oneBitSgd)

#define TELEGRAD_DECLARE(name) AlgorithmEntry name();
TELEGRAD_ALGORITHMS(TELEGRAD_DECLARE)

std::span<const AlgorithmEntry> algorithms() {
#define TELEGRAD_CALL(name) name(),
  static const std::array all{TELEGRAD_ALGORITHMS(TELEGRAD_CALL)};
  return all;
}

}  // namespace telegrad
