// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/tickers.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "ui/models/number_format.h"

namespace telegrad::ui {
namespace {

constexpr int kLabelDigits = 6;  // enough for every tick of a zoomed axis

QString plain(double tick) {
  if (std::abs(tick) < 1e5) {
    if (tick == std::floor(tick)) return grouped(static_cast<std::int64_t>(tick));
    return shortNumber(tick, kLabelDigits);
  }
  return siNumber(tick, kLabelDigits);
}

QString logLabel(double tick) {
  const double exponent = std::log10(tick);
  const double whole = std::round(exponent);
  if (std::abs(exponent - whole) < 1e-9 && (whole < -3.0 || whole > 3.0))
    return powerOfTen(static_cast<int>(whole));
  return tick < 1e4 ? shortNumber(tick, 4) : siNumber(tick, 4);
}

/// multiples * 10^e within the range.
QVector<double> inDecades(const QCPRange& range, const std::vector<double>& multiples, int step) {
  QVector<double> ticks;
  const int from = static_cast<int>(std::floor(std::log10(range.lower)));
  const int to = static_cast<int>(std::ceil(std::log10(range.upper)));
  for (int e = from; e <= to; ++e) {
    if (((e % step) + step) % step != 0) continue;
    for (const double multiple : multiples) {
      const double tick = multiple * std::pow(10.0, e);
      if (tick >= range.lower * (1.0 - 1e-9) && tick <= range.upper * (1.0 + 1e-9))
        ticks.append(tick);
    }
  }
  return ticks;
}

}  // namespace

SiTicker::SiTicker(bool whole) : whole_(whole) {
  setTickCount(6);
}

double SiTicker::getTickStep(const QCPRange& range) {
  const double step = QCPAxisTicker::getTickStep(range);
  return whole_ ? std::max(1.0, step) : step;
}

QString SiTicker::getTickLabel(double tick, const QLocale&, QChar, int) {
  // A tick of a step of 0.1 may come as 0.30000000000000004, and zero as 1e-17.
  return plain(std::abs(tick) < 1e-12 ? 0.0 : tick);
}

LogTicker::LogTicker(int mostTicks) : most_(mostTicks) {
  setTickCount(mostTicks);
}

void LogTicker::generate(const QCPRange& range, const QLocale& locale, QChar formatChar,
                         int precision, QVector<double>& ticks, QVector<double>* subTicks,
                         QVector<QString>* tickLabels) {
  if (!(range.lower > 0.0) || !(range.upper > range.lower)) return;
  const double decades = std::log10(range.upper / range.lower);
  const int step = std::max(1, static_cast<int>(std::ceil(decades / most_)));
  ticks = inDecades(range, {1.0}, step);
  if (ticks.size() < 3 && step > 1) ticks = inDecades(range, {1.0}, 1);
  if (ticks.size() < 3) ticks = inDecades(range, {1.0, 2.0, 5.0}, 1);
  if (ticks.size() < 3)
    QCPAxisTicker::generate(range, locale, formatChar, precision, ticks, nullptr, nullptr);
  trimTicks(range, ticks, false);
  if (subTicks != nullptr) {
    subTicks->clear();
    if (step == 1 && decades > 1.0) *subTicks = inDecades(range, {2, 3, 4, 5, 6, 7, 8, 9}, 1);
  }
  if (tickLabels != nullptr) {
    tickLabels->clear();
    for (const double tick : ticks) tickLabels->append(logLabel(tick));
  }
}

}  // namespace telegrad::ui
