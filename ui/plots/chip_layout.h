// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include <QRectF>
#include <QString>

namespace telegrad::ui {

/// A note that belongs to a place on the x axis.
struct Chip {
  double x = 0.0;  ///< pixels
  QString text;
};

struct PlacedChip {
  QRectF rect;
  QString text;                      ///< the first member's, "+2" behind it for two more
  std::vector<std::size_t> members;  ///< indices of the chips it stands for
};

struct ChipSpace {
  QRectF area;
  int rows = 2;
  double rowHeight = 20.0;
  std::function<double(const QString&)> width;  ///< of a chip with that text
};

/// Places chips beside their x, in the highest row where there is room; where there is none, chips
/// that are neighbours in x become one. No two results overlap, and none leaves the area unless it
/// is wider than it.
/// Shapes: chips in order of x.
std::vector<PlacedChip> layoutChips(const std::vector<Chip>& chips, const ChipSpace& space);

}  // namespace telegrad::ui
