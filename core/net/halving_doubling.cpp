// SPDX-License-Identifier: GPL-3.0-or-later
#include <bit>

#include "core/net/collective.h"

namespace telegrad {
namespace {

/// Among the largest power of two 2^p of ranks: in p steps every rank exchanges half of what it is
/// still responsible for with the one at distance 2^(p-1), then 2^(p-2), ... 1, and adds; then it
/// has a 2^p-th of the sum, of all 2^p parts the one of its number. In p more steps the exchanges
/// go back, each doubling what a rank has.
///
/// The other ranks, 2^p and on, are folded: rank 2^p + i sends its whole vector to rank i first,
/// and gets the whole sum back in the end.
class Builder {
 public:
  explicit Builder(std::uint32_t ranks)
      : ranks_(ranks),
        core_(std::bit_floor(ranks)),
        last_(ranks, Leg::kNone) {}

  Schedule build() {
    for (std::uint32_t extra = core_; extra < ranks_; ++extra) step({{extra, extra - core_, 0}}, 1);
    for (std::uint32_t distance = core_ / 2; distance > 0; distance /= 2)
      exchange(distance, Gives::WhatTheOtherKeeps);
    for (std::uint32_t distance = 1; distance < core_; distance *= 2)
      exchange(distance, Gives::WhatItHas);
    for (std::uint32_t extra = core_; extra < ranks_; ++extra) step({{extra - core_, extra, 0}}, 1);
    return {ranks_, std::move(legs_)};
  }

 private:
  struct Pair {
    std::uint32_t source = 0;
    std::uint32_t destination = 0;
    std::uint32_t part = 0;
  };
  enum class Gives { WhatTheOtherKeeps, WhatItHas };

  /// Of core / distance parts, rank r is responsible for number r / distance.
  void exchange(std::uint32_t distance, Gives gives) {
    std::vector<Pair> pairs;
    for (std::uint32_t rank = 0; rank < core_; ++rank) {
      const std::uint32_t other = rank ^ distance;
      pairs.push_back({rank, other, (gives == Gives::WhatItHas ? rank : other) / distance});
    }
    step(pairs, core_ / distance);
  }

  /// Messages at once, each after what its source has received last.
  void step(const std::vector<Pair>& pairs, std::uint32_t parts) {
    auto received = last_;
    for (const auto& [source, destination, part] : pairs) {
      received[destination] = static_cast<std::uint32_t>(legs_.size());
      legs_.push_back({.source = source,
                       .destination = destination,
                       .origin = source,
                       .part = part,
                       .parts = parts,
                       .after = {last_[source], Leg::kNone}});
    }
    last_ = std::move(received);
  }

  std::uint32_t ranks_;
  std::uint32_t core_;
  std::vector<Leg> legs_;
  std::vector<std::uint32_t> last_;  // by rank: the leg that it receives last so far
};

Schedule halvingDoublingLegs(std::uint32_t ranks) {
  return Builder(ranks).build();
}

}  // namespace

Entry<Topology> halvingDoubling() {
  return collective(
      {.key = "halving-doubling",
       .name = "Halving-doubling all-reduce",
       .summary = "No server: workers exchange halves, quarters and so on with ever nearer ones "
                  "and then back. For whole gradients; best for powers of two.",
       .source =
           "Rabenseifner, Optimization of collective reduction operations, ICCS 2004; Thakur, "
           "Rabenseifner and Gropp, IJHPCA 2005",
       .sums = true,
       .schedule = halvingDoublingLegs});
}

}  // namespace telegrad
