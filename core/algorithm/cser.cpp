// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <cstring>
#include <string>

#include "core/algorithm/blocks.h"
#include "core/algorithm/delayed_aggregation.h"
#include "core/algorithm/mean_aggregation.h"
#include "core/base/said.h"
#include "core/compress/finite.h"

namespace telegrad {
namespace {

/// CSER: workers go on at once with what compression leaves out of their own gradients, each with a
/// model x_i of its own, and every H iterations forget a part of what that has made them differ by:
///
///   x_i <- x_i - gamma (mean_j C2(g_j) + g_i - C2(g_i)),   e_i <- e_i - gamma (g_i - C2(g_i))
///   every H iterations:   x_i <- x_i + mean_j C1(e_j) - C1(e_i),   e_i <- e_i - C1(e_i)
///
/// g_i at x_i. All x_i - e_i are equal, always: that is the w which the server keeps,
/// w <- w - gamma mean_j C2(g_j), and then w <- w + mean_j C1(e_j); a worker keeps e_i alone and
/// has x_i = w + e_i. The weights that step() makes, and that are evaluated, are the mean of the
/// models.
///
/// C1 and C2 keep some of B equal blocks of the vector as they are, others in every iteration, the
/// same for all workers, who draw them from a shared seed: no positions are sent.
///
/// Who is away sends zeros and keeps its e_i.
///
/// Shapes: payload the entries of C2's blocks as little-endian float32, in their order, and after
///   them every H iterations those of C1's.
/// Memory: two vectors of the model's size a worker. Workers' models are not packed for the
/// kernels. Errors: a compressor other than identity, as what is sent is chosen here.
///
/// Source: Xie, Zheng, Koyejo, Gupta, Li and Lin, CSER: Communication-efficient SGD with error
///   reset, NeurIPS 2020.
class Cser final : public MeanAggregation {
 public:
  explicit Cser(const Settings& settings)
      : MeanAggregation(settings),
        blocks_(static_cast<std::size_t>(settings.integer("blocks"))),
        gradientShare_(settings.real("gradient_share")),
        errorShare_(settings.real("error_share")),
        resetEvery_(settings.integer("reset_every")),
        seed_(static_cast<std::uint64_t>(settings.integer("blocks_seed"))) {}

  void begin(std::size_t workers, const Layout& layout) override;
  void exchange(StateArchive& state) override {
    for (auto& worker : states_) state(worker.error);
    state.emptyOr(gradients_.size(), base_);
  }
  void prepare(std::int64_t iteration, double epoch) override;
  Result<WorkerReport> work(const WorkerTurn& turn, Payload& payload) override;
  Result<double> step(std::span<const WorkerReport> reports, std::span<Payload> payloads,
                      const Compressor& compressor, std::span<const float> weights,
                      std::span<float> next, const ParallelRanges& parallel) override;

 private:
  struct Range {
    std::size_t begin = 0;
    std::size_t size = 0;
  };
  struct State {
    FloatVector error;  // e_i
    Parameters model;   // x_i
  };
  enum class Kind : std::uint32_t { Gradients, Errors };

  void choose(Kind kind, double share, std::vector<Range>& chosen) const;
  static std::size_t entries(const std::vector<Range>& ranges);
  /// Appends the vector's entries in the ranges.
  static void append(std::span<const float> values, const std::vector<Range>& ranges,
                     Payload& payload);
  /// sum += the payload's entries from `first` on, in the ranges.
  static void addEntries(const Payload& payload, std::size_t first,
                         const std::vector<Range>& ranges, std::span<float> sum);

  void makeMean(std::size_t begin, std::span<float> mean);

