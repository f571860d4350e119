// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/pixel_points.h"

#include <cmath>

namespace telegrad::ui {
namespace {

/// Where a value lies, in pixels and parts of them.
double pixelAt(const PixelAxis& axis, double value) {
  const double share = axis.logarithmic
                           ? std::log(value / axis.lower) / std::log(axis.upper / axis.lower)
                           : (value - axis.lower) / (axis.upper - axis.lower);
  return share * axis.pixels;
}

}  // namespace

QVector<QCPGraphData> pixelPoints(const DecimatedLine& line, const PixelView& view) {
  if (line.size() == 0 || view.x.pixels <= 0 || view.y.pixels <= 0 ||
      !(view.x.lower < view.x.upper))
    return {};
  std::vector<PlotPoint> envelope;
  line.envelope(view.x, envelope);
  QVector<QCPGraphData> points;
  points.reserve(static_cast<int>(envelope.size()));
  double keptX = 0.0;
  double keptY = 0.0;
  for (std::size_t i = 0; i < envelope.size(); ++i) {
    constexpr double kHalf = 0.5;
    const double px = pixelAt(view.x, envelope[i].x);
    const double py = pixelAt(view.y, envelope[i].y);
    const bool isLast = i + 1 == envelope.size();
    if (!isLast && !points.isEmpty() && std::abs(px - keptX) < kHalf &&
        std::abs(py - keptY) < kHalf)
      continue;
    keptX = px;
    keptY = py;
    points.append(QCPGraphData(envelope[i].x, envelope[i].y));
  }
  return points;
}

}  // namespace telegrad::ui
