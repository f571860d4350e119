// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/slow_phases.h"

#include <algorithm>
#include <cmath>

#include "core/base/random.h"

namespace telegrad {
namespace {

/// An exponential draw has no largest value; the clock has one.
constexpr double kLongestMeans = 40.0;

SimTime lengthOf(double seconds) {
  return std::max(simTime(seconds), SimTime{1});
}

}  // namespace

SlowPhases::SlowPhases(const SlowPhasesOptions& options, std::uint64_t seed, std::uint32_t worker)
    : options_(options),
      seed_(seed),
      worker_(worker) {
  draw();
}

/// Begins the pair's first phase where the last one ended.
void SlowPhases::draw() {
  Random random(seed_, Purpose::ComputeTime, worker_, pair_);
  const auto exponential = [&] {
    return std::min(-std::log(1.0 - random.uniform()), kLongestMeans);
  };
  double share = 1.0;
  double slowShare = 1.0;
  if (!options_.regular) {
    share = exponential();
    slowShare = exponential();
  } else if (pair_ == 0) {
    share = random.uniform();
  }
  end_ += lengthOf(share * options_.everySeconds);
  later_ = lengthOf(slowShare * options_.forSeconds);
}

void SlowPhases::next() {
  slow_ = !slow_;
  if (slow_) {
    end_ += later_;
  } else {
    ++pair_;
    draw();
  }
}

SimTime SlowPhases::finish(SimTime start, SimTime work) {
  while (end_ <= start) next();
  // This one stays: the next piece of work may begin within the same phase.
  SlowPhases phase = *this;
  SimTime now = start;
  auto left = static_cast<double>(work.count());
  for (;;) {
    const double pace = phase.slow_ ? options_.factor : 1.0;
    const auto room = static_cast<double>((phase.end_ - now).count());
    if (left * pace <= room) return now + SimTime{std::llround(left * pace)};
    left -= room / pace;
    now = phase.end_;
    phase.next();
  }
}

}  // namespace telegrad
