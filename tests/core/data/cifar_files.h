// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/data/download.h"
#include "tests/core/data/idx_files.h"

// CIFAR's files as its publisher describes them, made byte by byte.

/// `count` records with labels `first`, first + 1, ... (before them, for two labels, 19), whose
/// pixels run through 0, 1, ..., 250, 0, ...
inline QByteArray records(int count, int first, bool coarse = false) {
  QByteArray bytes;
  int pixel = 0;
  for (int i = 0; i < count; ++i) {
    if (coarse) bytes.append(char{19});
    bytes.append(static_cast<char>(first + i));
    for (int p = 0; p < 3072; ++p) bytes.append(static_cast<char>(pixel++ % 251));
  }
  return bytes;
}

/// A small CIFAR-10: five files of two examples to train on, and one of three to test on.
struct NamedBytes {
  std::string name;
  QByteArray bytes;
};
inline std::vector<NamedBytes> smallCifar10() {
  std::vector<NamedBytes> files;
  for (int i = 1; i <= 5; ++i)
    files.push_back({"data_batch_" + std::to_string(i) + ".bin", records(2, i)});
  files.push_back({"test_batch.bin", records(3, 0)});
  return files;
}

inline bool writeFiles(const std::filesystem::path& folder, const std::vector<NamedBytes>& files) {
  bool done = true;
  for (const auto& file : files) done = writeFile(folder / file.name, file.bytes) && done;
  return done;
}

/// What the publisher of smallCifar10() would say that its archive unpacks to.
inline telegrad::ArchiveContents smallContents() {
  telegrad::ArchiveContents contents{"cifar-10-batches-bin", {}, {"batches.meta.txt"}};
  for (const auto& file : smallCifar10()) contents.files.push_back({file.name, file.bytes.size()});
  return contents;
}
