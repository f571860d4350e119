// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/App.hpp>
#include <cstdint>
#include <optional>
#include <string>

namespace telegrad {

/// What `telegrad-cli theory` was given; what has no value and no default is not known.
struct TheoryArguments {
  std::string what;  ///< "saving", "descent", "unbiased" or "feedback"
  bool json = false;
  // saving: k of d entries of a distribution.
  std::string distribution = "gaussian";
  std::uint64_t d = 0;
  std::uint64_t k = 0;
  // The operator's class.
  std::optional<double> zeta;
  std::optional<double> delta;
  std::optional<double> alpha;
  std::optional<double> beta;
  std::optional<double> gamma;
  // The functions.
  double smoothness = 0.0;  ///< L; 0 and less: not given
  double convexity = 0.0;   ///< mu
  std::optional<double> largestSmoothness;
  double heterogeneity = 0.0;
  double noiseGrowth = 0.0;
  double noiseVariance = 0.0;
  // The run.
  int nodes = 1;
  std::optional<double> step;
  double iterations = 0.0;
  double distance = 1.0;
};

CLI::App* addTheoryCommand(CLI::App& app, TheoryArguments& arguments);

/// telegrad-cli theory: prints what closed forms say (core/theory), as a table or as JSON. The
/// result is the exit status: kDone, or kUnusable for arguments that cannot be used.
int theoryCommand(const TheoryArguments& arguments);

}  // namespace telegrad
