// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/curve_comparison.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

#include "core/metrics/spread.h"

namespace telegrad {
namespace {

/// `count` values from one to the other, both among them.
std::vector<double> evenly(double from, double to, const ComparisonGrid& grid) {
  if (!(from <= to) || (grid.logarithmic && !(from > 0.0))) return {};
  if (from == to || grid.most < 2) return {from};
  std::vector<double> values;
  values.reserve(grid.most);
  for (std::size_t i = 0; i + 1 < grid.most; ++i) {
    const double share = static_cast<double>(i) / static_cast<double>(grid.most - 1);
    values.push_back(grid.logarithmic ? from * std::pow(to / from, share)
                                      : from + (to - from) * share);
  }
  values.push_back(to);
  return values;
}

/// Infinity where there is none.
double leastPositive(std::span<const std::span<const double>> lists) {
  double least = std::numeric_limits<double>::infinity();
  for (const auto& list : lists)
    for (const double value : list)
      if (value > 0.0) least = std::min(least, value);
  return least;
}

/// The values of several lists within [from, to], each once; or as many as the grid has, evenly.
std::vector<double> places(std::span<const std::span<const double>> lists, double from, double to,
                           const ComparisonGrid& grid) {
  if (grid.logarithmic && !(from > 0.0)) from = leastPositive(lists);
  std::vector<double> all;
  for (const auto& list : lists) {
    const bool few = list.size() <= grid.most;
    for (const double value : few ? list : std::span<const double>())
      if (value >= from && value <= to && (!grid.logarithmic || value > 0.0)) all.push_back(value);
    if (!few) return evenly(from, to, grid);
  }
  std::ranges::sort(all);
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all.size() <= grid.most ? all : evenly(from, to, grid);
}

struct Extent {
  double from = -std::numeric_limits<double>::infinity();
  double to = std::numeric_limits<double>::infinity();
};

/// Where every curve has a value; on a logarithmic grid from the first x above zero.
Extent common(std::span<const CurveView> curves, bool logarithmic) {
  Extent extent;
  for (const auto& curve : curves) {
    const auto first =
        logarithmic ? std::ranges::upper_bound(curve.x, 0.0) : std::ranges::begin(curve.x);
    if (first == curve.x.end()) return {1.0, 0.0};
    extent.from = std::max(extent.from, *first);
    extent.to = std::min(extent.to, curve.x.back());
  }
  return extent;
}

std::vector<double> commonPlaces(std::span<const CurveView> curves, const ComparisonGrid& grid) {
  if (curves.empty()) return {};
  const Extent extent = common(curves, grid.logarithmic);
  std::vector<std::span<const double>> lists;
  for (const auto& curve : curves) lists.push_back(curve.x);
  return places(lists, extent.from, extent.to, grid);
}

/// How a curve got better: each value that none before it had, turned so that it falls.
struct Descent {
  std::vector<double> x;
  std::vector<double> level;

  Descent(const CurveView& curve, Better better) {
    const double sign = better == Better::Lower ? 1.0 : -1.0;
    for (std::size_t i = 0; i < curve.x.size(); ++i) {
      const double turned = sign * curve.y[i];
      if (!level.empty() && turned >= level.back()) continue;
      x.push_back(curve.x[i]);
      level.push_back(turned);
    }
  }
  /// The first x at the level or below; there is one.
  double reaching(double wanted) const {
    const auto found = std::ranges::partition_point(level, [&](double l) { return l > wanted; });
    assert(found != level.end());
    return x[static_cast<std::size_t>(found - level.begin())];
  }
};

}  // namespace

double CurveView::at(double place) const {
  const auto next = std::ranges::upper_bound(x, place);
  const auto after = static_cast<std::size_t>(next - x.begin());
  if (after == 0) return y.front();
  if (after == x.size()) return y.back();
  const double share = (place - x[after - 1]) / (x[after] - x[after - 1]);
  return y[after - 1] + share * (y[after] - y[after - 1]);
}

MeanBand meanBand(std::span<const CurveView> curves, const ComparisonGrid& grid) {
  MeanBand band;
  band.x = commonPlaces(curves, grid);
  std::vector<double> values(curves.size());
  for (const double place : band.x) {
    std::ranges::transform(curves, values.begin(), [&](const auto& c) { return c.at(place); });
    const Spread spread = spreadOf(values);
    const double apart = spread.count < 2 ? 0.0 : spread.deviation;
    band.mean.push_back(spread.mean);
    band.low.push_back(spread.mean - apart);
    band.high.push_back(spread.mean + apart);
  }
  return band;
}

std::vector<PlotPoint> ratioAtEqualX(const CurveView& curve, const CurveView& base,
                                     const ComparisonGrid& grid) {
  std::vector<PlotPoint> ratio;
  for (const double place : commonPlaces(std::vector{curve, base}, grid))
    if (const double other = base.at(place); other != 0.0)
      ratio.push_back({place, curve.at(place) / other});
  return ratio;
}

std::vector<PlotPoint> ratioAtEqualY(const CurveView& curve, const CurveView& base, Better better,
                                     const ComparisonGrid& grid) {
  if (curve.isEmpty() || base.isEmpty()) return {};
  const Descent ours(curve, better);
  const Descent theirs(base, better);
  // Turned, both fall: from the lower beginning, to the higher end.
  const double begin = std::min(ours.level.front(), theirs.level.front());
  const double end = std::max(ours.level.back(), theirs.level.back());
  if (begin < end) return {};
  const double sign = better == Better::Lower ? 1.0 : -1.0;
  std::vector<std::vector<double>> levels;
  for (const auto* descent : {&ours, &theirs}) {
    auto& list = levels.emplace_back(descent->level);
    for (double& level : list) level *= sign;
  }
  const std::vector<std::span<const double>> lists(levels.begin(), levels.end());
  std::vector<PlotPoint> ratio;
  for (const double level :
       places(lists, std::min(sign * begin, sign * end), std::max(sign * begin, sign * end), grid))
    if (const double needed = theirs.reaching(sign * level); needed > 0.0)
      ratio.push_back({level, ours.reaching(sign * level) / needed});
  return ratio;
}

}  // namespace telegrad
