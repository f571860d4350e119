// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cassert>
#include <cstring>
#include <functional>
#include <utility>

#include "core/base/multiversion.h"
#include "core/codec/bit_packing.h"
#include "core/compress/compressor.h"

namespace telegrad {
namespace {

TELEGRAD_MULTIVERSION
void addFloats(const std::byte* floats, std::size_t count, float* sum) {
  for (std::size_t i = 0; i < count; ++i) {
    float x = 0.0F;
    std::memcpy(&x, floats + i * sizeof(x), sizeof(x));  // bytes need not be aligned
    sum[i] += x;
  }
}

/// Several vectors at once, each sum in their order: the memory they come from is read as several
/// streams, which hides more of its latency than one after the other does.
using Streams = std::array<const std::byte*, kUpdatesAtOnce>;

TELEGRAD_MULTIVERSION
void addStreams(const Streams& streams, std::size_t count, float* sum) {
  const Streams from = streams;  // the compiler need not fear that `sum` is among them
  for (std::size_t i = 0; i < count; ++i) {
    float total = sum[i];
    for (const std::byte* floats : from) {
      float x = 0.0F;
      std::memcpy(&x, floats + i * sizeof(x), sizeof(x));
      total += x;
    }
    sum[i] = total;
  }
}

TELEGRAD_MULTIVERSION
void subtractFloats(const std::byte* floats, std::size_t count, float* from) {
  for (std::size_t i = 0; i < count; ++i) {
    float x = 0.0F;
    std::memcpy(&x, floats + i * sizeof(x), sizeof(x));
    from[i] -= x;
  }
}

}  // namespace

void Update::setDense(std::span<const std::byte> floats) {
  assert(floats.size() % sizeof(float) == 0);
  size_ = floats.size() / sizeof(float);
  sparse_ = false;
  dense_ = floats;
  own_.clear();
}

void Update::setDense(std::vector<float> values) {
  size_ = values.size();
  sparse_ = false;
  dense_ = {};
  own_ = std::move(values);
}

std::vector<float> Update::takeDense() {
  std::vector<float> taken;
  std::swap(taken, own_);
  return taken;
}

void Update::setSparse(std::size_t size, Entries entries) {
  assert(entries.indices.size() == entries.values.size());
  assert(entries.indices.empty() || entries.indices.back() < size);
  size_ = size;
  sparse_ = true;
  dense_ = {};
  entries_ = std::move(entries);
}

Update::Entries Update::takeEntries() {
  Entries taken;
  std::swap(taken, entries_);
  return taken;
}

void Update::addTo(std::span<float> sum, std::size_t begin) const {
  assert(begin + sum.size() <= size_);
  if (!sparse_) {
    addFloats(dense().data() + begin * sizeof(float), sum.size(), sum.data());
    return;
  }
  const auto& [indices, values] = entries_;
  const std::size_t end = begin + sum.size();
  const auto first = std::ranges::lower_bound(indices, begin);
  for (auto i = static_cast<std::size_t>(first - indices.begin()); i < indices.size(); ++i) {
    if (indices[i] >= end) break;
    sum[indices[i] - begin] += values[i];
  }
}

void addInTurn(std::span<const Update> updates, std::span<float> sum, std::size_t begin) {
  while (!updates.empty()) {
    const auto several = updates.first(std::min(kUpdatesAtOnce, updates.size()));
    if (several.size() == kUpdatesAtOnce &&
        std::ranges::none_of(several, [](const Update& update) { return update.sparse_; })) {
      Streams streams{};
      std::ranges::transform(several, streams.begin(), [&](const Update& update) {
        assert(begin + sum.size() <= update.size_);
        return update.dense().data() + begin * sizeof(float);
      });
      addStreams(streams, sum.size(), sum.data());
    } else {
      for (const auto& update : several) update.addTo(sum, begin);
    }
    updates = updates.subspan(several.size());
  }
}

void Update::subtractFrom(std::span<float> residual) const {
  assert(residual.size() == size_);
  if (!sparse_) {
    subtractFloats(dense().data(), size_, residual.data());
    return;
  }
  const auto& [indices, values] = entries_;
  for (std::size_t i = 0; i < indices.size(); ++i) residual[indices[i]] -= values[i];
}

void Update::clearWhereSent(std::span<float> x) const {
  assert(x.size() == size_);
  if (!sparse_) {  // entries of a former update may still be there
    std::ranges::fill(x, 0.0F);
    return;
  }
  for (const auto index : entries_.indices) x[index] = 0.0F;
}

void Update::exchange(StateArchive& state) {
  const auto size = size_;
  state(size_, sparse_);
  state.require(size_ == size, "an update of the model's size");
  if (sparse_) {
    state.list(entries_.indices);
    state.list(entries_.values);
    const auto& [indices, values] = entries_;
    state.require(indices.size() == values.size(), "as many positions as values");
    state.require(std::ranges::adjacent_find(indices, std::greater_equal{}) == indices.end() &&
                      (indices.empty() || indices.back() < size_),
                  "ascending positions within the model");
  } else {
    std::vector<float> values(state.isLoading() ? 0 : size_);
    if (!state.isLoading()) std::memcpy(values.data(), dense().data(), size_ * sizeof(float));
    state.emptyOr(size_, values);
    state.require(values.size() == size_, "all of a dense update");
    if (state.isLoading() && state.isGood()) setDense(std::move(values));
  }
  if (!state.isGood()) setSparse(size, {});
}

}  // namespace telegrad
