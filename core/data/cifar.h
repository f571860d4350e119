// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/data/dataset.h"

namespace telegrad {

/// What a record holds before its 32 x 32 x 3 pixels.
struct CifarFormat {
  /// One byte each, of which the last is the example's: classes it may be of.
  std::vector<std::size_t> labels;
  std::size_t recordSize() const { return labels.size() + 3072; }
};

/// Colour images and their labels from files in CIFAR's binary format, plain or gzip, one after
/// another: records of the labels' bytes and then 1024 red, 1024 green and 1024 blue pixels,
/// row-major.
/// Errors, each naming the file, what was read and what is allowed: a file that is missing, empty,
///   damaged (gzip) or ends within a record; a label beyond the classes.
/// Source: Krizhevsky, Learning Multiple Layers of Features from Tiny Images, 2009; "binary
/// version".
Result<Images> readCifar(const std::vector<std::filesystem::path>& files,
                         const CifarFormat& format);

/// A dataset that is published as CIFAR was.
struct CifarFacts {
  std::string key;
  std::string folder;  ///< that its archive unpacks to
  CifarFormat format;
  std::vector<std::string> train;  ///< names of files
  std::vector<std::string> test;
  Normalisation normalisation;
  Augmentation augmentation;  ///< where it is wanted
  std::vector<std::string> classNames;
};

/// Reads the files, each plain or with ".gz" (plain wins), from the first of these places that
/// holds all of them: for each folder searched, the subfolder, and the folder itself if it has the
/// subfolder's name.
std::unique_ptr<DatasetSource> makeCifarDataset(CifarFacts facts);

/// Whether training images are changed at random.
Parameter augmentParameter(const std::string& how);

}  // namespace telegrad
