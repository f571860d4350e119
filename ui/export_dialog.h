// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

#include "ui/plots/curves_plot.h"
#include "ui/plots/export.h"

namespace telegrad::ui {

/// "Export figure": the curves as they are read in the window, sized for paper or slides, or the
/// records behind them as a table.
class ExportDialog : public QDialog {
  Q_OBJECT

 public:
  ExportDialog(const RunsModel& runs, const CurvesPlot& curves, QWidget* parent = nullptr);

  /// What the controls say.
  FigureOptions options() const;

 private:
  void save();
  void refresh();

  const RunsModel& runs_;
  const CurvesPlot& curves_;
  QComboBox* format_;
  QSpinBox* width_;
  QSpinBox* height_;
  QSpinBox* resolution_;
  QComboBox* theme_;
  QComboBox* range_;
  QLineEdit* title_;
  QCheckBox* target_;
  QCheckBox* markers_;
  QCheckBox* carry_;
  QLabel* message_;
};

}  // namespace telegrad::ui
