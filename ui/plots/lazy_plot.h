// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qcustomplot.h>

namespace telegrad::ui {

/// A plot that is resized several times before it is painted, as layouts do, and drawn once.
class LazyPlot : public QCustomPlot {
 public:
  using QCustomPlot::QCustomPlot;

 protected:
  void resizeEvent(QResizeEvent*) override {
    setViewport(rect());
    stale_ = true;
    update();
  }
  void paintEvent(QPaintEvent* event) override {
    if (stale_) {
      stale_ = false;
      replot(rpQueuedRefresh);
    }
    QCustomPlot::paintEvent(event);
  }

 private:
  bool stale_ = false;
};

}  // namespace telegrad::ui
