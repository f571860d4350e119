// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/pixel_points.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace telegrad::ui {
namespace {

/// Coordinate to pixel: linear in the value or in its logarithm.
class PixelScale {
 public:
  PixelScale(const QCPRange& range, bool log, int pixels)
      : log_(log),
        from_(log ? std::log(range.lower) : range.lower),
        perUnit_(pixels / ((log ? std::log(range.upper) : range.upper) - from_)) {}

  double operator()(double value) const {
    return ((log_ ? std::log(value) : value) - from_) * perUnit_;
  }

 private:
  bool log_;
  double from_;
  double perUnit_;
};

class Thinner {
 public:
  Thinner(const std::vector<double>& x, const std::vector<double>& y, const PixelView& view)
      : x_(x), y_(y), toX_(view.x, view.xLog, view.width), toY_(view.y, view.yLog, view.height) {}

  void take(std::size_t i) {
    const auto column = static_cast<long>(std::floor(toX_(x_[i])));
    if (!open_ || column != column_) {
      close();
      open_ = true;
      column_ = column;
      first_ = low_ = high_ = i;
    }
    if (y_[i] < y_[low_]) low_ = i;
    if (y_[i] > y_[high_]) high_ = i;
    last_ = i;
  }

  void close() {
    if (!open_) return;
    std::array<std::size_t, 4> kept{first_, low_, high_, last_};
    std::ranges::sort(kept);
    for (const std::size_t i : kept) keep(i);
    open_ = false;
  }

  QVector<QCPGraphData> points;

 private:
  void keep(std::size_t i) {
    const double px = toX_(x_[i]);
    const double py = toY_(y_[i]);
    constexpr double kHalf = 0.5;
    if (!points.isEmpty() && std::abs(px - keptX_) < kHalf && std::abs(py - keptY_) < kHalf) return;
    keptX_ = px;
    keptY_ = py;
    points.append(QCPGraphData(x_[i], y_[i]));
  }

  const std::vector<double>& x_;
  const std::vector<double>& y_;
  PixelScale toX_, toY_;
  bool open_ = false;
  long column_ = 0;
  std::size_t first_ = 0, low_ = 0, high_ = 0, last_ = 0;
  double keptX_ = 0.0, keptY_ = 0.0;
};

}  // namespace

QVector<QCPGraphData> pixelPoints(const std::vector<double>& x, const std::vector<double>& y,
                                  const PixelView& view) {
  if (x.empty() || view.width <= 0 || view.height <= 0) return {};
  auto begin = static_cast<std::size_t>(std::ranges::lower_bound(x, view.x.lower) - x.begin());
  auto end = static_cast<std::size_t>(std::ranges::upper_bound(x, view.x.upper) - x.begin());
  if (begin > 0) --begin;
  if (end < x.size()) ++end;
  Thinner thinner(x, y, view);
  thinner.points.reserve(static_cast<int>(std::min<std::size_t>(
      end - begin, 4 * (static_cast<std::size_t>(view.width) + 2))));
  for (std::size_t i = begin; i < end; ++i) {
    if ((view.xLog && x[i] <= 0.0) || (view.yLog && y[i] <= 0.0)) continue;
    thinner.take(i);
  }
  thinner.close();
  return thinner.points;
}

}  // namespace telegrad::ui
