// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>

#include "core/base/result.h"
#include "core/cluster/cluster.h"

namespace telegrad {

/// In a run folder: the weights that the run began with, where they were not drawn from its seed.
inline constexpr const char* kInitialWeightsFile = "initial_weights.safetensors";

/// That file, if the folder has it.
std::optional<std::filesystem::path> initialWeightsIn(const std::filesystem::path& folder);

/// A cluster's weights, and with them the running statistics that its tests read, as safetensors
/// with PyTorch's names: a file that torch's load_state_dict() takes whole.
/// Errors: a file that cannot be written.
Result<void> writeWeights(const std::filesystem::path& file, const Cluster& cluster);

/// Begins with the weights of such a file in place of those that were drawn, and with its running
/// statistics, if it has them. Before the first iteration.
/// Errors: as readSafetensors(); the cluster is then as it was.
Result<void> readWeights(const std::filesystem::path& file, Cluster& cluster);

}  // namespace telegrad
