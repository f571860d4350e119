// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "core/experiment/experiment.h"
#include "core/experiment/run_folder.h"

namespace telegrad {

/// Why a checkpoint was made. Those that a user's deed made outlive the others.
enum class CheckpointReason : std::uint8_t { Interval, Change, Pause, Stop, End };

/// What of a checkpoint can be read without reading all of it.
struct CheckpointHead {
  std::string program;  ///< version of the program that wrote it
  std::int64_t iteration = 0;
  CheckpointReason reason = CheckpointReason::Interval;

  void exchange(StateArchive& state) { state(program, iteration, reason); }
};

/// A run after some iteration, so that it can go on from there: to the bit as if it had never
/// stopped.
struct Checkpoint {
  CheckpointHead head;
  std::string experimentSha256;  ///< of formatExperiment() of the experiment it was started as
  Experiment current;            ///< with the changes since
  RunFolderSizes sizes;          ///< of its folder's files
  std::vector<std::byte> state;  ///< of everything else; TrainingRun's
};

/// Writes it, at once or not at all.
///
/// The file: a line "telegrad checkpoint 1", then by StateArchive the head, the digest, the current
/// experiment as text, the sizes and the length of the state; then the state; then SHA-256 of all
/// before the state and of the state, each 64 hexadecimal digits.
/// Errors: as replaceFile().
Result<void> writeCheckpoint(const std::filesystem::path& file, const Checkpoint& checkpoint);

/// Saves a state: is called twice, for its length and for its bytes, and does the same both times.
using StateSaver = std::function<void(StateArchive&)>;
/// The same file of a checkpoint whose state is never in memory as a whole: `save` writes it, and
/// the checkpoint's own is not looked at.
Result<void> writeCheckpoint(const std::filesystem::path& file, const Checkpoint& checkpoint,
                             const StateSaver& save);

/// Errors: the file cannot be read, is no checkpoint or of a format that this program does not
/// know, was cut short or damaged; the message names the file, what was read and what is allowed.
Result<Checkpoint> readCheckpoint(const std::filesystem::path& file);
/// The same of a file's bytes; `origin` is its name in messages.
Result<Checkpoint> parseCheckpoint(std::span<const std::byte> bytes, const std::string& origin);

/// The head alone, of which nothing is verified.
Result<CheckpointHead> readCheckpointHead(const std::filesystem::path& file);

/// As checkpoints have it.
std::string digestOf(const Experiment& experiment);

/// Whether a run of that experiment, started by this program, can go on from it.
/// Errors: it is another experiment's or another version's; the message says whose.
Result<void> checkFits(const Checkpoint& checkpoint, const Experiment& experiment);

}  // namespace telegrad
