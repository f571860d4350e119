// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QDialog>
#include <QListWidget>
#include <QPushButton>

#include "core/sharing/carried_runs.h"

namespace telegrad::ui {

/// "SASG, Top-k, Fashion-MNIST · seed 1 · 3 changes": what a figure's run was.
QString describe(const RepeatableRun& run);

/// The runs that a figure carries, to choose one of: its settings alone, or the run again.
class FigureDialog : public QDialog {
  Q_OBJECT

 public:
  enum Answer { Cancelled, Settings, Repeat };

  FigureDialog(const QString& figure, const std::vector<RepeatableRun>& runs,
               QWidget* parent = nullptr);

  /// The row of the run that is chosen.
  std::size_t chosen() const;

 private:
  QListWidget* list_;
};

}  // namespace telegrad::ui
