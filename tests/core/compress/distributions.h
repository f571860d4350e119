// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

#include "tests/core/compress/support.h"

namespace telegrad::test {

using Doubles = std::vector<double>;

inline Doubles doubles(const std::vector<float>& x) {
  return {x.begin(), x.end()};
}

inline double squaredLength(const Doubles& x) {
  double sum = 0.0;
  for (const double v : x) sum += v * v;
  return sum;
}

/// <C, x> / ||x||^2, ||C||^2 / ||x||^2 and ||C - x||^2 / ||x||^2.
struct Ratios {
  double alignment = 0.0;
  double length = 0.0;
  double error = 0.0;
};

inline Ratios ratios(const std::vector<float>& received, const std::vector<float>& x) {
  Ratios r;
  double whole = 0.0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const double c = received[i];
    const double v = x[i];
    r.alignment += c * v;
    r.length += c * c;
    r.error += (c - v) * (c - v);
    whole += v * v;
  }
  return {r.alignment / whole, r.length / whole, r.error / whole};
}

/// (3, -1, 0.5, -0.3, 2.5, -4, 0.1, 0.75), whose results are known in closed form.
inline const Doubles& fixedVector() {
  static const Doubles x{3.0, -1.0, 0.5, -0.3, 2.5, -4.0, 0.1, 0.75};
  return x;
}

inline std::vector<float> floats(const Doubles& x) {
  std::vector<float> rounded(x.size());
  std::ranges::transform(x, rounded.begin(), [](double v) { return static_cast<float>(v); });
  return rounded;
}

/// Vectors of 40 entries from Gaussian, Laplace, Cauchy, lognormal, flat, one-hot and geometric
/// distributions, with random signs.
inline std::vector<std::vector<float>> manyDistributions() {
  constexpr std::size_t kEntries = 40;
  std::vector<std::vector<float>> all;
  Random random(23, Purpose::Test);
  const auto sign = [&random] { return random.next32() % 2 == 0 ? 1.0 : -1.0; };
  const auto add = [&all](const auto& entryAt) {
    Doubles x(kEntries);
    for (std::size_t i = 0; i < kEntries; ++i) x[i] = entryAt(i);
    all.push_back(floats(x));
  };
  for (std::size_t round = 0; round < 40; ++round) {
    add([&](std::size_t /*i*/) { return random.normal(); });
    add([&](std::size_t /*i*/) { return sign() * std::log(1.0 - random.uniform()); });
    add([&](std::size_t /*i*/) { return random.normal() / (random.normal() + 1e-9); });
    add([&](std::size_t /*i*/) { return sign() * std::exp(3.0 * random.normal()); });
    add([&](std::size_t /*i*/) { return sign() * 0.7; });
    add([&](std::size_t i) { return i == round ? 1.3 : 0.0; });
    add([&](std::size_t i) { return sign() * std::pow(0.8, static_cast<double>(i)); });
  }
  return all;
}

/// The payload of the draw of that number.
inline Payload drawn(Compressor& compressor, const std::vector<float>& x, const Layout& layout,
                     std::uint64_t draw) {
  Random random(9, Purpose::Test, 0, draw);
  Payload payload;
  const auto done = compressor.compress(x, layout, random, payload);
  if (!done) qFatal("%s", done.error().message.c_str());
  return payload;
}

/// Why these bytes are refused; empty, if they are not.
inline QString refusalOf(const Compressor& compressor, const std::vector<std::byte>& bytes,
                         const Layout& layout) {
  Payload payload;
  payload.bytes = bytes;
  Update update;
  const auto done = compressor.decode(payload, layout, update);
  return done ? QString() : QString::fromStdString(done.error().message);
}

}  // namespace telegrad::test
