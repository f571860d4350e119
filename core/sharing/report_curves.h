// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/experiment/run_folder.h"
#include "core/metrics/quantities.h"

namespace telegrad {

/// A run's curves over an axis quantity as an <svg> element that stands in an HTML page: the loss
/// (f - f* where it is known) above the test accuracy, where there is one, with a numbered hairline
/// for each change. At most four points a pixel, whatever the run's length. Colours are the page's:
/// classes frame, grid, raw, curve, target, mark, tick, axis and number.
std::string curvesSvg(const StoredRun& run, const Quantity& x);

}  // namespace telegrad
