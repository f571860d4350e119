// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "core/algorithm/delayed_aggregation.h"
#include "core/algorithm/fraction_parameter.h"
#include "core/base/said.h"

namespace telegrad {
namespace {

constexpr double kCosineDecay = 0.9;  // below this share of the one before, a cosine's has decayed

/// Accordion: D-EF-SGD with two kept fractions, of which each tensor has the larger one while its
/// gradients change from one interval to the next, and the smaller one while they do not:
///
///   N_l = || sum of the uncompressed gradients of tensor l over the window ||
///   r   = |N_l(before) - N_l| / N_l(before),  9 where N_l(before) is 0
///   r < eta: the small fraction; else the large one
///
/// Worker 1 sums and decides for all, when a window has ended. With intervals of I epochs, windows
/// are the epochs 0, I, 2 I, ..., so that the first with something to be compared with is epoch I,
/// and the first small fraction can be epoch I + 1's. With intervals of iterations they are the
/// intervals themselves, one after the other. The first interval has the large fraction, and so has
/// what follows a decay of the learning rate until the next window has ended: every fall of a
/// schedule in steps or by hand, and of a cosine, which always falls, one by more than a tenth at
/// once.
/// Residuals stay when fractions change. The few bytes that tell the others the decision are not
/// counted.
///
/// Source: Agarwal, Wang, Lee, Venkataraman and Papailiopoulos, Accordion: Adaptive gradient
///   communication via critical learning regime identification, MLSys 2021, and its authors' code.
class Accordion final : public DelayedAggregation {
 public:
  explicit Accordion(const Settings& settings)
      : DelayedAggregation({.errorFeedback = true, .delayed = false}, settings),
        inEpochs_(settings.choice("interval") == "epochs"),
        every_(settings.integer(inEpochs_ ? "interval_epochs" : "interval_iterations")) {
    read(settings);
  }

  void configure(const Settings& settings) override {
    DelayedAggregation::configure(settings);
    read(settings);
  }
  void begin(std::size_t workers, const Layout& layout) override;
  void exchange(StateArchive& state) override {
    DelayedAggregation::exchange(state);
    state(time_, lastRate_, sum_, before_, changing_);
  }
  void prepare(std::int64_t iteration, double epoch) override;
  Result<WorkerReport> work(const WorkerTurn& turn, Payload& payload) override;

 private:
  void read(const Settings& settings) {
    large_ = settings.real("large_fraction");
    small_ = settings.real("small_fraction");
    eta_ = settings.real("eta");
    decay_ = settings.choice("schedule") == "cosine" ? kCosineDecay : 1.0;
  }
  void decide();
  bool inWindow() const { return !inEpochs_ || time_ % every_ == 0; }
  /// Whether the window in hand, if there is one, is over by `now`.
  bool windowEnds(std::int64_t now) const {
    return inEpochs_ ? inWindow() && now != time_ : now / every_ != time_ / every_;
  }

