// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QTimer>
#include <QToolButton>
#include <QWidget>

#include "ui/models/runs_model.h"
#include "ui/plots/curves_figure.h"
#include "ui/plots/curves_header.h"
#include "ui/plots/plot_cursor.h"
#include "ui/plots/plot_table.h"
#include "ui/plots/read_out.h"
#include "ui/widgets/explained.h"

namespace telegrad::ui {

/// The curves of all runs, live: legend and switches above, loss and accuracy below.
///
/// Drag pans, the wheel zooms x around the mouse (over a left axis: that axis), a double click or
/// Home shows everything. It follows the newest data until the user pans or zooms. The keyboard's
/// cursor (cursorAfter()) moves the read-out along the current run, Up and Down to another one's
/// curve; Ctrl with Left and Right goes from change to change, Escape takes the read-out away. The
/// target line can be dragged. The menu of a place, by the right button or the menu key where the
/// read-out stands, is the window's to show.
/// Threads: the window's.
class CurvesPlot : public QWidget, public TopicPlaces {
  Q_OBJECT

 public:
  /// What is meant by a place in the plots.
  struct Place {
    int run = 0;  ///< the one whose curve is there, else the current one
    std::int64_t iteration = 0;
    std::vector<AppliedChange> changes;  ///< of the marker that is there; of the current run
  };
  explicit CurvesPlot(RunsModel& runs, QWidget* parent = nullptr);
  ~CurvesPlot() override;
  Q_DISABLE_COPY_MOVE(CurvesPlot)

  const CurveOptions& options() const { return figure_->options(); }
  void setOptions(const CurveOptions& options);
  bool isFollowing() const { return following_; }
  void setFollowing(bool following);
  void fit();
  /// What is seen of the x axis, in the x quantity.
  AxisRange visibleRange() const;

  /// The read-out at an x, as the mouse brings it up; nothing hides it.
  void showReadOut(std::optional<double> x);
  /// Nothing outside the plots, or where no run has a record.
  std::optional<Place> placeAt(const QPointF& position) const;
  /// Where the read-out stands; without one, the current run's newest record.
  std::optional<Place> placeOfReadOut() const;
  /// Of an axis its quantity, of the upper and the lower plot what they show.
  Topic topicAt(const QPoint& position) const override;
  QCustomPlot* plot() const { return plot_; }
  const CurvesFigure& figure() const { return *figure_; }
  /// What is seen of every visible run: its x, its loss as measured, its accuracy where it was
  /// measured. Reads the runs as long as they are there.
  PlotTable table() const;

 signals:
  void followingChanged(bool following);
  void optionsChanged(const telegrad::ui::CurveOptions& options);
  void menuWanted(const telegrad::ui::CurvesPlot::Place& place, const QPoint& onScreen);

 protected:
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void connectModel();
  void connectMouse();
  void later(bool everything);
  void chooseLossFor(int id);
  void redraw();
  void takeTheme();
  void placeFollowButton();
  void paintReadOutCard(QCPPainter& painter) const;
  void press(QMouseEvent* event);
  void move(QMouseEvent* event);
  void wheel(QWheelEvent* event);
  bool key(QKeyEvent* event);
  std::vector<const Run*> readableRuns() const;
  const Run* runOfReadOut() const;
  bool moveCursor(const QKeyEvent& event);
  void bringIntoSight(double x);
  void paintCursor(QCPPainter& painter, const Run& run) const;
  void hoverAt(const QPointF& position);
  void goToChange(bool forward);
  void wantMenu(const QContextMenuEvent& event);
  std::optional<Place> placeOn(const Run& run, double x) const;
  const Run* runAt(const QPointF& position) const;
  void userMovedRanges();

  RunsModel& runs_;
  CurvesHeader* header_;
  QCustomPlot* plot_;
  CurvesFigure* figure_;
  QToolButton* followButton_;
  QTimer timer_;
  bool everything_ = false;  ///< at the next turn all layers are to be redrawn
  bool following_ = true;
  bool draggingTarget_ = false;
  LossKind networkLoss_ = LossKind::Train;  ///< what was last chosen of a network's
  std::optional<int> shownLook_;
  std::optional<ReadOut> readOut_;
  int readRun_ = 0;  ///< the read-out's, chosen by the keyboard; 0: the current one
  std::optional<QPointF> mouse_;
};

}  // namespace telegrad::ui
