// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>

#include "ui/models/run_library.h"

namespace telegrad::ui {

/// The runs of a library that hold every word that is searched for, and a tag; sorted by any
/// column, what has no value last whichever way.
/// Threads: the window's.
class RunLibraryFilter : public QSortFilterProxyModel {
  Q_OBJECT

 public:
  explicit RunLibraryFilter(RunLibrary& library, QObject* parent = nullptr);

  /// In name, tags, note, state, folder, and the names of what the experiment is made of.
  void setWords(const QString& text);
  void setTag(const QString& tag);  ///< empty: any
  static int idAt(const QModelIndex& index) { return index.data(RunLibrary::kIdRole).toInt(); }

 protected:
  bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
  bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

 private:
  QStringList words_;
  QString tag_;
};

}  // namespace telegrad::ui
