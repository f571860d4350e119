// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/models/offered_experiments.h"

namespace telegrad::ui {

/// Draws a Thumbnail in the theme's colours: curves apart by colour and dash, their names above,
/// the ends of the axes in small print. It takes no focus, and says in words what it shows.
class CurveThumbnail : public QWidget {
  Q_OBJECT

 public:
  explicit CurveThumbnail(Thumbnail thumbnail, QWidget* parent = nullptr);

  QSize sizeHint() const override { return {280, 132}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  int drawNames(QPainter& painter) const;
  void drawCurve(QPainter& painter, const QRectF& area, int index) const;

  Thumbnail thumbnail_;
};

}  // namespace telegrad::ui
