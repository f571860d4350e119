// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/run_curves.h"

#include <algorithm>
#include <cmath>

namespace telegrad::ui {
namespace {

constexpr double kLooksBack = 0.2;  // a share of the way, at most

bool sameCurves(const CurveOptions& a, const CurveOptions& b) {
  return a.x == b.x && a.loss == b.loss && a.xLog == b.xLog && a.lossLog == b.lossLog &&
         a.smoothing == b.smoothing;
}

}  // namespace

SmootherPlaces::SmootherPlaces(double span)
    : span_(span),
      steady_((span - 1.0) / kLooksBack),
      steadyPlace_(steady_ > 0.0 ? early(steady_) : 0.0) {}

double SmootherPlaces::early(double iteration) const {
  return span_ / kLooksBack * std::log1p(kLooksBack * iteration);
}

double SmootherPlaces::of(double iteration) const {
  if (steady_ <= 0.0) return iteration;
  return iteration < steady_ ? early(iteration) : steadyPlace_ + iteration - steady_;
}

void RunCurves::Growing::push(double place, double x, double y) {
  if (!std::isfinite(y)) return;
  if (hidden) show(hidden->x, hidden->smooth, hidden->raw);
  hidden.reset();
  show(x, smoother.push(place, y), y);
}

void RunCurves::Growing::hide(double place, double x, double y) {
  if (std::isfinite(y)) hidden = {x, smoother.push(place, y), y};
}

void RunCurves::Growing::show(double x, double smoothed, double y) {
  curve.x.push_back(x);
  curve.smooth.push_back(smoothed);
  curve.smoothLine.append(x, smoothed);
  curve.rawLine.append(x, y);
  curve.low = std::min(curve.low, smoothed);
  curve.high = std::max(curve.high, smoothed);
  if (smoothed > 0.0) curve.lowPositive = std::min(curve.lowPositive, smoothed);
}

void RunCurves::update(const RunSeries& series, const CurveOptions& options,
                       const Quantity& accuracy, std::int64_t begin) {
  if (begin != begin_ || !options_ || !sameCurves(*options_, options) || accuracyOf_ != &accuracy ||
      series.size() < taken_) {
    const Smoother fresh(smoothingSpan(options.smoothing));
    const auto curve = [&](bool yLog) {
      Curve result;
      result.smoothLine = DecimatedLine(options.xLog, yLog);
      result.rawLine = DecimatedLine(options.xLog, yLog);
      return result;
    };
    // A suboptimality is exact, and a test accuracy an average over the whole test set already.
    const bool exact = options.loss == LossKind::Suboptimality;
    loss_ = {curve(options.lossLog), exact ? Smoother(0.0) : fresh};
    accuracy_ = {curve(false), Smoother(0.0)};
    taken_ = 0;
    ++revision_;
  }
  begin_ = begin;
  options_ = options;
  accuracyOf_ = &accuracy;
  if (series.size() == taken_) return;
  const auto iterations = series.column(quantity("iteration"));
  const auto x = series.column(describe(options.x).core());
  const auto losses = series.column(lossQuantity(options.loss));
  const auto accuracies = series.column(accuracy);
  const SmootherPlaces places(smoothingSpan(options.smoothing));
  for (; taken_ < series.size(); ++taken_) {
    const double place = places.of(iterations[taken_]);
    const double percent = 100.0 * accuracies[taken_];
    if (iterations[taken_] < static_cast<double>(begin)) {
      loss_.hide(place, x[taken_], losses[taken_]);
      accuracy_.hide(iterations[taken_], x[taken_], percent);
      continue;
    }
    if (iterations[taken_] == static_cast<double>(begin)) {
      if (std::isfinite(losses[taken_])) loss_.hidden.reset();
      if (std::isfinite(percent)) accuracy_.hidden.reset();
    }
    loss_.push(place, x[taken_], losses[taken_]);
    accuracy_.push(iterations[taken_], x[taken_], percent);
  }
  ++revision_;
}

}  // namespace telegrad::ui
