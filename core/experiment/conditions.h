// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "core/experiment/experiment.h"
#include "core/experiment/training_run.h"
#include "core/theory/iteration_time.h"

namespace telegrad {

/// What an experiment's network comes to in the time model of core/theory/iteration_time.h:
///
///   T_comp  compute_time (the median where it is random, and where it is measured what stands
///           there) + encode_time
///   a       the lesser of a worker's uplink (of a trace: its mean) and its share of the server's
///           ingress, ingress / workers; with the server on worker 1, of that one's downlink, which
///           carries the messages of all others
///   b       latency, twice where the weights are carried back
///   a, b of a collective: what core/theory/aggregation_time.h says of the bits that a link carries
///           for each of the gradient's, and of the hops
///   S_g     emulated_gradient, or 32 bits for each of the model's `parameters`
///
/// A model: jitter of compute times and a trace's changes are not in it, nor are the positions that
/// sparse messages carry. What a network does not have counts as 0, bandwidth as none.
IterationConditions conditionsOf(const Experiment& experiment, std::size_t parameters);

/// The same as a run's workers have observed it of late, from its last samples in order: of each
/// worker the time until its message is there, its upload's bandwidth and its latency as DeCo's
/// monitor averages them, and of those that are there the slowest. Bandwidth and latency are of
/// those that send over a link. S_g is what was sent per kept fraction, positions and all.
/// Nothing before the first upload of known size has arrived.
std::optional<IterationConditions> observedConditions(std::span<const Sample> samples);

/// How many weights the experiment's model has for 28 x 28 grey images in ten classes, as the
/// datasets here are; 0 if it takes no such images.
std::size_t parametersOf(const Experiment& experiment);

}  // namespace telegrad
