// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/theory/compression_noise.h"
#include "ui/models/grid_words.h"
#include "ui/models/staleness_grid.h"
#include "ui/plots/heat_map.h"

namespace telegrad::ui {

/// A grid of runs as cells: kept fraction along x, staleness upwards, the number in each cell and
/// its colour on a logarithmic scale over the cells that have one; below it how much it grew from
/// the least staleness, and what phi says of that. Cells that wait, run, diverged or never reached
/// the target say so. Threads: the window's.
class GridHeatMap : public HeatMap {
  Q_OBJECT

 public:
  explicit GridHeatMap(QWidget* parent = nullptr);

  void setGrid(const StalenessGrid& grid, GridQuantity quantity, PhiBase base);
};

}  // namespace telegrad::ui
