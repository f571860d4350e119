// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/base/state.h"
#include "core/experiment/experiment.h"
#include "core/experiment/journal.h"
#include "core/metrics/confusion.h"
#include "core/metrics/layer_record.h"
#include "core/metrics/record.h"
#include "core/metrics/targets.h"

namespace telegrad {

/// A line "iteration,weights_sha256" for each evaluation.
inline constexpr const char* kDigestsFile = "digests.csv";
inline constexpr const char* kExperimentFile = "experiment.toml";
inline constexpr const char* kJournalFile = "journal.jsonl";
inline constexpr const char* kIterationsFile = "iterations.csv";
inline constexpr const char* kConfusionFile = "confusion.csv";
inline constexpr const char* kSummaryFile = "summary.json";
/// The folder of a run's checkpoints, ITERATION.ckpt (checkpoint.h).
inline constexpr const char* kCheckpointsFolder = "checkpoints";

/// The state of a run that ended without a word: there is no summary, or it was written afterwards.
inline constexpr const char* kInterruptedState = "interrupted";

/// How many bytes a run folder's files that grow had at some iteration: what a run that goes on
/// from there begins with. Each ends a line.
struct RunFolderSizes {
  std::uint64_t journal = 0;
  std::uint64_t iterations = 0;
  std::uint64_t evaluations = 0;
  std::uint64_t layers = 0;
  std::uint64_t digests = 0;

  void exchange(StateArchive& state) { state(journal, iterations, evaluations, layers, digests); }
};

/// Errors: a file is shorter than that, or does not end a line there; the message names it.
Result<void> checkSizes(const std::filesystem::path& folder, const RunFolderSizes& sizes);

/// When and at what cost a target was first reached.
struct TargetReached {
  Target target;
  Record at;
};

/// summary.json: how a run ended.
struct RunSummary {
  std::string state;      ///< "finished", "stopped", "diverged", "failed"
  std::string message;    ///< why, where there is something to say
  bool cutShort = false;  ///< files could not be written; it can be resumed. Not in summary.json
  Record last;            ///< test figures are those of the last evaluation
  std::vector<TargetReached> targets;
  std::string weightsSha256;  ///< of the final weights as little-endian float32
  std::string dataOrigin;     ///< where the dataset was read from
  std::map<std::string, std::string> versions;
};

/// Writes a run's folder: experiment.toml, journal.jsonl, iterations.csv, evaluations.csv,
/// layers.csv, digests.csv and, at the end, confusion.csv and summary.json. What was written stays
/// readable whatever happens next. Checkpoints are CheckpointStore's, but for those of a former
/// run, which are removed with it.
///
/// Threads: one (the run's).
class RunFolderWriter {
 public:
  /// Creates the folder; `expected` as JournalFile has it. Errors: it exists and is not empty
  /// (unless `overwrite`, which removes the files of the former run and nothing else), somebody
  /// else is writing a run there, or it cannot be written.
  static Result<std::unique_ptr<RunFolderWriter>> create(
      const std::filesystem::path& folder, const Experiment& experiment, bool overwrite,
      std::span<const JournalEntry> expected = {});
  /// Where a run goes on.
  struct History {
    std::filesystem::path folder;
    RunFolderSizes sizes;
  };
  /// The same with the beginning of another run, which stays as it is. In the folder of that run
  /// itself it goes on there, and what follows the beginning is cut off; sizes of zero are the
  /// run's own beginning. Errors: as create(), and as checkSizes().
  static Result<std::unique_ptr<RunFolderWriter>> goOn(const std::filesystem::path& folder,
                                                       const Experiment& experiment, bool overwrite,
                                                       const History& history,
                                                       std::span<const JournalEntry> expected);
  virtual ~RunFolderWriter() = default;

  // Errors of all: no space, not writable any more; the message names the file. Nothing that was
  // written before is harmed, and what is appended is taken none the less: flush() tries again.
  virtual Result<void> append(const Record& record) = 0;
  virtual Result<void> append(const AppliedChange& change) = 0;
  /// A row for each tensor, as far as both lists go.
  virtual Result<void> append(std::int64_t iteration, std::span<const LayerInfo> layers,
                              std::span<const LayerRecord> records) = 0;
  /// Of the weights after that iteration.
  virtual Result<void> appendDigest(std::int64_t iteration, const std::string& sha256) = 0;
  virtual Result<void> append(const JournalEvent& event) = 0;
  /// As JournalFile::forgetThrough().
  virtual Result<void> forgetThrough(std::int64_t iteration) = 0;
  /// Of the last evaluation: confusion.csv, written whole.
  virtual Result<void> write(const ConfusionMatrix& matrix) = 0;
  /// Hands all that is kept back to the system.
  virtual Result<void> flush() = 0;
  /// With what is buffered.
  virtual RunFolderSizes sizes() const = 0;
  /// Flushes and writes summary.json, the one even where the other fails.
  virtual Result<void> finish(const RunSummary& summary) = 0;
};

/// Whether somebody, here or in another process, is writing that run now.
bool isBeingWritten(const std::filesystem::path& folder);

/// The last whole row of a run folder's iterations.csv, with its end; empty: there is none. Reads
/// the end of the file alone.
std::string lastRowIn(const std::filesystem::path& folder);
/// The iteration of that row; 0: of none.
std::int64_t lastIterationIn(const std::filesystem::path& folder);

/// A run read back from its folder.
struct StoredRun {
  std::filesystem::path folder;
  Experiment experiment;
  std::vector<Record> records;  ///< one an iteration
  std::vector<AppliedChange> changes;
  std::vector<JournalEvent> events;
  std::shared_ptr<const ConfusionMatrix> confusion;  ///< of the last evaluation; none: not kept
  std::string state;               ///< of summary.json; kInterruptedState where there is none
  std::vector<std::string> notes;  ///< what was incomplete, in words for the user
};

/// A run read from its folder, whoever wrote it: what is sound; what is not, or lacks, is noted.
/// Errors: experiment.toml or iterations.csv lacks, or is none at all; the message names it.
Result<StoredRun> readRunFolder(const std::filesystem::path& folder);

}  // namespace telegrad
