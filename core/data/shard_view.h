// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/data/dataset.h"
#include "core/tensor/shape.h"

namespace telegrad {

/// What there is to see of one worker's share of the training set.
struct ShardView {
  std::vector<std::uint32_t> counts;  ///< examples of each class
  std::size_t examples = 0;           ///< in all
  /// A few of its images, at equal steps through the shard put in order by class, so that they
  /// mirror the counts.
  std::vector<std::uint8_t>
      pixels;  ///< [images, channels, height, width], bytes as they are stored
  std::vector<std::uint8_t> labels;  ///< [images]

  /// Classes of which it has any.
  std::size_t classes() const;
};

/// How a training set was dealt out.
struct DealtData {
  Shape shape;  ///< of one image: {channels, height, width}
  std::vector<std::string> classNames;
  std::vector<ShardView> workers;

  /// The largest count of one class at one worker.
  std::uint32_t largestCount() const;
  /// How far each worker's classes are from those of all workers together, in total variation:
  /// 1/2 sum_c |p_m(c) - p(c)|; 0 where they are the same, near 1 where it has few of many classes.
  std::vector<double> distances() const;
};

/// The shards of a dataset with at most `images` images each. One pass over the labels.
DealtData dealtData(const Dataset& dataset, std::span<const std::vector<std::uint32_t>> shards,
                    std::size_t images);

}  // namespace telegrad
