// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/span_history.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace telegrad::ui {
namespace {

constexpr std::size_t kFanOut = 8;
constexpr double kNano = 1e-9;

}  // namespace

std::int64_t WorkerSpans::lasts(Phase phase) const {
  switch (phase) {
    case Phase::Compute:
      return computed - received;
    case Phase::Encode:
      return encoded - computed;
    case Phase::Queue:
      return queue;
    case Phase::Send:
      return send;
    case Phase::Latency:
      return delivered - encoded - queue - send;
    case Phase::Wait:
      return isAway() ? 0 : std::max<std::int64_t>(0, received - idleFrom);
  }
  return 0;
}

PhaseSeconds WorkerSpans::seconds() const {
  PhaseSeconds all{};
  for (std::size_t i = 0; i < kPhases; ++i)
    all[i] = static_cast<float>(kNano * static_cast<double>(lasts(static_cast<Phase>(i))));
  return all;
}

void SpanHistory::append(const Sample& sample) {
  for (const auto& timing : sample.timings) take(timing);
  const std::int64_t iteration = sample.record.iteration - 1 - before_;
  apply(iteration - sample.record.staleness, iteration,
        std::llround(sample.record.simulatedSeconds / kNano));
}

void SpanHistory::begin(std::size_t workers) {
  *this = SpanHistory();
  workers_ = workers;
  capacity_ = std::max<std::size_t>(64, kMostSpans / workers);
  freeFrom_.assign(workers, 0);
  levels_.resize(1);
  open_.sums.resize(workers);
}

void SpanHistory::take(const IterationTiming& timing) {
  if (timing.workers.empty()) return;
  if (timing.workers.size() != workers_) {
    begin(timing.workers.size());
    before_ = timing.iteration;
    freeFrom_.assign(workers_, timing.start.count());
  }
  // What makes room goes into the blocks, even if it has waited so long that nobody knows its
  // staleness.
  while (next_ - folded_ >= static_cast<std::int64_t>(capacity_)) fold(folded_);
  const std::size_t place = slot(next_);
  if (ring_.size() <= place) {
    ring_.resize(place + 1);
    spans_.resize((place + 1) * workers_);
  }
  ring_[place] = {timing.start.count(), timing.end.count(), -1, -1};
  for (std::size_t m = 0; m < workers_; ++m) {
    const auto& from = timing.workers[m];
    auto& to = spans_[place * workers_ + m];
    to = {freeFrom_[m],
          from.received.count(),
          from.computed.count(),
          from.encoded.count(),
          from.delivered.count(),
          from.upload.queueing.count(),
          from.upload.transfer.count(),
          from.present ? from.sent.value : -1};
    freeFrom_[m] = from.present ? to.encoded : timing.end.count();
    if (to.bytes > 0) countAtOnce(to, next_, m);
  }
  end_ = timing.end.count();
  ++next_;
}

void SpanHistory::countAtOnce(const WorkerSpans& spans, std::int64_t k, std::size_t worker) {
  int count = 1;
  for (std::int64_t back = k - 1; back >= 0 && back > k - kMostAtOnce; --back) {
    if (this->spans(back, worker).delivered <= spans.encoded) break;
    ++count;
  }
  atOnce_ = std::max(atOnce_, count);
}

void SpanHistory::apply(std::int64_t through, std::int64_t iteration, std::int64_t time) {
  through = std::min(through, next_ - 1);
  for (std::int64_t k = std::max(through_ + 1, folded_); k <= through; ++k) {
    auto& applied = ring_[slot(k)];
    applied.applied = time;
    applied.staleness = iteration - k;
    mostStaleness_ = std::max(mostStaleness_, applied.staleness);
  }
  through_ = std::max(through_, through);
  while (folded_ <= through) fold(folded_);
}

void SpanHistory::fold(std::int64_t k) {
  const auto& iteration = this->iteration(k);
  for (std::size_t m = 0; m < workers_; ++m) {
    const auto& spans = this->spans(k, m);
    for (std::size_t i = 0; i < kPhases; ++i)
      open_.sums[m][i] += kNano * static_cast<double>(spans.lasts(static_cast<Phase>(i)));
  }
  if (iteration.staleness >= 0) {
    open_.staleness += static_cast<double>(iteration.staleness);
    ++open_.known;
  }
  ++folded_;
  if (++open_.count == smallest_) closeBlock(iteration.end);
}

void SpanHistory::closeBlock(std::int64_t end) {
  auto& level = levels_.front();
  level.ends.push_back(end);
  level.staleness.push_back(
      open_.known > 0 ? static_cast<float>(open_.staleness / static_cast<double>(open_.known))
                      : std::numeric_limits<float>::quiet_NaN());
  for (auto& sums : open_.sums) {
    PhaseSeconds cell{};
    for (std::size_t i = 0; i < kPhases; ++i) cell[i] = static_cast<float>(sums[i]);
    level.cells.push_back(cell);
    sums = {};
  }
  open_.count = open_.known = 0;
  open_.staleness = 0.0;
  addParents();  // which may move the levels
  const std::size_t blocks = levels_.front().ends.size();
  if (blocks * workers_ >= kMostCells && blocks % 2 == 0) mergePairs();
}

