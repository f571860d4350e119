// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/energy_saving.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>
#include <vector>

namespace telegrad {
namespace {

/// The continued fraction of the incomplete beta function, by Lentz' method: for x below
/// (a + 1) / (a + b + 2) a few times sqrt(max(a, b)) terms are enough.
double betaFraction(double a, double b, double x) {
  constexpr double kTiny = 1e-300;
  constexpr double kEnough = 1e-15;
  constexpr int kMostTerms = 100'000;
  const auto away = [](double v) { return std::abs(v) < kTiny ? kTiny : v; };
  double c = 1.0;
  double d = 1.0 / away(1.0 - (a + b) * x / (a + 1.0));
  double value = d;
  for (int m = 1; m < kMostTerms; ++m) {
    const double even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
    const double odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
    d = 1.0 / away(1.0 + even * d);
    c = away(1.0 + even / c);
    value *= d * c;
    d = 1.0 / away(1.0 + odd * d);
    c = away(1.0 + odd / c);
    value *= d * c;
    if (std::abs(d * c - 1.0) < kEnough) break;
  }
  return value;
}

/// P[Bin(d - 1, s) <= k - 1] = I_{1-s}(d - k, k); both s and 1 - s are given, as one may be tiny.
double atMostOthers(std::size_t d, std::size_t k, double s, double rest) {
  if (k >= d || s <= 0.0) return 1.0;
  if (rest <= 0.0) return 0.0;
  const auto a = static_cast<double>(d - k);
  const auto b = static_cast<double>(k);
  const auto lnGamma = [](double v) {
    int sign = 0;  // lgamma() itself would write it to a global
    return ::lgamma_r(v, &sign);
  };
  const double front =
      std::exp(lnGamma(a + b) - lnGamma(a) - lnGamma(b) + a * std::log(rest) + b * std::log(s));
  if (rest < (a + 1.0) / (a + b + 2.0)) return front * betaFraction(a, b, rest) / a;
  return 1.0 - front * betaFraction(b, a, s) / b;
}

/// int_from^to f: Simpson's rule on ever smaller pieces, until each agrees with its halves to
/// `tolerance`. That is for every piece alike, so that what rounding makes of f cannot keep it from
/// ending: it shrinks with the pieces.
template <typename Function>
double integral(const Function& f, double from, double to, double tolerance) {
  struct Piece {
    double begin, end, atBegin, atMiddle, atEnd;
    double simpson() const { return (end - begin) / 6.0 * (atBegin + 4.0 * atMiddle + atEnd); }
  };
  const auto piece = [&](double begin, double end, double atBegin, double atEnd) {
    return Piece{begin, end, atBegin, f(0.5 * (begin + end)), atEnd};
  };
  constexpr int kFirst = 128;
  const double width = (to - from) / kFirst;
  const double least = 1e-6 * width;
  std::vector<Piece> open;
  for (int i = 0; i < kFirst; ++i) {
    const double begin = from + i * width;
    open.push_back(piece(begin, begin + width, f(begin), f(begin + width)));
  }
  double sum = 0.0;
  while (!open.empty()) {
    const Piece whole = open.back();
    open.pop_back();
    const double middle = 0.5 * (whole.begin + whole.end);
    const auto left = piece(whole.begin, middle, whole.atBegin, whole.atMiddle);
    const auto right = piece(middle, whole.end, whole.atMiddle, whole.atEnd);
    const double halves = left.simpson() + right.simpson();
    const double change = halves - whole.simpson();
    if (std::abs(change) <= 15.0 * tolerance || middle - whole.begin < least) {
      sum += halves + change / 15.0;
    } else {
      open.push_back(left);
      open.push_back(right);
    }
  }
  return sum;
}

}  // namespace

EnergySaving uniformSaving(std::size_t d, std::size_t k) {
  assert(k >= 1 && k <= d);
  const auto size = static_cast<double>(d);
  double sum = 0.0;
  for (std::size_t i = d - k + 1; i <= d; ++i) {
    const auto rank = static_cast<double>(i);
    sum += rank * (rank + 1.0);
  }
  return {sum / ((size + 1.0) * (size + 2.0)), static_cast<double>(k) / 3.0};
}

double uniformLossRatio(std::size_t d, std::size_t k) {
  assert(k >= 1 && k <= d);
  const auto size = static_cast<double>(d);
  const auto kept = static_cast<double>(k);
  return (1.0 - kept / (size + 1.0)) * (1.0 - kept / (size + 2.0));
}

EnergySaving exponentialSaving(std::size_t d, std::size_t k) {
  assert(k >= 1 && k <= d);
  double harmonic = 0.0;  // sums from i on, gathered from the small terms up
  double squares = 0.0;
  double top = 0.0;
  for (std::size_t i = d; i > 0; --i) {
    const double term = 1.0 / static_cast<double>(i);
    harmonic += term;
    squares += term * term;
    if (i <= k) top += harmonic * harmonic + squares;
  }
  return {top, 2.0 * static_cast<double>(k)};
}

EnergySaving normalSaving(std::size_t d, std::size_t k, double mean, double deviation) {
  assert(k >= 1 && k <= d && deviation > 0.0);
  constexpr double kTail = 12.0;  // deviations, beyond which the density is below 1e-31
  const double centre = std::abs(mean) / deviation;
  const auto density = [&](double t) {
    const auto phi = [](double z) {
      return std::exp(-0.5 * z * z) / std::sqrt(2.0 * std::numbers::pi);
    };
    return phi(t - centre) + phi(t + centre);
  };
  const auto integrand = [&](double t) {  // in units of the deviation
    const double below = (t - centre) / std::numbers::sqrt2;
    const double above = (t + centre) / std::numbers::sqrt2;
    const double s = 0.5 * (std::erfc(below) + std::erfc(above));
    const double rest = 0.5 * (std::erf(above) + std::erf(below));
    return t * t * density(t) * atMostOthers(d, k, s, rest);
  };
  const double unit = centre * centre + 1.0;
  const double variance = deviation * deviation;
  const auto size = static_cast<double>(d);
  const auto kept = static_cast<double>(k);
  constexpr double kRelative = 1e-12;  // of a piece
  const double share = integral(integrand, std::max(0.0, centre - kTail), centre + kTail,
                                kRelative * unit * kept / size);
  return {size * share * variance, kept * unit * variance};
}

double normalTopLoss(double share) {
  assert(share > 0.0 && share <= 1.0);
  double low = 0.0;
  double high = 40.0;
  for (int i = 0; i < 100; ++i) {
    const double middle = 0.5 * (low + high);
    (std::erfc(middle / std::numbers::sqrt2) > share ? low : high) = middle;
  }
  const double phi = std::exp(-0.5 * low * low) / std::sqrt(2.0 * std::numbers::pi);
  return 1.0 - share - 2.0 * low * phi;
}

}  // namespace telegrad
