// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <bit>
#include <vector>

#include "core/net/collective.h"

namespace telegrad {
namespace {

/// Two binary trees, each of which adds up one half of the vectors and hands the sum back down, at
/// the same time. Whoever has children in one of them is a leaf in the other, so that a port sends
/// two vectors in all, where in one tree it may be three.
///
/// Both have the same shape, of places 1 ... n in order, at the top the largest power of two. Odd
/// places are leaves; below an even one whose lowest set bit is b are the one at b / 2 before it
/// and the one at b / 2 behind it or, beyond n, at the largest smaller power of two that is not.
/// The second tree's places are the first's mirrored if n is even, else shifted by one: either way
/// odd places fall on workers with even ones.
class DoubleTree {
 public:
  explicit DoubleTree(std::uint32_t ranks) : ranks_(ranks), top_(std::bit_floor(ranks)) {
    for (std::uint32_t tree = 0; tree < kTrees; ++tree) {
      up_.at(tree).resize(ranks + 1, Leg::kNone);
      down_.at(tree).resize(ranks + 1, Leg::kNone);
    }
  }

  Schedule build() {
    for (std::uint32_t bit = 1; bit <= top_; bit *= 2) atEach(bit, &DoubleTree::sendUp);
    for (std::uint32_t bit = top_; bit > 1; bit /= 2) atEach(bit, &DoubleTree::sendDown);
    return {ranks_, std::move(legs_)};
  }

 private:
  static constexpr std::uint32_t kTrees = 2;
  static constexpr std::uint32_t kNobody = 0;

  /// At the places, of both trees, whose lowest set bit that is.
  void atEach(std::uint32_t bit, void (DoubleTree::*pass)(std::uint32_t, std::uint32_t)) {
    for (std::uint32_t tree = 0; tree < kTrees; ++tree)
      for (std::uint32_t place = bit; place <= ranks_; place += 2 * bit) (this->*pass)(tree, place);
  }

  std::uint32_t rank(std::uint32_t tree, std::uint32_t place) const {
    if (tree == 0) return place - 1;
    return ranks_ % 2 == 0 ? ranks_ - place : place % ranks_;
  }

  std::array<std::uint32_t, 2> children(std::uint32_t place) const {
    const std::uint32_t bit = place & (~place + 1);
    if (bit == 1) return {kNobody, kNobody};
    std::uint32_t behind = bit / 2;
    while (behind > 0 && place + behind > ranks_) behind /= 2;
    return {place - bit / 2, behind > 0 ? place + behind : kNobody};
  }

  /// Those that bring the children's sums.
  std::array<std::uint32_t, 2> sumsAt(std::uint32_t tree, std::uint32_t place) const {
    const auto [first, second] = children(place);
    return {up_.at(tree)[first], up_.at(tree)[second]};
  }

  std::uint32_t send(std::uint32_t tree, std::uint32_t from, std::uint32_t to,
                     std::array<std::uint32_t, 2> after) {
    legs_.push_back({.source = rank(tree, from),
                     .destination = rank(tree, to),
                     .origin = rank(tree, from),
                     .part = tree,
                     .parts = kTrees,
                     .after = after});
    return static_cast<std::uint32_t>(legs_.size() - 1);
  }

  void sendUp(std::uint32_t tree, std::uint32_t place) {
    if (place == top_) return;
    up_.at(tree)[place] = send(tree, place, parent(place), sumsAt(tree, place));
  }

  void sendDown(std::uint32_t tree, std::uint32_t place) {
    const auto after =
        place == top_ ? sumsAt(tree, place) : std::array{down_.at(tree)[place], Leg::kNone};
    for (const auto child : children(place))
      if (child != kNobody) down_.at(tree)[child] = send(tree, place, child, after);
  }

  std::uint32_t parent(std::uint32_t place) const {
    std::uint32_t above = top_;
    for (;;) {
      const auto [first, second] = children(above);
      if (first == place || second == place) return above;
      above = place < above ? first : second;
    }
  }

  std::uint32_t ranks_;
  std::uint32_t top_;  // place
  std::vector<Leg> legs_;
  // Of each tree, by place, of which there is none 0: the legs to and from the one above.
  std::array<std::vector<std::uint32_t>, kTrees> up_;
  std::array<std::vector<std::uint32_t>, kTrees> down_;
};

Schedule doubleTreeLegs(std::uint32_t ranks) {
  return DoubleTree(ranks).build();
}

}  // namespace

Entry<Topology> doubleTreeAllReduce() {
  return collective(
      {.key = "double-tree-all-reduce",
       .name = "Double tree all-reduce",
       .summary =
           "No server: two binary trees at once, each for half of every gradient; who passes "
           "on in one is a leaf of the other. For whole gradients; few steps, half vectors "
           "in each.",
       .source = "Sanders, Speck and Träff, Two-tree algorithms for full bandwidth broadcast, "
                 "reduction and scan, Parallel Computing 2009",
       .sums = true,
       .schedule = doubleTreeLegs});
}

}  // namespace telegrad
