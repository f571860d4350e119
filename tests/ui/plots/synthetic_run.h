// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "ui/models/runs_model.h"

namespace telegrad::ui {

/// A run whose loss is 2 / (1 + k / 100) and whose accuracy 1 - 0.9 / (1 + k / 100), evaluated in
/// every tenth iteration; each iteration carries 1,000 payload bits and takes 0.1 simulated
/// seconds.
inline std::vector<Sample> syntheticSamples(int iterations, int from = 1, int workers = 4) {
  std::vector<Sample> samples;
  for (int k = from; k < from + iterations; ++k) {
    Sample sample;
    sample.record.iteration = k;
    sample.record.epoch = k / 50.0;
    sample.record.rounds = 4LL * k;
    sample.record.payloadBits = 1000LL * k;
    sample.record.wireBits = 1500LL * k;
    sample.record.simulatedSeconds = 0.1 * k;
    sample.record.wallSeconds = 0.01 * k;
    sample.record.trainLoss = 2.0 / (1.0 + k / 100.0);
    sample.record.epochLoss = sample.record.trainLoss;
    if (k % 10 == 0) sample.record.testAccuracy = 1.0 - 0.9 / (1.0 + k / 100.0);
    sample.record.uploads = workers;
    for (int m = 0; m < workers; ++m) {
      const bool speaks = (k + m) % 2 == 0;
      sample.workers.push_back(
          {speaks ? WorkerSample::Outcome::Uploaded : WorkerSample::Outcome::Skipped,
           speaks ? 2.0 : 0.5, 1.0});
    }
    samples.push_back(sample);
  }
  return samples;
}

inline int addSynthetic(RunsModel& runs, const std::string& name, int iterations) {
  const int id = runs.add(Experiment().withName(name), {});
  runs.append(id, syntheticSamples(iterations));
  runs.setState(id, RunState::Finished);
  return id;
}

}  // namespace telegrad::ui
