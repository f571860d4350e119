// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_cursor.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QKeyEvent>

namespace telegrad::ui {
namespace {

constexpr double kCursorStep = 4.0;  // pixels
constexpr double kCursorFar = 10.0;  // times as far
constexpr double kCursorPage = 100.0;
constexpr std::size_t kCursorRows = 10;

/// The first point at or right of a place; the curve's size if there is none.
std::size_t firstFrom(const CursorCurves& curves, std::size_t curve, double pixel) {
  std::size_t low = 0;
  std::size_t high = curves.size(curve);
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (curves.pixel(curve, middle) < pixel)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

std::size_t nearestTo(const CursorCurves& curves, std::size_t curve, double pixel) {
  const std::size_t size = curves.size(curve);
  const std::size_t after = std::min(firstFrom(curves, curve, pixel), size - 1);
  if (after == 0) return 0;
  const double right = std::abs(curves.pixel(curve, after) - pixel);
  return std::abs(pixel - curves.pixel(curve, after - 1)) <= right ? after - 1 : after;
}

/// The furthest point that is no more than `pixels` away, else the next that is elsewhere: several
/// may share an x.
std::size_t alongCurve(const CursorCurves& curves, const CursorPlace& now, double pixels) {
  const double from = curves.pixel(now.curve, now.point);
  const std::size_t last = curves.size(now.curve) - 1;
  if (pixels > 0.0) {
    const auto beyond = firstFrom(curves, now.curve, std::nextafter(from + pixels, HUGE_VAL));
    const bool moves = curves.pixel(now.curve, beyond - 1) > from;
    return moves ? beyond - 1 : std::min(beyond, last);
  }
  const auto reached = firstFrom(curves, now.curve, from + pixels);
  const bool moves = curves.pixel(now.curve, reached) < from;
  return moves || reached == 0 ? reached : reached - 1;
}

/// Another curve that has points, as far as there is one that way.
std::size_t besideCurve(const CursorCurves& curves, std::size_t now, bool down) {
  for (std::size_t i = now; down ? i + 1 < curves.count : i > 0;) {
    i = down ? i + 1 : i - 1;
    if (curves.size(i) > 0) return i;
  }
  return now;
}

bool isEnd(const QKeyEvent& key) {
  return (key.key() == Qt::Key_Home || key.key() == Qt::Key_End) &&
         key.modifiers().testFlag(Qt::ControlModifier);
}

bool isStep(const QKeyEvent& key) {
  switch (key.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
      return !(key.modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    default:
      return false;
  }
}

std::optional<CursorPlace> firstPlace(const CursorCurves& curves, double middle) {
  const auto usual = std::min(curves.start, std::max<std::size_t>(1, curves.count) - 1);
  for (std::size_t j = 0; j < curves.count; ++j)
    if (const auto i = (usual + j) % curves.count; curves.size(i) > 0)
      return CursorPlace{i, nearestTo(curves, i, middle)};
  return std::nullopt;
}

}  // namespace

CursorCurves oneByOne(std::vector<std::size_t> sizes) {
  constexpr double kApart = 1e4;  // further than any step
  const std::size_t count = sizes.size();
  return {count, [kept = std::move(sizes)](std::size_t curve) { return kept[curve]; },
          [](std::size_t, std::size_t point) { return kApart * static_cast<double>(point); }};
}

std::optional<CursorPlace> cursorAfter(const QKeyEvent& key, std::optional<CursorPlace> now,
                                       const CursorCurves& curves, double middle) {
  if (!isEnd(key) && !isStep(key)) return std::nullopt;
  const bool lost = now && (now->curve >= curves.count || now->point >= curves.size(now->curve));
  const auto first = !now || lost ? firstPlace(curves, middle) : now;
  if (!first) return std::nullopt;
  auto place = *first;
  if (isEnd(key)) {
    place.point = key.key() == Qt::Key_Home ? 0 : curves.size(place.curve) - 1;
    return place;
  }
  if (!now || lost) return place;
  const double step =
      key.modifiers().testFlag(Qt::ShiftModifier) ? kCursorStep * kCursorFar : kCursorStep;
  switch (key.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
      place.point = alongCurve(curves, place, key.key() == Qt::Key_Left ? -step : step);
      break;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
      place.point =
          alongCurve(curves, place, key.key() == Qt::Key_PageUp ? -kCursorPage : kCursorPage);
      break;
    default: {
      const double at = curves.pixel(place.curve, place.point);
      const std::size_t other = besideCurve(curves, place.curve, key.key() == Qt::Key_Down);
      if (other != place.curve) place = {other, nearestTo(curves, other, at)};
    }
  }
  return place;
}

std::optional<CursorCell> cursorAfter(const QKeyEvent& key, std::optional<CursorCell> now,
                                      const CursorCell& size, const CursorCell& start) {
  if (size.column == 0 || size.row == 0 || (!isEnd(key) && !isStep(key))) return std::nullopt;
  CursorCell cell = now.value_or(start);
  cell = {std::min(cell.column, size.column - 1), std::min(cell.row, size.row - 1)};
  if (isEnd(key)) {
    cell.column = key.key() == Qt::Key_Home ? 0 : size.column - 1;
    return cell;
  }
  if (!now) return cell;
  const auto less = [](std::size_t value, std::size_t by) { return value - std::min(value, by); };
  const std::size_t far =
      key.modifiers().testFlag(Qt::ShiftModifier) ? static_cast<std::size_t>(kCursorFar) : 1;
  if (key.key() == Qt::Key_Left) cell.column = less(cell.column, far);
  if (key.key() == Qt::Key_Right) cell.column = std::min(cell.column + far, size.column - 1);
  if (key.key() == Qt::Key_Up) cell.row = less(cell.row, far);
  if (key.key() == Qt::Key_Down) cell.row = std::min(cell.row + far, size.row - 1);
  if (key.key() == Qt::Key_PageUp) cell.row = less(cell.row, kCursorRows);
  if (key.key() == Qt::Key_PageDown) cell.row = std::min(cell.row + kCursorRows, size.row - 1);
  return cell;
}

}  // namespace telegrad::ui
