// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <utility>

#include <qcustomplot.h>

namespace telegrad::ui {

/// A part of a plot that is drawn by a function, in pixels, on a layer; in exports, too.
class Painted : public QCPLayerable {
 public:
  using Paint = std::function<void(QCPPainter&)>;

  Painted(QCustomPlot* plot, const QString& layer, Paint paint)
      : QCPLayerable(plot, layer),
        paint_(std::move(paint)) {}

 protected:
  void applyDefaultAntialiasingHint(QCPPainter* painter) const override {
    painter->setAntialiasing(true);
  }
  void draw(QCPPainter* painter) override { paint_(*painter); }

 private:
  Paint paint_;
};

}  // namespace telegrad::ui
