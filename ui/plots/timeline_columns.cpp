// SPDX-License-Identifier: GPL-3.0-or-later
// A timeline too long for its spans: what share of its time each phase has, column by column.
#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "ui/models/phases.h"
#include "ui/plots/timeline_figure.h"

namespace telegrad::ui {
namespace {

// Spans that a frame adds up; beyond them it takes their blocks.
constexpr std::int64_t kMostAdded = 100'000;

constexpr std::array kOwn{Phase::Compute, Phase::Encode, Phase::Wait};
constexpr std::array kUpload{Phase::Queue, Phase::Send, Phase::Latency};

float of(const PhaseSeconds& seconds, Phase phase) {
  return seconds[static_cast<std::size_t>(phase)];
}

/// Pixels from the foot of each of three parts of a row.
struct Stack {
  std::array<int, 3> heights{};
  QRgb colour = 0;  // of all of them, where they share one
  bool operator==(const Stack&) const = default;
};

int paintStack(QPainter& painter, const QRectF& row, double left, double right, const Stack& stack,
               const std::array<QColor, 3>& colours) {
  int items = 0;
  int foot = 0;
  for (std::size_t i = 0; i < stack.heights.size(); ++i) {
    const int high = stack.heights[i] - foot;
    if (high <= 0) continue;
    painter.fillRect(QRectF(left, row.bottom() - stack.heights[i], right - left, high), colours[i]);
    foot = stack.heights[i];
    ++items;
  }
  return items;
}

Stack stackOf(const PhaseSeconds& seconds, const std::array<Phase, 3>& phases, double whole,
              double height) {
  Stack stack;
  double sum = 0.0;
  for (std::size_t i = 0; i < phases.size(); ++i) {
    sum += static_cast<double>(of(seconds, phases[i]));
    stack.heights[i] =
        whole > 0.0 ? static_cast<int>(std::lround(std::min(1.0, sum / whole) * height)) : 0;
  }
  return stack;
}

}  // namespace

/// Iterations in a row, wherever their sums come from.
struct TimelineFigure::Piece {
  double begin, end;
  float staleness;                     // NaN: not known
  std::int64_t iteration;              // the first
  std::span<const PhaseSeconds> sums;  // of the workers; empty: of that iteration's spans
};

/// What meets the range, in blocks where there is too much to add up.
std::vector<TimelineFigure::Piece> TimelineFigure::pieces(std::size_t columns) const {
  const auto from = static_cast<std::int64_t>(view_.range.from);
  const auto to = static_cast<std::int64_t>(view_.range.to);
  const std::int64_t seen = spans_.firstEndingAfter(from);
  const std::int64_t end = std::min(spans_.iterations(), spans_.firstEndingAfter(to) + 1);
  const bool known = spans_.firstDetailed() == 0 || seen > spans_.firstDetailed();
  std::vector<Piece> found;
  std::int64_t oneByOne = seen;
  if (!known || (end - seen) * lanes_ > kMostAdded) {
    std::vector<SpanBlock> blocks;
    spans_.blocks(from, to, 2 * columns, blocks);
    for (const auto& b : blocks)
      found.push_back({static_cast<double>(b.begin), static_cast<double>(b.end), b.staleness,
                       b.first, b.workers});
    oneByOne = std::max(seen, spans_.inBlocks());
  }
  for (auto k = oneByOne; k < end; ++k) {
    const auto& times = spans_.iteration(k);
    found.push_back({static_cast<double>(times.begin),
                     static_cast<double>(times.end),
                     times.staleness < 0 ? NAN : static_cast<float>(times.staleness),
                     k,
                     {}});
  }
  return found;
}

struct TimelineFigure::Columns {
  struct Mean {
    float sum = 0.0F, weight = 0.0F;
  };
  std::size_t count = 0;
  std::vector<Mean> staleness;
  std::vector<PhaseSeconds> sums;  // [lane][column]
};

/// A piece's sums, shared out to the columns in proportion to the time they have in common.
void TimelineFigure::add(const Piece& piece, Columns& to) const {
  const auto count = static_cast<double>(to.count);
  const double scale = count / view_.range.length();
  const double left = std::max(0.0, (piece.begin - view_.range.from) * scale);
  const double right = std::min(count, (piece.end - view_.range.from) * scale);
  if (!(right > left)) return;
  const double whole = (piece.end - piece.begin) * scale;
  const auto first = static_cast<std::size_t>(left);
  const auto last = std::min(to.count, static_cast<std::size_t>(std::ceil(right)));
  const auto share = [&](std::size_t c) {
    const auto begin = static_cast<double>(c);
    return static_cast<float>((std::min(right, begin + 1.0) - std::max(left, begin)) / whole);
  };
  for (auto c = first; c < last && !std::isnan(piece.staleness); ++c) {
    to.staleness[c].sum += share(c) * piece.staleness;
    to.staleness[c].weight += share(c);
  }
  for (std::size_t lane = 0; lane < static_cast<std::size_t>(lanes_); ++lane) {
    const auto m = static_cast<std::size_t>(view_.firstWorker) + lane;
    const PhaseSeconds own =
        piece.sums.empty() ? spans_.spans(piece.iteration, m).seconds() : piece.sums[m];
    for (auto c = first; c < last; ++c)
      for (std::size_t i = 0; i < kPhases; ++i)
        to.sums[lane * to.count + c][i] += share(c) * own[i];
  }
}

/// One row of a lane. Neighbours that look the same are one item.
int TimelineFigure::paintShares(QPainter& painter, const Columns& columns, int number,
                                bool ofUploads) const {
  const int worker = view_.firstWorker + number;
  const QRectF row = ofUploads ? uploads(worker) : turns(worker);
  const auto lookOf = [&](std::size_t c, std::array<QColor, 3>& colours) {
    const auto& seconds = columns.sums[static_cast<std::size_t>(number) * columns.count + c];
    double whole = 0.0;
    for (const auto phase : kOwn) whole += static_cast<double>(of(seconds, phase));
    if (!ofUploads) return stackOf(seconds, kOwn, whole, row.height());
    Stack stack = stackOf(seconds, kUpload, whole * spans_.uploadsAtOnce(), row.height());
    const auto& mean = columns.staleness[c];
    const double stale = mean.weight > 0.0F ? static_cast<double>(mean.sum / mean.weight) : NAN;
    for (std::size_t i = 0; i < colours.size(); ++i) colours[i] = uploadColour(kUpload[i], stale);
    stack.colour = colours[0].rgb();
    return stack;
  };
  std::array<QColor, 3> colours{turnColour(Phase::Compute), turnColour(Phase::Encode),
                                turnColour(Phase::Wait)};
  int items = 0;
  Stack held = lookOf(0, colours);
  auto heldColours = colours;
  double from = plot_.left();
  for (std::size_t c = 1; c <= columns.count; ++c) {
    const Stack stack = c < columns.count ? lookOf(c, colours) : Stack{};
    if (c < columns.count && stack == held) continue;
    const double here = std::min(plot_.right(), plot_.left() + kColumn * static_cast<double>(c));
    items += paintStack(painter, row, from, here, held, heldColours);
    held = stack;
    heldColours = colours;
    from = here;
  }
  return items;
}

int TimelineFigure::paintColumns(QPainter& painter) const {
  Columns columns;
  columns.count = static_cast<std::size_t>(std::ceil(plot_.width() / kColumn));
  columns.staleness.resize(columns.count);
  columns.sums.resize(columns.count * static_cast<std::size_t>(lanes_));
  for (const auto& piece : pieces(columns.count)) add(piece, columns);
  int items = 0;
  const double first = std::max(plot_.left(), x(0.0));
  const double last = std::min(plot_.right(), x(static_cast<double>(spans_.end())));
  if (last > first) {
    painter.fillRect(QRectF(first, lane(0).top() + 3, last - first, lane_ - 3), theme_.chip);
    ++items;
  }
  for (int number = 0; number < lanes_; ++number)
    items +=
        paintShares(painter, columns, number, false) + paintShares(painter, columns, number, true);
  return items;
}

}  // namespace telegrad::ui
