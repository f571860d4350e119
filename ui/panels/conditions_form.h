// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QLabel>
#include <QWidget>

#include "core/theory/iteration_time.h"
#include "ui/widgets/parameter_form.h"
#include "ui/widgets/segmented_control.h"

namespace telegrad::ui {

/// The network of the time model: bandwidth, latency, compute time and gradient size, as the
/// experiment has them, as a run observes them, or as they were typed here.
class ConditionsForm : public QWidget {
  Q_OBJECT

 public:
  enum class Source { Experiment, Observed, Own };

  explicit ConditionsForm(QWidget* parent = nullptr);

  /// Shown while the source is the experiment, or the run has observed nothing yet.
  void setExperiment(const IterationConditions& conditions);
  /// Shown while the source is the run.
  void setObserved(const std::optional<IterationConditions>& conditions);
  Source source() const;
  const IterationConditions& conditions() const { return shown_; }
  ParameterForm* form() const { return form_; }

 signals:
  void changed();  ///< other conditions, whoever changed them

 private:
  void refresh();
  void show(const IterationConditions& conditions);

  SegmentedControl* source_;
  ParameterForm* form_;
  QLabel* note_;
  IterationConditions experiment_;
  std::optional<IterationConditions> observed_;
  IterationConditions shown_;
};

}  // namespace telegrad::ui
