// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBoxLayout>
#include <QScrollArea>

#include "ui/lab_grid_card.h"
#include "ui/lab_map_card.h"

namespace telegrad::ui {

/// The page "Staleness lab": what the model says of kept fraction and staleness, and beside it what
/// real runs show; below it where there is no room beside.
class StalenessLab : public QScrollArea {
  Q_OBJECT

 public:
  explicit StalenessLab(RunController& controller, QWidget* parent = nullptr);

  LabMapCard* map() const { return map_; }
  LabGridCard* grid() const { return grid_; }

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  QBoxLayout* cards_ = nullptr;
  LabMapCard* map_;
  LabGridCard* grid_;
};

}  // namespace telegrad::ui
