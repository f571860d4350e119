// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/dense.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace telegrad {
namespace {

using onednn::Computation;
using onednn::matrix;
using onednn::transposedMatrix;

// Floats of a block of the gradient. What oneDNN puts in order for each pays from there on; two fit
// a second-level cache.
constexpr std::size_t kBlock = std::size_t{52} << 10U;
constexpr std::size_t kBlockOfKernels = std::size_t{13} << 10U;
constexpr std::size_t kTile = 16;

struct Operands {
  dnnl::memory::desc left;
  dnnl::memory::desc right;
  dnnl::memory::desc product;
};

/// product = left right. Chosen over dnnl_sgemm and the inner product primitives by measurement: at
/// batch 10 it is the fastest of those that leave the weights where they are.
Computation multiplication(const Operands& operands) {
  const dnnl::matmul::primitive_desc description({operands.left, operands.right, operands.product},
                                                 onednn::ownScratchpad(), onednn::cpu());
  return {dnnl::matmul(description),
          description.scratchpad_desc(),
          {{DNNL_ARG_SRC, operands.left}, {DNNL_ARG_WEIGHTS, operands.right}},
          {{DNNL_ARG_DST, operands.product}}};
}

template <typename Make>
Computation& cached(std::map<std::size_t, Computation>& cache, std::size_t key, Make make) {
  auto found = cache.find(key);
  if (found == cache.end()) found = cache.emplace(key, make(key)).first;
  return found->second;
}

/// sums_j = sum over the rows, `stride` apart, of rows_ij, first row first.
void sumRows(std::span<const float> rows, std::size_t stride, std::span<float> sums) {
  std::ranges::copy(rows.first(sums.size()), sums.begin());
  for (std::size_t row = stride; row < rows.size(); row += stride)
    for (std::size_t j = 0; j < sums.size(); ++j) sums[j] += rows[row + j];
}

const DenseKernels* fastestKernels() {
  const auto kernels = denseKernels();
  return kernels.empty() ? nullptr : kernels.back();
}

}  // namespace

Dense::Dense(std::size_t inputs, std::size_t outputs)
    : inputs_(inputs),
      outputs_(outputs),
      kernels_(fastestKernels()) {
  assert(inputs > 0 && outputs > 0);
}

std::size_t Dense::packedSize() const {
  return kernels_ == nullptr ? 0 : kernels_->packedSize(inputs_, outputs_);
}

std::size_t Dense::packParts() const {
  return kernels_ == nullptr ? 0 : (outputs_ + kPackedAtOnce - 1) / kPackedAtOnce;
}

void Dense::pack(std::span<const float> weights, std::size_t part, std::span<float> packed) {
  assert(weights.size() == (inputs_ + 1) * outputs_ && packed.size() == packedSize());
  const std::size_t width = kernels_->panel;
  const std::size_t end = std::min(outputs_, (part + 1) * kPackedAtOnce);
  for (std::size_t first = part * kPackedAtOnce; first < end; first += width)
    kernels_->pack(weights.data() + first * inputs_, inputs_, std::min(width, end - first),
                   packed.data() + first * inputs_);
}

const float* Dense::panelsOf(std::span<const float> weights) {
  panels_.resize(packedSize());
  for (std::size_t part = 0; part < packParts(); ++part) pack(weights, part, panels_);
  return panels_.data();
}

Layout Dense::layout() const {
  const auto inputs = static_cast<std::int64_t>(inputs_);
  const auto outputs = static_cast<std::int64_t>(outputs_);
  return {{.name = "weight", .shape = {outputs, inputs}, .offset = 0},
          {.name = "bias", .shape = {outputs}, .offset = outputs_ * inputs_}};
}

void Dense::initialise(std::span<float> weights, Random& random) const {
  assert(weights.size() == (inputs_ + 1) * outputs_);
  const double bound = 1.0 / std::sqrt(static_cast<double>(inputs_));
  for (float& weight : weights) weight = static_cast<float>(random.uniform(-bound, bound));
}

Computation Dense::makeForward(std::size_t batch) const {
  const auto src = matrix(batch, inputs_);
  const auto weight = transposedMatrix(inputs_, outputs_);
  const auto bias = matrix(1, outputs_);
  const auto dst = matrix(batch, outputs_);
  const dnnl::matmul::primitive_desc description({src, weight, bias, dst}, onednn::ownScratchpad(),
                                                 onednn::cpu());
  return {dnnl::matmul(description),
          description.scratchpad_desc(),
          {{DNNL_ARG_SRC, src}, {DNNL_ARG_WEIGHTS, weight}, {DNNL_ARG_BIAS, bias}},
          {{DNNL_ARG_DST, dst}}};
}

