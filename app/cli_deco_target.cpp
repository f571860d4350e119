// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli_deco_target.h"

#include <cmath>
#include <numeric>
#include <sstream>
#include <vector>

#include "core/base/units.h"
#include "core/theory/deco.h"

namespace telegrad {

Result<IterationsModel> readIterations(const std::string& text) {
  const Error refused{
      "--tta: \"" + text +
      "\"; allowed: three numbers k0,k1,k2, the first above 0, the others 0 or more"};
  std::vector<double> numbers;
  std::istringstream words(text);
  for (std::string word; std::getline(words, word, ',');) {
    const auto number = parseQuantity(word, "");
    if (!number || !std::isfinite(*number) || *number < 0.0) return refused;
    numbers.push_back(*number);
  }
  if (numbers.size() != 3 || numbers.front() <= 0.0) return refused;
  return IterationsModel{
      .base = numbers[0], .compression = numbers[1], .staleness = numbers[2], .effectiveRatio = {}};
}

Result<TimeToAccuracy> fastestTo(const IterationConditions& planned, const IterationsModel& model,
                                 double least) {
  constexpr int kSteps = 300;
  std::vector<double> deltas;
  for (int i = 0; i <= kSteps; ++i)
    deltas.push_back(std::pow(least, 1.0 - static_cast<double>(i) / kSteps));
  std::vector<int> taus(kMaxStaleness + 1);
  std::iota(taus.begin(), taus.end(), 0);
  for (const int tau : taus) {
    const double hidden = largestHiddenRatio(planned, tau);
    if (hidden >= least) deltas.push_back(hidden);
  }
  return fastestToAccuracy(planned, model, deltas, taus);
}

}  // namespace telegrad
