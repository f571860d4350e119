// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include <QString>

#include "ui/models/runs_model.h"
#include "ui/plots/run_curves.h"

namespace telegrad::ui {

/// What the read-out says of one place on the x axis.
struct ReadOut {
  struct Row {
    QString label, value;
  };
  struct RunRow {
    int colour = 0;
    bool focus = false;
    QString name, loss, accuracy;
  };
  QString title;              ///< "SASG, iteration 6,500"
  std::vector<Row> facts;     ///< of its run: the x, its uploads
  std::vector<RunRow> runs;   ///< all visible ones, the one it is of first
  std::vector<Row> controls;  ///< live parameters in force there: the method's, and what was moved
  double x = 0.0;             ///< of the record it stands at

  QString spoken() const;  ///< the same in one line
};

using CurvesOf = std::function<const RunCurves*(int id)>;

/// Where it is read, and of which run; nothing: of the current one.
struct ReadPlace {
  double x = 0.0;
  const Run* run = nullptr;
};

/// Nothing without a run that has records.
std::optional<ReadOut> readOut(const RunsModel& runs, const CurveOptions& options,
                               const ReadPlace& place, const CurvesOf& curvesOf);

/// The value a parameter had in an iteration: the experiment's, or the last change's before it.
Value inForce(const Run& run, const ParameterName& name, std::int64_t iteration);

}  // namespace telegrad::ui
