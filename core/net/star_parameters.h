// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/base/parameter.h"

namespace telegrad {

/// The `trace` that is no trace.
inline constexpr const char* kConstantBandwidth = "constant";

/// A parameter server's links, from their rates to what may go wrong on them. Those of the way down
/// mean something only with the choice "broadcast" = "dense", which is the caller's.
std::vector<Parameter> starLinkParameters();

}  // namespace telegrad
