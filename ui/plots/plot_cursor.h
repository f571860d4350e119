// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

class QKeyEvent;

namespace telegrad::ui {

/// A point of a curve: what the keyboard's cursor stands on.
struct CursorPlace {
  std::size_t curve = 0;
  std::size_t point = 0;
  bool operator==(const CursorPlace&) const = default;
};

/// The curves that the cursor walks over, and where their points are on the screen. The points of a
/// curve lie from left to right; asked for are only those that a step has to look at.
struct CursorCurves {
  std::size_t count = 0;
  std::function<std::size_t(std::size_t curve)> size;
  std::function<double(std::size_t curve, std::size_t point)> pixel;  ///< its x
  std::size_t start = 0;  ///< the curve on which the cursor is brought up
};

/// Of points that are no samples of a line: a step goes from each to the next, however near.
CursorCurves oneByOne(std::vector<std::size_t> sizes);

/// Where a key takes the cursor; nothing where it is no key of the cursor's, or there is no point.
///
/// Left and Right: a few pixels, but at least to the next x; with Shift ten times as far. Page Up
/// and Down: a hundred pixels back and forth. Up and Down: the curve before and after, where its
/// point is nearest in x. Ctrl with Home and End: the ends of the curve. The first key of these, at
/// `now` nothing, goes to the point nearest to `middle`.
/// O(log of the points).
std::optional<CursorPlace> cursorAfter(const QKeyEvent& key, std::optional<CursorPlace> now,
                                       const CursorCurves& curves, double middle);

/// A cell of a grid, counted as it is drawn: rows from above.
struct CursorCell {
  std::size_t column = 0;
  std::size_t row = 0;
  bool operator==(const CursorCell&) const = default;
};

/// The same over cells: the arrows go to the neighbour, Page Up and Down ten rows, Ctrl with Home
/// and End to the ends of the row. The first key goes to `start`.
std::optional<CursorCell> cursorAfter(const QKeyEvent& key, std::optional<CursorCell> now,
                                      const CursorCell& size, const CursorCell& start = {});

}  // namespace telegrad::ui
