// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/summary_file.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <system_error>
#include <utility>
#include <variant>

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

Record recordFrom(const Json& json) {
  Record record;
  for (const auto& quantity : quantities()) {
    const auto found = json.find(quantity.key);
    if (found == json.end()) continue;
    if (const auto* whole = std::get_if<std::int64_t Record::*>(&quantity.field)) {
      if (found->is_number_integer()) record.** whole = found->get<std::int64_t>();
    } else {
      record.*std::get<double Record::*>(quantity.field) =
          found->is_number() ? found->get<double>() : Record::kNone;
    }
  }
  return record;
}

std::string wordIn(const Json& json, const char* key) {
  const auto found = json.find(key);
  return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace

Result<void> writeSummary(const std::filesystem::path& folder, const RunSummary& summary) {
  return replaceFile(folder / kSummaryFile,
                     toJson(summary).dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

Result<RunSummary> readSummary(const std::filesystem::path& folder) {
  const auto file = folder / kSummaryFile;
  const auto text = readRegularFile(file);
  if (!text) return text.error();
  const auto json = Json::parse(*text, nullptr, false);
  if (!json.is_object() || wordIn(json, "state").empty())
    return Error{file.string() + " has no state in it; allowed: what a run wrote at its end"};
  RunSummary summary;
  summary.state = wordIn(json, "state");
  summary.message = wordIn(json, "message");
  summary.weightsSha256 = wordIn(json, "weights_sha256");
  summary.dataOrigin = wordIn(json, "data_origin");
  if (const auto versions = json.find("versions"); versions != json.end() && versions->is_object())
    for (const auto& [program, version] : versions->items())
      if (version.is_string()) summary.versions[program] = version.get<std::string>();
  if (const auto last = json.find("final"); last != json.end() && last->is_object())
    summary.last = recordFrom(*last);
  return summary;
}

RunSummary readSummary(const std::filesystem::path& folder, std::vector<std::string>& notes) {
  RunSummary none;
  none.state = "interrupted";
  std::error_code ignored;
  if (!std::filesystem::exists(std::filesystem::symlink_status(folder / kSummaryFile, ignored))) {
    notes.emplace_back("there is no summary.json: the run did not come to its end");
    return none;
  }
  auto read = readSummary(folder);
  if (read) return *std::move(read);
  notes.push_back(read.error().message);
  return none;
}

}  // namespace telegrad
