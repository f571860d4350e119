// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/cifar.h"

#include <algorithm>
#include <utility>

#include "core/base/said.h"
#include "core/data/byte_source.h"
#include "core/data/file_place.h"

namespace telegrad {
namespace {

namespace fs = std::filesystem;

const Shape kShape{3, 32, 32};
constexpr std::size_t kLongestFile = 100000;  // records: CIFAR's longest has half of that

Result<void> takeLabels(std::span<const std::uint8_t> read, const CifarFormat& format,
                        const std::string& file, std::size_t number) {
  for (std::size_t i = 0; i < read.size(); ++i) {
    if (read[i] < format.labels[i]) continue;
    return Error{said("%1, record %2: read label %3; allowed: 0 to %4", file, number, read[i],
                      format.labels[i] - 1)};
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
      return Error{
          said("%1: truncated: read %2 bytes; allowed: records of %3 bytes, at least one, and "
               "nothing else",
               name, count * size + *read, size)};
    if (count == kLongestFile)
      return Error{said("%1: read more than %2 records; allowed: as many", name, kLongestFile)};
    const auto labels = std::span<const std::uint8_t>(record).first(format.labels.size());
    if (auto taken = takeLabels(labels, format, name, count + 1); !taken) return taken.error();
    images.labels.push_back(labels.back());
    images.pixels.insert(images.pixels.end(),
                         record.begin() + static_cast<std::ptrdiff_t>(format.labels.size()),
                         record.end());
  }
}

class CifarDataset final : public DatasetSource {
 public:
  explicit CifarDataset(CifarFacts facts) : facts_(std::move(facts)) {}

  Result<Dataset> load(const DataFolders& folders) const override {
    auto names = facts_.train;
    names.insert(names.end(), facts_.test.begin(), facts_.test.end());
    const auto place = findFiles(folders, facts_.folder, names, facts_.key,
                                 said("Get it with: telegrad-cli fetch %1", facts_.key));
    return place ? read(*place) : place.error();
  }
  std::optional<DatasetOutline> outline() const override {
    return DatasetOutline{
        .shape = kShape, .classes = facts_.format.labels.back(), .train = 50000, .test = 10000};
  }

 private:
  Result<Dataset> read(const FilePlace& place) const {
    const auto firstTest = place.paths.begin() + static_cast<std::ptrdiff_t>(facts_.train.size());
    auto examples = readCifar({place.paths.begin(), firstTest}, facts_.format);
    if (!examples) return examples.error();
    auto others = readCifar({firstTest, place.paths.end()}, facts_.format);
    if (!others) return others.error();
    return Dataset{.key = facts_.key,
                   .classes = facts_.format.labels.back(),
                   .normalisation = facts_.normalisation,
                   .augmentation = facts_.augmentation,
                   .train = *std::move(examples),
                   .test = *std::move(others),
                   .origin = place.folder.string(),
                   .classNames = facts_.classNames};
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
