// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QAbstractScrollArea>
#include <QImage>

#include "core/experiment/training_run.h"
#include "ui/plots/plot_cursor.h"
#include "ui/plots/plot_table.h"

namespace telegrad::ui {

/// What each worker has, a row each: a few of its images at twice their size, and how many examples
/// of each class, as bars on one scale for all, with a line at what each would have if every class
/// were dealt out evenly. The classes stand once, above the bars. Scrolls up and down alone; only
/// the rows that are seen are painted. The keyboard's cursor (cursorAfter()) goes from bar to bar.
/// Threads: the window's.
class ShardList : public QAbstractScrollArea {
  Q_OBJECT

 public:
  explicit ShardList(QWidget* parent = nullptr);

  /// Nothing: no rows.
  void setData(std::shared_ptr<const DealtData> dealt);
  /// What is to be read at a place of the viewport; empty where there is nothing.
  QString tip(const QPoint& position) const;
  /// How many images a row has room for.
  int imagesShown() const { return geometryOf().images; }
  /// An image of a worker, as it is stored.
  QImage image(std::size_t worker, std::size_t number) const;

  /// How many examples of each class each worker has.
  PlotTable table() const;
  /// The worker and class that the cursor stands on: a row and a column.
  std::optional<CursorCell> cursor() const { return cursor_; }

  QSize sizeHint() const override { return {720, 420}; }
  QSize minimumSizeHint() const override { return {420, 180}; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;
  bool viewportEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  /// Of the viewport, in pixels.
  struct Geometry {
    int head = 0;      // height of the classes' names
    int row = 0;       // height of a row
    int side = 0;      // of an image
    int images = 0;    // in a row
    int imagesAt = 0;  // where they begin
    QRect bars;        // x and width of the bars
    double column = 0.0;
    bool numbers = false;  // ticks with numbers in place of names
  };
  Geometry geometryOf() const;
  int workers() const { return data_ == nullptr ? 0 : static_cast<int>(data_->workers.size()); }
  /// Which of a worker's images stands at a place of its row.
  std::size_t imageAt(const Geometry& g, std::size_t worker, int place) const;
  QRect barRect(const Geometry& g, std::size_t classIndex, int top, std::uint32_t count) const;
  void setRange();
  QString told(const CursorCell& cell) const;
  void moveCursor(std::optional<CursorCell> cell);
  void paintHead(QPainter& painter, const Geometry& g) const;
  void paintRow(QPainter& painter, const Geometry& g, std::size_t worker, int top) const;
  void paintBars(QPainter& painter, const Geometry& g, std::size_t worker, int top) const;

  std::shared_ptr<const DealtData> data_;
  std::vector<double> distances_;
  std::uint32_t largest_ = 1;
  std::optional<CursorCell> cursor_;
  std::vector<double> even_;  // of each class: what a worker would have
};

}  // namespace telegrad::ui
