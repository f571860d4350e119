// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <numeric>
#include <random>
#include <utility>
#include <vector>

namespace telegrad::test {

// The convex problems and the methods on them once more, in double and as plainly as they are
// written down: what a run in float is compared with.

using Doubles = std::vector<double>;

struct ReferenceProblem {
  std::size_t size = 0;
  std::size_t workers = 0;
  Doubles start;
  std::function<Doubles(std::size_t worker, const Doubles& x)> gradient;
  std::function<double(const Doubles& x)> value;  ///< f(x) - f*
};

inline ReferenceProblem threeWorkers(Doubles start) {
  ReferenceProblem problem{3, 3, std::move(start), {}, {}};
  static const std::vector<Doubles> a{{-3, 2, 2}, {2, -3, 2}, {2, 2, -3}};
  const auto along = [](std::size_t m, const Doubles& x) {
    return a[m][0] * x[0] + a[m][1] * x[1] + a[m][2] * x[2];
  };
  problem.gradient = [along](std::size_t m, const Doubles& x) {
    Doubles g(3);
    for (std::size_t j = 0; j < 3; ++j) g[j] = 2 * along(m, x) * a[m][j] + x[j] / 2;
    return g;
  };
  problem.value = [along](const Doubles& x) {
    double sum = 0;
    for (std::size_t m = 0; m < 3; ++m) sum += along(m, x) * along(m, x) / 3;
    for (const double xj : x) sum += xj * xj / 4;
    return sum;
  };
  return problem;
}

inline ReferenceProblem linearQuadratic(std::size_t d, double kappa) {
  Doubles lambda(d);
  for (std::size_t i = 0; i < d; ++i)
    lambda[i] = 1 + (kappa - 1) * static_cast<double>(i) / static_cast<double>(d - 1);
  ReferenceProblem problem{d, 1, Doubles(d, 1.0), {}, {}};
  problem.gradient = [lambda](std::size_t, const Doubles& x) {
    Doubles g(x);
    for (std::size_t i = 0; i < x.size(); ++i) g[i] *= lambda[i];
    return g;
  };
  problem.value = [lambda](const Doubles& x) {
    double sum = 0;
    for (std::size_t i = 0; i < x.size(); ++i) sum += lambda[i] * x[i] * x[i] / 2;
    return sum;
  };
  return problem;
}

/// The numbers that the heterogeneous quadratic is made of, row-major: A and then B.
struct HeterogeneousNumbers {
  std::vector<Doubles> a;
  std::vector<Doubles> b;
  HeterogeneousNumbers(std::size_t workers, std::size_t d) {
    std::uint64_t s = 42;
    const auto u = [&s] {
      s = 6364136223846793005ULL * s + 1442695040888963407ULL;
      return std::ldexp(static_cast<double>(s >> 11U), -53);
    };
    for (std::size_t m = 0; m < workers; ++m) {
      a.emplace_back(d);
      for (auto& x : a.back()) x = 1 + 9 * u();
    }
    for (std::size_t m = 0; m < workers; ++m) {
      b.emplace_back(d);
      for (auto& x : b.back()) x = 2 * u() - 1;
    }
  }
};

inline ReferenceProblem heterogeneous(std::size_t workers = 4, std::size_t d = 20) {
  const HeterogeneousNumbers numbers(workers, d);
  ReferenceProblem problem{d, workers, Doubles(d), {}, {}};
  problem.gradient = [numbers](std::size_t m, const Doubles& x) {
    Doubles g(x.size());
    for (std::size_t j = 0; j < x.size(); ++j) g[j] = numbers.a[m][j] * x[j] - numbers.b[m][j];
    return g;
  };
  problem.value = [numbers, workers](const Doubles& x) {
    double sum = 0;
    for (std::size_t j = 0; j < x.size(); ++j) {
      double a = 0;
      double b = 0;
      for (std::size_t m = 0; m < workers; ++m) {
        a += numbers.a[m][j] / static_cast<double>(workers);
        b += numbers.b[m][j] / static_cast<double>(workers);
      }
      sum += a * (x[j] - b / a) * (x[j] - b / a) / 2;
    }
    return sum;
  };
  return problem;
}

using ReferenceOperator = std::function<Doubles(const Doubles&)>;

/// The k largest magnitudes, of equals the first.
inline ReferenceOperator topOf(std::size_t k) {
  return [k](const Doubles& x) {
    std::vector<std::size_t> order(x.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t i, std::size_t j) { return std::abs(x[i]) > std::abs(x[j]); });
    Doubles kept(x.size());
    for (std::size_t i = 0; i < k; ++i) kept[order[i]] = x[order[i]];
    return kept;
  };
}

