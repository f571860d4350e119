// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reference_pages.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "app/reference_text.h"
#include "app/shipped_experiments.h"
#include "core/base/said.h"
#include "core/base/units.h"
#include "core/experiment/catalogues.h"
#include "core/experiment/experiment_file.h"
#include "core/experiment/sweep_file.h"
#include "core/experiment/worker_slots.h"
#include "core/metrics/quantities.h"
#include "core/net/shipped_traces.h"
#include "core/net/trace_generators.h"

namespace telegrad {
namespace {

constexpr const char* kMade =
    "<!-- Made from the descriptions in the code by packaging/manual.sh; not to be edited. "
    "-->\n";

/// The rows of parameters that are alike in so many entries of a page are said once.
constexpr int kManyEntries = 4;

std::string heading(const std::string& title, const std::string& summary) {
  return kMade + ("# " + title) + "\n\n" + escaped(summary) + "\n\n";
}

/// Which rows stand in how many of the entries.
std::map<std::string, int> countRows(const std::vector<Description>& entries) {
  std::map<std::string, int> count;
  for (const auto& entry : entries)
    for (const auto& parameter : entry.parameters) ++count[parameterRow(parameter)];
  return count;
}

/// "`fraction`, `scope` and `code`".
std::string keyList(const std::vector<std::string>& keys) {
  std::string list;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const auto key = "`" + keys[i] + "`";
    if (i == 0)
      list = key;
    else if (i + 1 == keys.size())
      list = said("%1 and %2", list, key);
    else
      list.append(", ").append(key);
  }
  return list;
}

/// A page's entries, each with what is its own, and after them what several have.
class EntriesPage {
 public:
  explicit EntriesPage(const std::vector<Description>& entries) : count_(countRows(entries)) {
    for (const auto& entry : entries) add(entry);
    if (shared_.empty()) return;
    text_ += "## " + said("Shared parameters") + "\n\n" +
             said("The same for all entries that name them.") + "\n\n";
    text_ += parameterTableHead();
    for (const auto& shared : shared_) text_ += sharedRow(shared);
  }
  const std::string& text() const { return text_; }

 private:
  /// A row that several entries have, and which they are.
  struct Shared {
    std::string key;
    std::string row;
    std::vector<std::string> entries;
  };

  void share(const std::string& key, const std::string& row, const std::string& entry) {
    auto found = std::ranges::find(shared_, row, &Shared::row);
    if (found == shared_.end()) found = shared_.insert(found, {key, row, {}});
    found->entries.push_back(entry);
  }

  /// Where a key has several rows, each says whose it is.
  std::string sharedRow(const Shared& shared) const {
    constexpr std::string_view kEnd = " |\n";
    if (std::ranges::count(shared_, shared.key, &Shared::key) == 1) return shared.row;
    return shared.row.substr(0, shared.row.size() - kEnd.size()) + " " +
           said("In %1.", keyList(shared.entries)) + std::string(kEnd);
  }

  void add(const Description& entry) {
    text_ += "## " + entry.key + "\n\n**" + escaped(saidOf(entry.name)) + ".** " +
             escaped(saidOf(entry.summary)) + "\n\n";
    if (!entry.source.empty()) text_ += said("Source: %1", linked(entry.source)) + "\n\n";
    std::string own;
    std::vector<std::string> others;
    for (const auto& parameter : entry.parameters) {
      const auto row = parameterRow(parameter);
      if (count_[row] < kManyEntries) {
        own += row;
      } else {
        others.push_back(parameter.key);
        share(parameter.key, row, entry.key);
      }
    }
    if (!own.empty()) text_ += parameterTableHead() + own + "\n";
    if (!others.empty())
      text_ +=
          (own.empty() ? said("Parameters: %1 ([shared](#shared-parameters)).", keyList(others))
                       : said("Besides: %1 ([shared](#shared-parameters)).", keyList(others))) +
          "\n\n";
    if (!entry.decides.empty()) text_ += decidesSentence(entry.decides) + "\n\n";
  }

