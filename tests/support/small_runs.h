// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <utility>

#include <QtTest>

#include "core/cluster/worker_pool.h"
#include "core/experiment/experiment.h"
#include "core/experiment/run_builder.h"

namespace telegrad::test {

/// The experiment with more said of it, as on the command line: "cluster.workers=4".
inline Experiment with(Experiment experiment, std::initializer_list<std::string> assignments) {
  for (const auto& assignment : assignments) {
    auto changed = experiment.withText(assignment);
    if (!changed) qFatal("%s: %s", assignment.c_str(), changed.error().message.c_str());
    experiment = *std::move(changed);
  }
  return experiment;
}

/// Ten workers with 60 generated digits each, six minibatches an epoch, and d = 25,450 weights.
inline Experiment smallExperiment(const std::string& algorithm,
                                  std::initializer_list<std::string> more = {}) {
  return with(with(Experiment(),
                   {"dataset.key=synthetic-digits", "dataset.train_examples=600",
                    "dataset.test_examples=200", "model.hidden=32", "algorithm.key=" + algorithm,
                    "run.max_iterations=40", "run.evaluate_every=10", "run.epochs=1000"}),
              more);
}

/// The cluster of an experiment, with threads of its own.
class SmallCluster {
 public:
  explicit SmallCluster(const Experiment& experiment, int threads = 2) : pool_(threads) {
    auto built = build(experiment, std::nullopt, pool_);
    if (!built) qFatal("%s", built.error().message.c_str());
    cluster_ = std::move(built->cluster);
  }
  Cluster* operator->() { return cluster_.get(); }

 private:
  WorkerPool pool_;
  std::unique_ptr<Cluster> cluster_;
};

}  // namespace telegrad::test
