// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <QWidget>

#include "ui/panels/run_controller.h"
#include "ui/panels/trace_canvas.h"
#include "ui/widgets/parameter_field.h"

namespace telegrad::ui {

/// The trace that the next run's links follow: which one, drawn, and painted over with the mouse.
/// What is painted is a value of the experiment, network.painted; each stroke can be undone.
class TraceEditor : public QWidget {
  Q_OBJECT

 public:
  explicit TraceEditor(RunController& controller, QWidget* parent = nullptr);

  TraceCanvas* canvas() const { return canvas_; }
  QPushButton* paintButton() const { return paint_; }
  QPushButton* resetButton() const { return reset_; }
  /// The simulated time of the run that is shown; drawn where that run follows this very trace.
  void setNow(SimTime time);

 private:
  void showDraft();
  void showChoice();
  void set(const std::string& key, const Value& value, const QString& what);

  RunController& controller_;
  QVBoxLayout* rows_;
  QHBoxLayout* head_;
  ParameterField* choice_ = nullptr;
  TraceCanvas* canvas_;
  QPushButton* paint_ = nullptr;
  QPushButton* reset_ = nullptr;
  QLabel* note_ = nullptr;
  const Parameter* shown_ = nullptr;  // of the choice
};

}  // namespace telegrad::ui
