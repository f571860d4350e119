// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include <QPixmap>
#include <QTimer>
#include <QToolButton>
#include <QWidget>

#include "ui/models/runs_model.h"
#include "ui/plots/plot_table.h"
#include "ui/plots/timeline_figure.h"
#include "ui/widgets/segmented_control.h"

class QCPPainter;
class QScrollBar;

namespace telegrad::ui {

/// The lanes of the current run.
///
/// Drag pans, the wheel zooms around the mouse, with Shift it pans; a double click or Home shows
/// the whole run, F what is newest. Left, Right, + and - do the same from the keyboard; Up and Down
/// scroll where there are more workers than lanes. Ctrl with the arrows is the keyboard's cursor:
/// to the span before or after, and to the row above or below; Escape leaves it. It follows the
/// newest iteration until the user pans or zooms. Threads: the window's.
class TimelineCanvas : public QWidget {
  Q_OBJECT

 public:
  explicit TimelineCanvas(RunsModel& runs, QWidget* parent = nullptr);

  /// That many of the newest iterations, again and again; 0: the whole run.
  void follow(std::int64_t iterations);
  bool isFollowing() const { return following_; }
  std::int64_t followed() const { return followed_; }
  /// What is seen from now on, without following; kept within the run.
  void look(const TimeRange& range);
  const TimelineView& view() const { return view_; }
  void colourByStaleness(bool on);
  /// As it is drawn now; nothing while there are no spans.
  std::optional<TimelineFigure> figure() const;
  const SpanHistory* spans() const;  ///< the current run's, if it has any
  int paintedItems() const { return items_; }
  /// The spans that are seen, or the sums over blocks that are drawn in their place.
  PlotTable table() const;

  QSize minimumSizeHint() const override { return {360, 200}; }

 signals:
  void followingChanged();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void changeEvent(QEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void leaveEvent(QEvent* event) override;
  bool event(QEvent* event) override;

 private:
  void redrawLater();
  void redraw();
  void takeNewest();
  void arrange();
  void scrollTo(int worker);
  void zoom(double factor, double around);
  void pan(double share);
  void hover(const QPointF& position);
  void renderFigure();
  void paintHover(QCPPainter& painter);
  QString whyEmpty() const;
  bool moveCursor(const QKeyEvent& event);

  RunsModel& runs_;
  TimelineView view_;
  bool following_ = true;
  std::int64_t followed_ = 0;
  bool stale_ = true;
  int items_ = 0;
  QPixmap drawn_;
  QTimer timer_;
  QScrollBar* bar_;
  QToolButton* followButton_;
  std::optional<QPointF> mouse_;
  std::optional<QPointF> dragFrom_;
  TimeRange dragRange_;
};

/// The page "Timeline": the lanes, what they are coloured by, what they follow, and an export.
class TimelinePlot : public QWidget {
  Q_OBJECT

 public:
  explicit TimelinePlot(RunsModel& runs, QWidget* parent = nullptr);
  TimelineCanvas* canvas() const { return canvas_; }

 private:
  void save();
  void showFollowing();

  TimelineCanvas* canvas_;
  SegmentedControl* colour_;
  SegmentedControl* follow_;
  QToolButton* export_;
};

}  // namespace telegrad::ui
