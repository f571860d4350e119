// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include <QWidget>

#include "core/metrics/confusion.h"
#include "ui/plots/plot_table.h"

namespace telegrad::ui {

/// A confusion matrix as cells: true classes downwards, what they were taken for along x, each
/// cell's colour the share of its row by the square root, so that rare mistakes are seen, and the
/// per cent in it where there is room; at the right the share of each class that was read right.
/// Hovering, or the keyboard's cursor (cursorAfter()), choose a cell, which the text under the
/// matrix spells out.
/// Threads: the window's.
class ConfusionPlot : public QWidget {
  Q_OBJECT

 public:
  struct Cell {
    std::size_t truth = 0;
    std::size_t predicted = 0;
    bool operator==(const Cell&) const = default;
  };

  explicit ConfusionPlot(QWidget* parent = nullptr);

  void setMatrix(std::shared_ptr<const ConfusionMatrix> matrix);
  /// "3 read as 5: 12 of 1,010 (1.2 %)".
  QString told(const Cell& cell) const;
  /// What is said under the matrix: the chosen cell, or the commonest mistake.
  QString readOut() const;
  /// The number in a cell; empty where it is 0.
  QString number(const Cell& cell) const;
  std::optional<Cell> chosen() const { return chosen_; }
  QRectF rectOf(const Cell& cell) const;
  /// Counts: a row for each true class.
  PlotTable table() const;
  QSize sizeHint() const override { return {640, 480}; }
  QSize minimumSizeHint() const override { return {380, 260}; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  static constexpr int kTitle = 18;    // height of an axis's
  static constexpr int kFoot = 54;     // of the read-out and the scale
  static constexpr int kRecall = 132;  // width of bars and per cent at the right
  static constexpr int kLongestName = 96;
  static constexpr double kWidest = 2.2;  // a cell beside its height
  static constexpr double kLeastName = 13.0;
  static constexpr double kLeastNumber = 24.0;

  struct Geometry {
    QRectF cells;
    double wide = 0.0, high = 0.0;  // of a cell
    bool names = true;              // of every class; else numbers at every tenth
    bool upright = false;           // names above the columns
  };
  Geometry geometryOf() const;
  QRectF rectOf(const Geometry& g, const Cell& cell) const;
  std::size_t classes() const { return matrix_ == nullptr ? 0 : matrix_->classes(); }
  double share(const Cell& cell) const;
  QString nameOf(std::size_t classIndex) const;
  int longestName() const;
  void choose(std::optional<Cell> cell);
  void paintCells(QPainter& painter, const Geometry& g) const;
  void paintNumbers(QPainter& painter, const Geometry& g) const;
  void paintNames(QPainter& painter, const Geometry& g) const;
  void paintRecall(QPainter& painter, const Geometry& g) const;
  void paintScale(QPainter& painter, const Geometry& g) const;

  std::shared_ptr<const ConfusionMatrix> matrix_;
  std::vector<std::uint64_t> examples_;  // of each class
  std::optional<Cell> commonest_;        // mistake
  std::optional<Cell> chosen_;
};

}  // namespace telegrad::ui
