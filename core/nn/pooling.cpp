// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/pooling.h"

#include <cassert>

namespace telegrad {
namespace {

using onednn::Computation;
using Dims = dnnl::memory::dims;

constexpr auto kMean = dnnl::algorithm::pooling_avg_exclude_padding;

Dims extents(std::size_t height, std::size_t width) {
  return {static_cast<dnnl::memory::dim>(height), static_cast<dnnl::memory::dim>(width)};
}

}  // namespace

Pooling::Pooling(const ImageShape& src, const PoolingOptions& options, const ImageFormat& format,
                 onednn::Scratchpad& scratchpad)
    : src_(src),
      options_(options),
      format_(format),
      dst_{src.channels, (src.height - options.height) / options.stride + 1,
           (src.width - options.width) / options.stride + 1},
      scratchpad_(scratchpad) {
  assert(src.height >= options.height && src.width >= options.width && options.stride > 0);
}

MaxWindows Pooling::windowsOf(std::size_t batch) const {
  const std::size_t run = format_.isChwn() ? batch : format_.block();
  return {.count = batch * format_.padded(src_.channels) / run,
          .run = run,
          .srcHeight = src_.height,
          .srcWidth = src_.width,
          .dstHeight = dst_.height,
          .dstWidth = dst_.width,
          .height = options_.height,
          .width = options_.width,
          .stride = options_.stride};
}

dnnl::pooling_forward::primitive_desc Pooling::describeMean(std::size_t batch) const {
  return {{dnnl::prop_kind::forward_training,
           kMean,
           format_.images(batch, src_),
           format_.images(batch, dst_),
           extents(options_.stride, options_.stride),
           extents(options_.height, options_.width),
           {0, 0},
           {0, 0}},
          onednn::ownScratchpad(),
          onednn::cpu()};
}

Computation Pooling::makeMean(std::size_t batch) {
  const auto description = describeMean(batch);
  return {dnnl::pooling_forward(description),
          description.scratchpad_desc(),
          {{DNNL_ARG_SRC, format_.images(batch, src_)}},
          {{DNNL_ARG_DST, format_.images(batch, dst_)}},
          &scratchpad_};
}

Computation Pooling::makeMeanBackward(std::size_t batch) {
  const dnnl::pooling_backward::primitive_desc description(
      {kMean,
       format_.images(batch, src_),
       format_.images(batch, dst_),
       extents(options_.stride, options_.stride),
       extents(options_.height, options_.width),
       {0, 0},
       {0, 0}},
      onednn::ownScratchpad(), onednn::cpu(), describeMean(batch));
  return {dnnl::pooling_backward(description),
          description.scratchpad_desc(),
          {{DNNL_ARG_DIFF_DST, format_.images(batch, dst_)}},
          {{DNNL_ARG_DIFF_SRC, format_.images(batch, src_)}},
          &scratchpad_};
}

void Pooling::forward(const Forward& call) {
  if (options_.kind == PoolingOptions::Kind::Max) {
    largestOfWindows(windowsOf(call.batch), call.src.data(), call.dst.data());
    return;
  }
  auto found = mean_.find(call.batch);
  if (found == mean_.end()) found = mean_.emplace(call.batch, makeMean(call.batch)).first;
  found->second.run({call.src.data()}, {call.dst.data()});
}

void Pooling::backward(const Backward& call) {
  if (call.diffSrc.empty()) return;
  if (options_.kind == PoolingOptions::Kind::Max) {
    differentiateLargest(windowsOf(call.batch), call.src.data(), call.dst.data(),
                         call.diffDst.data(), call.diffSrc.data());
    return;
  }
  auto found = meanBackward_.find(call.batch);
  if (found == meanBackward_.end())
    found = meanBackward_.emplace(call.batch, makeMeanBackward(call.batch)).first;
  found->second.run({call.diffDst.data()}, {call.diffSrc.data()});
}

}  // namespace telegrad
