// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QString>

#include "core/experiment/experiment.h"
#include "ui/models/runs_model.h"
#include "ui/plots/chip_layout.h"
#include "ui/widgets/theme.h"

class QCPPainter;

namespace telegrad::ui {

/// "Kept fraction 1 % → 0.5 %".
QString changeText(const Experiment& experiment, const AppliedChange& change);

/// Where a run's parameters changed: a hairline through all plots at the x where each change took
/// effect, with chips at the top that never cover one another.
class ChangeMarkers {
 public:
  struct Mark {
    double x = 0.0;  ///< pixels
    QString text;
    std::int64_t iteration = 0;               ///< of the last
    std::vector<AppliedChange> changes = {};  ///< that it stands for, in order
  };

  /// `area` is the band for chips, at the top of the upper plot.
  void lay(std::vector<Mark> marks, const QRectF& area);
  void clear() { marks_.clear(), chips_.clear(); }

  /// Hairlines within each of `rects`, then the chips.
  void paint(QCPPainter& painter, const Theme& theme, const std::vector<QRectF>& rects) const;

  /// All that the chip at this place stands for, one change a line; empty where there is none.
  QString fullTextAt(const QPointF& position) const;
  /// The changes of the chip at this place, else of the hairline there; none elsewhere.
  std::vector<AppliedChange> changesAt(const QPointF& position) const;
  const std::vector<PlacedChip>& chips() const { return chips_; }

 private:
  const PlacedChip* chipAt(const QPointF& position) const;

  std::vector<Mark> marks_;
  std::vector<PlacedChip> chips_;
};

}  // namespace telegrad::ui
