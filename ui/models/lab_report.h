// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include <QString>

#include "core/experiment/compressor_lab.h"
#include "core/experiment/lab_figures.h"
#include "core/experiment/lab_vector.h"

namespace telegrad::ui {

/// One operator that the compressor lab is to try.
struct LabItem {
  int id = 0;      ///< never reused while the page is open
  int colour = 0;  ///< index: see labPen()
  LabOperator op;
  LabSweep curve;  ///< the points of its curve; none: only the operator as it is
};

/// Where the vector comes from: what it is generated from, or the vector itself.
using LabSource = std::variant<Settings, std::shared_ptr<const LabVector>>;

/// What the page wants to see.
struct LabWish {
  LabSource source;
  std::vector<LabItem> items;
  std::size_t draws = 1;
  int selected = 0;         ///< the item whose effect is shown
  bool savings = false;     ///< Figure 2 instead of the items' curves
  bool timeCurves = false;  ///< encoding and decoding are timed at every point of the curves, too
};

/// What one operator did to a vector, small enough to draw.
struct LabEffect {
  struct Rank {
    double rank;      ///< from 1, of the magnitudes in descending order
    double original;  ///< |x_i|
    double sent;      ///< |C(x)_i|; 0: lost
  };
  struct Pair {
    double original;  ///< x_i
    double sent;      ///< C(x)_i
  };
  std::vector<Rank> ranks;        ///< a part of them, evenly in the logarithm, if there are many
  std::vector<Pair> pairs;        ///< likewise, evenly
  std::vector<double> histogram;  ///< of C(x) - x: entries in each of as many equal bins
  double lowestError = 0.0;       ///< where the first bin begins
  double binWidth = 0.0;          ///< 0: every error is lowestError
  std::size_t size = 0;           ///< d
  std::size_t lost = 0;           ///< entries other than 0 of which 0 was made
  std::size_t values = 0;         ///< different values in C(x), at most kMostValues
  static constexpr std::size_t kMostValues = 10'000;
};

/// Of vectors of one length.
LabEffect effectOf(std::span<const float> original, std::span<const float> sent);

/// What has been measured of a wish so far.
struct LabReport {
  struct Row {
    LabItem item;
    LabMeasurement measured;
    QString error;  ///< why there is no measurement
  };
  struct Point {
    LabMeasurement measured;
    std::string label;
  };
  QString vectorName;
  QString error;                           ///< of the vector
  std::vector<Row> rows;                   ///< of the items, in their order, as far as measured
  std::vector<std::vector<Point>> curves;  ///< likewise
  int effectOfItem = 0;
  std::shared_ptr<const LabEffect> effect;
  std::vector<SavingOverSteps> savings;
  bool complete = false;  ///< nothing of the wish is left to measure
};

}  // namespace telegrad::ui
