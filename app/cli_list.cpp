// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli_list.h"

#include <algorithm>
#include <iomanip>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

#include "app/exit_status.h"
#include "app/reference_text.h"
#include "app/shipped_experiments.h"
#include "core/base/units.h"
#include "core/experiment/catalogues.h"
#include "core/experiment/experiment_file.h"
#include "core/experiment/sweep_file.h"
#include "core/metrics/quantities.h"
#include "core/net/shipped_traces.h"
#include "core/net/trace_generators.h"

namespace telegrad {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kKeyWidth = 20;
constexpr int kInitialWidth = 16;

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

/// Prints one thing after the other in the form that was asked for.
class Listing {
 public:
  explicit Listing(ListForm form) : form_(form) {}

  /// `more`: what its JSON has beside what all entries have.
  void add(const Description& entry, const Json& more = Json::object()) {
    if (form_ == ListForm::Text) printEntry(entry);
    if (form_ == ListForm::Keys) std::cout << entry.key << '\n';
    if (form_ != ListForm::Json) return;
    all_.push_back(toJson(entry));
    all_.back().update(more);
  }
  void add(const Quantity& quantity) {
    if (form_ == ListForm::Keys) std::cout << quantity.key << '\n';
    if (form_ == ListForm::Text)
      std::cout << std::left << std::setw(kKeyWidth) << quantity.key << ' ' << quantity.name
                << (quantity.unit.empty() ? "" : " [" + quantity.unit + "]") << "\n    "
                << quantity.summary << '\n';
    if (form_ == ListForm::Json)
      all_.push_back({{"key", quantity.key},
                      {"name", quantity.name},
                      {"unit", quantity.unit},
                      {"summary", quantity.summary},
                      {"axis", quantity.axis}});
  }

  /// JSON is printed whole, and so only once nothing can fail any more.
  void end() const {
    if (form_ == ListForm::Json) std::cout << all_.dump(2) << '\n';
  }

 private:
  ListForm form_;
  Json all_ = Json::array();
};

/// The traces that come with the program, then what others can be made with.
Result<void> listTraces(ListForm form) {
  Listing listing(form);
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
    listing.add(entry, {{"mean_bit_per_s", mean}});
  }
  for (const auto& generator : traceGenerators()) listing.add(generator);
  listing.end();
  return {};
}

Result<void> listExperiments(ListForm form) {
  Listing listing(form);
  for (const auto& file : shippedExperiments()) {
    const auto experiment = readExperiment(file);
    if (!experiment) return experiment.error();
    listing.add({file.stem().string(), experiment->name(), experiment->summary(), {}, {}});
  }
  listing.end();
  return {};
}

Result<void> listSweeps(ListForm form) {
  Listing listing(form);
  for (const auto& file : shippedSweeps()) {
    const auto sweep = readSweep(file, experimentsFrom(file));
    if (!sweep) return sweep.error();
    listing.add({file.stem().string(), sweep->name, sweep->summary, {}, {}});
  }
  listing.end();
  return {};
}

}  // namespace

std::vector<std::string> listable() {
  std::vector<std::string> words;
  for (const auto& slot : experimentSlots())
    if (slot.hasChoice()) words.push_back(slot.plural);
  words.insert(words.end(), {"traces", "quantities", "experiments", "sweeps"});
  return words;
}

int listCommand(const std::string& what, ListForm form) {
  using Lister = Result<void> (*)(ListForm);
  const std::map<std::string, Lister> others{
      {"traces", listTraces}, {"experiments", listExperiments}, {"sweeps", listSweeps}};
  if (const auto other = others.find(what); other != others.end()) {
    const auto listed = other->second(form);
    return listed ? kDone : refuse("telegrad-cli", listed.error().message);
  }
  Listing listing(form);
  if (what == "quantities") {
    for (const auto& quantity : quantities()) listing.add(quantity);
    listing.end();
    return kDone;
  }
  const auto all = experimentSlots();
  const auto slot = std::ranges::find(all, what, &SlotDescription::plural);
  if (what.empty() || slot == all.end())
    return refuse("telegrad-cli", unknownKey("list", what, listable()).message);
  for (const auto& entry : slot->entries) listing.add(entry);
  listing.end();
  return kDone;
}

}  // namespace telegrad
