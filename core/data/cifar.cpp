// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/cifar.h"

#include <algorithm>
#include <utility>

#include "core/data/byte_source.h"

namespace telegrad {
namespace {

namespace fs = std::filesystem;

const Shape kShape{3, 32, 32};
constexpr std::size_t kLongestFile = 100000;  // records: CIFAR's longest has half of that

Error refused(const std::string& file, const std::string& why) {
  return Error{file + ": " + why};
}

Result<void> takeLabels(std::span<const std::uint8_t> read, const CifarFormat& format,
                        const std::string& where) {
  for (std::size_t i = 0; i < read.size(); ++i) {
    if (read[i] < format.labels[i]) continue;
    return refused(where, "read label " + std::to_string(read[i]) + "; allowed: 0 to " +
                              std::to_string(format.labels[i] - 1));
  }
  return {};
}

/// Adds a file's examples to `images`.
Result<void> append(const fs::path& path, const CifarFormat& format, Images& images) {
  const std::string name = path.string();
  auto source = ByteSource::open(path);
  if (!source) return source.error();
  const std::size_t size = format.recordSize();
  std::vector<std::uint8_t> record(size);
  for (std::size_t count = 0;; ++count) {
    const auto read = source->read(record);
    if (!read) return read.error();
    if (*read == 0 && count > 0) return {};
    if (*read < size)
      return refused(name, "truncated: read " + std::to_string(count * size + *read) +
                               " bytes; allowed: records of " + std::to_string(size) +
                               " bytes, at least one, and nothing else");
    if (count == kLongestFile)
      return refused(
          name, "read more than " + std::to_string(kLongestFile) + " records; allowed: as many");
    const auto labels = std::span<const std::uint8_t>(record).first(format.labels.size());
    if (auto taken = takeLabels(labels, format, name + ", record " + std::to_string(count + 1));
        !taken)
      return taken.error();
    images.labels.push_back(labels.back());
    images.pixels.insert(images.pixels.end(),
                         record.begin() + static_cast<std::ptrdiff_t>(format.labels.size()),
                         record.end());
  }
}

/// What a place holds of the files: their paths, or the names of those that are not there.
struct Place {
  std::vector<fs::path> paths;
  std::string missing;
};

Place look(const fs::path& folder, const std::vector<std::string>& names) {
  Place place;
  for (const auto& name : names) {
    std::error_code ignored;
    const auto plain = folder / name;
    const auto packed = folder / (name + ".gz");
    if (fs::exists(plain, ignored))
      place.paths.push_back(plain);
    else if (fs::exists(packed, ignored))
      place.paths.push_back(packed);
    else
      place.missing += (place.missing.empty() ? "" : ", ") + name;
  }
  return place;
}

/// The folder's own name, also of "x/cifar-10-batches-bin/" and ".".
fs::path nameOf(const fs::path& folder) {
  std::error_code ignored;
  auto whole = fs::absolute(folder, ignored).lexically_normal();
  if (!whole.has_filename()) whole = whole.parent_path();
  return whole.filename();
}

class CifarDataset final : public DatasetSource {
 public:
  explicit CifarDataset(CifarFacts facts) : facts_(std::move(facts)) {}

  Result<Dataset> load(const DataFolders& folders) const override {
    std::string searched;
    for (const auto& folder : folders.searched) {
      std::vector<fs::path> places{folder / facts_.folder};
      if (nameOf(folder) == facts_.folder) places.push_back(folder);
      for (const auto& place : places) {
        const auto train = look(place, facts_.train);
        const auto test = look(place, facts_.test);
        if (train.missing.empty() && test.missing.empty()) return read(place, train, test);
        searched += "\n  " + place.string() + describe(place, train, test);
      }
    }
    return Error{facts_.key + " is not there; searched:" + searched +
                 "\nIts binary version is at https://www.cs.toronto.edu/~kriz/cifar.html; unpack "
                 "it in one of the folders above " +
                 facts_.folder};
  }

 private:
  static std::string describe(const fs::path& place, const Place& train, const Place& test) {
    std::error_code ignored;
    if (!fs::is_directory(place, ignored)) return ": no such folder";
    const bool both = !train.missing.empty() && !test.missing.empty();
    return ": it lacks " + train.missing + (both ? ", " : "") + test.missing + " (plain or .gz)";
  }

  Result<Dataset> read(const fs::path& place, const Place& train, const Place& test) const {
    auto examples = readCifar(train.paths, facts_.format);
    if (!examples) return examples.error();
    auto others = readCifar(test.paths, facts_.format);
    if (!others) return others.error();
    return Dataset{.key = facts_.key,
                   .classes = facts_.format.labels.back(),
                   .normalisation = facts_.normalisation,
                   .augmentation = facts_.augmentation,
                   .train = *std::move(examples),
                   .test = *std::move(others),
                   .origin = place.string()};
  }

  CifarFacts facts_;
};

}  // namespace

Result<Images> readCifar(const std::vector<fs::path>& files, const CifarFormat& format) {
  Images images;
  images.shape = kShape;
  for (const auto& file : files)
    if (auto appended = append(file, format, images); !appended) return appended.error();
  return images;
}

std::unique_ptr<DatasetSource> makeCifarDataset(CifarFacts facts) {
  return std::make_unique<CifarDataset>(std::move(facts));
}

Parameter augmentParameter(const std::string& how) {
  return {.key = "augment",
          .label = "Augmentation",
          .unit = "",
          .help = "Changes each training image at random whenever it is drawn: " + how + ".",
          .kind = Flag{true}};
}

}  // namespace telegrad
