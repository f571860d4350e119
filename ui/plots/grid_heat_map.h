// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QStringList>
#include <QWidget>

#include "core/theory/compression_noise.h"
#include "ui/models/grid_words.h"
#include "ui/models/staleness_grid.h"

namespace telegrad::ui {

/// A grid of runs as cells: kept fraction along x, staleness upwards, the number in each cell and
/// its colour on a logarithmic scale over the cells that have one; below it how much it grew from
/// the least staleness, and what phi says of that. Cells that wait, run, diverged or never reached
/// the target say so. Click or arrow keys select a cell.
/// Threads: the window's.
class GridHeatMap : public QWidget {
  Q_OBJECT

 public:
  struct Cell {
    std::size_t delta = 0;
    std::size_t tau = 0;
    bool operator==(const Cell&) const = default;
  };

  explicit GridHeatMap(QWidget* parent = nullptr);

  void setGrid(const StalenessGrid& grid, GridQuantity quantity, PhiBase base);
  std::optional<Cell> selected() const { return selected_; }
  /// The words in a cell, uppermost first.
  QStringList words(const Cell& cell) const;
  /// Where a cell is drawn.
  QRectF rectOf(const Cell& cell) const;
  QSize sizeHint() const override { return {420, 300}; }
  QSize minimumSizeHint() const override { return {240, 170}; }

 signals:
  void selectionChanged();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool event(QEvent* event) override;

 private:
  std::optional<Cell> at(const QPointF& position) const;
  void select(std::optional<Cell> cell);
  QRectF area() const;
  void paintCell(QPainter& painter, const Cell& cell) const;
  void paintAxes(QPainter& painter) const;
  /// 0 to 1 between the least and the largest figure; nothing for a cell without one.
  std::optional<double> share(const Cell& cell) const;
  QString told(const Cell& cell) const;

  StalenessGrid grid_;
  GridQuantity quantity_ = GridQuantity::Residual;
  PhiBase base_ = PhiBase::HalfRatio;
  double least_ = 0.0;  // positive figures of the cells
  double most_ = 0.0;
  std::optional<Cell> selected_;
};

}  // namespace telegrad::ui
