// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "core/experiment/experiment.h"
#include "core/experiment/journal.h"

namespace telegrad {

/// What a run was made of: its experiment, and the changes made while it went on, in order.
struct RunSettings {
  Experiment experiment;
  std::vector<AppliedChange> changes;
};

/// Whether two runs are of one experiment but for the seed (name and summary say nothing of that),
/// and were changed in the same way at the same iterations.
bool differBySeedAlone(const RunSettings& one, const RunSettings& other);

/// The runs in groups that differ by their seed alone: indices into `runs`, groups in the order of
/// their first.
std::vector<std::vector<std::size_t>> groupsOverSeeds(std::span<const RunSettings> runs);

/// A setting in which runs are not alike.
struct SettingDifference {
  ParameterName
      name;           ///< {"algorithm", "key"} for what stands in a slot; {"", "seed"} for the seed
  std::string label;  ///< "Algorithm", "Kept fraction k", "Worker 3: slowdown"
  /// Of each run; empty where it has no such parameter. What was changed on the way follows with
  /// its iteration: "1 %; 0.5 % from 1,200", as forms show values.
  std::vector<std::string> values;
};

/// In the order of files and forms: the seed, then slot by slot, then the workers'. Nothing of
/// fewer than two runs. What means nothing in a run (applies()) it does not have.
std::vector<SettingDifference> differences(std::span<const RunSettings> runs);

/// The run to measure this one against: plain SGD with dense gradients, the same seed, data, model,
/// cluster, network and target, and every parameter that both algorithms have at the same value.
/// Errors: conflictIn() it; it is that already.
Result<Experiment> denseBaseline(const Experiment& experiment);

}  // namespace telegrad
