// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <QString>

#include "core/experiment/experiment.h"

namespace telegrad::ui {

/// What stands in a slot of an experiment, as menus call it: "Fashion-MNIST".
QString entryName(const Experiment& experiment, const std::string& slot);

}  // namespace telegrad::ui
