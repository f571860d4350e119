// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <utility>

#include "core/cluster/cluster.h"
#include "core/tensor/float_memory.h"

// The weights of a cluster: those of now, and old ones that workers still compare with.

namespace telegrad {
namespace {

/// Iterations after which memory that was free all the time is given back.
constexpr std::int64_t kUnused = 100;

}  // namespace

/// With a vector of values, if any are free; else with none.
std::shared_ptr<Parameters> Cluster::freeWeights() {
  const auto free = std::ranges::find_if(buffers_, [](const auto& b) {
    return b.weights.use_count() == 1 && !b.weights->isDifference();
  });
  if (free != buffers_.end()) return free->weights;
  auto made = std::make_shared<Parameters>();
  made->packed.resize(parts_.objective->lastingPackedSize());
  buffers_.push_back({made, iteration_});
  return made;
}

std::shared_ptr<Parameters> Cluster::spareWeights() {
  auto spare = freeWeights();
  spare->values.resize(elementCount(layout()));
  return spare;
}

/// The packed weights that do not last are one piece of memory, which the newest weights have.
void Cluster::passPackedOn(Parameters& next) {
  const std::size_t lasting = parts_.objective->lastingPackedSize();
  if (lasting == parts_.objective->packedSize()) return;
  if (weights_ == nullptr) {
    next.packed.resize(parts_.objective->packedSize());
    return;
  }
  auto& old = weights_->packed;
  next.packed.swap(old);
  old.assign(next.packed.begin(), next.packed.begin() + static_cast<std::ptrdiff_t>(lasting));
}

void Cluster::giveBackUnused() {
  const auto isUsed = [](const Buffer& buffer) { return buffer.weights.use_count() > 1; };
  for (auto& buffer : buffers_)
    if (isUsed(buffer)) buffer.lastUsed = iteration_;
  // The going of a difference may be what its successor waited for.
  while (std::erase_if(buffers_, [&](const Buffer& buffer) {
           return !isUsed(buffer) &&
                  (buffer.weights->isDifference() || iteration_ - buffer.lastUsed > kUnused);
         }) > 0) {
  }
  // Nobody computes with what only others are put together from.
  for (auto& buffer : buffers_)
    if (buffer.weights->isDifference() && !isWanted(buffer.weights))
      FloatVector().swap(buffer.weights->packed);
}

bool Cluster::isWanted(const std::shared_ptr<Parameters>& weights) const {
  const auto predecessors = std::ranges::count_if(
      buffers_, [&](const Buffer& b) { return b.weights->successor == weights; });
  return weights.use_count() > 1 + predecessors;
}

/// Whether somebody holds on to weights that will be old, and they are to be differences.
bool Cluster::holdsDifferences() const {
  if (weights_->values.size() < differencesFrom_) return false;
  return std::ranges::any_of(buffers_, [&](const Buffer& buffer) {
    return buffer.weights.use_count() > (buffer.weights == weights_ ? 2 : 1);
  });
}

/// Where the next weights are to be written. If the ones of now become a difference, the next ones
/// take over their vector, and until then lie where nobody looks: the packed weights that do not
/// last are read in turns alone.
std::span<float> Cluster::roomForNext() {
  if (!holdsDifferences()) {
    next_ = spareWeights();
    return next_->values;
  }
  const std::size_t size = weights_->values.size();
  const auto idle = std::span(weights_->packed).subspan(parts_.objective->lastingPackedSize());
  return idle.size() < size ? firstOf(room_, size) : idle.first(size);
}

std::shared_ptr<Parameters> Cluster::takeNext(std::span<const float> room) {
  if (next_ != nullptr) return std::exchange(next_, nullptr);
  auto next = freeWeights();
  weights_->passOn(room, next);
  return next;
}

std::size_t Cluster::snapshotFloats() const {
  std::size_t floats = 0;
  for (const auto& buffer : buffers_) floats += buffer.weights->floatsHeld();
  return floats;
}

void Cluster::pack(Parameters& weights) {
  pool_.forEach(parts_.objective->packParts(), [&](std::size_t part, std::size_t slot) {
    parts_.objective->pack(part, slot, weights);
  });
}

void Cluster::publish(std::shared_ptr<Parameters> weights) {
  passPackedOn(*weights);
  pack(*weights);
  weights_ = std::move(weights);
  giveBackUnused();
}

/// The current ones and those that workers hold on to: from here on, parts that hold them refer to
/// these.
void Cluster::exchangeWeights(StateArchive& state) {
  std::vector<std::shared_ptr<Parameters>> used;
  for (const auto& buffer : buffers_)
    if (!state.isLoading() && isWanted(buffer.weights)) used.push_back(buffer.weights);
  state.list(used, [&](std::shared_ptr<Parameters>& weights) {
    state.shared(weights);
    state.require(weights != nullptr && weights->values.size() == elementCount(layout()),
                  "weights of this model");
  });
  auto weights = weights_;
  state.shared(weights);
  state.require(weights != nullptr, "current weights");
  if (!state.isLoading() || !state.isGood()) return;
  weights_ = std::move(weights);
  buffers_.clear();
  for (auto& made : used) {
    made->packed.resize(parts_.objective->packedSize());
    pack(*made);
    if (made != weights_) made->packed.resize(parts_.objective->lastingPackedSize());
    buffers_.push_back({std::move(made), iteration_});
  }
}

}  // namespace telegrad
