// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "core/base/catalogue.h"
#include "core/base/random.h"
#include "core/net/trace.h"

namespace telegrad {

/// A way to make a trace from a few numbers and a seed. Every trace begins again after its period.
/// Bandwidths are whole kbit/s, so that no machine's logarithm makes another trace.
struct TraceGenerator : Description {
  /// Errors: settings that do not go together, or more than a million steps.
  std::function<Result<Trace>(const Settings& settings, std::uint64_t seed)> generate;
};

/// All generators, in menu order.
std::span<const TraceGenerator> traceGenerators();

/// What a trace was made with, in words: "square; high = 50 Mbit/s; low = 5 Mbit/s; ...; seed = 1".
struct TraceRecipe {
  const TraceGenerator* generator = nullptr;
  Settings settings{};
  std::uint64_t seed = 1;
};

/// Reads a recipe; what it leaves out has its initial value, a seed left out is 1.
/// Errors: no such generator, a key that it does not have, a value that is not allowed; the message
/// names what was read and what is allowed.
Result<TraceRecipe> parseRecipe(std::string_view text);

/// The text that parseRecipe() reads back, with every value.
std::string formatRecipe(const TraceRecipe& recipe);

/// Makes the trace; its source is "generated: " and the recipe. Errors: as the generator.
Result<Trace> generateTrace(const TraceRecipe& recipe);

}  // namespace telegrad
