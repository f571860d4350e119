// SPDX-License-Identifier: GPL-3.0-or-later
// WorkerStrip without a mouse: the keyboard's cursor, and the cells as a table.
#include <algorithm>
#include <memory>
#include <vector>

#include <QKeyEvent>
#include <QToolTip>

#include "ui/plots/plot_cursor.h"
#include "ui/plots/worker_strip.h"

namespace telegrad::ui {

QString outcomeWords(WorkerSample::Outcome outcome) {
  switch (outcome) {
    case WorkerSample::Outcome::Uploaded:
      return WorkerStrip::tr("uploaded");
    case WorkerSample::Outcome::Skipped:
      return WorkerStrip::tr("skipped");
    case WorkerSample::Outcome::Forced:
      return WorkerStrip::tr("forced by the delay bound, or back from being away");
    case WorkerSample::Outcome::Absent:
      return WorkerStrip::tr("away");
  }
  return {};
}

std::optional<int> WorkerStrip::cursorColumn() const {
  if (iteration_ == 0 || run() == nullptr || run()->recent.empty()) return std::nullopt;
  const auto back = run()->recent.back().record.iteration - iteration_;
  if (back < 0 || back >= shownColumns_) return std::nullopt;
  return shownColumns_ - 1 - static_cast<int>(back);
}

std::optional<std::int64_t> WorkerStrip::iteration() const {
  return cursorColumn() ? std::optional(iteration_) : std::nullopt;
}

void WorkerStrip::moveCursor(int column, int worker) {
  iteration_ = run()->recent.back().record.iteration - (shownColumns_ - 1 - column);
  choose(worker);
  const Geometry g = geometryOf();
  const QPointF cell(g.cells.left() + (column + 0.5) * g.column,
                     g.cells.top() + (worker + 0.5) * g.row);
  const QString told = tip(cell);
  setAccessibleDescription(told);
  if (isVisible()) QToolTip::showText(mapToGlobal(cell.toPoint()), told, this);
}

void WorkerStrip::leaveCursor() {
  iteration_ = 0;
  setAccessibleDescription({});
  QToolTip::hideText();
  update();
}

void WorkerStrip::keyPressEvent(QKeyEvent* event) {
  const auto column = cursorColumn();
  if (column && event->key() == Qt::Key_Escape) return leaveCursor();
  // Without a cell, Up and Down choose a worker alone.
  if (!column && event->key() == Qt::Key_Up) return choose(worker_ - 1);
  if (!column && event->key() == Qt::Key_Down) return choose(worker_ + 1);
  const auto row = static_cast<std::size_t>(worker_);
  std::optional<CursorCell> now;
  if (column) now = CursorCell{static_cast<std::size_t>(*column), row};
  const CursorCell size{static_cast<std::size_t>(shownColumns_),
                        static_cast<std::size_t>(workers())};
  const auto next =
      cursorAfter(*event, now, size, {std::max<std::size_t>(size.column, 1) - 1, row});
  if (!next) return QWidget::keyPressEvent(event);
  moveCursor(static_cast<int>(next->column), static_cast<int>(next->row));
}

PlotTable WorkerStrip::table() const {
  PlotTable table;
  table.title = accessibleName();
  if (run() == nullptr || shownColumns_ == 0) return table;
  const auto first = run()->recent.end() - shownColumns_;
  const auto seen = std::make_shared<const std::vector<Sample>>(first, run()->recent.end());
  const std::size_t rows = seen->size();
  table.columns.push_back({tr("Iteration"), rows, [seen](std::size_t row) {
                             return QVariant(qint64{(*seen)[row].record.iteration});
                           }});
  for (int m = 0; m < workers(); ++m)
    table.columns.push_back(
        {tr("Worker %1").arg(m + 1), rows,
         [seen, worker = static_cast<std::size_t>(m)](std::size_t row) -> QVariant {
           const auto& all = (*seen)[row].workers;
           return worker < all.size() ? QVariant(outcomeWords(all[worker].outcome)) : QVariant();
         }});
  return table;
}

}  // namespace telegrad::ui
