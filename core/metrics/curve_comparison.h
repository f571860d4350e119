// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/metrics/decimation.h"

namespace telegrad {

/// A curve that lies elsewhere: as many x as y, x never falls, all of them finite. Between its
/// points it is a straight line; of points that share an x, the last counts.
struct CurveView {
  std::span<const double> x;
  std::span<const double> y;

  bool isEmpty() const { return x.empty(); }
  /// The value at an x within the curve's.
  double at(double place) const;
};

/// How finely curves are compared.
struct ComparisonGrid {
  /// More places than these are not looked at: the curves' own where they are together no more,
  /// else that many, evenly apart.
  std::size_t most = 4096;
  bool logarithmic = false;  ///< "evenly" means factors; places are then above zero
};

/// The mean of several curves and how far they lie apart, at the same x: where each of them has a
/// value. Shapes: all of one length.
struct MeanBand {
  std::vector<double> x;
  std::vector<double> mean;
  std::vector<double> low;   ///< mean - deviation (Spread); the mean itself of one curve
  std::vector<double> high;  ///< mean + deviation
};

/// Nothing where the curves have no x in common.
MeanBand meanBand(std::span<const CurveView> curves, const ComparisonGrid& grid);

/// y of one curve over y of another at equal x, where both have one. Places at which the other is
/// zero are left out. In order of x.
std::vector<PlotPoint> ratioAtEqualX(const CurveView& curve, const CurveView& base,
                                     const ComparisonGrid& grid);

/// Which values of a curve are better than others.
enum class Better { Lower, Higher };

/// What one curve needed to get to a level over what another needed: for levels y from the worse
/// beginning of the two to the worse of their best, the first x at which the one is at y or beyond,
/// over that of the other. Levels that the other has at x = 0 are left out. In order of y.
/// grid.logarithmic is of the levels.
std::vector<PlotPoint> ratioAtEqualY(const CurveView& curve, const CurveView& base, Better better,
                                     const ComparisonGrid& grid);

}  // namespace telegrad
