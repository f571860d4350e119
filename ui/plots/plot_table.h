// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include <QAbstractTableModel>
#include <QItemSelection>
#include <QString>
#include <QVariant>

namespace telegrad::ui {

/// What a plot shows, as numbers: a column for each x and each y. Nothing is copied out of long
/// data: a column's function reads it where it is kept, for the rows that are looked at.
struct PlotTable {
  struct Column {
    QString title;         ///< with its unit: "SASG: payload bits"
    std::size_t rows = 0;  ///< a column may be shorter than others
    /// A number or words; invalid where there is none. Asked for rows below `rows`, as long as the
    /// table is open: what it reads may have gone by then, and is then nothing.
    std::function<QVariant(std::size_t row)> value;
  };
  QString title;
  std::vector<Column> columns;

  std::size_t rows() const;
};

/// A column of values that are few, kept in it.
PlotTable::Column columnOf(const QString& title, std::vector<QVariant> values);

/// A PlotTable for views: raw values, each the shortest that reads back to the same bits.
/// Threads: the window's.
class PlotTableModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  explicit PlotTableModel(PlotTable table, QObject* parent = nullptr);

  void setTable(PlotTable table);
  const PlotTable& table() const { return table_; }

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation,
                      int role = Qt::DisplayRole) const override;

  /// A cell in words; empty where there is none.
  QString words(std::size_t row, std::size_t column) const;
  /// The columns' titles as a line of comma-separated values, and a row; with the line's end.
  QString csvHeader() const;
  QString csvRow(std::size_t row) const;

 private:
  PlotTable table_;
};

/// What is selected, as lines of cells with tabs between; several cells come under their columns'
/// titles. No more than `mostRows` rows of it.
QString tabSeparated(const PlotTableModel& model, const QItemSelection& selection, int mostRows);

}  // namespace telegrad::ui
