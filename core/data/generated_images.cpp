// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/generated_images.h"

#include <cmath>
#include <utility>

namespace telegrad {
namespace {

constexpr double kBrightest = 255.0;

Normalisation normalisationOf(const Images& images) {
  Normalisation normalisation;
  const auto channels = static_cast<std::size_t>(images.shape.front());
  const std::size_t pixels = elementCount(images.shape) / channels;
  const auto count = static_cast<double>(images.count() * pixels);
  for (std::size_t c = 0; c < channels; ++c) {
    std::uint64_t sum = 0;
    std::uint64_t squares = 0;
    for (std::size_t i = 0; i < images.count(); ++i)
      for (const std::uint64_t pixel :
           std::span(images.pixels).subspan((i * channels + c) * pixels, pixels)) {
        sum += pixel;
        squares += pixel * pixel;
      }
    const double mean = static_cast<double>(sum) / count;
    const double variance = static_cast<double>(squares) / count - mean * mean;
    normalisation.mean.push_back(static_cast<float>(mean / kBrightest));
    normalisation.deviation.push_back(static_cast<float>(std::sqrt(variance) / kBrightest));
  }
  return normalisation;
}

class GeneratedSource final : public DatasetSource {
 public:
  GeneratedSource(GeneratedImages images, const Settings& settings)
      : images_(std::move(images)),
        train_(static_cast<std::size_t>(settings.integer("train_examples"))),
        test_(static_cast<std::size_t>(settings.integer("test_examples"))),
        seed_(static_cast<std::uint64_t>(settings.integer("seed"))) {}

  Result<Dataset> load(const DataFolders& /*folders*/) const override {
    Dataset dataset;
    dataset.key = images_.key;
    dataset.classes = images_.classes;
    dataset.train = generate(images_.firstStream, train_);
    dataset.test = generate(images_.firstStream + 1, test_);
    dataset.normalisation = normalisationOf(dataset.train);
    dataset.classNames = images_.classNames;
    dataset.origin = "generated from seed " + std::to_string(seed_);
    return dataset;
  }
  std::optional<DatasetOutline> outline() const override {
    return DatasetOutline{
        .shape = images_.shape, .classes = images_.classes, .train = train_, .test = test_};
  }

 private:
  Images generate(std::uint32_t stream, std::size_t count) const {
    const std::size_t size = elementCount(images_.shape);
    Images images{images_.shape, std::vector<std::uint8_t>(count * size),
                  std::vector<std::uint8_t>(count)};
    for (std::size_t i = 0; i < count; ++i) {
      Random random(seed_, Purpose::SyntheticData, stream, i);
      images.labels[i] = images_.render(std::span(images.pixels).subspan(i * size, size), random);
    }
    return images;
  }

  GeneratedImages images_;
  std::size_t train_;
  std::size_t test_;
  std::uint64_t seed_;
};

}  // namespace

std::vector<Parameter> generatedParameters(const Integer& train, const Integer& test,
                                           std::string difficulty) {
  return {{.key = "train_examples",
           .label = "Training examples",
           .unit = "",
           .help = "How many images to train on.",
           .kind = train},
          {.key = "test_examples",
           .label = "Test examples",
           .unit = "",
           .help = "How many images to measure accuracy on.",
           .kind = test},
          {.key = "seed",
           .label = "Image seed",
           .unit = "",
           .help = "Which images; independent of the run's own seed.",
           .kind = Integer{1, 0, 2147483647}},
          {.key = "difficulty",
           .label = "Difficulty",
           .unit = "",
           .help = std::move(difficulty),
           .kind = Real{1.0, 0.0, 2.0}}};
}

std::unique_ptr<DatasetSource> makeGenerated(GeneratedImages images, const Settings& settings) {
  return std::make_unique<GeneratedSource>(std::move(images), settings);
}

}  // namespace telegrad
