// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli_deco.h"

#include <algorithm>
#include <cmath>
#include <iomanip>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <vector>

#include "app/cli_deco_target.h"
#include "app/exit_status.h"
#include "core/base/catalogue.h"
#include "core/base/units.h"
#include "core/theory/deco.h"
#include "core/theory/gradient_sizes.h"

namespace telegrad {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kRowLabelWidth = 14;
constexpr std::string_view kHalfRatio = "half-ratio";
constexpr std::string_view kFullRatio = "full-ratio";

struct Question {
  IterationConditions conditions;
  DecoSettings settings;
  std::optional<IterationsModel> iterations;
};

struct Answer {
  DecoDecision decision;
  std::optional<TimeToAccuracy> fastest;  ///< where the question has iterations
};

/// What may be written for an option.
struct Range {
  std::string_view option;
  std::string_view unit;
  bool zero = false;  ///< 0 itself
  double most = 0.0;  ///< 0: no limit
};

std::string allowedBy(const Range& range) {
  const std::string unit = range.unit.empty() ? "" : " " + std::string(range.unit);
  std::string text = (range.zero ? "0" + unit + " or more" : "more than 0" + unit);
  if (range.most > 0.0) text += ", at most " + formatNumber(range.most) + unit;
  return text;
}

Result<double> read(const std::string& text, const Range& range) {
  const std::string option(range.option);
  if (text.empty()) return Error{option + " is needed: " + allowedBy(range)};
  const auto value = parseQuantity(text, range.unit);
  if (!value)
    return Error{option + ": " + value.error().message + "; allowed: " + allowedBy(range)};
  const bool inside = std::isfinite(*value) && (range.zero ? *value >= 0.0 : *value > 0.0) &&
                      (range.most == 0.0 || *value <= range.most);
  if (inside) return *value;
  return Error{option + ": \"" + text + "\" is out of range; allowed: " + allowedBy(range)};
}

std::vector<std::string> models() {
  std::vector<std::string> keys;
  for (const auto& size : gradientSizes()) keys.push_back(size.key);
  return keys;
}

Result<double> readGradient(const DecoArguments& arguments) {
  if (arguments.gradientBits.empty() == arguments.model.empty())
    return Error{"one of --gradient-bits and --model is needed; models: " + listOf(models())};
  if (arguments.model.empty()) return read(arguments.gradientBits, {"--gradient-bits", "bit"});
  const auto sizes = gradientSizes();
  const auto found = std::ranges::find(sizes, arguments.model, &GradientSize::key);
  if (found != sizes.end()) return found->bits;
  return Error{"--model: " + unknownKey("model", arguments.model, models()).message};
}

Result<PhiBase> readBase(const std::string& text) {
  if (text == kHalfRatio) return PhiBase::HalfRatio;
  if (text == kFullRatio) return PhiBase::FullRatio;
  return Error{"--phi-base: \"" + text + "\"; allowed: half-ratio or full-ratio"};
}

Result<Question> readQuestion(const DecoArguments& arguments) {
  const auto compute = read(arguments.computeTime, {"--t-comp", "s", true});
  if (!compute) return compute.error();
  const auto gradient = readGradient(arguments);
  if (!gradient) return gradient.error();
  const auto bandwidth = read(arguments.bandwidth, {"--bandwidth", "bit/s"});
  if (!bandwidth) return bandwidth.error();
  const auto latency = read(arguments.latency, {"--latency", "s", true});
  if (!latency) return latency.error();
  const auto ratio = read(arguments.minRatio, {"--min-ratio", "", false, 1.0});
  if (!ratio) return ratio.error();
  const auto headroom = read(arguments.headroom, {"--headroom", "", false, 1.0});
  if (!headroom) return headroom.error();
  const auto base = readBase(arguments.phiBase);
  if (!base) return base.error();
  Question question{{*compute, *gradient, *bandwidth, *latency}, {}, {}};
  if (!arguments.iterations.empty()) {
    auto iterations = readIterations(arguments.iterations);
    if (!iterations) return iterations.error();
    question.iterations = *std::move(iterations);
  }
  question.settings.minRatio = *ratio;
  question.settings.headroom = *headroom;
  question.settings.phiBase = *base;
  return question;
}

Result<Answer> answer(const Question& question) {
  auto decision = decideDeco(question.conditions, question.settings);
  if (!decision) return decision.error();
  Answer answer{*std::move(decision), std::nullopt};
  if (!question.iterations) return answer;
  auto planned = question.conditions;
  planned.bitsPerSecond *= question.settings.headroom;
  const auto point = fastestTo(planned, *question.iterations, question.settings.minRatio);
  if (!point) return point.error();
  answer.fastest = *point;
  return answer;
}

/// To the target, with the bandwidth that there is.
double secondsTo(const Question& question, double delta, int tau) {
  return iterationTime(question.conditions, delta, tau) *
         iterationsToTarget(*question.iterations, delta, tau);
}

Json toJson(const DecoCandidate& candidate) {
  return {{"tau", candidate.tau}, {"delta", candidate.delta}, {"phi", candidate.phi}};
}

Json toJson(const Question& question, const TimeToAccuracy& point, const DecoCandidate& chosen) {
  const auto& conditions = question.conditions;
  return {{"tau", point.tau},
          {"delta", point.delta},
          {"iteration_s", iterationTime(conditions, point.delta, point.tau)},
          {"iterations", point.iterations},
          {"seconds", secondsTo(question, point.delta, point.tau)},
          {"choice_seconds", secondsTo(question, chosen.delta, chosen.tau)}};
}

void printJson(const Question& question, const Answer& answer) {
  const auto& conditions = question.conditions;
  const auto& decision = answer.decision;
  const auto& chosen = decision.chosen;
  Json candidates = Json::array();
  for (const auto& candidate : decision.candidates) candidates.push_back(toJson(candidate));
  Json json = toJson(chosen);
  json["at_min_ratio"] = decision.atMinRatio;
  json["at_max_staleness"] = decision.atMaxStaleness;
  json["candidates"] = std::move(candidates);
  json["iteration_s"] = iterationTime(conditions, chosen.delta, chosen.tau);
  json["d_sgd_iteration_s"] = denseIterationTime(conditions);
  json["iteration_speed_up"] = iterationSpeedUp(conditions, chosen.delta, chosen.tau);
  if (answer.fastest) json["tta"] = toJson(question, *answer.fastest, chosen);
  json["given"] = {
      {"compute_s", conditions.computeSeconds},
      {"gradient_bits", conditions.gradientBits},
      {"bandwidth_bit_per_s", conditions.bitsPerSecond},
      {"latency_s", conditions.latencySeconds},
      {"min_ratio", question.settings.minRatio},
      {"headroom", question.settings.headroom},
      {"phi_base", question.settings.phiBase == PhiBase::HalfRatio ? kHalfRatio : kFullRatio}};
  std::cout << json.dump(2) << '\n';
}

void row(std::string_view label, const std::string& value) {
  std::cout << std::left << std::setw(kRowLabelWidth) << label << value << '\n';
}

std::string describe(const DecoCandidate& candidate) {
  return "staleness " + std::to_string(candidate.tau) + ", kept fraction " +
         formatQuantity(candidate.delta, "") + ", phi " + formatQuantity(candidate.phi, "");
}

void printFastest(const Question& question, const TimeToAccuracy& point,
                  const DecoCandidate& chosen) {
  row("fastest", "staleness " + std::to_string(point.tau) + ", kept fraction " +
                     formatQuantity(point.delta, "") + ": " +
                     formatQuantity(point.iterations, "", 4) + " iterations to the target, " +
                     formatQuantity(secondsTo(question, point.delta, point.tau), "s"));
  row("", "DeCo's choice takes " +
              formatQuantity(secondsTo(question, chosen.delta, chosen.tau), "s") + " to it");
}

void printText(const Question& question, const Answer& answer) {
  const auto& conditions = question.conditions;
  const auto& decision = answer.decision;
  const auto& chosen = decision.chosen;
  row("given", "compute time " + formatQuantity(conditions.computeSeconds, "s") + ", gradient " +
                   formatQuantity(conditions.gradientBits, "bit") + ", bandwidth " +
                   formatQuantity(conditions.bitsPerSecond, "bit/s") + ", latency " +
                   formatQuantity(conditions.latencySeconds, "s"));
  for (const auto& candidate : decision.candidates) row("candidate", describe(candidate));
  if (decision.atMinRatio)
    row("", (decision.candidates.empty() ? "no computation to hide behind"
                                         : "the better one keeps too little") +
                std::string("; the least allowed is ") + formatNumber(question.settings.minRatio));
  if (decision.atMaxStaleness)
    row("", "to hide the latency takes more than " + std::to_string(chosen.tau) +
                " iterations of staleness, the most there can be");
  row("choice", describe(chosen));
  row("iteration", formatQuantity(iterationTime(conditions, chosen.delta, chosen.tau), "s"));
  row("D-SGD", formatQuantity(denseIterationTime(conditions), "s"));
  row("speed-up", formatQuantity(iterationSpeedUp(conditions, chosen.delta, chosen.tau), "", 4) +
                      " per iteration; what a run gains also depends on how many more it needs");
  if (answer.fastest) printFastest(question, *answer.fastest, chosen);
}

}  // namespace

