// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/compute_time.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <string>
#include <utility>

#include "core/base/random.h"
#include "core/net/shipped_traces.h"

namespace telegrad {
namespace {

// A random draw has no largest value; the clock has one.
constexpr double kLongestSeconds = 1e6;

constexpr const char* kModel = "compute_model";
constexpr const char* kSlowPhases = "slow-phases";
constexpr const char* kTrace = "trace";

Parameter speedTrace() {
  return {.key = "compute_trace",
          .label = "Speed like",
          .unit = "",
          .help =
              "The workers' speed follows this trace's bandwidth, whose mean stands for the "
              "compute time; each worker begins somewhere else in it.",
          .kind = withShippedTraces({"shared-cloud", {}, {}}),
          .onlyWith = Condition{kModel, kTrace}};
}

std::vector<Parameter> slowPhasesParameters() {
  const Condition only{kModel, kSlowPhases};
  return {{.key = "slow_factor",
           .label = "Slowed down by",
           .unit = "",
           .help = "How many times as long the work takes in a slow phase.",
           .kind = Real{3.0, 1.0, 1000.0, Scale::Log},
           .onlyWith = only},
          {.key = "slow_every",
           .label = "Full speed for",
           .unit = "s",
           .help = "Simulated time at full speed before a worker's next slow phase.",
           .kind = Real{10.0, 1e-2, 1e5, Scale::Log},
           .onlyWith = only},
          {.key = "slow_for",
           .label = "Slow for",
           .unit = "s",
           .help = "Simulated time that a slow phase lasts.",
           .kind = Real{2.0, 1e-2, 1e5, Scale::Log},
           .onlyWith = only},
          {.key = "slow_rhythm",
           .label = "Slow phases come",
           .unit = "",
           .help = "At random: both times are means of exponential ones. Regularly: both are "
                   "exact, and each worker begins somewhere else in them.",
           .kind = Choice{"random", {"random", "regular"}, {"At random", "Regularly"}},
           .onlyWith = only}};
}

}  // namespace

std::vector<Parameter> ComputeTime::parameters() {
  std::vector<Parameter> all{
      {.key = kModel,
       .label = "Compute model",
       .unit = "",
       .help = "How long a gradient takes on the emulated workers: always the same, random around "
               "a median (lognormal, or Pareto with its rare very long ones), at full speed and "
               "slowed down by turns, at a speed that follows a trace, or as long as it took on "
               "this machine.",
       .kind =
           Choice{"constant",
                  {"constant", "lognormal", "pareto", kSlowPhases, kTrace, "measured"},
                  {"Constant", "Lognormal", "Pareto", "Slow phases", "Trace", "Measured here"}}},
      {.key = "compute_time",
       .label = "Compute time",
       .unit = "s",
       .help = "Time of one worker for one gradient; the median where it is random. Who compares "
               "two gradients, as LASG, SASG and MARINA do, computes twice as long.",
       .kind = Real{0.0125, 0.0, 3600.0, Scale::Log, SliderRange{1e-5, 10.0}},
       .change = Change::BetweenIterations,
       .onlyWith = Condition{kModel, "measured", true}},
      {.key = "compute_spread",
       .label = "Compute spread",
       .unit = "",
       .help = "Standard deviation of the compute time's logarithm.",
       .kind = Real{0.3, 0.0, 3.0, Scale::Linear},
       .change = Change::BetweenIterations,
       .onlyWith = Condition{kModel, "lognormal"}},
      {.key = "compute_tail",
       .label = "Compute tail",
       .unit = "",
       .help = "Pareto's exponent: the share of gradients that take x times the least is x to the "
               "minus this. The smaller, the more very long ones; at 2 and less their variance is "
               "not finite.",
       .kind = Real{3.0, 1.0, 100.0, Scale::Log},
       .change = Change::BetweenIterations,
       .onlyWith = Condition{kModel, "pareto"}}};
  std::ranges::move(slowPhasesParameters(), std::back_inserter(all));
  all.push_back(speedTrace());
  all.push_back({.key = "encode_time",
                 .label = "Encode time",
                 .unit = "s",
                 .help = "What making a message of the gradient takes on the emulated workers, for "
                         "every upload; they compute nothing meanwhile.",
                 .kind = Real{0.0, 0.0, 3600.0, Scale::Log, SliderRange{1e-6, 1.0}},
                 .change = Change::BetweenIterations});
  return all;
}

ComputeTime::ComputeTime(const Settings& settings, std::size_t workers, std::uint64_t seed)
    : seed_(seed),
      workers_(workers) {
  constexpr std::array<std::pair<const char*, Model>, 6> kModels{{{"constant", Model::Constant},
                                                                  {"lognormal", Model::Lognormal},
                                                                  {"pareto", Model::Pareto},
                                                                  {kSlowPhases, Model::SlowPhases},
                                                                  {kTrace, Model::Trace},
                                                                  {"measured", Model::Measured}}};
  for (const auto& [key, model] : kModels)
    if (settings.choice(kModel) == key) model_ = model;
  if (model_ == Model::SlowPhases) {
    const SlowPhasesOptions options{.everySeconds = settings.real("slow_every"),
                                    .forSeconds = settings.real("slow_for"),
                                    .factor = settings.real("slow_factor"),
                                    .regular = settings.choice("slow_rhythm") == "regular"};
    for (std::uint32_t worker = 0; worker < workers; ++worker)
      phases_.emplace_back(options, seed, worker);
  }
  if (model_ == Model::Trace) follow(settings.choice("compute_trace"));
  configure(settings);
}

void ComputeTime::follow(std::string_view key) {
  constexpr double kBytePerNanosecond = 8e9;  // bit/s
  const auto plain = shippedTrace(key, 1.0);
  assert(plain && "a choice of the shipped ones");
  auto made = shippedTrace(key, kBytePerNanosecond / plain->meanBandwidth().value);
  assert(made && "no trace varies by more than a bandwidth may");
  speed_ = std::make_shared<const Trace>(*std::move(made));
}

void ComputeTime::configure(const Settings& settings) {
  seconds_ = settings.real("compute_time");
  spread_ = settings.real("compute_spread");
  tail_ = settings.real("compute_tail");
  encoding_ = simTime(settings.real("encode_time"));
}

SimTime ComputeTime::work(const WorkerLoad& load, std::uint32_t worker,
                          std::int64_t iteration) const {
  if (model_ == Model::Measured) return load.measuredCompute;
  if (model_ == Model::Constant || model_ == Model::SlowPhases || model_ == Model::Trace)
    return load.gradients * simTime(seconds_);
  Random random(seed_, Purpose::ComputeTime, worker, static_cast<std::uint64_t>(iteration));
  const double drawn = model_ == Model::Lognormal
                           ? seconds_ * std::exp(spread_ * random.normal())
                           : seconds_ * std::pow(2.0 * (1.0 - random.uniform()), -1.0 / tail_);
  return simTime(std::min(load.gradients * drawn, kLongestSeconds));
}

SimTime ComputeTime::finish(std::uint32_t worker, SimTime start, SimTime work) {
  if (!phases_.empty()) return phases_[worker].finish(start, work);
  if (!speed_) return start + work;
  const SimTime period = speed_->period().value_or(SimTime{});
  const SimTime ahead =
      period / static_cast<std::int64_t>(workers_) * static_cast<std::int64_t>(worker);
  return speed_->finish(start + ahead, {work.count()}) - ahead;
}

}  // namespace telegrad
