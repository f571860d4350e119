// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/delayed_pipeline.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <utility>

namespace telegrad {
namespace {

constexpr double kForEver = std::numeric_limits<double>::infinity();

class TracedLink {
 public:
  TracedLink(std::vector<BandwidthFrom> trace, double loopSeconds)
      : trace_(std::move(trace)),
        loopSeconds_(loopSeconds) {
    assert(!trace_.empty() && trace_.front().seconds == 0.0);
    assert(std::ranges::is_sorted(trace_, std::ranges::less_equal{}, &BandwidthFrom::seconds));
    if (!(loopSeconds > 0.0)) {
      loopSeconds_ = kForEver;
      assert(trace_.back().bitsPerSecond > 0.0);
      return;
    }
    for (std::size_t i = 0; i < trace_.size(); ++i)
      loopBits_ += trace_[i].bitsPerSecond * (endOf(i) - trace_[i].seconds);
    assert(loopBits_ > 0.0);
  }

  double operator()(double start, double bits) const {
    double offset =
        std::isinf(loopSeconds_) ? 0.0 : std::floor(start / loopSeconds_) * loopSeconds_;
    double from = start - offset;
    while (bits > 0.0) {
      for (std::size_t i = pieceAt(from); i < trace_.size(); ++i) {
        const double room = trace_[i].bitsPerSecond * (endOf(i) - from);
        if (trace_[i].bitsPerSecond > 0.0 && bits <= room)
          return offset + from + bits / trace_[i].bitsPerSecond;
        bits -= room;
        from = endOf(i);
      }
      // Whole loops at once; the last bit is in one of its own.
      const double loops = std::max(0.0, std::ceil(bits / loopBits_) - 1.0);
      offset += (1.0 + loops) * loopSeconds_;
      bits -= loops * loopBits_;
      from = 0.0;
    }
    return offset + from;
  }

 private:
  double endOf(std::size_t piece) const {
    return piece + 1 < trace_.size() ? trace_[piece + 1].seconds : loopSeconds_;
  }
  std::size_t pieceAt(double seconds) const {
    const auto after = std::ranges::upper_bound(trace_, seconds, {}, &BandwidthFrom::seconds);
    return static_cast<std::size_t>(std::max<std::ptrdiff_t>(after - trace_.begin(), 1)) - 1;
  }

  std::vector<BandwidthFrom> trace_;
  double loopSeconds_;
  double loopBits_ = 0.0;
};

}  // namespace

SerialisationEnd constantBandwidth(double bitsPerSecond) {
  assert(bitsPerSecond > 0.0);
  return [bitsPerSecond](double start, double bits) { return start + bits / bitsPerSecond; };
}

SerialisationEnd tracedBandwidth(std::vector<BandwidthFrom> trace, double loopSeconds) {
  return TracedLink(std::move(trace), loopSeconds);
}

PipelineTimes DelayedPipeline::advance(const PipelineStep& step) {
  assert(step.tau >= 0);
  PipelineTimes times;
  times.computeBegin = computeEnd_;
  // The oldest first: with message t - 1 newest, those up to t - 1 - tau are due.
  for (; arrivals_.size() > static_cast<std::size_t>(step.tau); ++times.applied) {
    times.computeBegin = std::max(times.computeBegin, arrivals_.front());
    arrivals_.pop_front();
  }
  times.computeEnd = times.computeBegin + step.computeSeconds;
  times.linkEnd = link_(std::max(times.computeEnd, linkEnd_), step.bits);
  times.arrival = times.linkEnd + step.latencySeconds;
  computeEnd_ = times.computeEnd;
  linkEnd_ = times.linkEnd;
  arrivals_.push_back(times.arrival);
  return times;
}

}  // namespace telegrad
