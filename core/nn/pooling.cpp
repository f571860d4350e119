// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/pooling.h"

#include <cassert>

namespace telegrad {
namespace {

using onednn::Computation;
using Dims = dnnl::memory::dims;

dnnl::memory::dim dim(std::size_t extent) {
  return static_cast<dnnl::memory::dim>(extent);
}

dnnl::algorithm algorithmOf(const PoolingOptions& options) {
  return options.kind == PoolingOptions::Kind::Max ? dnnl::algorithm::pooling_max
                                                   : dnnl::algorithm::pooling_avg_exclude_padding;
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

dnnl::pooling_forward::primitive_desc Pooling::describe(std::size_t batch, bool training) const {
  const Dims strides{dim(options_.stride), dim(options_.stride)};
  const Dims window{dim(options_.height), dim(options_.width)};
  return {{training ? dnnl::prop_kind::forward_training : dnnl::prop_kind::forward_inference,
           algorithmOf(options_),
           format_.images(batch, src_),
           format_.images(batch, dst_),
           strides,
           window,
           {0, 0},
           {0, 0}},
          onednn::ownScratchpad(),
          onednn::cpu()};
}

std::size_t Pooling::memorySize(std::size_t batch) const {
  if (!remembers()) return 0;
  return (describe(batch, true).workspace_desc().get_size() + sizeof(float) - 1) / sizeof(float);
}

Computation Pooling::makeForward(std::size_t batch, bool training) {
  const auto description = describe(batch, training);
  const dnnl::pooling_forward primitive(description);
  const Computation::Argument src{DNNL_ARG_SRC, format_.images(batch, src_)};
  const Computation::Argument dst{DNNL_ARG_DST, format_.images(batch, dst_)};
  const auto scratch = description.scratchpad_desc();
  if (!training || !remembers()) return {primitive, scratch, {src}, {dst}, &scratchpad_};
  return {primitive,
          scratch,
          {src},
          {dst, {DNNL_ARG_WORKSPACE, description.workspace_desc()}},
          &scratchpad_};
}

Computation Pooling::makeBackward(std::size_t batch) {
  const auto forward = describe(batch, true);
  const Dims strides{dim(options_.stride), dim(options_.stride)};
  const Dims window{dim(options_.height), dim(options_.width)};
  const dnnl::pooling_backward::primitive_desc description({algorithmOf(options_),
                                                            format_.images(batch, src_),
                                                            format_.images(batch, dst_),
                                                            strides,
                                                            window,
                                                            {0, 0},
                                                            {0, 0}},
                                                           onednn::ownScratchpad(), onednn::cpu(),
                                                           forward);
  const dnnl::pooling_backward primitive(description);
  const Computation::Argument diffDst{DNNL_ARG_DIFF_DST, format_.images(batch, dst_)};
  const Computation::Argument diffSrc{DNNL_ARG_DIFF_SRC, format_.images(batch, src_)};
  const auto scratch = description.scratchpad_desc();
  if (!remembers()) return {primitive, scratch, {diffDst}, {diffSrc}, &scratchpad_};
  return {primitive,
          scratch,
          {diffDst, {DNNL_ARG_WORKSPACE, forward.workspace_desc()}},
          {diffSrc},
          &scratchpad_};
}

void Pooling::forward(const Forward& call) {
  auto& cache = call.training ? training_ : evaluation_;
  auto found = cache.find(call.batch);
  if (found == cache.end())
    found = cache.emplace(call.batch, makeForward(call.batch, call.training)).first;
  if (call.training && remembers())
    found->second.run({call.src.data()}, {call.dst.data(), call.memory.data()});
  else
    found->second.run({call.src.data()}, {call.dst.data()});
}

void Pooling::backward(const Backward& call) {
  if (call.diffSrc.empty()) return;
  auto found = backward_.find(call.batch);
  if (found == backward_.end())
    found = backward_.emplace(call.batch, makeBackward(call.batch)).first;
  if (remembers())
    found->second.run({call.diffDst.data(), call.memory.data()}, {call.diffSrc.data()});
  else
    found->second.run({call.diffDst.data()}, {call.diffSrc.data()});
}

}  // namespace telegrad
