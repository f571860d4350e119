// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <QString>

#include "ui/models/lab_report.h"

namespace telegrad::ui {

/// What the compressor lab's figure shows.
enum class LabFigure { Own, Figure1, Figure2, Figure3 };
enum class LabX { PaperBits, EntropyBits, WireBits };
enum class LabY { LogDelta, Variance, EncodeTime, DecodeTime };

/// Curves and single points to draw, and to write to files.
struct LabChart {
  struct Point {
    double x;
    double y;
    QString label;  ///< the parameter's value there
  };
  struct Curve {
    QString name;
    int colour = 0;
    int item = 0;              ///< of the report; 0: none
    bool isReference = false;  ///< a formula's, dashed and muted
    std::vector<Point> points;
    std::optional<Point> mark;  ///< where the operator is now
    QString parameter;          ///< what the labels are values of
  };
  QString title;
  QString xTitle;
  QString yTitle;
  bool logX = false;
  bool logY = false;
  std::vector<Curve> curves;

  bool isEmpty() const;
};

struct LabView {
  LabFigure figure = LabFigure::Own;
  LabX x = LabX::PaperBits;
  LabY y = LabY::LogDelta;
  bool logX = true;
};

/// What a report has to show in that view. Points without a figure (no delta, say) are left out.
LabChart chartOf(const LabReport& report, const LabView& view);

/// Tidy CSV: curve, its parameter's value, x, y; the first line names the axes.
std::string csvOf(const LabChart& chart);

/// Bits for one coordinate as the axis counts them.
double bitsOf(const LabMeasurement& measured, LabX x);

}  // namespace telegrad::ui
