// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/idx_dataset.h"

#include <array>
#include <filesystem>
#include <utility>

#include "core/data/idx.h"

namespace telegrad {
namespace {

namespace fs = std::filesystem;

constexpr IdxFormat kFormat{.height = 28, .width = 28, .classes = 10};
constexpr std::array<const char*, 4> kFiles{"train-images-idx3-ubyte", "train-labels-idx1-ubyte",
                                            "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"};

/// What a place holds of the four files: their paths, or the names of those that are not there.
struct Place {
  std::array<fs::path, kFiles.size()> paths;
  std::string missing;
};

Place look(const fs::path& folder) {
  Place place;
  for (std::size_t i = 0; i < kFiles.size(); ++i) {
    const auto plain = folder / kFiles.at(i);
    auto packed = plain;
    packed += ".gz";
    std::error_code ignored;
    if (fs::exists(plain, ignored))
      place.paths.at(i) = plain;
    else if (fs::exists(packed, ignored))
      place.paths.at(i) = packed;
    else
      place.missing += (place.missing.empty() ? "" : ", ") + std::string(kFiles.at(i));
  }
  return place;
}

/// The folder's own name, also of "x/mnist/" and ".".
fs::path nameOf(const fs::path& folder) {
  std::error_code ignored;
  auto whole = fs::absolute(folder, ignored).lexically_normal();
  if (!whole.has_filename()) whole = whole.parent_path();
  return whole.filename();
}

class IdxDataset final : public DatasetSource {
 public:
  explicit IdxDataset(IdxDatasetFacts facts) : facts_(std::move(facts)) {}

  Result<Dataset> load(const DataFolders& folders) const override {
    std::string searched;
    for (const auto& folder : folders.searched) {
      std::vector<fs::path> places{folder / facts_.key};
      if (nameOf(folder) == facts_.key) places.push_back(folder);
      for (const auto& place : places) {
        const auto found = look(place);
        if (found.missing.empty()) return read(place, found);
        searched += "\n  " + place.string() + describe(place, found);
      }
    }
    return Error{facts_.key + " is not there; searched:" + searched + "\n" + facts_.hint};
  }

 private:
  static std::string describe(const fs::path& place, const Place& found) {
    std::error_code ignored;
    if (!fs::is_directory(place, ignored)) return ": no such folder";
    return ": it lacks " + found.missing + " (plain or .gz)";
  }

  Result<Dataset> read(const fs::path& place, const Place& found) const {
    auto train = readIdx(found.paths[0], found.paths[1], kFormat);
    if (!train) return train.error();
    auto test = readIdx(found.paths[2], found.paths[3], kFormat);
    if (!test) return test.error();
    return Dataset{.key = facts_.key,
                   .classes = kFormat.classes,
                   .normalisation = {{facts_.mean}, {facts_.deviation}},
                   .train = *std::move(train),
                   .test = *std::move(test),
                   .origin = place.string()};
  }

  IdxDatasetFacts facts_;
};

}  // namespace

std::unique_ptr<DatasetSource> makeIdxDataset(IdxDatasetFacts facts) {
  return std::make_unique<IdxDataset>(std::move(facts));
}

}  // namespace telegrad
