// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <bit>
#include <cstdint>

#include "core/base/random.h"
#include "core/base/state.h"

namespace telegrad {

/// Loss of packets in a chain of two states (Gilbert and Elliott): before each packet the state
/// changes with a probability, and a packet is lost with that of its state. Bernoulli's independent
/// loss is the chain that stays in its good state.
///
/// Source: Gilbert, Capacity of a Burst-Noise Channel, BSTJ 1960; Elliott, Estimates of Error Rates
/// for Codes on Burst-Noise Channels, BSTJ 1963.
struct LossModel {
  double toBad = 0.0;     ///< good to bad, in [0, 1]
  double toGood = 1.0;    ///< bad to good, in [0, 1]
  double lossGood = 0.0;  ///< in [0, 1)
  double lossBad = 0.0;   ///< in [0, 1]

  static LossModel bernoulli(double loss) { return {0.0, 1.0, loss, 0.0}; }
  /// Whether it can lose anything.
  bool loses() const { return lossGood > 0.0 || (toBad > 0.0 && lossBad > 0.0); }
  bool operator==(const LossModel&) const = default;
  void exchange(StateArchive& state) { state(toBad, toGood, lossGood, lossBad); }

  /// Share of packets that are lost in the long run:
  /// (toGood * lossGood + toBad * lossBad) / (toGood + toBad); in the good state if neither
  /// changes.
  double mean() const;
};

/// What a message costs on a lossy link.
struct Recovery {
  std::int64_t sent = 0;    ///< packets, with those sent again
  std::int64_t rounds = 0;  ///< the first, and one for each time that packets were sent again
  bool complete = true;     ///< false: some were still missing after PacketLoss::kMostRounds
};

/// The losses of one link, packet by packet; begins in the good state.
///
/// Threads: one.
class PacketLoss {
 public:
  /// A sender gives up after so many rounds.
  static constexpr std::int64_t kMostRounds = 10'000;

  /// The model must not lose every packet for ever: lossGood < 1, and lossBad < 1 or toGood > 0.
  PacketLoss(LossModel model, std::uint64_t seed, std::uint32_t link);

  /// Another model from the next packet on; the state stays.
  void setModel(const LossModel& model);

  /// How many of the next `packets` are lost. One by one up to 2^16 packets. Of more, the states'
  /// lengths are drawn and how many of each are lost; where that is a number of many, or the state
  /// changes very often, from the normal distribution of the same mean and variance.
  std::int64_t lostOf(std::int64_t packets);

  /// Sends a message of that many packets until none is missing, by selective repeat: after each
  /// round its lost packets, and only they, are sent again, one round-trip time after the last
  /// packet of the round has left. So the message takes (rounds - 1) round trips and the
  /// serialisation of sent - packets packets longer than without loss.
  ///
  /// With independent loss p the mean of `sent` is packets / (1 - p). Ends after kMostRounds.
  Recovery recover(std::int64_t packets);
  void exchange(StateArchive& state) {
    state(model_, bad_);
    auto words = std::bit_cast<std::array<std::uint64_t, sizeof(Random) / 8>>(random_);
    state(words);
    random_ = std::bit_cast<Random>(words);
  }

 private:
  std::int64_t lostOfMany(std::int64_t packets);
  std::int64_t untilChange(double chance);
  std::int64_t binomial(std::int64_t packets, double chance);
  std::int64_t nearNormal(std::int64_t packets, double mean, double variance);

  LossModel model_;
  Random random_;
  bool bad_ = false;
};

}  // namespace telegrad
