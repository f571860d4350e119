// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/trace_generators.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numbers>
#include <optional>
#include <utility>

#include "core/base/said.h"
#include "core/net/text_io.h"

namespace telegrad {
namespace {

constexpr double kMostSteps = 1e6;
constexpr double kGrain = 1e3;  // bit/s

/// A bandwidth as traces have it. A double times a thousand that is whole stays so.
BitsPerSecond grained(double bandwidth) {
  return {std::max(1.0, std::round(bandwidth / kGrain)) * kGrain};
}

Parameter bandwidth(std::string key, std::string label, double initial, std::string help) {
  return {.key = std::move(key),
          .label = std::move(label),
          .unit = "bit/s",
          .help = std::move(help),
          .kind = Real{initial, 1e3, 1e12, Scale::Log, SliderRange{1e5, 1e10}}};
}

Parameter length(std::string key, std::string label, double initial, std::string help) {
  return {.key = std::move(key),
          .label = std::move(label),
          .unit = "s",
          .help = std::move(help),
          .kind = Real{initial, 1e-3, 1e6, Scale::Log, SliderRange{0.1, 1000.0}}};
}

Parameter duration() {
  return length("duration", "Duration", 600.0, "After this the trace begins again.");
}

/// Collects steps one after the other.
class Steps {
 public:
  /// `bandwidth` for the next `length`, which is not under a nanosecond.
  void add(double bandwidth, SimTime length) {
    const BitsPerSecond rate = grained(bandwidth);
    if (steps_.empty() || steps_.back().bandwidth != rate)
      steps_.push_back({.time = end_, .bandwidth = rate});
    end_ += length;
  }
  SimTime end() const { return end_; }
  Result<Trace> trace() { return Trace::from(std::move(steps_), end_); }

