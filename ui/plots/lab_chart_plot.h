// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>

#include <QWidget>

#include "ui/models/lab_chart.h"
#include "ui/plots/plot_table.h"

class QCPLayer;
class QKeyEvent;
class QCPPainter;
class QCustomPlot;

namespace telegrad::ui {

/// The compressor lab's figure. The mouse, or the keyboard's cursor (cursorAfter()), bring up a
/// point's figures; a click on a curve, or Enter, chooses its operator. Threads: the window's.
class LabChartPlot : public QWidget {
  Q_OBJECT

 public:
  explicit LabChartPlot(QWidget* parent = nullptr);
  ~LabChartPlot() override;
  Q_DISABLE_COPY_MOVE(LabChartPlot)

  void setChart(const LabChart& chart, int focus);
  const LabChart& chart() const { return chart_; }
  /// What stands in the middle of an empty chart.
  void setEmptyWords(const QString& words);
  /// The figures of that point of that curve.
  struct Place {
    std::size_t curve = 0;
    std::size_t point = 0;  ///< the curve's mark comes after its points
    bool operator==(const Place&) const = default;
  };
  void hover(std::optional<Place> place);
  std::optional<Place> hovered() const { return hover_; }
  /// The point nearest to a place on the screen, if it is near.
  std::optional<Place> nearest(const QPointF& at) const;
  QSize sizeHint() const override { return {480, 360}; }
  QSize minimumSizeHint() const override { return {240, 250 + legendHeight_}; }
  QCustomPlot* plot() const { return plot_; }
  /// As it is written to files: a row for each point.
  PlotTable table() const;

 signals:
  void itemChosen(int item);

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void redraw();
  bool key(const QKeyEvent& event);
  const LabChart::Point& pointAt(const Place& place) const;
  QPointF pixelOf(const LabChart::Point& point) const;
  void paintHover(QCPPainter& painter) const;

  QCustomPlot* plot_;
  QCPLayer* hoverLayer_ = nullptr;
  LabChart chart_;
  int focus_ = 0;
  int width_ = 0;  // that the legend was laid out for
  int legendHeight_ = 0;
  QString emptyWords_;
  std::optional<Place> hover_;
};

}  // namespace telegrad::ui
