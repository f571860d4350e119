// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/run_folder.h"

#include <algorithm>
#include <array>
#include <optional>
#include <system_error>
#include <utility>

#include "core/base/said.h"
#include "core/experiment/experiment_file.h"
#include "core/experiment/files.h"
#include "core/experiment/journal_file.h"
#include "core/experiment/run_columns.h"
#include "core/experiment/run_notes.h"
#include "core/experiment/summary_file.h"
#include "core/experiment/weights_file.h"
#include "core/metrics/csv.h"

namespace telegrad {
namespace {

namespace fs = std::filesystem;

constexpr auto kLayers = "layers.csv";

// The summary first: a folder that lost only some of its files must not look finished.
constexpr std::array kFiles{kSummaryFile,    kNotesFile,         kConfusionFile,  kDigestsFile,
                            kLayers,         kEvaluationsFile,   kIterationsFile, kJournalFile,
                            kExperimentFile, kInitialWeightsFile};

Error cannotRemove(const fs::path& path, const std::error_code& why) {
  return {said("cannot remove %1: %2", path, why.message())};
}

Error alreadyWritten(const fs::path& folder) {
  return {said("run folder %1: somebody else is writing a run there", folder)};
}

/// Removes the checkpoints, and the folder if nothing else is in it.
Result<void> removeCheckpoints(const fs::path& folder) {
  std::error_code error;
  if (fs::is_symlink(folder, error)) return {};  // what is behind it is not the run's
  for (const auto& file : fs::directory_iterator(folder, error)) {
    const auto kind = file.path().extension();
    if (kind != ".ckpt" && kind != ".part") continue;
    std::error_code failed;
    fs::remove(file.path(), failed);
    if (failed) return cannotRemove(file.path(), failed);
  }
  std::error_code ignored;
  fs::remove(folder, ignored);
  return {};
}

Result<void> removeFormerRun(const fs::path& folder) {
  for (const auto* name : kFiles) {
    std::error_code error;
    fs::remove(folder / name, error);
    if (error) return cannotRemove(folder / name, error);
  }
  return removeCheckpoints(folder / kCheckpointsFolder);
}

Result<void> prepareFolder(const fs::path& folder, bool overwrite) {
  std::error_code error;
  if (fs::exists(folder, error) && !fs::is_directory(folder, error))
    return Error{said("run folder %1: there is a file of that name", folder)};
  fs::create_directories(folder, error);
  if (error) return Error{said("cannot make %1: %2", folder, error.message())};
  const bool empty = fs::is_empty(folder, error);
  if (error) return Error{said("cannot read %1: %2", folder, error.message())};
  if (empty) return {};
  if (overwrite && isBeingWritten(folder)) return alreadyWritten(folder);
  if (overwrite) return removeFormerRun(folder);
  return Error{said(
      "run folder %1: it exists and is not empty; choose another, or ask for overwriting", folder)};
}

class FolderWriter final : public RunFolderWriter {
 public:
  struct Files {
    JournalFile journal;
    LineFile iterations;
    LineFile evaluations;
    LineFile layers;
    LineFile digests;
  };
  FolderWriter(fs::path folder, FileLock lock, Files files)
      : folder_(std::move(folder)),
        lock_(std::move(lock)),
        files_(std::move(files)) {}

  Result<void> append(const Record& record) override {
    row_.clear();
    appendCsvRow(row_, record);
    auto done = files_.iterations.append(row_);
    if (!record.isEvaluated()) return done;
    auto also = files_.evaluations.append(row_);
    return done ? also : done;
  }
  Result<void> append(const AppliedChange& change) override {
    return files_.journal.append(change);
  }
  Result<void> append(std::int64_t iteration, std::span<const LayerInfo> layers,
                      std::span<const LayerRecord> records) override {
    row_.clear();
    for (std::size_t t = 0; t < std::min(layers.size(), records.size()); ++t)
      appendCsvRow(row_, iteration, layers[t], records[t]);
    return files_.layers.append(row_);
  }
  Result<void> appendDigest(std::int64_t iteration, const std::string& sha256) override {
    return files_.digests.append(std::to_string(iteration) + ',' + sha256 + '\n');
  }
  Result<void> append(const JournalEvent& event) override { return files_.journal.append(event); }
  Result<void> forgetThrough(std::int64_t iteration) override {
    return files_.journal.forgetThrough(iteration);
  }
  RunFolderSizes sizes() const override {
    return {.journal = files_.journal.size(),
            .iterations = files_.iterations.size(),
            .evaluations = files_.evaluations.size(),
            .layers = files_.layers.size(),
            .digests = files_.digests.size()};
  }
  Result<void> write(const ConfusionMatrix& matrix) override {
    return replaceFile(folder_ / kConfusionFile, confusionCsv(matrix));
  }
  /// All of them, whatever becomes of the first: one may be on a full disk's last block.
  Result<void> flush() override {
    Result<void> first = files_.journal.flush();
    for (auto* file : {&files_.iterations, &files_.evaluations, &files_.layers, &files_.digests})
      if (auto flushed = file->flush(); !flushed && first) first = std::move(flushed);
    return first;
  }
  Result<void> finish(const RunSummary& summary) override {
    auto flushed = flush();
    auto written = writeSummary(folder_, summary);
    return flushed ? written : flushed;
  }