  std::size_t blocks_;
  double gradientShare_;
  double errorShare_;
  std::int64_t resetEvery_;  // H
  std::uint64_t seed_;
  std::vector<Range> gradientRanges_;  // C2's of the iteration in hand, ascending
  std::vector<Range> errorRanges_;     // C1's; none where nothing is reset
  std::vector<State> states_;          // one a worker
  FloatVector base_;                   // w; empty until the first step
  FloatVector gradients_;              // sum_j C2(g_j)
  FloatVector errors_;                 // sum_j C1(e_j)
};

void Cser::begin(std::size_t workers, const Layout& layout) {
  MeanAggregation::begin(workers, layout);
  const std::size_t size = elementCount(layout);
  states_.assign(workers, State{.error = FloatVector(size), .model = {}});
  base_.clear();
  gradients_.resize(size);
  errors_.resize(size);
}

void Cser::prepare(std::int64_t iteration, double epoch) {
  MeanAggregation::prepare(iteration, epoch);
  choose(Kind::Gradients, gradientShare_, gradientRanges_);
  errorRanges_.clear();
  if ((iteration + 1) % resetEvery_ == 0) choose(Kind::Errors, errorShare_, errorRanges_);
}

void Cser::choose(Kind kind, double share, std::vector<Range>& chosen) const {
  const std::size_t size = elementCount(layout());
  const std::size_t blocks = std::min(blocks_, size);
  std::vector<std::uint32_t> order(blocks);
  Random random(seed_, Purpose::SharedDraw, static_cast<std::uint32_t>(kind) + 1,
                static_cast<std::uint64_t>(iteration()));
  random.permutation(order);
  const auto wanted = static_cast<std::size_t>(std::lround(share * static_cast<double>(blocks)));
  order.resize(std::clamp<std::size_t>(wanted, std::min<std::size_t>(1, blocks), blocks));
  std::ranges::sort(order);
  chosen.clear();
  for (const std::size_t block : order) {
    const std::size_t begin = block * size / blocks;
    chosen.push_back({begin, (block + 1) * size / blocks - begin});
  }
}

std::size_t Cser::entries(const std::vector<Range>& ranges) {
  std::size_t count = 0;
  for (const auto& range : ranges) count += range.size;
  return count;
}

void Cser::append(std::span<const float> values, const std::vector<Range>& ranges,
                  Payload& payload) {
  for (const auto& [begin, size] : ranges) {
    const auto bytes = std::as_bytes(values.subspan(begin, size));
    payload.bytes.insert(payload.bytes.end(), bytes.begin(), bytes.end());
  }
}

void Cser::addEntries(const Payload& payload, std::size_t first, const std::vector<Range>& ranges,
                      std::span<float> sum) {
  const std::byte* from = payload.bytes.data() + first * sizeof(float);
  for (const auto& [begin, size] : ranges) {
    for (std::size_t i = 0; i < size; ++i, from += sizeof(float)) {
      float value = 0.0F;
      std::memcpy(&value, from, sizeof(value));  // bytes need not be aligned
      sum[begin + i] += value;
    }
  }
}

Result<WorkerReport> Cser::work(const WorkerTurn& turn, Payload& payload) {
  auto& [error, model] = states_[turn.worker];
  const auto gradient = turn.scratch;
  if (model.values.empty() && !gradient.empty() &&
      turn.compressor->writeDirectly(*turn.layout, payload).empty())
    return Error{
        said("algorithm %1 chooses what is sent itself, and this compressor would as well; "
             "allowed: identity",
             "cser")};
  model.values.resize(error.size());
  scaleAndAdd(1.0F, error, base_.empty() ? turn.weights->values : base_, model.values);
  WorkerReport report;
  report.loss = turn.gradient->differentiate(model);
  turn.gradient->write(1.0F, gradient);
  if (!std::isfinite(squaredNorm(gradient))) return notFinite(gradient, *turn.layout);
  payload.bytes.clear();
  append(gradient, gradientRanges_, payload);
  for (const auto& [begin, size] : gradientRanges_)
    std::ranges::fill(gradient.subspan(begin, size), 0.0F);
  scaleAndAdd(static_cast<float>(-rate()), gradient, error, error);
  append(error, errorRanges_, payload);
  for (const auto& [begin, size] : errorRanges_)
    std::ranges::fill(std::span(error).subspan(begin, size), 0.0F);
  payload.valueBits = 8 * static_cast<std::int64_t>(payload.bytes.size());
  payload.indexBits = 0;
  if (turn.measure) report.residualNormSquared = squaredNorm(error);
  return report;
}

Result<double> Cser::step(std::span<const WorkerReport> reports, std::span<Payload> payloads,
                          const Compressor& /*compressor*/, std::span<const float> weights,
                          std::span<float> next, const ParallelRanges& parallel) {
  const std::size_t first = entries(gradientRanges_);
  const std::size_t expected = (first + entries(errorRanges_)) * sizeof(float);
  std::ranges::fill(gradients_, 0.0F);
  std::ranges::fill(errors_, 0.0F);
  for (std::size_t m = 0; m < payloads.size(); ++m) {
    if (!isUpload(reports[m].outcome)) continue;
    if (payloads[m].bytes.size() != expected)
      return Error{said("cser: read a message of %1 bytes; the blocks of this iteration have %2",
                        payloads[m].bytes.size(), expected)};
    addEntries(payloads[m], 0, gradientRanges_, gradients_);
    addEntries(payloads[m], first, errorRanges_, errors_);
  }
  if (base_.empty()) base_.assign(weights.begin(), weights.end());
  return sumOverBlocks(weights.size(), parallel, [&](std::size_t begin, std::size_t size) {
    const auto mean = next.subspan(begin, size);
    makeMean(begin, mean);
    return squaredDistance(mean, weights.subspan(begin, size));
  });
}

/// Of the weights from `begin` on: w goes on, and the mean of the models is about it, so that it is
/// w to the last bit where nothing is left out.
void Cser::makeMean(std::size_t begin, std::span<float> mean) {
  const auto count = static_cast<double>(workers());
  const auto share = static_cast<float>(1.0 / count);
  const auto part = [&](FloatVector& vector) {
    return std::span(vector).subspan(begin, mean.size());
  };
  const auto base = part(base_);
  scaleAndAdd(static_cast<float>(-rate() / count), part(gradients_), base, base);
  if (!errorRanges_.empty()) scaleAndAdd(share, part(errors_), base, base);
  std::ranges::fill(mean, 0.0F);
  for (auto& state : states_) scaleAndAdd(1.0F, part(state.error), mean, mean);
  scaleAndAdd(share, mean, base, mean);
}

std::vector<Parameter> cserParameters() {
  return DelayedAggregation::withRate(
      {{.key = "gradient_share",
        .label = "Gradients' share",
        .unit = "",
        .help = "Share of the blocks of the gradient that is sent in every iteration, 1 / R₂.",
        .kind = Real{.initial = 0.02, .min = 1e-4, .max = 1.0, .scale = Scale::Log, .share = true}},
       {.key = "error_share",
        .label = "Errors' share",
        .unit = "",
        .help = "Share of the blocks of the models' differences that is sent, and forgotten, in "
                "every reset, 1 / R₁.",
        .kind = Real{.initial = 0.1, .min = 1e-4, .max = 1.0, .scale = Scale::Log, .share = true}},
       {.key = "reset_every",
        .label = "Reset every H",
        .unit = "",
        .help = "Iterations from one reset of the errors to the next.",
        .kind = Integer{8, 1, 10000, Scale::Log}},
       {.key = "blocks",
        .label = "Blocks",
        .unit = "",
        .help = "Parts of equal size that the weights are divided into.",
        .kind = Integer{100, 1, 1'000'000, Scale::Log}},
       {.key = "blocks_seed",
        .label = "Blocks' seed",
        .unit = "",
        .help = "Begins the draws of blocks, which all workers make alike.",
        .kind = Integer{1, 0, 1'000'000'000}}});
}

}  // namespace

AlgorithmEntry cser() {
  AlgorithmEntry entry;
  entry.key = "cser";
  entry.name = "CSER";
  entry.summary =
      "Workers apply to models of their own what they do not send, a few random blocks being sent; "
      "now and then the models' differences are partly reset.";
  entry.source =
      "Xie, Zheng, Koyejo, Gupta, Li and Lin, CSER: Communication-efficient SGD with error reset, "
      "NeurIPS 2020";
  entry.parameters = cserParameters();
  entry.make = [](const Settings& settings) { return std::make_unique<Cser>(settings); };
  entry.usualCompressor = "identity";
  return entry;
}

}  // namespace telegrad
