// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli_network.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>
#include <system_error>
#include <utility>

#include "app/exit_status.h"
#include "app/shipped_experiments.h"
#include "core/experiment/experiment_file.h"
#include "core/experiment/files.h"
#include "core/net/link_parameters.h"
#include "core/net/message_file.h"
#include "core/net/painted_trace.h"
#include "core/net/shipped_traces.h"
#include "core/net/star.h"
#include "core/net/trace_file.h"
#include "core/net/trace_generators.h"
#include "core/net/wiring_file.h"

namespace telegrad {
namespace {

Result<Experiment> experimentFrom(const NetworkArguments& arguments) {
  Experiment experiment;
  if (!arguments.file.empty()) {
    const auto file = findExperiment(arguments.file);
    if (!file) return file.error();
    auto read = readExperiment(*file);
    if (!read) return read;
    experiment = *std::move(read);
  }
  for (const auto& assignment : arguments.assignments) {
    if (!assignment.starts_with("network.") && !assignment.starts_with("cluster.workers="))
      return Error{"--set " + assignment +
                   ": allowed here: network.key=value or cluster.workers=number"};
    auto changed = experiment.withText(assignment);
    if (!changed) return Error{"--set " + assignment + ": " + changed.error().message};
    experiment = *std::move(changed);
  }
  if (arguments.discipline.empty()) return experiment;
  return experiment.withText("network.discipline=" + arguments.discipline);
}

/// How many workers there are, if someone said so.
std::optional<std::size_t> workersFrom(const NetworkArguments& arguments,
                                       const Experiment& experiment) {
  const bool said = std::ranges::any_of(arguments.assignments, [](const std::string& assignment) {
    return assignment.starts_with("cluster.workers=");
  });
  if (arguments.file.empty() && !said) return std::nullopt;
  return static_cast<std::size_t>(experiment.slot("cluster").settings.integer("workers"));
}

Result<Trace> traceFrom(const std::string& text) {
  if (text.find(';') != std::string::npos) {
    const auto recipe = parseRecipe(text);
    return recipe ? generateTrace(*recipe) : Result<Trace>(recipe.error());
  }
  std::error_code ignored;
  if (std::filesystem::exists(text, ignored)) return readTrace(text);
  std::vector<std::string> keys;
  for (const auto& shipped : shippedTraces()) {
    if (shipped.key == text) return shippedTrace(text, 1.0);
    keys.push_back(shipped.key);
  }
  return Error{"\"" + text + "\" is neither a file nor a shipped trace; shipped: " + listOf(keys)};
}

/// Which link "server_ingress" is, or "worker_uplink.2".
std::optional<OwnTrace> linkFrom(std::string_view text, bool& ofOne) {
  const auto dot = std::min(text.find('.'), text.size());
  const auto* name = std::ranges::find(kStarLinkNames, text.substr(0, dot));
  if (name == kStarLinkNames.end()) return std::nullopt;
  OwnTrace named{.link = static_cast<StarLink>(name - kStarLinkNames.begin())};
  ofOne = dot < text.size();
  if (!ofOne) return named;
  const auto* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data() + dot + 1, end, named.worker);
  if (error != std::errc() || rest != end || !name->starts_with("worker")) return std::nullopt;
  return named;
}

/// Puts "server_ingress=lte-like" in its place, and "worker_uplink.2=lte-like" in worker 2's.
Result<void> addTrace(const std::string& text, StarOptions& options) {
  const auto equals = std::min(text.find('='), text.size());
  bool ofOne = false;
  auto own = linkFrom(std::string_view(text).substr(0, equals), ofOne);
  if (!own || equals == text.size()) {
    const std::vector<std::string> names(kStarLinkNames.begin(), kStarLinkNames.end());
    return Error{"--trace " + text + ": allowed: LINK=TRACE, where LINK is " + listOf(names) +
                 ", or of one worker as in worker_uplink.2"};
  }
  auto trace = traceFrom(text.substr(equals + 1));
  if (!trace) return Error{"--trace " + text.substr(0, equals) + ": " + trace.error().message};
  own->trace = std::make_shared<const Trace>(*std::move(trace));
  if (ofOne)
    options.own.push_back(*std::move(own));
  else
    options.links.at(static_cast<std::size_t>(own->link)).trace = own->trace;
  return {};
}

/// Whether the workers that have traces of their own exist.
Result<void> checkOwn(const StarOptions& options) {
  for (const auto& own : options.own)
    if (own.worker >= options.workers)
      return Error{"--trace " + std::string(kStarLinkNames.at(static_cast<std::size_t>(own.link))) +
                   "." + std::to_string(own.worker) +
                   ": workers there are: " + std::to_string(options.workers) + ", counted from 0"};
  return {};
}

Result<StarOptions> optionsFrom(const NetworkArguments& arguments, const Selection& network) {
  StarOptions options;
  options.impairments = impairmentsOf(network.settings);
  for (std::size_t i = 0; i < kStarLinks; ++i)
    options.links.at(i).rate = {network.settings.real(kStarLinkNames.at(i))};
  const SimTime latency = simTime(network.settings.real("latency"));
  for (const auto link : {StarLink::WorkerUplink, StarLink::ServerEgress})
    options.links.at(static_cast<std::size_t>(link)).latency = latency;
  if (const auto& key = network.settings.choice("trace"); key != "constant") {
    auto made =
        paintedTrace(key, network.settings.real("trace_scale"), network.settings.choice("painted"));
    if (!made) return made.error();
    const auto trace = std::make_shared<const Trace>(*std::move(made));
    for (const auto link : {StarLink::WorkerUplink, StarLink::WorkerDownlink})
      options.links.at(static_cast<std::size_t>(link)).trace = trace;
  }
  for (const auto& trace : arguments.traces)
    if (auto added = addTrace(trace, options); !added) return added.error();
  return options;
}

/// The same over the wires of a file; of the network its impairments and headers count.
Result<std::string> deliveriesOverWires(const NetworkArguments& arguments,
                                        const Experiment& experiment) {
  if (!arguments.traces.empty())
    return Error{"--trace goes by the links of a parameter server; allowed: without --links"};
  const auto& settings = experiment.slot("network").settings;
  const auto wires = readFile(arguments.links);
  if (!wires) return wires.error();
  const auto wiring = parseWiring(*wires, arguments.links);
  if (!wiring) return wiring.error();
  const auto text = readFile(arguments.messages);
  if (!text) return text.error();
  auto list = parseMessages(*text, arguments.messages, wiring->nodes);
  if (!list) return list.error();
  const auto format = wireFormat(settings);
  for (auto& message : list->messages) message.bytes = format.wire(message.bytes);
  const auto deliveries =
      carryOverWires(*wiring, impairmentsOf(settings), experiment.seed(), list->messages);
  if (!deliveries) return Error{arguments.messages + ": " + deliveries.error().message};
  return formatDeliveries(list->ids, *deliveries);
}

/// Messages and what becomes of them, as CSV.
Result<std::string> deliveriesFor(const NetworkArguments& arguments) {
  const auto experiment = experimentFrom(arguments);
  if (!experiment) return experiment.error();
  const auto& network = experiment->slot("network");
  // The names of rates and impairments are those of this network's parameters.
  if (network.key != "parameter-server")
    return Error{"the network \"" + network.key +
                 "\" cannot be used alone; allowed: "
                 "parameter-server"};
  if (const auto conflict = impairmentsConflict(network.settings)) return *conflict;
  if (!arguments.links.empty()) return deliveriesOverWires(arguments, *experiment);
  auto options = optionsFrom(arguments, network);
  if (!options) return options.error();
  const auto text = readFile(arguments.messages);
  if (!text) return text.error();
  auto list = parseMessages(*text, arguments.messages, workersFrom(arguments, *experiment));
  if (!list) return list.error();
  options->workers = list->workers;
  options->seed = experiment->seed();
  if (auto fine = checkOwn(*options); !fine) return fine.error();
  const auto format = wireFormat(network.settings);
  for (auto& message : list->messages) message.bytes = format.wire(message.bytes);
  const auto deliveries = carryOverStar(*options, list->messages);
  if (!deliveries) return Error{arguments.messages + ": " + deliveries.error().message};
  return formatDeliveries(list->ids, *deliveries);
}

}  // namespace

int networkCommand(const NetworkArguments& arguments) {
  namespace fs = std::filesystem;
  std::error_code ignored;
  const auto folder = fs::path(arguments.out).parent_path();
  if (!folder.empty() && !fs::is_directory(folder, ignored))
    return refuse("telegrad-cli",
                  "--out " + arguments.out + ": there is no folder " + folder.string());
  const auto csv = deliveriesFor(arguments);
  if (!csv) return refuse("telegrad-cli", csv.error().message);
  if (arguments.out.empty()) {
    std::cout << *csv;
    return kDone;
  }
  const auto written = replaceFile(arguments.out, *csv);
  if (written) return kDone;
  std::cerr << "telegrad-cli: " << written.error().message << '\n';
  return kFailed;
}

}  // namespace telegrad
