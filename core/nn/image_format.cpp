// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/image_format.h"

#include <algorithm>
#include <cassert>

#include <omp.h>

namespace telegrad {
namespace {

using Tag = dnnl::memory::format_tag;

dnnl::memory::desc describe(std::size_t batch, std::size_t channels, const ImageShape& shape,
                            Tag order) {
  const auto dim = [](std::size_t extent) { return static_cast<dnnl::memory::dim>(extent); };
  return {{dim(batch), dim(channels), dim(shape.height), dim(shape.width)},
          dnnl::memory::data_type::f32,
          order};
}

/// to [columns, rows] = the transpose of from [rows, columns], a few columns at a time.
void transpose(std::size_t rows, std::size_t columns, const float* from, float* to) {
  constexpr std::size_t kAtOnce = 16;
  for (std::size_t first = 0; first < columns; first += kAtOnce) {
    const std::size_t last = std::min(first + kAtOnce, columns);
    for (std::size_t r = 0; r < rows; ++r)
      for (std::size_t c = first; c < last; ++c) to[c * rows + r] = from[r * columns + c];
  }
}

}  // namespace

ImageFormat ImageFormat::best() {
  switch (dnnl::get_effective_cpu_isa()) {
    case dnnl::cpu_isa::avx512_core:
    case dnnl::cpu_isa::avx512_core_vnni:
    case dnnl::cpu_isa::avx512_core_bf16:
    case dnnl::cpu_isa::avx512_core_amx:
      return ImageFormat(16);
    case dnnl::cpu_isa::avx2:
    case dnnl::cpu_isa::avx2_vnni:
      return ImageFormat(8);
    default:
      return ImageFormat(1);
  }
}

ImageFormat ImageFormat::chwn() {
  ImageFormat format(1);
  format.chwn_ = true;
  return format;
}

dnnl::memory::desc ImageFormat::images(std::size_t batch, const ImageShape& shape) const {
  const Tag order = chwn_          ? Tag::chwn
                    : block_ == 16 ? Tag::nChw16c
                    : block_ == 8  ? Tag::nChw8c
                                   : Tag::nchw;
  return describe(batch, padded(shape.channels), shape, order);
}

dnnl::memory::desc plainImages(std::size_t batch, const ImageShape& shape) {
  return describe(batch, shape.channels, shape, Tag::nchw);
}

void ImageFormat::toPlain(const ImageShape& shape, std::span<const float> features,
                          std::span<float> plain) const {
  const std::size_t pixels = shape.pixels();
  const std::size_t batch = plain.size() / (shape.channels * pixels);
  assert(features.size() == batch * floats(shape));
  if (chwn_) {
    transpose(floats(shape), batch, features.data(), plain.data());
    return;
  }
  std::size_t to = 0;
  for (std::size_t n = 0; n < batch; ++n)
    for (std::size_t c = 0; c < shape.channels; ++c) {
      const std::size_t from = n * floats(shape) + c / block_ * block_ * pixels + c % block_;
      for (std::size_t p = 0; p < pixels; ++p) plain[to++] = features[from + p * block_];
    }
}

void ImageFormat::fromPlain(const ImageShape& shape, std::span<const float> plain,
                            std::span<float> features) const {
  const std::size_t pixels = shape.pixels();
  const std::size_t batch = plain.size() / (shape.channels * pixels);
  assert(features.size() == batch * floats(shape));
  if (chwn_) {
    transpose(batch, floats(shape), plain.data(), features.data());
    return;
  }
  if (padded(shape.channels) != shape.channels) std::ranges::fill(features, 0.0F);
  std::size_t from = 0;
  for (std::size_t n = 0; n < batch; ++n)
    for (std::size_t c = 0; c < shape.channels; ++c) {
      const std::size_t to = n * floats(shape) + c / block_ * block_ * pixels + c % block_;
      for (std::size_t p = 0; p < pixels; ++p) features[to + p * block_] = plain[from++];
    }
}

OneThread::OneThread() : before_(omp_get_max_threads()) {
  omp_set_num_threads(1);
}

OneThread::~OneThread() {
  omp_set_num_threads(before_);
}

}  // namespace telegrad
