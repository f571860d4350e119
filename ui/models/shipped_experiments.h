// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include <QString>

#include "core/sharing/command_line.h"

namespace telegrad::ui {

/// The experiments in the program's resources, by name; read once. Those that cannot be read, of
/// which the tests know none, are left out.
std::span<const ShippedExperiment> shippedExperiments();

/// The resource of the one with that name.
QString shippedFile(const ShippedExperiment& shipped);

}  // namespace telegrad::ui
