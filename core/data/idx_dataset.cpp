// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/idx_dataset.h"

#include <array>
#include <string>
#include <utility>

#include "core/base/said.h"
#include "core/data/file_place.h"
#include "core/data/idx.h"

namespace telegrad {
namespace {

constexpr IdxFormat kFormat{.height = 28, .width = 28, .classes = 10};
const std::array<std::string, 4> kFiles{"train-images-idx3-ubyte", "train-labels-idx1-ubyte",
                                        "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"};

class IdxDataset final : public DatasetSource {
 public:
  explicit IdxDataset(IdxDatasetFacts facts) : facts_(std::move(facts)) {}

  Result<Dataset> load(const DataFolders& folders) const override {
    const auto place = findFiles(folders, facts_.key, kFiles, facts_.key, hint());
    return place ? read(*place) : place.error();
  }
  std::optional<DatasetOutline> outline() const override {
    return DatasetOutline{.shape = {1, static_cast<std::int64_t>(kFormat.height),
                                    static_cast<std::int64_t>(kFormat.width)},
                          .classes = kFormat.classes,
                          .train = 60000,
                          .test = 10000};
  }

 private:
  std::string hint() const {
    if (facts_.package.empty()) return said("Get it with: telegrad-cli fetch %1", facts_.key);
    return said("Get it with: telegrad-cli fetch %1, or install Debian's package %2", facts_.key,
                facts_.package);
  }

  Result<Dataset> read(const FilePlace& place) const {
    auto train = readIdx(place.paths[0], place.paths[1], kFormat);
    if (!train) return train.error();
    auto test = readIdx(place.paths[2], place.paths[3], kFormat);
    if (!test) return test.error();
    return Dataset{.key = facts_.key,
                   .classes = kFormat.classes,
                   .normalisation = {{facts_.mean}, {facts_.deviation}},
                   .train = *std::move(train),
                   .test = *std::move(test),
                   .origin = place.folder.string(),
                   .classNames = facts_.classNames};
  }

  IdxDatasetFacts facts_;
};

}  // namespace

std::unique_ptr<DatasetSource> makeIdxDataset(IdxDatasetFacts facts) {
  return std::make_unique<IdxDataset>(std::move(facts));
}

}  // namespace telegrad
