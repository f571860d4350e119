// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace telegrad {

/// A point of the plane; in a glyph x runs right and y down, both from 0 to 1.
struct Point {
  double x = 0.0;
  double y = 0.0;
};

/// What a pen does between two lifts.
struct Stroke {
  enum class Kind {
    Line,   ///< straight from point to point
    Curve,  ///< smooth through all points
    Loop,   ///< smooth through all points and back to the first
  };
  Kind kind = Kind::Line;
  std::vector<Point> points;
};

using Glyph = std::vector<Stroke>;

/// The ways in which people write `digit` (0 to 9); at least one.
const std::vector<Glyph>& glyphsOf(std::size_t digit);

/// The stroke as a chain of straight pieces: Catmull-Rom through its points, `pieces` to each span
/// (one for lines). A polynomial, so the same bits on every machine.
std::vector<Point> flatten(const Stroke& stroke, int pieces);

}  // namespace telegrad
