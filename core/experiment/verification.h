// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/experiment/run_folder.h"
#include "core/experiment/training_run.h"

namespace telegrad {

/// The weights after an evaluated iteration, as digests.csv keeps them.
struct WeightsDigest {
  std::int64_t iteration = 0;
  std::string sha256;
  bool operator==(const WeightsDigest&) const = default;
};

/// digests.csv of a run folder; an incomplete last line (a crash) is dropped. None where there is
/// no such file, as in folders of older versions.
/// Errors: it cannot be read, another header, a line that is no digest or not after the one above;
/// the message names file and line.
Result<std::vector<WeightsDigest>> readDigests(const std::filesystem::path& folder);

/// What came of running an experiment again.
struct Verification {
  std::int64_t iterations = 0;  ///< compared, all alike but for the difference
  std::size_t digests = 0;      ///< of these, with the weights' digest
  /// What differed first: where, what the folder has and what came out now.
  std::optional<std::string> difference;
  /// What could not be compared, and why.
  std::vector<std::string> notes;
};

/// Runs what a run folder holds once more, with its changes at their iterations, and compares every
/// iteration's quantities bit for bit (but for wall time, which is this machine's; and for what
/// depends on it, where compute time is measured) and, where the folder has them, the weights'
/// digests; as far as the folder goes.
///
/// `options` say data and threads; its controls and its folder are not used. `watch` is called now
/// and then with the newest sample; false ends it early, and nothing more is compared.
/// Errors: the folder cannot be read, or the run cannot begin.
Result<Verification> verifyRun(const std::filesystem::path& folder, RunOptions options,
                               const std::function<bool(const Sample&)>& watch = {});

}  // namespace telegrad
