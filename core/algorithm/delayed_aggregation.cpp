// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/delayed_aggregation.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/algorithm/blocks.h"
#include "core/algorithm/delay_compensation.h"
#include "core/base/said.h"
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
  compensation_ = settings.has("compensation") ? settings.real("compensation") : 0.0;
}

void DelayedAggregation::begin(std::size_t workers, const Layout& layout) {
  layout_ = layout;
  uploads_.begin(workers, layout, parts_.errorFeedback);
  updates_.assign(workers, Update(elementCount(layout)));
  queue_.clear();
  origins_.clear();
  sent_ = 0;
}

void DelayedAggregation::exchange(StateArchive& state) {
  const std::size_t size = elementCount(layout_);
  const auto vector = [&](FloatVector& values) { state.emptyOr(size, values); };
  state(uploads_, sent_);
  state.list(queue_, vector);
  state.list(origins_, vector);
  state.require(
      origins_.size() == queue_.size() && std::ranges::none_of(queue_, &FloatVector::empty),
      "as many sums as places where they were computed");
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
  origins_.emplace_back();
  if (compensation_ > 0.0) {
    origins_.back() = spare();
    std::ranges::copy(weights, origins_.back().begin());
  }
  // Of the weights x_{t+1}, message t - tau is the newest.
  const auto due = std::max<std::int64_t>(0, waiting() - staleness());
  return apply(static_cast<std::size_t>(due), weights, next, parallel);
}

/// A vector whose contents mean nothing.
FloatVector DelayedAggregation::spare() {
  if (spare_.empty()) return FloatVector(elementCount(layout_));
  auto vector = std::move(spare_.back());
  spare_.pop_back();
  return vector;
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
  queue_.push_back(spare());
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
  const auto workers = static_cast<double>(updates_.size());
  const auto factor = static_cast<float>(-rate() / workers);
  const DelayCompensation compensation{.lambda = static_cast<float>(compensation_),
                                       .share = static_cast<float>(1.0 / workers),
                                       .factor = static_cast<float>(-rate())};
  const double moved =
      sumOverBlocks(weights.size(), parallel, [&](std::size_t begin, std::size_t size) {
        const auto from = weights.subspan(begin, size);
        const auto to = next.subspan(begin, size);
        std::ranges::copy(from, to.begin());
        for (std::size_t p = 0; p < count; ++p) {
          const auto sum = std::span(queue_[p]).subspan(begin, size);
          if (origins_[p].empty())
            scaleAndAdd(factor, sum, to, to);
          else
            compensation.apply(sum, std::span(origins_[p]).subspan(begin, size), to);
        }
        return squaredDistance(to, from);
      });
  for (; count > 0; --count) {
    spare_.push_back(std::move(queue_.front()));
    queue_.pop_front();
    if (!origins_.front().empty()) spare_.push_back(std::move(origins_.front()));
    origins_.pop_front();
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
  return Error{
      said("algorithm %1 chooses the kept fraction, and this compressor has none; allowed: top-k",
           algorithm)};
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
        .change = Change::BetweenIterations},
       compensation()});
}

Parameter DelayedAggregation::compensation() {
  return {.key = "compensation",
          .label = "Delay compensation λ",
          .unit = "",
          .help =
              "Late updates are corrected by this times their squares and how far the weights "
              "have moved since; 0 for not at all.",
          .kind = Real{.initial = 0.0, .min = 0.0, .max = 10.0, .slider = SliderRange{0.0, 1.0}},
          .change = Change::BetweenIterations};
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
