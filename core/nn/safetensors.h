// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <span>

#include "core/base/result.h"
#include "core/tensor/shape.h"
#include "core/tensor/vector_ops.h"

namespace telegrad {

// Weights in the file format that PyTorch's world exchanges them in: 8 bytes N (little-endian), N
// bytes of JSON {"name": {"dtype": "F32", "shape": [...], "data_offsets": [begin, end]}, ...}, then
// the tensors' bytes, little-endian and row-major.
// Source: Hugging Face, Safetensors, "Format".

/// Writes the tensors of `layout`, in their order: into a file beside `path` first, which then
/// takes its place. Errors: a file that cannot be written; what was at `path` is then still there.
Result<void> writeSafetensors(const std::filesystem::path& path, const Layout& layout,
                              std::span<const float> values);

/// The values of `layout`'s tensors, wherever in the file they are; what else it holds, such as
/// counters and running statistics, is passed over.
/// Errors, each naming the file, what was read and what is allowed: no such file; a header that is
///   longer than the file or 16 MiB, no JSON, or not of the form above; a tensor that is missing,
///   of another shape or type; bytes that overlap, leave gaps or end beyond the file; a value that
///   is not finite. Nothing is taken of a file that lies but its header.
Result<FloatVector> readSafetensors(const std::filesystem::path& path, const Layout& layout);

/// Whether the file has a tensor of that name. Errors: as those of readSafetensors() that concern
/// the file and its header.
Result<bool> holdsTensor(const std::filesystem::path& path, const std::string& name);

}  // namespace telegrad
