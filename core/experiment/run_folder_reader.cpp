// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <charconv>
#include <fstream>
#include <nlohmann/json.hpp>
#include <system_error>
#include <utility>

#include "core/experiment/experiment_file.h"
#include "core/experiment/files.h"
#include "core/experiment/run_folder.h"
#include "core/metrics/csv.h"

namespace telegrad {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

/// The state in summary.json; "interrupted" and a note where none can be read.
std::string readState(const fs::path& folder, std::vector<std::string>& notes) {
  const auto file = folder / kSummaryFile;
  const auto text = readFile(file);
  std::error_code ignored;
  if (!text && !fs::exists(file, ignored)) {
    notes.emplace_back("there is no summary.json: the run did not come to its end");
    return "interrupted";
  }
  const auto json = text ? Json::parse(*text, nullptr, false) : Json{};
  if (json.is_object() && json.contains("state") && json["state"].is_string())
    return json["state"].get<std::string>();
  notes.push_back(text ? file.string() + " has no state in it" : text.error().message);
  return "interrupted";
}

/// None where there is none, and with a note where there is one that cannot be read.
std::shared_ptr<const ConfusionMatrix> readConfusion(const fs::path& folder,
                                                     std::vector<std::string>& notes) {
  const auto file = folder / kConfusionFile;
  std::error_code ignored;
  if (!fs::exists(file, ignored)) return nullptr;
  const auto text = readFile(file);
  auto matrix = text ? parseConfusion(*text, file.string()) : text.error();
  if (matrix) return std::make_shared<const ConfusionMatrix>(*std::move(matrix));
  notes.push_back(matrix.error().message);
  return nullptr;
}

}  // namespace

std::int64_t lastIterationIn(const fs::path& folder) {
  constexpr std::streamoff kEnd = std::streamoff{1} << 16;  // more than any row
  std::ifstream file(folder / kIterationsFile, std::ios::binary | std::ios::ate);
  const std::streamoff size = file.tellg();
  if (size <= 0) return 0;
  std::string text(static_cast<std::size_t>(std::min(size, kEnd)), '\0');
  file.seekg(size - static_cast<std::streamoff>(text.size()));
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  const auto end = text.rfind('\n');
  if (!file || end == std::string::npos || end == 0) return 0;
  const auto before = text.rfind('\n', end - 1);
  const auto begin = before == std::string::npos ? 0 : before + 1;
  std::int64_t iteration = 0;
  std::from_chars(text.data() + begin, text.data() + end, iteration);
  return iteration;  // of the header, which is no number, 0
}

Result<StoredRun> readRunFolder(const fs::path& folder) {
  auto experiment = readExperiment(folder / kExperimentFile);
  if (!experiment) return experiment.error();
  StoredRun run;
  run.folder = folder;
  run.experiment = *std::move(experiment);
  const auto rows = readFile(folder / kIterationsFile);
  if (!rows) return rows.error();
  auto table = parseCsv(*rows, (folder / kIterationsFile).string());
  if (!table) return table.error();
  run.records = std::move(table->records);
  run.notes = std::move(table->notes);
  std::error_code ignored;
  if (fs::exists(folder / kJournalFile, ignored)) {
    const auto entries = readEntries(folder / kJournalFile, run.experiment);
    if (entries) {
      run.changes = changesIn(*entries);
      run.events = eventsIn(*entries);
    } else {
      run.notes.push_back(entries.error().message);
    }
  } else {
    run.notes.emplace_back("there is no journal.jsonl: changes made during the run are not known");
  }
  run.confusion = readConfusion(folder, run.notes);
  run.state = readState(folder, run.notes);
  return run;
}

}  // namespace telegrad
