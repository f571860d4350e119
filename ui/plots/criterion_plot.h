// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QHBoxLayout>
#include <QWidget>
#include <qcustomplot.h>

#include "ui/models/runs_model.h"

namespace telegrad::ui {

/// Both sides of the skipping rule for one worker over the current run's last iterations, log y:
/// the change of its gradient ‖∇f(w) − ∇f(w_stale)‖² and the threshold. It uploads where the change
/// is above the threshold (a dot), or where the delay bound forces it (a dot in the warning
/// colour). As many iterations as can be told apart.
/// Threads: the window's.
class CriterionPlot : public QWidget {
  Q_OBJECT

 public:
  explicit CriterionPlot(RunsModel& runs, QWidget* parent = nullptr);

  void setWorker(int worker);  ///< from 0
  int worker() const { return worker_; }
  QSize sizeHint() const override { return {480, 220}; }
  QSize minimumSizeHint() const override { return {240, 140}; }

 signals:
  void workerChosen(int worker);  ///< by the user, here

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  class Key;
  void makeHeader();
  void placeKey();  ///< under the title where one line is too narrow
  void makeGraphs();
  void refresh();
  void takeTheme();
  void setData(const Run& run);
  void say(const QString& text);
  std::size_t iterationsShown(const Run& run) const;

  RunsModel& runs_;
  QComboBox* choice_;
  Key* key_;
  QHBoxLayout* head_ = nullptr;
  QCustomPlot* plot_;
  QCPGraph* change_ = nullptr;
  QCPGraph* threshold_ = nullptr;
  QCPGraph* uploads_ = nullptr;
  QCPGraph* forced_ = nullptr;
  QString words_;  ///< instead of a picture
  int worker_ = 0;
  bool dark_ = false;
};

}  // namespace telegrad::ui
