// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QComboBox>
#include <QLineEdit>
#include <QWidget>

#include "core/experiment/sweep.h"

namespace telegrad::ui {

/// An axis of a sweep as it is chosen: any parameter of an experiment, and the values that it is to
/// take: "0.01, 3 %, 0.1", or "0.001 to 1 in 4 log steps". A parameter that is chosen comes with
/// values around the experiment's.
class SweepAxisField : public QWidget {
  Q_OBJECT

 public:
  explicit SweepAxisField(const QString& name, QWidget* parent = nullptr);

  /// What there is to choose from; what is chosen stays if it is still there.
  void setExperiment(const Experiment& experiment);
  /// Nothing if no parameter is chosen.
  std::optional<SweepAxis> axis() const;
  void setAxis(const std::optional<SweepAxis>& axis);

  QComboBox* parameters() const { return parameters_; }
  QLineEdit* values() const { return values_; }

 signals:
  void edited();

 private:
  void suggest();
  std::string chosen() const;

  Experiment experiment_;
  QComboBox* parameters_;
  QLineEdit* values_;
};

/// Values to begin an axis of this parameter with: around the experiment's own.
std::string suggestedValues(const Experiment& experiment, const std::string& parameter);

}  // namespace telegrad::ui
