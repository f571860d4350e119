// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include "core/base/said.h"
#include "core/experiment/experiment_file.h"
#include "core/experiment/files.h"
#include "core/experiment/journal_text.h"
#include "core/experiment/run_folder.h"
#include "core/experiment/summary_file.h"
#include "core/metrics/csv.h"

namespace telegrad {
namespace {

namespace fs = std::filesystem;

/// None where there is none, and with a note where there is one that cannot be read.
std::shared_ptr<const ConfusionMatrix> readConfusion(const fs::path& folder,
                                                     std::vector<std::string>& notes) {
  const auto file = folder / kConfusionFile;
  std::error_code ignored;
  if (!fs::exists(fs::symlink_status(file, ignored))) return nullptr;
  const auto text = readRegularFile(file);
  auto matrix = text ? parseConfusion(*text, file.string()) : text.error();
  if (matrix) return std::make_shared<const ConfusionMatrix>(*std::move(matrix));
  notes.push_back(matrix.error().message);
  return nullptr;
}

void readHistory(const fs::path& folder, StoredRun& run) {
  const auto file = folder / kJournalFile;
  std::error_code ignored;
  if (!fs::exists(fs::symlink_status(file, ignored))) {
    run.notes.push_back(
        said("there is no journal.jsonl: changes made during the run are not known"));
    return;
  }
  const auto text = readRegularFile(file);
  if (!text) {
    run.notes.push_back(text.error().message);
    return;
  }
  auto sound = parseSoundEntries(*text, file.string(), run.experiment);
  run.changes = changesIn(sound.entries);
  run.events = eventsIn(sound.entries);
  std::ranges::move(sound.notes, std::back_inserter(run.notes));
}

}  // namespace

std::string lastRowIn(const fs::path& folder) {
  constexpr std::streamoff kEnd = std::streamoff{1} << 16;  // more than any row
  std::ifstream file(folder / kIterationsFile, std::ios::binary | std::ios::ate);
  const std::streamoff size = file.tellg();
  if (size <= 0) return {};
  std::string text(static_cast<std::size_t>(std::min(size, kEnd)), '\0');
  file.seekg(size - static_cast<std::streamoff>(text.size()));
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  const auto end = text.rfind('\n');
  if (!file || end == std::string::npos || end == 0) return {};
  const auto before = text.rfind('\n', end - 1);
  if (before == std::string::npos) return {};  // the header alone
  return text.substr(before + 1, end - before);
}

std::int64_t lastIterationIn(const fs::path& folder) {
  const auto row = lastRowIn(folder);
  std::int64_t iteration = 0;
  std::from_chars(row.data(), row.data() + row.size(), iteration);
  return iteration;
}

Result<StoredRun> readRunFolder(const fs::path& folder) {
  const auto file = folder / kExperimentFile;
  const auto text = readRegularFile(file);
  if (!text) return text.error();
  auto experiment = parseSoundExperiment(*text, file.string());
  if (!experiment) return experiment.error();
  StoredRun run;
  run.folder = folder;
  run.experiment = std::move(experiment->experiment);
  run.notes = std::move(experiment->notes);
  const auto rows = readRegularFile(folder / kIterationsFile);
  if (!rows) return rows.error();
  auto table = parseSoundCsv(*rows, (folder / kIterationsFile).string());
  if (!table) return table.error();
  run.records = std::move(table->records);
  std::ranges::move(table->notes, std::back_inserter(run.notes));
  readHistory(folder, run);
  run.confusion = readConfusion(folder, run.notes);
  run.state = readSummary(folder, run.notes).state;
  return run;
}

}  // namespace telegrad
