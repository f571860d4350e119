// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>

#include "core/experiment/run_folder.h"

namespace telegrad {

/// A run's final figures, one a line.
void printRunTable(std::ostream& out, const Experiment& experiment, const RunSummary& summary);

}  // namespace telegrad
