// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/golden/pictures.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>

#include <QDir>
#include <QFileInfo>
#include <QLocale>

#include "tests/support/own_home.h"

namespace telegrad::test {
namespace {

constexpr int kMostColours = 256;
constexpr int kCoarsest = 16;

int apart(QRgb one, QRgb other) {
  return std::max({std::abs(qRed(one) - qRed(other)), std::abs(qGreen(one) - qGreen(other)),
                   std::abs(qBlue(one) - qBlue(other))});
}

QImage plain(const QImage& picture) {
  return picture.convertToFormat(QImage::Format_RGB32);
}

QRgb cellOf(QRgb colour, int step) {
  return qRgb(qRed(colour) / step, qGreen(colour) / step, qBlue(colour) / step);
}

/// Of each cell of the colour cube its commonest colour, so that large areas stay exact.
std::map<QRgb, QRgb> commonest(const std::map<QRgb, qsizetype>& counts, int step) {
  std::map<QRgb, QRgb> chosen;
  for (const auto& [colour, count] : counts) {
    const auto [place, isFirst] = chosen.emplace(cellOf(colour, step), colour);
    if (!isFirst && count > counts.at(place->second)) place->second = colour;
  }
  return chosen;
}

QString pathOf(const QString& name) {
  return QStringLiteral(TELEGRAD_GOLDEN_IMAGES "/%1.png").arg(name);
}

void save(const QImage& picture, const QString& path) {
  QDir().mkpath(QFileInfo(path).path());
  constexpr int kSmallest = 0;  // of a PNG's "quality": as tightly packed as can be
  if (!picture.save(path, "PNG", kSmallest)) qFatal("%s: cannot be written", qPrintable(path));
}

}  // namespace

Difference compare(const QImage& expected, const QImage& actual, const Tolerance& tolerance) {
  Difference found;
  found.sameSize = expected.size() == actual.size();
  found.pixels = static_cast<qsizetype>(actual.width()) * actual.height();
  if (!found.sameSize) return found;
  const QImage one = plain(expected);
  const QImage other = plain(actual);
  for (int y = 0; y < one.height(); ++y) {
    for (int x = 0; x < one.width(); ++x) {
      const int difference = apart(one.pixel(x, y), other.pixel(x, y));
      found.largest = std::max(found.largest, difference);
      if (difference >= tolerance.channel) ++found.different;
    }
  }
  return found;
}

QImage picturedDifference(const QImage& expected, const QImage& actual,
                          const Tolerance& tolerance) {
  QImage shown = plain(actual);
  for (int y = 0; y < shown.height(); ++y) {
    for (int x = 0; x < shown.width(); ++x) {
      const QRgb colour = shown.pixel(x, y);
      const bool differs =
          !expected.valid(x, y) || apart(expected.pixel(x, y), colour) >= tolerance.channel;
      const int grey = 128 + qGray(colour) / 2;
      shown.setPixel(x, y, differs ? qRgb(220, 0, 0) : qRgb(grey, grey, grey));
    }
  }
  return shown;
}

QImage inPalette(const QImage& picture) {
  const QImage from = plain(picture);
  std::map<QRgb, qsizetype> counts;
  for (int y = 0; y < from.height(); ++y)
    for (int x = 0; x < from.width(); ++x) ++counts[from.pixel(x, y)];
  int step = 1;
  auto chosen = commonest(counts, step);
  for (; chosen.size() > kMostColours && step < kCoarsest; chosen = commonest(counts, step))
    step *= 2;
  if (chosen.size() > kMostColours) return from;
  QImage made(from.size(), QImage::Format_Indexed8);
  std::map<QRgb, int> numbers;
  for (const auto& [cell, colour] : chosen) {
    numbers[cell] = static_cast<int>(numbers.size());
    made.setColor(numbers[cell], colour);
  }
  for (int y = 0; y < from.height(); ++y)
    for (int x = 0; x < from.width(); ++x)
      made.setPixel(x, y, static_cast<uint>(numbers.at(cellOf(from.pixel(x, y), step))));
  return made;
}

void useFixedSurroundings() {
  telegrad::test::useOwnHome();
  qputenv("XDG_CACHE_HOME", qgetenv("XDG_DATA_HOME"));  // a folder of this process's own
  qputenv("FONTCONFIG_FILE", TELEGRAD_GOLDEN_FONTS);
  qputenv("QT_QPA_PLATFORM", "offscreen");
  qputenv("QT_SCALE_FACTOR", "1");
  qputenv("LC_ALL", "C.UTF-8");
  qputenv("TZ", "UTC");
  for (const char* name : {"QT_FONT_DPI", "QT_SCREEN_SCALE_FACTORS", "QT_STYLE_OVERRIDE",
                           "QT_QPA_PLATFORMTHEME", "TELEGRAD_DATA"})
    qunsetenv(name);
  QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

bool accepts() {
  return qEnvironmentVariableIntValue("TELEGRAD_ACCEPT") == 1;
}

bool looksAsBefore(const QString& name, const QImage& actual, const Tolerance& tolerance) {
  return compare(QImage(pathOf(name)), actual, tolerance).isWithin(tolerance);
}

QString judge(const QString& name, const QImage& actual, const Tolerance& tolerance) {
  if (accepts()) {
    // What is within the tolerance stays: a file changes only where the picture does.
    if (!looksAsBefore(name, actual, tolerance)) save(inPalette(actual), pathOf(name));
    return {};
  }
  const QImage expected(pathOf(name));
  const auto found = compare(expected, actual, tolerance);
  if (found.isWithin(tolerance)) return {};
  const QString folder = QStringLiteral(TELEGRAD_GOLDEN_FAILURES);
  const auto beside = [&](const char* what) {
    return QStringLiteral("%1/%2-%3.png").arg(folder, name, QLatin1String(what));
  };
  save(actual, beside("actual"));
  if (!expected.isNull()) save(expected, beside("expected"));
  save(picturedDifference(expected, actual, tolerance), beside("difference"));
  const auto what = expected.isNull() ? QStringLiteral("there is no such golden picture")
                    : !found.sameSize
                        ? QStringLiteral("it is %1 x %2 in place of %3 x %4")
                              .arg(actual.width())
                              .arg(actual.height())
                              .arg(expected.width())
                              .arg(expected.height())
                        : QStringLiteral("%1 of %2 pixels differ by %3 or more, the most by %4")
                              .arg(found.different)
                              .arg(found.pixels)
                              .arg(tolerance.channel)
                              .arg(found.largest);
  return QStringLiteral(
             "%1: %2. See %3-{actual,expected,difference}.png. If the new one is right: "
             "tests/golden/accept.sh")
      .arg(name, what, folder + QLatin1Char('/') + name);
}

}  // namespace telegrad::test
