// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include "core/base/said.h"
#include "core/cluster/objective.h"
#include "core/data/partition.h"

namespace telegrad {
namespace {

constexpr float kMomentum = 0.1F;  // of the running statistics, as PyTorch's

Weights viewOf(const Parameters& parameters) {
  return {parameters.flat(), parameters.packed};
}

}  // namespace

/// A worker's gradient in parts, and what it is made of: little where layers are products.
class NetworkObjective::LaterGradient final : public VectorInParts {
 public:
  LaterGradient(const Model& model, std::size_t batch) : model_(model) {
    model.prepare(pass_, batch);
  }

  Model::Pass& pass() { return pass_; }
  const VectorInParts* times(float factor) {
    model_.scaledDifferences(pass_, factor, scaled_);
    return this;
  }
  std::span<const Part> parts() const override { return model_.gradientParts(); }
  void addTo(std::span<const VectorInParts* const> vectors, std::size_t part, std::span<float> room,
             std::span<float> sum) const override {
    std::array<Layer::Signals, 16> signals;  // of so many at once
    for (std::size_t first = 0; first < vectors.size(); first += signals.size()) {
      const auto some = vectors.subspan(first, std::min(signals.size(), vectors.size() - first));
      std::ranges::transform(some, signals.begin(), [part](const VectorInParts* vector) {
        const auto& worker = *static_cast<const LaterGradient*>(vector);  // NOLINT: of one maker
        return worker.model_.scaledSignals(worker.pass_, worker.scaled_, part);
      });
      model_.addGradientPart(std::span(signals).first(some.size()), pass_.batch, part, room, sum);
    }
  }

 private:
  const Model& model_;
  Model::Pass pass_;
  std::vector<FloatVector> scaled_;  // its differences
};

/// The gradient of whatever minibatch a thread has in hand.
class NetworkObjective::SlotGradient final : public MinibatchGradient {
 public:
  explicit SlotGradient(Model& model) : model_(model) {}

  void choose(Minibatch& minibatch, LaterGradient* later) {
    minibatch_ = &minibatch;
    later_ = later;
  }
  double differentiate(const Parameters& weights) override {
    const bool begun = std::exchange(minibatch_->begunAt, nullptr) == &weights;
    const double loss = model_.differentiate(viewOf(weights), minibatch_->inputs,
                                             minibatch_->labels, here(), begun);
    Model::statistics(here(), minibatch_->statistics);
    minibatch_->hasStatistics = true;
    return loss;
  }
  double squaredChange(const Parameters& other) override {
    return model_.squaredChange(here(), viewOf(other));
  }
  void write(float factor, std::span<float> target) override {
    model_.gradient(here(), factor, false, target);
  }
  void addTo(float factor, std::span<float> target) override {
    model_.gradient(here(), factor, true, target);
  }
  const VectorInParts* inParts(float factor) override {
    return later_ != nullptr ? later_->times(factor) : nullptr;
  }
  std::span<const float> read(std::span<float> room) override {
    return model_.wholeGradient(here(), room);
  }

 private:
  Model::Pass& here() { return later_ != nullptr ? later_->pass() : here_; }

