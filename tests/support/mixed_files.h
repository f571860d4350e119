// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "core/data/dataset.h"
#include "tests/core/data/idx_files.h"

namespace telegrad::test {

inline Dataset generated(const char* key, std::int64_t train, std::int64_t test) {
  const auto entry = *find(datasets(), key, "dataset");
  const auto settings =
      Settings::from(entry->parameters, {{"train_examples", train}, {"test_examples", test}});
  return *entry->make(*settings)->load({});
}

inline QByteArray bytesOf(std::span<const std::uint8_t> bytes) {
  QByteArray copy;
  for (const auto byte : bytes) copy.append(static_cast<char>(byte));
  return copy;
}

inline bool writeIdx(const std::filesystem::path& folder, const std::string& set,
                     const Images& images) {
  const auto count = static_cast<quint32>(images.count());
  return writeFile(folder / (set + "-images-idx3-ubyte"),
                   bigEndian({0x803, count, 28, 28}) + bytesOf(images.pixels)) &&
         writeFile(folder / (set + "-labels-idx1-ubyte"),
                   bigEndian({0x801, count}) + bytesOf(images.labels));
}

/// The images [first, first + count) as CIFAR-10's files have them.
inline QByteArray cifarRecords(const Images& images, std::size_t first, std::size_t count) {
  QByteArray bytes;
  const std::span<const std::uint8_t> pixels = images.pixels;
  for (std::size_t i = first; i < first + count; ++i)
    bytes += static_cast<char>(images.labels.at(i)) + bytesOf(pixels.subspan(i * 3072, 3072));
  return bytes;
}

/// Files of MNIST and of CIFAR-10 in `data`, with 300 generated images each to train on, and 100 to
/// test on.
inline bool writeMixedData(const std::filesystem::path& data) {
  const auto digits = generated("synthetic-digits", 300, 100);
  const auto objects = generated("synthetic-objects", 300, 100);
  const auto folder = data / "cifar-10-batches-bin";
  bool done = writeIdx(data / "mnist", "train", digits.train) &&
              writeIdx(data / "mnist", "t10k", digits.test) &&
              writeFile(folder / "test_batch.bin", cifarRecords(objects.test, 0, 100));
  for (std::size_t i = 0; i < 5; ++i)
    done = writeFile(folder / ("data_batch_" + std::to_string(i + 1) + ".bin"),
                     cifarRecords(objects.train, 60 * i, 60)) &&
           done;
  return done;
}

}  // namespace telegrad::test
