// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QPixmap>
#include <QWidget>

#include "core/net/painted_trace.h"

namespace telegrad::ui {

/// A trace over its period, as steps on a logarithmic axis, that can be painted over: a drag gives
/// the times it passes the bandwidth it is at. What was painted is in the accent colour. The
/// keyboard has a cursor: Left and Right go to the next stretch of time, with Shift ten, Up and
/// Down choose a bandwidth, Enter gives it to the stretch and goes on to the next; Escape leaves
/// it. Threads: the window's.
class TraceCanvas : public QWidget {
  Q_OBJECT

 public:
  explicit TraceCanvas(QWidget* parent = nullptr);

  /// Nothing: no trace to show, and `words` say why. No signal.
  void setTrace(std::optional<Trace> shipped, std::vector<PaintedStretch> painted,
                const QString& words);
  void setPainting(bool on);
  /// A hairline at this time of the period, where a run is; nothing: none.
  void setNow(std::optional<SimTime> time);
  const std::vector<PaintedStretch>& painted() const { return painted_; }

  // Where what is drawn; of the canvas as it is large now.
  QRectF plot() const;
  double x(SimTime time) const;
  double y(double bandwidth) const;
  SimTime timeAt(double x) const;
  double bandwidthAt(double y) const;  ///< to three significant digits
  /// The unit of time that a drag paints in: a two-hundredth of the period or a little more.
  SimTime cell() const;

  QSize minimumSizeHint() const override { return {200, 110}; }

 signals:
  void paintedOver();  ///< by the user, when the button is let go

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void paintTo(const QPointF& position);
  void endPainting();
  void putCursor(std::optional<QPointF> place);
  void chooseRange();
  SimTime span() const;
  void forgetGround();
  void drawGround();
  void drawAxes(QPainter& painter) const;
  void drawSteps(QPainter& painter, const Trace& trace, bool onlyPainted) const;

  std::optional<Trace> shipped_;
  std::optional<Trace> shown_;  // painted over
  std::vector<PaintedStretch> painted_;
  QString words_;
  bool painting_ = false;
  std::optional<QPointF> last_;    // of the drag
  std::optional<QPointF> cursor_;  // the keyboard's: a time and a bandwidth, as shares of the plot
  std::optional<SimTime> now_;
  QPixmap ground_;  // all but that hairline; null: to be drawn
  double least_ = 1e6;
  double most_ = 1e9;
};

}  // namespace telegrad::ui
