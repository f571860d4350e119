// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

namespace telegrad::test {

/// How far a picture may be from the golden one.
///
/// On one machine pictures are equal to the bit but for what a golden one lost when its colours
/// were put into a palette: less than 16 of 255 in a channel. Another processor rounds the blending
/// of edges by one or two, so a pixel differs from 24 on. Of the pixels one in 20,000 may: a digit
/// of the smallest type has more than 20, a picture of 480 x 300 has 7 to spare.
struct Tolerance {
  int channel = 24;
  double share = 1.0 / 20000.0;
};

/// What two pictures have apart. Of different sizes, everything.
struct Difference {
  bool sameSize = false;
  qsizetype pixels = 0;     ///< in all
  qsizetype different = 0;  ///< that differ by the tolerance's `channel` or more
  int largest = 0;          ///< in one channel

  bool isWithin(const Tolerance& tolerance) const {
    return sameSize &&
           static_cast<double>(different) <= tolerance.share * static_cast<double>(pixels);
  }
};

Difference compare(const QImage& expected, const QImage& actual, const Tolerance& tolerance = {});

/// Grey where both are the same, and red where they differ.
QImage picturedDifference(const QImage& expected, const QImage& actual,
                          const Tolerance& tolerance = {});

/// The same with at most 256 colours, each channel less than 16 from what it was; as it is where
/// that is not possible.
QImage inPalette(const QImage& picture);

/// Fonts, scale, language, time and home are the same on every machine. To be called before the
/// application is made, as initMain() is.
void useFixedSurroundings();

/// Whether pictures are to be taken as they are now: TELEGRAD_ACCEPT=1.
bool accepts();

/// Compares with tests/golden/images/NAME.png, or writes it where accepts(). Empty: within the
/// tolerance; else what is wrong, where actual, expected and difference lie, and what takes the new
/// one.
QString judge(const QString& name, const QImage& actual, const Tolerance& tolerance = {});

/// Whether it is within the tolerance; writes nothing.
bool looksAsBefore(const QString& name, const QImage& actual, const Tolerance& tolerance = {});

}  // namespace telegrad::test
