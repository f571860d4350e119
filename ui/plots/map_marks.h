// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QPainterPath>
#include <QPair>
#include <QWidget>

#include "ui/widgets/theme.h"

namespace telegrad::ui {

// Marks on a colour map: each with a rim, so that it is seen on any colour.

void paintEdge(QPainter& painter, const Theme& theme, const QPainterPath& path);
void paintCandidate(QPainter& painter, const Theme& theme, const QPointF& at);
void paintChoice(QPainter& painter, const Theme& theme, const QPointF& at);
void paintRunPoint(QPainter& painter, const Theme& theme, const QPointF& at);
/// Text on a ground of its own.
void paintLabel(QPainter& painter, const Theme& theme, const QPointF& topLeft, const QString& text);

/// A card beside `at`, within `bounds`: a title and rows of a word and its value.
void paintFacts(QPainter& painter, const Theme& theme, const QString& title,
                const std::vector<QPair<QString, QString>>& rows, const QPointF& at,
                const QRectF& bounds);

/// What the marks of the map are, in as many lines as the width needs.
class MapLegend : public QWidget {
  Q_OBJECT

 public:
  explicit MapLegend(QWidget* parent = nullptr);
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;
  QSize sizeHint() const override { return {200, heightForWidth(200)}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  /// Places the entries; paints them where there is a painter. The height is the result.
  int layOut(int width, QPainter* painter) const;
};

}  // namespace telegrad::ui
