// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/pixel_points.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace telegrad::ui {
namespace {

/// Leaves out points that lie within a tolerance of the line through those kept: from the last kept
/// point, all that follow must lie in one sleeve, a sector that each of them makes narrower.
class Sleeve {
 public:
  explicit Sleeve(QVector<QCPGraphData>& points) : points_(points) {}

  void take(const PlotPoint& point, double px, double py) {
    if (points_.isEmpty()) return keep({point, px, py});
    Ray ray = rayTo(px, py);
    const bool turns = ray.length > kTolerance && (ray.angle < low_ || ray.angle > high_);
    // Back on its own way, however near to where that began.
    const bool returns = ray.length < furthest_ - kTolerance;
    if (last_ && (turns || returns)) {
      keep(*last_);
      ray = rayTo(px, py);
    }
    furthest_ = std::max(furthest_, ray.length);
    if (ray.length > kTolerance) {
      const double slack = std::asin(kTolerance / ray.length);
      low_ = std::max(low_, ray.angle - slack);
      high_ = std::min(high_, ray.angle + slack);
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
  struct Ray {
    double length = 0.0, angle = 0.0;
  };
  /// From the last kept point.
  Ray rayTo(double px, double py) const {
    // x never falls, so directions lie between straight down and straight up: no angle wraps.
    const double dx = px - anchor_.px;
    const double dy = py - anchor_.py;
    return {std::sqrt(dx * dx + dy * dy), std::atan2(dy, dx)};
  }
  void keep(const Place& place) {
    points_.append(QCPGraphData(place.point.x, place.point.y));
    anchor_ = place;
    last_.reset();
    furthest_ = 0.0;
    low_ = -std::numeric_limits<double>::infinity();
    high_ = std::numeric_limits<double>::infinity();
  }

  QVector<QCPGraphData>& points_;
  Place anchor_;
  std::optional<Place> last_;
  double low_ = 0.0, high_ = 0.0;
  double furthest_ = 0.0;  // from the anchor, of the points since
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
  const PixelPositions across(view.x);
  const PixelPositions up(view.y);
  for (const auto& point : envelope) sleeve.take(point, across.of(point.x), up.of(point.y));
  sleeve.close();
  return points;
}

}  // namespace telegrad::ui
