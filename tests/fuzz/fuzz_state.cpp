// SPDX-License-Identifier: GPL-3.0-or-later
// A cluster's state, as it is behind a checkpoint's checksum: it is loaded or refused.
#include "core/base/state.h"
#include "core/experiment/experiment.h"
#include "core/experiment/run_builder.h"
#include "tests/fuzz/input.h"

namespace {

/// Small, with a state of every kind: snapshots, residuals, messages under way, impaired links.
telegrad::Experiment experiment() {
  telegrad::Experiment made;
  for (const char* assignment :
       {"model.key=quadratic", "model.dimension=4", "cluster.workers=3", "algorithm.key=dd-ef-sgd",
        "algorithm.staleness=2", "network.jitter=normal", "network.loss=independent",
        "network.connection=warm", "network.compute_model=lognormal"})
    made = *made.withText(assignment);
  return made;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static telegrad::WorkerPool pool(1);
  auto built = telegrad::build(experiment(), std::nullopt, pool);
  if (!built) __builtin_trap();
  telegrad::StateArchive state(std::as_bytes(std::span(data, size)));
  if (built->cluster->exchange(state)) static_cast<void>(state.finish().has_value());
  return 0;
}
