// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <string>
#include <vector>

#include "tests/core/compress/support.h"

namespace telegrad::test {

inline double squares(const std::vector<float>& x) {
  double sum = 0.0;
  for (const double v : x) sum += v * v;
  return sum;
}

/// What class membership is about, from C(x) and x: <C, x> / ||x||^2 and ||C||^2 / ||x||^2.
struct Moments {
  double first = 0.0;
  double second = 0.0;
  /// ||C - x||^2 / ||x||^2.
  double variance() const { return second - 2.0 * first + 1.0; }
};

inline Moments moments(const std::vector<float>& received, const std::vector<float>& x) {
  double along = 0.0;
  for (std::size_t i = 0; i < x.size(); ++i)
    along += static_cast<double>(received[i]) * static_cast<double>(x[i]);
  return {along / squares(x), squares(received) / squares(x)};
}

inline double normalisedVariance(const std::vector<float>& received, const std::vector<float>& x) {
  double error = 0.0;
  for (std::size_t i = 0; i < x.size(); ++i)
    error += std::pow(static_cast<double>(received[i]) - static_cast<double>(x[i]), 2.0);
  return error / squares(x);
}

/// The vector of eight entries whose results are known in closed form.
inline const std::vector<float>& eight() {
  static const std::vector<float> x{3.0F, -1.0F, 0.5F, -0.3F, 2.5F, -4.0F, 0.1F, 0.75F};
  return x;
}

inline Layout flatLayout(const std::vector<float>& x) {
  return layoutOf({{static_cast<std::int64_t>(x.size())}});
}

/// Vectors of 40 entries that are as unlike as they can be: normal, Laplace, Cauchy, lognormal,
/// flat, a single entry, and geometric, several draws of each that is drawn.
inline std::vector<std::vector<float>> unlikeVectors() {
  constexpr std::size_t kSize = 40;
  std::vector<std::vector<float>> all;
  Random random(17, Purpose::Test);
  const auto add = [&](const auto& entryOf) {
    std::vector<float> x(kSize);
    for (std::size_t i = 0; i < kSize; ++i) x[i] = static_cast<float>(entryOf(i));
    all.push_back(std::move(x));
  };
  const auto sign = [&] { return random.below(2) == 0 ? 1.0 : -1.0; };
  for (int draw = 0; draw < 40; ++draw) {
    add([&](auto) { return random.normal(); });
    add([&](auto) { return -sign() * std::log(1.0 - random.uniform()); });
    add([&](auto) { return std::tan(3.14159 * (random.uniform() - 0.5)); });
    add([&](auto) { return sign() * std::exp(2.0 * random.normal()); });
    add([&](auto) { return sign() * 0.37; });
    add([&](auto i) { return sign() * std::pow(0.7, static_cast<double>(i)); });
    const std::size_t only = random.below(kSize);
    const double value = random.normal();
    add([&](auto i) { return i == only ? value : 0.0; });
  }
  return all;
}

/// C(x) by the draw of that number.
inline std::vector<float> received(Compressor& compressor, const std::vector<float>& x,
                                   const Layout& layout, std::uint64_t draw) {
  Random random(3, Purpose::Test, 0, draw);
  Payload payload;
  const auto done = compressor.compress(x, layout, random, payload);
  if (!done) qFatal("%s", done.error().message.c_str());
  return decode(compressor, payload, layout);
}

/// Whether C is of the classes that its entry claims on this vector, as far as one draw of an
/// operator that draws nothing can tell. Float rounding is allowed for.
inline bool isOfItsClasses(const ClassParameters& classes, const Moments& m) {
  constexpr double kSlack = 1e-6;
  bool holds = true;
  if (classes.b1)
    holds &=
        classes.b1->alpha <= m.second + kSlack && m.second <= classes.b1->beta * m.first + kSlack;
  if (classes.b2)
    holds &=
        classes.b2->gamma <= m.first + kSlack && m.second <= classes.b2->beta * m.first + kSlack;
  if (classes.delta) holds &= m.variance() <= 1.0 - 1.0 / *classes.delta + kSlack;
  return holds;
}

/// Any payload of that length for which decode() refuses, and its words; empty if it is accepted.
inline QString refusal(const std::string& key, const Values& values, const Layout& layout,
                       const std::vector<int>& bytes) {
  Payload payload;
  for (const int b : bytes) payload.bytes.push_back(static_cast<std::byte>(b));
  Update update;
  const auto done = make(key, values)->decode(payload, layout, update);
  return done ? QString() : QString::fromStdString(done.error().message);
}

}  // namespace telegrad::test