/// k entries at random, times d/k.
inline ReferenceOperator randomOf(std::size_t k, unsigned seed) {
  return [k, random = std::make_shared<std::mt19937>(seed)](const Doubles& x) {
    std::vector<std::size_t> order(x.size());
    std::iota(order.begin(), order.end(), 0U);
    std::shuffle(order.begin(), order.end(), *random);
    Doubles kept(x.size());
    for (std::size_t i = 0; i < k; ++i)
      kept[order[i]] = x[order[i]] * static_cast<double>(x.size()) / static_cast<double>(k);
    return kept;
  };
}

/// y + factor * x.
inline Doubles plus(const Doubles& y, double factor, const Doubles& x) {
  Doubles sum(y);
  for (std::size_t j = 0; j < y.size(); ++j) sum[j] += factor * x[j];
  return sum;
}

/// A method: the x^1, x^2, ... that it makes, one a call.
class ReferenceMethod {
 public:
  ReferenceMethod(ReferenceProblem problem, double rate, ReferenceOperator compress)
      : problem_(std::move(problem)),
        rate_(rate),
        compress_(std::move(compress)),
        x(problem_.start),
        states_(problem_.workers, Doubles(problem_.size)) {}

  void dcgd() {
    Doubles next = x;
    for (std::size_t m = 0; m < workers(); ++m) next = plus(next, -share(), compress_(g(m)));
    x = next;
  }
  void ef() {
    Doubles next = x;
    for (std::size_t m = 0; m < workers(); ++m) {
      auto& e = states_[m];
      const Doubles p = plus(e, rate_, g(m));
      const Doubles sent = compress_(p);
      e = plus(p, -1, sent);
      next = plus(next, -1.0 / static_cast<double>(workers()), sent);
    }
    x = next;
  }
  /// eta = 1: EF21. It begins with whole gradients.
  void ef21Sgdm(double eta) {
    if (averages_.empty())
      for (std::size_t m = 0; m < workers(); ++m) averages_.push_back(states_[m] = g(m));
    Doubles next = x;
    for (std::size_t m = 0; m < workers(); ++m) {
      auto& v = averages_[m];
      auto& h = states_[m];
      for (auto& entry : v) entry *= 1 - eta;
      v = plus(v, eta, g(m));
      h = plus(h, 1, compress_(plus(v, -1, h)));
      next = plus(next, -share(), h);
    }
    x = next;
  }
  void diana(double alpha) {
    Doubles next = x;
    for (std::size_t m = 0; m < workers(); ++m) {
      auto& h = states_[m];
      const Doubles sent = compress_(plus(g(m), -1, h));
      next = plus(plus(next, -share(), h), -share(), sent);
      h = plus(h, alpha, sent);
    }
    x = next;
  }
  void marina(bool whole) {
    if (before_.empty()) {
      mean_.assign(x.size(), 0.0);
      whole = true;
    }
    Doubles mean(x.size());
    for (std::size_t m = 0; m < workers(); ++m) {
      const Doubles message =
          whole ? g(m) : plus(mean_, 1, compress_(plus(g(m), -1, problem_.gradient(m, before_))));
      mean = plus(mean, 1.0 / static_cast<double>(workers()), message);
    }
    mean_ = mean;
    before_ = x;
    x = plus(x, -rate_, mean);
  }
  double suboptimality() const { return problem_.value(x); }

 private:
  std::size_t workers() const { return problem_.workers; }
  double share() const { return rate_ / static_cast<double>(workers()); }
  Doubles g(std::size_t m) const { return problem_.gradient(m, x); }

  ReferenceProblem problem_;
  double rate_;
  ReferenceOperator compress_;

 public:
  Doubles x;

 private:
  std::vector<Doubles> states_;    // e or h, one a worker
  std::vector<Doubles> averages_;  // v
  Doubles mean_;                   // MARINA's g
  Doubles before_;                 // and where it was taken
};

}  // namespace telegrad::test