  std::map<std::string, int> count_;
  std::string text_;
  std::vector<Shared> shared_;
};

ReferencePage slotPage(const SlotDescription& slot) {
  if (slot.hasChoice()) {
    return {
        slot.plural + ".md",
        heading(saidOf(slot.title()), saidOf(slot.summary)) +
            said("In experiment files: the table `[%1]`, with `key` and these parameters. On the "
                 "command line: `--set %1.key=...`.",
                 slot.key) +
            "\n\n" + EntriesPage(slot.entries).text()};
  }
  std::string text = heading(saidOf(slot.label), saidOf(slot.summary)) +
                     said("In experiment files: the table `[%1]`.", slot.key) + "\n\n" +
                     parameterTableHead();
  for (const auto& parameter : slot.entries.front().parameters) text += parameterRow(parameter);
  return {slot.key + ".md", text};
}

ReferencePage workerPage() {
  auto slot = workerSlotDescription();
  std::string text = heading("Worker", saidOf(slot.summary)) +
                     said("In experiment files: the table `[worker.3]` for the third worker.") +
                     "\n\n" + parameterTableHead();
  for (const auto& parameter : slot.entries.front().parameters) text += parameterRow(parameter);
  return {"worker.md", text};
}

ReferencePage quantitiesPage() {
  std::string text = heading(said("Quantities"),
                             said("What is measured in a run: the columns of its CSV files, the "
                                  "curves and their axes.")) +
                     said("| Quantity | Unit | An axis | Meaning |") + "\n|---|---|---|---|\n";
  for (const auto& quantity : quantities())
    text += "| **" + escaped(saidOf(quantity.name)) + "** `" + quantity.key + "` | " +
            quantity.unit + " | " + (quantity.axis ? said("yes") : "") + " | " +
            escaped(saidOf(quantity.summary)) + " |\n";
  return {"quantities.md", text};
}

Result<ReferencePage> tracesPage() {
  std::string text = heading(said("Traces"), said("Bandwidths that change over time.")) +
                     said(
                         "As `network.trace` in an experiment, or as `--trace LINK=NAME` of "
                         "`telegrad-cli network`.") +
                     "\n\n" + said("| Trace | On average | Begins again after | Source |") +
                     "\n|---|---|---|---|\n";
  for (const auto& shipped : shippedTraces()) {
    const auto trace = shippedTrace(shipped.key, 1.0);
    if (!trace) return trace.error();
    text += "| **" + escaped(saidOf(shipped.name)) + "** `" + shipped.key + "` | " +
            formatQuantity(trace->meanBandwidth().value, "bit/s", 3) + " | " +
            (trace->period() ? formatQuantity(seconds(*trace->period()), "s") : "") + " | " +
            escaped(trace->source()) + " |\n";
  }
  text += "\n## " + said("Recipes") + "\n\n" +
          said(
              "What other traces can be made with: \"square; high = 50 Mbit/s; seed = 1\". What is "
              "left out has its default.") +
          "\n\n";
  const auto generators = traceGenerators();
  return ReferencePage{
      "traces.md",
      text + EntriesPage(std::vector<Description>(generators.begin(), generators.end())).text()};
}

std::string settingsOf(const Experiment& experiment) {
  std::string words = experiment.slot("algorithm").key + ", " + experiment.slot("compressor").key +
                      "; " + experiment.slot("model").key;
  if (isNeeded(experiment, "dataset"))
    words = said("%1 on %2", words, experiment.slot("dataset").key);
  const auto count = experiment.workers();
  return words + "; " + (count == 1 ? said("1 worker") : said("%1 workers", count));
}

Result<ReferencePage> experimentsPage() {
  std::string text =
      heading(said("Experiments"), said("What is shipped, in the order of their names.")) +
      said(
          "`telegrad-cli run NAME`, or *File > Shipped experiments* in the window. The files are "
          "in "
          "`resources/experiments` of the sources.") +
      "\n\n";
  for (const auto& file : shippedExperiments()) {
    const auto experiment = readExperiment(file);
    if (!experiment) return experiment.error();
    text += "## " + file.stem().string() + "\n\n**" + escaped(saidOf(experiment->name())) + ".** " +
            escaped(saidOf(experiment->summary())) + "\n\n" + escaped(settingsOf(*experiment)) +
            ".\n\n";
  }
  return ReferencePage{"experiments.md", text};
}

Result<ReferencePage> sweepsPage() {
  std::string text =
      heading(said("Sweeps"), said("What is shipped.")) + "`telegrad-cli sweep NAME`.\n\n";
  for (const auto& file : shippedSweeps()) {
    const auto sweep = readSweep(file, experimentsFrom(file));
    if (!sweep) return sweep.error();
    text += "## " + file.stem().string() + "\n\n**" + escaped(saidOf(sweep->name)) + ".** " +
            escaped(saidOf(sweep->summary)) + "\n\n";
  }
  return ReferencePage{"sweeps.md", text};
}

}  // namespace

Result<std::vector<ReferencePage>> referencePages() {
  std::vector<ReferencePage> pages;
  for (const auto& slot : experimentSlots()) pages.push_back(slotPage(slot));
  pages.push_back(workerPage());
  pages.push_back(quantitiesPage());
  for (const auto make : {tracesPage, experimentsPage, sweepsPage}) {
    auto page = make();
    if (!page) return page.error();
    pages.push_back(*std::move(page));
  }
  for (auto& page : pages) endWithOneLineBreak(page.markdown);
  return pages;
}

}  // namespace telegrad
