// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/algorithm/algorithm.h"
#include "core/base/state.h"
#include "core/cluster/fidelity.h"
#include "core/cluster/objective.h"
#include "core/cluster/worker_pool.h"
#include "core/compress/compressor.h"
#include "core/net/network.h"
#include "core/tensor/float_memory.h"

namespace telegrad {

/// What one iteration came to.
struct IterationResult {
  std::vector<WorkerReport> reports;  ///< in worker order
  double meanLoss = 0.0;              ///< over the workers present, in worker order
  std::int64_t valueBits = 0;         ///< of all uploads
  std::int64_t wireBits = 0;          ///< with positions, framing and message overhead
  std::int64_t denseBits = 0;         ///< of all uploads, if they had been whole gradients
  std::int64_t staleness = 0;         ///< iterations whose uploads the next weights do not hold
  SimTime end{};                      ///< the next weights can be made, and all have computed
  /// Of a measured iteration: over the workers that uploaded, a tensor each; empty where there is
  /// nothing to say, as for algorithms that write their own messages.
  std::vector<TensorFidelity> fidelity;
  std::size_t measured = 0;  ///< workers in it
  /// Of their messages, without the network's overhead: what they amount to, and what they are.
  BitCounts messageCounts;
  std::int64_t messageBits = 0;
  /// Of the iterations of which everything is known since the last result, in their order: this one
  /// alone, if nothing is delayed.
  std::vector<IterationTiming> timings;
};

/// M workers, a server and a network between them, carrying out one algorithm on one objective. The
/// same bits whatever the number of threads: a worker's result depends on nothing but its own
/// state, and sums are taken in worker order.
///
/// A worker may leave between two iterations and come back between two others. While it is away it
/// has no turn: no minibatch, no gradient, no upload, skip or forced upload (Outcome::Absent), and
/// nobody waits for it. Means over workers keep their 1/M: who is away contributes zero. What it
/// had sent is delivered, and applied once; what it had not sent, its residual, stays with it, and
/// goes on when it is back; so nothing is lost, and nothing counted twice. Its minibatches are
/// those of their iterations, as if it had never been away. Coming back, it first receives the
/// whole weights over its downlink, whatever the network says of broadcasts. What else that means
/// to an algorithm is said in its header.
///
/// No turn waits for its minibatch: that of iteration k + 1 is drawn by the pool's threads once the
/// turns of iteration k are over, while the calling thread makes the new weights, has the network
/// carry the uploads and writes down what happened. It depends on seed, worker and iteration alone.
///
/// Threads: one, which may give work to the pool.
class Cluster {
 public:
  struct Parts {
    std::unique_ptr<Objective> objective;
    std::unique_ptr<Algorithm> algorithm;
    std::vector<std::unique_ptr<Compressor>> compressors;  ///< one a worker
    std::unique_ptr<Network> network;
    std::uint64_t seed = 1;
  };

  Cluster(Parts parts, WorkerPool& pool);

  std::size_t workers() const { return compressors_.size(); }
  const Layout& layout() const { return parts_.objective->layout(); }
  std::int64_t iterationsPerEpoch() const { return parts_.objective->iterationsPerEpoch(); }
  std::span<const float> weights() const { return weights_->values; }
  std::int64_t iteration() const { return iteration_; }  ///< done so far
  /// Vectors of d weights in memory: the current ones, and those that workers still compare with.
  /// However many workers there are, a delay bound of D leaves at most D + 3. What nobody has
  /// wanted for 100 iterations is given back.
  std::size_t snapshots() const { return buffers_.size(); }
  /// Models with at least that many weights, 4 Mi unless this says otherwise, hold old ones as
  /// differences (Parameters::passOn()): less memory for a little time, the same bits.
  void holdDifferencesFrom(std::size_t weights) { differencesFrom_ = weights; }
  /// Floats' worth of memory that the snapshots take.
  std::size_t snapshotFloats() const;

  /// Takes the place of the weights that were drawn. Before the first iteration.
  void start(std::span<const float> weights);
  const Objective& objective() const { return *parts_.objective; }
  Objective& objective() { return *parts_.objective; }

