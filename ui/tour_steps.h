// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <span>

#include <QAction>
#include <QString>
#include <QWidget>

#include "ui/panels/run_controller.h"
#include "ui/plots/curves_plot.h"

namespace telegrad::ui {

/// What the steps of the tour see of the window, and what has happened in it so far.
struct TourStage {
  QWidget& window;
  RunController& controller;
  QAction* run = nullptr;     ///< run, pause, go on
  QAction* rewind = nullptr;  ///< from the start, with what the form has
  QAction* explainThis = nullptr;
  int first = 0;   ///< the tour's run with SASG; 0: none yet
  int second = 0;  ///< its run with SGD

  CurvesPlot* curves() const;
  const Run* firstRun() const { return controller.runs().byId(first); }
  const Run* secondRun() const { return controller.runs().byId(second); }
};

/// One step: where it points, what it says, and what it waits for.
struct TourStep {
  const char* key;                                   ///< stable name
  const char* title;                                 ///< to translate in the context "Tour"
  const char* text;                                  ///< likewise
  std::function<QWidget*(const TourStage&)> target;  ///< null: none
  std::function<bool(const TourStage&)> isDone;      ///< empty: there is nothing to do
  const char* act = nullptr;                         ///< on the button, likewise to translate
  std::function<void(TourStage&)> doIt = {};         ///< instead of the user
};

/// All steps, in order. The first, "busy", is only for when a run of the user's is going on.
std::span<const TourStep> tourSteps();

}  // namespace telegrad::ui
