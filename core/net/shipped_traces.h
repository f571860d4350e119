// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/base/parameter.h"
#include "core/net/trace.h"

namespace telegrad {

/// A trace that comes with the program: its file in resources/traces is the key with ".csv".
struct ShippedTrace {
  std::string key;
  std::string name;
  std::string recipe;  ///< as parseRecipe() reads it
};

/// All of them, in menu order.
std::span<const ShippedTrace> shippedTraces();

/// Their keys and names for a menu, after those that `choice` has.
Choice withShippedTraces(Choice choice);

/// The trace of that key, which is one of shippedTraces(), its bandwidths multiplied by `scale`.
/// Errors: a scale that takes a bandwidth beyond what a Trace may hold.
Result<Trace> shippedTrace(std::string_view key, double scale);

}  // namespace telegrad
