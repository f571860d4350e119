// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>

#include <QBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QToolButton>

#include "ui/models/sweep_cells_model.h"
#include "ui/models/sweep_session.h"
#include "ui/panels/run_controller.h"
#include "ui/panels/sweep_form.h"
#include "ui/sweep_front_card.h"
#include "ui/sweep_map_card.h"

namespace telegrad::ui {

/// The page "Sweeps": a grid of runs over any parameters of the experiment, carried out in the
/// background on what is spare of the machine; its heat map, its Pareto front and its table. Every
/// cell is a run like any other, and is opened in the table of runs.
class SweepsPage : public QScrollArea {
  Q_OBJECT

 public:
  explicit SweepsPage(RunController& controller, QWidget* parent = nullptr);

  SweepSession& session() { return session_; }
  SweepForm* form() const { return form_; }
  SweepMapCard* map() const { return map_; }
  SweepFrontCard* front() const { return front_; }
  QTableView* table() const { return table_; }
  QPushButton* startButton() const { return start_; }
  QPushButton* goOnButton() const { return goOn_; }
  QPushButton* stopButton() const { return stop_; }
  // What its buttons Open and Save show, for the window's menus too.
  QMenu* openMenu() const { return open_->menu(); }
  QMenu* saveMenu() const { return save_->menu(); }
  QString errorText() const { return error_->text(); }
  QString statusText() const { return status_->text(); }
  /// Shows what a sweep's file says, ready to be begun.
  void openFile(const QString& path);

 signals:
  /// A cell's run is in the table of runs, and its curves are to be seen.
  void curvesWanted();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  QWidget* makeFormCard();
  QWidget* makeTableCard();
  QMenu* makeOpenMenu();
  QMenu* makeSaveMenu();
  void connectSession();
  void start();
  void pauseOrGoOn();
  void openPoint(std::size_t point, bool curves);
  void openCells(const std::vector<std::size_t>& cells, bool curves);
  void choose(std::optional<std::size_t> point);
  void showCells();
  void showState();
  void showProgress();
  void say(const QString& error);
  SweepSession::How how() const;
  void saveText(const QString& title, const QString& name, const QString& filter,
                const std::string& text);

  RunController& controller_;
  SweepSession session_;
  SweepCellsModel cells_;
  QSortFilterProxyModel sorted_;
  SweepForm* form_;
  SweepMapCard* map_;
  SweepFrontCard* front_;
  QTableView* table_;
  QBoxLayout* cards_ = nullptr;
  QLabel* title_;
  QLabel* about_;
  QLabel* error_;
  QProgressBar* bar_;
  QLabel* status_;
  QPushButton* start_;
  QPushButton* goOn_;
  QPushButton* stop_;
  QToolButton* open_;
  QToolButton* save_;
};

}  // namespace telegrad::ui
