// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/motion.h"

#include <QApplication>
#include <QMainWindow>
#include <QSettings>

namespace telegrad::ui {
namespace {

const char* const kReduced = "reduceMotion";

/// What the desktop says, before anything here changed it.
bool desktopMoves() {
  static const bool moves = QApplication::isEffectEnabled(Qt::UI_General);
  return moves;
}

}  // namespace

bool choseReducedMotion() {
  return QSettings().value(QLatin1String(kReduced), false).toBool();
}

bool reducedMotion() {
  return choseReducedMotion() || !desktopMoves();
}

void chooseReducedMotion(bool reduced) {
  QSettings().setValue(QLatin1String(kReduced), reduced);
  applyMotion();
}

void applyMotion() {
  desktopMoves();
  for (const auto effect : {Qt::UI_AnimateMenu, Qt::UI_FadeMenu, Qt::UI_AnimateCombo,
                            Qt::UI_AnimateTooltip, Qt::UI_FadeTooltip, Qt::UI_AnimateToolBox})
    if (reducedMotion()) QApplication::setEffectEnabled(effect, false);
  for (auto* widget : QApplication::topLevelWidgets())
    if (auto* window = qobject_cast<QMainWindow*>(widget)) window->setAnimated(!reducedMotion());
}

}  // namespace telegrad::ui
