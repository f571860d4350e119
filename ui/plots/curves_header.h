// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGridLayout>
#include <QSlider>
#include <QToolButton>
#include <QWidget>

#include "ui/plots/curve_options.h"
#include "ui/plots/legend_strip.h"
#include "ui/widgets/segmented_control.h"

namespace telegrad::ui {

/// The line above the curves: the legend on the left; on the right the x quantity, its scale, and a
/// menu of what else there is to choose. In two lines where one is too narrow.
class CurvesHeader : public QWidget {
  Q_OBJECT

 public:
  explicit CurvesHeader(RunsModel& runs, QWidget* parent = nullptr);

  void show(const CurveOptions& options);
  LegendStrip* legend() const { return legend_; }
  /// The legend goes below the controls before it asks for room beside them.
  QSize minimumSizeHint() const override;

 signals:
  void chosen(const telegrad::ui::CurveOptions& options);

 protected:
  bool event(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void makeMenu();
  void arrange();
  void choose(const CurveOptions& options);

  CurveOptions options_;
  LegendStrip* legend_;
  QWidget* controls_;
  SegmentedControl* quantity_;
  SegmentedControl* scale_;
  QToolButton* more_;
  QGridLayout* grid_;
  int rows_ = 0;
};

}  // namespace telegrad::ui
