// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include <QColor>
#include <QFont>
#include <QPen>
#include <QString>

namespace telegrad::ui {

/// The one place of colours, type and spacing; widgets, plots and exports read them here.
struct Theme {
  bool isDark = false;
  QColor window, panel, hairline, grid, text, mutedText, accent, onAccent, chip, chipText, warning,
      warningGround;
  std::array<QColor, 10> runs;  ///< told apart under the common colour deficiencies (tested)

  static const Theme& light();
  static const Theme& dark();
  /// Follows the system, unless the user chose: what the application shows now.
  static const Theme& current();
  static void setCurrent(bool dark);
  /// Another number whenever colours or type are others: what was drawn with them is out of date.
  static int look();

  QColor run(int index) const { return runs.at(static_cast<std::size_t>(index) % runs.size()); }
  /// The dash pattern that belongs to a run's colour, so that colour is never the only mark.
  static QVector<qreal> dash(int index);
};

/// Spacing in steps of 4 px.
namespace space {
constexpr int kTiny = 4;
constexpr int kSmall = 8;
constexpr int kMedium = 12;
constexpr int kLarge = 16;
constexpr int kHuge = 24;
}  // namespace space

/// How much larger than usual type, and lines of plots with it, are shown: 1, or more where a
/// window is presented. What is drawn for paper is not (UnscaledType).
double typeScale();
void setTypeScale(double scale);
/// A length that belongs to text: usual pixels, times the scale.
int scaled(int pixels);

/// Type as usual as long as it lives.
class UnscaledType {
 public:
  UnscaledType() : before_(typeScale()) { setTypeScale(1.0); }
  ~UnscaledType() { setTypeScale(before_); }
  Q_DISABLE_COPY_MOVE(UnscaledType)

 private:
  double before_;
};

// Inter where it is, else the system's sans; figures of one width wherever a number changes.
// Sizes are the usual ones, before the scale.
QFont bodyFont();     ///< 13 px
QFont plotFont();     ///< 11 px: plot text and section heads
QFont sectionFont();  ///< 11 px, spaced capitals
QFont titleFont();    ///< 15 px, semibold

}  // namespace telegrad::ui
