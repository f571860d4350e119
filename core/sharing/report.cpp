// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sharing/report.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "core/experiment/checkpoint.h"
#include "core/experiment/experiment_file.h"
#include "core/experiment/files.h"
#include "core/experiment/journal_file.h"
#include "core/experiment/run_parameters.h"
#include "core/experiment/summary_file.h"
#include "core/experiment/worker_slots.h"
#include "core/metrics/targets.h"
#include "core/sharing/figure_file.h"
#include "core/sharing/report_curves.h"
#include "core/sharing/report_style.h"
#include "core/sharing/report_text.h"

namespace telegrad {
namespace {

constexpr std::size_t kMostEvents = 2000;

std::string element(const char* tag, const std::string& text, const char* type = "") {
  std::string made = std::string("<") + tag;
  if (*type != '\0') made += std::string(" class=\"") + type + "\"";
  return made + ">" + xmlEscaped(text) + "</" + tag + ">";
}

std::string card(const char* title, const std::string& content) {
  return "<section class=\"card\"><h2>" + std::string(title) + "</h2>\n" + content + "</section>\n";
}

/// The last record, with the test figures of the last evaluation.
Record lastOf(const StoredRun& run) {
  if (run.records.empty()) return {};
  Record last = run.records.back();
  const auto evaluated = std::find_if(run.records.rbegin(), run.records.rend(),
                                      [](const Record& record) { return record.isEvaluated(); });
  if (evaluated == run.records.rend()) return last;
  for (const auto& quantity : quantities())
    if (const auto* real = std::get_if<double Record::*>(&quantity.field);
        real != nullptr && std::isnan(last.**real))
      last.** real = (*evaluated).**real;
  return last;
}

/// The first record above the target.
const Record* firstAbove(const StoredRun& run, const Target& target) {
  const auto found = std::ranges::find_if(
      run.records, [&](const Record& record) { return target.isReachedBy(record); });
  return found == run.records.end() ? nullptr : &*found;
}

std::string tile(const std::string& value, const std::string& meaning) {
  return "<div>" + element("b", value) + element("span", meaning) + "</div>\n";
}

std::string result(const StoredRun& run) {
  const auto last = lastOf(run);
  const auto target = targetOf(run.experiment.slot("run").settings);
  std::string tiles;
  const auto add = [&](const char* key, const std::string& meaning, const Record& record) {
    tiles += tile(figure(quantity(key), record), meaning);
  };
  const auto& accuracy = accuracyQuantity(target.metric);
  if (!std::isnan(last.suboptimality)) add("suboptimality", "f − f* at the end", last);
  if (!std::isnan(accuracy.read(last)))
    add(accuracy.key.c_str(), accuracy.name + " at the end", last);
  if (const auto* reached = firstAbove(run, target)) {
    const auto to = " to more than " + shortNumber(100.0 * target.accuracy) + " %";
    add("rounds", "Rounds" + to, *reached);
    add("payload_bits", "Payload" + to, *reached);
    add("simulated_s", "Simulated time" + to, *reached);
  } else {
    add("payload_bits", "Payload", last);
    add("simulated_s", "Simulated time", last);
  }
  add("iteration", "Iterations", last);
  return "<section class=\"card tiles\">\n" + tiles + "</section>\n";
}

std::string settingRow(const std::string& slot, const std::string& what, const std::string& value,
                       const std::string& usual) {
  return "<tr>" + element("td", slot, "muted") + element("td", what) +
         element("td", value, "right") + element("td", usual, "right muted") + "</tr>\n";
}

std::string changedValues(const std::string& label, const Selection& selection,
                          const Description& entry) {
  std::string rows;
  for (const auto& parameter : entry.parameters) {
    const auto& value = selection.settings.values().at(parameter.key);
    if (value == parameter.initial() || !applies(parameter, selection.settings)) continue;
    rows += settingRow(rows.empty() ? label : "", parameter.label, displayValue(parameter, value),
                       displayValue(parameter, parameter.initial()));
  }
  return rows;
}

std::string settings(const StoredRun& run) {
  std::string rows;
  const auto& experiment = run.experiment;
  for (const auto& slot : experimentSlots()) {
    if (!isNeeded(experiment, slot.key)) continue;
    const auto& selection = experiment.slot(slot.key);
    const auto entry = std::ranges::find(slot.entries, selection.key, &Description::key);
    if (entry == slot.entries.end()) continue;
    if (slot.hasChoice()) rows += settingRow(slot.label, "", entry->name, "");
    rows += changedValues(slot.hasChoice() ? "" : slot.label, selection, *entry);
  }
  for (std::size_t worker = 1; worker <= experiment.workers(); ++worker)
    rows += changedValues("Worker " + std::to_string(worker), experiment.slot(workerSlot(worker)),
                          workerSlotDescription().entries.front());
  rows += settingRow("Seed", "", std::to_string(experiment.seed()), "");
  return card("Settings that are not the usual ones",
              "<table><tr><th></th><th></th><th class=\"right\">Here</th>"
              "<th class=\"right\">Usually</th></tr>\n" +
                  rows + "</table>\n");
}

std::string figures(const StoredRun& run) {
  std::string rows;
  const auto last = lastOf(run);
  for (const auto& quantity : quantities()) {
    const auto value = figure(quantity, last);
    if (value == "–") continue;
    rows += "<tr><td title=\"" + xmlEscaped(quantity.summary) + "\">" + xmlEscaped(quantity.name) +
            "</td>" + element("td", value, "right") + "</tr>\n";
  }
  if (rows.empty() || run.records.empty())
    return card("Figures", element("p", "No iteration was done.", "muted"));
  return card("Figures after the last iteration", "<table>\n" + rows + "</table>\n");
}

std::string wordsOf(const Experiment& experiment, const AppliedChange& change) {
  const auto parameter = describe(experiment, change.name);
  if (!parameter) return change.name.text();
  std::string who;
  if (const auto worker = workerNumber(change.name.slot))
    who = "Worker " + std::to_string(*worker) + ", ";
  return who + (*parameter)->label + ": " + displayValue(**parameter, change.from) + " → " +
         displayValue(**parameter, change.to);
}

std::string eventRow(const std::string& mark, std::int64_t iteration, const std::string& words) {
  return "<tr><td>" + (mark.empty() ? "" : element("span", mark, "chip")) + "</td>" +
         element("td", grouped(iteration), "right") + element("td", words) + "</tr>\n";
}

std::string journal(const StoredRun& run) {
  const auto entries = expectedEntries(run.changes, run.events);
  if (entries.empty())
    return card("Journal", element("p", "Nothing was changed while it ran.", "muted"));
  std::string rows;
  std::size_t changes = 0;
  for (std::size_t i = 0; i < std::min(entries.size(), kMostEvents); ++i) {
    if (const auto* change = std::get_if<AppliedChange>(&entries[i].what)) {
      rows +=
          eventRow(std::to_string(++changes), change->iteration, wordsOf(run.experiment, *change));
      continue;
    }
    const auto& event = std::get<JournalEvent>(entries[i].what);
    rows += eventRow("", event.iteration,
                     event.event + (event.detail.empty() ? "" : ": " + event.detail));
  }
  std::string more;
  if (entries.size() > kMostEvents)
    more = element("p", "And " + std::to_string(entries.size() - kMostEvents) + " more.", "muted");
  return card("Journal",
              "<table><tr><th></th><th class=\"right\">Iteration</th><th>What</th></tr>\n" + rows +
                  "</table>\n" + more);
}

std::string origin(const StoredRun& run, const RunSummary& end) {
  std::string rows;
  const auto add = [&](const char* what, const std::string& value) {
    if (!value.empty())
      rows +=
          "<tr>" + element("td", what, "muted") + "<td>" + element("code", value) + "</td></tr>\n";
  };
  add("Weights, SHA-256", end.weightsSha256);
  add("Experiment, SHA-256", digestOf(run.experiment));
  add("Data", end.dataOrigin);
  for (const auto& [program, version] : end.versions) add(program.c_str(), version);
  const auto file =
      "<details><summary>experiment.toml, which repeats this run with the same seed"
      "</summary>" +
      element("pre", formatExperiment(run.experiment)) + "</details>\n";
  return card("Where it comes from", "<table>\n" + rows + "</table>\n<p></p>" + file);
}

std::string head(const StoredRun& run, const RunSummary& end) {
  std::string text = element("h1", run.experiment.name());
  text += element("span", run.state, "chip");
  if (!end.message.empty()) text += " " + element("span", end.message, "muted");
  text += run.experiment.summary().empty()
              ? element("p", "The experiment says no question.", "question muted")
              : element("p", run.experiment.summary(), "question");
  if (run.notes.empty()) return text;
  std::string notes;
  for (const auto& note : run.notes) notes += element("p", note);
  return text + "<div class=\"warning\">" + notes + "</div>\n";
}

}  // namespace

std::string htmlReport(const StoredRun& run, const RunSummary& end) {
  std::string page =
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
      "style-src 'unsafe-inline'\">\n";
  page += element("title", run.experiment.name() + " – Telegrad");
  page.append("\n<style>").append(kReportStyle).append("</style>\n</head>\n<body>\n<main>\n");
  page += head(run, end) + result(run);
  if (!run.records.empty())
    page += "<div class=\"pair\">" +
            card("Over iterations", curvesSvg(run, quantity("iteration"))) +
            card("Over what was sent", curvesSvg(run, quantity("payload_bits"))) + "</div>\n";
  page += "<div class=\"pair\"><div>\n" + settings(run) + journal(run) + "</div><div>\n" +
          figures(run) + origin(run, end) + "</div></div>\n";
  page += "<footer>Made by Telegrad " TELEGRAD_VERSION ".</footer>\n";
  return page + "</main>\n</body>\n</html>\n";
}

Result<void> writeReport(const std::filesystem::path& folder, const std::filesystem::path& file) {
  const auto run = readRunFolder(folder);
  if (!run) return run.error();
  std::vector<std::string> saidAlready;
  return replaceFile(file, htmlReport(*run, readSummary(folder, saidAlready)));
}

}  // namespace telegrad
