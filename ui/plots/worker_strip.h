// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QImage>
#include <QWidget>

#include "ui/models/runs_model.h"
#include "ui/plots/plot_table.h"

namespace telegrad::ui {

/// "uploaded".
QString outcomeWords(WorkerSample::Outcome outcome);

/// "Who spoke": workers by the current run's last iterations, a cell each: uploaded, skipped or
/// forced by the delay bound. As many iterations as there is room for. Click, or Up and Down,
/// chooses a worker; the keyboard's cursor (cursorAfter()) goes to a cell, Escape leaves it.
/// Threads: the window's.
class WorkerStrip : public QWidget {
  Q_OBJECT

 public:
  explicit WorkerStrip(RunsModel& runs, QWidget* parent = nullptr);

  int worker() const { return worker_; }  ///< chosen, from 0
  void setWorker(int worker);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;
  /// The iterations that are seen, and what each worker did in them.
  PlotTable table() const;
  /// The iteration of the cell that the cursor stands on, while it is seen.
  std::optional<std::int64_t> iteration() const;

 signals:
  void workerChosen(int worker);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool event(QEvent* event) override;

 private:
  struct Geometry {
    QRectF cells;
    double column = 0.0, row = 0.0;
    int columns = 0;
  };
  Geometry geometryOf() const;
  const Run* run() const { return runs_.current(); }
  int workers() const;
  void takeIn(int id, int count);
  void repaintCells();
  void drawColumn(int column, const Sample& sample);
  /// The sample and worker under a place; nullptr where there is none.
  const Sample* at(const QPointF& position, int& worker) const;
  QString tip(const QPointF& position) const;
  void choose(int worker);
  /// Of the cursor's cell, among those that are seen; nothing: it has none.
  std::optional<int> cursorColumn() const;
  void moveCursor(int column, int worker);
  void leaveCursor();
  /// From the right edge as far as `left`; returns where it begins.
  int paintLegend(QPainter& painter, int left) const;

  RunsModel& runs_;
  QImage cells_;  ///< device pixels of all columns, newest at the right
  int shownColumns_ = 0;
  int worker_ = 0;
  std::int64_t iteration_ = 0;  ///< the cursor's; 0: none
  int look_ = 0;
};

}  // namespace telegrad::ui
