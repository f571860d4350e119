// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/run_listing.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <system_error>
#include <utility>

#include "core/experiment/experiment_file.h"
#include "core/experiment/files.h"
#include "core/experiment/summary_file.h"
#include "core/metrics/csv.h"

namespace telegrad {
namespace {

namespace fs = std::filesystem;

/// Of the last whole row; nothing if there is none that can be read.
std::optional<Record> lastRecord(const fs::path& folder) {
  const auto row = lastRowIn(folder);
  if (row.empty()) return std::nullopt;
  std::string header;
  std::ifstream file(folder / kIterationsFile, std::ios::binary);
  std::getline(file, header);
  const auto table = parseCsv(header + "\n" + row, kIterationsFile);
  if (!table || table->records.empty()) return std::nullopt;
  return table->records.back();
}

RunSummary summaryOf(const fs::path& folder, std::vector<std::string>& remarks) {
  std::error_code ignored;
  if (fs::exists(folder / kSummaryFile, ignored)) {
    auto summary = readSummary(folder);
    if (summary) return *std::move(summary);
    remarks.push_back(summary.error().message);
  }
  RunSummary interrupted;
  interrupted.state = kInterruptedState;
  interrupted.last = lastRecord(folder).value_or(Record());
  return interrupted;
}

std::int64_t writtenAt(const fs::path& file) {
  std::error_code error;
  const auto time = fs::last_write_time(file, error);
  if (error) return 0;
  const auto system = std::chrono::file_clock::to_sys(time);
  return std::chrono::duration_cast<std::chrono::seconds>(system.time_since_epoch()).count();
}

void collect(const fs::path& folder, int depth, std::vector<fs::path>& found) {
  std::error_code error;
  if (fs::exists(folder / kExperimentFile, error)) {
    found.push_back(folder);
    return;
  }
  if (depth == 0) return;
  std::vector<fs::path> below;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    std::error_code ignored;
    if (entry->is_directory(ignored) && !entry->is_symlink(ignored)) below.push_back(*entry);
  }
  std::ranges::sort(below);
  for (const auto& each : below) collect(each, depth - 1, found);
}

}  // namespace

Result<RunListing> readListing(const fs::path& folder) {
  auto experiment = readExperiment(folder / kExperimentFile);
  if (!experiment) return experiment.error();
  RunListing listing;
  listing.folder = folder;
  listing.experiment = *std::move(experiment);
  if (auto notes = readNotes(folder))
    listing.notes = *std::move(notes);
  else
    listing.remarks.push_back(notes.error().message);
  listing.summary = summaryOf(folder, listing.remarks);
  listing.begun = writtenAt(folder / kExperimentFile);
  return listing;
}

std::vector<fs::path> runFoldersIn(const fs::path& folder, int depth) {
  std::vector<fs::path> found;
  collect(folder, depth, found);
  return found;
}

}  // namespace telegrad
