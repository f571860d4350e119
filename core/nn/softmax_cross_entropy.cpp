// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/softmax_cross_entropy.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace telegrad {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

/// log(sum_c exp(z_c)) in two parts that are not yet added: each alone has digits that the sum
/// would lose when the largest logit is large.
struct LogSum {
  double largest;  ///< max_c z_c
  double rest;     ///< log(sum_c exp(z_c - largest)) >= 0
};

LogSum logSumOf(std::span<const float> logits) {
  const auto first = std::ranges::max_element(logits);
  const double largest = *first;
  double others = 0.0;
  for (auto logit = logits.begin(); logit != logits.end(); ++logit) {
    // Said, not left to the sum: an infinite logit can leave it finite.
    if (!std::isfinite(*logit)) return {kNan, kNan};
    if (logit != first) others += std::exp(*logit - largest);
  }
  return {largest, std::log1p(others)};
}

double crossEntropy(std::span<const float> logits, std::size_t label, const LogSum& logSum) {
  return logSum.rest + (logSum.largest - logits[label]);
}

}  // namespace

double crossEntropy(std::span<const float> logits, std::size_t label) {
  assert(label < logits.size());
  return crossEntropy(logits, label, logSumOf(logits));
}

double meanCrossEntropy(std::span<const float> logits, std::span<const std::uint8_t> labels,
                        std::span<float> diffLogits) {
  assert(!labels.empty() && logits.size() % labels.size() == 0);
  assert(diffLogits.size() == logits.size());
  const std::size_t classes = logits.size() / labels.size();
  const auto batch = static_cast<double>(labels.size());
  double sum = 0.0;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    assert(labels[i] < classes);
    const auto row = logits.subspan(i * classes, classes);
    const LogSum logSum = logSumOf(row);
    sum += crossEntropy(row, labels[i], logSum);
    for (std::size_t c = 0; c < classes; ++c) {
      const double probability = std::exp((row[c] - logSum.largest) - logSum.rest);
      const double target = c == labels[i] ? 1.0 : 0.0;
      diffLogits[i * classes + c] = static_cast<float>((probability - target) / batch);
    }
  }
  return sum / batch;
}

}  // namespace telegrad
