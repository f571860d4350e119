// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/decimation.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

namespace telegrad {
namespace {

constexpr std::size_t kFanout = 8;

enum class Drawn { Yes, NotFinite, NotPositive };

Drawn drawn(double x, double y, bool logarithmicX, bool logarithmicY) {
  if (!std::isfinite(x) || !std::isfinite(y)) return Drawn::NotFinite;
  const bool positive = (!logarithmicX || x > 0.0) && (!logarithmicY || y > 0.0);
  return positive ? Drawn::Yes : Drawn::NotPositive;
}

/// The indices of the points of one pixel that are kept.
struct Column {
  std::size_t first;
  std::size_t lowest;
  std::size_t highest;
  std::size_t last;
};

template <typename PointAt>
void emitColumn(const Column& column, PointAt pointAt, std::vector<PlotPoint>& points) {
  const auto [low, high] = std::minmax(column.lowest, column.highest);
  std::size_t previous = column.first;
  points.push_back(pointAt(previous));
  for (const std::size_t index : std::array{low, high, column.last}) {
    if (index == previous) continue;
    points.push_back(pointAt(index));
    previous = index;
  }
}

}  // namespace

double PixelAxis::positionOf(double x) const {
  return PixelPositions(*this).of(x);
}

int PixelAxis::pixelOf(double x) const {
  return PixelPositions(*this).pixelOf(x);
}

PixelPositions::PixelPositions(const PixelAxis& axis)
    : axis_(axis),
      extent_(axis.logarithmic ? std::log(axis.upper / axis.lower) : axis.upper - axis.lower) {}

double PixelPositions::of(double x) const {
  const double distance = axis_.logarithmic ? std::log(x / axis_.lower) : x - axis_.lower;
  return distance / extent_ * axis_.pixels;
}

int PixelPositions::pixelOf(double x) const {
  return static_cast<int>(std::clamp(std::floor(of(x)), 0.0, axis_.pixels - 1.0));
}

void DecimatedLine::append(double x, double y) {
  const Drawn drawable = drawn(x, y, logarithmicX_, logarithmicY_);
  if (drawable == Drawn::NotPositive) ++dropped_;
  if (drawable != Drawn::Yes) return;
  assert(x_.empty() || x >= x_.back());
  x_.push_back(x);
  y_.push_back(y);
  summarise();
}

void DecimatedLine::clear() {
  dropped_ = 0;
  x_.clear();
  y_.clear();
  levels_.clear();
}

/// Completes the runs that the newest point fills.
void DecimatedLine::summarise() {
  std::size_t run = kFanout;
  for (std::size_t level = 0; size() % run == 0; ++level, run *= kFanout) {
    if (level == levels_.size()) levels_.emplace_back();
    levels_[level].push_back(extremes(size() - run, size()));
  }
}

void DecimatedLine::widen(Extremes& extremes, Extremes by) const {
  if (y_[by.lowest] < y_[extremes.lowest]) extremes.lowest = by.lowest;
  if (y_[by.highest] > y_[extremes.highest]) extremes.highest = by.highest;
}

/// Of points [begin, end), not empty; in steps as large as complete runs allow.
DecimatedLine::Extremes DecimatedLine::extremes(std::size_t begin, std::size_t end) const {
  const auto start = static_cast<std::uint32_t>(begin);
  Extremes found{start, start};
  for (std::size_t i = begin; i < end;) {
    std::size_t run = 1;
    std::size_t level = 0;  // of the run, counted from 1; 0 is the point itself
    while (level < levels_.size() && i % (run * kFanout) == 0 && i + run * kFanout <= end &&
           i / (run * kFanout) < levels_[level].size()) {
      run *= kFanout;
      ++level;
    }
    const auto index = static_cast<std::uint32_t>(i);
    widen(found, level == 0 ? Extremes{index, index} : levels_[level - 1][i / run]);
    i += run;
  }
  return found;
}

std::size_t DecimatedLine::memory() const {
  std::size_t bytes = size() * 2 * sizeof(double);
  for (const auto& level : levels_) bytes += level.size() * sizeof(Extremes);
  return bytes;
}

void DecimatedLine::envelope(const PixelAxis& axis, std::vector<PlotPoint>& points) const {
  assert(axis.logarithmic == logarithmicX_ && axis.lower < axis.upper && axis.pixels > 0);
  const auto pointAt = [this](std::size_t i) { return point(i); };
  const PixelPositions positions(axis);
  const auto begin = std::ranges::lower_bound(x_, axis.lower);
  const auto end = std::ranges::upper_bound(x_, axis.upper);
  points.clear();
  if (begin != x_.begin())
    points.push_back(pointAt(static_cast<std::size_t>(begin - x_.begin()) - 1));
  for (auto from = begin; from < end;) {
    const int pixel = positions.pixelOf(*from);
    const auto to =
        std::partition_point(from, end, [&](double x) { return positions.pixelOf(x) <= pixel; });
    const auto here = static_cast<std::size_t>(from - x_.begin());
    const auto past = static_cast<std::size_t>(to - x_.begin());
    const Extremes found = extremes(here, past);
    emitColumn({here, found.lowest, found.highest, past - 1}, pointAt, points);
    from = to;
  }
  if (end != x_.end()) points.push_back(pointAt(static_cast<std::size_t>(end - x_.begin())));
}

}  // namespace telegrad
