// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/phases.h"

#include <algorithm>

#include <QCoreApplication>

namespace telegrad::ui {
namespace {

QColor between(const QColor& from, const QColor& to, double share) {
  const auto mix = [share](float a, float b) { return a + (b - a) * static_cast<float>(share); };
  return QColor::fromRgbF(mix(from.redF(), to.redF()), mix(from.greenF(), to.greenF()),
                          mix(from.blueF(), to.blueF()));
}

}  // namespace

QString phaseName(Phase phase) {
  static constexpr std::array<const char*, kPhases> kNames{
      QT_TRANSLATE_NOOP("Phases", "compute"), QT_TRANSLATE_NOOP("Phases", "encode"),
      QT_TRANSLATE_NOOP("Phases", "queue"),   QT_TRANSLATE_NOOP("Phases", "send"),
      QT_TRANSLATE_NOOP("Phases", "latency"), QT_TRANSLATE_NOOP("Phases", "wait")};
  return QCoreApplication::translate("Phases", kNames.at(static_cast<std::size_t>(phase)));
}

QColor phaseColour(Phase phase, const Theme& theme) {
  switch (phase) {
    case Phase::Compute:
      return theme.run(0);
    case Phase::Encode:
      return theme.run(5);
    case Phase::Queue:
      return theme.run(2);
    case Phase::Send:
      return theme.run(1);
    case Phase::Latency:
      return theme.run(3);
    case Phase::Wait:
      return theme.hairline;
  }
  return theme.hairline;
}

QColor stalenessColour(double share, const Theme& theme) {
  const double at = std::clamp(share, 0.0, 1.0);
  const QColor fresh = between(theme.panel, theme.accent, 0.3);
  const QColor late = between(theme.accent, theme.text, 0.75);
  return at < 0.5 ? between(fresh, theme.accent, 2.0 * at)
                  : between(theme.accent, late, 2.0 * at - 1.0);
}

}  // namespace telegrad::ui
