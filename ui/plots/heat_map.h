// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <vector>

#include <QStringList>
#include <QWidget>

#include "ui/plots/plot_table.h"

namespace telegrad::ui {

/// What a heat map shows: a figure for each column and row, and in words what has none.
struct HeatMapContents {
  struct Cell {
    double value = std::numeric_limits<double>::quiet_NaN();  ///< its colour
    QStringList words;     ///< in it, uppermost first; as many as there is room for
    QString told;          ///< the tool tip, and what is read out
    bool running = false;  ///< outlined
    bool over = false;     ///< hatched, where it has words and no figure
  };
  QString xTitle;
  QString yTitle;
  QStringList columns;
  QStringList rows;         ///< from below
  std::vector<Cell> cells;  ///< row by row
  bool log = false;         ///< colours by factors, where all figures are positive
  QString emptyWords;       ///< what to say without cells

  const Cell& at(std::size_t column, std::size_t row) const {
    return cells[row * static_cast<std::size_t>(columns.size()) + column];
  }
};

/// A grid of cells: the number in each, and its colour over the cells that have one. The keyboard's
/// cursor (cursorAfter()) or the mouse select a cell; Enter or a double click opens it, Escape
/// selects none. Threads: the window's.
class HeatMap : public QWidget {
  Q_OBJECT

 public:
  struct Cell {
    std::size_t column = 0;
    std::size_t row = 0;
    bool operator==(const Cell&) const = default;
  };

  explicit HeatMap(const QString& accessibleName, QWidget* parent = nullptr);

  void setContents(HeatMapContents contents);
  const HeatMapContents& contents() const { return contents_; }
  std::optional<Cell> selected() const { return selected_; }
  /// No signal.
  void setSelected(std::optional<Cell> cell);
  /// The words in a cell, uppermost first.
  QStringList words(const Cell& cell) const { return contents_.at(cell.column, cell.row).words; }
  /// Where a cell is drawn.
  QRectF rectOf(const Cell& cell) const;
  /// A row of the table for each row of cells, as they are drawn.
  PlotTable table() const;
  QSize sizeHint() const override { return {420, 300}; }
  QSize minimumSizeHint() const override { return {240, 170}; }

 signals:
  void selectionChanged();
  void clicked();    ///< on the cell that is selected
  void activated();  ///< the cell that is selected, by Enter or a double click

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
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
  std::size_t columns() const { return static_cast<std::size_t>(contents_.columns.size()); }
  std::size_t rows() const { return static_cast<std::size_t>(contents_.rows.size()); }

  HeatMapContents contents_;
  bool log_ = false;
  double least_ = 0.0;  // of the cells' figures
  double most_ = 0.0;
  double left_ = 0.0;  // the width of the rows' labels
  std::optional<Cell> selected_;
};

}  // namespace telegrad::ui
