// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/shard_view.h"

#include <algorithm>
#include <cmath>

namespace telegrad {
namespace {

/// The shard's indices, those of one class together and in their order, class by class.
std::vector<std::uint32_t> byClass(std::span<const std::uint32_t> shard, const Images& images,
                                   std::span<const std::uint32_t> counts) {
  std::vector<std::size_t> next(counts.size());
  for (std::size_t c = 1; c < counts.size(); ++c) next[c] = next[c - 1] + counts[c - 1];
  std::vector<std::uint32_t> order(shard.size());
  for (const auto index : shard) order[next[images.labels[index]]++] = index;
  return order;
}

ShardView viewOf(std::span<const std::uint32_t> shard, const Dataset& dataset, std::size_t images) {
  const auto& train = dataset.train;
  ShardView view;
  view.counts.resize(dataset.classes);
  view.examples = shard.size();
  for (const auto index : shard) ++view.counts[train.labels[index]];
  const auto order = byClass(shard, train, view.counts);
  const std::size_t size = elementCount(train.shape);
  const std::size_t shown = std::min(images, shard.size());
  for (std::size_t i = 0; i < shown; ++i) {
    const std::size_t index = order[(2 * i + 1) * shard.size() / (2 * shown)];
    const auto first = train.pixels.begin() + static_cast<std::ptrdiff_t>(index * size);
    view.pixels.insert(view.pixels.end(), first, first + static_cast<std::ptrdiff_t>(size));
    view.labels.push_back(train.labels[index]);
  }
  return view;
}

}  // namespace

std::size_t ShardView::classes() const {
  return static_cast<std::size_t>(
      std::ranges::count_if(counts, [](std::uint32_t count) { return count > 0; }));
}

std::uint32_t DealtData::largestCount() const {
  std::uint32_t largest = 0;
  for (const auto& worker : workers)
    for (const auto count : worker.counts) largest = std::max(largest, count);
  return largest;
}

std::vector<double> DealtData::distances() const {
  double all = 0.0;
  std::vector<double> together(classNames.size());
  for (const auto& worker : workers) {
    all += static_cast<double>(worker.examples);
    for (std::size_t c = 0; c < together.size(); ++c) together[c] += worker.counts[c];
  }
  std::vector<double> distances;
  for (const auto& worker : workers) {
    const auto own = static_cast<double>(std::max<std::size_t>(worker.examples, 1));
    double sum = 0.0;
    for (std::size_t c = 0; c < together.size(); ++c)
      sum += std::abs(worker.counts[c] / own - together[c] / all);
    distances.push_back(worker.examples == 0 ? 0.0 : sum / 2.0);
  }
  return distances;
}

DealtData dealtData(const Dataset& dataset, std::span<const std::vector<std::uint32_t>> shards,
                    std::size_t images) {
  DealtData dealt;
  dealt.shape = dataset.train.shape;
  dealt.classNames = dataset.classNames.empty() ? numberNames(dataset.classes) : dataset.classNames;
  for (const auto& shard : shards) dealt.workers.push_back(viewOf(shard, dataset, images));
  return dealt;
}

}  // namespace telegrad
