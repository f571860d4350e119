// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/data/dataset.h"

namespace telegrad {

/// A dataset of grey 28x28 images in ten classes that is published as MNIST was.
struct IdxDatasetFacts {
  std::string key;      ///< also the name of its folder
  float mean;           ///< of the training pixels / 255
  float deviation;      ///< of the training pixels / 255
  std::string package;  ///< Debian's, if one has it
  std::vector<std::string> classNames;
};

/// Reads train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte and
/// t10k-labels-idx1-ubyte, each plain or with ".gz" (plain wins).
///
/// Places, for each folder searched, in order: folder/key, and the folder itself if its own name is
/// key. The first place that holds all four files is read; a place that holds fewer is passed over,
/// and named with what it lacks if no place is complete.
std::unique_ptr<DatasetSource> makeIdxDataset(IdxDatasetFacts facts);

}  // namespace telegrad
