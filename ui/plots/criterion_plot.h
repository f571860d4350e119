// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include <QComboBox>
#include <QHBoxLayout>
#include <QWidget>
#include <qcustomplot.h>

#include "ui/models/runs_model.h"
#include "ui/plots/plot_table.h"

namespace telegrad::ui {

/// Both sides of the skipping rule for one worker over the current run's last iterations, log y:
/// the change of its gradient ‖∇f(w) − ∇f(w_stale)‖² and the threshold. It uploads where the change
/// is above the threshold (a dot), or where the delay bound forces it (a triangle in the warning
/// colour). As many iterations as can be told apart. The keyboard's cursor (cursorAfter()) reads
/// out an iteration; Up and Down go to another worker. Threads: the window's.
class CriterionPlot : public QWidget {
  Q_OBJECT

 public:
  explicit CriterionPlot(RunsModel& runs, QWidget* parent = nullptr);

  void setWorker(int worker);  ///< from 0
  int worker() const { return worker_; }
  QSize sizeHint() const override { return {480, 220}; }
  QSize minimumSizeHint() const override { return {240, 140}; }
  /// Both sides of the rule, an iteration a row.
  PlotTable table() const;
  QCustomPlot* plot() const { return plot_; }

 signals:
  void workerChosen(int worker);  ///< by the user, here

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

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
  bool key(const QKeyEvent& event);
  /// Of the cursor's iteration, while it is seen; null.
  const Sample* sampleOfCursor() const;
  std::span<const Sample> seen() const;
  QList<QPair<QString, QString>> facts(const Sample& sample) const;
  void paintCursor(QPainter& painter) const;

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
  std::int64_t iteration_ = 0;  ///< the cursor's; 0: none
  int look_ = 0;
};

}  // namespace telegrad::ui
