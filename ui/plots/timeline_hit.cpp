// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <vector>

#include "ui/plots/timeline_figure.h"

namespace telegrad::ui {

std::optional<TimelineHit> TimelineFigure::at(const QPointF& position) const {
  if (spans_.isEmpty() || !plot_.contains(position)) return std::nullopt;
  const double when = time(position.x());
  if (when < 0.0 || when > static_cast<double>(spans_.end())) return std::nullopt;
  const int number = static_cast<int>((position.y() - plot_.top()) / lane_);
  const int worker = view_.firstWorker + number - 1;
  if (number > lanes_) return std::nullopt;
  std::optional<TimelineHit> hit;
  if (!drawsSpans())
    hit = number == 0 ? std::nullopt : blockAt(when, worker);
  else if (number == 0)
    hit = weightsAt(when);
  else if (position.y() < uploads(worker).top())
    hit = turnAt(when, worker);
  else
    hit = uploadAt(when, worker, position.y());
  if (hit) hit->before = spans_.before();
  return hit;
}

std::optional<TimelineHit> TimelineFigure::turnAt(double when, int worker) const {
  const auto m = static_cast<std::size_t>(worker);
  // A worker's turns follow each other.
  std::int64_t low = first_;
  std::int64_t high = last_;
  while (low < high) {
    const auto middle = low + (high - low) / 2;
    if (static_cast<double>(spans_.spans(middle, m).encoded) > when)
      high = middle;
    else
      low = middle + 1;
  }
  if (low == last_) return std::nullopt;
  TimelineHit hit;
  hit.worker = worker;
  hit.iteration = low;
  hit.spans = spans_.spans(low, m);
  hit.times = spans_.iteration(low);
  const auto& s = hit.spans;
  if (s.isAway()) return std::nullopt;
  const auto take = [&](Phase phase, std::int64_t from, std::int64_t to) {
    hit.phase = phase;
    hit.begin = static_cast<double>(from);
    hit.end = static_cast<double>(to);
  };
  if (when < static_cast<double>(s.received))
    take(Phase::Wait, s.idleFrom, s.received);
  else if (when < static_cast<double>(s.computed))
    take(Phase::Compute, s.received, s.computed);
  else
    take(Phase::Encode, s.computed, s.encoded);
  return hit;
}

std::optional<TimelineHit> TimelineFigure::uploadAt(double when, int worker, double y) const {
  const auto m = static_cast<std::size_t>(worker);
  // The newest is drawn on top.
  for (auto k = last_; k-- > first_;) {
    const auto& s = spans_.spans(k, m);
    const auto& times = spans_.iteration(k);
    const QRectF row = uploadRow(worker, k);
    const auto until = std::max(times.applied, s.delivered);
    if (s.bytes <= 0 || when < static_cast<double>(s.encoded) || when > static_cast<double>(until))
      continue;
    if (y < row.top() || y > row.bottom() + 1) continue;
    TimelineHit hit;
    hit.kind = TimelineHit::Kind::Upload;
    hit.worker = worker;
    hit.iteration = k;
    hit.spans = s;
    hit.times = times;
    std::int64_t from = s.encoded;
    for (const auto phase : {Phase::Queue, Phase::Send, Phase::Latency}) {
      const auto to = from + s.lasts(phase);
      hit.phase = phase;
      hit.begin = static_cast<double>(from);
      hit.end = static_cast<double>(to);
      if (when < hit.end) return hit;
      from = to;
    }
    hit.kind = TimelineHit::Kind::Held;
    hit.begin = hit.end;
    hit.end = static_cast<double>(until);
    return hit;
  }
  return std::nullopt;
}

std::optional<TimelineHit> TimelineFigure::weightsAt(double when) const {
  const auto k = spans_.firstEndingAfter(static_cast<std::int64_t>(when));
  if (k >= spans_.iterations()) return std::nullopt;
  TimelineHit hit;
  hit.kind = TimelineHit::Kind::Weights;
  hit.iteration = k;
  hit.times = spans_.iteration(k);
  hit.begin = static_cast<double>(hit.times.begin);
  hit.end = static_cast<double>(hit.times.end);
  const auto oldest = std::max(spans_.firstDetailed(), k - spans_.mostStaleness());
  for (auto older = k; older >= oldest && hit.newest < 0; --older) {
    const auto applied = spans_.iteration(older).applied;
    if (applied >= 0 && applied <= hit.times.end) hit.newest = older;
  }
  return hit;
}

std::optional<TimelineHit> TimelineFigure::blockAt(double when, int worker) const {
  const auto at = static_cast<std::int64_t>(when);
  TimelineHit hit;
  hit.kind = TimelineHit::Kind::Block;
  hit.worker = worker;
  std::vector<SpanBlock> blocks;
  // As fine as the columns are.
  const auto half = static_cast<std::int64_t>(view_.range.length() * kColumn / plot_.width());
  spans_.blocks(at - half, at + half, 8, blocks);
  for (const auto& block : blocks) {
    if (block.begin > at || block.end <= at) continue;
    hit.iteration = block.first;
    hit.count = block.count;
    hit.begin = static_cast<double>(block.begin);
    hit.end = static_cast<double>(block.end);
    hit.seconds = block.workers[static_cast<std::size_t>(worker)];
    hit.staleness = block.staleness;
    return hit;
  }
  const auto k = spans_.firstEndingAfter(at);
  if (k >= spans_.iterations() || k < spans_.inBlocks()) return std::nullopt;
  hit.iteration = k;
  hit.times = spans_.iteration(k);
  hit.begin = static_cast<double>(hit.times.begin);
  hit.end = static_cast<double>(hit.times.end);
  hit.seconds = spans_.spans(k, static_cast<std::size_t>(worker)).seconds();
  hit.staleness = static_cast<float>(hit.times.staleness);
  return hit;
}

QRectF TimelineFigure::rectOf(const TimelineHit& hit) const {
  QRectF row = lane(0).adjusted(0, 3, 0, 0);
  if (hit.kind == TimelineHit::Kind::Turn) row = turns(hit.worker);
  if (hit.kind == TimelineHit::Kind::Upload || hit.kind == TimelineHit::Kind::Held)
    row = uploadRow(hit.worker, hit.iteration);
  if (hit.kind == TimelineHit::Kind::Block) row = turns(hit.worker).united(uploads(hit.worker));
  row.setLeft(std::clamp(x(hit.begin), plot_.left(), plot_.right()));
  row.setRight(std::clamp(x(hit.end), plot_.left(), plot_.right()));
  return row;
}

}  // namespace telegrad::ui
