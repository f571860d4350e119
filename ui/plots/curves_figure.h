// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>

#include <QObject>
#include <qcustomplot.h>

#include "core/experiment/proven_rate.h"
#include "ui/models/runs_model.h"
#include "ui/plots/change_markers.h"
#include "ui/plots/painted.h"
#include "ui/plots/pixel_points.h"
#include "ui/plots/run_curves.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {

/// The figure of curves, on any QCustomPlot: loss above accuracy over one x axis, all visible runs,
/// the current one in front. Draws; does not react. The window's plot and exports are made of it.
///
/// What it draws lies on layers of their own buffers ("others", "focus", "marks", "read-out"), so
/// that a new sample costs the redrawing of the current run alone. Points are thinned out to the
/// pixel whenever the layout or the ranges change.
/// Threads: the window's. The plot outlives the figure; the figure is its only user.
class CurvesFigure : public QObject {
  Q_OBJECT

 public:
  CurvesFigure(QCustomPlot* plot, const RunsModel& runs, const Theme& theme);

  void setTheme(const Theme& theme);
  const Theme& theme() const { return *theme_; }
  /// Keeps the ranges; of another x quantity those that show the same part of the current run.
  void setOptions(const CurveOptions& options);
  const CurveOptions& options() const { return options_; }
  /// The target's label shows that it can be dragged.
  void setTargetDraggable(bool draggable) { targetDraggable_ = draggable; }
  /// Leaves out what only a screen has a use for, with several runs none in focus, and the target's
  /// line unless it is wanted.
  void setForPaper(bool withTarget);

  /// Takes in what the runs have gained or lost. Draws nothing.
  void takeIn();
  /// All visible runs within the ranges; of accuracy the lowest tenth may start below, because a
  /// steep start would leave no room for what is compared.
  void fit();
  /// Widens the ranges, with some room ahead, if what there is now leaves them. True if it did.
  bool follow();
  /// Redraws what a new sample of the current run changes.
  void redrawFocus();
  void redrawReadOut() { readOutLayer_->replot(); }
  void redrawMarks() { marksLayer_->replot(); }

  QCPAxisRect* lossRect() const { return upper_; }
  QCPAxisRect* accuracyRect() const { return lower_; }
  QCPAxis* x() const { return lower_->axis(QCPAxis::atBottom); }
  const RunCurves* curves(int id) const;
  const ChangeMarkers& markers() const { return markers_; }
  bool isEmpty() const;  ///< no visible run has a record
  /// Drawn above everything else; the owner says what.
  void setReadOutPainter(Painted::Paint paint);

 private:
  struct Pair {
    QCPGraph* loss = nullptr;
    QCPGraph* accuracy = nullptr;
  };
  struct Drawn {
    RunCurves curves;
    Pair graphs;
    bool asked = false;  ///< for its rate, which takes a while
    std::optional<ProvenRate> proven = std::nullopt;
  };
  struct Wanted {
    QCPRange x, loss, accuracy;
  };

  void makeLayout();
  void styleAxes();
  void styleGraphs();
  bool isFocus(const Run& run) const;
  void useTickers();
  QCPGraph* makeGraph(QCPAxisRect* rect);
  std::optional<Wanted> wanted() const;
  void thinOut();
  void thinOut(Drawn& drawn, bool focus);
  void layMarkers();
  void paintEndPoints(QCPPainter& painter) const;
  void paintProvenRate(QCPPainter& painter) const;
  void paintEmpty(QCPPainter& painter) const;
  static PixelView view(const QCPAxisRect& rect);

  QCustomPlot* plot_;
  const RunsModel& runs_;
  const Theme* theme_;
  CurveOptions options_;
  bool targetDraggable_ = false;
  bool withTarget_ = true;
  bool forPaper_ = false;
  QCPAxisRect* upper_ = nullptr;
  QCPAxisRect* lower_ = nullptr;
  QCPLayer* othersLayer_ = nullptr;
  QCPLayer* focusLayer_ = nullptr;
  QCPLayer* marksLayer_ = nullptr;
  QCPLayer* readOutLayer_ = nullptr;
  QCPGraph* raw_ = nullptr;  ///< the current run's loss, not smoothed
  std::map<int, Drawn> drawn_;
  ChangeMarkers markers_;
};

}  // namespace telegrad::ui
