// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>
#include <filesystem>
#include <functional>

#include <QtTest>

#include "core/experiment/run_folder.h"

namespace telegrad::test {

/// A row of a made-up run: a loss of 10 / iteration, and every fifth time an accuracy of 1 % an
/// iteration.
inline Record madeUpRow(std::int64_t iteration, double bitsEach = 1000.0) {
  Record row;
  row.iteration = iteration;
  row.epoch = 0.1 * static_cast<double>(iteration);
  row.rounds = 10 * iteration;
  row.payloadBits = std::llround(bitsEach * static_cast<double>(iteration));
  row.wireBits = row.payloadBits + 64 * iteration;
  row.simulatedSeconds = 0.5 * static_cast<double>(iteration);
  row.wallSeconds = 0.001 * static_cast<double>(iteration);
  row.trainLoss = 10.0 / static_cast<double>(iteration);
  if (iteration % 5 == 0) row.testAccuracy = 0.01 * static_cast<double>(iteration);
  return row;
}

/// What is left in a folder by a run that ended.
struct MadeUpRun {
  Experiment experiment = {};
  int iterations = 50;
  double bitsEach = 1000.0;
  std::vector<AppliedChange> changes = {};
  std::string state = "finished";
  std::function<void(Record&)> adjust = [](Record&) {};
};

inline void writeRunFolder(const std::filesystem::path& folder, const MadeUpRun& run) {
  auto writer = RunFolderWriter::create(folder, run.experiment, false);
  if (!writer) qFatal("%s", writer.error().message.c_str());
  RunSummary summary;
  summary.state = run.state;
  bool written = true;
  for (int i = 1; i <= run.iterations; ++i) {
    Record row = madeUpRow(i, run.bitsEach);
    run.adjust(row);
    written = written && (*writer)->append(row);
    summary.last = row;
    if (summary.targets.empty() && Target{0.2}.isReachedBy(row))
      summary.targets.push_back({{0.2}, row});
  }
  for (const auto& change : run.changes) written = written && (*writer)->append(change);
  if (!written || !(*writer)->finish(summary)) qFatal("%s was not written", folder.c_str());
}

}  // namespace telegrad::test
