// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "core/metrics/record.h"
#include "core/nn/model.h"

namespace telegrad {

/// Writes what an evaluation came to: loss and accuracies are the means over the test set's sources
/// of what they are on each. Of one source, or of several with equally many examples, that is what
/// they are on the whole; else every source counts the same, however small. Of several sources, the
/// first two have their accuracies by themselves.
///
/// `sources` has at least one, each with an example at least.
void setTestFigures(std::span<const Evaluation> sources, Record& record);

}  // namespace telegrad