 private:
  fs::path folder_;
  FileLock lock_;
  Files files_;
  std::string row_;  // scratch
};

/// The files that grow, with the sizes at which each of them goes on.
struct Growing {
  const char* name;
  std::uint64_t RunFolderSizes::*size;
};
constexpr std::array kGrowing{Growing{kJournalFile, &RunFolderSizes::journal},
                              Growing{kIterationsFile, &RunFolderSizes::iterations},
                              Growing{kEvaluationsFile, &RunFolderSizes::evaluations},
                              Growing{kLayers, &RunFolderSizes::layers},
                              Growing{kDigestsFile, &RunFolderSizes::digests}};

/// The experiment's file stays as it is for as long as the run is written.
Result<FileLock> lockRun(const fs::path& folder) {
  auto taken = FileLock::take(folder / kExperimentFile);
  if (!taken) return alreadyWritten(folder);
  return *std::move(taken);
}

/// The first `size` bytes of a file.
Result<std::string> beginningOf(const fs::path& file, std::uint64_t size) {
  auto text = readFile(file);
  if (!text) return text;
  if (text->size() < size || (size > 0 && (*text)[size - 1] != '\n'))
    return Error{said("cannot go on with %1: it has %2 bytes; expected a line that ends at byte %3",
                      file, text->size(), size)};
  return text->substr(0, size);
}

/// Puts the beginnings of another run's files in place.
Result<void> copyBeginnings(const fs::path& folder, const RunFolderWriter::History& history) {
  for (const auto& [name, size] : kGrowing) {
    const auto text = beginningOf(history.folder / name, history.sizes.*size);
    if (!text) return text.error();
    if (auto written = replaceFile(folder / name, *text); !written) return written;
  }
  return {};
}

/// The files that grow, without a row yet; their sizes.
Result<RunFolderSizes> beginTables(const fs::path& folder) {
  const std::array<std::string, 4> headers{csvHeader(), csvHeader(), layersCsvHeader(),
                                           "iteration,weights_sha256\n"};
  RunFolderSizes sizes;
  for (std::size_t i = 0; i < headers.size(); ++i) {
    const auto& [name, size] = kGrowing.at(i + 1);
    auto table = LineFile::create(folder / name);
    if (!table) return table.error();
    if (auto written = table->append(headers.at(i)); !written) return written.error();
    if (auto written = table->flush(); !written) return written.error();
    sizes.*size = table->size();
  }
  return sizes;
}

Result<std::unique_ptr<RunFolderWriter>> open(const fs::path& folder, FileLock lock,
                                              const RunFolderSizes& sizes,
                                              std::span<const JournalEntry> expected) {
  auto happened = std::string();
  if (sizes.journal > 0) {
    auto text = beginningOf(folder / kJournalFile, sizes.journal);
    if (!text) return text.error();
    happened = *std::move(text);
  }
  auto journal = JournalFile::begin(folder / kJournalFile, std::move(happened), expected);
  if (!journal) return journal.error();
  auto iterations = LineFile::continueAt(folder / kIterationsFile, sizes.iterations);
  if (!iterations) return iterations.error();
  auto evaluations = LineFile::continueAt(folder / kEvaluationsFile, sizes.evaluations);
  if (!evaluations) return evaluations.error();
  auto layers = LineFile::continueAt(folder / kLayers, sizes.layers);
  if (!layers) return layers.error();
  auto digests = LineFile::continueAt(folder / kDigestsFile, sizes.digests);
  if (!digests) return digests.error();
  FolderWriter::Files files{*std::move(journal), *std::move(iterations), *std::move(evaluations),
                            *std::move(layers), *std::move(digests)};
  return std::unique_ptr<RunFolderWriter>(
      std::make_unique<FolderWriter>(folder, std::move(lock), std::move(files)));
}

/// The folder with the experiment in it, as a run begins.
Result<FileLock> beginFolder(const fs::path& folder, const Experiment& experiment, bool overwrite) {
  if (auto prepared = prepareFolder(folder, overwrite); !prepared) return prepared.error();
  if (auto written = replaceFile(folder / kExperimentFile, formatExperiment(experiment)); !written)
    return written.error();
  return lockRun(folder);
}

}  // namespace

Result<void> checkSizes(const fs::path& folder, const RunFolderSizes& sizes) {
  for (const auto& [name, size] : kGrowing) {
    if (sizes.*size == 0) continue;
    if (auto text = beginningOf(folder / name, sizes.*size); !text) return text.error();
  }
  return {};
}

Result<std::unique_ptr<RunFolderWriter>> RunFolderWriter::create(
    const fs::path& folder, const Experiment& experiment, bool overwrite,
    std::span<const JournalEntry> expected) {
  auto held = beginFolder(folder, experiment, overwrite);
  if (!held) return held.error();
  const auto sizes = beginTables(folder);
  if (!sizes) return sizes.error();
  return open(folder, *std::move(held), *sizes, expected);
}

Result<std::unique_ptr<RunFolderWriter>> RunFolderWriter::goOn(
    const fs::path& folder, const Experiment& experiment, bool overwrite, const History& history,
    std::span<const JournalEntry> expected) {
  std::error_code ignored;
  if (fs::equivalent(folder, history.folder, ignored)) {
    auto own = lockRun(folder);
    if (!own) return own.error();
    if (auto fine = checkSizes(folder, history.sizes); !fine) return fine.error();
    std::error_code error;
    fs::remove(folder / kSummaryFile, error);  // first: it must not look finished
    if (error) return cannotRemove(folder / kSummaryFile, error);
    if (history.sizes.iterations > 0) return open(folder, *std::move(own), history.sizes, expected);
    const auto sizes = beginTables(folder);
    if (!sizes) return sizes.error();
    return open(folder, *std::move(own), *sizes, expected);
  }
  auto held = beginFolder(folder, experiment, overwrite);
  if (!held) return held.error();
  if (auto copied = copyBeginnings(folder, history); !copied) return copied.error();
  return open(folder, *std::move(held), history.sizes, expected);
}

bool isBeingWritten(const fs::path& folder) {
  return !FileLock::take(folder / kExperimentFile);
}

}  // namespace telegrad
