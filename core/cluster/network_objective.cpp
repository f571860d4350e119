// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <numeric>

#include "core/cluster/objective.h"
#include "core/data/partition.h"

namespace telegrad {
namespace {

constexpr float kMomentum = 0.1F;  // of the running statistics, as PyTorch's

Weights viewOf(const Parameters& parameters) {
  return {parameters.values, parameters.packed};
}

}  // namespace

/// The gradient of whatever minibatch a thread has in hand.
class NetworkObjective::SlotGradient final : public MinibatchGradient {
 public:
  explicit SlotGradient(Model& model) : model_(model) {}

  void choose(Minibatch& minibatch) { minibatch_ = &minibatch; }
  double differentiate(const Parameters& weights) override {
    const double loss =
        model_.differentiate(viewOf(weights), minibatch_->inputs, minibatch_->labels, here_);
    model_.statistics(here_, minibatch_->statistics);
    minibatch_->hasStatistics = true;
    return loss;
  }
  double squaredChange(const Parameters& other) override {
    return model_.squaredChange(here_, viewOf(other));
  }
  void write(float factor, std::span<float> target) override {
    model_.gradient(here_, factor, false, target);
  }
  void addTo(float factor, std::span<float> target) override {
    model_.gradient(here_, factor, true, target);
  }

 private:
  Model& model_;
  Minibatch* minibatch_ = nullptr;
  Model::Pass here_;
};

NetworkObjective::~NetworkObjective() = default;

Result<std::unique_ptr<NetworkObjective>> NetworkObjective::create(const Architecture& architecture,
                                                                   Data data, std::size_t threads) {
  for (const auto& shard : data.shards) {
    if (shard.size() < data.batch)
      return Error{"cluster.batch: read " + std::to_string(data.batch) + ", but each of " +
                   std::to_string(data.shards.size()) + " workers has only " +
                   std::to_string(shard.size()) +
                   " training examples; choose a smaller batch or fewer workers"};
  }
  std::vector<std::unique_ptr<Model>> models;
  for (std::size_t slot = 0; slot < threads; ++slot) {
    auto model = architecture.build(data.dataset->train.shape, data.dataset->classes);
    if (!model) return model.error();
    models.push_back(*std::move(model));
  }
  return std::unique_ptr<NetworkObjective>(
      new NetworkObjective(std::move(data), std::move(models)));  // NOLINT: private constructor
}

NetworkObjective::NetworkObjective(Data data, std::vector<std::unique_ptr<Model>> models)
    : data_(std::move(data)),
      models_(std::move(models)),
      minibatches_(data_.shards.size()),
      testBuffers_(models_.size()) {
  const std::size_t inputSize = models_.front()->inputSize();
  const std::size_t testPart = models_.front()->usualEvaluation();
  for (auto& minibatch : minibatches_) {
    minibatch.inputs.resize(data_.batch * inputSize);
    minibatch.labels.resize(data_.batch);
    minibatch.statistics.resize(models_.front()->statisticsSize());
  }
  statistics_.resize(models_.front()->statisticsSize());
  models_.front()->initialiseStatistics(statistics_);
  for (auto& model : models_) gradients_.push_back(std::make_unique<SlotGradient>(*model));
  for (auto& buffer : testBuffers_) {
    buffer.inputs.resize(testPart * inputSize);
    buffer.labels.resize(testPart);
    buffer.indices.resize(testPart);
  }
}

std::int64_t NetworkObjective::iterationsPerEpoch() const {
  // What does not fill a last minibatch waits for another epoch's order.
  return static_cast<std::int64_t>(data_.shards.front().size() / data_.batch);
}

void NetworkObjective::initialise(std::span<float> weights) {
  Random random(data_.seed, Purpose::InitialWeights);
  models_.front()->initialise(weights, random);
}

void NetworkObjective::pack(std::size_t part, std::size_t slot, Parameters& weights) {
  models_[slot]->pack(weights.values, part, weights.packed);
}

void NetworkObjective::draw(std::size_t worker, std::int64_t iteration) {
  auto& minibatch = minibatches_.at(worker);
  const std::int64_t epoch = iteration / iterationsPerEpoch();
  if (minibatch.epoch != epoch) {
    minibatch.order =
        epochOrder(data_.shards[worker], data_.seed, static_cast<std::uint32_t>(worker),
                   static_cast<std::uint64_t>(epoch));
    minibatch.epoch = epoch;
  }
  const auto first = static_cast<std::size_t>(iteration % iterationsPerEpoch()) * data_.batch;
  const auto indices = std::span(minibatch.order).subspan(first, data_.batch);
  const auto& dataset = *data_.dataset;
  if (!dataset.augmentation.any()) {
    gather(dataset.train, dataset.normalisation, indices, minibatch.inputs, minibatch.labels);
    return;
  }
  // Once for all gradients of this minibatch: those that are compared see the same images.
  Random random(data_.seed, Purpose::Augmentation, static_cast<std::uint32_t>(worker),
                static_cast<std::uint64_t>(iteration));
  gatherAugmented(dataset.train, dataset.normalisation, dataset.augmentation, indices, random,
                  minibatch.inputs, minibatch.labels);
}

MinibatchGradient& NetworkObjective::gradient(std::size_t worker, std::size_t slot) {
  auto& gradient = *gradients_[slot];
  gradient.choose(minibatches_[worker]);
  return gradient;
}

void NetworkObjective::endTurns() {
  for (auto& minibatch : minibatches_) {
    if (!minibatch.hasStatistics) continue;
    minibatch.hasStatistics = false;
    for (std::size_t i = 0; i < statistics_.size(); ++i)
      statistics_[i] = (1.0F - kMomentum) * statistics_[i] + kMomentum * minibatch.statistics[i];
  }
}

std::size_t NetworkObjective::testParts() const {
  const std::size_t part = models_.front()->usualEvaluation();
  return (data_.dataset->test.count() + part - 1) / part;
}

Evaluation NetworkObjective::test(std::size_t part, std::size_t slot, const Parameters& weights) {
  auto& buffer = testBuffers_[slot];
  const std::size_t usual = models_[slot]->usualEvaluation();
  const std::size_t first = part * usual;
  const std::size_t count = std::min(usual, data_.dataset->test.count() - first);
  const std::span indices(buffer.indices.data(), count);
  std::iota(indices.begin(), indices.end(), static_cast<std::uint32_t>(first));
  const std::span inputs(buffer.inputs.data(), count * models_[slot]->inputSize());
  const std::span labels(buffer.labels.data(), count);
  gather(data_.dataset->test, data_.dataset->normalisation, indices, inputs, labels);
  auto view = viewOf(weights);
  view.statistics = statistics_;
  return models_[slot]->evaluate(view, inputs, labels);
}

}  // namespace telegrad
