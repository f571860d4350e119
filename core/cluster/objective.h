// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <vector>

#include "core/algorithm/algorithm.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/base/state.h"
#include "core/data/dataset.h"
#include "core/nn/model.h"
#include "core/tensor/shape.h"

namespace telegrad {

/// What the workers minimise together: F(w) = sum_m f_m(w), f_m(w) = E f_m(w; xi). A neural network
/// on shards of a dataset is one kind; functions made by hand are others.
///
/// Threads: as each member says.
class Objective {
 public:
  virtual ~Objective() = default;

  virtual const Layout& layout() const = 0;
  virtual std::int64_t iterationsPerEpoch() const = 0;
  virtual void initialise(std::span<float> weights) = 0;

  /// Floats of the weights packed for the kernels, made in parts by different threads at once.
  virtual std::size_t packedSize() const { return 0; }
  virtual std::size_t packParts() const { return 0; }
  virtual void pack(std::size_t /*part*/, std::size_t /*slot*/, Parameters& /*weights*/) {}

  /// Draws worker m's minibatch xi_m^k. Different workers at once.
  virtual void draw(std::size_t worker, std::int64_t iteration) = 0;

  /// The gradient of the minibatch last drawn, valid until the slot's next one. Different workers
  /// at once, each with the slot of the thread it is on.
  virtual MinibatchGradient& gradient(std::size_t worker, std::size_t slot) = 0;

  /// Between the workers' turns of an iteration and the new weights: what the turns have seen of
  /// the data beside the gradients is taken over, in worker order. One thread.
  virtual void endTurns() {}

  /// Between two iterations: what earlier turns have left, that later ones or test() read.
  virtual void exchange(StateArchive& state) = 0;

  /// The test set in parts that add up to the whole; 0 where there is none.
  virtual std::size_t testParts() const = 0;
  /// How the model does on one part. Different parts at once, each with its thread's slot.
  virtual Evaluation test(std::size_t part, std::size_t slot, const Parameters& weights) = 0;

  /// f(w) - f*, exactly and over all workers, f being their mean; NaN where f* is not known.
  virtual double suboptimality(const Parameters& /*weights*/) {
    return std::numeric_limits<double>::quiet_NaN();
  }
};

/// A neural network, every worker on minibatches of its own shard.
///
/// Where the model normalises batches, there is one set of running statistics for all workers: each
/// turn's minibatch at w^k moves it by a tenth towards its own, in worker order, and test() reads
/// it. Gradients know nothing of it: they normalise by their minibatch's own.
class NetworkObjective final : public Objective {
 public:
  struct Data {
    std::shared_ptr<const Dataset> dataset;
    std::vector<std::vector<std::uint32_t>> shards;  ///< one a worker, of one size
    std::size_t batch = 1;
    std::uint64_t seed = 1;
  };

  /// One model for each thread.
  /// Errors: the architecture cannot take the dataset's images; a shard smaller than a minibatch.
  static Result<std::unique_ptr<NetworkObjective>> create(const Architecture& architecture,
                                                          Data data, std::size_t threads);

  ~NetworkObjective() override;
  NetworkObjective(const NetworkObjective&) = delete;
  NetworkObjective& operator=(const NetworkObjective&) = delete;

  const Layout& layout() const override { return models_.front()->layout(); }
  std::int64_t iterationsPerEpoch() const override;
  void initialise(std::span<float> weights) override;
  std::size_t packedSize() const override { return models_.front()->packedSize(); }
  std::size_t packParts() const override { return models_.front()->packParts(); }
  void pack(std::size_t part, std::size_t slot, Parameters& weights) override;
  void draw(std::size_t worker, std::int64_t iteration) override;
  MinibatchGradient& gradient(std::size_t worker, std::size_t slot) override;
  void endTurns() override;
  void exchange(StateArchive& state) override { state(statistics_); }
  std::size_t testParts() const override;
  Evaluation test(std::size_t part, std::size_t slot, const Parameters& weights) override;

 private:
  struct Minibatch {
    std::int64_t epoch = -1;
    std::vector<std::uint32_t> order;  // of this epoch
    FloatVector inputs;
    std::vector<std::uint8_t> labels;
    FloatVector statistics;      // of the minibatch at w^k
    bool hasStatistics = false;  // since the last turns ended
  };
  class SlotGradient;
  struct TestBuffer {
    FloatVector inputs;
    std::vector<std::uint8_t> labels;
    std::vector<std::uint32_t> indices;
  };

  NetworkObjective(Data data, std::vector<std::unique_ptr<Model>> models);

  Data data_;
  std::vector<std::unique_ptr<Model>> models_;            // one a slot
  std::vector<std::unique_ptr<SlotGradient>> gradients_;  // one a slot
  std::vector<Minibatch> minibatches_;                    // one a worker
  std::vector<TestBuffer> testBuffers_;                   // one a slot
  FloatVector statistics_;                                // running ones
};

}  // namespace telegrad
