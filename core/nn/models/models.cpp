// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "core/nn/model.h"

namespace telegrad {

// A new model is a file beside this one and a name in this list.
#define TELEGRAD_MODELS(X) \
  X(fc512)                 \
  X(logisticRegression)    \
  X(leNet5)                \
  X(resnet8)               \
  X(resnet20)              \
  X(resnet18)              \
  X(vgg11)                 \
  X(vgg19)

#define TELEGRAD_DECLARE(name) Entry<Architecture> name();
TELEGRAD_MODELS(TELEGRAD_DECLARE)

std::span<const Entry<Architecture>> models() {
#define TELEGRAD_CALL(name) name(),
  static const std::array all{TELEGRAD_MODELS(TELEGRAD_CALL)};
  return all;
}

}  // namespace telegrad
