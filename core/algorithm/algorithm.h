// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/algorithm/parameters.h"
#include "core/base/catalogue.h"
#include "core/base/state.h"
#include "core/base/units.h"
#include "core/compress/compressor.h"
#include "core/net/network.h"
#include "core/theory/class_parameters.h"

namespace telegrad {

/// What a worker decided in an iteration, or that it was away.
enum class Outcome : std::uint8_t { Uploaded, Skipped, Forced, Absent };

/// Whether something was sent.
inline bool isUpload(Outcome outcome) {
  return outcome == Outcome::Uploaded || outcome == Outcome::Forced;
}

/// The gradient G = grad f_m(w; xi) of one worker's minibatch xi, which is written out only where
/// it is wanted: a worker that skips never needs its d numbers.
///
/// Threads: the one that has the worker's turn.
class MinibatchGradient {
 public:
  virtual ~MinibatchGradient() = default;

  /// Differentiates at `weights`; the result is the minibatch's mean loss there. First of all
  /// calls.
  virtual double differentiate(const Parameters& weights) = 0;
  /// ||G - grad f_m(other; xi)||^2, the same minibatch at other weights. Zero for the same weights.
  virtual double squaredChange(const Parameters& other) = 0;
  /// target = factor * G, rounded alike whatever the algorithm.
  virtual void write(float factor, std::span<float> target) = 0;
  /// target = factor * G + target.
  virtual void addTo(float factor, std::span<float> target) = 0;
  /// factor * G, rounded as write() does, in parts that can still be added after the turn: until
  /// the worker's minibatch after the next one is drawn. None where that would take much memory.
  virtual const VectorInParts* inParts(float /*factor*/) { return nullptr; }
  /// G, where it lies already; else written to `room`, [d].
  virtual std::span<const float> read(std::span<float> room) {
    write(1.0F, room);
    return room;
  }
};

/// Worker m at iteration k, before it has computed anything.
struct WorkerTurn {
  std::size_t worker = 0;
  std::int64_t iteration = 0;  ///< k, from 0
  double epoch = 0.0;          ///< passes over the shard before this iteration
  Snapshot weights;            ///< w^k
  bool measure = false;        ///< whether the report is to hold the residual's norm
  bool isTimed = false;        ///< how long it takes here counts: all of it is to be done in it
  MinibatchGradient* gradient = nullptr;
  Compressor* compressor = nullptr;  ///< this worker's own
  const Layout* layout = nullptr;
  Random* random = nullptr;  ///< stream (seed, Compression, worker, k)
  std::span<float> scratch;  ///< [d], this thread's; contents undefined
  /// Where a worker decodes its own bytes, to know what the server receives; likewise.
  Update* received = nullptr;
};

/// What came of it.
struct WorkerReport {
  Outcome outcome = Outcome::Uploaded;
  double loss = 0.0;                 ///< minibatch loss at w^k
  double change = 0.0;               ///< left side of the skipping rule; 0 where there is none
  double threshold = 0.0;            ///< right side of it
  double residualNormSquared = 0.0;  ///< ||e_m||^2 afterwards; 0 without error feedback
  int gradients = 1;                 ///< computed: 2 where two models were compared on a minibatch
};

/// Runs body(begin, end) over disjoint ranges that cover [0, size), perhaps at once on several
/// threads; returns when all are done. Ranges do not depend on the number of threads.
using ParallelRanges = std::function<void(
    std::size_t size, const std::function<void(std::size_t, std::size_t)>& body)>;

/// What workers send and what the server does with it, for a synchronous parameter server.
///
/// An iteration is: work() for every worker that is present, then step() once. Worker state is made
/// for `workers` workers and `d` parameters.
///
/// Who is away has the report Outcome::Absent, and a payload whose contents mean nothing: its
/// update is zero in that step, M stays M, and its state waits for its next turn (what cluster.h
/// says of leaving and coming back). An algorithm that keeps uploads for later iterations lets go
/// of those of a worker that left.
/// Threads: work() runs for different workers at once; each touches its own worker's state only.
///   All else is called between iterations, by one thread.
class Algorithm {
 public:
  virtual ~Algorithm() = default;

  /// Takes new values of the parameters that may change between iterations.
  virtual void configure(const Settings& settings) = 0;

  /// What is proven of the workers' compressor as it is set now; said before the first iteration,
  /// and whenever a setting of it has changed.
  virtual void compressorIs(const ClassParameters& /*classes*/) {}

  /// Makes the state for a run: `workers` workers, d = elementCount(layout).
  virtual void begin(std::size_t workers, const Layout& layout) = 0;

  /// Between two iterations, all that it carries from one to the next beside its settings, which
  /// are in force already when it is loaded; so are begin() and compressorIs(). Snapshots go over
  /// as StateArchive::shared() does it.
  virtual void exchange(StateArchive& state) = 0;

  /// Called once before the workers' turns of iteration k (the rule's right side is made here).
  virtual void prepare(std::int64_t iteration, double epoch) = 0;

  /// Worker side: decide, and if it uploads write `payload` (its old contents are the payload that
  /// the server gave back, for reuse).
  /// Errors: what the compressor refuses.
  virtual Result<WorkerReport> work(const WorkerTurn& turn, Payload& payload) = 0;

  /// Server side: takes the payloads of those that uploaded (swapped for old ones to reuse) and
  /// writes w^{k+1}. The result is ||w^{k+1} - w^k||^2.
  /// Errors: a payload that does not decode.
  virtual Result<double> step(std::span<const WorkerReport> reports, std::span<Payload> payloads,
                              const Compressor& compressor, std::span<const float> weights,
                              std::span<float> next, const ParallelRanges& parallel) = 0;

  /// After step(k): the newest iteration whose uploads w^{k+1} holds (all before it are in it too),
  /// -1 for none. k itself, if nothing is delayed.
  virtual std::int64_t through(std::int64_t iteration) const { return iteration; }
  /// What each worker receives before it computes in iteration k; asked between the turns and
  /// step(k). None: the weights themselves.
  virtual std::optional<Bytes> broadcast(std::int64_t /*iteration*/) const { return std::nullopt; }
  /// What happened on the network, iteration by iteration and in their order; what has not arrived
  /// yet comes later. Called between iterations.
  virtual void observe(const IterationTiming& /*timing*/) {}
  /// At the end of a run, after the last step(): applies what was still to be applied later, to
  /// `next`. Whether there was anything.
  virtual bool drain(std::span<const float> /*weights*/, std::span<float> /*next*/,
                     const ParallelRanges& /*parallel*/) {
    return false;
  }
};

struct AlgorithmEntry : Entry<Algorithm> {
  std::string usualCompressor;   ///< key of the compressor it is defined with
  Values usualCompression = {};  ///< and that one's settings, where not its initial ones
  /// It is x <- x - gamma/n sum_i C(g_i), of which core/theory/proven_descent.h proves something.
  bool compressedDescent = false;
  /// A turn differentiates its minibatch twice, at two weight vectors that a rule compares.
  bool comparesGradients = false;
};

/// All algorithms, in menu order.
std::span<const AlgorithmEntry> algorithms();

}  // namespace telegrad
