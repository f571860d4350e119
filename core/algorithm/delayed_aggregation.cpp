// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/delayed_aggregation.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/algorithm/blocks.h"
#include "core/tensor/vector_ops.h"

namespace telegrad {

DelayedAggregation::DelayedAggregation(Parts parts, const Settings& settings)
    : parts_(parts),
      rate_(settings) {
  DelayedAggregation::configure(settings);
}

void DelayedAggregation::configure(const Settings& settings) {
  rate_ = LearningRate(settings);
  staleness_ = parts_.delayed ? settings.integer("staleness") : 0;
}

void DelayedAggregation::begin(std::size_t workers, const Layout& layout) {
  layout_ = layout;
  uploads_.begin(workers, layout, parts_.errorFeedback);
  updates_.assign(workers, Update(elementCount(layout)));
  queue_.clear();
  sent_ = 0;
}

void DelayedAggregation::prepare(std::int64_t /*iteration*/, double epoch) {
  epoch_ = epoch;
}

Result<WorkerReport> DelayedAggregation::work(const WorkerTurn& turn, Payload& payload) {
  WorkerReport report;
  report.loss = turn.gradient->differentiate(*turn.weights);
  if (auto sent = uploads_.send(turn, 1.0F, payload); !sent) return sent.error();
  if (turn.measure) report.residualNormSquared = uploads_.residualNormSquared(turn.worker);
  return report;
}

Result<double> DelayedAggregation::step(std::span<const WorkerReport> reports,
                                        std::span<Payload> payloads, const Compressor& compressor,
                                        std::span<const float> weights, std::span<float> next,
                                        const ParallelRanges& parallel) {
  if (auto received = receive(reports, payloads, compressor, parallel); !received)
    return received.error();
  // Of the weights x_{t+1}, message t - tau is the newest.
  const auto due = std::max<std::int64_t>(0, waiting() - staleness());
  return apply(static_cast<std::size_t>(due), weights, next, parallel);
}

Result<void> DelayedAggregation::receive(std::span<const WorkerReport> reports,
                                         std::span<Payload> payloads, const Compressor& compressor,
                                         const ParallelRanges& parallel) {
  for (std::size_t i = 0; i < payloads.size(); ++i) {
    if (!isUpload(reports[i].outcome)) {
      updates_[i].setSparse(elementCount(layout_), {});
      continue;
    }
    auto decoded = compressor.decode(payloads[i], layout_, updates_[i]);
    if (!decoded) return decoded;
  }
  if (spare_.empty()) spare_.emplace_back(elementCount(layout_));
  queue_.push_back(std::move(spare_.back()));
  spare_.pop_back();
  ++sent_;
  const std::span sum(queue_.back());
  parallel((sum.size() + kBlock - 1) / kBlock, [&](std::size_t first, std::size_t last) {
    const std::size_t begin = first * kBlock;
    const auto block = sum.subspan(begin, std::min(last * kBlock, sum.size()) - begin);
    std::ranges::fill(block, 0.0F);
    addInTurn(updates_, block, begin);
  });
  return {};
}

/// Applies the `count` oldest messages of the queue, in their order. The result is ||next - w||^2.
double DelayedAggregation::apply(std::size_t count, std::span<const float> weights,
                                 std::span<float> next, const ParallelRanges& parallel) {
  const auto factor = static_cast<float>(-rate() / static_cast<double>(updates_.size()));
  const double moved =
      sumOverBlocks(weights.size(), parallel, [&](std::size_t begin, std::size_t size) {
        const auto from = weights.subspan(begin, size);
        const auto to = next.subspan(begin, size);
        std::ranges::copy(from, to.begin());
        for (std::size_t p = 0; p < count; ++p)
          scaleAndAdd(factor, std::span(queue_[p]).subspan(begin, size), to, to);
        return squaredDistance(to, from);
      });
  for (; count > 0; --count) {
    spare_.push_back(std::move(queue_.front()));
    queue_.pop_front();
  }
  return moved;
}

bool DelayedAggregation::drain(std::span<const float> weights, std::span<float> next,
                               const ParallelRanges& parallel) {
  if (queue_.empty()) return false;
  apply(queue_.size(), weights, next, parallel);
  return true;
}

Result<void> DelayedAggregation::keep(double fraction, const WorkerTurn& turn,
                                      std::string_view algorithm) {
  if (turn.compressor->setKeptFraction(fraction)) return {};
  return Error{"algorithm " + std::string(algorithm) +
               " chooses the kept fraction, and this compressor has none; allowed: top-k"};
}

std::vector<Parameter> DelayedAggregation::parameters(bool delayed) {
  if (!delayed) return withRate({});
  return withRate(
      {{.key = "staleness",
        .label = "Staleness τ",
        .unit = "",
        .help = "Iterations between sending an update and applying it: workers go on computing "
                "while it is under way; 0 waits for every update.",
        .kind = Integer{4, 0, kMostStale, Scale::Linear},
        .change = Change::BetweenIterations}});
}

std::vector<Parameter> DelayedAggregation::withRate(std::vector<Parameter> own) {
  for (auto& parameter : LearningRate::parameters()) {
    if (parameter.key == "learning_rate") {
      parameter.help = "Multiplies the mean of the workers' updates.";
      parameter.kind = Real{0.05, 1e-6, 10.0, Scale::Log, SliderRange{1e-4, 1.0}};
    }
    own.push_back(std::move(parameter));
  }
  return own;
}

}  // namespace telegrad
