// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QBoxLayout>
#include <QFrame>
#include <QLabel>
#include <QToolButton>

#include "ui/models/lab_chart.h"
#include "ui/plots/lab_chart_plot.h"
#include "ui/widgets/segmented_control.h"

namespace telegrad::ui {

/// The figure of the compressor lab: the operators' own curves, or one of the paper's figures, with
/// its axes to choose and files to write it to.
class CompressorFigureCard : public QFrame {
  Q_OBJECT

 public:
  explicit CompressorFigureCard(QWidget* parent = nullptr);

  LabView view() const;
  bool showsTimes() const;
  void setFigure(LabFigure figure);  ///< no signal
  void setReport(const std::shared_ptr<const LabReport>& report, int focus);
  /// Puts the axes' words beside or below each other, as a card of that width asks for.
  void fitWidth(int width);
  /// Something is being measured.
  void setBusy(bool busy);
  LabChartPlot* plot() const { return plot_; }
  SegmentedControl* figures() const { return figure_; }
  SegmentedControl* heights() const { return y_; }
  /// Writes what is shown; an error is shown, too.
  void exportTo(const QString& path);
  QString errorText() const { return error_->text(); }

 signals:
  void figureChosen();
  void timesWanted();  ///< an axis needs times that may not have been measured
  void itemChosen(int item);

 private:
  void layOut();
  QToolButton* exportButton();
  void refresh();
  void followFigure();

  SegmentedControl* figure_;
  SegmentedControl* x_;
  SegmentedControl* y_;
  SegmentedControl* scale_;
  LabChartPlot* plot_;
  QBoxLayout* axes_;
  QLabel* title_;
  QLabel* busy_;
  QLabel* sentence_;
  QLabel* error_;
  std::shared_ptr<const LabReport> report_;
  int focus_ = 0;
};

}  // namespace telegrad::ui
