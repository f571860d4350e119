// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cassert>
#include <cstddef>
#include <string>
#include <utility>

#include "core/data/dataset.h"

namespace telegrad {
namespace {

constexpr std::size_t kSide = 32;
const Shape kColour{3, kSide, kSide};

/// Adds grey images to colour ones of 32x32: black around them, the one channel three times.
void appendInColour(const Images& grey, Images& colour) {
  assert(colour.shape == kColour);
  const auto height = static_cast<std::size_t>(grey.shape[1]);
  const auto width = static_cast<std::size_t>(grey.shape[2]);
  const std::size_t above = (kSide - height) / 2;
  const std::size_t left = (kSide - width) / 2;
  std::size_t image = colour.pixels.size();
  colour.pixels.resize(image + grey.count() * 3 * kSide * kSide);
  std::span<const std::uint8_t> rest = grey.pixels;
  for (std::size_t i = 0; i < grey.count(); ++i, image += 3 * kSide * kSide) {
    for (std::size_t y = above; y < above + height; ++y, rest = rest.subspan(width)) {
      for (const std::size_t channel : {0U, 1U, 2U}) {
        const std::size_t row = (channel * kSide + y) * kSide + left;
        std::ranges::copy(rest.first(width), std::span(colour.pixels).subspan(image + row).begin());
      }
    }
  }
  colour.labels.insert(colour.labels.end(), grey.labels.begin(), grey.labels.end());
}

Normalisation onThreeChannels(const Normalisation& grey) {
  return {std::vector<float>(3, grey.mean.front()), std::vector<float>(3, grey.deviation.front())};
}

DataSource sourceOf(std::string name, const Dataset& dataset) {
  return {.name = std::move(name),
          .train = dataset.train.count(),
          .test = dataset.test.count(),
          .normalisation = dataset.normalisation,
          .augmentation = dataset.augmentation};
}

/// CIFAR-10 and, after it, MNIST made to look like it. Class c of both is class c.
class MnistAndCifar10 final : public DatasetSource {
 public:
  MnistAndCifar10(bool augment, std::size_t digitPadding)
      : augment_(augment),
        digitPadding_(digitPadding) {}

  Result<Dataset> load(const DataFolders& folders) const override {
    auto photographs = loadPart("cifar-10", {{"augment", augment_}}, folders);
    auto digits = loadPart("mnist", {}, folders);
    if (!photographs && !digits)
      return Error{photographs.error().message + "\n" + digits.error().message};
    if (!photographs) return photographs.error();
    if (!digits) return digits.error();
    digits->normalisation = onThreeChannels(digits->normalisation);
    digits->augmentation = {.padding = digitPadding_};  // no flip: it makes other digits, or none
    Dataset mixed = *std::move(photographs);
    mixed.sources = {sourceOf("CIFAR-10", mixed), sourceOf("MNIST", *digits)};
    mixed.key = "mnist-and-cifar-10";
    for (std::size_t c = 0; c < mixed.classNames.size(); ++c)
      mixed.classNames[c] += ", " + digits->classNames.at(c);
    mixed.normalisation = {};
    mixed.augmentation = {};
    appendInColour(digits->train, mixed.train);
    appendInColour(digits->test, mixed.test);
    mixed.origin += " and " + digits->origin;
    return mixed;
  }

 private:
  static Result<Dataset> loadPart(const char* key, const Values& values,
                                  const DataFolders& folders) {
    const auto entry = find(datasets(), key, "dataset");
    if (!entry) return entry.error();
    const auto settings = Settings::from((*entry)->parameters, values);
    if (!settings) return settings.error();
    return (*entry)->make(*settings)->load(folders);
  }

  bool augment_;
  std::size_t digitPadding_;
};

}  // namespace

/// The SASG paper's heterogeneous experiment mixes these two and does not say how. Here the digits
/// are padded to 32x32, grey is taken as three equal channels, each set keeps its normalisation,
/// and the ten classes are shared.
Entry<DatasetSource> mnistAndCifar10() {
  Entry<DatasetSource> entry;
  entry.key = "mnist-and-cifar-10";
  entry.name = "MNIST and CIFAR-10 mixed";
  entry.summary =
      "Photographs and handwritten digits, 32x32 in colour, in ten shared classes, 110,000 to "
      "train "
      "on, 20,000 to test; how they are mixed is our choice.";
  entry.source =
      "arXiv 2112.04088 mixes the two; Krizhevsky 2009, and LeCun, Bottou, Bengio and Haffner 1998";
  entry.parameters = {
      {.key = "augment",
       .label = "Augmentation",
       .unit = "",
       .help = "Changes each photograph at random whenever it is drawn, as CIFAR-10 alone does.",
       .kind = Flag{true}},
      {.key = "digit_padding",
       .label = "Shift of the digits",
       .unit = "pixels",
       .help = "How far each digit is shifted at random, at most, whenever it is drawn.",
       .kind = Integer{0, 0, 4}}};
  entry.make = [](const Settings& settings) {
    return std::make_unique<MnistAndCifar10>(
        settings.flag("augment"), static_cast<std::size_t>(settings.integer("digit_padding")));
  };
  return entry;
}

}  // namespace telegrad
