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
// From the theme's grid, which is next to its panel, to where black or white stands out most.
constexpr std::array<QRgb, 6> kLightBlues{0xffeff3fa, 0xffc9daf8, 0xff97b8f2,
                                          0xff5f8fe8, 0xff2c62cf, 0xff173c8c};
constexpr std::array<QRgb, 6> kDarkBlues{0xff232932, 0xff24396a, 0xff2a549f,
                                         0xff4179d6, 0xff79a4f7, 0xffc4d7ff};

double linear(double channel) {
  return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

/// The colour at a place between the first stop, 0, and the last, 1.
QColor between(const std::array<QRgb, 6>& stops, double share) {
  const double at = std::clamp(share, 0.0, 1.0) * static_cast<double>(stops.size() - 1);
  const auto index = std::min(static_cast<std::size_t>(at), stops.size() - 2);
  const double part = at - static_cast<double>(index);
  const QColor from(stops.at(index));
  const QColor to(stops.at(index + 1));
  const auto mix = [part](int a, int b) {
    return static_cast<int>(std::lround(a + (b - a) * part));
  };
  return {mix(from.red(), to.red()), mix(from.green(), to.green()), mix(from.blue(), to.blue())};
}

}  // namespace

QColor noiseColour(const Theme& theme, double share) {
  return between(kStops, theme.isDark ? 1.0 - share : share);
}

QColor blueColour(const Theme& theme, double share) {
  return between(theme.isDark ? kDarkBlues : kLightBlues, share);
}

QColor inkOn(const QColor& ground) {
  const double luminance = 0.2126 * linear(ground.redF()) + 0.7152 * linear(ground.greenF()) +
                           0.0722 * linear(ground.blueF());
  // Where the contrast with black and with white is the same.
  constexpr double kEven = 0.179;
  return luminance > kEven ? QColor(Qt::black) : QColor(Qt::white);
}

}  // namespace telegrad::ui
