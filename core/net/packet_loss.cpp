// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/packet_loss.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace telegrad {
namespace {

constexpr std::int64_t kOneByOne = std::int64_t{1} << 16;
constexpr double kManyChanges = 1e4;
constexpr double kManyLost = 1e3;

}  // namespace

double LossModel::mean() const {
  const double changes = toGood + toBad;
  return changes > 0.0 ? (toGood * lossGood + toBad * lossBad) / changes : lossGood;
}

PacketLoss::PacketLoss(LossModel model, std::uint64_t seed, std::uint32_t link)
    : random_(seed, Purpose::Loss, link) {
  setModel(model);
}

void PacketLoss::setModel(const LossModel& model) {
  assert(model.lossGood < 1.0 && (model.lossBad < 1.0 || model.toGood > 0.0));
  model_ = model;
}

std::int64_t PacketLoss::lostOf(std::int64_t packets) {
  if (packets > kOneByOne) return lostOfMany(packets);
  std::int64_t lost = 0;
  for (std::int64_t i = 0; i < packets; ++i) {
    if (random_.uniform() < (bad_ ? model_.toGood : model_.toBad)) bad_ = !bad_;
    if (random_.uniform() < (bad_ ? model_.lossBad : model_.lossGood)) ++lost;
  }
  return lost;
}

std::int64_t PacketLoss::lostOfMany(std::int64_t packets) {
  const auto& [toBad, toGood, lossGood, lossBad] = model_;
  const double share = toBad + toGood > 0.0 ? toBad / (toBad + toGood) : 0.0;
  if (2.0 * share * toGood * static_cast<double>(packets) > kManyChanges) {
    // The states of packets k apart correlate as r^k, which widens a sum's variance.
    const double r = 1.0 - toBad - toGood;
    const double p = model_.mean();
    const double states = share * (1.0 - share) * (lossBad - lossGood) * (lossBad - lossGood);
    bad_ = random_.uniform() < share;
    const auto count = static_cast<double>(packets);
    return nearNormal(packets, count * p, count * (p * (1.0 - p) + 2.0 * states * r / (1.0 - r)));
  }
  std::int64_t lost = 0;
  std::int64_t left = packets;
  for (std::int64_t stretch = untilChange(bad_ ? toGood : toBad);; bad_ = !bad_) {
    const std::int64_t here = std::min(stretch, left);
    lost += binomial(here, bad_ ? lossBad : lossGood);
    left -= here;
    if (left == 0) return lost;
    // The packet before which the state changes is of the next one.
    const std::int64_t further = untilChange(bad_ ? toBad : toGood);
    stretch = further == std::numeric_limits<std::int64_t>::max() ? further : further + 1;
  }
}

/// Packets before the one before which the state changes.
std::int64_t PacketLoss::untilChange(double chance) {
  constexpr double kMost = 9e18;
  if (chance >= 1.0) return 0;
  if (chance <= 0.0) return std::numeric_limits<std::int64_t>::max();
  const double drawn = std::floor(std::log1p(-random_.uniform()) / std::log1p(-chance));
  return drawn < kMost ? static_cast<std::int64_t>(drawn)
                       : std::numeric_limits<std::int64_t>::max();
}

std::int64_t PacketLoss::binomial(std::int64_t packets, double chance) {
  // Whatever is rarer is counted.
  const bool countsKept = chance > 0.5;
  const double rarer = countsKept ? 1.0 - chance : chance;
  const double mean = static_cast<double>(packets) * rarer;
  std::int64_t count = 0;
  if (mean > kManyLost)
    count = nearNormal(packets, mean, mean * (1.0 - rarer));
  else
    for (std::int64_t left = packets, others = untilChange(rarer); others < left;
         others = untilChange(rarer), ++count)
      left -= others + 1;
  return countsKept ? packets - count : count;
}

std::int64_t PacketLoss::nearNormal(std::int64_t packets, double mean, double variance) {
  const double drawn = std::round(mean + std::sqrt(variance) * random_.normal());
  return static_cast<std::int64_t>(std::clamp(drawn, 0.0, static_cast<double>(packets)));
}

Recovery PacketLoss::recover(std::int64_t packets) {
  Recovery recovery;
  for (std::int64_t missing = packets; missing > 0; missing = lostOf(missing)) {
    if (recovery.rounds == kMostRounds) {
      recovery.complete = false;
      break;
    }
    recovery.sent += missing;
    ++recovery.rounds;
  }
  return recovery;
}

}  // namespace telegrad
