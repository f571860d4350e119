// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>

#include "core/base/result.h"
#include "core/data/dataset.h"

namespace telegrad {

/// What a pair of IDX files must hold.
struct IdxFormat {
  std::size_t height = 0;
  std::size_t width = 0;
  std::size_t classes = 0;
};

/// Grey images and their labels from two IDX files, plain or gzip.
///
/// Format, big-endian: images are 0x00000803, count, height, width (32 bits each) and then
/// count * height * width bytes; labels are 0x00000801, count and then count bytes.
/// Errors, each naming the file, what was read and what is allowed: a file that is missing,
///   truncated (plain or gzip), damaged, of another magic number, of another image size, without
///   examples, with bytes left over; counts that differ; a label >= classes. Memory is taken only
///   as bytes arrive, so a header that lies costs nothing.
/// Source: LeCun, Cortes and Burges, The MNIST Database of Handwritten Digits, "File formats".
Result<Images> readIdx(const std::filesystem::path& images, const std::filesystem::path& labels,
                       const IdxFormat& format);

}  // namespace telegrad
