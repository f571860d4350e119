// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/parameter.h"

namespace telegrad::ui {

/// What the user has set of checkpoints (checkpointParameters()); the usual values to begin with.
Settings checkpointSettings();
void saveCheckpointSettings(const Values& values);

}  // namespace telegrad::ui
