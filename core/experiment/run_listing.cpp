// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/run_listing.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <nlohmann/json.hpp>
#include <system_error>
#include <utility>

#include "core/experiment/experiment_file.h"
#include "core/experiment/files.h"
#include "core/metrics/csv.h"
#include "core/metrics/quantities.h"

namespace telegrad {
namespace {

namespace fs = std::filesystem;
using SummaryJson = nlohmann::ordered_json;

/// A record as summary.json has it: an absent value is null.
Record recordOf(const SummaryJson& json) {
  Record record;
  for (const auto& quantity : quantities()) {
    const auto found = json.find(quantity.key);
    if (found == json.end() || !found->is_number()) continue;
    if (const auto* whole = std::get_if<std::int64_t Record::*>(&quantity.field))
      record.** whole = found->get<std::int64_t>();
    else
      record.*std::get<double Record::*>(quantity.field) = found->get<double>();
  }
  return record;
}

std::optional<TargetReached> targetOf(const SummaryJson& json) {
  for (const auto metric : {AccuracyMetric::Top1, AccuracyMetric::Top5}) {
    const auto found = json.find(accuracyQuantity(metric).key + "_above");
    if (found == json.end() || !found->is_number() || !json.contains("at")) continue;
    return TargetReached{{found->get<double>(), metric}, recordOf(json["at"])};
  }
  return std::nullopt;
}

/// The first line and the last bytes of a file: enough for a header and a last row.
struct Ends {
  std::string first;
  std::string tail;
};

Ends endsOf(const fs::path& file) {
  constexpr std::streamoff kTail = 8192;
  Ends ends;
  std::ifstream stream(file, std::ios::binary);
  std::string line(kTail, '\0');
  stream.read(line.data(), kTail);
  line.resize(static_cast<std::size_t>(stream.gcount()));
  ends.first = line.substr(0, std::min(line.find('\n'), line.size()));
  stream.clear();
  stream.seekg(0, std::ios::end);
  const std::streamoff size = stream.tellg();
  stream.seekg(std::max<std::streamoff>(0, size - kTail));
  ends.tail.resize(kTail);
  stream.read(ends.tail.data(), kTail);
  ends.tail.resize(static_cast<std::size_t>(stream.gcount()));
  return ends;
}

/// The last whole row of iterations.csv; nothing if there is none that can be read.
std::optional<Record> lastRecord(const fs::path& folder) {
  const Ends ends = endsOf(folder / kIterationsFile);
  const auto end = ends.tail.rfind('\n');
  if (end == std::string::npos || end == 0) return std::nullopt;
  const auto before = ends.tail.rfind('\n', end - 1);
  if (before == std::string::npos) return std::nullopt;  // the header alone
  const auto row = ends.tail.substr(before + 1, end - before);
  const auto table = parseCsv(ends.first + "\n" + row, kIterationsFile);
  if (!table || table->records.empty()) return std::nullopt;
  return table->records.back();
}

RunSummary summaryOf(const fs::path& folder, std::vector<std::string>& remarks) {
  const auto file = folder / kSummaryFile;
  std::error_code ignored;
  if (fs::exists(file, ignored)) {
    const auto text = readFile(file);
    auto summary = text ? parseSummary(*text, file.string()) : text.error();
    if (summary && !summary->state.empty()) return *std::move(summary);
    remarks.push_back(summary ? file.string() + " has no state in it" : summary.error().message);
  }
  RunSummary interrupted;
  interrupted.state = "interrupted";
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

Result<RunSummary> parseSummary(std::string_view text, const std::string& file) {
  const auto json = SummaryJson::parse(text, nullptr, false);
  if (!json.is_object()) return Error{file + ": this is no JSON object; allowed: {...}"};
  try {
    RunSummary summary;
    summary.state = json.value("state", "");
    summary.message = json.value("message", "");
    summary.weightsSha256 = json.value("weights_sha256", "");
    summary.dataOrigin = json.value("data_origin", "");
    summary.versions = json.value("versions", summary.versions);
    if (json.contains("final")) summary.last = recordOf(json["final"]);
    for (const auto& target : json.value("targets", SummaryJson::array()))
      if (auto reached = targetOf(target)) summary.targets.push_back(*reached);
    return summary;
  } catch (const SummaryJson::exception& error) {
    return Error{file + ": a member is of another type than allowed: " + error.what()};
  }
}

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
