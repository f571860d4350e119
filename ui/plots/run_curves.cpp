// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/run_curves.h"

#include <algorithm>
#include <cmath>

namespace telegrad::ui {
namespace {

bool sameCurves(const CurveOptions& a, const CurveOptions& b) {
  return a.x == b.x && a.loss == b.loss && a.xLog == b.xLog && a.lossLog == b.lossLog &&
         a.smoothing == b.smoothing;
}

}  // namespace

void RunCurves::Growing::push(double iteration, double x, double y) {
  if (!std::isfinite(y)) return;
  const double smoothed = smoother.push(iteration, y);
  curve.x.push_back(x);
  curve.smooth.push_back(smoothed);
  curve.smoothLine.append(x, smoothed);
  curve.rawLine.append(x, y);
  curve.low = std::min(curve.low, smoothed);
  curve.high = std::max(curve.high, smoothed);
  if (smoothed > 0.0) curve.lowPositive = std::min(curve.lowPositive, smoothed);
}

void RunCurves::update(const RunSeries& series, const CurveOptions& options) {
  if (!options_ || !sameCurves(*options_, options) || series.size() < taken_) {
    const Smoother fresh(smoothingSpan(options.smoothing));
    const auto curve = [&](bool yLog) {
      Curve result;
      result.smoothLine = DecimatedLine(options.xLog, yLog);
      result.rawLine = DecimatedLine(options.xLog, yLog);
      return result;
    };
    loss_ = {curve(options.lossLog), fresh};
    // A test accuracy is an average over the whole test set already.
    accuracy_ = {curve(false), Smoother(0.0)};
    taken_ = 0;
    ++revision_;
  }
  options_ = options;
  if (series.size() == taken_) return;
  const auto iterations = series.column(quantity("iteration"));
  const auto x = series.column(describe(options.x).core());
  const auto losses = series.column(lossQuantity(options.loss));
  const auto accuracies = series.column(quantity("test_accuracy"));
  for (; taken_ < series.size(); ++taken_) {
    loss_.push(iterations[taken_], x[taken_], losses[taken_]);
    accuracy_.push(iterations[taken_], x[taken_], 100.0 * accuracies[taken_]);
  }
  ++revision_;
}

}  // namespace telegrad::ui
