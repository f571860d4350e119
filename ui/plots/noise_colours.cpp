// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/noise_colours.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace telegrad::ui {
namespace {

// Light to dark.
constexpr std::array<QRgb, 6> kStops{0xfff6edc9, 0xffdcca8c, 0xffaeac95,
                                     0xff7488a4, 0xff40609f, 0xff1d2f66};

double linear(double channel) {
  return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

}  // namespace

QColor noiseColour(const Theme& theme, double share) {
  const double along = std::clamp(theme.isDark ? 1.0 - share : share, 0.0, 1.0);
  const double at = along * static_cast<double>(kStops.size() - 1);
  const auto index = std::min(static_cast<std::size_t>(at), kStops.size() - 2);
  const double part = at - static_cast<double>(index);
  const QColor from(kStops.at(index));
  const QColor to(kStops.at(index + 1));
  const auto mix = [part](int a, int b) {
    return static_cast<int>(std::lround(a + (b - a) * part));
  };
  return {mix(from.red(), to.red()), mix(from.green(), to.green()), mix(from.blue(), to.blue())};
}

QColor inkOn(const QColor& ground) {
  const double luminance = 0.2126 * linear(ground.redF()) + 0.7152 * linear(ground.greenF()) +
                           0.0722 * linear(ground.blueF());
  // Where the contrast with black and with white is the same.
  constexpr double kEven = 0.179;
  return luminance > kEven ? QColor(Qt::black) : QColor(Qt::white);
}

}  // namespace telegrad::ui
