// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <QPainter>
#include <QRectF>

#include "ui/models/span_history.h"
#include "ui/plots/read_out.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {

/// Nanoseconds of simulated time; from < to.
struct TimeRange {
  double from = 0.0;
  double to = 1.0;
  double length() const { return to - from; }
  bool operator==(const TimeRange&) const = default;
};

/// What a timeline shows, and how.
struct TimelineView {
  TimeRange range;
  int firstWorker = 0;     ///< the first lane's
  bool staleness = false;  ///< uploads coloured by it, not by phase
};

/// What is at a place of a timeline.
struct TimelineHit {
  enum class Kind : std::uint8_t {
    Turn,     ///< of a worker: wait, compute, encode
    Upload,   ///< queue, send, latency
    Held,     ///< at the server, until weights hold it
    Weights,  ///< the server's lane
    Block,    ///< of iterations too short to draw one by one
  };
  Kind kind = Kind::Turn;
  int worker = 0;
  std::int64_t before = 0;     ///< iterations of the run that the history has not seen
  std::int64_t iteration = 0;  ///< from 0 after those; of a block, the first
  std::int64_t count = 1;      ///< iterations in a block
  Phase phase = Phase::Compute;
  double begin = 0.0, end = 0.0;  ///< nanoseconds
  WorkerSpans spans;
  IterationSpans times;
  PhaseSeconds seconds{};    ///< of a block, summed
  float staleness = 0.0F;    ///< of a block, mean
  std::int64_t newest = -1;  ///< of Weights: the newest iteration whose uploads the next ones hold
};

/// Lanes over simulated time, one for the server and one for each worker: above what the worker
/// does, below its uploads, those under way at once beneath each other. Spans are drawn one by one
/// where an iteration is kLeastPixels wide on average and they are all known, with labels where
/// there is room; else as the shares of each phase in columns of kColumn pixels. So a frame costs
/// O(pixels * lanes) whatever the length of the run.
///
/// A look at a history that lives longer. Threads: any one at a time.
class TimelineFigure {
 public:
  static constexpr double kLeft = 76.0, kTop = 30.0, kRight = 14.0, kBottom = 40.0;
  static constexpr double kLowestLane = 14.0;
  static constexpr double kLeastPixels = 3.0;
  static constexpr double kColumn = 2.0;

  TimelineFigure(const SpanHistory& spans, const TimelineView& view, const QSizeF& size,
                 const Theme& theme);

  /// The items drawn: spans, columns of the same shares, words.
  int paint(QPainter& painter) const;
  std::optional<TimelineHit> at(const QPointF& position) const;
  QRectF rectOf(const TimelineHit& hit) const;  ///< on the figure

  QRectF plot() const { return plot_; }
  double laneHeight() const { return lane_; }
  int lanes() const { return lanes_; }  ///< workers' lanes that there is room for
  double x(double time) const;
  double time(double x) const;
  bool drawsSpans() const { return first_ < last_; }  ///< one by one

 private:
  struct Piece;
  struct Columns;

  QRectF lane(int number) const;  ///< 0: the server's
  QRectF turns(int worker) const;
  QRectF uploads(int worker) const;
  QRectF uploadRow(int worker, std::int64_t iteration) const;
  void chooseDetail();
  bool isShown(int worker) const {
    return worker >= view_.firstWorker && worker < view_.firstWorker + lanes_;
  }
  QColor uploadColour(Phase phase, double staleness) const;
  QColor turnColour(Phase phase) const;

  // Each returns the number of items.
  int paintFrame(QPainter& painter) const;
  int paintAxis(QPainter& painter) const;
  int paintLegend(QPainter& painter) const;
  int paintServer(QPainter& painter) const;
  int paintTurns(QPainter& painter, int worker) const;
  int paintUploads(QPainter& painter, int worker) const;
  int paintSpan(QPainter& painter, const QRectF& row, std::int64_t from, std::int64_t to,
                const QColor& colour, const QString& name, std::int64_t iteration) const;
  std::vector<Piece> pieces(std::size_t columns) const;
  void add(const Piece& piece, Columns& to) const;
  int paintShares(QPainter& painter, const Columns& columns, int number, bool ofUploads) const;
  int paintColumns(QPainter& painter) const;

  std::optional<TimelineHit> blockAt(double when, int worker) const;
  std::optional<TimelineHit> turnAt(double when, int worker) const;
  std::optional<TimelineHit> uploadAt(double when, int worker, double y) const;
  std::optional<TimelineHit> weightsAt(double when) const;

  const SpanHistory& spans_;
  TimelineView view_;
  const Theme& theme_;
  QRectF plot_;
  double lane_ = 0.0;
  int lanes_ = 0;
  int rows_ = 1;                       // of uploads in a lane
  std::int64_t first_ = 0, last_ = 0;  // iterations that are drawn one by one: [first, last)
};

/// "12.5 ms", "1234.5 s".
QString secondsText(double nanoseconds, int digits);

/// What is said of it, in a card beside the mouse.
ReadOut readOut(const TimelineHit& hit);

}  // namespace telegrad::ui
