// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/pixel_points.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace telegrad::ui {
namespace {

/// Where a value lies, in pixels and parts of them.
double pixelAt(const PixelAxis& axis, double value) {
  const double share = axis.logarithmic
                           ? std::log(value / axis.lower) / std::log(axis.upper / axis.lower)
                           : (value - axis.lower) / (axis.upper - axis.lower);
  return share * axis.pixels;
}

/// Leaves out points that lie within a tolerance of the line through those kept: from the last kept
/// point, all that follow must lie in one sleeve, a sector that each of them makes narrower.
class Sleeve {
 public:
  explicit Sleeve(QVector<QCPGraphData>& points) : points_(points) {}

  void take(const PlotPoint& point, double px, double py) {
    if (points_.isEmpty()) return keep({point, px, py});
    const double dx = px - anchor_.px;
    const double dy = py - anchor_.py;
    const double distance = std::sqrt(dx * dx + dy * dy);
    // x never falls, so directions lie between straight down and straight up: no angle wraps.
    const double angle = std::atan2(dy, dx);
    if (last_ && distance > kTolerance && (angle < low_ || angle > high_)) {
      keep(*last_);
      return take(point, px, py);
    }
    if (distance > kTolerance) {
      const double slack = std::asin(kTolerance / distance);
      low_ = std::max(low_, angle - slack);
      high_ = std::min(high_, angle + slack);
    }
    last_ = Place{point, px, py};
  }
  void close() {
    if (last_) keep(*last_);
  }

 private:
  static constexpr double kTolerance = 0.3;  // pixels: not to be seen
  struct Place {
    PlotPoint point;
    double px = 0.0, py = 0.0;
  };
  void keep(const Place& place) {
    points_.append(QCPGraphData(place.point.x, place.point.y));
    anchor_ = place;
    last_.reset();
    low_ = -std::numeric_limits<double>::infinity();
    high_ = std::numeric_limits<double>::infinity();
  }

  QVector<QCPGraphData>& points_;
  Place anchor_;
  std::optional<Place> last_;
  double low_ = 0.0, high_ = 0.0;
};

}  // namespace

QVector<QCPGraphData> pixelPoints(const DecimatedLine& line, const PixelView& view) {
  if (line.size() == 0 || view.x.pixels <= 0 || view.y.pixels <= 0 ||
      !(view.x.lower < view.x.upper))
    return {};
  std::vector<PlotPoint> envelope;
  line.envelope(view.x, envelope);
  QVector<QCPGraphData> points;
  points.reserve(static_cast<int>(envelope.size()));
  Sleeve sleeve(points);
  for (const auto& point : envelope)
    sleeve.take(point, pixelAt(view.x, point.x), pixelAt(view.y, point.y));
  sleeve.close();
  return points;
}

}  // namespace telegrad::ui
