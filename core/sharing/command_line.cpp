// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sharing/command_line.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "core/experiment/run_folder.h"
#include "core/experiment/weights_file.h"
#include "core/experiment/worker_slots.h"

namespace telegrad {
namespace {

/// Beyond that many --set, a file says more.
constexpr std::size_t kMostAssignments = 12;

/// Makes one experiment another, step by step as --set does.
class Assignments {
 public:
  Assignments(Experiment from, const Experiment& to) : current_(std::move(from)), to_(to) {}

  std::optional<std::vector<std::string>> find() {
    if (current_.seed() != to_.seed()) say("seed=" + std::to_string(to_.seed()));
    if (current_.name() != to_.name()) say("name=" + to_.name());
    if (current_.summary() != to_.summary()) say("summary=" + to_.summary());
    sayKeys();
    for (const auto& slot : experimentSlots()) sayValues(slot.key);
    // Those who are present first: one of them must be, always.
    for (const bool present : {true, false})
      for (std::size_t number = 1; number <= to_.workers(); ++number)
        if (to_.slot(workerSlot(number)).settings.flag("present") == present)
          sayValues(workerSlot(number));
    // What a window may not touch makes no other run.
    if (failed_ || !(current_.withWindow(to_.window()) == to_)) return std::nullopt;
    return std::move(said_);
  }

 private:
  void say(std::string assignment) {
    auto changed = current_.withText(assignment);
    failed_ = failed_ || !changed;
    if (failed_) return;
    current_ = *std::move(changed);
    said_.push_back(std::move(assignment));
  }

  /// The algorithm's chooses a compressor, which therefore comes after it.
  void sayKeys() {
    for (const auto& slot : experimentSlots())
      if (slot.hasChoice() && current_.slot(slot.key).key != to_.slot(slot.key).key)
        say(slot.key + ".key=" + to_.slot(slot.key).key);
  }

  void sayValues(const std::string& slot) {
    for (const auto& [key, value] : to_.slot(slot).settings.values()) {
      const ParameterName name{slot, key};
      const auto parameter = failed_ ? Result<const Parameter*>(Error{}) : describe(current_, name);
      failed_ = failed_ || !parameter;
      if (failed_) return;
      if (current_.value(name) != value) say(name.text() + "=" + formatValue(**parameter, value));
    }
  }

  Experiment current_;
  const Experiment& to_;
  std::vector<std::string> said_;
  bool failed_ = false;
};

std::string joined(const std::vector<std::string>& words) {
  std::string line;
  for (const auto& word : words) line += (line.empty() ? "" : " ") + shellWord(word);
  return line;
}

}  // namespace

std::string shellWord(std::string_view word) {
  constexpr std::string_view kPlain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./=:,+@%";
  if (!word.empty() && word.find_first_not_of(kPlain) == std::string_view::npos)
    return std::string(word);
  std::string quoted = "'";
  for (const char character : word) {
    if (character == '\'')
      quoted += "'\\''";
    else
      quoted += character;
  }
  return quoted + "'";
}

std::optional<std::vector<std::string>> assignmentsBetween(const Experiment& from,
                                                           const Experiment& to) {
  return Assignments(from, to).find();
}

std::optional<std::string> runCommandLine(const Experiment& experiment,
                                          const std::filesystem::path& folder, bool changed,
                                          std::span<const ShippedExperiment> shipped) {
  std::optional<std::string> shortest;
  std::optional<std::string> longest;  // with more --set than one cares to read
  for (const auto& base : shipped) {
    const auto assignments = assignmentsBetween(base.experiment, experiment);
    if (!assignments) continue;
    std::vector<std::string> words{"telegrad-cli", "run", base.name};
    for (const auto& assignment : *assignments) words.insert(words.end(), {"--set", assignment});
    auto& best = assignments->size() <= kMostAssignments ? shortest : longest;
    if (auto line = joined(words); !best || line.size() < best->size()) best = std::move(line);
  }
  std::error_code ignored;
  const auto file = folder / kExperimentFile;
  if (!shortest && !folder.empty() && std::filesystem::exists(file, ignored))
    shortest = joined({"telegrad-cli", "run", file.string()});
  if (!shortest) shortest = std::move(longest);
  if (!shortest || folder.empty()) return shortest;
  if (changed) *shortest += " --controls " + shellWord((folder / kJournalFile).string());
  if (const auto weights = initialWeightsIn(folder))
    *shortest += " --weights " + shellWord(weights->string());
  return shortest;
}

}  // namespace telegrad
