// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/error_feedback.h"

namespace telegrad {

void ErrorFeedback::remember(const Update& sent) {
  sent.subtractFrom(residual_);
}

}  // namespace telegrad
