// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/convolution.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "core/nn/relu.h"
#include "core/tensor/float_memory.h"

namespace telegrad {
namespace {

using onednn::Computation;
using Dims = dnnl::memory::dims;

constexpr std::size_t kTypicalBatch = 10;
constexpr auto kDirect = dnnl::algorithm::convolution_direct;
constexpr auto kFloat = dnnl::memory::data_type::f32;

enum Order { ToForward, ToBackward, FromGradient };

dnnl::memory::dim dim(std::size_t extent) {
  return static_cast<dnnl::memory::dim>(extent);
}

std::size_t floatsIn(const dnnl::memory::desc& desc) {
  return desc.is_zero() ? 0 : desc.get_size() / sizeof(float);
}

template <typename Key, typename Make>
Computation& cached(std::map<Key, Computation>& cache, Key key, Make make) {
  auto found = cache.find(key);
  if (found == cache.end()) found = cache.emplace(key, make()).first;
  return found->second;
}

}  // namespace

Layout convolutionLayout(std::size_t inputs, const ConvolutionOptions& options) {
  const auto extent = [](std::size_t value) { return static_cast<std::int64_t>(value); };
  const auto kernel = extent(options.kernel);
  Layout layout{{.name = "weight",
                 .shape = {extent(options.outputs), extent(inputs), kernel, kernel},
                 .offset = 0}};
  if (options.bias)
    layout.push_back({.name = "bias",
                      .shape = {extent(options.outputs)},
                      .offset = options.outputs * inputs * options.kernel * options.kernel});
  return layout;
}

void initialiseConvolution(std::size_t inputs, const ConvolutionOptions& options,
                           std::span<float> weights, Random& random) {
  const auto terms = static_cast<double>(inputs * options.kernel * options.kernel);
  const double bound = 1.0 / std::sqrt(terms);
  for (auto& weight : weights) weight = static_cast<float>(random.uniform(-bound, bound));
}

/// The tensors of one batch size, and the three ways through.
struct Convolution::Descriptions {
  dnnl::memory::desc src;
  dnnl::memory::desc dst;
  dnnl::memory::desc bias;
  dnnl::convolution_forward::primitive_desc forward;
  Dims strides;
  Dims padding;
};

Convolution::Convolution(const ImageShape& src, bool plainSrc, const ConvolutionOptions& options,
                         const ImageFormat& format, ConvolutionMemory& memory)
    : src_(src),
      plainSrc_(plainSrc),
      options_(options),
      format_(format),
      dst_{options.outputs,
           (src.height + 2 * options.padding - options.kernel) / options.stride + 1,
           (src.width + 2 * options.padding - options.kernel) / options.stride + 1},
      memory_(memory),
      paddedInputs_(plainSrc ? src.channels : format.padded(src.channels)),
      paddedOutputs_(format.padded(options.outputs)) {
  assert(src.height + 2 * options.padding >= options.kernel);
  assert(src.width + 2 * options.padding >= options.kernel && options.stride > 0);
  const OneThread one;
  auto any = plainWeights();
  any = {any.dims(), kFloat, dnnl::memory::format_tag::any};
  const auto d = describe(kTypicalBatch, any);
  forwardWeights_ = d.forward.weights_desc();
  if (!plainSrc_) {
    const dnnl::convolution_backward_data::primitive_desc backward(
        {kDirect, d.src, any, d.dst, d.strides, d.padding, d.padding}, onednn::ownScratchpad(),
        onednn::cpu(), d.forward);
    backwardWeights_ = backward.weights_desc();
  }
  const dnnl::convolution_backward_weights::primitive_desc gradient(
      {kDirect, d.src, any, d.dst, d.strides, d.padding, d.padding}, onednn::ownScratchpad(),
      onednn::cpu(), d.forward);
  diffWeights_ = gradient.diff_weights_desc();
}

bool Convolution::filledUp() const {
  return paddedInputs_ != src_.channels || paddedOutputs_ != options_.outputs;
}

dnnl::memory::desc Convolution::plainWeights() const {
  return {{dim(paddedOutputs_), dim(paddedInputs_), dim(options_.kernel), dim(options_.kernel)},
          kFloat,
          dnnl::memory::format_tag::oihw};
}

Convolution::Descriptions Convolution::describe(std::size_t batch,
                                                const dnnl::memory::desc& weights) const {
  Descriptions d;
  d.src = plainSrc_ ? plainImages(batch, src_) : format_.images(batch, src_);
  d.dst = format_.images(batch, dst_);
  d.bias = {{dim(paddedOutputs_)}, kFloat, dnnl::memory::format_tag::x};
  d.strides = {dim(options_.stride), dim(options_.stride)};
  d.padding = {dim(options_.padding), dim(options_.padding)};
  auto attributes = onednn::ownScratchpad();
  if (options_.relu) {
    dnnl::post_ops after;
    after.append_eltwise(1.0F, dnnl::algorithm::eltwise_relu, 0.0F, 0.0F);
    attributes.set_post_ops(after);
  }
  constexpr auto kKind = dnnl::prop_kind::forward_training;
  if (options_.bias)
    d.forward = {{kKind, kDirect, d.src, weights, d.bias, d.dst, d.strides, d.padding, d.padding},
                 attributes,
                 onednn::cpu()};
  else
    d.forward = {{kKind, kDirect, d.src, weights, d.dst, d.strides, d.padding, d.padding},
                 attributes,
                 onednn::cpu()};
  return d;
}

Layout Convolution::layout() const {
  return convolutionLayout(src_.channels, options_);
}

void Convolution::initialise(std::span<float> weights, Random& random) const {
  initialiseConvolution(src_.channels, options_, weights, random);
}

std::size_t Convolution::packedSize(Ways ways) const {
  const std::size_t forward = floatsIn(forwardWeights_) + (options_.bias ? paddedOutputs_ : 0);
  return (ways == Ways::Backward ? 0 : forward) +
         (ways == Ways::Forward ? 0 : floatsIn(backwardWeights_));
}

void Convolution::fillUp(std::span<const float> weights, std::span<float> filled) const {
  std::ranges::fill(filled, 0.0F);
  const std::size_t row = src_.channels * kernelArea();
  for (std::size_t o = 0; o < options_.outputs; ++o)
    std::ranges::copy(
        weights.subspan(o * row, row),
        filled.begin() + static_cast<std::ptrdiff_t>(o * paddedInputs_ * kernelArea()));
}

void Convolution::pack(std::span<const float> weights, Ways ways, std::span<float> packed) {
  assert(packed.size() == packedSize(ways));
  const float* plain = weights.data();
  if (filledUp()) {
    const auto filled = firstOf(memory_.filledUp, floatsIn(plainWeights()));
    fillUp(weights, filled);
    plain = filled.data();
  }
  if (!backwardWeights_.is_zero() && ways != Ways::Forward)
    cached(orders_, int{ToBackward}, [this] {
      return onednn::reordering(plainWeights(), backwardWeights_);
    }).run({plain}, {packed.last(floatsIn(backwardWeights_)).data()});
  if (ways == Ways::Backward) return;
  cached(orders_, int{ToForward}, [this] {
    return onednn::reordering(plainWeights(), forwardWeights_);
  }).run({plain}, {packed.data()});
  if (!options_.bias) return;
  const auto bias = packed.subspan(floatsIn(forwardWeights_), paddedOutputs_);
  std::ranges::fill(bias, 0.0F);
  std::ranges::copy(weights.subspan(weightCount()), bias.begin());
}

Computation Convolution::makeForward(std::size_t batch) {
  const auto d = describe(batch, forwardWeights_);
  const dnnl::convolution_forward primitive(d.forward);
  const auto scratch = d.forward.scratchpad_desc();
  if (!options_.bias)
    return {primitive,
            scratch,
            {{DNNL_ARG_SRC, d.src}, {DNNL_ARG_WEIGHTS, forwardWeights_}},
            {{DNNL_ARG_DST, d.dst}},
            &memory_.scratchpad};
  return {primitive,
          scratch,
          {{DNNL_ARG_SRC, d.src}, {DNNL_ARG_WEIGHTS, forwardWeights_}, {DNNL_ARG_BIAS, d.bias}},
          {{DNNL_ARG_DST, d.dst}},
          &memory_.scratchpad};
}

Computation Convolution::makeBackwardSrc(std::size_t batch) {
  const auto d = describe(batch, forwardWeights_);
  const dnnl::convolution_backward_data::primitive_desc description(
      {kDirect, d.src, backwardWeights_, d.dst, d.strides, d.padding, d.padding},
      onednn::ownScratchpad(), onednn::cpu(), d.forward);
  return {dnnl::convolution_backward_data(description),
          description.scratchpad_desc(),
          {{DNNL_ARG_DIFF_DST, d.dst}, {DNNL_ARG_WEIGHTS, backwardWeights_}},
          {{DNNL_ARG_DIFF_SRC, d.src}},
          &memory_.scratchpad};
}

Computation Convolution::makeBackwardWeights(std::size_t batch) {
  const auto d = describe(batch, forwardWeights_);
  using Kernel = dnnl::convolution_backward_weights;
  const auto desc = options_.bias ? Kernel::desc(kDirect, d.src, diffWeights_, d.bias, d.dst,
                                                 d.strides, d.padding, d.padding)
                                  : Kernel::desc(kDirect, d.src, diffWeights_, d.dst, d.strides,
                                                 d.padding, d.padding);
  const Kernel::primitive_desc description(desc, onednn::ownScratchpad(), onednn::cpu(), d.forward);
  const auto scratch = description.scratchpad_desc();
  if (!options_.bias)
    return {Kernel(description),
            scratch,
            {{DNNL_ARG_SRC, d.src}, {DNNL_ARG_DIFF_DST, d.dst}},
            {{DNNL_ARG_DIFF_WEIGHTS, diffWeights_}},
            &memory_.scratchpad};
  return {Kernel(description),
          scratch,
          {{DNNL_ARG_SRC, d.src}, {DNNL_ARG_DIFF_DST, d.dst}},
          {{DNNL_ARG_DIFF_WEIGHTS, diffWeights_}, {DNNL_ARG_DIFF_BIAS, d.bias}},
          &memory_.scratchpad};
}

void Convolution::forward(const Forward& call) {
  auto& computation = cached(forward_, call.batch, [&] { return makeForward(call.batch); });
  if (!options_.bias) {
    computation.run({call.src.data(), call.packed.data()}, {call.dst.data()});
    return;
  }
  const auto bias = call.packed.subspan(floatsIn(forwardWeights_), paddedOutputs_);
  computation.run({call.src.data(), call.packed.data(), bias.data()}, {call.dst.data()});
}

void Convolution::backward(const Backward& call) {
  if (options_.relu) passWherePositive(call.dst, call.diffDst);
  // First, as the gradient may come to lie where the packed weights are.
  if (!call.diffSrc.empty())
    cached(backwardSrc_, call.batch, [&] { return makeBackwardSrc(call.batch); })
        .run({call.diffDst.data(), call.packed.last(floatsIn(backwardWeights_)).data()},
             {call.diffSrc.data()});
  auto& weights =
      cached(backwardWeightsOf_, call.batch, [&] { return makeBackwardWeights(call.batch); });
  const auto ordered = firstOf(memory_.ordered, floatsIn(diffWeights_));
  if (options_.bias) {
    diffBias_.resize(paddedOutputs_);
    weights.run({call.src.data(), call.diffDst.data()}, {ordered.data(), diffBias_.data()});
    std::copy_n(diffBias_.begin(), options_.outputs,
                call.gradient.begin() + static_cast<std::ptrdiff_t>(weightCount()));
  } else {
    weights.run({call.src.data(), call.diffDst.data()}, {ordered.data()});
  }
  writeGradient(call.gradient.first(weightCount()));
}

void Convolution::writeGradient(std::span<float> gradient) {
  auto& order = cached(orders_, int{FromGradient},
                       [this] { return onednn::reordering(diffWeights_, plainWeights()); });
  if (!filledUp()) {
    order.run({memory_.ordered.data()}, {gradient.data()});
    return;
  }
  const auto filled = firstOf(memory_.filledUp, floatsIn(plainWeights()));
  order.run({memory_.ordered.data()}, {filled.data()});
  const std::size_t row = src_.channels * kernelArea();
  for (std::size_t o = 0; o < options_.outputs; ++o)
    std::copy_n(filled.begin() + static_cast<std::ptrdiff_t>(o * paddedInputs_ * kernelArea()), row,
                gradient.begin() + static_cast<std::ptrdiff_t>(o * row));
}

}  // namespace telegrad
