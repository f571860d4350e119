// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>

#include "core/experiment/training_run.h"

namespace telegrad::ui {

inline constexpr std::int64_t kMillisecond = 1'000'000;

/// Iteration k (from 0) on a synchronous network of our own: it lasts 100 ms, in which worker m
/// waits 2 m ms, computes 40 ms, encodes 5 ms, and its upload queues 10 ms, is sent in 20 ms and
/// arrives 15 ms later; 1000 + k bytes.
inline Sample synchronousSample(std::int64_t k, int workers) {
  const auto ms = [](std::int64_t value) { return SimTime(value * kMillisecond); };
  IterationTiming timing;
  timing.iteration = k;
  timing.start = ms(100 * k);
  timing.end = ms(100 * (k + 1));
  for (int m = 0; m < workers; ++m) {
    WorkerTiming worker;
    worker.start = timing.start;
    worker.received = timing.start + ms(2 * m);
    worker.computed = worker.received + ms(40);
    worker.encoded = worker.computed + ms(5);
    worker.upload = {ms(10), ms(20), ms(15)};
    worker.delivered = worker.encoded + ms(45);
    worker.sent = {1000 + k};
    timing.workers.push_back(worker);
  }
  Sample sample;
  sample.record.iteration = k + 1;
  sample.record.simulatedSeconds = 0.1 * static_cast<double>(k + 1);
  sample.timings.push_back(timing);
  return sample;
}

}  // namespace telegrad::ui
