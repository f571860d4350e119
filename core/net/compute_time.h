// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "core/base/parameter.h"
#include "core/base/units.h"
#include "core/net/network.h"
#include "core/net/slow_phases.h"
#include "core/net/trace.h"

namespace telegrad {

/// How long the emulated workers compute: the part of a network's parameters that has nothing to do
/// with its links. For one gradient of worker m in iteration k, with T = compute_time:
///
///   constant      T
///   lognormal     T exp(s z), z standard normal: T is the median
///   pareto        T (2 u)^(-1/a), u uniform in (0, 1]: T is the median, the least is T / 2^(1/a)
///   slow-phases   T at full speed, stretched by the slow phases it falls into (SlowPhases)
///   trace         T at mean speed; the speed is a trace's bandwidth over its mean, worker m of M
///                 being m / M of the period ahead in it
///   measured      as long as all that it computed took on this machine
///
/// n gradients, of n models on one minibatch, take n times that, but for what is measured: one draw
/// for all of them. u and z come from stream (seed, ComputeTime, m, k). After it, an upload takes
/// encode_time before it can be sent, during which its worker does nothing else.
///
/// Threads: one.
class ComputeTime {
 public:
  static std::vector<Parameter> parameters();

  ComputeTime(const Settings& settings, std::size_t workers, std::uint64_t seed);

  /// New values from the next draw on.
  void configure(const Settings& settings);

  /// Whether that is what they took on this machine.
  bool isMeasured() const { return model_ == Model::Measured; }
  /// What worker m's gradients of iteration k take together at full speed.
  SimTime work(const WorkerLoad& load, std::uint32_t worker, std::int64_t iteration) const;
  /// When a worker has done that work if it begins at `start`, which is not before its last one.
  SimTime finish(std::uint32_t worker, SimTime start, SimTime work);
  /// Between a gradient and its message.
  SimTime encoding() const { return encoding_; }
  void exchange(StateArchive& state) { state(phases_); }

 private:
  enum class Model { Constant, Lognormal, Pareto, SlowPhases, Trace, Measured };

  void follow(std::string_view key);

  std::uint64_t seed_;
  Model model_ = Model::Constant;
  double seconds_ = 0.0;  // median
  double spread_ = 0.0;   // standard deviation of its logarithm
  double tail_ = 1.0;     // exponent
  SimTime encoding_{};
  std::vector<SlowPhases> phases_;      // one a worker, if the model has them
  std::shared_ptr<const Trace> speed_;  // if the model has one; a byte stands for a nanosecond
  std::size_t workers_;
};

}  // namespace telegrad
