// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QtTest>

using telegrad::ui::Theme;

namespace {

using Triple = std::array<double, 3>;

double linear(double channel) {
  return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

Triple linear(const QColor& colour) {
  return {linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF())};
}

/// Machado, Oliveira and Fernandes, A physiologically-based model for simulation of color vision
/// deficiency, TVCG 2009: severity 1, on linear RGB. The first is normal sight.
constexpr std::array<std::array<Triple, 3>, 4> kSight{{
    {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
    {{{0.152286, 1.052583, -0.204868},
      {0.114503, 0.786281, 0.099216},
      {-0.003882, -0.048116, 1.051998}}},
    {{{0.367322, 0.860646, -0.227968},
      {0.280085, 0.672501, 0.047413},
      {-0.011820, 0.042940, 0.968881}}},
    {{{1.255528, -0.076749, -0.178779},
      {-0.078411, 0.930809, 0.147602},
      {0.004733, 0.691367, 0.303900}}},
}};

Triple seen(const std::array<Triple, 3>& sight, const QColor& colour) {
  const Triple in = linear(colour);
  Triple out{};
  for (std::size_t i = 0; i < 3; ++i)
    out[i] = std::clamp(sight[i][0] * in[0] + sight[i][1] * in[1] + sight[i][2] * in[2], 0.0, 1.0);
  return out;
}

/// CIE 1976 L*a*b* of linear sRGB, white point D65.
Triple lab(const Triple& rgb) {
  const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116.0; };
  const double x = f((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.95047);
  const double y = f(0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]);
  const double z = f((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.08883);
  return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

/// The smallest difference that any of the four kinds of sight sees, CIE76.
double difference(const QColor& a, const QColor& b) {
  double least = 1e9;
  for (const auto& sight : kSight) {
    const Triple p = lab(seen(sight, a));
    const Triple q = lab(seen(sight, b));
    least = std::min(least, std::hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]));
  }
  return least;
}

/// WCAG 2's contrast ratio.
double contrast(const QColor& a, const QColor& b) {
  const auto luminance = [](const QColor& colour) {
    const Triple rgb = linear(colour);
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
  };
  const double p = luminance(a);
  const double q = luminance(b);
  return (std::max(p, q) + 0.05) / (std::min(p, q) + 0.05);
}

}  // namespace

class ThemeTest : public QObject {
  Q_OBJECT
 private slots:
  void runColoursStayApart_data();
  void runColoursStayApart();
  void dashesDiffer();
  void textCanBeRead_data() { runColoursStayApart_data(); }
  void textCanBeRead();
  void currentFollowsTheChoice();
};

void ThemeTest::runColoursStayApart_data() {
  QTest::addColumn<bool>("dark");
  QTest::newRow("light") << false;
  QTest::newRow("dark") << true;
}

void ThemeTest::runColoursStayApart() {
  QFETCH(bool, dark);
  const Theme& theme = dark ? Theme::dark() : Theme::light();
  for (int a = 0; a < 10; ++a) {
    QVERIFY2(contrast(theme.run(a), theme.panel) >= 2.6, qPrintable(theme.run(a).name()));
    for (int b = 0; b < a; ++b) {
      // Of the first four, which the design fixes, teal and grey are near for protanopes; their
      // dashes are far apart.
      const double least = a < 4 ? 6.0 : 20.0;
      const double d = difference(theme.run(a), theme.run(b));
      QVERIFY2(d >= least, qPrintable(QStringLiteral("%1 and %2: %3").arg(a).arg(b).arg(d)));
    }
  }
}

void ThemeTest::dashesDiffer() {
  for (int a = 0; a < 10; ++a)
    for (int b = 0; b < a; ++b) QVERIFY(Theme::dash(a) != Theme::dash(b));
  QVERIFY(Theme::dash(0).isEmpty());
  for (int a = 1; a < 10; ++a) QCOMPARE(Theme::dash(a).size() % 2, 0);
}

void ThemeTest::textCanBeRead() {
  QFETCH(bool, dark);
  const Theme& theme = dark ? Theme::dark() : Theme::light();
  constexpr double kAa = 4.5;
  QVERIFY(contrast(theme.text, theme.panel) >= kAa);
  QVERIFY(contrast(theme.text, theme.window) >= kAa);
  QVERIFY(contrast(theme.mutedText, theme.panel) >= kAa);
  QVERIFY(contrast(theme.mutedText, theme.window) >= kAa);
  QVERIFY(contrast(theme.onAccent, theme.accent) >= kAa);
  QVERIFY(contrast(theme.chipText, theme.chip) >= kAa);
  QVERIFY(contrast(theme.warning, theme.warningGround) >= kAa);
  QVERIFY(contrast(theme.warning, theme.panel) >= kAa);
}

void ThemeTest::currentFollowsTheChoice() {
  Theme::setCurrent(true);
  QVERIFY(Theme::current().isDark);
  Theme::setCurrent(false);
  QVERIFY(!Theme::current().isDark);
}

QTEST_GUILESS_MAIN(ThemeTest)
#include "theme_test.moc"
