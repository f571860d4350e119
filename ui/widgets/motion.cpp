// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/motion.h"

#include <QApplication>
#include <QMainWindow>
#include <QSettings>

namespace telegrad::ui {
namespace {

const char* const kReduced = "reduceMotion";

}  // namespace

bool reducedMotion() {
  return QSettings().value(QLatin1String(kReduced), false).toBool();
}

void chooseReducedMotion(bool reduced) {
  QSettings().setValue(QLatin1String(kReduced), reduced);
  applyMotion();
}

void applyMotion() {
  for (const auto effect : {Qt::UI_AnimateMenu, Qt::UI_FadeMenu, Qt::UI_AnimateCombo,
                            Qt::UI_AnimateTooltip, Qt::UI_FadeTooltip, Qt::UI_AnimateToolBox})
    if (reducedMotion()) QApplication::setEffectEnabled(effect, false);
  for (auto* widget : QApplication::topLevelWidgets())
    if (auto* window = qobject_cast<QMainWindow*>(widget)) window->setAnimated(!reducedMotion());
}

}  // namespace telegrad::ui
