// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sharing/report_curves.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

#include "core/base/units.h"
#include "core/experiment/run_parameters.h"
#include "core/metrics/decimation.h"
#include "core/metrics/series.h"
#include "core/metrics/smoothing.h"
#include "core/metrics/targets.h"
#include "core/sharing/figure_file.h"
#include "core/sharing/report_text.h"

namespace telegrad {
namespace {

// The drawing's own units: pixels at its usual width.
constexpr int kWidth = 560;
constexpr int kHeight = 380;
constexpr int kAxisLeft = 62;
constexpr int kAxisRight = 12;
constexpr int kAxisTop = 18;
constexpr int kAxisBottom = 44;
constexpr int kBetweenPanels = 16;
constexpr int kTicks = 5;
/// Beyond that a number is a run's that diverged: its curve leaves the figure.
constexpr double kMostDrawn = 1e30;

struct Points {
  std::vector<double> x, y;
};

/// What a panel shows, from where to where.
struct Panel {
  int top = 0;
  int height = 0;
  AxisRange y;
  bool logarithmic = false;
  std::string title;

  double place(double value) const {
    const PixelAxis axis{y.lower, y.upper, height, logarithmic};
    return top + height - std::clamp(axis.positionOf(value), -1e4, 1e4);
  }
};

bool isDrawn(double value) {
  return std::isfinite(value) && std::abs(value) < kMostDrawn;
}

/// 1, 2 or 5 times a power of ten, so that there are about kTicks steps.
double niceStep(double range) {
  const double raw = range / kTicks;
  const double power = std::pow(10.0, std::floor(std::log10(raw)));
  const double share = raw / power;
  return power * (share < 1.5 ? 1.0 : share < 3.5 ? 2.0 : share < 7.5 ? 5.0 : 10.0);
}

std::vector<double> linearTicks(const AxisRange& range) {
  const double step = niceStep(range.upper - range.lower);
  const double first = std::ceil(range.lower / step - 1e-9);
  std::vector<double> ticks;
  for (int i = 0; i < 4 * kTicks && (first + i) * step <= range.upper + 1e-9 * step; ++i)
    ticks.push_back((first + i) * step);
  return ticks;
}

std::vector<double> logarithmicTicks(const AxisRange& range) {
  const double first = std::ceil(std::log10(range.lower) - 1e-9);
  const double decades = std::floor(std::log10(range.upper) + 1e-9) - first;
  const double step = std::max(1.0, std::ceil(decades / kTicks));
  std::vector<double> ticks;
  for (double at = first; at <= first + decades; at += step) ticks.push_back(std::pow(10.0, at));
  return ticks;
}

std::string number(double coordinate) {
  return shortNumber(std::round(coordinate * 10.0) / 10.0, 6);
}

std::string text(const char* type, double x, double y, const std::string& words,
                 const std::string& more = {}) {
  return "<text class=\"" + std::string(type) + "\" x=\"" + number(x) + "\" y=\"" + number(y) +
         "\"" + more + ">" + xmlEscaped(words) + "</text>\n";
}

std::string line(const char* type, double x1, double y1, double x2, double y2) {
  return "<line class=\"" + std::string(type) + "\" x1=\"" + number(x1) + "\" y1=\"" + number(y1) +
         "\" x2=\"" + number(x2) + "\" y2=\"" + number(y2) + "\"/>\n";
}

/// Draws one run's curves.
class Drawing {
 public:
  Drawing(const StoredRun& run, const Quantity& x) : run_(run), x_(x) {
    for (const auto& record : run.records) series_.append(record);
  }

  std::string draw();

 private:
  Points points(const Quantity& y, double factor) const;
  double placeX(double value) const;
  void drawLoss(int height);
  void drawAccuracy(const Points& points, int top, int height);
  void drawFrame(const Panel& panel, bool isLast);
  void drawXAxis(const Panel& panel);
  void drawCurve(const Panel& panel, const Points& points, const char* type);
  void drawMarks(double bottom);
  std::optional<double> placeOf(const AppliedChange& change) const;

