// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cassert>
#include <cstring>
#include <utility>

#include "core/base/multiversion.h"
#include "core/compress/bit_packing.h"
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
    addFloats(dense_.data() + begin * sizeof(float), sum.size(), sum.data());
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

void Update::subtractFrom(std::span<float> residual) const {
  assert(residual.size() == size_);
  if (!sparse_) {
    subtractFloats(dense_.data(), size_, residual.data());
    return;
  }
  const auto& [indices, values] = entries_;
  for (std::size_t i = 0; i < indices.size(); ++i) residual[indices[i]] -= values[i];
}

}  // namespace telegrad
