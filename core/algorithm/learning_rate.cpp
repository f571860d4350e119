// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/learning_rate.h"

#include <cmath>

namespace telegrad {

LearningRate::LearningRate(const Settings& settings)
    : rate_(settings.real("learning_rate")),
      decayFactor_(settings.real("decay_factor")),
      decayEpoch_(settings.integer("decay_epoch")) {}

double LearningRate::at(double epoch) const {
  const bool decayed = decayEpoch_ > 0 && std::floor(epoch) >= static_cast<double>(decayEpoch_);
  return decayed ? rate_ * decayFactor_ : rate_;
}

std::vector<Parameter> LearningRate::parameters() {
  return {{.key = "learning_rate",
           .label = "Learning rate γ",
           .unit = "",
           .help = "Multiplies each worker's gradient; the server adds the workers up, so the rate "
                   "on the mean gradient is γ times the number of workers.",
           .kind = Real{0.005, 1e-6, 10.0, Scale::Log, SliderRange{1e-4, 0.1}},
           .change = Change::BetweenIterations},
          {.key = "decay_epoch",
           .label = "Decay from epoch",
           .unit = "",
           .help = "The epoch, counted from 0, from which the learning rate is multiplied by the "
                   "decay factor; 0 for never.",
           .kind = Integer{0, 0, 100000}},
          {.key = "decay_factor",
           .label = "Decay factor",
           .unit = "",
           .help = "What the learning rate is multiplied by from the decay epoch on.",
           .kind = Real{0.1, 1e-6, 1.0, Scale::Log}}};
}

}  // namespace telegrad
