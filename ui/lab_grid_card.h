// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>

#include <QFrame>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>

#include "ui/models/grid_measurement.h"
#include "ui/models/grid_store.h"
#include "ui/panels/grid_form.h"
#include "ui/panels/run_controller.h"
#include "ui/plots/grid_heat_map.h"
#include "ui/widgets/segmented_control.h"

namespace telegrad::ui {

/// The measurement's half of the staleness lab: a grid of real runs, begun and cancelled here, its
/// results as they come, and a sentence on what they show. What was measured is saved in a folder
/// of its own after every run.
class LabGridCard : public QFrame {
  Q_OBJECT

 public:
  explicit LabGridCard(RunController& controller, QWidget* parent = nullptr);

  /// Of phi, beside which the measurement is set.
  void setBase(PhiBase base);
  /// S_g of the experiment, which the links see whatever is trained.
  void setGradientBits(double bits);

  GridMeasurement& measurement() { return measurement_; }
  GridForm* form() const { return form_; }
  GridHeatMap* heatMap() const { return cells_; }
  QPushButton* mainButton() const { return main_; }
  /// Shows the measurement that was begun last.
  void openLast() { store_.openLast(); }
  QString sentence() const { return sentence_->text(); }
  QString errorText() const { return error_->text(); }
  const std::filesystem::path& folder() const { return folder_; }

 private:
  void layOut();
  void connectMeasurement();
  QToolButton* quietButton(const QString& text, const QString& help, std::function<void()> act);
  GridQuantity quantity() const { return static_cast<GridQuantity>(quantity_->current()); }
  void press();
  void showGrid();
  void showState();
  void showProgress();
  void say(const QString& error);
  void exportCsv();
  void copyCommand();

  RunController& controller_;
  GridStore store_;
  GridMeasurement measurement_;
  PhiBase base_ = PhiBase::HalfRatio;
  double gradientBits_ = 0.0;
  std::filesystem::path folder_;  ///< of the grid that is shown
  std::size_t saved_ = 0;         ///< runs that had ended when it was saved
  SegmentedControl* quantity_;
  GridHeatMap* cells_;
  QLabel* sentence_;
  GridForm* form_;
  QLabel* error_;
  QProgressBar* bar_;
  QLabel* status_;
  QPushButton* main_;
  QToolButton* last_;
  QToolButton* csv_;
  QToolButton* command_;
};

}  // namespace telegrad::ui
