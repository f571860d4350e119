// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "ui/main_window.h"

namespace telegrad {

/// Says on standard error how long after its start the program had its window on the screen, and
/// the first curve in it, each a line: "first paint: 412 ms, 380 ms of processor time". With
/// `--timing`; tests/ui/startup.sh reads it.
///
/// A child of the window, made before that is shown.
class StartTiming : public QObject {
 public:
  explicit StartTiming(ui::MainWindow& window);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  bool hasCurve() const;

  ui::MainWindow& window_;
  bool painted_ = false;
  bool drawn_ = false;
};

}  // namespace telegrad
