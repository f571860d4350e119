// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>

#include "core/nn/image_format.h"
#include "tests/support/naive_network.h"

/// What the steps of image networks compute, in double and in the plain order.
namespace telegrad::naive {

inline double& pixel(Vector& images, const ImageShape& shape, std::size_t n, std::size_t c,
                     std::size_t y, std::size_t x) {
  return images.at(((n * shape.channels + c) * shape.height + y) * shape.width + x);
}

inline double pixelOr(const Vector& images, const ImageShape& shape, std::size_t n, std::size_t c,
                      std::ptrdiff_t y, std::ptrdiff_t x, double outside) {
  if (y < 0 || x < 0 || y >= static_cast<std::ptrdiff_t>(shape.height) ||
      x >= static_cast<std::ptrdiff_t>(shape.width))
    return outside;
  return images.at(((n * shape.channels + c) * shape.height + static_cast<std::size_t>(y)) *
                       shape.width +
                   static_cast<std::size_t>(x));
}

inline std::size_t batchOf(const Vector& images, const ImageShape& shape) {
  return images.size() / (shape.channels * shape.pixels());
}

struct Window {
  std::size_t kernel = 1;
  std::size_t stride = 1;
  std::size_t padding = 0;
};

inline ImageShape shapeAfter(const ImageShape& src, std::size_t channels, const Window& window) {
  const auto after = [&](std::size_t extent) {
    return (extent + 2 * window.padding - window.kernel) / window.stride + 1;
  };
  return {channels, after(src.height), after(src.width)};
}

/// combine(src pixel or `outside`, input channel, row and column of the window) over each window.
template <typename Visit>
void overWindow(const Vector& src, const ImageShape& shape, const Window& window, std::size_t n,
                std::size_t c, std::size_t y, std::size_t x, Visit visit) {
  for (std::size_t i = 0; i < window.kernel; ++i)
    for (std::size_t j = 0; j < window.kernel; ++j) {
      const auto row = static_cast<std::ptrdiff_t>(y * window.stride + i) -
                       static_cast<std::ptrdiff_t>(window.padding);
      const auto column = static_cast<std::ptrdiff_t>(x * window.stride + j) -
                          static_cast<std::ptrdiff_t>(window.padding);
      visit(pixelOr(src, shape, n, c, row, column, 0.0), i, j);
    }
}

/// y_o = sum_i W_oi * x_i (+ b_o); `weights` is W, then b where there is one.
inline Vector convolution(const Vector& weights, const Vector& src, const ImageShape& shape,
                          std::size_t outputs, const Window& window) {
  const auto after = shapeAfter(shape, outputs, window);
  const std::size_t area = window.kernel * window.kernel;
  const bool bias = weights.size() > outputs * shape.channels * area;
  Vector dst(batchOf(src, shape) * outputs * after.pixels(), 0.0);
  for (std::size_t n = 0; n < batchOf(src, shape); ++n)
    for (std::size_t o = 0; o < outputs; ++o)
      for (std::size_t y = 0; y < after.height; ++y)
        for (std::size_t x = 0; x < after.width; ++x) {
          double sum = bias ? weights.at(weights.size() - outputs + o) : 0.0;
          for (std::size_t c = 0; c < shape.channels; ++c)
            overWindow(
                src, shape, window, n, c, y, x, [&](double value, std::size_t i, std::size_t j) {
                  sum +=
                      value * weights.at((o * shape.channels + c) * area + i * window.kernel + j);
                });
          pixel(dst, after, n, o, y, x) = sum;
        }
  return dst;
}

/// The largest or the mean of each window, without padding.
inline Vector pooling(const Vector& src, const ImageShape& shape, const Window& window,
                      bool largest) {
  const auto after = shapeAfter(shape, shape.channels, window);
  Vector dst(batchOf(src, shape) * shape.channels * after.pixels());
  for (std::size_t n = 0; n < batchOf(src, shape); ++n)
    for (std::size_t c = 0; c < shape.channels; ++c)
      for (std::size_t y = 0; y < after.height; ++y)
        for (std::size_t x = 0; x < after.width; ++x) {
          double most = -std::numeric_limits<double>::infinity();
          double sum = 0.0;
          overWindow(src, shape, window, n, c, y, x, [&](double value, std::size_t, std::size_t) {
            most = std::max(most, value);
            sum += value;
          });
          pixel(dst, after, n, c, y, x) =
              largest ? most : sum / static_cast<double>(window.kernel * window.kernel);
        }
  return dst;
}

/// Means, then variances (biased) of the channels over examples and pixels.
inline Vector channelStatistics(const Vector& src, const ImageShape& shape) {
  Vector statistics(2 * shape.channels, 0.0);
  const std::size_t batch = batchOf(src, shape);
  const auto count = static_cast<double>(batch * shape.pixels());
  for (int moment = 0; moment < 2; ++moment)
    for (std::size_t c = 0; c < shape.channels; ++c)
      for (std::size_t n = 0; n < batch; ++n)
        for (std::size_t p = 0; p < shape.pixels(); ++p) {
          const double x = src.at((n * shape.channels + c) * shape.pixels() + p);
          const double centred = x - statistics.at(c);
          if (moment == 0)
            statistics.at(c) += x / count;
          else
            statistics.at(shape.channels + c) += centred * centred / count;
        }
  return statistics;
}

/// weight_c (x - mean_c) / sqrt(variance_c + 1e-5) + bias_c; `weights` is weight, then bias.
inline Vector normalisation(const Vector& weights, const Vector& src, const ImageShape& shape,
                            const Vector& statistics) {
  Vector dst = src;
  for (std::size_t i = 0; i < dst.size(); ++i) {
    const std::size_t c = i / shape.pixels() % shape.channels;
    dst[i] = weights.at(c) * (src[i] - statistics.at(c)) /
                 std::sqrt(statistics.at(shape.channels + c) + 1e-5) +
             weights.at(shape.channels + c);
  }
  return dst;
}

}  // namespace telegrad::naive
