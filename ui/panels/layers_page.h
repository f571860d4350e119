// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QTableView>
#include <QWidget>

#include "ui/models/layers_model.h"

namespace telegrad::ui {

/// The page "Layers": what compression does to each tensor of the model, as a table with bars.
/// Threads: the window's.
class LayersPage : public QWidget {
  Q_OBJECT

 public:
  explicit LayersPage(RunsModel& runs, QWidget* parent = nullptr);

  QTableView* table() const { return table_; }

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void showHeading();

  LayersModel model_;
  QLabel* heading_;
  QLabel* bits_;
  QTableView* table_;
};

}  // namespace telegrad::ui