CLI::App* addDecoCommand(CLI::App& app, DecoArguments& arguments) {
  auto* deco = app.add_subcommand(
      "deco", "Which staleness and kept fraction DeCo-SGD would choose for a network.");
  const auto option = [&](const char* name, std::string& value, const char* help,
                          const char* type) {
    return deco->add_option(name, value, help)->type_name(type);
  };
  option("--t-comp,--compute-time", arguments.computeTime,
         "Computation of one iteration: \"500 ms\"; plain numbers are seconds", "S");
  option("--gradient-bits", arguments.gradientBits,
         "The dense gradient: \"3.97 Gbit\"; plain numbers are bits", "B");
  option("--model", arguments.model, "Its size instead: gpt-2, vit-b-16, resnet-18, small-cnn",
         "MODEL");
  option("--bandwidth", arguments.bandwidth,
         "Of the slowest link: \"500 Mbit/s\"; plain numbers are bit/s", "R");
  option("--latency", arguments.latency,
         "Of one aggregation, up and down: \"600 ms\"; plain numbers are seconds", "S");
  option("--min-ratio", arguments.minRatio, "Least kept fraction", "X")->capture_default_str();
  option("--headroom", arguments.headroom, "Share of the bandwidth to plan with, against jitter",
         "X")
      ->capture_default_str();
  option("--phi-base", arguments.phiBase,
         "What a delay multiplies the compression noise by: 1 / (1 - delta/2) or 1 / (1 - delta)",
         "half-ratio|full-ratio")
      ->capture_default_str();
  option("--tta", arguments.iterations,
         "Iterations to a target, k0 + k1 (1 - delta) / delta + k2 tau: what gets there first as "
         "well, which need not hide the network",
         "K0,K1,K2");
  deco->add_flag("--json,!--text", arguments.json, "As JSON, which is the default, or for reading");
  deco->footer(
      "phi is the rule DeCo-SGD weighs candidates by, not a measured noise; infinite is null.\n"
      "Exit status: 0 done; 2 an argument that cannot be used.");
  return deco;
}

int decoCommand(const DecoArguments& arguments) {
  const auto question = readQuestion(arguments);
  const auto found = question ? answer(*question) : Result<Answer>(question.error());
  if (!found) return refuse("telegrad-cli", found.error().message);
  if (arguments.json)
    printJson(*question, *found);
  else
    printText(*question, *found);
  return kDone;
}

}  // namespace telegrad
