// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/dataset_cache.h"

#include <cassert>
#include <utility>

#include "core/experiment/catalogues.h"

namespace telegrad {

Result<std::shared_ptr<const Dataset>> DatasetCache::load(
    const Experiment& experiment, const std::optional<std::filesystem::path>& data) {
  const auto& selection = experiment.slot("dataset");
  const std::scoped_lock lock(mutex_);
  if (kept_ && kept_->selection == selection && kept_->data == data) return kept_->dataset;
  const auto folders = DataFolders::resolve(data);
  if (!folders) return folders.error();
  const auto entry = find(datasets(), selection.key, "dataset");
  assert(entry);
  auto dataset = (*entry)->make(selection.settings)->load(*folders);
  if (!dataset) return dataset.error();
  kept_ = Kept{selection, data, std::make_shared<const Dataset>(*std::move(dataset))};
  return kept_->dataset;
}

}  // namespace telegrad
