// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/pareto.h"

#include <algorithm>
#include <cmath>

namespace telegrad {

std::vector<std::size_t> paretoFront(std::span<const Trade> trades) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < trades.size(); ++i)
    if (!std::isnan(trades[i].cost) && !std::isnan(trades[i].worth)) order.push_back(i);
  // The best of equal cost first: it beats the others of that cost.
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
    if (trades[a].cost != trades[b].cost) return trades[a].cost < trades[b].cost;
    return trades[a].worth > trades[b].worth;
  });
  std::vector<std::size_t> front;
  for (const auto i : order) {
    if (!front.empty()) {
      const auto& best = trades[front.back()];
      const bool same = trades[i].cost == best.cost && trades[i].worth == best.worth;
      if (!same && trades[i].worth <= best.worth) continue;
    }
    front.push_back(i);
  }
  return front;
}

}  // namespace telegrad