  Model& model_;
  Minibatch* minibatch_ = nullptr;
  LaterGradient* later_ = nullptr;  // the worker's, if there are parts
  Model::Pass here_;
};

NetworkObjective::~NetworkObjective() = default;

Result<std::unique_ptr<NetworkObjective>> NetworkObjective::create(const Architecture& architecture,
                                                                   Data data, std::size_t threads) {
  for (const auto& shard : data.shards) {
    if (shard.size() < data.batch)
      return Error{
          said("%1: read %2, but each of %3 workers has only %4 training examples; choose a "
               "smaller batch or fewer workers",
               "cluster.batch", data.batch, data.shards.size(), shard.size())};
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
  divideTest();
  meanStatistics_.resize(models_.front()->statisticsSize());
  models_.front()->initialiseStatistics(meanStatistics_);
  running_.assign(data_.statisticsPerWorker ? minibatches_.size() : 1, meanStatistics_);
  for (auto& model : models_) gradients_.push_back(std::make_unique<SlotGradient>(*model));
  const bool hasParts = !models_.front()->gradientParts().empty();
  for (std::size_t m = 0; hasParts && m < minibatches_.size(); ++m)
    later_.push_back(std::make_unique<LaterGradient>(*models_.front(), data_.batch));
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
  minibatch.begunAt = nullptr;
  const auto first = static_cast<std::size_t>(iteration % iterationsPerEpoch()) * data_.batch;
  const auto indices = std::span(minibatch.order).subspan(first, data_.batch);
  // Once for all gradients of this minibatch: those that are compared see the same images.
  Random random(data_.seed, Purpose::Augmentation, static_cast<std::uint32_t>(worker),
                static_cast<std::uint64_t>(iteration));
  if (!later_.empty()) {
    std::swap(minibatch.inputs, minibatch.former);
    minibatch.inputs.resize(minibatch.former.size());
  }
  gatherTraining(*data_.dataset, indices, random, minibatch.inputs, minibatch.labels);
}

void NetworkObjective::beginTurns(const Parameters& weights, std::span<const std::size_t> workers,
                                  const ParallelRanges& parallel) {
  const auto& model = *models_.front();
  if (later_.empty() || model.beginParts() == 0) return;
  const auto view = viewOf(weights);
  parallel(model.beginParts(), [&](std::size_t first, std::size_t last) {
    for (std::size_t part = first; part < last; ++part)
      for (const std::size_t m : workers)
        model.begin(view, part, minibatches_[m].inputs, later_[m]->pass());
  });
  for (const std::size_t m : workers) minibatches_[m].begunAt = &weights;
}

MinibatchGradient& NetworkObjective::gradient(std::size_t worker, std::size_t slot) {
  auto& gradient = *gradients_[slot];
  gradient.choose(minibatches_[worker], later_.empty() ? nullptr : later_[worker].get());
  return gradient;
}

void NetworkObjective::setStatistics(std::span<const float> values) {
  meanStatistics_.assign(values.begin(), values.end());
  running_.assign(running_.size(), meanStatistics_);
}

void NetworkObjective::endTurns() {
  std::vector<std::size_t> turns;
  for (std::size_t m = 0; m < minibatches_.size(); ++m) {
    auto& minibatch = minibatches_[m];
    if (!std::exchange(minibatch.hasStatistics, false)) continue;
    turns.push_back(m);
    auto& running = running_[data_.statisticsPerWorker ? m : 0];
    for (std::size_t i = 0; i < running.size(); ++i)
      running[i] = (1.0F - kMomentum) * running[i] + kMomentum * minibatch.statistics[i];
  }
  if (turns.empty() || !data_.statisticsPerWorker) return;
  for (std::size_t i = 0; i < meanStatistics_.size(); ++i) {
    double sum = 0.0;
    for (const std::size_t m : turns) sum += running_[m][i];
    meanStatistics_[i] = static_cast<float>(sum / static_cast<double>(turns.size()));
  }
}

/// No part is of two sources.
void NetworkObjective::divideTest() {
  const std::size_t usual = models_.front()->usualEvaluation();
  std::vector<std::size_t> counts;
  for (const auto& source : data_.dataset->sources) counts.push_back(source.test);
  if (counts.empty()) counts = {data_.dataset->test.count()};
  std::size_t first = 0;
  for (std::size_t source = 0; source < counts.size(); ++source) {
    const std::size_t end = first + counts[source];
    for (; first < end; first += testParts_.back().count)
      testParts_.push_back({first, std::min(usual, end - first), source});
  }
}

Evaluation NetworkObjective::test(std::size_t part, std::size_t slot, const Parameters& weights) {
  auto& buffer = testBuffers_[slot];
  const auto [first, count, source] = testParts_.at(part);
  const std::span indices(buffer.indices.data(), count);
  std::iota(indices.begin(), indices.end(), static_cast<std::uint32_t>(first));
  const std::span inputs(buffer.inputs.data(), count * models_[slot]->inputSize());
  const std::span labels(buffer.labels.data(), count);
  gatherTest(*data_.dataset, indices, inputs, labels);
  auto view = viewOf(weights);
  view.statistics = tested();
  return models_[slot]->evaluate(view, inputs, labels);
}

}  // namespace telegrad
