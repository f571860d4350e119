// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/base/result.h"
#include "core/theory/time_to_accuracy.h"

namespace telegrad {

/// "k0,k1,k2" as base, compression and staleness of the iterations to a target.
/// Errors: anything else, with the option's name and what is allowed.
Result<IterationsModel> readIterations(const std::string& text);

/// What reaches the target first of all stalenesses that a run can have and a fine grid of kept
/// fractions from `least` to 1, with those in it that just hide the network. Errors: as
/// fastestToAccuracy().
Result<TimeToAccuracy> fastestTo(const IterationConditions& planned, const IterationsModel& model,
                                 double least);

}  // namespace telegrad
