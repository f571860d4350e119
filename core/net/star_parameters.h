// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "core/base/parameter.h"
#include "core/net/trace.h"

namespace telegrad {

/// The `trace` that is no trace.
inline constexpr const char* kConstantBandwidth = "constant";

/// "trace", "trace_scale" and "painted": what the workers' links follow.
std::vector<Parameter> traceParameters();
/// The trace that those choose; none where the bandwidth is constant.
std::shared_ptr<const Trace> chosenTrace(const Settings& settings);

/// Rates, latency and traces of a parameter server's links. Those of the way down mean something
/// only with the choice "broadcast" = "dense", and the overhead with "framing" of
/// linkImpairments(); both are the caller's.
std::vector<Parameter> starLinkParameters();

}  // namespace telegrad
