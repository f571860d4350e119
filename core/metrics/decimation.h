// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace telegrad {

struct PlotPoint {
  double x = 0.0;
  double y = 0.0;
  bool operator==(const PlotPoint&) const = default;
};

/// The part of an x axis that a plot shows, and on how many pixels. lower < upper, both above zero
/// where logarithmic.
struct PixelAxis {
  double lower = 0.0;
  double upper = 1.0;
  int pixels = 1;
  bool logarithmic = false;

  /// Where x lies, in pixels and parts of them; 0 at lower.
  double positionOf(double x) const;
  /// The pixel on which a visible x falls, in [0, pixels).
  int pixelOf(double x) const;
};

/// An axis that is asked for many positions: what they share is worked out once. The same results,
/// to the bit.
class PixelPositions {
 public:
  explicit PixelPositions(const PixelAxis& axis);

  double of(double x) const;    ///< PixelAxis::positionOf()
  int pixelOf(double x) const;  ///< PixelAxis::pixelOf()

 private:
  PixelAxis axis_;
  double extent_;  // from lower to upper, as the axis is scaled
};

/// A curve that grows while it is drawn, and what is drawn instead of it: the same pixels from at
/// most four points a pixel. Appending is amortised O(1), and a frame costs O(pixels log n)
/// whatever n is. Keeps 17.15 bytes a point: the point, and for each full run of 8, 64, 512 ...
/// points which one is the lowest and which the highest.
///
/// Threads: one.
class DecimatedLine {
 public:
  /// Which axes are logarithmic decides which points can be drawn at all; another choice is another
  /// line.
  explicit DecimatedLine(bool logarithmicX = false, bool logarithmicY = false)
      : logarithmicX_(logarithmicX),
        logarithmicY_(logarithmicY) {}

  /// x never falls. At most 2^32 - 1 points. One whose y is not finite is passed over (the line
  /// joins its neighbours); one at or below zero on a logarithmic axis is dropped and counted.
  void append(double x, double y);
  void clear();

  /// The points that can be drawn.
  std::size_t size() const { return x_.size(); }
  std::span<const double> x() const { return x_; }  ///< theirs, until the next append()
  std::span<const double> y() const { return y_; }
  bool isLogarithmicX() const { return logarithmicX_; }
  /// The points that a logarithmic axis cannot show, over the whole curve.
  std::size_t dropped() const { return dropped_; }
  /// Bytes in use for points and levels.
  std::size_t memory() const;

  /// What is drawn on an axis, into `points`, whose memory is reused: of the points on one pixel
  /// the first, the lowest, the highest and the last (of equals the first), and the nearest one on
  /// either side of the view, so that the line enters and leaves it. Nothing between lowest and
  /// highest is lost, nothing is drawn that is not a point of the curve. axis.logarithmic is the
  /// line's.
  void envelope(const PixelAxis& axis, std::vector<PlotPoint>& points) const;

 private:
  struct Extremes {
    std::uint32_t lowest = 0;
    std::uint32_t highest = 0;
  };

  void summarise();
  void widen(Extremes& extremes, Extremes by) const;
  Extremes extremes(std::size_t begin, std::size_t end) const;
  PlotPoint point(std::size_t index) const { return {x_[index], y_[index]}; }

  bool logarithmicX_;
  bool logarithmicY_;
  std::size_t dropped_ = 0;
  std::vector<double> x_;
  std::vector<double> y_;
  std::vector<std::vector<Extremes>> levels_;  // [l][b]: of points [b, b + 1) * 8^(l + 1)
};

}  // namespace telegrad