  // New values of the parameters that may change between iterations.
  void configureAlgorithm(const Settings& settings) { parts_.algorithm->configure(settings); }
  void configureCompressors(const Settings& settings);
  /// What is proven of them now: said after configuring them, and before the first iteration.
  void compressorsAre(const ClassParameters& classes) { parts_.algorithm->compressorIs(classes); }
  /// Where the coming iterations leave the gradient of their first worker that is present, as it
  /// was computed; nowhere for nullptr. The result, if there is any, is d long.
  void captureGradient(std::vector<float>* target) { captured_ = target; }
  /// Whose that was, counted from 0.
  std::size_t capturedWorker() const { return capturedWorker_; }
  void recordMessages(bool on) { parts_.network->recordMessages(on); }
  void configureNetwork(const Settings& settings) { parts_.network->configure(settings); }
  /// What that worker is like from the next iteration on (workerConditionParameters()). Of two
  /// calls before it the later counts: who leaves and is back at once was never away. When the
  /// iteration begins, at least one worker is present.
  void configureWorker(std::size_t worker, const Settings& settings);

  /// One iteration, w^k -> w^{k+1}; the result is valid until the next one, and may be moved from.
  /// With `measure` the reports hold the residuals' norms, and the result the fidelity; all else
  /// is the same bits. The last one of a run applies everything
  /// that was to be applied later. Errors: a loss, a gradient or a weight is not finite; the
  /// message names worker or tensor. The weights are then those of before.
  /// The same if the network delivers nothing any more, which Network::submit() words; the new
  /// weights are made then.
  Result<IterationResult*> iterate(bool measure, bool last = false);
  /// Whether that was so.
  bool networkStopped() const { return networkStopped_; }

  /// Between two iterations that went well: everything that the next ones depend on beside the
  /// parts' settings. Loaded into a cluster that was made of the same experiment and then given all
  /// settings that are in force; it then goes on to the bit as the saved one did.
  /// Errors: the state does not fit; the cluster is of no use then.
  Result<void> exchange(StateArchive& state);

  /// On each source of the test set, one at least; and on the whole of it.
  std::vector<Evaluation> evaluateSources();
  Evaluation evaluate();
  /// As Objective::suboptimality(), at the weights.
  double suboptimality() { return parts_.objective->suboptimality(*weights_); }

 private:
  std::shared_ptr<Parameters> freeWeights();
  std::shared_ptr<Parameters> spareWeights();
  bool holdsDifferences() const;
  std::span<float> roomForNext();
  std::shared_ptr<Parameters> takeNext(std::span<const float> room);
  void publish(std::shared_ptr<Parameters> weights);
  /// Whether a worker holds on to them.
  bool isWanted(const std::shared_ptr<Parameters>& weights) const;
  void passPackedOn(Parameters& next);
  void giveBackUnused();
  void pack(Parameters& weights);
  void exchangeWeights(StateArchive& state);
  double epoch() const {
    return static_cast<double>(iteration_) / static_cast<double>(iterationsPerEpoch());
  }
  void runWorkers(bool measure);
  ParallelRanges inParallel();
  void listPresent();
  void drawMissing();
  void drawAhead();
  void work(std::size_t worker, std::size_t slot, bool measure);
  void sumFidelity();
  Result<void> collect();
  Result<void> step(bool last);
  void stay();
  Result<void> useNext(std::span<const float> room, double moved);

  Parts parts_;
  std::vector<MeasuredCompressor> compressors_;  // one a worker, from parts_
  WorkerPool& pool_;
  std::int64_t iteration_ = 0;
  std::shared_ptr<Parameters> weights_;  // the newest
  std::shared_ptr<Parameters> next_;     // while they are made; none where they are made in a room
  FloatVector room_;                     // for them, where there is no other
  struct Buffer {
    std::shared_ptr<Parameters> weights;  // free when nobody else has it
    std::int64_t lastUsed = 0;            // iteration
  };
  std::vector<Buffer> buffers_;
  std::size_t differencesFrom_ = std::size_t{1} << 22U;
  std::vector<UnwrittenFloats> scratch_;               // one a thread
  std::vector<Update> received_;                       // likewise
  std::vector<Payload> payloads_;                      // one a worker
  std::vector<Result<WorkerReport>> outcomes_;         // likewise
  std::vector<WorkerLoad> loads_;                      // likewise
  std::vector<std::vector<TensorFidelity>> fidelity_;  // likewise; empty where not measured
  std::vector<BitCounts> counts_;                      // likewise; then without meaning
  std::vector<bool> present_;                          // likewise
  IterationResult result_;
  bool networkStopped_ = false;
  std::vector<float>* captured_ = nullptr;
  std::size_t capturedWorker_ = 0;
  std::vector<std::int64_t> drawn_;  // one a worker: of which iteration its minibatch is
  std::vector<std::size_t> turns_;   // workers that are present in the iteration in hand
  WorkAhead drawing_;                // last, so that it ends before what it uses goes
};

}  // namespace telegrad
