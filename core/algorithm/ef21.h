// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/algorithm/algorithm.h"

namespace telegrad {

/// EF21: a worker and the server keep the same h_m, what the server takes for the worker's
/// gradient, and a message is what compression leaves of the difference:
///
///   send C(g_m - h_m),   h_m <- h_m + C(g_m - h_m),   x <- x - gamma / n * sum_m h_m
///
/// h_m begins as zero, or as g_m itself, which worker m's first message then is, uncompressed. It
/// stays where it is in iterations in which worker m sends nothing. The server keeps the sum alone,
/// to which it adds messages in worker order.
///
/// Source: Richtarik, Sokolov and Fatkhullin, EF21: A new, simpler, theoretically better, and
///   practically faster error feedback, NeurIPS 2021.
class Ef21 {
 public:
  /// How h begins.
  enum class Start { Zero, Whole };
  void begin(std::size_t workers, const Layout& layout, Start start = Start::Zero);
  void exchange(StateArchive& state);

  /// Worker m's part; its gradient has been differentiated. The result is ||g_m - h_m||^2
  /// afterwards where the turn is to be measured, else 0. Threads: as Algorithm::work().
  /// Errors: what the compressor refuses.
  Result<double> send(const WorkerTurn& turn, Payload& payload);
  /// The same with another vector in the place of g_m, which must not be the turn's scratch.
  Result<double> send(const WorkerTurn& turn, std::span<const float> target, Payload& payload);

  /// The server's part: next = weights - rate / n * sum_m h_m. The result is ||next - weights||^2.
  /// Errors: a payload that does not decode.
  Result<double> step(double rate, std::span<const WorkerReport> reports,
                      std::span<const Payload> payloads, const Compressor& compressor,
                      std::span<const float> weights, std::span<float> next,
                      const ParallelRanges& parallel);

 private:
  struct State {
    FloatVector estimate;   // h_m
    bool toldAll = false;   // worker's side: its first message was the whole vector
    bool heardAll = false;  // the server's side of that
  };
  Result<double> sendDifference(const WorkerTurn& turn, Payload& payload);
  Result<double> sendWhole(const WorkerTurn& turn, std::span<const float> target, Payload& payload);

  Layout layout_;
  Start start_ = Start::Zero;
  std::vector<State> states_;    // one a worker
  std::vector<Update> updates_;  // of the iteration in hand, likewise
  FloatVector sum_;
};

}  // namespace telegrad
