// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QAbstractTableModel>

#include "ui/models/runs_model.h"

namespace telegrad::ui {

/// What compression did to each tensor of the current run's model at its last evaluation, a row
/// each.
///
/// Threads: the window's.
class LayersModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { Name, Extents, Entries, Kept, Error, Residual, Cosine, ColumnCount };
  /// Of the four measured columns: how long its bar is, in [0, 1]; less than 0 for none.
  static constexpr int kBarRole = Qt::UserRole;

  explicit LayersModel(RunsModel& runs, QObject* parent = nullptr);

  /// What the rows are of, or why there are none.
  QString heading() const;
  /// The three counts of a message's bits then; empty where nothing is known of them.
  QString bits() const;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 signals:
  void headingChanged();

 private:
  void refresh();
  double number(int row, int column) const;

  RunsModel& runs_;
  int run_ = 0;                  // whose rows these are
  std::int64_t at_ = 0;          // and of which iteration
  std::size_t evaluations_ = 0;  // of the run, that the rows take account of
  std::vector<LayerInfo> infos_;
  std::vector<LayerRecord> records_;
  double largestResidual_ = 0.0;
};

}  // namespace telegrad::ui
