// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include <QString>
#include <QWidget>

#include "ui/plots/plot_table.h"

class QCPLayer;
class QKeyEvent;
class QCPPainter;
class QCustomPlot;

namespace telegrad::ui {

/// Points of a cost and a worth, and those among them that no other beats.
struct FrontContents {
  struct Point {
    std::size_t id = 0;
    double cost = 0.0;
    double worth = 0.0;
    QString title;
    std::vector<QPair<QString, QString>> facts;
  };
  QString xTitle;
  QString yTitle;
  std::vector<Point> points;       ///< with both figures, by rising cost
  std::vector<std::size_t> front;  ///< places in `points`, by rising cost
  bool logX = false;
  bool logY = false;
  QString emptyWords;
};

/// The scatter of a sweep: its points, and their Pareto front as a stepped line. The mouse, or the
/// keyboard's cursor (cursorAfter()), bring up a
/// point's figures; a click chooses it, Enter or a double click opens it.
/// Threads: the window's.
class FrontPlot : public QWidget {
  Q_OBJECT

 public:
  explicit FrontPlot(QWidget* parent = nullptr);
  ~FrontPlot() override;
  Q_DISABLE_COPY_MOVE(FrontPlot)

  void setContents(FrontContents contents);
  const FrontContents& contents() const { return contents_; }
  /// The point that is chosen elsewhere, by its id. No signal.
  void setChosen(std::optional<std::size_t> id);
  /// The id of the point whose figures are shown.
  std::optional<std::size_t> hovered() const;
  /// Where a point is drawn.
  QPointF pixelOf(std::size_t id) const;
  PlotTable table() const;
  QSize sizeHint() const override { return {420, 300}; }
  QSize minimumSizeHint() const override { return {240, 170}; }
  QCustomPlot* plot() const { return plot_; }

 signals:
  void clicked(std::size_t id);
  void activated(std::size_t id);

 protected:
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void redraw();
  void hover(std::optional<std::size_t> place);
  bool key(const QKeyEvent& event);
  std::optional<std::size_t> nearest(const QPointF& at) const;
  QPointF pixelAt(std::size_t place) const;
  void paintMarks(QCPPainter& painter) const;

  QCustomPlot* plot_;
  QCPLayer* marks_ = nullptr;
  FrontContents contents_;
  std::optional<std::size_t> hover_;   // a place in the contents' points
  std::optional<std::size_t> chosen_;  // an id
};

}  // namespace telegrad::ui
