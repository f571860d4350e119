// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/parameter.h"

namespace telegrad {

/// gamma, over epochs e counted from 0 and in fractions:
///
///   gamma(e) = gamma * s(e) * u(e)
///
///   constant  s = 1
///   step      s = 1 before epoch E, which is 0 for never; then f, and with `decay_every` R > 0
///             f^{1 + floor((floor(e) - E) / R)}: whole epochs count
///   cosine    s = q + (1 - q) / 2 * (1 + cos(pi * e / T)) up to epoch T, then q
///
///   warm-up   u = p + (1 - p) * e / W before epoch W, which is 0 for none; then 1
///
/// The schedule counts from epoch 0, also under a warm-up. No rate is 0, so that 1 / gamma is a
/// number.
///
/// What it multiplies, the sum or the mean of the workers' gradients, is the algorithm's; of a sum,
/// M * gamma is the rate on the mean.
///
/// Source: step: Deng, Sun, Liu, Li, SASG, arXiv 2112.04088, and its authors' simulation; cosine:
///   Loshchilov and Hutter, SGDR, ICLR 2017, equation (5) without restarts; warm-up: Goyal et al.,
///   Accurate, Large Minibatch SGD, arXiv 1706.02677, section 2.2, where p is one over the number
///   of workers.
class LearningRate {
 public:
  explicit LearningRate(const Settings& settings);

  double at(double epoch) const { return rate_ * scheduled(epoch) * warmUp(epoch); }

  /// The rate that the skipping rule's alpha = c / gamma is made of: gamma * s(e - lag) * u(e). In
  /// the authors' simulation it drops one epoch after the rate itself; other schedules lag as much.
  /// The warm-up does not: a rate of an epoch before would let the more uploads be skipped the
  /// faster it grows.
  double laggedAt(double epoch, double lag = 1.0) const {
    return rate_ * scheduled(epoch - lag) * warmUp(epoch);
  }

  /// Whether it is the same in all epochs.
  bool isConstant() const;

  static std::vector<Parameter> parameters();

 private:
  enum class Schedule : std::uint8_t { Constant, Step, Cosine };

  double scheduled(double epoch) const;  // s
  double warmUp(double epoch) const;     // u

  double rate_;
  Schedule schedule_;
  double decayFactor_;       // f
  std::int64_t decayEpoch_;  // E
  std::int64_t decayEvery_;  // R
  double scheduleEpochs_;    // T
  double finalFraction_;     // q
  double warmUpEpochs_;      // W
  double warmUpFrom_;        // p
};

}  // namespace telegrad
