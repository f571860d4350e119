// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/vector_ops.h"

#include <array>
#include <cassert>

#include "core/base/multiversion.h"

// A loop whose iterations touch one index each: an output that is one of the inputs does not make
// it sequential, which the compiler cannot know.
#if defined(__clang__)
#define TELEGRAD_INDEPENDENT _Pragma("clang loop vectorize(assume_safety)")
#else
#define TELEGRAD_INDEPENDENT _Pragma("GCC ivdep")
#endif

namespace telegrad {
namespace {

/// Partial sums of a pass: entry i goes to lane i mod kLanes, whatever the width of the processor's
/// vectors, and the lanes are added as a tree at the end.
constexpr std::size_t kLanes = 32;
using Lanes = std::array<double, kLanes>;

double total(Lanes lanes) {
  for (std::size_t half = kLanes / 2; half > 0; half /= 2)
    for (std::size_t j = 0; j < half; ++j) lanes[j] += lanes[j + half];
  return lanes[0];
}

TELEGRAD_MULTIVERSION
void addSquaredDifferences(const float* a, const float* b, std::size_t size, Lanes& sums) {
  Lanes lanes = sums;
  const std::size_t whole = size - size % kLanes;
  for (std::size_t i = 0; i < whole; i += kLanes)
    for (std::size_t j = 0; j < kLanes; ++j) {
      const double difference = a[i + j] - b[i + j];
      lanes[j] += difference * difference;
    }
  for (std::size_t i = whole; i < size; ++i) {
    const double difference = a[i] - b[i];
    lanes[i - whole] += difference * difference;
  }
  sums = lanes;
}

TELEGRAD_MULTIVERSION
void addSquares(const float* a, std::size_t size, Lanes& sums) {
  Lanes lanes = sums;
  const std::size_t whole = size - size % kLanes;
  for (std::size_t i = 0; i < whole; i += kLanes)
    for (std::size_t j = 0; j < kLanes; ++j) {
      const double entry = a[i + j];
      lanes[j] += entry * entry;
    }
  for (std::size_t i = whole; i < size; ++i) {
    const double entry = a[i];
    lanes[i - whole] += entry * entry;
  }
  sums = lanes;
}

TELEGRAD_MULTIVERSION
void addProducts(const float* a, const float* b, std::size_t size, Lanes& sums) {
  Lanes lanes = sums;
  const std::size_t whole = size - size % kLanes;
  for (std::size_t i = 0; i < whole; i += kLanes)
    for (std::size_t j = 0; j < kLanes; ++j) {
      const double entry = a[i + j];
      lanes[j] += entry * b[i + j];
    }
  for (std::size_t i = whole; i < size; ++i) {
    const double entry = a[i];
    lanes[i - whole] += entry * b[i];
  }
  sums = lanes;
}

TELEGRAD_MULTIVERSION
void takeAway(const float* a, const float* b, float* y, std::size_t size) {
  TELEGRAD_INDEPENDENT
  for (std::size_t i = 0; i < size; ++i) y[i] = a[i] - b[i];
}

TELEGRAD_MULTIVERSION
void multiply(float factor, const float* x, float* y, std::size_t size) {
  TELEGRAD_INDEPENDENT
  for (std::size_t i = 0; i < size; ++i) y[i] = factor * x[i];
}

TELEGRAD_MULTIVERSION
void multiplyAndAdd(float factor, const float* x, const float* z, float* y, std::size_t size) {
  TELEGRAD_INDEPENDENT
  for (std::size_t i = 0; i < size; ++i) y[i] = factor * x[i] + z[i];
}

TELEGRAD_MULTIVERSION
void subtractAndAddSquares(const float* w, const float* u, float* next, std::size_t size,
                           Lanes& sums) {
  Lanes lanes = sums;
  const std::size_t whole = size - size % kLanes;
  for (std::size_t i = 0; i < whole; i += kLanes) {
    TELEGRAD_INDEPENDENT
    for (std::size_t j = 0; j < kLanes; ++j) {
      const float stepped = w[i + j] - u[i + j];
      const double move = stepped - w[i + j];
      next[i + j] = stepped;
      lanes[j] += move * move;
    }
  }
  for (std::size_t i = whole; i < size; ++i) {
    const float stepped = w[i] - u[i];
    const double move = stepped - w[i];
    next[i] = stepped;
    lanes[i - whole] += move * move;
  }
  sums = lanes;
}

}  // namespace

double squaredDistance(std::span<const float> a, std::span<const float> b) {
  assert(a.size() == b.size());
  Lanes sums{};
  addSquaredDifferences(a.data(), b.data(), a.size(), sums);
  return total(sums);
}

double squaredNorm(std::span<const float> a) {
  Lanes sums{};
  addSquares(a.data(), a.size(), sums);
  return total(sums);
}

double dot(std::span<const float> a, std::span<const float> b) {
  assert(a.size() == b.size());
  Lanes lanes{};
  addProducts(a.data(), b.data(), a.size(), lanes);
  return total(lanes);
}

void subtract(std::span<const float> a, std::span<const float> b, std::span<float> y) {
  assert(a.size() == b.size() && a.size() == y.size());
  takeAway(a.data(), b.data(), y.data(), y.size());
}

void scale(float factor, std::span<const float> x, std::span<float> y) {
  assert(x.size() == y.size());
  multiply(factor, x.data(), y.data(), x.size());
}

void scaleAndAdd(float factor, std::span<const float> x, std::span<const float> z,
                 std::span<float> y) {
  assert(x.size() == y.size() && z.size() == y.size());
  multiplyAndAdd(factor, x.data(), z.data(), y.data(), x.size());
}

double subtractAndMeasure(std::span<const float> w, std::span<const float> u,
                          std::span<float> next) {
  assert(w.size() == u.size() && w.size() == next.size());
  Lanes sums{};
  subtractAndAddSquares(w.data(), u.data(), next.data(), w.size(), sums);
  return total(sums);
}

}  // namespace telegrad
