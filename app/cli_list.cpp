// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli_list.h"

#include <algorithm>
#include <iomanip>
#include <iostream>
#include <nlohmann/json.hpp>

#include "app/exit_status.h"
#include "core/base/units.h"
#include "core/experiment/catalogues.h"
#include "core/metrics/quantities.h"
#include "core/net/shipped_traces.h"
#include "core/net/trace_generators.h"

namespace telegrad {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kKeyWidth = 20;
constexpr int kInitialWidth = 16;

/// "1 to 256", "true or false", "paper or authors-sim".
std::string rangeOf(const Parameter& parameter) {
  if (std::holds_alternative<Flag>(parameter.kind)) return "true or false";
  if (const auto* choice = std::get_if<Choice>(&parameter.kind)) return listOf(choice->options);
  if (const auto* text = std::get_if<Text>(&parameter.kind)) return text->allowed;
  if (const auto* integer = std::get_if<Integer>(&parameter.kind))
    return formatValue(parameter, integer->min) + " to " + formatValue(parameter, integer->max);
  const auto& real = std::get<Real>(parameter.kind);
  return formatValue(parameter, real.min) + " to " + formatValue(parameter, real.max);
}

void printEntry(const Description& entry) {
  std::cout << std::left << std::setw(kKeyWidth) << entry.key << ' ' << entry.name << '\n'
            << "    " << entry.summary << '\n';
  if (!entry.source.empty()) std::cout << "    Source: " << entry.source << '\n';
  for (const auto& parameter : entry.parameters) {
    std::cout << "    " << std::setw(kKeyWidth) << parameter.key << ' ' << std::setw(kInitialWidth)
              << formatValue(parameter, parameter.initial()) << ' ' << rangeOf(parameter);
    if (parameter.change == Change::BetweenIterations) std::cout << "; may change during a run";
    std::cout << "\n        " << parameter.help << '\n';
  }
}

Json numberToJson(const Integer& kind) {
  return {{"kind", "integer"}, {"initial", kind.initial}, {"min", kind.min}, {"max", kind.max}};
}
Json numberToJson(const Real& kind) {
  return {{"kind", "real"}, {"initial", kind.initial}, {"min", kind.min}, {"max", kind.max}};
}

Json toJson(const Parameter& parameter) {
  Json json{{"key", parameter.key},
            {"label", parameter.label},
            {"unit", parameter.unit},
            {"help", parameter.help},
            {"live", parameter.change == Change::BetweenIterations}};
  if (const auto* flag = std::get_if<Flag>(&parameter.kind))
    json.update({{"kind", "flag"}, {"initial", flag->initial}});
  else if (const auto* integer = std::get_if<Integer>(&parameter.kind))
    json.update(numberToJson(*integer));
  else if (const auto* real = std::get_if<Real>(&parameter.kind))
    json.update(numberToJson(*real));
  else if (const auto* choice = std::get_if<Choice>(&parameter.kind))
    json.update({{"kind", "choice"}, {"initial", choice->initial}, {"options", choice->options}});
  else if (const auto* text = std::get_if<Text>(&parameter.kind))
    json.update({{"kind", "text"}, {"initial", text->initial}, {"allowed", text->allowed}});
  return json;
}

Json toJson(const Description& entry) {
  Json parameters = Json::array();
  for (const auto& parameter : entry.parameters) parameters.push_back(toJson(parameter));
  return {{"key", entry.key},
          {"name", entry.name},
          {"summary", entry.summary},
          {"source", entry.source},
          {"parameters", std::move(parameters)}};
}

void listQuantities(bool json) {
  Json all = Json::array();
  for (const auto& quantity : quantities()) {
    if (json)
      all.push_back({{"key", quantity.key},
                     {"name", quantity.name},
                     {"unit", quantity.unit},
                     {"summary", quantity.summary},
                     {"axis", quantity.axis}});
    else
      std::cout << std::left << std::setw(kKeyWidth) << quantity.key << ' ' << quantity.name
                << (quantity.unit.empty() ? "" : " [" + quantity.unit + "]") << "\n    "
                << quantity.summary << '\n';
  }
  if (json) std::cout << all.dump(2) << '\n';
}

void listEntries(const SlotDescription& slot, bool json) {
  Json all = Json::array();
  for (const auto& entry : slot.entries) {
    if (json)
      all.push_back(toJson(entry));
    else
      printEntry(entry);
  }
  if (json) std::cout << all.dump(2) << '\n';
}

/// The traces that come with the program, then what others can be made with.
Result<void> listTraces(bool json) {
  Json all = Json::array();
  for (const auto& shipped : shippedTraces()) {
    const auto trace = shippedTrace(shipped.key, 1.0);
    if (!trace) return trace.error();
    const double mean = trace->meanBandwidth().value;
    Description entry{shipped.key,
                      shipped.name,
                      formatQuantity(mean, "bit/s", 3) + " on average",
                      trace->source(),
                      {}};
    if (trace->period())
      entry.summary += ", begins again after " + formatQuantity(seconds(*trace->period()), "s");
    entry.summary += '.';
    if (json) {
      all.push_back(toJson(entry));
      all.back()["mean_bit_per_s"] = mean;
    } else {
      printEntry(entry);
    }
  }
  for (const auto& generator : traceGenerators()) {
    if (json)
      all.push_back(toJson(generator));
    else
      printEntry(generator);
  }
  if (json) std::cout << all.dump(2) << '\n';
  return {};
}

}  // namespace

std::vector<std::string> listable() {
  std::vector<std::string> words;
  for (const auto& slot : experimentSlots())
    if (slot.hasChoice()) words.push_back(slot.plural);
  words.insert(words.end(), {"traces", "quantities"});
  return words;
}

int listCommand(const std::string& what, bool json) {
  if (what == "quantities") {
    listQuantities(json);
    return kDone;
  }
  if (what == "traces") {
    const auto listed = listTraces(json);
    return listed ? kDone : refuse("telegrad-cli", listed.error().message);
  }
  const auto all = experimentSlots();
  const auto slot = std::ranges::find(all, what, &SlotDescription::plural);
  if (what.empty() || slot == all.end())
    return refuse("telegrad-cli", unknownKey("list", what, listable()).message);
  listEntries(*slot, json);
  return kDone;
}

}  // namespace telegrad
