// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sharing/carried_runs.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "core/base/said.h"
#include "core/data/digest.h"
#include "core/experiment/experiment_file.h"
#include "core/experiment/files.h"
#include "core/experiment/journal_text.h"
#include "core/experiment/run_folder.h"
#include "core/experiment/weights_file.h"
#include "core/sharing/figure_file.h"

namespace telegrad {
namespace {

using Json = nlohmann::ordered_json;

constexpr auto kVersionKey = "telegrad_figure";
constexpr int kFormat = 1;
constexpr std::uint64_t kMostFileBytes = 256'000'000;
constexpr std::uint64_t kMostJournalBytes = 64'000'000;

std::string carriedCheck(const std::string& experiment, const std::string& journal) {
  const std::string all = experiment + '\0' + journal;
  return sha256(std::as_bytes(std::span(all))).substr(0, 16);
}

/// The text as JSON will have it; the check is of that.
std::string asUtf8(const std::string& text) {
  return Json::parse(Json(text).dump(-1, ' ', true, Json::error_handler_t::replace))
      .get<std::string>();
}

std::optional<std::string> stringIn(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_string()) return std::nullopt;
  return found->get<std::string>();
}

Result<CarriedRun> runFrom(const Json& json, const std::string& origin, std::size_t number) {
  if (!json.is_object())
    return Error{said("%1: run %2: it is damaged, or not Telegrad's", origin, number)};
  const auto name = stringIn(json, "name");
  const auto experiment = stringIn(json, "experiment");
  const auto journal = stringIn(json, "journal");
  const auto check = stringIn(json, "check");
  if (!name || !experiment || !journal || !check)
    return Error{
        said("%1: run %2: a part is missing; there must be name, experiment, journal and check",
             origin, number)};
  if (*check != carriedCheck(*experiment, *journal))
    return Error{
        said("%1: run %2 (%3): it was damaged, or changed by hand: its checksum is of another "
             "experiment or journal",
             origin, number, *name)};
  const auto given = json.find("given_weights");
  return CarriedRun{*name, *experiment, *journal,
                    given != json.end() && given->is_boolean() && given->get<bool>()};
}

/// The files of a run's folder, if both are there.
std::optional<std::pair<std::string, std::string>> filesIn(const std::filesystem::path& folder) {
  if (folder.empty()) return std::nullopt;
  auto experiment = readRegularFile(folder / kExperimentFile, kMostJournalBytes);
  auto journal = readRegularFile(folder / kJournalFile, kMostJournalBytes);
  if (!experiment || !journal) return std::nullopt;
  return std::pair(*std::move(experiment), *std::move(journal));
}

}  // namespace

CarriedRun carriedRun(const std::string& name, const std::filesystem::path& folder,
                      const Experiment& experiment, std::span<const AppliedChange> changes) {
  CarriedRun run;
  run.name = name;
  run.givenWeights = !folder.empty() && initialWeightsIn(folder).has_value();
  if (auto files = filesIn(folder)) {
    run.experiment = std::move(files->first);
    run.journal = std::move(files->second);
    return run;
  }
  run.experiment = formatExperiment(experiment);
  for (const auto& change : changes) run.journal += journalLine(change) + '\n';
  return run;
}

std::string formatCarriedRuns(std::span<const CarriedRun> runs) {
  Json all = Json::array();
  for (const auto& run : runs) {
    const auto experiment = asUtf8(run.experiment);
    const auto journal = asUtf8(run.journal);
    Json one{{"name", run.name},
             {"experiment", experiment},
             {"journal", journal},
             {"check", carriedCheck(experiment, journal)}};
    if (run.givenWeights) one["given_weights"] = true;
    all.push_back(std::move(one));
  }
  const Json figure{{kVersionKey, kFormat}, {"runs", std::move(all)}};
  return figure.dump(-1, ' ', true, Json::error_handler_t::replace);
}

Result<std::vector<CarriedRun>> parseCarriedRuns(std::string_view text, const std::string& origin) {
  const auto json = Json::parse(text, nullptr, false);
  if (!json.is_object() || !json.contains(kVersionKey) || !json.contains("runs") ||
      !json["runs"].is_array())
    return Error{said("%1: the experiments that it carries are damaged", origin)};
  if (json[kVersionKey] != kFormat)
    return Error{
        said("%1: the experiments that it carries are in format %2; allowed: %3. A newer Telegrad "
             "wrote them",
             origin, json[kVersionKey].dump().substr(0, 20), kFormat)};
  std::vector<CarriedRun> runs;
  for (const auto& one : json["runs"]) {
    auto run = runFrom(one, origin, runs.size() + 1);
    if (!run) return run.error();
    runs.push_back(*std::move(run));
  }
  if (runs.empty()) return Error{said("%1: it carries no run", origin)};
  return runs;
}

Result<std::vector<RepeatableRun>> readFigure(const std::filesystem::path& file) {
  const auto bytes = readRegularFile(file, kMostFileBytes);
  return bytes ? parseFigure(*bytes, file.string()) : bytes.error();
}

Result<std::vector<RepeatableRun>> parseFigure(std::string_view bytes, const std::string& origin) {
  const auto text = carriedText(bytes, origin);
  if (!text) return text.error();
  const auto carried = parseCarriedRuns(*text, origin);
  if (!carried) return carried.error();
  std::vector<RepeatableRun> runs;
  for (const auto& run : *carried) {
    const std::string place = origin + ", " + run.name + ", ";
    auto experiment = parseExperiment(run.experiment, place + kExperimentFile);
    if (!experiment) return experiment.error();
    const auto entries = parseEntries(run.journal, place + kJournalFile, *experiment);
    if (!entries) return entries.error();
    runs.push_back({run, *std::move(experiment), changesIn(*entries)});
  }
  return runs;
}

}  // namespace telegrad
