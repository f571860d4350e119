// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/chip_layout.h"

#include <algorithm>
#include <optional>

namespace telegrad::ui {
namespace {

constexpr double kGap = 4.0;

using Groups = std::vector<std::vector<std::size_t>>;

QString textOf(const std::vector<Chip>& chips, const std::vector<std::size_t>& group) {
  const QString& first = chips[group.front()].text;
  return group.size() == 1 ? first : QStringLiteral("%1  +%2").arg(first).arg(group.size() - 1);
}

/// The rectangle in the highest free row, or nothing.
std::optional<QRectF> place(double x, double width, const ChipSpace& space,
                            const std::vector<PlacedChip>& placed) {
  double left = x + kGap;
  if (left + width > space.area.right()) left = x - kGap - width;
  left = std::max(space.area.left(), std::min(left, space.area.right() - width));
  for (int row = 0; row < space.rows; ++row) {
    const QRectF rect(left, space.area.top() + row * (space.rowHeight + kGap), width,
                      space.rowHeight);
    const QRectF roomy = rect.adjusted(-kGap, 0, kGap, 0);
    if (std::ranges::none_of(placed, [&](const auto& chip) { return chip.rect.intersects(roomy); }))
      return rect;
  }
  return std::nullopt;
}

/// Everything placed, or the first group for which there was no room.
std::optional<std::size_t> tryPlacing(const std::vector<Chip>& chips, const Groups& groups,
                                      const ChipSpace& space, std::vector<PlacedChip>& placed) {
  placed.clear();
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const QString text = textOf(chips, groups[i]);
    const auto rect = place(chips[groups[i].front()].x, space.width(text), space, placed);
    if (!rect) return i;
    placed.push_back({*rect, text, groups[i]});
  }
  return std::nullopt;
}

}  // namespace

std::vector<PlacedChip> layoutChips(const std::vector<Chip>& chips, const ChipSpace& space) {
  Groups groups;
  for (std::size_t i = 0; i < chips.size(); ++i) {
    constexpr double kSamePlace = 2.0;
    if (!groups.empty() && chips[i].x - chips[groups.back().front()].x < kSamePlace)
      groups.back().push_back(i);
    else
      groups.push_back({i});
  }
  std::vector<PlacedChip> placed;
  // Each turn joins two groups, and one group alone always fits.
  while (const auto stuck = tryPlacing(chips, groups, space, placed)) {
    auto& before = groups[*stuck - 1];
    before.insert(before.end(), groups[*stuck].begin(), groups[*stuck].end());
    groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(*stuck));
  }
  return placed;
}

}  // namespace telegrad::ui
