// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QAbstractTableModel>

#include "ui/models/run_details.h"

namespace telegrad::ui {

/// In which settings the shown runs are not alike: a row for each setting, a column for each run;
/// with what was changed on the way.
/// Threads: the window's.
class DifferenceTable : public QAbstractTableModel {
  Q_OBJECT

 public:
  explicit DifferenceTable(const RunDetails& details, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  void refresh();

  const RunDetails& details_;
  std::vector<SettingDifference> rows_;
};

}  // namespace telegrad::ui
