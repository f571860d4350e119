// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/message_size.h"

#include <cmath>
#include <cstdint>

namespace telegrad {

std::vector<Parameter> MessageSize::parameters() {
  return {{.key = "emulated_gradient",
           .label = "Emulated gradient",
           .unit = "bit",
           .help = "Size of the dense gradient that the links see: every message is scaled to "
                   "it, as if a model of that size were trained (GPT-2 124M: 3.97 Gbit); 0 "
                   "for the real size. Bits that are counted stay real.",
           .kind = Real{0.0, 0.0, 1e13, Scale::Log, SliderRange{1e6, 1e11}},
           .change = Change::BetweenIterations},
          {.key = "message_size",
           .label = "Messages as large as",
           .unit = "",
           .help = "What the links carry of an upload: its bytes, or its values alone, as the "
                   "papers' time models count.",
           .kind = Choice{"bytes", {"bytes", "values"}, {"Their bytes", "Their values"}}}};
}

void MessageSize::configure(const Settings& settings) {
  emulatedGradient_ = settings.real("emulated_gradient");
  valuesAlone_ = settings.choice("message_size") == "values";
}

Bytes MessageSize::scaled(Bytes size, const WorkerLoad& load) const {
  const Bytes model = load.model.value != 0 ? load.model : load.broadcast;
  if (emulatedGradient_ == 0.0 || model.value == 0) return size;
  const double factor = emulatedGradient_ / (8.0 * static_cast<double>(model.value));
  return {static_cast<std::int64_t>(std::ceil(static_cast<double>(size.value) * factor))};
}

}  // namespace telegrad
