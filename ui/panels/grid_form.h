// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QLabel>
#include <QLineEdit>
#include <QWidget>

#include "ui/models/staleness_grid.h"
#include "ui/widgets/parameter_form.h"

namespace telegrad::ui {

/// The numbers that a text lists, each once and ascending: "0.01, 3 %, 0.1".
/// Errors: a word that the parameter does not take, none, or more than `most`.
Result<std::vector<double>> parseList(const Parameter& parameter, const QString& text,
                                      std::size_t most);

/// What a grid of runs is to be: its points, and what the runs train.
class GridForm : public QWidget {
  Q_OBJECT

 public:
  explicit GridForm(QWidget* parent = nullptr);

  /// The plan for this draft. Errors: what is wrong with what was typed, or with the setting.
  Result<GridPlan> plan(const Experiment& draft, double gradientBits) const;
  /// Shows the points and the number of seeds of another plan.
  void setPlan(const GridPlan& plan);
  QLineEdit* fractions() const { return fractions_; }
  QLineEdit* stalenesses() const { return stalenesses_; }

 signals:
  void edited();

 private:
  QLineEdit* makeList(const Parameter& parameter, const QString& initial);

  QLineEdit* fractions_;
  QLineEdit* stalenesses_;
  ParameterForm* form_;
};

}  // namespace telegrad::ui
