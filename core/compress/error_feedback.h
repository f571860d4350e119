// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "core/compress/compressor.h"
#include "core/tensor/vector_ops.h"

namespace telegrad {

/// Adds back what compression left out: g = gamma * G + e, send C(g), keep e = g - C(g).
///
/// Source: Seide, Fu, Droppo, Li and Yu, 1-bit stochastic gradient descent, Interspeech 2014; in
///   this form (learning rate inside) Stich, Cordonnier and Jaggi, NeurIPS 2018.
/// Threads: one worker's.
class ErrorFeedback {
 public:
  explicit ErrorFeedback(std::size_t size) : residual_(size, 0.0F) {}

  /// e, for the caller to add gamma * G to: what it then holds is what is to be sent.
  std::span<float> compensate() { return residual_; }
  /// e <- e - sent.
  void remember(const Update& sent);

  std::span<const float> residual() const { return residual_; }
  void exchange(StateArchive& state) { state(residual_); }

 private:
  FloatVector residual_;
};

}  // namespace telegrad