Computation Dense::makeBackwardSrc(std::size_t batch) const {
  return multiplication({.left = matrix(batch, outputs_),
                         .right = matrix(outputs_, inputs_),
                         .product = matrix(batch, inputs_)});
}

void Dense::forward(const Weights& weights, std::span<const float> src, std::span<float> dst,
                    std::size_t batch) {
  assert(batch > 0 && weights.flat.size() == (inputs_ + 1) * outputs_);
  assert(weights.packed.empty() || weights.packed.size() == packedSize());
  assert(src.size() == batch * inputs_ && dst.size() == batch * outputs_);
  const auto flat = weights.flat.read(flat_);
  const float* bias = flat.data() + outputs_ * inputs_;
  if (kernels_ != nullptr)
    return kernels_->forward(
        {.src = src.data(),
         .panels = weights.packed.empty() ? panelsOf(flat) : weights.packed.data(),
         .bias = bias,
         .dst = dst.data(),
         .batch = batch,
         .inputs = inputs_,
         .outputs = outputs_,
         .stride = outputs_});
  cached(forward_, batch, [this](std::size_t n) {
    return makeForward(n);
  }).run({src.data(), flat.data(), bias}, {dst.data()});
}

std::size_t Dense::forwardParts() const {
  return kernels_ == nullptr ? 0 : (outputs_ + kernels_->panel - 1) / kernels_->panel;
}

void Dense::forwardPart(const Weights& weights, std::size_t part, std::span<const float> src,
                        std::span<float> dst, std::size_t batch) const {
  assert(weights.packed.size() == packedSize());
  assert(src.size() == batch * inputs_ && dst.size() == batch * outputs_);
  const std::size_t first = part * kernels_->panel;
  const std::size_t count = std::min(kernels_->panel, outputs_ - first);
  const auto bias = weights.flat.part(outputs_ * inputs_ + first, count);
  FloatVector room;  // never used: the newest weights lie in one piece
  kernels_->forward({.src = src.data(),
                     .panels = weights.packed.data() + first * inputs_,
                     .bias = bias.read(room).data(),
                     .dst = dst.data() + first,
                     .batch = batch,
                     .inputs = inputs_,
                     .outputs = count,
                     .stride = outputs_});
}

void Dense::backward(const Weights& weights, std::span<const float> /*src*/,
                     std::span<const float> /*dst*/, std::span<const float> diffDst,
                     std::span<float> diffSrc, std::size_t batch) {
  assert(batch > 0 && weights.flat.size() == (inputs_ + 1) * outputs_);
  assert(diffDst.size() == batch * outputs_ && diffSrc.size() == batch * inputs_);
  cached(backwardSrc_, batch, [this](std::size_t n) {
    return makeBackwardSrc(n);
  }).run({diffDst.data(), weights.flat.read(flat_).data()}, {diffSrc.data()});
}

void Dense::weightGradient(const Signals& given, std::size_t batch, float factor, bool accumulate,
                           std::span<float> target) {
  assert(batch > 0 && target.size() == (inputs_ + 1) * outputs_);
  assert(given.src.size() == batch * inputs_ && given.diffDst.size() == batch * outputs_);
  // Of the few numbers here, not of the product: the kernel's own factor rounds as its shape says,
  // and a pass over the gradient costs a tenth of it.
  const Signals scaled{.src = given.src, .diffDst = times(factor, given.diffDst)};
  for (std::size_t b = 0; b < blocks(); ++b) {
    const auto rows = rowsOf(b);
    const auto place = target.subspan(rows.first * inputs_, rows.count * inputs_);
    if (kernels_ != nullptr) {
      kernels_->differentiate(
          gradientRows({&scaled, 1}, batch, rows,
                       accumulate ? DenseGradient::Use::Add : DenseGradient::Use::Write, place));
      continue;
    }
    block_.resize(accumulate ? place.size() : 0);
    const auto block = accumulate ? std::span(block_) : place;
    multiplyRows(scaled, batch, rows, block);
    // While the block is in the cache: the library's own sum reads the target in an order that
    // waits for memory.
    if (accumulate) scaleAndAdd(1.0F, block, place, place);
  }
  rows_.resize(std::max(rows_.size(), outputs_));
  const auto bias = target.subspan(outputs_ * inputs_);
  const auto sums = accumulate ? std::span(rows_).first(outputs_) : bias;
  sumRows(scaled.diffDst, outputs_, sums);
  if (accumulate) scaleAndAdd(1.0F, sums, bias, bias);
}

std::size_t Dense::rowsAtOnce() const {
  const std::size_t block = kernels_ == nullptr ? kBlock : kBlockOfKernels;
  const std::size_t most = std::clamp<std::size_t>(block / inputs_, 1, outputs_);
  return most < outputs_ && most > kTile ? most - most % kTile : most;
}

