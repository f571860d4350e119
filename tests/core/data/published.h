// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <QCryptographicHash>

#include "core/data/download.h"
#include "tests/core/data/idx_files.h"

inline std::string md5Of(const QByteArray& bytes) {
  return QCryptographicHash::hash(bytes, QCryptographicHash::Md5).toHex().toStdString();
}

/// Writes the files of a dataset of 20 + 10 images to `folder`, packed, and says of them what a
/// publisher would.
inline telegrad::RemoteDataset publish(const std::filesystem::path& folder,
                                       const std::vector<std::string>& mirrors = {}) {
  if (!writeDataset(folder, 20, 10, true)) qFatal("cannot write the test's own files");
  telegrad::RemoteDataset dataset{"mnist", mirrors, {}};
  for (const auto* name : {"train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz",
                           "t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz"}) {
    const auto bytes = readFile(folder / name);
    dataset.files.push_back({name, md5Of(bytes), bytes.size()});
  }
  return dataset;
}
