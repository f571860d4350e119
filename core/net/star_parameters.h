// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/base/parameter.h"

namespace telegrad {

/// The `trace` that is no trace.
inline constexpr const char* kConstantBandwidth = "constant";

/// Rates, latency and traces of a parameter server's links. Those of the way down mean something
/// only with the choice "broadcast" = "dense", and the overhead with "framing" of linkImpairments();
/// both are the caller's.
std::vector<Parameter> starLinkParameters();

}  // namespace telegrad
