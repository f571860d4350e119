// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_table.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <utility>

#include <QLocale>

namespace telegrad::ui {
namespace {

QString inWords(const QVariant& value) {
  if (value.typeId() != QMetaType::Double) return value.toString();
  const double number = value.toDouble();
  if (std::isnan(number)) return {};
  return QString::number(number, 'g', QLocale::FloatingPointShortest);
}

/// RFC 4180.
QString csvCell(const QString& cell) {
  static const QString special = QStringLiteral(",\"\n\r");
  const bool plain = std::ranges::none_of(cell, [](QChar c) { return special.contains(c); });
  return plain ? cell : '"' + QString(cell).replace('"', QStringLiteral("\"\"")) + '"';
}

/// Neither tab nor line end, which part cells.
QString onOneLine(QString cell) {
  for (auto& c : cell)
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
  return cell;
}

}  // namespace

std::size_t PlotTable::rows() const {
  std::size_t most = 0;
  for (const auto& column : columns) most = std::max(most, column.rows);
  return most;
}

PlotTable::Column columnOf(const QString& title, std::vector<QVariant> values) {
  const std::size_t rows = values.size();
  return {title, rows, [kept = std::move(values)](std::size_t row) { return kept[row]; }};
}

PlotTableModel::PlotTableModel(PlotTable table, QObject* parent)
    : QAbstractTableModel(parent),
      table_(std::move(table)) {}

void PlotTableModel::setTable(PlotTable table) {
  beginResetModel();
  table_ = std::move(table);
  endResetModel();
}

int PlotTableModel::rowCount(const QModelIndex& parent) const {
  constexpr std::size_t kMost = std::numeric_limits<int>::max();
  return parent.isValid() ? 0 : static_cast<int>(std::min(table_.rows(), kMost));
}

int PlotTableModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(table_.columns.size());
}

QString PlotTableModel::words(std::size_t row, std::size_t column) const {
  const auto& asked = table_.columns[column];
  return row < asked.rows ? inWords(asked.value(row)) : QString();
}

QVariant PlotTableModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const auto row = static_cast<std::size_t>(index.row());
  const auto column = static_cast<std::size_t>(index.column());
  if (role == Qt::DisplayRole) return words(row, column);
  if (role == Qt::AccessibleTextRole)
    return table_.columns[column].title + QStringLiteral(": ") + words(row, column);
  if (role != Qt::TextAlignmentRole || row >= table_.columns[column].rows) return {};
  const bool isText = table_.columns[column].value(row).typeId() == QMetaType::QString;
  return QVariant::fromValue(Qt::AlignVCenter | (isText ? Qt::AlignLeft : Qt::AlignRight));
}

QVariant PlotTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (role != Qt::DisplayRole) return {};
  if (orientation == Qt::Vertical) return section + 1;
  return table_.columns[static_cast<std::size_t>(section)].title;
}

QString PlotTableModel::csvHeader() const {
  QStringList cells;
  for (const auto& column : table_.columns) cells << csvCell(column.title);
  return cells.join(',') + '\n';
}

QString PlotTableModel::csvRow(std::size_t row) const {
  QStringList cells;
  for (std::size_t column = 0; column < table_.columns.size(); ++column)
    cells << csvCell(words(row, column));
  return cells.join(',') + '\n';
}

QString tabSeparated(const PlotTableModel& model, const QItemSelection& selection, int mostRows) {
  std::set<int> columns;
  for (const auto& range : selection)
    for (int column = range.left(); column <= range.right(); ++column) columns.insert(column);
  std::set<int> rows;
  for (const auto& range : selection)
    for (int row = range.top(); row <= range.bottom() && row - range.top() < mostRows; ++row)
      rows.insert(row);
  while (static_cast<int>(rows.size()) > mostRows) rows.erase(std::prev(rows.end()));
  QStringList lines;
  const auto line = [&](const auto& cell) {
    QStringList cells;
    for (const int column : columns) cells << onOneLine(cell(column));
    lines << cells.join('\t');
  };
  if (rows.size() * columns.size() > 1)
    line([&](int column) { return model.headerData(column, Qt::Horizontal).toString(); });
  for (const int row : rows)
    line([&](int column) {
      const bool isIn = selection.contains(model.index(row, column));
      return isIn ? model.words(static_cast<std::size_t>(row), static_cast<std::size_t>(column))
                  : QString();
    });
  return lines.join('\n');
}

}  // namespace telegrad::ui
