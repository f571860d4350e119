// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/summary_file.h"

#include <nlohmann/json.hpp>

#include "core/experiment/files.h"
#include "core/metrics/quantities.h"

namespace telegrad {
namespace {

using Json = nlohmann::ordered_json;

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

Result<RunSummary> readSummary(const std::filesystem::path& folder) {
  const auto file = folder / kSummaryFile;
  const auto text = readFile(file);
  if (!text) return text.error();
  const auto json = Json::parse(*text, nullptr, false);
  if (!json.is_object() || wordIn(json, "state").empty())
    return Error{file.string() + " has no state in it; allowed: what a run wrote at its end"};
  RunSummary summary;
  summary.state = wordIn(json, "state");
  summary.message = wordIn(json, "message");
  summary.weightsSha256 = wordIn(json, "weights_sha256");
  summary.dataOrigin = wordIn(json, "data_origin");
  if (const auto last = json.find("final"); last != json.end() && last->is_object())
    summary.last = recordFrom(*last);
  return summary;
}

}  // namespace telegrad
