// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/summary_file.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <system_error>
#include <utility>
#include <variant>

#include "core/base/said.h"
#include "core/experiment/files.h"
#include "core/metrics/quantities.h"

namespace telegrad {
namespace {

using Json = nlohmann::ordered_json;

Json toJson(const Record& record) {
  Json json;
  for (const auto& quantity : quantities()) {
    if (const auto* whole = std::get_if<std::int64_t Record::*>(&quantity.field))
      json[quantity.key] = record.**whole;
    else if (const double value = quantity.read(record); std::isfinite(value))
      json[quantity.key] = value;
    else
      json[quantity.key] = nullptr;  // JSON has no word for it
  }
  return json;
}

Json toJson(const RunSummary& summary) {
  Json targets = Json::array();
  for (const auto& reached : summary.targets)
    targets.push_back(
        {{accuracyQuantity(reached.target.metric).key + "_above", reached.target.accuracy},
         {"at", toJson(reached.at)}});
  return {{"state", summary.state},
          {"message", summary.message},
          {"final", toJson(summary.last)},
          {"targets", std::move(targets)},
          {"weights_sha256", summary.weightsSha256},
          {"data_origin", summary.dataOrigin},
          {"versions", summary.versions}};
}

/// A record as summary.json has it: an absent value is null.
Record recordOf(const Json& json) {
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

std::optional<TargetReached> reachedIn(const Json& json) {
  for (const auto metric : {AccuracyMetric::Top1, AccuracyMetric::Top5}) {
    const auto found = json.find(accuracyQuantity(metric).key + "_above");
    if (found == json.end() || !found->is_number() || !json.contains("at")) continue;
    return TargetReached{{found->get<double>(), metric}, recordOf(json["at"])};
  }
  return std::nullopt;
}

}  // namespace

Result<void> writeSummary(const std::filesystem::path& folder, const RunSummary& summary) {
  return replaceFile(folder / kSummaryFile,
                     toJson(summary).dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

Result<RunSummary> parseSummary(std::string_view text, const std::string& file) {
  const auto json = Json::parse(text, nullptr, false);
  if (!json.is_object()) return Error{said("%1: this is no JSON object; allowed: {...}", file)};
  try {
    RunSummary summary;
    summary.state = json.value("state", "");
    summary.message = json.value("message", "");
    summary.weightsSha256 = json.value("weights_sha256", "");
    summary.dataOrigin = json.value("data_origin", "");
    const auto versions = json.value("versions", Json::object());
    for (const auto& [program, version] : versions.items())
      if (version.is_string()) summary.versions[program] = version.get<std::string>();
    if (json.contains("final")) summary.last = recordOf(json["final"]);
    for (const auto& target : json.value("targets", Json::array()))
      if (auto reached = reachedIn(target)) summary.targets.push_back(*reached);
    return summary;
  } catch (const Json::exception& error) {
    return Error{said("%1: a member is of another type than allowed: %2", file, error.what())};
  }
}

Result<RunSummary> readSummary(const std::filesystem::path& folder) {
  const auto file = folder / kSummaryFile;
  const auto text = readRegularFile(file);
  if (!text) return text.error();
  auto summary = parseSummary(*text, file.string());
  if (summary && summary->state.empty())
    return Error{said("%1 has no state in it; allowed: what a run wrote at its end", file)};
  return summary;
}

RunSummary readSummary(const std::filesystem::path& folder, std::vector<std::string>& notes) {
  RunSummary none;
  none.state = kInterruptedState;
  std::error_code ignored;
  if (!std::filesystem::exists(std::filesystem::symlink_status(folder / kSummaryFile, ignored))) {
    notes.push_back(said("there is no summary.json: the run did not come to its end"));
    return none;
  }
  auto read = readSummary(folder);
  if (read) return *std::move(read);
  notes.push_back(read.error().message);
  return none;
}

}  // namespace telegrad
