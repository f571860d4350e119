// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/catalogue.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/tensor/shape.h"

namespace telegrad {

/// Labelled images as they were stored: one byte a pixel.
struct Images {
  Shape shape;                       ///< of one image: {channels, height, width}
  std::vector<std::uint8_t> pixels;  ///< [count, channels, height, width]
  std::vector<std::uint8_t> labels;  ///< [count]
  std::size_t count() const { return labels.size(); }
};

/// x = (pixel / 255 - mean) / deviation, per channel.
struct Normalisation {
  std::vector<float> mean;
  std::vector<float> deviation;
};

/// How each training image is changed whenever it is drawn, in this order. Nothing by default.
struct Augmentation {
  std::size_t padding = 0;  ///< black pixels on every side, of which a random window is cut out
  bool flip = false;        ///< left and right changed over, every second time
  double rotation = 0.0;    ///< degrees to either side, uniform; the nearest pixel, black outside
  bool any() const { return padding > 0 || flip || rotation > 0.0; }
};

/// What a dataset that is put together of several has of one of them.
struct DataSource {
  std::string name;       ///< "CIFAR-10"
  std::size_t train = 0;  ///< examples of the training set
  std::size_t test = 0;   ///< examples of the test set
  Normalisation normalisation;
  Augmentation augmentation;
};

/// A training and a test set of images of one shape.
struct Dataset {
  std::string key;
  std::size_t classes = 0;
  Normalisation normalisation;     ///< of all images, unless there are sources
  Augmentation augmentation = {};  ///< of `train`, unless there are sources
  Images train;
  Images test;
  std::string origin;                        ///< where it was read from, or how it was generated
  std::vector<std::string> classNames = {};  ///< a word for each class
  /// Empty for a dataset of one source. Else in the order of the images: the first train (test)
  /// images of `train` (`test`) are the first one's, those after them the second's, and so on.
  std::vector<DataSource> sources = {};
};

/// "0", "1", ...: the names of classes that are numbers.
std::vector<std::string> numberNames(std::size_t classes);

/// What a dataset holds when it is whole.
struct DatasetOutline {
  Shape shape;  ///< of one image: {channels, height, width}
  std::size_t classes = 0;
  std::size_t train = 0;  ///< examples
  std::size_t test = 0;
};

/// The normalised examples `indices` of `images`.
/// Shapes: inputs [indices, channels * height * width], labels [indices].
void gather(const Images& images, const Normalisation& normalisation,
            std::span<const std::uint32_t> indices, std::span<float> inputs,
            std::span<std::uint8_t> labels);

/// The same, with images changed at random before they are normalised: the draws depend on `random`
/// and the place in `indices` alone.
void gatherAugmented(const Images& images, const Normalisation& normalisation,
                     const Augmentation& augmentation, std::span<const std::uint32_t> indices,
                     Random& random, std::span<float> inputs, std::span<std::uint8_t> labels);

/// The training examples `indices` as a worker sees them: changed at random and normalised, each as
/// its source says. The draws depend on `random`, the place in `indices` and the sources alone.
void gatherTraining(const Dataset& dataset, std::span<const std::uint32_t> indices, Random& random,
                    std::span<float> inputs, std::span<std::uint8_t> labels);

/// The test examples `indices`, each normalised as its source says.
void gatherTest(const Dataset& dataset, std::span<const std::uint32_t> indices,
                std::span<float> inputs, std::span<std::uint8_t> labels);

/// Where datasets are looked for, first hit wins: the folder given, else $TELEGRAD_DATA, else
/// $XDG_DATA_HOME/telegrad/data (~/.local/share/...); after it what the system has.
struct DataFolders {
  std::vector<std::filesystem::path> searched;  ///< in order; the first is where downloads go

  /// Errors: `given` is not a folder; the message names it.
  static Result<DataFolders> resolve(const std::optional<std::filesystem::path>& given);
};

/// A way to come by a dataset.
class DatasetSource {
 public:
  virtual ~DatasetSource() = default;

  /// Reads or generates it. The same bits from the same files and settings everywhere.
  /// Errors: a file that is missing (every place searched is named, and how to get it), truncated,
  ///   of wrong magic, with counts that differ, a label out of range, garbage after the gzip
  ///   stream.
  virtual Result<Dataset> load(const DataFolders& folders) const = 0;

  /// What load() is to be expected to give, without reading anything; nothing where that is not
  /// known.
  virtual std::optional<DatasetOutline> outline() const { return std::nullopt; }
};

/// All datasets, in menu order.
std::span<const Entry<DatasetSource>> datasets();

}  // namespace telegrad
