// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/number_format.h"

#include <array>
#include <cmath>

#include "core/metrics/remaining_time.h"

namespace telegrad::ui {
namespace {

constexpr QChar kNarrowSpace(0x202F);
const QString kNothing = QStringLiteral("–");

/// Fixed notation with that many significant digits, trailing zeros taken off.
QString significant(double value, int digits) {
  if (value == 0.0) return QStringLiteral("0");
  const int exponent = static_cast<int>(std::floor(std::log10(std::abs(value))));
  QString text = QString::number(value, 'f', std::max(0, digits - 1 - exponent));
  if (text.contains('.')) {
    while (text.endsWith('0')) text.chop(1);
    if (text.endsWith('.')) text.chop(1);
  }
  return text;
}

}  // namespace

QString siNumber(double value, int digits) {
  if (!std::isfinite(value)) return kNothing;
  if (value == 0.0) return QStringLiteral("0");
  struct Prefix {
    int exponent;
    const char* text;
  };
  static constexpr std::array<Prefix, 9> kPrefixes{{{-9, "n"},
                                                    {-6, "µ"},
                                                    {-3, "m"},
                                                    {0, ""},
                                                    {3, "k"},
                                                    {6, "M"},
                                                    {9, "G"},
                                                    {12, "T"},
                                                    {15, "P"}}};
  // Rounded first, so that 999.9 becomes 1 k and not 1000.
  const double magnitude = QString::number(std::abs(value), 'e', digits - 1).toDouble();
  const auto* chosen = &kPrefixes.front();
  for (const auto& prefix : kPrefixes)
    if (magnitude >= std::pow(10.0, prefix.exponent)) chosen = &prefix;
  const QString number = significant(value / std::pow(10.0, chosen->exponent), digits);
  return *chosen->text == '\0' ? number : number + kNarrowSpace + QString::fromUtf8(chosen->text);
}

QString powerOfTen(int exponent) {
  static const QString kDigits = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
  QString text = QStringLiteral("10");
  for (const QChar c : QString::number(exponent))
    text += c == '-' ? QStringLiteral("⁻") : QString(kDigits.at(c.digitValue()));
  return text;
}

QString shortNumber(double value, int digits) {
  if (!std::isfinite(value)) return kNothing;
  if (value == 0.0) return QStringLiteral("0");
  const double magnitude = std::abs(value);
  if (magnitude >= 1e-4 && magnitude < 1e6) return significant(value, digits);
  const int exponent = static_cast<int>(std::floor(std::log10(magnitude)));
  return significant(value / std::pow(10.0, exponent), digits) + QStringLiteral("·") +
         powerOfTen(exponent);
}

QString roughly(double seconds) {
  return text(roughDuration(seconds)).replace(QLatin1String("days"), tr("days"));
}

QString percent(double share, int decimals) {
  if (!std::isfinite(share)) return kNothing;
  return QString::number(100.0 * share, 'f', decimals) + kNarrowSpace + QStringLiteral("%");
}

}  // namespace telegrad::ui
