// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "core/algorithm/blocks.h"
#include "core/algorithm/delayed_aggregation.h"
#include "core/algorithm/mean_aggregation.h"

namespace telegrad {
namespace {

constexpr std::size_t kBits = 8;  // of a byte of the vote

/// Signum: workers vote on the direction of each weight, by the signs of their momenta:
///
///   u_i <- (1 - m) g_i + m u_i,   V = sign(sum_i C(u_i)),   x <- x - gamma V
///
/// With C the sign operator, sum_i C(u_i) is the majority, a tie being +1; m = 0 is signSGD with
/// majority vote. u_i begins as zero. Any compressor will do: then the signs are of what it
/// delivers, added up.
///
/// What comes back is the vote, a bit for each weight: the first iteration's broadcast is the
/// weights, each later one's V of the step before, to be applied by the worker.
///
/// Who is away has no vote, and goes on with its u_i when it is back.
///
/// Source: Bernstein, Wang, Azizzadenesheli and Anandkumar, signSGD: Compressed optimisation for
///   non-convex problems, ICML 2018; with majority vote: Bernstein, Zhao, Azizzadenesheli and
///   Anandkumar, ICLR 2019.
class Signum final : public MeanAggregation {
 public:
  explicit Signum(const Settings& settings) : MeanAggregation(settings) {
    Signum::configure(settings);
  }

  void configure(const Settings& settings) override {
    MeanAggregation::configure(settings);
    momentum_ = settings.real("momentum");
  }
  void begin(std::size_t workers, const Layout& layout) override {
    MeanAggregation::begin(workers, layout);
    momenta_.assign(workers, FloatVector(elementCount(layout)));
    vote_.assign((elementCount(layout) + kBits - 1) / kBits, std::byte{0});
  }
  void exchange(StateArchive& state) override { state(momenta_, vote_); }
  Result<WorkerReport> work(const WorkerTurn& turn, Payload& payload) override;
  Result<double> step(std::span<const WorkerReport> reports, std::span<Payload> payloads,
                      const Compressor& compressor, std::span<const float> weights,
                      std::span<float> next, const ParallelRanges& parallel) override;
  std::optional<Bytes> broadcast(std::int64_t iteration) const override {
    if (iteration == 0) return std::nullopt;
    return Bytes{static_cast<std::int64_t>(vote_.size())};
  }

 private:
  /// The votes for the weights from `begin` on, a set bit for minus, and the step they make.
  void count(std::size_t begin, std::span<const float> sum);
  void apply(std::size_t begin, std::span<const float> from, std::span<float> to) const;

  double momentum_ = 0.0;
  std::vector<FloatVector> momenta_;  // u, one a worker
  std::vector<std::byte> vote_;       // V
};

static_assert(kBlock % kBits == 0, "blocks share no byte of the vote");

Result<WorkerReport> Signum::work(const WorkerTurn& turn, Payload& payload) {
  auto& momentum = momenta_[turn.worker];
  WorkerReport report;
  report.loss = turn.gradient->differentiate(*turn.weights);
  scale(static_cast<float>(momentum_), momentum, momentum);
  turn.gradient->addTo(static_cast<float>(1.0 - momentum_), momentum);
  auto sent = turn.compressor->compress(momentum, *turn.layout, *turn.random, payload);
  if (!sent) return sent.error();
  return report;
}

void Signum::count(std::size_t begin, std::span<const float> sum) {
  for (std::size_t i = 0; i < sum.size(); i += kBits) {
    unsigned bits = 0;
    for (std::size_t b = 0; b < std::min(kBits, sum.size() - i); ++b)
      if (sum[i + b] < 0.0F) bits |= 1U << b;
    vote_[(begin + i) / kBits] = static_cast<std::byte>(bits);
  }
}

void Signum::apply(std::size_t begin, std::span<const float> from, std::span<float> to) const {
  const auto step = static_cast<float>(rate());
  for (std::size_t i = 0; i < from.size(); ++i) {
    const std::size_t j = begin + i;
    const bool minus =
        ((vote_[j / kBits] >> static_cast<int>(j % kBits)) & std::byte{1}) != std::byte{0};
    to[i] = minus ? from[i] + step : from[i] - step;
  }
}

Result<double> Signum::step(std::span<const WorkerReport> reports, std::span<Payload> payloads,
                            const Compressor& compressor, std::span<const float> weights,
                            std::span<float> next, const ParallelRanges& parallel) {
  if (auto received = receive(reports, payloads, compressor); !received) return received.error();
  return sumOverBlocks(weights.size(), parallel, [&](std::size_t begin, std::size_t size) {
    std::array<float, kBlock> buffer{};
    const std::span sum(buffer.data(), size);
    addInTurn(updates(), sum, begin);
    count(begin, sum);
    const auto from = weights.subspan(begin, size);
    const auto to = next.subspan(begin, size);
    apply(begin, from, to);
    return squaredDistance(to, from);
  });
}

std::vector<Parameter> signumParameters() {
  auto parameters = DelayedAggregation::withRate(
      {{.key = "momentum",
        .label = "Momentum m",
        .unit = "",
        .help = "Share of the momentum before in the new one; 0 is signSGD with majority vote.",
        .kind = Real{.initial = 0.9, .min = 0.0, .max = 0.9999},
        .change = Change::BetweenIterations}});
  for (auto& parameter : parameters) {
    if (parameter.key != "learning_rate") continue;
    parameter.help = "How far every weight moves in every iteration.";
    parameter.kind = Real{0.001, 1e-6, 10.0, Scale::Log, SliderRange{1e-5, 0.1}};
  }
  return parameters;
}

}  // namespace

AlgorithmEntry signum() {
  AlgorithmEntry entry;
  entry.key = "signum";
  entry.name = "Signum";
  entry.summary =
      "Workers send the signs of their momenta and receive the majority's: a bit for each weight "
      "both ways. Without momentum it is signSGD with majority vote.";
  entry.source =
      "Bernstein, Wang, Azizzadenesheli and Anandkumar, signSGD, ICML 2018; Bernstein, Zhao, "
      "Azizzadenesheli and Anandkumar, signSGD with majority vote, ICLR 2019";
  entry.parameters = signumParameters();
  entry.make = [](const Settings& settings) { return std::make_unique<Signum>(settings); };
  entry.usualCompressor = "sign";
  return entry;
}

}  // namespace telegrad
