// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <QAbstractTableModel>

#include "ui/models/sweep_session.h"

namespace telegrad::ui {

/// The cells of a sweep, a row each: what they differ in, seed, state, and what came of them.
/// Threads: the window's.
class SweepCellsModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  /// What a column is sorted by: numbers where it has some.
  static constexpr int kSortRole = Qt::UserRole;

  explicit SweepCellsModel(const SweepSession& session, QObject* parent = nullptr);

  void reset();          ///< there is another sweep
  void refresh();        ///< something of the cells changed
  void refreshStates();  ///< how far those are that run

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  /// A column after those of the parameters.
  QString text(std::size_t cell, std::size_t column) const;
  QVariant sortKey(std::size_t cell, std::size_t column) const;

  const SweepSession& session_;
  std::vector<std::string> parameters_;
};

}  // namespace telegrad::ui
