// SPDX-License-Identifier: GPL-3.0-or-later
// ShardList without a mouse: the keyboard's cursor, and the counts as a table.
#include <QKeyEvent>
#include <QScrollBar>
#include <QToolTip>

#include "ui/models/number_format.h"
#include "ui/plots/shard_list.h"

namespace telegrad::ui {

QString ShardList::told(const CursorCell& cell) const {
  const auto& shard = data_->workers[cell.row];
  return tr("Worker %1, class %2: %3 of %4 examples")
      .arg(cell.row + 1)
      .arg(QString::fromStdString(data_->classNames[cell.column]),
           grouped(qint64{shard.counts[cell.column]}),
           grouped(static_cast<qint64>(shard.examples)));
}

void ShardList::moveCursor(std::optional<CursorCell> cell) {
  if (cell == cursor_) return;
  cursor_ = cell;
  setAccessibleDescription(cell ? told(*cell) : QString());
  viewport()->update();
  if (!cell) return QToolTip::hideText();
  const Geometry g = geometryOf();
  auto* bar = verticalScrollBar();
  const int top = static_cast<int>(cell->row) * g.row;
  if (top < bar->value()) bar->setValue(top);
  if (top + g.row > bar->value() + bar->pageStep()) bar->setValue(top + g.row - bar->pageStep());
  const QRect rect = barRect(g, cell->column, g.head + top - bar->value() + 8, largest_);
  if (isVisible())
    QToolTip::showText(viewport()->mapToGlobal(rect.center()), told(*cell), viewport());
}

void ShardList::keyPressEvent(QKeyEvent* event) {
  if (cursor_ && event->key() == Qt::Key_Escape) return moveCursor(std::nullopt);
  const bool scrolls = event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown;
  const CursorCell size{data_ == nullptr ? 0 : data_->classNames.size(),
                        static_cast<std::size_t>(workers())};
  const auto next = scrolls ? std::nullopt : cursorAfter(*event, cursor_, size);
  if (!next) return QAbstractScrollArea::keyPressEvent(event);
  moveCursor(next);
}

PlotTable ShardList::table() const {
  PlotTable table;
  table.title = accessibleName();
  if (data_ == nullptr) return table;
  const std::size_t rows = data_->workers.size();
  table.columns.push_back(
      {tr("Worker"), rows, [](std::size_t row) { return QVariant(static_cast<qint64>(row + 1)); }});
  table.columns.push_back({tr("Examples"), rows, [data = data_](std::size_t row) {
                             return QVariant(static_cast<qint64>(data->workers[row].examples));
                           }});
  for (std::size_t c = 0; c < data_->classNames.size(); ++c)
    table.columns.push_back(
        {QString::fromStdString(data_->classNames[c]), rows, [data = data_, c](std::size_t row) {
           return QVariant(qint64{data->workers[row].counts[c]});
         }});
  return table;
}

}  // namespace telegrad::ui
