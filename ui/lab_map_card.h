// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QLabel>
#include <QTimer>

#include "ui/models/staleness_map.h"
#include "ui/panels/conditions_form.h"
#include "ui/panels/run_controller.h"
#include "ui/plots/staleness_map_plot.h"
#include "ui/widgets/segmented_control.h"

namespace telegrad::ui {

/// The model's half of the staleness lab: the map, its network, and what DeCo would do there.
class LabMapCard : public QFrame {
  Q_OBJECT

 public:
  explicit LabMapCard(RunController& controller, QWidget* parent = nullptr);

  PhiBase base() const;
  /// Of the dense gradient of the next run, as its network sees it.
  double draftGradientBits();
  const StalenessMap& map() const { return map_; }
  StalenessMapPlot* plot() const { return plot_; }
  ConditionsForm* conditions() const { return conditions_; }

 signals:
  void baseChanged();
  void experimentChanged();  ///< perhaps its network or its model

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  void takeDraft();
  void takeRun();
  void refresh();
  std::size_t parameters(const Experiment& experiment);

  RunController& controller_;
  SegmentedControl* base_;
  StalenessMapPlot* plot_;
  QLabel* sentence_;
  ConditionsForm* conditions_;
  StalenessMap map_;
  RunTrail trail_;
  QTimer timer_;
  // Of the model they were counted for.
  Selection counted_;
  std::size_t parameters_ = 0;
};

}  // namespace telegrad::ui
