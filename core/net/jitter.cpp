// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/jitter.h"

#include <algorithm>
#include <cmath>

#include "core/base/random.h"

namespace telegrad {

Propagation::Propagation(Jitter jitter, std::uint64_t seed, std::uint32_t link)
    : jitter_(jitter),
      seed_(seed),
      link_(link) {}

double Propagation::draw() {
  Random random(seed_, Purpose::Jitter, link_, message_++);
  switch (jitter_.kind) {
    case Jitter::Kind::None:
      break;
    case Jitter::Kind::Uniform:
      return random.uniform(-1.0, 1.0);
    case Jitter::Kind::Normal:
      return random.normal();
    case Jitter::Kind::Exponential:
      return -std::log(1.0 - random.uniform());
  }
  return 0.0;
}

SimTime Propagation::arrival(SimTime departure, SimTime latency) {
  const SimTime extra = simTime(draw() * seconds(jitter_.spread));
  const SimTime raw = departure + std::max(SimTime{0}, latency + extra);
  if (!jitter_.keepsOrder) return raw;
  last_ = std::max(last_, raw);
  return last_;
}

}  // namespace telegrad
