// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/run_details.h"

#include <utility>

#include "core/experiment/run_columns.h"
#include "core/experiment/run_folder.h"

namespace telegrad::ui {
namespace {

/// Fills in what the folder holds; what it does not is said in `problems`.
void readDetails(DetailedRun& run, const std::vector<Target>& targets, QStringList& problems) {
  const auto journal = run.folder / kJournalFile;
  std::error_code ignored;
  if (std::filesystem::exists(journal, ignored)) {
    auto changes = readJournal(journal, run.settings.experiment);
    if (changes)
      run.settings.changes = *std::move(changes);
    else
      problems << QString::fromStdString(changes.error().message);
  }
  auto reached = firstAbove(run.folder, targets);
  if (reached)
    run.reached = *std::move(reached);
  else
    problems << QString::fromStdString(reached.error().message);
  run.reached.resize(targets.size());
}

}  // namespace

RunDetails::RunDetails(QObject* parent) : QObject(parent) {
  thread_.setMaxThreadCount(1);
}

RunDetails::~RunDetails() {
  ++question_;
  thread_.waitForDone();
}

void RunDetails::ask(std::vector<DetailedRun> runs, std::vector<Target> targets) {
  const int question = ++question_;
  thread_.start([this, question, runs = std::move(runs), targets = std::move(targets)]() mutable {
    QStringList problems;
    std::vector<RunSettings> settings;
    for (auto& run : runs) {
      if (question != question_) return;
      readDetails(run, targets, problems);
      settings.push_back(run.settings);
    }
    QMetaObject::invokeMethod(
        this, [this, question, runs = std::move(runs), targets = std::move(targets), problems,
               groups = groupsOverSeeds(settings)] {
          if (question != question_) return;
          runs_ = runs;
          targets_ = targets;
          groups_ = groups;
          problems_ = problems;
          emit changed();
        });
  });
}

TargetCost RunDetails::cost(std::size_t group, std::size_t target) const {
  std::vector<std::optional<Record>> at;
  for (const std::size_t run : groups_.at(group)) at.push_back(runs_.at(run).reached.at(target));
  return costOf(targets_.at(target), at);
}

QString RunDetails::groupName(std::size_t group) const {
  const auto& members = groups_.at(group);
  const auto& name = runs_.at(members.front()).name;
  return members.size() < 2 ? name : tr("%1, %2 seeds").arg(name).arg(members.size());
}

}  // namespace telegrad::ui
