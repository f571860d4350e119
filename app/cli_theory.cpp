// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli_theory.h"

#include <cmath>
#include <iomanip>
#include <iostream>
#include <nlohmann/json.hpp>
#include <vector>

#include "app/exit_status.h"
#include "core/base/result.h"
#include "core/base/units.h"
#include "core/theory/descent_rate.h"
#include "core/theory/energy_saving.h"

namespace telegrad {
namespace {

constexpr std::uint64_t kMostEntries = 10'000'000;

/// A number of the answer. Not a number: nothing is proven.
struct Figure {
  std::string key;
  std::string meaning;
  double value = 0.0;
};
using Figures = std::vector<Figure>;

Result<Figures> saving(const TheoryArguments& given) {
  if (given.d == 0 || given.k == 0)
    return Error{"saving needs --d and --k: entries of a vector, and how many are kept"};
  if (given.k > given.d)
    return Error{"--k " + std::to_string(given.k) +
                 ": allowed: at most --d = " + std::to_string(given.d)};
  const auto saved = given.distribution == "uniform"       ? uniformSaving(given.d, given.k)
                     : given.distribution == "exponential" ? exponentialSaving(given.d, given.k)
                                                           : normalSaving(given.d, given.k);
  Figures figures{{"top", "kept of ||x||^2 by the k largest, in the mean", saved.top},
                  {"random", "kept by k at random", saved.random},
                  {"ratio", "how many times as much the largest keep", saved.ratio()}};
  if (given.distribution == "uniform")
    figures.push_back({"loss_ratio", "lost by the largest over lost at random",
                       uniformLossRatio(given.d, given.k)});
  if (given.distribution == "gaussian")
    figures.push_back({"loss_large_d",
                       "share of ||x||^2 that the largest lose, d large and k/d as here",
                       normalTopLoss(static_cast<double>(given.k) / static_cast<double>(given.d))});
  return figures;
}

Result<Curvature> curvatureOf(const TheoryArguments& given) {
  if (given.convexity > 0.0 && given.convexity <= given.smoothness)
    return Curvature{given.smoothness, given.convexity};
  return Error{given.what +
               " needs --smoothness L and --convexity mu; allowed: 0 < mu, and mu at most L"};
}

/// The one class that is given.
Result<ClassParameters> classOf(const TheoryArguments& given) {
  ClassParameters classes;
  const int kinds =
      (given.zeta ? 1 : 0) + (given.delta ? 1 : 0) + (given.alpha ? 1 : 0) + (given.gamma ? 1 : 0);
  const bool hasBeta = given.alpha.has_value() || given.gamma.has_value();
  if (kinds != 1 || hasBeta != given.beta.has_value())
    return Error{
        "descent needs one class: --zeta, --delta, --alpha with --beta, or --gamma with --beta"};
  classes.zeta = given.zeta;
  classes.delta = given.delta;
  if (given.alpha) classes.b1 = {*given.alpha, *given.beta};
  if (given.gamma) classes.b2 = {*given.gamma, *given.beta};
  if (classes.b1 && classes.b1->alpha > classes.b1->beta * classes.b1->beta)
    return Error{"--alpha: allowed: at most the square of --beta"};
  if (classes.b2 && classes.b2->gamma > classes.b2->beta)
    return Error{"--gamma: allowed: at most --beta"};
  return classes;
}

double factorOf(const ClassParameters& classes, const Curvature& curvature, double step) {
  if (classes.zeta) return stepFactorOfUnbiased(*classes.zeta, curvature, step);
  if (classes.delta) return stepFactorOfContraction(*classes.delta, curvature, step);
  if (classes.b1) return stepFactor(*classes.b1, curvature, step);
  return stepFactor(*classes.b2, curvature, step);
}

Result<Figures> descent(const TheoryArguments& given) {
  const auto curvature = curvatureOf(given);
  if (!curvature) return curvature.error();
  const auto classes = classOf(given);
  if (!classes) return classes.error();
  const auto best = bestStep(*classes, *curvature);
  Figures figures{
      {"best_step", "eta for which the factor is least", best.step},
      {"best_factor", "q of E f(x) - f* <= q (f(x before) - f*), with that step", best.factor}};
  if (given.step)
    figures.push_back(
        {"factor", "q with the given step", factorOf(*classes, *curvature, *given.step)});
  return figures;
}

Result<Figures> unbiased(const TheoryArguments& given) {
  const auto curvature = curvatureOf(given);
  if (!curvature) return curvature.error();
  if (!given.zeta) return Error{"unbiased needs --zeta, of the class U of every node's operator"};
  const UnbiasedNodes nodes{*given.zeta, given.nodes,
                            given.largestSmoothness.value_or(given.smoothness),
                            given.heterogeneity};
  const double limit = unbiasedStepLimit(nodes, *curvature);
  const double step = given.step.value_or(limit);
  return Figures{{"step_limit", "the largest eta of the bound", limit},
                 {"step", "eta", step},
                 {"distance", "E ||x - x*||^2 is at most this after the iterations",
                  unbiasedDistance(nodes, *curvature, step, given.iterations, given.distance)}};
}

Result<Figures> feedback(const TheoryArguments& given) {
  const auto curvature = curvatureOf(given);
  if (!curvature) return curvature.error();
  if (!given.delta)
    return Error{"feedback needs --delta, of the class B3 of every node's operator"};
  const FeedbackNodes nodes{*given.delta, given.nodes, given.noiseGrowth, given.noiseVariance,
                            given.heterogeneity};
  const auto bound = feedbackBound(nodes, *curvature, given.distance);
  return Figures{{"step_limit", "the largest constant eta of the theorem",
                  feedbackStepLimit(nodes, *curvature)},
                 {"falling_step", "4 / (mu (kappa + k)) at the given iteration",
                  feedbackStep(nodes, *curvature, given.iterations)},
                 {"a1", "A1, falling steps: A1 / K^2 + A2 / K", bound.quadratic},
                 {"a2", "A2", bound.linear},
                 {"a3", "A3, a constant step: A3 exp(-K / A4) + A2 / K", bound.initial},
                 {"a4", "A4, iterations", bound.scale},
                 {"a7", "A7, equal weights: A3 / K + A7 / sqrt(K)", bound.root}};
}

Result<Figures> answerTo(const TheoryArguments& given) {
  if (given.what == "saving") return saving(given);
  if (given.what == "descent") return descent(given);
  if (given.what == "unbiased") return unbiased(given);
  return feedback(given);
}

void print(const Figures& figures, bool json) {
  if (json) {
    nlohmann::ordered_json object;
    for (const auto& figure : figures) object[figure.key] = figure.value;
    std::cout << object.dump(2) << '\n';
    return;
  }
  constexpr int kKeyWidth = 14;
  constexpr int kValueWidth = 14;
  for (const auto& figure : figures)
    std::cout << std::left << std::setw(kKeyWidth) << figure.key << std::setw(kValueWidth)
              << (std::isnan(figure.value) ? "unproven" : formatQuantity(figure.value, ""))
              << figure.meaning << '\n';
}

void addClassOptions(CLI::App& theory, TheoryArguments& given) {
  const auto atLeastOne = CLI::Range(1.0, 1e300);
  theory.add_option("--zeta", given.zeta, "Of U(zeta)")->check(atLeastOne)->type_name("X");
  theory.add_option("--delta", given.delta, "Of B3(delta)")->check(atLeastOne)->type_name("X");
  theory.add_option("--alpha", given.alpha, "Of B1(alpha, beta)")
      ->check(CLI::PositiveNumber)
      ->type_name("X");
  theory.add_option("--gamma", given.gamma, "Of B2(gamma, beta)")
      ->check(CLI::PositiveNumber)
      ->type_name("X");
  theory.add_option("--beta", given.beta, "Of B1 and B2")
      ->check(CLI::PositiveNumber)
      ->type_name("X");
}

void addFunctionOptions(CLI::App& theory, TheoryArguments& given) {
  const auto option = [&](const char* name, auto& value, const char* help) {
    return theory.add_option(name, value, help)->check(CLI::NonNegativeNumber)->type_name("X");
  };
  option("--smoothness", given.smoothness, "L of the mean f of the nodes' functions");
  option("--convexity", given.convexity, "mu of f");
  option("--largest-smoothness", given.largestSmoothness,
         "unbiased: the largest L of a node's own function; else that of f");
  option("--heterogeneity", given.heterogeneity, "D, the mean of ||grad f_i||^2 at the minimum");
  option("--noise-growth", given.noiseGrowth,
         "feedback: B of E ||g_i - grad f_i||^2 <= B ||grad f_i||^2 + C");
  option("--noise-variance", given.noiseVariance, "feedback: C");
  option("--step", given.step, "descent and unbiased: eta");
  option("--iterations", given.iterations, "unbiased and feedback: k");
  option("--distance", given.distance, "unbiased and feedback: ||x - x*||^2 at the start");
}

}  // namespace

CLI::App* addTheoryCommand(CLI::App& app, TheoryArguments& arguments) {
  auto* theory = app.add_subcommand("theory", "What is proven of compressed optimisation.");
  theory
      ->add_option("WHAT", arguments.what,
                   "saving: what Top-k keeps of random vectors; descent: the rate of compressed "
                   "gradient descent; unbiased: nodes without feedback; feedback: nodes with it")
      ->required()
      ->check(CLI::IsMember({"saving", "descent", "unbiased", "feedback"}));
  theory
      ->add_option("--distribution", arguments.distribution,
                   "saving: of the entries, gaussian: N(0, 1); uniform: in [0, 1]; exponential: of "
                   "mean 1")
      ->capture_default_str()
      ->check(CLI::IsMember({"gaussian", "uniform", "exponential"}));
  theory->add_option("--d", arguments.d, "saving: entries of a vector")
      ->check(CLI::Range(std::uint64_t{1}, kMostEntries))
      ->type_name("N");
  theory->add_option("--k", arguments.k, "saving: how many are kept")
      ->check(CLI::Range(std::uint64_t{1}, kMostEntries))
      ->type_name("N");
  addClassOptions(*theory, arguments);
  addFunctionOptions(*theory, arguments);
  theory->add_option("--nodes", arguments.nodes, "unbiased and feedback: n")
      ->capture_default_str()
      ->check(CLI::PositiveNumber)
      ->type_name("N");
  theory->add_flag("--json", arguments.json, "As JSON; what is unproven is null");
  theory->footer(
      "Of feedback, bounds are given up to constant factors: they say how it scales.\n"
      "Exit status: 0 done; 2 arguments that cannot be used.");
  return theory;
}

int theoryCommand(const TheoryArguments& arguments) {
  const auto figures = answerTo(arguments);
  if (!figures) return refuse("telegrad-cli", figures.error().message);
  print(*figures, arguments.json);
  return kDone;
}

}  // namespace telegrad
