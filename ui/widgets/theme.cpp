// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme.h"

#include <cmath>

#include <QFontDatabase>
#include <QVector>

namespace telegrad::ui {
namespace {

/// The window's thread only, as every Theme call.
bool& currentIsDark() {
  static bool dark = false;
  return dark;
}

/// The window's thread only, too.
double& currentScale() {
  static double scale = 1.0;
  return scale;
}

QFont fontOf(int pixelSize) {
  static const QString family =
      QFontDatabase::families().contains(QStringLiteral("Inter"))
          ? QStringLiteral("Inter")
          : QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
  QFont font(family);
  font.setPixelSize(scaled(pixelSize));
  return font;
}

}  // namespace

const Theme& Theme::light() {
  static const Theme theme{
      .isDark = false,
      .window = "#f6f7f9",
      .panel = "#ffffff",
      .hairline = "#e3e6eb",
      .grid = "#eceff3",
      .text = "#1b1f27",
      .mutedText = "#667085",
      .accent = "#2f6fed",
      .onAccent = "#ffffff",
      .chip = "#eef3ff",
      .chipText = "#2353b8",
      .warning = "#b54708",
      .warningGround = "#fff4e5",
      .runs = {QColor("#3f6fe0"), QColor("#d9822b"), QColor("#0f8f8c"), QColor("#8a93a3"),
               QColor("#961e00"), QColor("#7800ff"), QColor("#a5875a"), QColor("#1e3c5a"),
               QColor("#783c3c"), QColor("#5a0087")}};
  return theme;
}

const Theme& Theme::dark() {
  static const Theme theme{
      .isDark = true,
      .window = "#14171c",
      .panel = "#1c2027",
      .hairline = "#2b313b",
      .grid = "#272d36",
      .text = "#e8ebf0",
      .mutedText = "#98a2b3",
      .accent = "#6ea0ff",
      .onAccent = "#0d1420",
      .chip = "#22304d",
      .chipText = "#a9c6ff",
      .warning = "#fdb022",
      .warningGround = "#3a2c12",
      .runs = {QColor("#7ea6ff"), QColor("#f2a65a"), QColor("#3fc1b0"), QColor("#9aa5b8"),
               QColor("#c33c00"), QColor("#b42da5"), QColor("#ffe1b4"), QColor("#961eff"),
               QColor("#a5f00f"), QColor("#96695a")}};
  return theme;
}

const Theme& Theme::current() {
  return currentIsDark() ? dark() : light();
}

void Theme::setCurrent(bool dark) {
  currentIsDark() = dark;
}

int Theme::look() {
  return static_cast<int>(std::lround(1000.0 * currentScale())) * 2 + (currentIsDark() ? 1 : 0);
}

double typeScale() {
  return currentScale();
}

void setTypeScale(double scale) {
  currentScale() = scale;
}

int scaled(int pixels) {
  return static_cast<int>(std::lround(pixels * currentScale()));
}

QVector<qreal> Theme::dash(int index) {
  // In units of the pen's width. The first is solid; no two are alike.
  static const std::array<QVector<qreal>, 10> dashes{{{},
                                                      {8, 3, 2, 3},
                                                      {1.5, 2.5},
                                                      {5, 3},
                                                      {12, 3},
                                                      {8, 3, 2, 3, 2, 3},
                                                      {3, 3},
                                                      {12, 3, 4, 3},
                                                      {1.5, 5},
                                                      {16, 3, 1.5, 3, 1.5, 3}}};
  return dashes.at(static_cast<std::size_t>(index) % dashes.size());
}

QFont bodyFont() {
  return fontOf(13);
}
QFont plotFont() {
  return fontOf(11);
}
QFont sectionFont() {
  QFont font = fontOf(11);
  font.setWeight(QFont::DemiBold);
  font.setCapitalization(QFont::AllUppercase);
  font.setLetterSpacing(QFont::AbsoluteSpacing, 0.6);
  return font;
}
QFont titleFont() {
  QFont font = fontOf(15);
  font.setWeight(QFont::DemiBold);
  return font;
}

}  // namespace telegrad::ui
