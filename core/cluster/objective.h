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
  /// Of these the first ones, which stay with weights that are no longer the newest.
  virtual std::size_t lastingPackedSize() const { return packedSize(); }
  virtual void pack(std::size_t /*part*/, std::size_t /*slot*/, Parameters& /*weights*/) {}

  /// Draws worker m's minibatch xi_m^k. Different workers at once, and after endTurns() beside
  /// pack(), test() and what MinibatchGradient::inParts() gave in these turns: what else gradient()
  /// and endTurns() have read until then is needed no more.
  virtual void draw(std::size_t worker, std::int64_t iteration) = 0;

  /// After their minibatches are drawn, and before these workers' turns: what the turns begin with
  /// at `weights` is computed for all of them together. One thread; the work is for several.
  virtual void beginTurns(const Parameters& /*weights*/, std::span<const std::size_t> /*workers*/,
                          const ParallelRanges& /*parallel*/) {}

  /// The gradient of the minibatch last drawn, valid until the slot's next one. Different workers
  /// at once, each with the slot of the thread it is on.
  virtual MinibatchGradient& gradient(std::size_t worker, std::size_t slot) = 0;

  /// What test() reads beside the weights, and how it is named: a model's running statistics.
  /// Nothing for most.
  virtual Layout statisticsLayout() const { return {}; }
  virtual FloatVector statistics() const { return {}; }
  /// The same for all workers, where each has its own.
  virtual void setStatistics(std::span<const float> /*values*/) {}

  /// Between the workers' turns of an iteration and the new weights: what the turns have seen of
  /// the data beside the gradients is taken over, in worker order. One thread.
  virtual void endTurns() {}

  /// Between two iterations: what earlier turns have left, that later ones or test() read.
  virtual void exchange(StateArchive& state) = 0;

  /// The test set in parts that add up to the whole; 0 where there is none.
  virtual std::size_t testParts() const = 0;
  /// How the model does on one part. Different parts at once, each with its thread's slot.
  virtual Evaluation test(std::size_t part, std::size_t slot, const Parameters& weights) = 0;
  /// Sources that the test set is made of, at least one, and which of them a part is of.
  virtual std::size_t testSources() const { return 1; }
  virtual std::size_t testSource(std::size_t /*part*/) const { return 0; }

  /// f(w) - f*, exactly and over all workers, f being their mean; NaN where f* is not known.
  virtual double suboptimality(const Parameters& /*weights*/) {
    return std::numeric_limits<double>::quiet_NaN();
  }
};

/// A neural network, every worker on minibatches of its own shard.
///
/// Where the model normalises batches, test() does so by running statistics: a turn's minibatch at
/// w^k moves them by a tenth towards its own. They are one set that all workers share, moved in
/// worker order, as in the SASG authors' simulation; or each worker has a set of its own, as in a
/// distributed run, and test() reads the mean of the sets of those that had a turn in the last
/// iteration: the mean of the means, and of the variances, which are those within a worker's
/// minibatches alone. Gradients know nothing of it: they normalise by their minibatch's own.
class NetworkObjective final : public Objective {
 public:
  struct Data {
    std::shared_ptr<const Dataset> dataset;
    std::vector<std::vector<std::uint32_t>> shards;  ///< one a worker, of one size
    std::size_t batch = 1;
    std::uint64_t seed = 1;
    bool statisticsPerWorker = false;
  };

  /// One model for each thread.
  /// Errors: the architecture cannot take the dataset's images; a shard smaller than a minibatch.
  static Result<std::unique_ptr<NetworkObjective>> create(const Architecture& architecture,
                                                          Data data, std::size_t threads);

  ~NetworkObjective() override;
  NetworkObjective(const NetworkObjective&) = delete;
  NetworkObjective& operator=(const NetworkObjective&) = delete;

  const Layout& layout() const override { return models_.front()->layout(); }
  /// As Model::multiplyAdds().
  std::int64_t multiplyAdds() const { return models_.front()->multiplyAdds(); }
  std::int64_t iterationsPerEpoch() const override;
  void initialise(std::span<float> weights) override;
  std::size_t packedSize() const override { return models_.front()->packedSize(); }
  std::size_t packParts() const override { return models_.front()->packParts(); }
  std::size_t lastingPackedSize() const override { return models_.front()->lastingPackedSize(); }
  void pack(std::size_t part, std::size_t slot, Parameters& weights) override;
  void draw(std::size_t worker, std::int64_t iteration) override;
  void beginTurns(const Parameters& weights, std::span<const std::size_t> workers,
                  const ParallelRanges& parallel) override;
  MinibatchGradient& gradient(std::size_t worker, std::size_t slot) override;
  Layout statisticsLayout() const override { return models_.front()->statisticsLayout(); }
  FloatVector statistics() const override { return tested(); }
  void setStatistics(std::span<const float> values) override;
  void endTurns() override;
  void exchange(StateArchive& state) override { state(running_, meanStatistics_); }
  std::size_t testParts() const override { return testParts_.size(); }
  Evaluation test(std::size_t part, std::size_t slot, const Parameters& weights) override;
  std::size_t testSources() const override {
    return testParts_.empty() ? 1 : testParts_.back().source + 1;
  }
  std::size_t testSource(std::size_t part) const override { return testParts_.at(part).source; }

 private:
  struct Minibatch {
    std::int64_t epoch = -1;
    std::vector<std::uint32_t> order;  // of this epoch
    FloatVector inputs;
    FloatVector former;  // those of the minibatch before, which its gradient in parts may refer to
    std::vector<std::uint8_t> labels;
    const Parameters* begunAt = nullptr;  // where its gradient has been begun, until that is used
    FloatVector statistics;               // of the minibatch at w^k
    bool hasStatistics = false;           // since the last turns ended
  };
  struct TestPart {
    std::size_t first = 0;
    std::size_t count = 0;
    std::size_t source = 0;
  };
  class SlotGradient;
  class LaterGradient;
  struct TestBuffer {
    FloatVector inputs;
    std::vector<std::uint8_t> labels;
    std::vector<std::uint32_t> indices;
  };

  NetworkObjective(Data data, std::vector<std::unique_ptr<Model>> models);
  void divideTest();
  /// The statistics that test() reads.
  const FloatVector& tested() const {
    return data_.statisticsPerWorker ? meanStatistics_ : running_.front();
  }

  Data data_;
  std::vector<std::unique_ptr<Model>> models_;            // one a slot
  std::vector<std::unique_ptr<SlotGradient>> gradients_;  // one a slot
  std::vector<std::unique_ptr<LaterGradient>> later_;     // one a worker, if there are parts
  std::vector<Minibatch> minibatches_;                    // one a worker
  std::vector<TestBuffer> testBuffers_;                   // one a slot
  std::vector<TestPart> testParts_;
  std::vector<FloatVector> running_;  // statistics: of all, or one a worker
  FloatVector meanStatistics_;        // of the workers', that test() reads
};

}  // namespace telegrad
