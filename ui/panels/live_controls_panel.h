// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <vector>

#include <QLabel>
#include <QVBoxLayout>
#include <QWidget>

#include "core/experiment/experiment.h"
#include "core/experiment/journal.h"
#include "ui/widgets/live_control.h"

namespace telegrad::ui {

/// The parameters that may change while a run goes on, slot by slot.
class LiveControlsPanel : public QWidget {
  Q_OBJECT

 public:
  explicit LiveControlsPanel(QWidget* parent = nullptr);

  /// Shows this experiment's live parameters, without chips; what its file hides is left out, what
  /// it locks cannot be moved. No signal.
  void setExperiment(const Experiment& experiment);
  /// From now on the controls can be set back to what this experiment has.
  void setInitial(const Experiment& experiment);
  /// A wish is on its way, or, where `iteration` is 0, holds at once.
  void showValue(const ParameterName& name, const Value& value, qint64 iteration);
  /// The run says that changes took effect.
  void showApplied(const std::vector<AppliedChange>& changes);
  LiveControl* control(const ParameterName& name) const;

 signals:
  void chosen(const telegrad::ParameterName& name, const telegrad::Value& value);

 private:
  void rebuild(const Experiment& experiment, const std::vector<ParameterName>& names);

  QVBoxLayout* rows_ = nullptr;
  QWidget* content_ = nullptr;
  WindowRules rules_;                    // that what is shown keeps to
  std::vector<const Parameter*> shown_;  // descriptions live as long as the program
  std::map<ParameterName, LiveControl*> controls_;
};

}  // namespace telegrad::ui
