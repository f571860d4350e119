// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/packet_loss.h"

#include <cassert>

namespace telegrad {

double LossModel::mean() const {
  const double changes = toGood + toBad;
  return changes > 0.0 ? (toGood * lossGood + toBad * lossBad) / changes : lossGood;
}

PacketLoss::PacketLoss(LossModel model, std::uint64_t seed, std::uint32_t link)
    : model_(model),
      random_(seed, Purpose::Loss, link) {
  assert(model.lossGood < 1.0 && (model.lossBad < 1.0 || model.toGood > 0.0));
}

std::int64_t PacketLoss::lostOf(std::int64_t packets) {
  std::int64_t lost = 0;
  for (std::int64_t i = 0; i < packets; ++i) {
    if (random_.uniform() < (bad_ ? model_.toGood : model_.toBad)) bad_ = !bad_;
    if (random_.uniform() < (bad_ ? model_.lossBad : model_.lossGood)) ++lost;
  }
  return lost;
}

Recovery PacketLoss::recover(std::int64_t packets) {
  Recovery recovery;
  for (std::int64_t missing = packets; missing > 0; missing = lostOf(missing)) {
    recovery.sent += missing;
    ++recovery.rounds;
  }
  return recovery;
}

}  // namespace telegrad