 private:
  std::vector<TraceStep> steps_;
  SimTime end_{};
};

/// How many steps of a length a duration has, if that is one to a million. `key` is the length's;
/// none if it is the shorter of two.
Result<std::size_t> countOf(double duration, double step, const char* key) {
  const double count = std::round(duration / step);
  if (count >= 1.0 && count <= kMostSteps) return static_cast<std::size_t>(count);
  const auto read = formatNumber(duration / step);
  if (key != nullptr) return Error{said("duration / %1: %2; allowed: 1 to 1000000", key, read)};
  return Error{
      said("duration / the shorter of on_time and off_time: %1; allowed: 1 to 1000000", read)};
}

Result<void> inOrder(const Settings& s, const char* low, const char* high) {
  if (s.real(low) <= s.real(high)) return {};
  return Error{said("%1: read %2; allowed: at most %3, %4", low,
                    formatQuantity(s.real(low), "bit/s"), high,
                    formatQuantity(s.real(high), "bit/s"))};
}

Result<Trace> constant(const Settings& s, std::uint64_t) {
  Steps steps;
  steps.add(s.real("bandwidth"), simTime(1.0));
  return steps.trace();
}

Result<Trace> square(const Settings& s, std::uint64_t) {
  Steps steps;
  steps.add(s.real("high"), simTime(s.real("high_time")));
  steps.add(s.real("low"), simTime(s.real("low_time")));
  return steps.trace();
}

/// mean * (1 + swing * sin(2 pi t / period)), each step at its middle.
Result<Trace> sine(const Settings& s, std::uint64_t) {
  const auto count = countOf(s.real("period"), s.real("step"), "step");
  if (!count) return count.error();
  Steps steps;
  for (std::size_t i = 0; i < *count; ++i) {
    const double turns = (static_cast<double>(i) + 0.5) / static_cast<double>(*count);
    const double wave = std::sin(2.0 * std::numbers::pi * turns);
    steps.add(s.real("mean") * (1.0 + s.real("swing") * wave), simTime(s.real("step")));
  }
  return steps.trace();
}

/// log b' = log b + spread * normal, mirrored at the logarithms of lowest and highest.
Result<Trace> randomWalk(const Settings& s, std::uint64_t seed) {
  const auto count = countOf(s.real("duration"), s.real("step"), "step");
  if (!count) return count.error();
  for (const auto& [low, high] : {std::pair{"lowest", "start"}, std::pair{"start", "highest"}})
    if (auto fine = inOrder(s, low, high); !fine) return fine.error();
  const double lowest = std::log(s.real("lowest"));
  const double highest = std::log(s.real("highest"));
  double level = std::log(s.real("start"));
  Random random(seed, Purpose::Trace);
  Steps steps;
  for (std::size_t i = 0; i < *count; ++i) {
    steps.add(std::exp(level), simTime(s.real("step")));
    level += s.real("spread") * random.normal();
    if (level > highest) level = 2.0 * highest - level;
    if (level < lowest) level = 2.0 * lowest - level;
    level = std::clamp(level, lowest, highest);  // it may have jumped over both
  }
  return steps.trace();
}

/// Two states, the time in each exponential, in whole milliseconds.
Result<Trace> onOff(const Settings& s, std::uint64_t seed) {
  const double shortest = std::min(s.real("on_time"), s.real("off_time"));
  const auto count = countOf(s.real("duration"), shortest, nullptr);
  if (!count) return count.error();
  Random random(seed, Purpose::Trace);
  Steps steps;
  const SimTime end = simTime(s.real("duration"));
  for (bool on = true; steps.end() < end; on = !on) {
    const double mean = s.real(on ? "on_time" : "off_time");
    const double drawn = -mean * std::log(1.0 - random.uniform());
    const SimTime time = simTime(std::ceil(drawn * 1e3) / 1e3);
    steps.add(s.real(on ? "on" : "off"), std::clamp(time, SimTime{1}, end - steps.end()));
  }
  return steps.trace();
}

/// exp(uniform(log lowest, log highest)), held for a time.
Result<Trace> logUniform(const Settings& s, std::uint64_t seed) {
  const auto count = countOf(s.real("duration"), s.real("hold"), "hold");
  if (!count) return count.error();
  if (auto fine = inOrder(s, "lowest", "highest"); !fine) return fine.error();
  Random random(seed, Purpose::Trace);
  Steps steps;
  for (std::size_t i = 0; i < *count; ++i)
    steps.add(std::exp(random.uniform(std::log(s.real("lowest")), std::log(s.real("highest")))),
              simTime(s.real("hold")));
  return steps.trace();
}

TraceGenerator entry(Description description,
                     std::function<Result<Trace>(const Settings&, std::uint64_t)> generate) {
  return {std::move(description), std::move(generate)};
}

std::array<TraceGenerator, 6> all() {
  const auto step = [](double initial) {
    return length("step", "Step", initial, "How long each bandwidth holds.");
  };
  const auto lowest = [](double initial) {
    return bandwidth("lowest", "Lowest", initial, "The bandwidth is never less.");
  };
  const auto highest = [](double initial) {
    return bandwidth("highest", "Highest", initial, "The bandwidth is never more.");
  };
  return {
      entry({"constant",
             "Constant",
             "Always the same bandwidth.",
             "",
             {bandwidth("bandwidth", "Bandwidth", 100e6, "The bandwidth, all the time.")}},
            constant),
      entry({"square",
             "Square wave",
             "High and low bandwidth in turns.",
             "",
             {bandwidth("high", "High", 100e6, "Bandwidth in the first part of a period."),
              bandwidth("low", "Low", 10e6, "Bandwidth in the second part."),
              length("high_time", "High for", 20.0, "Length of the first part."),
              length("low_time", "Low for", 20.0, "Length of the second part.")}},
            square),
      entry({"sine",
             "Sine wave",
             "Bandwidth that swings around a mean.",
             "",
             {bandwidth("mean", "Mean", 60e6, "Mean bandwidth of a period."),
              {.key = "swing",
               .label = "Swing",
               .unit = "",
               .help = "How far it swings, as a share of the mean.",
               .kind = Real{0.8, 0.0, 1.0}},
              length("period", "Period", 120.0, "Length of a full wave."),
              step(1.0)}},
            sine),
      entry({"random-walk",
             "Random walk",
             "The bandwidth's logarithm walks at random.",
             "",
             {bandwidth("start", "Start", 20e6, "Bandwidth of the first step."),
              {.key = "spread",
               .label = "Spread",
               .unit = "",
               .help = "Standard deviation of the logarithm's change from step to step.",
               .kind = Real{0.2, 0.0, 10.0}},
              lowest(1e6),
              highest(100e6),
              step(1.0),
              duration()}},
            randomWalk),
      entry({"on-off",
             "On and off",
             "Two bandwidths, the time in each is random (a Markov chain).",
             "",
             {bandwidth("on", "On", 200e6, "Bandwidth of the first state."),
              bandwidth("off", "Off", 8e6, "Bandwidth of the second state."),
              length("on_time", "On for", 20.0, "Mean time in the first state."),
              length("off_time", "Off for", 5.0, "Mean time in the second state."), duration()}},
            onOff),
      entry({"log-uniform",
             "Log-uniform",
             "A bandwidth of random magnitude, held for a time.",
             "",
             {lowest(10e6), highest(1e9),
              length("hold", "Hold", 15.0, "How long each bandwidth holds."), duration()}},
            logUniform)};
}

/// Reads one "key = value" of a recipe: the seed, or a value for the generator.
Result<void> readSetting(std::string_view text, TraceRecipe& recipe, Values& values) {
  const auto equals = text.find('=');
  if (equals == std::string_view::npos)
    return Error{said("%1 is no setting; allowed: key = value", quoted(text))};
  const auto key = trimmed(text.substr(0, equals));
  const auto value = trimmed(text.substr(equals + 1));
  if (key == "seed") {
    const auto seed = numberIn<std::uint64_t>(value);
    if (!seed) return Error{said("seed: read %1; allowed: a whole number", quoted(value))};
    recipe.seed = *seed;
    return {};
  }
  const auto& parameters = recipe.generator->parameters;
  const auto parameter = std::ranges::find(parameters, key, &Parameter::key);
  auto parsed = parameter == parameters.end() ? Result<Value>(0.0) : parseValue(*parameter, value);
  if (!parsed) return parsed.error();
  // An unknown key as well: Settings says then which keys there are.
  values.insert_or_assign(std::string(key), *std::move(parsed));
  return {};
}

}  // namespace

std::span<const TraceGenerator> traceGenerators() {
  static const std::array generators = all();
  return generators;
}

Result<TraceRecipe> parseRecipe(std::string_view text) {
  const auto head = text.substr(0, text.find(';'));
  const auto generator = find(traceGenerators(), trimmed(head), said("trace generator"));
  if (!generator) return generator.error();
  TraceRecipe recipe{.generator = *generator};
  Values values;
  for (auto rest = text.substr(head.size()); !rest.empty();) {
    rest.remove_prefix(1);
    const auto part = rest.substr(0, rest.find(';'));
    if (auto read = readSetting(trimmed(part), recipe, values); !read) return read.error();
    rest.remove_prefix(part.size());
  }
  auto settings = Settings::from((*generator)->parameters, values);
  if (!settings) return settings.error();
  recipe.settings = *std::move(settings);
  return recipe;
}

std::string formatRecipe(const TraceRecipe& recipe) {
  std::string text = recipe.generator->key;
  for (const auto& parameter : recipe.generator->parameters)
    text += "; " + parameter.key + " = " +
            formatValue(parameter, recipe.settings.values().at(parameter.key));
  return text + "; seed = " + std::to_string(recipe.seed);
}

Result<Trace> generateTrace(const TraceRecipe& recipe) {
  auto made = recipe.generator->generate(recipe.settings, recipe.seed);
  if (!made) return made;
  const auto steps = made->steps();
  return Trace::from({steps.begin(), steps.end()}, made->period(),
                     "generated: " + formatRecipe(recipe));
}

}  // namespace telegrad
