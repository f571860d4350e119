// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "core/base/random.h"
#include "core/tensor/shape.h"

/// What the layers compute, in double and written as the formulas are. The oracle of the tests.
namespace telegrad::naive {

using Vector = std::vector<double>;

inline Vector widen(std::span<const float> x) {
  return {x.begin(), x.end()};
}

/// Normal floats of that deviation; `stream` tells draws of one test apart.
inline std::vector<float> draw(std::size_t size, std::uint32_t stream, double deviation = 1.0) {
  Random random(11, Purpose::Test, stream);
  std::vector<float> x(size);
  for (auto& entry : x) entry = static_cast<float>(deviation * random.normal());
  return x;
}

inline std::vector<std::uint8_t> drawLabels(std::size_t size, std::size_t classes,
                                            std::uint32_t stream) {
  Random random(13, Purpose::Test, stream);
  std::vector<std::uint8_t> labels(size);
  for (auto& label : labels) label = static_cast<std::uint8_t>(random.below(classes));
  return labels;
}

/// y_bo = sum_i x_bi W_oi + b_o; `weights` is W then b.
inline Vector dense(const Vector& weights, const Vector& src, std::size_t inputs,
                    std::size_t outputs) {
  Vector dst;
  for (std::size_t b = 0; b < src.size() / inputs; ++b)
    for (std::size_t o = 0; o < outputs; ++o) {
      double sum = weights.at(outputs * inputs + o);
      for (std::size_t i = 0; i < inputs; ++i)
        sum += src.at(b * inputs + i) * weights.at(o * inputs + i);
      dst.push_back(sum);
    }
  return dst;
}

inline Vector relu(Vector x) {
  for (auto& entry : x) entry = std::max(entry, 0.0);
  return x;
}

/// The mean of log(sum_c exp(z_c)) - z_label: for logits that are not extreme.
inline double meanCrossEntropy(const Vector& logits, const std::vector<std::uint8_t>& labels) {
  const std::size_t classes = logits.size() / labels.size();
  double sum = 0.0;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    double exponentials = 0.0;
    for (std::size_t c = 0; c < classes; ++c) exponentials += std::exp(logits.at(i * classes + c));
    sum += std::log(exponentials) - logits.at(i * classes + labels[i]);
  }
  return sum / static_cast<double>(labels.size());
}

/// The logits of dense layers with ReLU between them; the layout is weight, bias, weight, bias...
inline Vector logits(const Layout& layout, const Vector& weights, const Vector& inputs) {
  Vector x = inputs;
  for (std::size_t t = 0; t < layout.size(); t += 2) {
    if (t > 0) x = relu(x);
    const auto& weight = layout.at(t);
    const auto begin = weights.begin() + static_cast<std::ptrdiff_t>(weight.offset);
    const auto size = weight.size() + layout.at(t + 1).size();
    x = dense(Vector(begin, begin + static_cast<std::ptrdiff_t>(size)), x,
              static_cast<std::size_t>(weight.shape.at(1)),
              static_cast<std::size_t>(weight.shape.at(0)));
  }
  return x;
}

/// Central differences of `function` at x, entry by entry.
inline Vector finiteDifferences(const std::function<double(const Vector&)>& function, Vector x,
                                double step = 1e-6) {
  Vector gradient;
  for (auto& entry : x) {
    const double middle = entry;
    entry = middle + step;
    const double above = function(x);
    entry = middle - step;
    gradient.push_back((above - function(x)) / (2.0 * step));
    entry = middle;
  }
  return gradient;
}

/// The largest |read_i - expected_i| as a share of the largest |expected_i| (or of 1e-30).
inline double worstError(std::span<const float> read, const Vector& expected) {
  if (read.size() != expected.size()) return INFINITY;
  double worst = 0.0;
  double largest = 1e-30;
  for (std::size_t i = 0; i < read.size(); ++i) {
    const double error = std::abs(read[i] - expected[i]);
    if (std::isnan(error)) return INFINITY;
    worst = std::max(worst, error);
    largest = std::max(largest, std::abs(expected[i]));
  }
  return worst / largest;
}

}  // namespace telegrad::naive
