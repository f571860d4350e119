// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/batch_normalisation.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

#include "core/nn/normal_kernels.h"

namespace telegrad {
namespace {

constexpr double kEpsilon = 1e-5;
constexpr std::size_t kMostLanes = 16;
using ChannelFloats = std::array<float, kMostLanes>;
using ChannelSums = std::array<double, kMostLanes>;

float inverseDeviation(double variance) {
  return static_cast<float>(1.0 / std::sqrt(variance + kEpsilon));
}

NormalBlock blockOf(const ImageFormat& format, const ImageShape& shape, std::size_t batch) {
  return {.block = format.block(),
          .batch = batch,
          .stride = format.floats(shape),
          .pixels = shape.pixels()};
}

}  // namespace

Layout BatchNormalisation::layout() const {
  const auto channels = static_cast<std::int64_t>(shape_.channels);
  return {{.name = "weight", .shape = {channels}, .offset = 0},
          {.name = "bias", .shape = {channels}, .offset = shape_.channels}};
}

Layout BatchNormalisation::statisticsLayout() const {
  const auto channels = static_cast<std::int64_t>(shape_.channels);
  return {{.name = "running_mean", .shape = {channels}, .offset = 0},
          {.name = "running_var", .shape = {channels}, .offset = shape_.channels}};
}

void BatchNormalisation::initialise(std::span<float> weights, Random& /*random*/) const {
  std::ranges::fill(weights.first(shape_.channels), 1.0F);
  std::ranges::fill(weights.last(shape_.channels), 0.0F);
}

void BatchNormalisation::initialiseStatistics(std::span<float> statistics) const {
  std::ranges::fill(statistics.first(shape_.channels), 0.0F);
  std::ranges::fill(statistics.last(shape_.channels), 1.0F);
}

void BatchNormalisation::pack(std::span<const float> weights, Ways /*ways*/,
                              std::span<float> packed) {
  std::ranges::fill(packed, 0.0F);
  std::ranges::copy(weights.first(shape_.channels), packed.begin());
  std::ranges::copy(weights.last(shape_.channels), packed.last(padded_).begin());
}

void BatchNormalisation::measure(const Forward& call, std::span<float> mean,
                                 std::span<float> inverse) const {
  const auto block = blockOf(format_, shape_, call.batch);
  const auto count = static_cast<double>(call.batch * shape_.pixels());
  const double unbias = count > 1.0 ? count / (count - 1.0) : 1.0;
  for (std::size_t first = 0; first < padded_; first += block.block) {
    ChannelSums means{};
    ChannelSums variances{};
    measureBlock(block, call.src.data() + first * block.pixels, means.data(), variances.data());
    for (std::size_t l = 0; l < block.block; ++l) {
      const std::size_t c = first + l;
      mean[c] = static_cast<float>(means.at(l));
      inverse[c] = inverseDeviation(variances.at(l));
      if (c >= shape_.channels || call.statistics.empty()) continue;
      call.statistics[c] = mean[c];
      call.statistics[shape_.channels + c] = static_cast<float>(variances.at(l) * unbias);
    }
  }
}

void BatchNormalisation::forward(const Forward& call) {
  constants_.resize(2 * padded_);
  const auto memory = call.training ? call.memory : std::span(constants_);
  const auto mean = memory.first(padded_);
  const auto inverse = memory.last(padded_);
  if (call.training || call.running.empty()) {
    measure(call, mean, inverse);
  } else {
    std::ranges::fill(memory, 0.0F);
    for (std::size_t c = 0; c < shape_.channels; ++c) {
      mean[c] = call.running[c];
      inverse[c] = inverseDeviation(call.running[shape_.channels + c]);
    }
  }
  const auto block = blockOf(format_, shape_, call.batch);
  for (std::size_t first = 0; first < padded_; first += block.block) {
    ChannelFloats scale{};
    for (std::size_t l = 0; l < block.block; ++l)
      scale.at(l) = call.packed[first + l] * inverse[first + l];
    const std::size_t at = first * block.pixels;
    applyBlock(block, {.src = call.src.data() + at,
                       .other = call.other.empty() ? nullptr : call.other.data() + at,
                       .dst = call.dst.data() + at,
                       .mean = mean.data() + first,
                       .scale = scale.data(),
                       .shift = call.packed.data() + padded_ + first,
                       .relu = relu_});
  }
}

void BatchNormalisation::backward(const Backward& call) {
  const auto mean = call.memory.first(padded_);
  const auto inverse = call.memory.last(padded_);
  const auto block = blockOf(format_, shape_, call.batch);
  const auto count = static_cast<double>(call.batch * shape_.pixels());
  for (std::size_t first = 0; first < padded_; first += block.block) {
    const std::size_t at = first * block.pixels;
    ChannelSums sum{};
    ChannelSums product{};
    sumBlock(block, {.src = call.src.data() + at,
                     .dst = relu_ ? call.dst.data() + at : nullptr,
                     .diffDst = call.diffDst.data() + at,
                     .mean = mean.data() + first,
                     .sum = sum.data(),
                     .product = product.data()});
    ChannelFloats scale{};
    ChannelFloats means{};
    ChannelFloats slopes{};
    for (std::size_t l = 0; l < block.block; ++l) {
      const std::size_t c = first + l;
      const double inverted = inverse[c];
      scale.at(l) = call.packed[c] * inverse[c];
      means.at(l) = static_cast<float>(sum.at(l) / count);
      slopes.at(l) = static_cast<float>(inverted * inverted * product.at(l) / count);
      if (c >= shape_.channels) continue;
      call.gradient[c] = static_cast<float>(inverted * product.at(l));
      call.gradient[shape_.channels + c] = static_cast<float>(sum.at(l));
    }
    differentiateBlock(block, {.src = call.src.data() + at,
                               .diffDst = call.diffDst.data() + at,
                               .diffSrc = call.diffSrc.data() + at,
                               .mean = mean.data() + first,
                               .scale = scale.data(),
                               .first = means.data(),
                               .second = slopes.data()});
  }
}

}  // namespace telegrad
