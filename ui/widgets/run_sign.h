// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

#include "ui/widgets/theme.h"

namespace telegrad::ui {

enum class RunSign { Run, Pause };

/// The usual sign for going on, or for holding, drawn in that colour of whatever theme is in force
/// when it is painted, and sharp at any scale.
QIcon runSign(RunSign sign, QColor Theme::*colour);

}  // namespace telegrad::ui
