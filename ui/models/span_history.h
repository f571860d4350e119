// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/experiment/training_run.h"

namespace telegrad::ui {

/// What a worker, or an upload of it, is doing. The first two and Wait share out a worker's time
/// without gap or overlap; the other three an upload's, which goes on beside it.
enum class Phase : std::uint8_t { Compute, Encode, Queue, Send, Latency, Wait };
constexpr std::size_t kPhases = 6;

/// Seconds in each phase.
using PhaseSeconds = std::array<float, kPhases>;

/// One worker's turn and its upload; nanoseconds of simulated time.
struct WorkerSpans {
  std::int64_t idleFrom = 0;  ///< its last turn was over; it waits from here to received
  std::int64_t received = 0, computed = 0, encoded = 0, delivered = 0;
  std::int64_t queue = 0, send = 0;  ///< of the upload; what is left until delivered is latency
  std::int64_t bytes = 0;            ///< on the wire; 0: it sent nothing, below 0: it was away

  bool isAway() const { return bytes < 0; }
  std::int64_t lasts(Phase phase) const;
  PhaseSeconds seconds() const;
};

/// An iteration; nanoseconds of simulated time.
struct IterationSpans {
  std::int64_t begin = 0;       ///< the end of the last one
  std::int64_t end = 0;         ///< the next weights can be made, and all have computed
  std::int64_t applied = -1;    ///< the first weights that hold its uploads are made; -1: not yet
  std::int64_t staleness = -1;  ///< iterations from it to those weights; -1: not known yet
};

/// Some iterations in a row, summed.
struct SpanBlock {
  std::int64_t first = 0, count = 0;      ///< iterations, from 0
  std::int64_t begin = 0, end = 0;        ///< of the iterations; an upload may arrive later
  float staleness = 0.0F;                 ///< mean of its iterations; NaN: none known
  std::span<const PhaseSeconds> workers;  ///< sums; valid until the next append()
};

/// Where every worker's time went, for a run of any length, in bounded memory: each span of the
/// newest iterations (200,000 spans at most, 64 bytes each, and 32 an iteration), and of all
/// iterations sums over blocks of 32 and over 8, 64, ... such blocks (24 bytes a worker and block).
/// When there are 2^19 of the smallest blocks' cells, two blocks become one: at most 13 MB and 14
/// MB.
///
/// append() is amortised O(1) for a worker and iteration. Threads: one.
class SpanHistory {
 public:
  static constexpr std::size_t kMostSpans = 200'000;
  static constexpr std::size_t kMostCells = std::size_t{1} << 19U;
  static constexpr int kMostAtOnce = 4;

  /// The samples of one run, in order: from its first iteration on, or from the one after which it
  /// went on. Iterations are counted from the first of them.
  void append(const Sample& sample);
  std::int64_t before() const { return before_; }  ///< iterations of the run that it has not seen

  bool isEmpty() const { return next_ == 0; }
  std::size_t workers() const { return workers_; }
  std::int64_t iterations() const { return next_; }  ///< whose times are known
  std::int64_t end() const { return end_; }          ///< nanoseconds; the newest iteration's
  /// The most uploads of one worker that were under way at once, up to kMostAtOnce.
  int uploadsAtOnce() const { return atOnce_; }
  std::int64_t mostStaleness() const { return mostStaleness_; }

  // The newest, span by span: iterations in [firstDetailed(), iterations()).
  std::int64_t firstDetailed() const;
  const IterationSpans& iteration(std::int64_t k) const { return ring_[slot(k)]; }
  const WorkerSpans& spans(std::int64_t k, std::size_t worker) const {
    return spans_[slot(k) * workers_ + worker];
  }
  /// The first detailed iteration that ends after that time, iterations() if none does.
  std::int64_t firstEndingAfter(std::int64_t time) const;
  /// Mean over the workers of their seconds in each phase, over the last iterations.
  std::array<double, kPhases> recent(std::int64_t iterations) const;

  // Everything, summed.
  /// Iterations that the blocks hold: all whose uploads are applied, but for a rest smaller than a
  /// block. The rest is detailed.
  std::int64_t inBlocks() const;
  /// The blocks that meet [from, to], in order, without gap: the smallest of which there are no
  /// more than `most` (a few over at the newest end). O(log n + most).
  void blocks(std::int64_t from, std::int64_t to, std::size_t most,
              std::vector<SpanBlock>& found) const;
  std::size_t memory() const;  ///< bytes in use

 private:
  struct Level {
    std::vector<std::int64_t> ends;
    std::vector<float> staleness;
    std::vector<PhaseSeconds> cells;  // [block][worker]
  };

  std::size_t slot(std::int64_t k) const { return static_cast<std::size_t>(k) % capacity_; }
  void begin(std::size_t workers);
  void take(const IterationTiming& timing);
  void countAtOnce(const WorkerSpans& spans, std::int64_t k, std::size_t worker);
  void apply(std::int64_t through, std::int64_t iteration, std::int64_t time);
  void fold(std::int64_t k);
  void closeBlock(std::int64_t end);
  void append(Level& to, const Level& from, std::size_t first, std::size_t count) const;
  void addParents();
  void mergePairs();
  std::int64_t blockSize(std::size_t level) const;

  std::size_t workers_ = 0;
  std::size_t capacity_ = 1;  // iterations
  std::int64_t before_ = 0;
  std::int64_t next_ = 0;  // iteration whose times come next
  std::int64_t through_ = -1;
  std::int64_t folded_ = 0;
  std::int64_t end_ = 0;
  std::int64_t mostStaleness_ = 0;
  int atOnce_ = 1;
  std::vector<IterationSpans> ring_;
  std::vector<WorkerSpans> spans_;
  std::vector<std::int64_t> freeFrom_;  // of each worker

  std::int64_t smallest_ = 32;  // iterations in a block of the first level
  std::vector<Level> levels_;
  struct Open {
    std::int64_t count = 0;
    double staleness = 0.0;
    std::int64_t known = 0;
    std::vector<std::array<double, kPhases>> sums;
  } open_;
};

}  // namespace telegrad::ui
