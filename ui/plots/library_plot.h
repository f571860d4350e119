// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QWidget>
#include <qcustomplot.h>

#include "ui/plots/curve_raster.h"
#include "ui/plots/lazy_plot.h"
#include "ui/plots/plot_cursor.h"
#include "ui/plots/plot_table.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {

/// A line with a name and a run's colour.
struct NamedLine {
  QString name;
  int colour = 0;
  LinePointer line;
  std::shared_ptr<const MeanBand> band;  ///< null: none
};

/// What a plot's axes say, and how they are scaled: as all of its lines are.
struct LibraryAxes {
  QString xTitle;
  QString yTitle;
  QString xName;  ///< in the read-out: "Payload bits"
  bool xLog = false;
  bool yLog = false;
  bool wholeX = false;  ///< a count
  bool operator==(const LibraryAxes&) const = default;
};

/// Lines of any length, with bands, over one x axis. Drag pans, the wheel zooms x around the mouse
/// (beside the left axis: y), a double click or Home shows everything, plus and minus zoom. The
/// read-out has every line's value under the mouse; the keyboard's cursor (cursorAfter()) moves it
/// from point to point.
///
/// A frame copies a picture of the lines (CurveRaster) and draws the axes: it costs the same
/// whatever there is to see. Threads: the window's.
class LibraryPlot : public QWidget {
  Q_OBJECT

 public:
  explicit LibraryPlot(QWidget* parent = nullptr);
  ~LibraryPlot() override;
  Q_DISABLE_COPY_MOVE(LibraryPlot)

  /// Keeps the ranges where they still mean the same, unless the user has not moved them.
  void setLines(std::vector<NamedLine> lines, const LibraryAxes& axes);
  /// Said where there are no lines.
  void setEmptyWords(const QString& title, const QString& next);
  /// A horizontal line at this y: 1 of a ratio.
  void setReference(std::optional<double> y) { reference_ = y; }
  void fit();

  const std::vector<NamedLine>& lines() const { return lines_; }
  QCustomPlot* plot() const { return plot_; }
  const CurveRaster& raster() const { return raster_; }
  /// The read-out at an x, a line for each run: "SASG: 0.031". Empty without lines there.
  QStringList readOut(double x) const;
  /// What is seen of each line, point by point.
  PlotTable table() const;

 protected:
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QCPAxis* x() const { return plot_->axisRect()->axis(QCPAxis::atBottom); }
  QCPAxis* y() const { return plot_->axisRect()->axis(QCPAxis::atLeft); }
  PixelView view() const;
  void style();
  void giveLines();
  void paintLines(QCPPainter& painter);
  void paintHover(QCPPainter& painter) const;
  void paintEmpty(QCPPainter& painter) const;
  void hoverAt(std::optional<double> x, std::optional<QPointF> mouse);
  void wheel(const QWheelEvent& event);
  bool key(const QKeyEvent& event);
  bool moveCursor(const QKeyEvent& event);
  void moved();

  LazyPlot* plot_;
  CurveRaster raster_;
  QCPLayer* linesLayer_ = nullptr;
  QCPLayer* hoverLayer_ = nullptr;
  std::vector<NamedLine> lines_;
  LibraryAxes axes_;
  QString emptyTitle_, emptyNext_;
  std::optional<double> reference_;
  std::optional<double> hover_;
  std::optional<QPointF> mouse_;
  std::optional<CursorPlace> cursor_;  ///< the keyboard's, while the read-out is where it is
  bool fits_ = true;                   ///< the user has not moved the ranges
  std::optional<int> shownLook_;
};

/// The value that a line has at an x, between its points; nothing beyond its ends.
std::optional<double> valueAt(const DecimatedLine& line, double x);

}  // namespace telegrad::ui
