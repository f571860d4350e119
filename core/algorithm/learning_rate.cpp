// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/learning_rate.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace telegrad {
namespace {

constexpr std::int64_t kMostEpochs = 100000;
constexpr double kLeast = 1e-30;  // of many decays

std::vector<Parameter> stepParameters() {
  const Condition step{"schedule", "step"};
  const std::vector<Condition> never{{"decay_epoch", "0"}};
  return {{.key = "decay_epoch",
           .label = "Decay from epoch",
           .unit = "",
           .help = "The epoch, counted from 0, from which the learning rate is multiplied by the "
                   "decay factor; 0 for never.",
           .kind = Integer{0, 0, kMostEpochs},
           .onlyWith = step},
          {.key = "decay_factor",
           .label = "Decay factor",
           .unit = "",
           .help = "What the learning rate is multiplied by from the decay epoch on.",
           .kind = Real{0.1, 1e-6, 1.0, Scale::Log},
           .onlyWith = step,
           .notWith = never},
          {.key = "decay_every",
           .label = "Decay again every",
           .unit = "",
           .help = "Epochs after the first decay, and after each further one, after which the "
                   "learning rate is multiplied by the factor once more; 0 for one decay alone.",
           .kind = Integer{0, 0, kMostEpochs},
           .onlyWith = step,
           .notWith = never}};
}

std::vector<Parameter> cosineParameters() {
  const Condition cosine{"schedule", "cosine"};
  return {
      {.key = "schedule_epochs",
       .label = "Cosine over epochs",
       .unit = "",
       .help = "Epochs after which the cosine is at its end, and the learning rate stays there.",
       .kind = Integer{20, 1, kMostEpochs, Scale::Log},
       .onlyWith = cosine},
      {.key = "schedule_final",
       .label = "Cosine ends at",
       .unit = "",
       .help = "The share of the learning rate that is left at the cosine's end.",
       .kind = Real{.initial = 0.001, .min = 1e-6, .max = 1.0, .scale = Scale::Log, .share = true},
       .onlyWith = cosine}};
}

std::vector<Parameter> warmUpParameters() {
  return {
      {.key = "rate_warm_up_epochs",
       .label = "Warm-up of the rate, epochs",
       .unit = "",
       .help = "Epochs at the beginning in which the learning rate grows linearly to what the "
               "schedule says; 0 for none.",
       .kind = Integer{0, 0, kMostEpochs}},
      {.key = "rate_warm_up_from",
       .label = "Warm-up of the rate from",
       .unit = "",
       .help = "The share of the learning rate that a warm-up begins with; usual is one over "
               "the number of workers.",
       .kind = Real{.initial = 0.1, .min = 0.001, .max = 1.0, .scale = Scale::Log, .share = true},
       .onlyWith = Condition{"rate_warm_up_epochs", "0", true}}};
}

}  // namespace

LearningRate::LearningRate(const Settings& settings)
    : rate_(settings.real("learning_rate")),
      schedule_(settings.choice("schedule") == "step"     ? Schedule::Step
                : settings.choice("schedule") == "cosine" ? Schedule::Cosine
                                                          : Schedule::Constant),
      decayFactor_(settings.real("decay_factor")),
      decayEpoch_(settings.integer("decay_epoch")),
      decayEvery_(settings.integer("decay_every")),
      scheduleEpochs_(static_cast<double>(settings.integer("schedule_epochs"))),
      finalFraction_(settings.real("schedule_final")),
      warmUpEpochs_(static_cast<double>(settings.integer("rate_warm_up_epochs"))),
      warmUpFrom_(settings.real("rate_warm_up_from")) {}

double LearningRate::scheduled(double epoch) const {
  if (schedule_ == Schedule::Cosine) {
    const double way = std::clamp(epoch / scheduleEpochs_, 0.0, 1.0);
    return finalFraction_ + 0.5 * (1.0 - finalFraction_) * (1.0 + std::cos(std::numbers::pi * way));
  }
  const double late = std::floor(epoch) - static_cast<double>(decayEpoch_);
  if (schedule_ == Schedule::Constant || decayEpoch_ == 0 || late < 0.0) return 1.0;
  if (decayEvery_ == 0) return decayFactor_;
  const double times = 1.0 + std::floor(late / static_cast<double>(decayEvery_));
  return std::max(std::pow(decayFactor_, times), kLeast);
}

double LearningRate::warmUp(double epoch) const {
  if (epoch >= warmUpEpochs_) return 1.0;
  return warmUpFrom_ + (1.0 - warmUpFrom_) * epoch / warmUpEpochs_;
}

bool LearningRate::isConstant() const {
  if (warmUpEpochs_ > 0.0) return false;
  return schedule_ == Schedule::Constant || (schedule_ == Schedule::Step && decayEpoch_ == 0);
}

std::vector<Parameter> LearningRate::parameters() {
  std::vector<Parameter> all{
      {.key = "learning_rate",
       .label = "Learning rate γ",
       .unit = "",
       .help = "Multiplies each worker's gradient; the server adds the workers up, so the rate on "
               "the mean gradient is γ times the number of workers.",
       .kind = Real{0.005, 1e-6, 10.0, Scale::Log, SliderRange{1e-4, 0.1}},
       .change = Change::BetweenIterations},
      {.key = "schedule",
       .label = "Schedule",
       .unit = "",
       .help = "How the learning rate falls over the epochs: not at all, in steps, or as half a "
               "cosine wave.",
       .kind = Choice{"step", {"constant", "step", "cosine"}}}};
  for (const auto& part : {stepParameters(), cosineParameters(), warmUpParameters()})
    all.insert(all.end(), part.begin(), part.end());
  return all;
}

}  // namespace telegrad
