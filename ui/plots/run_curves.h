// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "core/metrics/decimation.h"
#include "core/metrics/series.h"
#include "core/metrics/smoothing.h"
#include "ui/plots/curve_options.h"

namespace telegrad::ui {

/// Iterations as a smoother of that span counts them. It would look back over all of a steep start,
/// and a log axis would show the curve decades late; so it looks back over a fifth of the way at
/// most: distances count more early on, by span / (1 + iteration / 5).
class SmootherPlaces {
 public:
  explicit SmootherPlaces(double span);
  double of(double iteration) const;

 private:
  double early(double iteration) const;

  double span_;
  double steady_;       // the iteration from which on they count as they are
  double steadyPlace_;  // its place
};

/// One quantity of a run over another: only where it was measured, as measured and smoothed.
struct Curve {
  std::vector<double> x;
  std::vector<double> smooth;
  DecimatedLine smoothLine;  ///< the same points, as they are drawn
  DecimatedLine rawLine;
  // Of `smooth`, so that a fit need not look at every point.
  double low = std::numeric_limits<double>::infinity();
  double high = -std::numeric_limits<double>::infinity();
  double lowPositive = std::numeric_limits<double>::infinity();
};

/// The curves of one run: the loss that is chosen, and an accuracy. Kept so that a new record costs
/// what it is, not what came before it. Smoothing is of the loss alone. It works on all records,
/// before anything is thinned out for the screen, and looks back over iterations whatever the x
/// axis shows.
///
/// Shapes: each curve has an entry for each record with a value.
class RunCurves {
 public:
  /// Takes in what the series has gained. Anything else that changed (quantities, scales, strength)
  /// is worked out anew, from the start. Points before iteration `begin` are left out, though the
  /// smoothing has seen them: what a branch shares is drawn by the run it left. Where nothing was
  /// measured at `begin` itself, the curve starts with the last point before.
  void update(const RunSeries& series, const CurveOptions& options, const Quantity& accuracy,
              std::int64_t begin = 0);

  std::size_t size() const { return taken_; }  ///< records taken in
  const Curve& loss() const { return loss_.curve; }
  const Curve& accuracy() const { return accuracy_.curve; }  ///< in per cent
  std::int64_t begin() const { return begin_; }
  /// Another number whenever the curves are others.
  std::size_t revision() const { return revision_; }

 private:
  struct Growing {
    Curve curve;
    Smoother smoother{0.0};
    struct Point {
      double x, smooth, raw;
    };
    std::optional<Point> hidden = std::nullopt;  ///< the last that is not shown
    void push(double place, double x, double y);
    void hide(double place, double x, double y);
    void show(double x, double smoothed, double y);
  };

  Growing loss_, accuracy_;
  std::optional<CurveOptions> options_;
  const Quantity* accuracyOf_ = nullptr;
  std::int64_t begin_ = 0;
  std::size_t taken_ = 0;
  std::size_t revision_ = 0;
};

}  // namespace telegrad::ui
