// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QAbstractTableModel>

#include "ui/models/lab_report.h"

namespace telegrad::ui {

/// What the operators of a report do to its vector, a row each: either what is lost and what it
/// costs, or the class parameters that the vector shows beside those that are proven for all.
/// Threads: the window's.
class LabTable : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum class Columns { Figures, Classes };

  explicit LabTable(QObject* parent = nullptr);

  void setReport(std::shared_ptr<const LabReport> report);
  void setColumns(Columns columns);
  /// The item in that row; 0 for none.
  int itemAt(int row) const;
  int rowOf(int item) const;  ///< -1: none

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  QString cell(const LabReport::Row& row, int column) const;

  std::shared_ptr<const LabReport> report_;
  Columns columns_ = Columns::Figures;
};

}  // namespace telegrad::ui
