// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <optional>

#include "core/algorithm/delayed_aggregation.h"
#include "core/algorithm/mean_aggregation.h"
#include "core/algorithm/whole_vector.h"

namespace telegrad {
namespace {

/// MARINA: a coin that all see alike says whether workers send whole gradients or compressed
/// differences between two gradients of one minibatch, at the weights now and at those before:
///
///   g_i^k = g_i(x^k)                                with probability p, and for k = 0
///   g_i^k = g^{k-1} + Q(g_i(x^k) - g_i(x^{k-1}))    otherwise
///   g^k = mean_i g_i^k,   x^{k+1} = x^k - gamma g^k
///
/// p = 1 / (1 + omega) = 1 / zeta where Q is proven to be in U(zeta), else 1 / delta where it is
/// proven to be in B3(delta), else 1/10; or as set. A worker differentiates twice where it sends a
/// difference.
///
/// Who is away sends zero. Back, it sends the difference from where it last was; if whole gradients
/// have been sent meanwhile, of which it had no part, from zero.
///
/// Source: Gorbunov, Burlachenko, Li and Richtarik, MARINA: Faster non-convex distributed learning
///   with compression, ICML 2021.
class Marina final : public MeanAggregation {
 public:
  explicit Marina(const Settings& settings)
      : MeanAggregation(settings),
        seed_(static_cast<std::uint64_t>(settings.integer("coin_seed"))) {
    Marina::configure(settings);
  }

  void configure(const Settings& settings) override {
    MeanAggregation::configure(settings);
    automatic_ = settings.choice("probability_is") == "automatic";
    chosen_ = settings.real("probability");
  }
  void compressorIs(const ClassParameters& classes) override { classes_ = classes; }
  void begin(std::size_t workers, const Layout& layout) override {
    MeanAggregation::begin(workers, layout);
    references_.assign(workers, nullptr);
    sum_.assign(elementCount(layout), 0.0F);
  }
  void exchange(StateArchive& state) override {
    for (auto& reference : references_) state.shared(reference);
    state(sum_);
  }
  void prepare(std::int64_t iteration, double epoch) override {
    MeanAggregation::prepare(iteration, epoch);
    Random coin(seed_, Purpose::SharedDraw, 0, static_cast<std::uint64_t>(iteration));
    whole_ = iteration == 0 || coin.uniform() < probability();
  }
  Result<WorkerReport> work(const WorkerTurn& turn, Payload& payload) override;
  Result<double> step(std::span<const WorkerReport> reports, std::span<Payload> payloads,
                      const Compressor& compressor, std::span<const float> weights,
                      std::span<float> next, const ParallelRanges& parallel) override;

 private:
  double probability() const {
    constexpr double kUnproven = 0.1;
    if (!automatic_) return chosen_;
    if (classes_.zeta) return 1.0 / *classes_.zeta;
    return classes_.delta ? 1.0 / *classes_.delta : kUnproven;
  }

  std::uint64_t seed_;
  bool automatic_ = true;
  double chosen_ = 0.1;
  ClassParameters classes_;
  bool whole_ = true;                 // what the coin of the iteration in hand says
  std::vector<Snapshot> references_;  // where a worker's last gradient was; null: zero counts
  FloatVector sum_;                   // n g
};

Result<WorkerReport> Marina::work(const WorkerTurn& turn, Payload& payload) {
  auto& reference = references_[turn.worker];
  const auto scratch = turn.scratch;
  std::ranges::fill(scratch, 0.0F);
  WorkerReport report;
  if (!whole_ && reference) {
    turn.gradient->differentiate(*reference);
    turn.gradient->write(-1.0F, scratch);
    report.gradients = 2;
  }
  report.loss = turn.gradient->differentiate(*turn.weights);
  if (!whole_ && reference)
    turn.gradient->addTo(1.0F, scratch);
  else
    turn.gradient->write(1.0F, scratch);
  reference = turn.weights;
  auto sent = whole_ ? writeWhole(scratch, *turn.layout, payload)
                     : turn.compressor->compress(scratch, *turn.layout, *turn.random, payload);
  if (!sent) return sent.error();
  return report;
}

Result<double> Marina::step(std::span<const WorkerReport> reports, std::span<Payload> payloads,
                            const Compressor& compressor, std::span<const float> weights,
                            std::span<float> next, const ParallelRanges& parallel) {
  auto received = whole_ ? receive(reports, payloads,
                                   [this](const Payload& payload, Update& update) {
                                     return readWhole(payload, layout(), update);
                                   })
                         : receive(reports, payloads, compressor);
  if (!received) return received.error();
  if (whole_) {
    std::ranges::fill(sum_, 0.0F);
    for (std::size_t m = 0; m < workers(); ++m)
      if (!isUpload(reports[m].outcome)) references_[m] = nullptr;
  }
  return descend(rate(), sum_, weights, next, parallel);
}

std::vector<Parameter> marinaParameters() {
  return DelayedAggregation::withRate(
      {{.key = "probability_is",
        .label = "Whole gradients",
        .unit = "",
        .help = "How often: with the probability 1 / (1 + ω) of an unbiased compressor whose "
                "variance ω is proven (of others 1 / δ, or 0.1), or a chosen one.",
        .kind = Choice{"automatic", {"automatic", "chosen"}, {"1 / (1 + ω)", "chosen"}},
        .change = Change::BetweenIterations},
       {.key = "probability",
        .label = "Probability p",
        .unit = "",
        .help = "Of an iteration in which all send whole gradients.",
        .kind = Real{.initial = 0.1, .min = 1e-6, .max = 1.0, .scale = Scale::Log, .share = true},
        .change = Change::BetweenIterations,
        .onlyWith = Condition{"probability_is", "chosen"}},
       {.key = "coin_seed",
        .label = "Coin's seed",
        .unit = "",
        .help = "Begins the coin tosses, which all workers see alike.",
        .kind = Integer{1, 0, 1'000'000'000}}});
}

}  // namespace

AlgorithmEntry marina() {
  AlgorithmEntry entry;
  entry.key = "marina";
  entry.name = "MARINA";
  entry.summary =
      "Workers send compressed differences of successive gradients, and now and then, as a shared "
      "coin says, whole ones.";
  entry.source =
      "Gorbunov, Burlachenko, Li and Richtárik, MARINA: Faster non-convex distributed learning "
      "with compression, ICML 2021";
  entry.parameters = marinaParameters();
  entry.make = [](const Settings& settings) { return std::make_unique<Marina>(settings); };
  entry.usualCompressor = "rand-k";
  entry.usualCompression = {{"scaling", std::string("unbiased")}};
  return entry;
}

}  // namespace telegrad
