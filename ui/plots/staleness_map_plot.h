// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QWidget>

#include "ui/models/staleness_map.h"
#include "ui/plots/plot_table.h"

class QCPAxis;
class QCPColorMap;
class QCPColorScale;
class QCPLayer;
class QKeyEvent;
class QCPPainter;
class QCustomPlot;

namespace telegrad::ui {

/// phi over kept fraction (logarithmic) and staleness as a colour map, with the region where
/// communication hides, DeCo's candidates and choice, and where a run is. The mouse, or the
/// keyboard's cursor (cursorAfter()), bring up a point's figures. phi is computed anew when its
/// base, the number of rows or the width in pixels changes, and for no more columns than are seen.
/// Threads: the window's.
class StalenessMapPlot : public QWidget {
  Q_OBJECT

 public:
  static constexpr double kLeast = 0.1;  ///< of the colour scale; phi below it has the same colour
  static constexpr double kMost = 1e4;

  explicit StalenessMapPlot(QWidget* parent = nullptr);
  ~StalenessMapPlot() override;
  Q_DISABLE_COPY_MOVE(StalenessMapPlot)

  void setMap(const StalenessMap& map);
  void setTrail(const RunTrail& trail);
  /// The figures of a point; nothing hides them.
  void hover(std::optional<RunTrail::Point> point);
  QSize sizeHint() const override { return {420, 320}; }
  QSize minimumSizeHint() const override { return {240, 170}; }
  QCustomPlot* plot() const { return plot_; }
  /// phi and the time of an iteration, a row for each kept fraction and staleness that the cursor
  /// goes to; worked out where it is looked at.
  PlotTable table() const;

 protected:
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void makeMap();
  void fill();
  void takeTheme();
  bool key(const QKeyEvent& event);
  QPointF pixel(double delta, double tau) const;
  void paintMarks(QCPPainter& painter) const;
  void paintTrail(QCPPainter& painter) const;
  void paintHover(QCPPainter& painter) const;

  QCustomPlot* plot_;
  QCPColorMap* colours_ = nullptr;
  QCPColorScale* scale_ = nullptr;
  QCPLayer* trailLayer_ = nullptr;
  QCPLayer* hoverLayer_ = nullptr;
  StalenessMap map_;
  RunTrail trail_;
  std::optional<RunTrail::Point> hover_;
  // What the colours were computed for.
  int columns_ = 0;
  int rows_ = 0;
  std::optional<PhiBase> base_;
  std::optional<int> look_;
};

}  // namespace telegrad::ui
