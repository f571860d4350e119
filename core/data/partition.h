// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/base/catalogue.h"
#include "core/data/dataset.h"

namespace telegrad {

/// How the training examples are dealt out to the workers, once for a run.
class Partition {
 public:
  virtual ~Partition() = default;
  /// One shard of indices of training examples for each worker, all of one size. What does not
  /// divide evenly is left out.
  /// Errors: fewer examples than workers; what else the partition needs of the dataset.
  virtual Result<std::vector<std::vector<std::uint32_t>>> deal(const Dataset& dataset,
                                                               std::size_t workers,
                                                               std::uint64_t seed) const = 0;
};

/// All partitions, in menu order.
std::span<const Entry<Partition>> partitions();

/// The order in which a worker goes through its shard in an epoch (counted from 0): the same for
/// every algorithm, so that runs of one seed see the same minibatches.
std::vector<std::uint32_t> epochOrder(std::span<const std::uint32_t> shard, std::uint64_t seed,
                                      std::uint32_t worker, std::uint64_t epoch);

}  // namespace telegrad
