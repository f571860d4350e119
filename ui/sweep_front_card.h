// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QComboBox>
#include <QFrame>
#include <QLabel>

#include "ui/models/sweep_session.h"
#include "ui/plots/front_plot.h"
#include "ui/widgets/segmented_control.h"

namespace telegrad::ui {

/// The Pareto front's card: what the points are worth against what they cost, and which of them no
/// other beats.
class SweepFrontCard : public QFrame {
  Q_OBJECT

 public:
  explicit SweepFrontCard(const SweepSession& session, QWidget* parent = nullptr);

  void reset();    ///< there is another sweep
  void refresh();  ///< something of its cells changed

  FrontPlot* plot() const { return plot_; }
  SegmentedControl* cost() const { return cost_; }
  QComboBox* worth() const { return worth_; }
  QString sentence() const { return told_->text(); }

 private:
  FrontContents contentsOf(const SweepQuantity& worth, const SweepQuantity& cost) const;

  const SweepSession& session_;
  QComboBox* worth_;
  SegmentedControl* cost_;
  FrontPlot* plot_;
  QLabel* told_;
};

}  // namespace telegrad::ui
