// SPDX-License-Identifier: GPL-3.0-or-later
// A timeline too long for its spans: what share of its time each phase has, column by column.
#include <algorithm>
#include <array>
#include <cmath>

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

/// Iterations in a row, wherever their sums come from.
struct Piece {
  double begin, end;
  float staleness;
  std::span<const PhaseSeconds> sums;  // of workers; empty: of the spans of `iteration`
  std::int64_t iteration;
};

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

struct TimelineFigure::Column {
  float staleness = 0.0F;
  float known = 0.0F;
};

/// Adds what there is to each column; sums[worker][column] of the lanes that are seen.
std::vector<TimelineFigure::Column> TimelineFigure::columns(std::vector<PhaseSeconds>& sums) const {
  const auto from = static_cast<std::int64_t>(view_.range.from);
  const auto to = static_cast<std::int64_t>(view_.range.to);
  const auto count = static_cast<std::size_t>(std::ceil(plot_.width() / kColumn));
  std::vector<Piece> pieces;
  const std::int64_t seen = spans_.firstEndingAfter(from);
  const std::int64_t end = std::min(spans_.iterations(), spans_.firstEndingAfter(to) + 1);
  const bool known = spans_.firstDetailed() == 0 || seen > spans_.firstDetailed();
  std::int64_t oneByOne = seen;
  if (!known || (end - seen) * lanes_ > kMostAdded) {
    std::vector<SpanBlock> blocks;
    spans_.blocks(from, to, 2 * count, blocks);
    for (const auto& b : blocks)
      pieces.push_back({static_cast<double>(b.begin), static_cast<double>(b.end), b.staleness,
                        b.workers, b.first});
    oneByOne = std::max(seen, spans_.inBlocks());
  }
  for (auto k = oneByOne; k < end; ++k) {
    const auto& times = spans_.iteration(k);
    pieces.push_back({static_cast<double>(times.begin),
                      static_cast<double>(times.end),
                      times.staleness < 0 ? NAN : static_cast<float>(times.staleness),
                      {},
                      k});
  }
  std::vector<Column> all(count);
  sums.assign(count * static_cast<std::size_t>(lanes_), {});
  const double scale = static_cast<double>(count) / view_.range.length();
  for (const auto& piece : pieces) {
    const double left = std::max(0.0, (piece.begin - view_.range.from) * scale);
    const double right =
        std::min(static_cast<double>(count), (piece.end - view_.range.from) * scale);
    if (!(right > left)) continue;
    const auto first = static_cast<std::size_t>(left);
    const auto last = std::min(count, static_cast<std::size_t>(std::ceil(right)));
    const double whole = (piece.end - piece.begin) * scale;
    std::vector<PhaseSeconds> own(static_cast<std::size_t>(lanes_));
    for (std::size_t lane = 0; lane < own.size(); ++lane) {
      const auto m = static_cast<std::size_t>(view_.firstWorker) + lane;
      own[lane] = piece.sums.empty() ? spans_.spans(piece.iteration, m).seconds() : piece.sums[m];
    }
    for (auto c = first; c < last; ++c) {
      const auto share = static_cast<float>(
          (std::min(right, static_cast<double>(c) + 1.0) - std::max(left, static_cast<double>(c))) /
          whole);
      if (!std::isnan(piece.staleness)) {
        all[c].staleness += share * piece.staleness;
        all[c].known += share;
      }
      for (std::size_t lane = 0; lane < own.size(); ++lane)
        for (std::size_t i = 0; i < kPhases; ++i) sums[lane * count + c][i] += share * own[lane][i];
    }
  }
  return all;
}

int TimelineFigure::paintColumns(QPainter& painter) const {
  std::vector<PhaseSeconds> sums;
  const auto all = columns(sums);
  const std::array<QColor, 3> ownColours{turnColour(Phase::Compute), turnColour(Phase::Encode),
                                         turnColour(Phase::Wait)};
  int items = 0;
  const double first = std::max(plot_.left(), x(0.0));
  const double last = std::min(plot_.right(), x(static_cast<double>(spans_.end())));
  if (last > first) {
    painter.fillRect(QRectF(first, lane(0).top() + 3, last - first, lane_ - 3), theme_.chip);
    ++items;
  }
  // Neighbours that look the same are one item.
  for (int number = 0; number < lanes_; ++number) {
    const int worker = view_.firstWorker + number;
    const QRectF own = turns(worker);
    const QRectF upload = uploads(worker);
    for (const bool above : {true, false}) {
      const QRectF& row = above ? own : upload;
      Stack held;
      std::array<QColor, 3> colours = ownColours;
      double from = plot_.left();
      for (std::size_t c = 0; c <= all.size(); ++c) {
        Stack stack;
        std::array<QColor, 3> next = ownColours;
        if (c < all.size()) {
          const auto& seconds = sums[static_cast<std::size_t>(number) * all.size() + c];
          double whole = 0.0;
          for (const auto phase : kOwn) whole += static_cast<double>(of(seconds, phase));
          stack = above ? stackOf(seconds, kOwn, whole, row.height())
                        : stackOf(seconds, kUpload, whole * spans_.uploadsAtOnce(), row.height());
          if (!above) {
            const double stale =
                all[c].known > 0.0F ? static_cast<double>(all[c].staleness / all[c].known) : NAN;
            for (std::size_t i = 0; i < next.size(); ++i) next[i] = uploadColour(kUpload[i], stale);
            if (view_.staleness) stack.colour = next[0].rgb();
          }
        }
        if (c > 0 && c < all.size() && stack == held) continue;
        const double here =
            std::min(plot_.right(), plot_.left() + kColumn * static_cast<double>(c));
        items += paintStack(painter, row, from, here, held, colours);
        held = stack;
        colours = next;
        from = here;
      }
    }
  }
  return items;
}

}  // namespace telegrad::ui
