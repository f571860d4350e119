// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include <QAbstractTableModel>

#include "ui/models/run_details.h"

namespace telegrad::ui {

/// What each group of runs needed to each target: mean and deviation over its seeds. A row for each
/// group and target, by target.
/// Threads: the window's.
class TargetTable : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { Group, Wanted, Reached, Iterations, Rounds, PayloadBits, Simulated, Wall, Columns };

  explicit TargetTable(const RunDetails& details, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  struct Row {
    QString name;
    int colour = 0;
    TargetCost cost;
  };
  void refresh();

  const RunDetails& details_;
  std::vector<Row> rows_;
};

/// "9,231 ± 120"; the mean alone of one run, an en dash of none.
QString spreadText(const Spread& spread, const std::function<QString(double)>& text);

}  // namespace telegrad::ui
