// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/data/dataset.h"
#include "core/experiment/experiment.h"

namespace telegrad {

/// The dataset that was read last, so that the next run on it need not read it again. Files that
/// change meanwhile are not noticed.
///
/// Threads: any.
class DatasetCache {
 public:
  /// What stands in the experiment's slot; `data` is searched before all other data folders.
  /// Errors: as DatasetSource::load().
  Result<std::shared_ptr<const Dataset>> load(const Experiment& experiment,
                                              const std::optional<std::filesystem::path>& data);

 private:
  struct Kept {
    Selection selection;
    std::optional<std::filesystem::path> data;
    std::shared_ptr<const Dataset> dataset;
  };
  std::mutex mutex_;
  std::optional<Kept> kept_;
};

}  // namespace telegrad
