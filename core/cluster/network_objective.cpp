// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <numeric>

#include "core/cluster/objective.h"
#include "core/data/partition.h"

namespace telegrad {
namespace {

constexpr std::size_t kTestPart = 250;  // images at a time: activations stay in the cache

Weights viewOf(const Parameters& parameters) {
  return {parameters.values, parameters.packed};
}

}  // namespace

/// The gradient of whatever minibatch a thread has in hand.
class NetworkObjective::SlotGradient final : public MinibatchGradient {
 public:
  explicit SlotGradient(Model& model) : model_(model) {}

  void choose(std::span<const float> inputs, std::span<const std::uint8_t> labels) {
    inputs_ = inputs;
    labels_ = labels;
  }
  double differentiate(const Parameters& weights) override {
    return model_.differentiate(viewOf(weights), inputs_, labels_, here_);
  }
  double squaredChange(const Parameters& other) override {
    model_.differentiate(viewOf(other), inputs_, labels_, there_);
    return model_.squaredDistance(here_, there_);
  }
  void write(float factor, std::span<float> target) override {
    model_.gradient(here_, factor, false, target);
  }
  void addTo(float factor, std::span<float> target) override {
    model_.gradient(here_, factor, true, target);
  }

 private:
  Model& model_;
  std::span<const float> inputs_;
  std::span<const std::uint8_t> labels_;
  Model::Pass here_;
  Model::Pass there_;
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
  for (auto& minibatch : minibatches_) {
    minibatch.inputs.resize(data_.batch * inputSize);
    minibatch.labels.resize(data_.batch);
  }
  for (auto& model : models_) gradients_.push_back(std::make_unique<SlotGradient>(*model));
  for (auto& buffer : testBuffers_) {
    buffer.inputs.resize(kTestPart * inputSize);
    buffer.labels.resize(kTestPart);
    buffer.indices.resize(kTestPart);
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
  gather(data_.dataset->train, data_.dataset->normalisation,
         std::span(minibatch.order).subspan(first, data_.batch), minibatch.inputs,
         minibatch.labels);
}

MinibatchGradient& NetworkObjective::gradient(std::size_t worker, std::size_t slot) {
  auto& gradient = *gradients_[slot];
  gradient.choose(minibatches_[worker].inputs, minibatches_[worker].labels);
  return gradient;
}

std::size_t NetworkObjective::testParts() const {
  return (data_.dataset->test.count() + kTestPart - 1) / kTestPart;
}

Evaluation NetworkObjective::test(std::size_t part, std::size_t slot, const Parameters& weights) {
  auto& buffer = testBuffers_[slot];
  const std::size_t first = part * kTestPart;
  const std::size_t count = std::min(kTestPart, data_.dataset->test.count() - first);
  const std::span indices(buffer.indices.data(), count);
  std::iota(indices.begin(), indices.end(), static_cast<std::uint32_t>(first));
  const std::span inputs(buffer.inputs.data(), count * models_[slot]->inputSize());
  const std::span labels(buffer.labels.data(), count);
  gather(data_.dataset->test, data_.dataset->normalisation, indices, inputs, labels);
  return models_[slot]->evaluate(viewOf(weights), inputs, labels);
}

}  // namespace telegrad