  bool inEpochs_;
  std::int64_t every_;
  double large_ = 1.0;
  double small_ = 1.0;
  double eta_ = 0.5;
  double decay_ = 1.0;  // a rate below this share of the one before has decayed
  Layout tensors_;
  std::int64_t time_ = 0;  // the epoch or the iteration in hand
  double lastRate_ = 0.0;
  FloatVector sum_;                // of worker 1's gradients in this window
  std::vector<double> before_;     // N_l of the last one
  std::vector<bool> changing_;     // whether the tensor has the large fraction
  std::vector<double> fractions_;  // what that comes to
};

void Accordion::begin(std::size_t workers, const Layout& layout) {
  DelayedAggregation::begin(workers, layout);
  tensors_ = layout;
  time_ = 0;
  lastRate_ = 0.0;
  sum_.assign(elementCount(layout), 0.0F);
  before_.assign(layout.size(), 0.0);
  changing_.assign(layout.size(), true);
  fractions_.assign(layout.size(), large_);
}

void Accordion::prepare(std::int64_t iteration, double epoch) {
  DelayedAggregation::prepare(iteration, epoch);
  const auto now = inEpochs_ ? static_cast<std::int64_t>(std::floor(epoch)) : iteration;
  if (windowEnds(now)) decide();
  time_ = now;
  if (rate() < decay_ * lastRate_) changing_.assign(changing_.size(), true);
  lastRate_ = rate();
  for (std::size_t l = 0; l < fractions_.size(); ++l)
    fractions_[l] = changing_[l] ? large_ : small_;
}

/// At the end of a window.
void Accordion::decide() {
  constexpr double kNothingBefore = 9.0;
  for (std::size_t l = 0; l < tensors_.size(); ++l) {
    const auto sum = std::span(sum_).subspan(tensors_[l].offset, tensors_[l].size());
    const double norm = std::sqrt(squaredNorm(sum));
    const double changed =
        before_[l] > 0.0 ? std::abs(before_[l] - norm) / before_[l] : kNothingBefore;
    changing_[l] = !(changed < eta_);
    before_[l] = norm;
  }
  std::ranges::fill(sum_, 0.0F);
}

Result<WorkerReport> Accordion::work(const WorkerTurn& turn, Payload& payload) {
  if (!turn.compressor->setKeptFractions(fractions_))
    return Error{
        said("algorithm %1 chooses a kept fraction for each tensor, and this compressor has none; "
             "allowed: top-k, of each tensor by itself",
             "accordion")};
  auto report = DelayedAggregation::work(turn, payload);
  if (report && turn.worker == 0 && inWindow()) turn.gradient->addTo(1.0F, sum_);
  return report;
}

std::vector<Parameter> accordionParameters() {
  return DelayedAggregation::withRate(
      {fractionParameter("large_fraction", "Large kept fraction", 0.99,
                         "Share of a tensor's entries that is sent while its gradients change."),
       fractionParameter("small_fraction", "Small kept fraction", 0.1,
                         "Share of a tensor's entries that is sent while they do not."),
       {.key = "eta",
        .label = "Threshold η",
        .unit = "",
        .help = "A tensor's gradients change if the norm of their sum does by this share or more.",
        .kind = Real{.initial = 0.5, .min = 0.0, .max = 10.0},
        .change = Change::BetweenIterations},
       {.key = "interval",
        .label = "Interval in",
        .unit = "",
        .help = "Whether the fractions are chosen anew after so many epochs, from the gradients of "
                "the first of them, or after so many iterations, from those of all of them.",
        .kind = Choice{"epochs", {"epochs", "iterations"}, {"epochs", "iterations"}}},
       {.key = "interval_epochs",
        .label = "Interval",
        .unit = "",
        .help = "Epochs after which the fractions are chosen anew.",
        .kind = Integer{10, 1, 100'000, Scale::Log},
        .onlyWith = Condition{"interval", "epochs"}},
       {.key = "interval_iterations",
        .label = "Interval",
        .unit = "",
        .help = "Iterations after which the fractions are chosen anew.",
        .kind = Integer{100, 1, 10'000'000, Scale::Log},
        .onlyWith = Condition{"interval", "iterations"}}});
}

}  // namespace

AlgorithmEntry accordion() {
  AlgorithmEntry entry;
  entry.key = "accordion";
  entry.name = "Accordion";
  entry.summary =
      "D-EF-SGD in which each tensor sends much while its gradients change from one interval to "
      "the next, and little otherwise.";
  entry.source =
      "Agarwal, Wang, Lee, Venkataraman and Papailiopoulos, Accordion: Adaptive gradient "
      "communication via critical learning regime identification, MLSys 2021";
  entry.parameters = accordionParameters();
  entry.make = [](const Settings& settings) { return std::make_unique<Accordion>(settings); };
  entry.usualCompressor = "top-k";
  entry.decides = {"compressor.fraction", "compressor.count"};
  return entry;
}

}  // namespace telegrad
