// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>

#include <QTimer>
#include <qcustomplot.h>

namespace telegrad::ui {

/// A plot that is resized several times before it is painted, as layouts do, and drawn once: in a
/// turn of the event loop of its own, beside which the rest of the window is painted. Until then
/// its former picture stands.
class LazyPlot : public QCustomPlot {
 public:
  /// What was drawn is put on the screen with the rest of the window, not at once and with all that
  /// waits to be painted.
  explicit LazyPlot(QWidget* parent = nullptr) : QCustomPlot(parent) {
    setPlottingHint(QCP::phImmediateRefresh, false);
    // Whoever asked for it: nothing is left to be drawn a second time.
    connect(this, &QCustomPlot::afterReplot, this, [this] { stale_ = false; });
  }

 protected:
  void resizeEvent(QResizeEvent*) override {
    setViewport(rect());
    stale_ = true;
    update();
  }
  void paintEvent(QPaintEvent* event) override {
    if (stale_ && !painted_)
      draw();  // nothing else could be shown
    else if (stale_ && !std::exchange(waits_, true))
      QTimer::singleShot(0, this, [this] { draw(); });
    painted_ = true;
    QCustomPlot::paintEvent(event);
  }

 private:
  void draw() {
    waits_ = false;
    if (stale_) replot(rpQueuedRefresh);
  }

  bool stale_ = false;
  bool waits_ = false;
  bool painted_ = false;
};

}  // namespace telegrad::ui
