// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <optional>

#include "core/algorithm/blocks.h"
#include "core/algorithm/delayed_aggregation.h"
#include "core/algorithm/mean_aggregation.h"

namespace telegrad {
namespace {

/// DIANA: what is compressed is how a worker's gradient differs from a shift that learns it:
///
///   m_i = Q(g_i - h_i),   x <- x - gamma / n sum_i (h_i + m_i),   h_i <- h_i + alpha m_i
///
/// h_i begins as zero. alpha = 1 / (1 + omega) = 1 / zeta where Q is proven to be in U(zeta), else
/// 1, which makes it EF21; or as set. The server keeps the sum of the h_i alone.
///
/// Who is away sends nothing: its h_i stays, and stays in the sum.
///
/// Source: Mishchenko, Gorbunov, Takac and Richtarik, Distributed learning with compressed gradient
///   differences, 2019, arXiv 1901.09269.
class Diana final : public MeanAggregation {
 public:
  explicit Diana(const Settings& settings) : MeanAggregation(settings) {
    Diana::configure(settings);
  }

  void configure(const Settings& settings) override {
    MeanAggregation::configure(settings);
    automatic_ = settings.choice("shift_rate") == "automatic";
    chosen_ = settings.real("alpha");
  }
  void compressorIs(const ClassParameters& classes) override { zeta_ = classes.zeta; }
  void begin(std::size_t workers, const Layout& layout) override {
    MeanAggregation::begin(workers, layout);
    const std::size_t size = elementCount(layout);
    shifts_.assign(workers, FloatVector(size));
    shiftSum_.assign(size, 0.0F);
  }
  void exchange(StateArchive& state) override {
    for (auto& shift : shifts_) state(shift);
    state(shiftSum_);
  }
  Result<WorkerReport> work(const WorkerTurn& turn, Payload& payload) override;
  Result<double> step(std::span<const WorkerReport> reports, std::span<Payload> payloads,
                      const Compressor& compressor, std::span<const float> weights,
                      std::span<float> next, const ParallelRanges& parallel) override;

 private:
  float alpha() const {
    if (!automatic_) return static_cast<float>(chosen_);
    return static_cast<float>(1.0 / zeta_.value_or(1.0));
  }

  bool automatic_ = true;
  double chosen_ = 1.0;
  std::optional<double> zeta_;
  std::vector<FloatVector> shifts_;  // h_i, one a worker
  FloatVector shiftSum_;             // sum_i h_i
};

Result<WorkerReport> Diana::work(const WorkerTurn& turn, Payload& payload) {
  auto& shift = shifts_[turn.worker];
  auto& message = *turn.received;
  const auto scratch = turn.scratch;
  WorkerReport report;
  report.loss = turn.gradient->differentiate(*turn.weights);
  turn.gradient->write(1.0F, scratch);
  subtract(scratch, shift, scratch);
  auto compressed = turn.compressor->compress(scratch, *turn.layout, *turn.random, payload);
  if (!compressed) return compressed.error();
  // The worker decodes its own bytes, so that its shift is the server's.
  if (auto decoded = turn.compressor->decode(payload, *turn.layout, message); !decoded)
    return decoded.error();
  if (turn.measure) {
    message.subtractFrom(scratch);
    report.residualNormSquared = squaredNorm(scratch);
  }
  std::ranges::fill(scratch, 0.0F);
  message.addTo(scratch, 0);
  scaleAndAdd(alpha(), scratch, shift, shift);
  return report;
}

Result<double> Diana::step(std::span<const WorkerReport> reports, std::span<Payload> payloads,
                           const Compressor& compressor, std::span<const float> weights,
                           std::span<float> next, const ParallelRanges& parallel) {
  if (auto received = receive(reports, payloads, compressor); !received) return received.error();
  const auto factor = static_cast<float>(-rate() / static_cast<double>(workers()));
  return sumOverBlocks(weights.size(), parallel, [&](std::size_t begin, std::size_t size) {
    std::array<float, kBlock> messages{};
    std::array<float, kBlock> gradients{};
    const std::span sum(messages.data(), size);
    const std::span whole(gradients.data(), size);
    const auto shifts = std::span(shiftSum_).subspan(begin, size);
    addInTurn(updates(), sum, begin);
    scaleAndAdd(1.0F, sum, shifts, whole);
    scaleAndAdd(alpha(), sum, shifts, shifts);
    const auto from = weights.subspan(begin, size);
    const auto to = next.subspan(begin, size);
    scaleAndAdd(factor, whole, from, to);
    return squaredDistance(to, from);
  });
}

std::vector<Parameter> dianaParameters() {
  return DelayedAggregation::withRate(
      {{.key = "shift_rate",
        .label = "Shifts' rate is",
        .unit = "",
        .help = "1 / (1 + ω) of an unbiased compressor whose variance ω is proven (of others 1, as "
                "in EF21), or chosen.",
        .kind = Choice{"automatic", {"automatic", "chosen"}, {"1 / (1 + ω)", "chosen"}},
        .change = Change::BetweenIterations},
       {.key = "alpha",
        .label = "Shifts' rate α",
        .unit = "",
        .help = "How much of a message a worker's shift takes in.",
        .kind = Real{0.1, 1e-6, 1.0, Scale::Log},
        .change = Change::BetweenIterations,
        .onlyWith = Condition{"shift_rate", "chosen"}}});
}

}  // namespace

AlgorithmEntry diana() {
  AlgorithmEntry entry;
  entry.key = "diana";
  entry.name = "DIANA";
  entry.summary =
      "Every worker sends the compressed difference between its gradient and a shift that learns "
      "it, so that an unbiased compressor's noise dies away at the minimum.";
  entry.source =
      "Mishchenko, Gorbunov, Takáč and Richtárik, Distributed learning with compressed gradient "
      "differences, 2019";
  entry.parameters = dianaParameters();
  entry.make = [](const Settings& settings) { return std::make_unique<Diana>(settings); };
  entry.usualCompressor = "rand-k";
  entry.usualCompression = {{"scaling", std::string("unbiased")}};
  return entry;
}

}  // namespace telegrad
