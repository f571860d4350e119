// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "core/data/dataset.h"

// A new dataset is a file beside this one and a name in this list.
#define TELEGRAD_DATASETS(X) \
  X(mnist)                   \
  X(fashionMnist)            \
  X(syntheticDigits)         \
  X(cifar10)                 \
  X(cifar100)                \
  X(mnistAndCifar10)         \
  X(syntheticObjects)

namespace telegrad {

#define TELEGRAD_DECLARE(name) Entry<DatasetSource> name();
TELEGRAD_DATASETS(TELEGRAD_DECLARE)

std::span<const Entry<DatasetSource>> datasets() {
#define TELEGRAD_CALL(name) name(),
  static const std::array all{TELEGRAD_DATASETS(TELEGRAD_CALL)};
  return all;
}

}  // namespace telegrad
