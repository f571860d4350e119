// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QWidget>

#include "ui/models/staleness_map.h"

class QCPAxis;
class QCPColorMap;
class QCPColorScale;
class QCPLayer;
class QCPPainter;
class QCustomPlot;

namespace telegrad::ui {

/// phi over kept fraction (logarithmic) and staleness as a colour map, with the region where
/// communication hides, DeCo's candidates and choice, and where a run is. The mouse, or the arrow
/// keys, bring up a point's figures. phi is computed anew when its base, the number of rows or the
/// width in pixels changes, and for no more columns than are seen.
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

 protected:
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void makeMap();
  void fill();
  void takeTheme();
  bool key(int key);
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
  std::optional<bool> dark_;
};

}  // namespace telegrad::ui
