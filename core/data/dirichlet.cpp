// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/random.h"
#include "core/base/said.h"
#include "core/data/partition.h"

namespace telegrad {
namespace {

/// log of a Gamma(shape, 1) variate, shape at least 1.
/// Source: Marsaglia and Tsang, A Simple Method for Generating Gamma Variables, ACM Transactions on
///   Mathematical Software 2000.
double logLargeGamma(Random& random, double shape) {
  const double d = shape - 1.0 / 3.0;
  const double c = 1.0 / std::sqrt(9.0 * d);
  for (;;) {
    const double x = random.normal();
    const double root = 1.0 + c * x;
    if (root <= 0.0) continue;
    const double v = root * root * root;
    if (std::log(1.0 - random.uniform()) < 0.5 * x * x + d - d * v + d * std::log(v))
      return std::log(d) + std::log(v);
  }
}

/// The same for any shape (by that paper's note on small ones): in logarithms, since the variates
/// of small shapes are next to 0.
double logGamma(Random& random, double shape) {
  if (shape >= 1.0) return logLargeGamma(random, shape);
  const double above = logLargeGamma(random, shape + 1.0);
  return above + std::log(1.0 - random.uniform()) / shape;
}

/// Shares of the classes, in proportion to the result.
std::vector<double> drawShares(Random& random, double alpha, std::size_t classes) {
  std::vector<double> shares(classes);
  for (auto& share : shares) share = logGamma(random, alpha);
  const double largest = *std::ranges::max_element(shares);
  for (auto& share : shares) share = std::exp(share - largest);
  return shares;
}

/// A class in proportion to its share, of those that have examples left; where those have no share
/// at all, the one with most examples left.
std::size_t drawClass(Random& random, std::span<const double> shares,
                      const std::vector<std::vector<std::uint32_t>>& left) {
  double total = 0.0;
  for (std::size_t c = 0; c < shares.size(); ++c)
    if (!left[c].empty()) total += shares[c];
  double place = random.uniform() * total;
  for (std::size_t c = 0; c < shares.size(); ++c) {
    if (left[c].empty()) continue;
    place -= shares[c];
    if (place < 0.0) return c;
  }
  const auto most = std::ranges::max_element(left, {}, [](const auto& of) { return of.size(); });
  return static_cast<std::size_t>(most - left.begin());
}

/// Every worker draws shares of the classes from Dirichlet(alpha), and then floor(N / M) examples
/// by them, without replacement.
class Dirichlet final : public Partition {
 public:
  explicit Dirichlet(double alpha) : alpha_(alpha) {}

  Result<std::vector<std::vector<std::uint32_t>>> deal(const Dataset& dataset, std::size_t workers,
                                                       std::uint64_t seed) const override {
    const auto& labels = dataset.train.labels;
    if (workers == 0)
      return Error{said("partition %1: read 0 workers; allowed: at least one", "dirichlet")};
    if (labels.size() < workers)
      return Error{said(
          "partition %1: read %2 examples for %3 workers; allowed: at least one example a worker",
          "dirichlet", labels.size(), workers)};
    Random random(seed, Purpose::Partition);
    std::vector<std::uint32_t> order(labels.size());
    random.permutation(order);
    const std::size_t classes = std::size_t{1} + *std::ranges::max_element(labels);
    std::vector<std::vector<std::uint32_t>> left(classes);
    for (const auto index : order) left[labels[index]].push_back(index);
    std::vector<std::vector<std::uint32_t>> shards(workers);
    for (auto& shard : shards) {
      const auto shares = drawShares(random, alpha_, classes);
      for (std::size_t i = 0; i < labels.size() / workers; ++i) {
        auto& from = left[drawClass(random, shares, left)];
        shard.push_back(from.back());
        from.pop_back();
      }
    }
    return shards;
  }

 private:
  double alpha_;
};

}  // namespace

/// Every worker has its own mixture of the classes.
Entry<Partition> dirichlet() {
  Entry<Partition> entry;
  entry.key = "dirichlet";
  entry.name = "Dirichlet";
  entry.summary = "Every worker draws its own shares of the classes; shards are of one size.";
  entry.source =
      "Hsu, Qi and Brown, Measuring the Effects of Non-Identical Data Distribution, 2019";
  entry.parameters = {{.key = "alpha",
                       .label = "Concentration",
                       .unit = "",
                       .help = "Large: all workers alike. Small: each has few classes.",
                       .kind = Real{0.5, 0.01, 1000.0, Scale::Log}}};
  entry.make = [](const Settings& settings) {
    return std::make_unique<Dirichlet>(settings.real("alpha"));
  };
  return entry;
}

}  // namespace telegrad
