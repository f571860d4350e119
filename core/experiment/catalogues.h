// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/catalogue.h"

namespace telegrad {

/// One table of an experiment file: what can stand there, with all that a form needs to know.
struct SlotDescription {
  std::string key;     ///< "dataset": the table's name
  std::string label;   ///< "Dataset"
  std::string plural;  ///< "datasets", as `telegrad-cli list` says; empty for a slot without choice
  std::string summary;  ///< one sentence
  /// What there is to choose from. A slot without a choice (cluster, run) has one entry whose key
  /// is the slot's, and its table has no `key` line.
  std::vector<Description> entries;

  bool hasChoice() const { return !plural.empty(); }
  /// "Datasets": the plural, to stand above all there are.
  std::string title() const;
};

/// All slots, in the order of files and forms: dataset, partition, model, cluster, algorithm,
/// compressor, network, run.
std::span<const SlotDescription> experimentSlots();

/// The slot with that key; "worker.3" is the slot of a worker, however many there are.
/// Errors: there is none; the message lists those there are.
Result<const SlotDescription*> findSlot(std::string_view key);

}  // namespace telegrad
