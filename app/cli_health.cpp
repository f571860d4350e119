// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli_health.h"

#include <chrono>
#include <iomanip>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

#include "app/exit_status.h"
#include "app/shipped_experiments.h"
#include "core/base/crash_report.h"
#include "core/data/dataset.h"
#include "core/experiment/experiment_file.h"
#include "core/experiment/training_run.h"

namespace telegrad {
namespace {

constexpr int kKeyColumn = 22;

void line(const std::string& what, const std::string& value) {
  std::cout << std::left << std::setw(kKeyColumn) << what << value << '\n';
}

/// What is left of a small run that has ended.
struct Ended {
  RunState state = RunState::Failed;
  RunSummary summary;
  std::vector<double> losses;
  std::vector<AppliedChange> changes;
};

constexpr std::int64_t kChangeAt = 15;

/// Carries it out; with `changes`, moves the kept fraction on the way, as a user would.
Ended carriedOut(const Experiment& experiment, RunOptions options, bool changes = false) {
  Ended ended;
  TrainingRun run(experiment, std::move(options));
  bool changed = !changes;
  for (bool last = false; !last;) {
    last = run.finished();
    while (const auto sample = run.poll()) {
      ended.losses.push_back(sample->record.trainLoss);
      ended.changes.insert(ended.changes.end(), sample->changes.begin(), sample->changes.end());
      if (changed || sample->record.iteration < kChangeAt) continue;
      changed = true;
      static_cast<void>(run.change({"compressor", "fraction"}, 0.05).has_value());
    }
    if (!last) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  ended.state = run.state();
  ended.summary = run.summary();
  return ended;
}

Result<Experiment> smallExperiment() {
  const auto file = findExperiment("quick-start");
  if (!file) return file.error();
  auto experiment = readExperiment(*file);
  for (const char* assignment :
       {"dataset.key=synthetic-digits", "run.max_iterations=60", "run.evaluate_every=30"})
    if (experiment) experiment = experiment->withText(assignment);
  return experiment;
}

/// Its further lines under its first one.
std::string indented(std::string text) {
  const std::string indent(kKeyColumn, ' ');
  for (auto at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 1))
    text.insert(at + 1, indent);
  return text;
}

void listDatasets(const DataFolders& folders) {
  for (const auto& entry : datasets()) {
    const auto settings = Settings::from(entry.parameters);  // as they are unless said otherwise
    const auto dataset =
        settings ? entry.make(*settings)->load(folders) : Result<Dataset>(settings.error());
    line("  " + entry.key, dataset ? std::to_string(dataset->train.count()) + " + " +
                                         std::to_string(dataset->test.count()) + " images, " +
                                         dataset->origin
                                   : "not usable: " + indented(dataset.error().message));
  }
}

void nameLastCrash() {
  const auto reports = crashReports(crashFolder());
  if (reports.empty()) return line("last crash", "none that left a report");
  const auto& last = reports.front();
  line("last crash", last.time + ", " + last.program + ": " + last.cause);
  line("its report", last.file.string());
}

}  // namespace

int selfTest() {
  const auto experiment = smallExperiment();
  if (!experiment) return refuse("telegrad-cli", experiment.error().message);
  bool sound = true;
  const auto check = [&sound](const std::string& what, bool holds) {
    std::cout << (holds ? "ok      " : "FAILED  ") << what << '\n';
    sound = sound && holds;
  };
  RunOptions one;
  one.threads = 1;
  RunOptions three;
  three.threads = 3;
  const auto first = carriedOut(*experiment, one);
  check("trains to the end" + (first.summary.message.empty() ? "" : ": " + first.summary.message),
        first.state == RunState::Finished && !first.losses.empty());
  if (!sound) return kFailed;
  check("the loss falls", first.losses.back() < 0.8 * first.losses.front());
  check("three threads give the bits of one",
        carriedOut(*experiment, three).summary.weightsSha256 == first.summary.weightsSha256);
  const auto steered = carriedOut(*experiment, three, true);
  check("a change takes effect", steered.changes.size() == 1 &&
                                     steered.summary.weightsSha256 != first.summary.weightsSha256);
  one.controls = steered.changes;
  check("replayed, it gives the same bits",
        carriedOut(*experiment, one).summary.weightsSha256 == steered.summary.weightsSha256);
  return sound ? kDone : kFailed;
}

int diagnose() {
  line("telegrad-cli", TELEGRAD_VERSION);
  auto experiment = smallExperiment();
  if (experiment) experiment = experiment->withText("run.max_iterations=1");
  if (!experiment) return refuse("telegrad-cli", experiment.error().message);
  for (const auto& [what, version] : carriedOut(*experiment, {}).summary.versions)
    if (what != "telegrad") line(what, version);
  line("compiler", __VERSION__);
  line("processor threads", std::to_string(std::thread::hardware_concurrency()));
  line("shipped", std::to_string(shippedExperiments().size()) + " experiments, " +
                      std::to_string(shippedSweeps().size()) + " sweeps");
  nameLastCrash();
  const auto folders = DataFolders::resolve(std::nullopt);
  if (!folders) return refuse("telegrad-cli", folders.error().message);
  for (const auto& folder : folders->searched) line("data looked for in", folder.string());
  line("datasets", "");
  listDatasets(*folders);
  return kDone;
}

}  // namespace telegrad
