// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QSaveFile>
#include <QTableView>
#include <QTimer>

#include "ui/plots/plot_table.h"

namespace telegrad::ui {

/// What a plot showed when it was asked, as a table beside the window: to read, to copy (what is
/// selected, else all, as tab-separated values) and to save as comma-separated values. "Update"
/// asks the plot again. Does not sort: rows are in the order of the data.
///
/// A long table is saved in slices between other events. Threads: the window's.
class PlotTableWindow : public QDialog {
  Q_OBJECT

 public:
  /// Asked again by "Update"; nothing when the plot has gone.
  using Ask = std::function<std::optional<PlotTable>()>;

  PlotTableWindow(const PlotTable& table, Ask ask, QWidget* parent);

  QTableView* view() const { return view_; }
  const PlotTableModel& model() const { return *model_; }
  void copy();
  /// Begins to write; `saved` says how it ended.
  void save(const QString& path);

  static constexpr int kMostCopied = 20'000;  ///< rows

 signals:
  /// Empty: all is written.
  void saved(const QString& error);

 private:
  void update();
  void askWhere();
  void writeSlice();
  void endSaving(const QString& error);
  void showSize();

  Ask ask_;
  PlotTableModel* model_;
  QTableView* view_;
  QLabel* words_;
  QPushButton* save_ = nullptr;
  std::unique_ptr<QSaveFile> file_;  // while it is written
  std::size_t written_ = 0;          // rows
  QTimer slices_;
};

}  // namespace telegrad::ui
