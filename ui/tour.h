// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>

#include <QAction>
#include <QTimer>

#include "ui/panels/data_fetch.h"
#include "ui/tour_steps.h"
#include "ui/widgets/callout.h"

namespace telegrad::ui {

class ExplainActions;
class WindowActions;

/// The tour: steps that point at the real controls of the window while a real experiment trains.
/// The window works as ever meanwhile. What stood in the form, the axis and the page come back at
/// the end, however it ends; runs of the user's are never touched, but by his own hand.
/// Threads: the window's.
class Tour : public QObject {
  Q_OBJECT

 public:
  /// `openDraft` puts an experiment into the form, as opening a file does.
  Tour(QWidget& window, RunController& controller, const WindowActions& actions,
       std::function<void(const Experiment&)> openDraft);

  QAction* action() const { return action_; }  ///< begins it
  bool isOn() const { return step_.has_value(); }
  /// The step's name; empty: it is not on.
  QString step() const;
  Callout* callout() const { return callout_; }
  /// Whether it was never offered here before this start, nor begun in it.
  bool isNew() const { return new_; }
  /// It need not be offered at the next start.
  void noteOffer();

  /// Another experiment in place of the quick start, from its next beginning on.
  void setExperiment(const Experiment& experiment) { experiment_ = experiment; }
  void begin();
  void end();

 signals:
  void began();  ///< before anything is changed

 private:
  /// What was there before, and comes back.
  struct Before {
    Experiment draft;
    CurveOptions curves;
    int page = 0;
  };
  void connectParts();
  void goTo(std::size_t step);
  void next();
  void back();
  void restart();
  void hurry();
  void act();
  void check();
  void takeNewRun(int id);
  void openExperiment();
  void showTraining();
  void letGoOfRun();
  void giveFocus(QWidget* target);
  Callout::Words wordsOf(std::size_t step) const;
  std::size_t firstStep() const;
  bool isDone(std::size_t step) const;

  QWidget& window_;
  RunController& controller_;
  const WindowActions& actions_;
  std::function<void(const Experiment&)> openDraft_;
  QAction* action_;
  QAction* escape_;
  Callout* callout_;
  TourStage stage_;
  std::optional<Experiment> experiment_;
  std::optional<Before> before_;
  std::optional<std::size_t> step_;
  std::set<int> ours_;  ///< the runs that it began
  std::unique_ptr<DataFetch> look_;
  bool new_;
  bool hasImages_ = true;  ///< of the quick start; else generated ones stand in for them
};

}  // namespace telegrad::ui