/// Blocks of one level, summed into one of the next.
void SpanHistory::append(Level& to, const Level& from, std::size_t first, std::size_t count) const {
  to.ends.push_back(from.ends[first + count - 1]);
  double staleness = 0.0;
  int known = 0;
  for (std::size_t b = first; b < first + count; ++b) {
    if (std::isnan(from.staleness[b])) continue;
    staleness += static_cast<double>(from.staleness[b]);
    ++known;
  }
  to.staleness.push_back(known > 0 ? static_cast<float>(staleness / known)
                                   : std::numeric_limits<float>::quiet_NaN());
  for (std::size_t m = 0; m < workers_; ++m) {
    std::array<double, kPhases> sums{};
    for (std::size_t b = first; b < first + count; ++b)
      for (std::size_t i = 0; i < kPhases; ++i)
        sums[i] += static_cast<double>(from.cells[b * workers_ + m][i]);
    PhaseSeconds cell{};
    for (std::size_t i = 0; i < kPhases; ++i) cell[i] = static_cast<float>(sums[i]);
    to.cells.push_back(cell);
  }
}

void SpanHistory::addParents() {
  for (std::size_t l = 0; levels_[l].ends.size() % kFanOut == 0; ++l) {
    if (l + 1 == levels_.size()) levels_.emplace_back();
    append(levels_[l + 1], levels_[l], levels_[l].ends.size() - kFanOut, kFanOut);
  }
}

void SpanHistory::mergePairs() {
  const Level old = std::move(levels_.front());
  levels_.assign(1, {});
  for (std::size_t b = 0; b + 1 < old.ends.size(); b += 2) {
    append(levels_.front(), old, b, 2);
    addParents();
  }
  smallest_ *= 2;
}

std::int64_t SpanHistory::blockSize(std::size_t level) const {
  std::int64_t size = smallest_;
  for (std::size_t l = 0; l < level; ++l) size *= static_cast<std::int64_t>(kFanOut);
  return size;
}

std::int64_t SpanHistory::firstDetailed() const {
  return std::max<std::int64_t>(0, next_ - static_cast<std::int64_t>(capacity_));
}

std::int64_t SpanHistory::firstEndingAfter(std::int64_t time) const {
  std::int64_t low = firstDetailed();
  std::int64_t high = next_;
  while (low < high) {
    const std::int64_t middle = low + (high - low) / 2;
    if (iteration(middle).end > time)
      high = middle;
    else
      low = middle + 1;
  }
  return low;
}

std::array<double, kPhases> SpanHistory::recent(std::int64_t iterations) const {
  std::array<double, kPhases> sums{};
  for (auto k = std::max(firstDetailed(), next_ - iterations); k < next_; ++k) {
    for (std::size_t m = 0; m < workers_; ++m)
      for (std::size_t i = 0; i < kPhases; ++i)
        sums[i] += kNano * static_cast<double>(spans(k, m).lasts(static_cast<Phase>(i)));
  }
  for (auto& sum : sums) sum /= static_cast<double>(std::max<std::size_t>(1, workers_));
  return sums;
}

std::int64_t SpanHistory::inBlocks() const {
  return folded_ - open_.count;
}

void SpanHistory::blocks(std::int64_t from, std::int64_t to, std::size_t most,
                         std::vector<SpanBlock>& found) const {
  found.clear();
  if (levels_.empty()) return;
  const auto range = [&](const Level& level) {
    const auto first = std::ranges::upper_bound(level.ends, from) - level.ends.begin();
    const auto last = std::ranges::lower_bound(level.ends, to) - level.ends.begin();
    return std::pair(static_cast<std::size_t>(first),
                     std::min(static_cast<std::size_t>(last) + 1, level.ends.size()));
  };
  std::size_t l = 0;
  for (; l + 1 < levels_.size(); ++l) {
    const auto [first, end] = range(levels_[l]);
    if (end <= first || end - first <= most) break;
  }
  // Each level below holds a few newer blocks that are no whole one of the level above yet.
  std::size_t least = 0;
  for (std::size_t below = l + 1; below-- > 0;) {
    const Level& level = levels_[below];
    const auto [first, end] = range(level);
    for (std::size_t b = std::max(first, least); b < end; ++b) {
      const std::int64_t size = blockSize(below);
      found.push_back({static_cast<std::int64_t>(b) * size, size, b > 0 ? level.ends[b - 1] : 0,
                       level.ends[b], level.staleness[b],
                       std::span(level.cells).subspan(b * workers_, workers_)});
    }
    least = level.ends.size() * kFanOut;
  }
}

std::size_t SpanHistory::memory() const {
  std::size_t bytes =
      ring_.capacity() * sizeof(IterationSpans) + spans_.capacity() * sizeof(WorkerSpans);
  for (const auto& level : levels_)
    bytes += level.ends.capacity() * sizeof(std::int64_t) +
             level.staleness.capacity() * sizeof(float) +
             level.cells.capacity() * sizeof(PhaseSeconds);
  return bytes;
}

}  // namespace telegrad::ui
