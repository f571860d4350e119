// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QMenu>

#include "ui/panels/run_controller.h"
#include "ui/plots/curves_plot.h"

namespace telegrad::ui {

/// What can be done at a place of the curves: of a marked change, to set it back from now on or to
/// rewind to before it; of any iteration, to fork from it or to rewind to it.
class PlaceMenu : public QMenu {
  Q_OBJECT

 public:
  PlaceMenu(RunController& controller, const CurvesPlot::Place& place, QWidget* parent);

  // Nothing where the place has no such.
  QAction* setBack() const { return setBack_; }
  QAction* rewindBefore() const { return rewindBefore_; }
  QAction* fork() const { return fork_; }
  QAction* rewind() const { return rewind_; }
  QAction* goOn() const { return goOn_; }

 private:
  void addChanges(const Run& run);
  void addPlace(const Run& run);
  QAction* add(const QString& text, const QString& tip, std::function<void()> act);

  RunController& controller_;
  CurvesPlot::Place place_;
  QAction* setBack_ = nullptr;
  QAction* rewindBefore_ = nullptr;
  QAction* fork_ = nullptr;
  QAction* rewind_ = nullptr;
  QAction* goOn_ = nullptr;
};

/// Asks for the values, and forks.
void askAndFork(RunController& controller, int run, std::int64_t iteration, QWidget* parent);

}  // namespace telegrad::ui
