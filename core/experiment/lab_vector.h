// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/parameter.h"
#include "core/base/result.h"
#include "core/experiment/captured_gradient.h"
#include "core/tensor/shape.h"

namespace telegrad {

/// A vector to try compressors on, with the shapes of the tensors that it is made of.
struct LabVector {
  std::string name;  ///< "Gaussian, d = 10,000": what figures say of it
  Layout layout;
  std::vector<float> values;  ///< [d], as the layout says
};

/// What a generated vector is made from: its distribution, d, rows (of the matrix that operators on
/// matrices take it for; 1: a vector), the power law's exponent, seed.
std::span<const Parameter> labVectorParameters();

/// Draws the vector: entries N(0, 1), Laplace with density exp(-|x|) / 2, uniform in [0, 1),
/// exponential with mean 1, or signs at random before the magnitudes 1^-a, 2^-a, ..., d^-a in
/// random order. `settings` are of labVectorParameters(). Depends on nothing else.
/// Errors: d is not a multiple of rows.
Result<LabVector> makeLabVector(const Settings& settings);

/// A file of little-endian float32, nothing before or after them; empty is a vector without
/// entries. With several rows it is a matrix, row after row. rows >= 1.
/// Errors: it cannot be read, its size is not a multiple of 4, an entry is not finite, there are
///   2^32 entries or more, or no whole number of them in a row; the message names the file.
Result<LabVector> readLabVector(const std::filesystem::path& file, std::size_t rows = 1);

/// Puts the floats, little-endian, in the place of the file's former contents. Errors: as
/// replaceFile().
Result<void> writeFloats(const std::filesystem::path& file, std::span<const float> values);

/// A captured gradient's tensor of that number, or all of it.
LabVector labVectorOf(const CapturedGradient& gradient, std::optional<std::size_t> tensor);

}  // namespace telegrad