  const StoredRun& run_;
  const Quantity& x_;
  RunSeries series_;
  double last_ = 1.0;
  std::string svg_;
};

Points Drawing::points(const Quantity& y, double factor) const {
  Points all;
  const auto xs = series_.column(x_);
  const auto ys = series_.column(y);
  for (std::size_t i = 0; i < series_.size(); ++i) {
    if (!isDrawn(ys[i])) continue;
    all.x.push_back(xs[i]);
    all.y.push_back(factor * ys[i]);
  }
  return all;
}

double Drawing::placeX(double value) const {
  return kAxisLeft + (kWidth - kAxisLeft - kAxisRight) * std::clamp(value / last_, 0.0, 1.0);
}

std::string Drawing::draw() {
  const auto xs = series_.column(x_);
  if (!xs.empty() && std::isfinite(xs.back())) last_ = std::max(1e-9, xs.back());
  const auto metric = targetOf(run_.experiment.slot("run").settings).metric;
  const auto accuracy = points(accuracyQuantity(metric), 100.0);
  const int all = kHeight - kAxisTop - kAxisBottom;
  const int upper = accuracy.x.empty() ? all : (all - kBetweenPanels) / 2;
  drawLoss(upper);
  if (!accuracy.x.empty()) {
    const int top = kAxisTop + upper + kBetweenPanels;
    drawAccuracy(accuracy, top, kHeight - kAxisBottom - top);
  }
  drawMarks(kHeight - kAxisBottom);
  return "<svg viewBox=\"0 0 " + std::to_string(kWidth) + " " + std::to_string(kHeight) +
         "\" role=\"img\" aria-label=\"Loss and test accuracy over " + xmlEscaped(x_.name) +
         "\">\n" + svg_ + "</svg>\n";
}

/// The range of what is drawn, with some air; not empty, whatever is in it.
AxisRange rangeOf(const std::vector<double>& values, bool logarithmic) {
  const auto [low, high] = std::ranges::minmax_element(values);
  if (logarithmic) return {*low / 1.2, *high * 1.2};
  const double air = 0.06 * (*high - *low);
  const double least = 1e-9 + 1e-6 * std::abs(*high);
  return {*low - std::max(air, least), *high + std::max(air, least)};
}

void Drawing::drawLoss(int height) {
  const auto& suboptimality = quantity("suboptimality");
  auto rate = points(suboptimality, 1.0);
  const bool isConvex = !rate.x.empty();
  const auto& shown = isConvex ? suboptimality : quantity("train_loss");
  const auto raw = isConvex ? std::move(rate) : points(shown, 1.0);
  Panel panel{kAxisTop, height, {0.0, 1.0}, false, shown.name};
  if (!raw.y.empty()) {
    const auto [low, high] = std::ranges::minmax_element(raw.y);
    panel.logarithmic = *low > 0.0 && *high / *low > 8.0;
    panel.y = rangeOf(raw.y, panel.logarithmic);
  }
  drawFrame(panel, height == kHeight - kAxisTop - kAxisBottom);
  if (isConvex) return drawCurve(panel, raw, "curve");
  drawCurve(panel, raw, "raw");
  const auto iterations = series_.column(quantity("iteration"));
  const auto smoothed =
      smooth(iterations, series_.column(shown), static_cast<double>(series_.size()) / 60.0);
  Points curve;
  const auto xs = series_.column(x_);
  for (std::size_t i = 0; i < smoothed.size(); ++i) {
    if (!isDrawn(smoothed[i])) continue;
    curve.x.push_back(xs[i]);
    curve.y.push_back(smoothed[i]);
  }
  drawCurve(panel, curve, "curve");
}

void Drawing::drawAccuracy(const Points& points, int top, int height) {
  const auto target = targetOf(run_.experiment.slot("run").settings);
  auto values = points.y;
  const double wanted = 100.0 * target.accuracy;
  const auto [low, high] = std::ranges::minmax_element(values);
  const bool isNear = wanted > *low && wanted < *high + 0.5 * (*high - *low);
  if (isNear) values.push_back(wanted);
  const Panel panel{top, height, rangeOf(values, false), false,
                    accuracyQuantity(target.metric).name + ", %"};
  drawFrame(panel, true);
  if (isNear) {
    const double y = panel.place(wanted);
    svg_ += line("target", kAxisLeft, y, kWidth - kAxisRight, y);
    svg_ += text("tick", kWidth - kAxisRight - 4, y < panel.top + 14 ? y + 12 : y - 4,
                 "target " + shortNumber(wanted) + " %", " text-anchor=\"end\"");
  }
  drawCurve(panel, points, "curve");
}

void Drawing::drawFrame(const Panel& panel, bool isLast) {
  const double right = kWidth - kAxisRight;
  for (const double tick : panel.logarithmic ? logarithmicTicks(panel.y) : linearTicks(panel.y)) {
    const double y = panel.place(tick);
    svg_ += line("grid", kAxisLeft, y, right, y);
    svg_ += text("tick", kAxisLeft - 6, y + 3.5, shortNumber(tick, 4), " text-anchor=\"end\"");
  }
  svg_ += "<rect class=\"frame\" x=\"" + number(kAxisLeft) + "\" y=\"" + number(panel.top) +
          "\" width=\"" + number(right - kAxisLeft) + "\" height=\"" + number(panel.height) +
          "\"/>\n";
  const double middle = panel.top + panel.height / 2.0;
  svg_ += text(
      "axis", 0, 0, panel.title,
      " text-anchor=\"middle\" transform=\"translate(13 " + number(middle) + ") rotate(-90)\"");
  if (isLast) drawXAxis(panel);
}

void Drawing::drawXAxis(const Panel& panel) {
  const double bottom = panel.top + panel.height;
  for (const double tick : linearTicks({0.0, last_})) {
    const auto words =
        x_.unit.empty() ? grouped(std::llround(tick)) : formatQuantity(tick, x_.unit, 3);
    const double x = placeX(tick);
    svg_ += text("tick", x, bottom + 15, tick == 0.0 ? "0" : words,
                 x > kWidth - 40 ? " text-anchor=\"end\"" : " text-anchor=\"middle\"");
  }
  svg_ += text("axis", (kAxisLeft + kWidth - kAxisRight) / 2.0, bottom + 35, x_.name,
               " text-anchor=\"middle\"");
}

void Drawing::drawCurve(const Panel& panel, const Points& points, const char* type) {
  DecimatedLine decimated(false, panel.logarithmic);
  for (std::size_t i = 0; i < points.x.size(); ++i) decimated.append(points.x[i], points.y[i]);
  std::vector<PlotPoint> seen;
  decimated.envelope({0.0, last_, (kWidth - kAxisLeft - kAxisRight) / 2, false}, seen);
  if (seen.empty()) return;
  if (seen.size() == 1) {
    svg_ += "<circle class=\"dot\" cx=\"" + number(placeX(seen[0].x)) + "\" cy=\"" +
            number(panel.place(seen[0].y)) + "\" r=\"3\"/>\n";
    return;
  }
  svg_ += "<polyline class=\"" + std::string(type) + "\" points=\"";
  for (const auto& point : seen)
    svg_ += number(placeX(point.x)) + "," + number(panel.place(point.y)) + " ";
  svg_.back() = '"';
  svg_ += "/>\n";
}

/// Where the first iteration with it is; nothing if there is none yet.
std::optional<double> Drawing::placeOf(const AppliedChange& change) const {
  const auto found =
      std::ranges::lower_bound(run_.records, change.iteration, {}, &Record::iteration);
  if (found == run_.records.end()) return std::nullopt;
  return placeX(x_.read(*found));
}

void Drawing::drawMarks(double bottom) {
  constexpr double kNumberWidth = 16.0;
  double lastLine = -kWidth;
  double lastNumber = -kWidth;
  for (std::size_t i = 0; i < run_.changes.size(); ++i) {
    const auto x = placeOf(run_.changes[i]);
    if (!x || *x - lastLine < 1.0) continue;
    svg_ += line("mark", *x, kAxisTop, *x, bottom);
    lastLine = *x;
    if (*x - lastNumber < kNumberWidth) continue;
    svg_ += text("number", *x, kAxisTop - 5, std::to_string(i + 1), " text-anchor=\"middle\"");
    lastNumber = *x;
  }
}

}  // namespace

std::string curvesSvg(const StoredRun& run, const Quantity& x) {
  return Drawing(run, x).draw();
}

}  // namespace telegrad