std::vector<std::size_t> Dense::gradientParts() const {
  std::vector<std::size_t> parts;
  if (kernels_ == nullptr) return parts;
  for (std::size_t b = 0; b < blocks(); ++b) parts.push_back(rowsOf(b).count * inputs_);
  parts.push_back(outputs_);
  return parts;
}

void Dense::addGradientPart(std::span<const Signals> given, std::size_t batch, std::size_t part,
                            std::span<float> room, std::span<float> sum) const {
  if (part < blocks()) {
    auto call = gradientRows(given, batch, rowsOf(part), DenseGradient::Use::AddEncoded, sum);
    call.message = room.data();
    return kernels_->differentiate(call);
  }
  for (const auto& term : given)
    for (std::size_t first = 0; first < sum.size(); first += room.size()) {
      const auto some = room.first(std::min(room.size(), sum.size() - first));
      sumRows(term.diffDst.subspan(first), outputs_, some);
      const auto place = sum.subspan(first, some.size());
      scaleAndAdd(1.0F, some, place, place);
    }
}

std::span<const float> Dense::times(float factor, std::span<const float> values) {
  if (factor == 1.0F) return values;
  scaled_.resize(std::max(scaled_.size(), values.size()));
  const auto product = std::span(scaled_).first(values.size());
  scale(factor, values, product);
  return product;
}

DenseGradient Dense::gradientRows(std::span<const Signals> given, std::size_t batch,
                                  const Rows& rows, DenseGradient::Use use,
                                  std::span<float> product) const {
  return {.terms = given,
          .product = product.data(),
          .batch = batch,
          .inputs = inputs_,
          .outputs = outputs_,
          .first = rows.first,
          .count = rows.count,
          .use = use,
          .message = nullptr};
}

void Dense::multiplyRows(const Signals& given, std::size_t batch, const Rows& rows,
                         std::span<float> product) const {
  const auto columns = static_cast<dnnl_dim_t>(inputs_);
  [[maybe_unused]] const auto done = dnnl::sgemm(
      'T', 'N', static_cast<dnnl_dim_t>(rows.count), columns, static_cast<dnnl_dim_t>(batch), 1.0F,
      given.diffDst.data() + rows.first, static_cast<dnnl_dim_t>(outputs_), given.src.data(),
      columns, 0.0F, product.data(), columns);
  assert(done == dnnl::status::success);
}

double Dense::squaredDistance(const Signals& one, const Signals& other, std::size_t batch) {
  if (2 * batch * (inputs_ + outputs_) < inputs_ * outputs_)
    return distanceByRows(one, other, batch);
  const std::size_t size = (inputs_ + 1) * outputs_;
  gradients_.resize(2 * size);
  const std::span first(gradients_.data(), size);
  const std::span second(gradients_.data() + size, size);
  weightGradient(one, batch, 1.0F, false, first);
  weightGradient(other, batch, 1.0F, false, second);
  return telegrad::squaredDistance(first, second);
}

double Dense::distanceByRows(const Signals& one, const Signals& other, std::size_t batch) {
  rows_.resize(batch * (inputs_ + outputs_) + outputs_);
  const auto dChange = std::span(rows_).first(batch * outputs_);
  const auto xChange = std::span(rows_).subspan(batch * outputs_, batch * inputs_);
  const bool sameSrc = one.src.data() == other.src.data();
  subtract(one.diffDst, other.diffDst, dChange);
  if (!sameSrc) subtract(one.src, other.src, xChange);
  const auto row = [](std::span<const float> matrix, std::size_t i, std::size_t length) {
    return matrix.subspan(i * length, length);
  };
  double sum = 0.0;
  for (std::size_t b = 0; b < batch; ++b) {
    const auto dChangeB = row(dChange, b, outputs_);
    for (std::size_t c = 0; c < batch; ++c) {
      const auto xC = row(one.src, c, inputs_);
      if (c >= b) {  // the first and the last term are symmetric
        const double twice = c > b ? 2.0 : 1.0;
        sum += twice * dot(dChangeB, row(dChange, c, outputs_)) * dot(row(one.src, b, inputs_), xC);
        if (!sameSrc)
          sum += twice * dot(row(other.diffDst, b, outputs_), row(other.diffDst, c, outputs_)) *
                 dot(row(xChange, b, inputs_), row(xChange, c, inputs_));
      }
      if (!sameSrc)
        sum += 2.0 * dot(dChangeB, row(other.diffDst, c, outputs_)) *
               dot(row(one.src, b, inputs_), row(xChange, c, inputs_));
    }
  }
  const auto biasChange = std::span(rows_).last(outputs_);
  sumRows(dChange, outputs_, biasChange);
  return (sum < 0.0 ? 0.0 : sum) + squaredNorm(biasChange);  // what is no number stays that
}

}  // namespace telegrad
