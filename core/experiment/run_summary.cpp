// SPDX-License-Identifier: GPL-3.0-or-later
// summary.json.
#include <cmath>
#include <nlohmann/json.hpp>
#include <utility>
#include <variant>

#include "core/experiment/files.h"
#include "core/experiment/run_folder.h"
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

}  // namespace

Result<void> writeSummary(const std::filesystem::path& folder, const RunSummary& summary) {
  return replaceFile(folder / kSummaryFile,
                     toJson(summary).dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

}  // namespace telegrad
