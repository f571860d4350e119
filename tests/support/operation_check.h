// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QtTest>

#include "core/nn/image_operation.h"
#include "core/nn/model.h"
#include "tests/support/naive_images.h"

namespace telegrad::test {

/// An operation's inputs and results, all in the plain order.
struct OperationCase {
  ImageOperation& operation;
  ImageFormat format;
  ImageShape src;
  std::size_t batch = 2;
  bool plainSrc = false;  ///< it is the network's input
  bool other = false;     ///< it adds a second source
};

struct OperationResults {
  std::vector<float> dst, diffSrc, diffOther, gradient, statistics;
};

inline OperationResults carryOut(const OperationCase& given, const std::vector<float>& weights,
                                 const std::vector<float>& src, const std::vector<float>& other,
                                 const std::vector<float>& diffDst) {
  auto& operation = given.operation;
  const auto& format = given.format;
  const auto dstShape = operation.shape();
  const auto featuresOf = [&](const ImageShape& shape, const std::vector<float>& plain) {
    FloatVector features(given.batch * format.floats(shape), NAN);
    format.fromPlain(shape, plain, features);
    return features;
  };
  const auto plainOf = [&](const ImageShape& shape, const FloatVector& features) {
    std::vector<float> plain(given.batch * shape.channels * shape.pixels(), NAN);
    format.toPlain(shape, features, plain);
    return plain;
  };
  FloatVector packed(operation.packedSize(ImageOperation::Ways::Both), NAN);
  operation.pack(weights, ImageOperation::Ways::Both, packed);
  const auto srcFeatures =
      given.plainSrc ? FloatVector(src.begin(), src.end()) : featuresOf(given.src, src);
  const auto otherFeatures = given.other ? featuresOf(dstShape, other) : FloatVector();
  FloatVector dst(given.batch * format.floats(dstShape), NAN);
  FloatVector memory(operation.memorySize(given.batch), NAN);
  OperationResults results;
  results.statistics.assign(elementCount(operation.statisticsLayout()), NAN);
  operation.forward({.batch = given.batch,
                     .packed = packed,
                     .src = srcFeatures,
                     .other = otherFeatures,
                     .dst = dst,
                     .memory = memory,
                     .training = true,
                     .running = {},
                     .statistics = results.statistics});
  results.dst = plainOf(dstShape, dst);
  auto diff = featuresOf(dstShape, diffDst);
  FloatVector diffSrc(given.plainSrc ? 0 : srcFeatures.size(), NAN);
  results.gradient.assign(weights.size(), NAN);
  operation.backward({.batch = given.batch,
                      .packed = packed,
                      .src = srcFeatures,
                      .dst = dst,
                      .memory = memory,
                      .diffDst = diff,
                      .diffSrc = diffSrc,
                      .gradient = results.gradient});
  if (!given.plainSrc) results.diffSrc = plainOf(given.src, diffSrc);
  if (given.other) results.diffOther = plainOf(dstShape, diff);
  return results;
}

using NaiveOperation = std::function<naive::Vector(
    const naive::Vector& weights, const naive::Vector& src, const naive::Vector& other)>;

/// Forwards it is what `reference` says, and backwards its finite differences.
inline void compareWith(const OperationCase& given, const NaiveOperation& reference) {
  const auto dstShape = given.operation.shape();
  const auto sizeOf = [&](const ImageShape& s) { return given.batch * s.channels * s.pixels(); };
  const auto weights = naive::draw(elementCount(given.operation.layout()), 1, 0.5);
  const auto src = naive::draw(sizeOf(given.src), 2);
  const auto other = given.other ? naive::draw(sizeOf(dstShape), 3) : std::vector<float>();
  const auto diffDst = naive::draw(sizeOf(dstShape), 4);
  const auto results = carryOut(given, weights, src, other, diffDst);
  const auto w = naive::widen(weights);
  const auto x = naive::widen(src);
  const auto z = naive::widen(other);
  const auto lossOf = [&](const naive::Vector& dst) {
    double sum = 0.0;
    for (std::size_t i = 0; i < dst.size(); ++i) sum += dst[i] * static_cast<double>(diffDst[i]);
    return sum;
  };
  QVERIFY(naive::worstError(results.dst, reference(w, x, z)) < 1e-5);
  if (!given.plainSrc)
    QVERIFY(naive::worstError(results.diffSrc, naive::finiteDifferences(
                                                   [&](const naive::Vector& at) {
                                                     return lossOf(reference(w, at, z));
                                                   },
                                                   x)) < 2e-5);
  if (!weights.empty())
    QVERIFY(naive::worstError(results.gradient, naive::finiteDifferences(
                                                    [&](const naive::Vector& at) {
                                                      return lossOf(reference(at, x, z));
                                                    },
                                                    w)) < 2e-5);
  if (given.other)
    QVERIFY(naive::worstError(results.diffOther, naive::finiteDifferences(
                                                     [&](const naive::Vector& at) {
                                                       return lossOf(reference(w, x, at));
                                                     },
                                                     z)) < 2e-5);
}

}  // namespace telegrad::test
